import {signal} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import {hitAt} from "../../chart/active.ts";
import type {Position} from "../../chart/figure.ts";
import type {PlacedFigure} from "../../chart/placed.ts";
import type {Model} from "../model.ts";
import {axesMoves} from "./axesMoves.ts";
import type {Pixel} from "./drag.ts";
import {modelMoves} from "./modelMoves.ts";

export interface FigureInteraction {
  readonly ghost: ReadonlySignal<Position | undefined>;
  /** The mark that the keyboard is on. */
  readonly focused: ReadonlySignal<string | undefined>;
  /** Listens on the figure's box; returns how to stop. */
  attach(box: HTMLElement): () => void;
}

const modelOf = (event: Event): string | undefined =>
  (event.target as Element).closest("[data-model]")?.getAttribute("data-model") ?? undefined;

const pixelOf = (event: PointerEvent | WheelEvent, box: HTMLElement): Pixel => {
  const {left, top} = (box.querySelector("svg") ?? box).getBoundingClientRect();
  return {x: event.clientX - left, y: event.clientY - top};
};

/** Points and handles of a figure moved by pointer, touch and keys; its axes by wheel, two fingers and keys. */
export function figureInteraction(model: Model, placedFigure: () => PlacedFigure | undefined): FigureInteraction {
  const {store} = model;
  const focused = signal<string | undefined>(undefined);
  const models = modelMoves(model, placedFigure);
  const axes = axesMoves(model, placedFigure);
  const fingers = new Map<number, Pixel>();

  /** The model under or next to a pixel: where two reach it, the nearer one. */
  const modelAt = ({x, y}: Pixel): string | undefined => {
    const placed = placedFigure();
    return placed && hitAt(placed, x, y)?.model;
  };

  function cancelGesture(): void {
    models.cancel();
    axes.release();
  }

  function onPointerDown(event: PointerEvent, box: HTMLElement): void {
    const at = pixelOf(event, box);
    const isTouch = event.pointerType === "touch";
    if (isTouch) fingers.set(event.pointerId, at);
    if (fingers.size > 1) return cancelGesture();
    if (event.button !== 0) return;
    const id = modelAt(at);
    if (id !== undefined && models.isMovable(id)) {
      store.active.value = id;
      box.querySelector<SVGElement>(`[role="slider"][data-model="${CSS.escape(id)}"]`)?.focus({preventScroll: true});
      models.drag({type: "down", model: id, at});
      box.setPointerCapture(event.pointerId);
      event.preventDefault();
    } else if (!isTouch && axes.take(at)) box.setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: PointerEvent, box: HTMLElement): void {
    const at = pixelOf(event, box);
    if (fingers.has(event.pointerId)) {
      const before = [...fingers.values()];
      fingers.set(event.pointerId, at);
      if (fingers.size === 2) return axes.pinch(before, [...fingers.values()]);
    }
    if (models.isHeld()) models.drag({type: "move", at});
    else if (axes.isHeld()) axes.drag(at);
    else if (event.pointerType !== "touch") {
      const over = modelAt(at);
      if (store.active.value !== over) store.active.value = over;
    }
  }

  function onPointerUp(event: PointerEvent): void {
    fingers.delete(event.pointerId);
    axes.release();
    models.drag({type: event.type === "pointercancel" ? "cancel" : "up"});
  }

  function onKeyDown(event: KeyboardEvent): void {
    const id = modelOf(event);
    const isArrow = id !== undefined && models.arrow(id, event.key, event.shiftKey);
    const isEscape = !isArrow && event.key === "Escape" && models.isMoving();
    if (isEscape) cancelGesture();
    if (isArrow || isEscape) event.preventDefault();
    else if (!event.ctrlKey && !event.metaKey) axes.key(event.key);
  }

  function onFocusIn(event: FocusEvent): void {
    const id = modelOf(event);
    if (id === undefined) return;
    store.active.value = id;
    focused.value = (event.target as Element).matches(":focus-visible") ? `model-${id}` : undefined;
  }

  function onFocusOut(): void {
    models.endArrows();
    focused.value = undefined;
    if (!models.isHeld()) store.active.value = undefined;
  }

  return {
    ghost: models.ghost,
    focused,
    attach(box) {
      const stop = new AbortController();
      const {signal: until} = stop;
      box.addEventListener("pointerdown", (event) => onPointerDown(event, box), {signal: until});
      box.addEventListener("pointermove", (event) => onPointerMove(event, box), {signal: until});
      box.addEventListener("pointerup", onPointerUp, {signal: until});
      box.addEventListener("pointercancel", onPointerUp, {signal: until});
      box.addEventListener(
        "pointerleave",
        () => {
          if (!models.isHeld() && !box.contains(document.activeElement)) store.active.value = undefined;
        },
        {signal: until}
      );
      box.addEventListener(
        "wheel",
        (event) => {
          if (axes.wheel(event, pixelOf(event, box))) event.preventDefault();
        },
        {signal: until, passive: false}
      );
      box.addEventListener("keydown", onKeyDown, {signal: until});
      box.addEventListener("keyup", ({key}) => models.endArrows(key), {signal: until});
      box.addEventListener("dblclick", axes.reset, {signal: until});
      box.addEventListener("focusin", onFocusIn, {signal: until});
      box.addEventListener("focusout", onFocusOut, {signal: until});
      // Escape reaches a drag by pointer even where nothing in the figure has focus.
      document.addEventListener(
        "keydown",
        ({key}) => {
          if (key === "Escape" && models.isHeld()) cancelGesture();
        },
        {signal: until}
      );
      return () => stop.abort();
    }
  };
}
