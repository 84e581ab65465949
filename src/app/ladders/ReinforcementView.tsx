import "./reinforcement.css";
import {useComputed} from "@preact/signals";
import {computeHandle, reinforcementFigure} from "../../figures/reinforcementFigure.ts";
import {reinforcementFormulas} from "../../figures/reinforcementFormulas.ts";
import {drawsWords} from "../../figures/reinforcementFooter.ts";
import {reinforcementPassFigure} from "../../figures/reinforcementPassFigure.ts";
import {passAssumption, passWords, reinforcementReport} from "../../figures/reinforcementWords.ts";
import {pow10} from "../../numerics/exp.ts";
import {reinforcement} from "../../simulation/reinforcement.ts";
import type {ReinforcementUncertainty} from "../../simulation/reinforcementUncertainty.ts";
import {UnbrokenPercents} from "../UnbrokenPercents.tsx";
import type {Model} from "../model.ts";
import type {ViewProps} from "../views/LazyView.tsx";
import {LadderPage} from "./LadderPage.tsx";
import {MovableFigure} from "./MovableFigure.tsx";
import type {HandleInput} from "./MovableFigure.tsx";
import {ReinforcementPoints} from "./ReinforcementPoints.tsx";
import {LineTable, TodayTable} from "./ReinforcementTables.tsx";

const handles: readonly HandleInput[] = [
  {handle: computeHandle, address: "reinforcement.compute", valueAt: ({x}) => pow10(x)}
];

const heights = {
  score: (width: number): number => (width < 560 ? 400 : Math.round(Math.min(470, Math.max(380, width * 0.5)))),
  passes: (width: number): number => (width < 560 ? 380 : Math.round(Math.min(400, Math.max(340, width * 0.42))))
} as const;

/** The newest intervals there are; those of a fit to other points say nothing of these. */
function drawnOf({store, uncertainty}: Model): ReinforcementUncertainty | undefined {
  const {value, of} = uncertainty.value;
  const drawn = value.reinforcement;
  if (drawn?.fit === undefined || of?.reinforcement?.points === store.scenario.value.reinforcement?.points)
    return drawn;
  return {...drawn, fit: undefined};
}

const figures = {score: reinforcementFigure, passes: reinforcementPassFigure} as const;

function Panel({model, which}: {readonly model: Model; readonly which: keyof typeof figures}) {
  const {store} = model;
  const figure = useComputed(() => {
    const scenario = store.scenario.value;
    const numbers = reinforcement(scenario);
    const section = scenario.reinforcement;
    return section && numbers && figures[which](section, numbers, drawnOf(model), {find: model.find.value});
  });
  return (
    <MovableFigure
      store={store}
      figure={figure}
      heightFor={heights[which]}
      isWaiting={!model.uncertainty.value.fresh}
      handles={handles}
    />
  );
}

/** Score against reinforcement learning, what it does to pass@1 and pass@k, and the fit to measured points. */
export function ReinforcementView({model}: ViewProps) {
  const scenario = model.store.scenario.value;
  const drawn = drawnOf(model);
  const report = reinforcementReport(scenario, drawn);
  if (report === undefined) {
    return <LadderPage model={model} section="reinforcement" answer={undefined} formulas={[]} children={null} />;
  }
  const {section, numbers, answer} = report;
  const passes = passWords(section, numbers, drawn);
  return (
    <LadderPage
      model={model}
      section="reinforcement"
      answer={answer}
      formulas={reinforcementFormulas(section, numbers)}
    >
      <Panel model={model} which="score" />
      {passes !== undefined && (
        <section aria-labelledby="passes-title">
          <h2 class="section" id="passes-title">
            More reliable without less diverse <span>pass@1 and pass@{numbers.passes?.k} along the training</span>
          </h2>
          <p class="rl-says" aria-live="polite">
            <UnbrokenPercents text={passes.join(" ")} />
          </p>
          <Panel model={model} which="passes" />
          <p class="rl-note">{passAssumption}</p>
        </section>
      )}
      <TodayTable store={model.store} section={section} numbers={numbers} drawn={drawn} />
      <LineTable store={model.store} section={section} numbers={numbers} drawn={drawn} />
      <p class="rl-note">
        {drawn === undefined ? "Intervals are on their way." : `${drawsWords(drawn)}.`}
        {section.note !== undefined && ` ${section.note}`}
      </p>
      <ReinforcementPoints model={model} section={section} numbers={numbers} drawn={drawn} />
    </LadderPage>
  );
}
