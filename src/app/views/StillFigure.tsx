import type {ReadonlySignal} from "@preact/signals";
import type {Figure} from "../../chart/figure.ts";
import {FigureView} from "../../chart/FigureView.tsx";
import {pageTheme} from "../../chart/theme.ts";
import {usePlacedFigure} from "./usePlacedFigure.ts";

interface StillFigureProps {
  readonly figure: ReadonlySignal<Figure | undefined>;
  /** Height in px for a width in px. */
  readonly heightFor: (width: number) => number;
  /** Bands of a moment ago stand at half strength. */
  readonly isWaiting: boolean;
}

/** A figure that is looked at and not moved, measured and laid out anew with its place. */
export function StillFigure({figure, heightFor, isWaiting}: StillFigureProps) {
  const {box, placed} = usePlacedFigure(figure, heightFor);
  return (
    <div
      class={isWaiting ? "figure still waiting" : "figure still"}
      ref={box}
      role="group"
      aria-label={figure.value?.description}
    >
      {placed.value && <FigureView placed={placed.value} theme={pageTheme} isWaiting={isWaiting} />}
    </div>
  );
}
