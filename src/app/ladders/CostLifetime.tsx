import {useComputed} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import {lifetimeWords} from "../../figures/costWords.ts";
import {lifetimeFigure, lifetimeHandle} from "../../figures/lifetimeFigure.ts";
import {servedForSize} from "../../laws/inferenceAware.ts";
import {pow10} from "../../numerics/exp.ts";
import {chinchillaLaws} from "../../scenario/chinchillaLaws.ts";
import {costs} from "../../simulation/cost.ts";
import {tokensOf} from "../../simulation/setupWork.ts";
import type {CostReport} from "../../simulation/costNumbers.ts";
import type {CostUncertainty} from "../../simulation/costUncertainty.ts";
import type {Model} from "../model.ts";
import {MovableFigure} from "./MovableFigure.tsx";
import type {HandleInput} from "./MovableFigure.tsx";

interface CostLifetimeProps {
  readonly model: Model;
  readonly report: CostReport;
  readonly drawn: ReadonlySignal<CostUncertainty>;
}

/** The size of least compute over a model’s life: moving it sets how many tokens, or tasks, are served. */
export function CostLifetime({model: {store, uncertainty}, report, drawn}: CostLifetimeProps) {
  const figure = useComputed(() => lifetimeFigure(store.scenario.value, drawn.value));
  const handles = useComputed((): readonly HandleInput[] => {
    const {lifetime} = store.scenario.value.cost ?? {};
    if (lifetime === undefined) return [];
    const law = chinchillaLaws[lifetime.law];
    const served = ({x}: {readonly x: number}) => servedForSize(law, lifetime.loss.value, pow10(x));
    const whose = costs(store.scenario.value)?.numbers.setups.get(lifetime.of ?? "");
    if (whose === undefined) return [{handle: lifetimeHandle, address: "cost.lifetime.served", valueAt: served}];
    // Tokens served are then tasks times those of the setup: moving the size moves the tasks.
    const perTask = tokensOf(whose);
    return [{handle: lifetimeHandle, address: "cost.tasks", valueAt: (place) => served(place) / perTask}];
  });
  const words = lifetimeWords(report);
  if (words === undefined) return null;
  return (
    <section aria-labelledby="lifetime-title">
      <h2 class="section" id="lifetime-title">
        Over the life of a model <span>the more is served, the smaller and the longer trained</span>
      </h2>
      <p class="condition">{words}</p>
      <MovableFigure
        store={store}
        figure={figure}
        heightFor={(width) => Math.round(Math.min(440, Math.max(320, width * 0.48)))}
        isWaiting={!uncertainty.value.fresh}
        handles={handles.value}
      />
    </section>
  );
}
