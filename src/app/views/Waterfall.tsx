import {useSignal} from "@preact/signals";
import {waterfallFigure} from "../../figures/waterfall.ts";
import type {Recipe, Scenario} from "../../scenario/schema.ts";
import type {GainParts} from "../../simulation/parts.ts";
import {StillFigure} from "./StillFigure.tsx";

interface WaterfallProps {
  readonly scenario: Scenario;
  readonly recipe: Recipe;
  readonly parts: GainParts;
}

/** The parts of a gain, which multiply to the whole, as steps. */
export function Waterfall({scenario, recipe, parts}: WaterfallProps) {
  const figure = useSignal(waterfallFigure(scenario, recipe, parts));
  figure.value = waterfallFigure(scenario, recipe, parts);
  return (
    <section aria-labelledby="parts-title">
      <h2 class="section" id="parts-title">
        What the gain is made of <span>parts multiply; what is kept apart is not training</span>
      </h2>
      <StillFigure figure={figure} heightFor={() => 90 + 38 * (parts.factors.length + 2)} isWaiting={false} />
    </section>
  );
}
