import {useComputed, useSignal} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import type {TargetedKeyboardEvent, TargetedPointerEvent} from "preact";
import {useRef} from "preact/hooks";
import {hitAt} from "../../chart/active.ts";
import type {Figure, Position} from "../../chart/figure.ts";
import {FigureView} from "../../chart/FigureView.tsx";
import type {Hit} from "../../chart/placed.ts";
import {pageTheme} from "../../chart/theme.ts";
import {readInput} from "../../scenario/address.ts";
import {inputAt} from "../../scenario/inputList.ts";
import {moved, spokenValue} from "../controls/fieldText.ts";
import {positionOf, rounded, sliderEnds, valueOfKey} from "../controls/sliderScale.ts";
import {UnbrokenPercents} from "../UnbrokenPercents.tsx";
import type {Store} from "../store.ts";
import {usePlacedFigure} from "../views/usePlacedFigure.ts";

/** An input that a handle of a figure stands for. */
export interface HandleInput {
  /** The id of the handle's mark. */
  readonly handle: string;
  readonly address: string;
  /** The input's value where the handle stands at a place, axis units. */
  readonly valueAt: (place: Position) => number;
}

interface MovableFigureProps {
  readonly store: Store;
  readonly figure: ReadonlySignal<Figure | undefined>;
  /** Height in px for a width in px. */
  readonly heightFor: (width: number) => number;
  /** Bands of a moment ago stand at half strength. */
  readonly isWaiting: boolean;
  readonly handles?: readonly HandleInput[];
}

/** How far a hand moves before it means it, pixels. */
const threshold = 3;

/**
 * A figure whose handles are second thumbs of inputs: dragged by pointer or finger, moved by the keys of a slider; one
 * step of undo a gesture, Escape takes it back. What is under hand or focus is said in the line below.
 */
export function MovableFigure({store, figure, heightFor, isWaiting, handles = []}: MovableFigureProps) {
  const {box, placed} = usePlacedFigure(figure, heightFor);
  const near = useSignal<string | undefined>(undefined);
  const focused = useSignal<string | undefined>(undefined);
  const drag = useRef<{readonly of: HandleInput; readonly grip: Position; readonly from: Position; moved: boolean}>();
  const said = useComputed(() => {
    const id = near.value ?? focused.value;
    return id === undefined ? undefined : placed.value?.hits.find((hit) => hit.id === id)?.detail;
  });
  const handleOf = (id: string | undefined) => handles.find(({handle}) => handle === id);

  const set = (of: HandleInput, value: number) => {
    const quantity = readInput(store.scenario.peek(), of.address);
    const input = inputAt(store.scenario.peek(), of.address);
    if (quantity === undefined || input === undefined || !Number.isFinite(value) || value === quantity.value) return;
    store.setInput(of.address, moved(quantity, value, input.kind.quantity), {live: true, label: input.step});
  };
  const settle = (of: HandleInput) => {
    if (store.moving.peek()) store.settle(inputAt(store.scenario.peek(), of.address)?.step ?? of.address);
  };
  const pixelOf = (event: TargetedPointerEvent<HTMLElement>): Position | undefined => {
    const svg = box.current?.querySelector("svg");
    if (svg === null || svg === undefined) return undefined;
    const {left, top} = svg.getBoundingClientRect();
    return {x: event.clientX - left, y: event.clientY - top};
  };
  const hitOf = (pixel: Position | undefined): Hit | undefined =>
    pixel === undefined || placed.value === undefined ? undefined : hitAt(placed.value, pixel.x, pixel.y);

  const onPointerDown = (event: TargetedPointerEvent<HTMLElement>) => {
    const pixel = pixelOf(event);
    const hit = hitOf(pixel);
    near.value = hit?.id;
    const of = handleOf(hit?.id);
    if (of === undefined || hit === undefined || pixel === undefined || event.button !== 0) return;
    drag.current = {of, grip: {x: pixel.x - hit.x, y: pixel.y - hit.y}, from: pixel, moved: false};
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: TargetedPointerEvent<HTMLElement>) => {
    const pixel = pixelOf(event);
    const held = drag.current;
    if (held === undefined) {
      if (event.pointerType !== "touch") near.value = hitOf(pixel)?.id;
      return;
    }
    if (pixel === undefined || placed.value === undefined) return;
    const far = Math.max(Math.abs(pixel.x - held.from.x), Math.abs(pixel.y - held.from.y));
    if (!held.moved && far < threshold) return;
    held.moved = true;
    const {plot, fromX, fromY} = placed.value;
    const x = fromX(Math.min(Math.max(pixel.x - held.grip.x, plot.x1), plot.x2));
    const y = fromY(Math.min(Math.max(pixel.y - held.grip.y, plot.y1), plot.y2));
    const kind = inputAt(store.scenario.peek(), held.of.address)?.kind;
    const value = held.of.valueAt({x, y});
    if (kind === undefined || !Number.isFinite(value)) return;
    set(held.of, rounded(kind, Math.min(kind.range[1], Math.max(kind.range[0], value))));
  };
  const onPointerEnd = () => {
    const held = drag.current;
    drag.current = undefined;
    if (held !== undefined) settle(held.of);
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.key === "Escape" && store.moving.peek()) {
      event.preventDefault();
      event.stopPropagation();
      drag.current = undefined;
      store.cancel();
      return;
    }
    const of = handleOf((event.target as Element).closest("[data-id]")?.getAttribute("data-id") ?? undefined);
    if (of === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const input = inputAt(store.scenario.peek(), of.address);
    const value = input && valueOfKey(input.kind, input.quantity.value, event.key, event.shiftKey);
    if (value === undefined) return;
    event.preventDefault();
    set(of, value);
  };
  const onKeyUp = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const of = handleOf((event.target as Element).closest("[data-id]")?.getAttribute("data-id") ?? undefined);
    if (of !== undefined) settle(of);
  };
  const describe = (hit: Hit) => {
    const of = handleOf(hit.id);
    const input = of && inputAt(store.scenario.peek(), of.address);
    if (input === undefined) return undefined;
    const [min, max] = sliderEnds(input.kind);
    return {
      label: `${input.label}, in the figure`,
      valueText: spokenValue(input.quantity, input.kind, input.placed ? "placed" : ""),
      now: positionOf(input.kind, input.quantity.value),
      min,
      max
    };
  };
  return (
    <div class="figure-pane">
      <div
        class={isWaiting ? "figure movable waiting" : "figure movable"}
        ref={box}
        data-near={useComputed(() => (handleOf(near.value) === undefined ? undefined : ""))}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        onPointerLeave={() => {
          if (drag.current === undefined) near.value = undefined;
        }}
        onKeyDown={onKeyDown}
        onKeyUp={onKeyUp}
        onFocusIn={(event) => {
          focused.value = (event.target as Element).closest("[data-id]")?.getAttribute("data-id") ?? undefined;
        }}
        onFocusOut={() => {
          focused.value = undefined;
          if (drag.current === undefined && store.moving.peek()) store.settle("a handle of the figure");
        }}
      >
        {placed.value && (
          <FigureView
            placed={placed.value}
            theme={pageTheme}
            interactive
            focusedId={focused.value}
            isWaiting={isWaiting}
            describe={describe}
          />
        )}
      </div>
      <p class="detail">
        <UnbrokenPercents text={said.value ?? figure.value?.caption ?? ""} />
      </p>
    </div>
  );
}
