import {useComputed, useSignal} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import type {Figure} from "../../chart/figure.ts";
import {layoutFigure} from "../../chart/layout.ts";
import {drawnFigure} from "../compare/compared.ts";

/** A figure laid out in the width of its box, and anew when that changes. */
export function usePlacedFigure(figure: ReadonlySignal<Figure | undefined>, heightFor: (width: number) => number) {
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
    return layoutFigure(drawnFigure(figure.value), {
      width: width.value,
      height: heightFor(width.value),
      chrome: "page"
    });
  });
  return {box, placed};
}
