import {useComputed, useSignal} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import type {Figure} from "../../chart/figure.ts";
import {FigureView} from "../../chart/FigureView.tsx";
import {layoutFigure} from "../../chart/layout.ts";
import {pageTheme} from "../../chart/theme.ts";

interface StillFigureProps {
  readonly figure: ReadonlySignal<Figure | undefined>;
  /** Height in px for a width in px. */
  readonly heightFor: (width: number) => number;
  /** Bands of a moment ago stand at half strength. */
  readonly isWaiting: boolean;
}

/** A figure that is looked at and not moved, measured and laid out anew with its place. */
export function StillFigure({figure, heightFor, isWaiting}: StillFigureProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => {
      width.value = Math.floor(element.clientWidth);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const placed = useComputed(() => {
    if (figure.value === undefined || width.value === 0) return undefined;
    return layoutFigure(figure.value, {width: width.value, height: heightFor(width.value), chrome: "page"});
  });
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
