import {useComputed} from "@preact/signals";
import {subjectWaterfall} from "../../figures/waterfall.ts";
import type {Model} from "../model.ts";
import {StillFigure} from "./StillFigure.tsx";

/** The parts of the subject's gain, which multiply to the whole, as steps. */
export function Waterfall({model}: {readonly model: Model}) {
  const figure = useComputed(() => subjectWaterfall(model.store.scenario.value, model.simulation.value.ladder));
  const rows = figure.value?.y.rows?.length;
  if (rows === undefined) return null;
  return (
    <section aria-labelledby="parts-title">
      <h2 class="section" id="parts-title">
        What the gain is made of <span>parts multiply; what is kept apart is not training</span>
      </h2>
      <StillFigure figure={figure} heightFor={() => 90 + 38 * rows} isWaiting={false} />
    </section>
  );
}
