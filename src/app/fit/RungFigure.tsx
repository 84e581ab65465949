import {useComputed, useSignal} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import type {TargetedEvent, TargetedKeyboardEvent, TargetedPointerEvent} from "preact";
import {hitAt} from "../../chart/active.ts";
import type {Figure} from "../../chart/figure.ts";
import {FigureView} from "../../chart/FigureView.tsx";
import type {Hit} from "../../chart/placed.ts";
import {pageTheme} from "../../chart/theme.ts";
import {usePlacedFigure} from "../views/usePlacedFigure.ts";

interface RungFigureProps {
  readonly figure: ReadonlySignal<Figure | undefined>;
  readonly heightFor: (width: number) => number;
  /** Bands of a moment ago stand at half strength. */
  readonly isWaiting: boolean;
  /** Rows of runs that take no part because they were switched off. */
  readonly off: ReadonlySet<number>;
  /** Switches a run off or on. */
  readonly onRun: (row: number) => void;
}

/** The row of a run from the id of its mark; undefined for other marks. */
export function rowOfMark(id: string | undefined): number | undefined {
  const row = /^rung-(\d+)$/.exec(id ?? "")?.[1];
  return row === undefined ? undefined : Number(row);
}

/** The caption without its word on tapping, which here does more than to look. */
const captionOf = (figure: Figure | undefined): string =>
  (figure?.caption ?? "").replace(/\s*Tap a run for what it was\.?/, "");

/** A figure whose runs are switched off and on by a click or by Enter; what is under hand or focus is said below. */
export function RungFigure({figure, heightFor, isWaiting, off, onRun}: RungFigureProps) {
  const {box, placed} = usePlacedFigure(figure, heightFor);
  const near = useSignal<string | undefined>(undefined);
  const focused = useSignal<string | undefined>(undefined);
  const said = useComputed(() => {
    const id = near.value ?? focused.value;
    return id === undefined ? undefined : placed.value?.hits.find((hit) => hit.id === id)?.detail;
  });

  const idAt = (event: TargetedPointerEvent<HTMLElement> | TargetedEvent<HTMLElement, MouseEvent>) => {
    const svg = box.current?.querySelector("svg");
    if (svg === null || svg === undefined || placed.value === undefined) return undefined;
    const {left, top} = svg.getBoundingClientRect();
    return hitAt(placed.value, event.clientX - left, event.clientY - top)?.id;
  };
  const toggle = (id: string | undefined) => {
    const row = rowOfMark(id);
    if (row === undefined) return;
    const hadFocus = box.current?.contains(document.activeElement) === true;
    onRun(row);
    // The mark is drawn anew in another place of the order; the keyboard stays on it.
    if (hadFocus)
      requestAnimationFrame(() => box.current?.querySelector<SVGElement>(`[data-id="rung-${row}"][tabindex]`)?.focus());
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>) => {
    const id = (event.target as Element).closest("[data-id]")?.getAttribute("data-id") ?? undefined;
    if ((event.key !== "Enter" && event.key !== " ") || rowOfMark(id) === undefined) return;
    event.preventDefault();
    toggle(id);
  };
  const describe = (hit: Hit) => {
    const row = rowOfMark(hit.id);
    return row === undefined ? undefined : {label: hit.detail, checked: !off.has(row)};
  };
  return (
    <div class="figure-pane">
      <div
        class={`figure still rungs${isWaiting ? " waiting" : ""}`}
        ref={box}
        data-near={useComputed(() => (rowOfMark(near.value) === undefined ? undefined : ""))}
        onClick={(event) => {
          near.value = idAt(event);
          toggle(near.value);
        }}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => {
          if (event.pointerType !== "touch") near.value = idAt(event);
        }}
        onPointerLeave={() => (near.value = undefined)}
        onFocusIn={(event) => {
          focused.value = (event.target as Element).closest("[data-id]")?.getAttribute("data-id") ?? undefined;
        }}
        onFocusOut={() => (focused.value = undefined)}
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
      <p class="detail">{said.value ?? `${captionOf(figure.value)} A click or Enter switches a run off and on.`}</p>
    </div>
  );
}
