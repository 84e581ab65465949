import {signal} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import {hitAt} from "../chart/active.ts";
import type {HandleMark, PointMark, Position} from "../chart/figure.ts";
import type {PlacedFigure} from "../chart/placed.ts";
import {alongCurve, alongRung, computeOnCurve, placeModel} from "../simulation/place.ts";
import type {Place} from "../simulation/place.ts";
import type {Solved} from "../simulation/solve.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Solution} from "../simulation/solve.ts";
import type {Drag, Pixel} from "./drag.ts";
import {nextDrag} from "./drag.ts";
import type {Model} from "./model.ts";
import {panned, zoomed} from "./zoom.ts";

/** How far arrow keys move a point, decades of compute; with Shift ten times as far. */
const keyStep = 0.02;

/** The state of affairs when a gesture began: what Escape restores and every move is measured from. */
interface Start {
  readonly scenario: Scenario;
  readonly solution: Solution;
  readonly place: Solved;
  readonly metric: string;
}

export interface FigureInteraction {
  readonly ghost: ReadonlySignal<Position | undefined>;
  /** The mark that the keyboard is on. */
  readonly focused: ReadonlySignal<string | undefined>;
  /** Listens on the figure's box; returns how to stop. */
  attach(box: HTMLElement): () => void;
}

/** Points and handles of a figure moved by pointer, touch and keys; its axes by wheel, two fingers and keys. */
export function figureInteraction(model: Model, placedFigure: () => PlacedFigure | undefined): FigureInteraction {
  const {store} = model;
  const ghost = signal<Position | undefined>(undefined);
  const focused = signal<string | undefined>(undefined);
  let drag: Drag = {state: "idle"};
  let start: Start | undefined;
  let keyGesture: {readonly model: string; readonly along: "rung" | "curve"} | undefined;
  let pan:
    | {
        readonly at: Pixel;
        readonly window: {readonly x: readonly [number, number]; readonly y: readonly [number, number]};
      }
    | undefined;
  const fingers = new Map<number, Pixel>();

  const name = (id: string) => store.scenario.value.models.find((item) => item.id === id)?.name ?? id;
  const markOf = (id: string) =>
    model.figure.value?.marks.find(
      (mark): mark is PointMark | HandleMark => (mark.type === "point" || mark.type === "handle") && mark.model === id
    );

  function startOf(id: string): Start | undefined {
    const {ladder} = model.simulation.value;
    const place = ladder?.solution.models.get(id);
    if (ladder === undefined || place === undefined || model.view.value !== "ladder") return undefined;
    const mark = markOf(id);
    if (mark !== undefined) ghost.value = {x: mark.x, y: mark.y};
    return {scenario: store.scenario.value, solution: ladder.solution, place, metric: ladder.metric};
  }

  function moveTo(id: string, place: Place): void {
    if (start === undefined || ![place.log10C, place.log10Gain, place.score].every(Number.isFinite)) return;
    store.preview(placeModel(start.scenario, start.metric, id, place, start.place));
  }

  function settle(id: string, along: "rung" | "curve"): void {
    store.settle(along === "rung" ? `compute of ${name(id)}` : `${name(id)} along its curve`);
    start = undefined;
    ghost.value = undefined;
  }

  function cancelGesture(): void {
    store.cancel();
    drag = {state: "idle"};
    keyGesture = undefined;
    start = undefined;
    pan = undefined;
    ghost.value = undefined;
  }

  function onDrag(next: Drag): void {
    const placed = placedFigure();
    if (next.state === "dragging" && placed !== undefined) {
      start ??= startOf(next.model);
      if (start !== undefined) {
        const before = {x: placed.toX(start.place.log10C), y: placed.toY(start.place.score)};
        // A hand that leaves the plot takes nothing where it could not be seen.
        const {x1, x2, y1, y2} = placed.plot;
        const dx = Math.min(Math.max(before.x + next.at.x - next.origin.x, x1), x2) - before.x;
        const dy = Math.min(Math.max(before.y + next.at.y - next.origin.y, y1), y2) - before.y;
        const place =
          next.along === "rung"
            ? alongRung(start.solution, start.place, placed.fromX(before.x + dx))
            : alongCurve(
                start.solution,
                start.place,
                computeOnCurve(start.solution, start.place, placed.fromY(before.y + dy))
              );
        moveTo(next.model, place);
      }
    }
    if (next.state === "idle" && drag.state === "dragging") settle(drag.model, drag.along);
    drag = next;
  }

  const pixelOf = (event: PointerEvent | WheelEvent, box: HTMLElement): Pixel => {
    const {left, top} = (box.querySelector("svg") ?? box).getBoundingClientRect();
    return {x: event.clientX - left, y: event.clientY - top};
  };

  /** The model under or next to a pixel: where two reach it, the nearer one. */
  const modelAt = ({x, y}: Pixel): string | undefined => {
    const placed = placedFigure();
    return placed && hitAt(placed, x, y)?.model;
  };

  const isInPlot = ({x, y}: Pixel): boolean => {
    const plot = placedFigure()?.plot;
    return plot !== undefined && x >= plot.x1 && x <= plot.x2 && y >= plot.y1 && y <= plot.y2;
  };

  const currentWindow = () => {
    const figure = model.figure.value;
    return figure === undefined ? undefined : {x: figure.x.domain, y: figure.y.domain};
  };

  /** Where in the plot a pixel lies, as fractions from left and bottom. */
  const fractions = ({x, y}: Pixel) => {
    const {x1, x2, y1, y2} = placedFigure()?.plot ?? {x1: 0, x2: 1, y1: 0, y2: 1};
    return {x: (x - x1) / (x2 - x1), y: (y2 - y) / (y2 - y1)};
  };

  function onPointerDown(event: PointerEvent, box: HTMLElement): void {
    const at = pixelOf(event, box);
    if (event.pointerType === "touch") fingers.set(event.pointerId, at);
    if (fingers.size > 1) return cancelGesture();
    if (event.button !== 0) return;
    const id = modelAt(at);
    if (id !== undefined && markOf(id) !== undefined) {
      store.active.value = id;
      box.querySelector<SVGElement>(`[role="slider"][data-model="${CSS.escape(id)}"]`)?.focus({preventScroll: true});
      drag = nextDrag(drag, {type: "down", model: id, at});
      box.setPointerCapture(event.pointerId);
      event.preventDefault();
      return;
    }
    const window = currentWindow();
    if (event.pointerType !== "touch" && isInPlot(at) && window !== undefined) {
      pan = {at, window};
      box.setPointerCapture(event.pointerId);
    }
  }

  function onPinch(before: readonly Pixel[], after: readonly Pixel[]): void {
    const [a, b] = before;
    const [c, d] = after;
    const window = currentWindow();
    if (a === undefined || b === undefined || c === undefined || d === undefined || window === undefined) return;
    const factor = Math.hypot(a.x - b.x, a.y - b.y) / Math.max(1, Math.hypot(c.x - d.x, c.y - d.y));
    const [from, to] = [
      fractions({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2}),
      fractions({x: (c.x + d.x) / 2, y: (c.y + d.y) / 2})
    ];
    store.window.value = zoomed(panned(window, from.x - to.x, from.y - to.y), factor, to);
  }

  function onPointerMove(event: PointerEvent, box: HTMLElement): void {
    const at = pixelOf(event, box);
    if (fingers.has(event.pointerId)) {
      const before = [...fingers.values()];
      fingers.set(event.pointerId, at);
      if (fingers.size === 2) return onPinch(before, [...fingers.values()]);
    }
    if (drag.state !== "idle") return onDrag(nextDrag(drag, {type: "move", at}));
    if (pan !== undefined) {
      const [from, to] = [fractions(pan.at), fractions(at)];
      store.window.value = panned(pan.window, from.x - to.x, from.y - to.y);
      return;
    }
    if (event.pointerType !== "touch") {
      const over = modelAt(at);
      if (store.active.value !== over) store.active.value = over;
    }
  }

  function onPointerUp(event: PointerEvent): void {
    fingers.delete(event.pointerId);
    pan = undefined;
    onDrag(nextDrag(drag, {type: event.type === "pointercancel" ? "cancel" : "up"}));
  }

  function onWheel(event: WheelEvent, box: HTMLElement): void {
    // A plain wheel scrolls the page; with Ctrl or a pinch on a trackpad it zooms.
    const window = currentWindow();
    const at = pixelOf(event, box);
    if (!(event.ctrlKey || event.metaKey) || window === undefined || !isInPlot(at)) return;
    event.preventDefault();
    const factor = Math.min(2, Math.max(0.5, 1 + event.deltaY * 0.005));
    store.window.value = zoomed(window, factor, fractions(at));
  }

  const arrows: Record<string, readonly ["rung" | "curve", 1 | -1]> = {
    ArrowLeft: ["rung", -1],
    ArrowRight: ["rung", 1],
    ArrowDown: ["curve", -1],
    ArrowUp: ["curve", 1]
  };

  function onArrow(id: string, [along, sign]: readonly ["rung" | "curve", 1 | -1], far: boolean): void {
    if (keyGesture !== undefined && (keyGesture.model !== id || keyGesture.along !== along)) {
      settle(keyGesture.model, keyGesture.along);
      keyGesture = undefined;
    }
    start ??= startOf(id);
    keyGesture = {model: id, along};
    const now = model.simulation.value.ladder?.solution.models.get(id);
    if (start === undefined || now === undefined) return;
    const log10C = now.log10C + sign * keyStep * (far ? 10 : 1);
    // A rounded compute must not swallow a small step: measured from the start, not from what was written.
    moveTo(
      id,
      along === "rung"
        ? alongRung(start.solution, start.place, log10C)
        : alongCurve(start.solution, start.place, log10C)
    );
  }

  function onKeyDown(event: KeyboardEvent): void {
    const id = (event.target as Element).closest("[data-model]")?.getAttribute("data-model");
    const arrow = arrows[event.key];
    if (id !== null && id !== undefined && arrow !== undefined) {
      event.preventDefault();
      onArrow(id, arrow, event.shiftKey);
      return;
    }
    if (event.key === "Escape" && (drag.state !== "idle" || keyGesture !== undefined)) {
      event.preventDefault();
      cancelGesture();
      return;
    }
    const window = currentWindow();
    const factor =
      event.key === "+" || event.key === "=" ? 1 / 1.25 : event.key === "-" || event.key === "_" ? 1.25 : undefined;
    if (window === undefined || event.ctrlKey || event.metaKey) return;
    if (factor !== undefined) store.window.value = zoomed(window, factor, {x: 0.5, y: 0.5});
    if (event.key === "0") store.window.value = undefined;
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (keyGesture === undefined || arrows[event.key] === undefined) return;
    settle(keyGesture.model, keyGesture.along);
    keyGesture = undefined;
  }

  return {
    ghost,
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
          if (drag.state === "idle" && !box.contains(document.activeElement)) store.active.value = undefined;
        },
        {signal: until}
      );
      box.addEventListener("wheel", (event) => onWheel(event, box), {signal: until, passive: false});
      box.addEventListener("keydown", onKeyDown, {signal: until});
      box.addEventListener("keyup", onKeyUp, {signal: until});
      box.addEventListener("dblclick", () => (store.window.value = undefined), {signal: until});
      box.addEventListener(
        "focusin",
        (event) => {
          const id = (event.target as Element).closest("[data-model]")?.getAttribute("data-model");
          if (id === null || id === undefined) return;
          store.active.value = id;
          focused.value = (event.target as Element).matches(":focus-visible") ? `model-${id}` : undefined;
        },
        {signal: until}
      );
      box.addEventListener(
        "focusout",
        () => {
          if (keyGesture !== undefined) {
            settle(keyGesture.model, keyGesture.along);
            keyGesture = undefined;
          }
          focused.value = undefined;
          if (drag.state === "idle") store.active.value = undefined;
        },
        {signal: until}
      );
      // Escape reaches a drag by pointer even where nothing in the figure has focus.
      document.addEventListener(
        "keydown",
        (event) => {
          if (event.key === "Escape" && drag.state !== "idle") cancelGesture();
        },
        {signal: until}
      );
      return () => stop.abort();
    }
  };
}
