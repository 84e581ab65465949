import {useComputed} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import type {Figure} from "../../chart/figure.ts";
import {layoutFigure} from "../../chart/layout.ts";
import {drawnFigure} from "../compare/compared.ts";
import {useBoxWidth} from "./useBoxWidth.ts";

/** A figure laid out in the width of its box, and anew when that changes. */
export function usePlacedFigure(figure: ReadonlySignal<Figure | undefined>, heightFor: (width: number) => number) {
  const {box, width} = useBoxWidth();
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
