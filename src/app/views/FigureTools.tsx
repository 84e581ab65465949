import type {Model} from "../model.ts";
import {zoomed} from "../figure/zoom.ts";

/** Buttons that do what wheel and fingers do: nearer, further, all. */
export function FigureTools({model}: {readonly model: Model}) {
  const {window} = model.store;
  const zoom = (factor: number) => {
    const figure = model.figure.value;
    if (figure === undefined) return;
    const {x, y} = figure;
    window.value = zoomed({x: x.domain, y: y.domain}, factor, {x: 0.5, y: 0.5});
  };
  return (
    <div class="figure-tools" role="group" aria-label="Axes">
      <button class="quiet icon" aria-label="Zoom in" title="Zoom in (+)" onClick={() => zoom(1 / 1.5)}>
        +
      </button>
      <button class="quiet icon" aria-label="Zoom out" title="Zoom out (−)" onClick={() => zoom(1.5)}>
        −
      </button>
      {window.value !== undefined && (
        <button class="quiet" title="Show all again (0)" onClick={() => (window.value = undefined)}>
          Reset axes
        </button>
      )}
    </div>
  );
}
