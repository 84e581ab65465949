import "./plan.css";
import {useComputed} from "@preact/signals";
import {useEffect, useRef} from "preact/hooks";
import {heightFor} from "../../chart/panels.ts";
import {planDesignFigure} from "../../figures/planDesignFigure.ts";
import {planIntervalFigure} from "../../figures/planIntervalFigure.ts";
import {planPowerFigure, powerHandle} from "../../figures/planPowerFigure.ts";
import {planFormulas} from "../../figures/planFormulas.ts";
import {planAnswerWords} from "../../figures/planWords.ts";
import {plain} from "../../figures/wording.ts";
import {runListCsv} from "../../fitting/plan/runList.ts";
import {pow10} from "../../numerics/exp.ts";
import {budgetUnitOf} from "../../scenario/editPlan.ts";
import {inputAt} from "../../scenario/inputList.ts";
import {knownPlan} from "../../simulation/knownPlan.ts";
import type {PlanNumbers} from "../../simulation/plan.ts";
import type {PlanDraws} from "../../simulation/planDraws.ts";
import {obstacle} from "../controls/obstacle.ts";
import {download, fileName} from "../files.ts";
import {WorkLine} from "../fit/WorkLine.tsx";
import type {Model} from "../model.ts";
import type {ViewProps} from "../views/LazyView.tsx";
import {LadderPage} from "./LadderPage.tsx";
import {MovableFigure} from "./MovableFigure.tsx";
import type {HandleInput} from "./MovableFigure.tsx";
import {PlanChoices} from "./PlanChoices.tsx";
import {BuysTables, RunsTable, ToldTable} from "./PlanTables.tsx";

const heights = {
  power: (width: number): number => (width < 560 ? 400 : Math.round(Math.min(460, Math.max(360, width * 0.48)))),
  interval: (width: number): number => (width < 560 ? 380 : Math.round(Math.min(400, Math.max(340, width * 0.42))))
} as const;

/** The newest simulation there is; one of the other kind of plan says nothing of this. */
function drawnOf({uncertainty}: Model, {kind}: PlanNumbers): PlanDraws | undefined {
  const drawn = uncertainty.value.value.plan;
  return drawn?.kind === kind ? drawn : undefined;
}

/** What the handle of the power figure stands for. */
function handlesOf({store}: Model, numbers: PlanNumbers): readonly HandleInput[] {
  const {plan} = store.scenario.value;
  if (plan === undefined) return [];
  if (numbers.kind === "autopsy") {
    return [{handle: powerHandle, address: "plan.gain", valueAt: ({x}) => Number(pow10(x).toPrecision(3))}];
  }
  const unit = budgetUnitOf(plan);
  const {budget} = numbers.question;
  if (unit === undefined || budget === undefined) return [];
  const each = (plan[unit]?.value ?? NaN) / budget;
  return [{handle: powerHandle, address: `plan.${unit}`, valueAt: ({x}) => each * pow10(x)}];
}

function Figures({
  model,
  numbers,
  which
}: {
  readonly model: Model;
  readonly numbers: PlanNumbers;
  readonly which: "power" | "interval" | "design";
}) {
  const {store} = model;
  const figure = useComputed(() => {
    const scenario = store.scenario.value;
    const now = knownPlan(scenario);
    const of = now?.ok === true ? now : numbers;
    const options = {find: model.find.value};
    if (which === "design") return planDesignFigure(scenario, of, options);
    return {power: planPowerFigure, interval: planIntervalFigure}[which](
      scenario,
      of,
      drawnOf(model, of),
      options,
      !model.uncertainty.value.fresh
    );
  });
  return (
    <MovableFigure
      store={store}
      figure={figure}
      heightFor={which === "design" ? (width) => heightFor(figure.value, width) : heights[which]}
      isWaiting={which !== "design" && !model.uncertainty.value.fresh}
      handles={which === "power" ? handlesOf(model, numbers) : []}
    />
  );
}

/** How many runs before a gain can be told, or what a ladder could have told: power, interval, design, run list. */
export function PlanView({model}: ViewProps) {
  const {store} = model;
  const scenario = store.scenario.value;
  const found = knownPlan(scenario);
  // Where there is no answer the last one stays, faded, under the reason.
  const last = useRef<PlanNumbers>();
  if (found?.ok === true) last.current = found;
  const fault = found?.ok === false ? found : undefined;
  useEffect(() => {
    obstacle.value = fault && {address: `plan.${fault.field}`, message: fault.message};
    return () => {
      obstacle.value = undefined;
    };
  }, [fault?.field, fault?.message]);
  const {plan} = scenario;
  if (plan === undefined || found === undefined) {
    return <LadderPage model={model} section="plan" answer={undefined} formulas={[]} children={null} />;
  }
  const numbers = found.ok ? found : last.current;
  const isWaiting = !model.uncertainty.value.fresh;
  if (!found.ok || numbers === undefined) {
    const at = found.ok ? "" : `${inputAt(scenario, `plan.${found.field}`)?.label ?? found.field} ${found.message}`;
    return (
      <LadderPage
        model={model}
        section="plan"
        answer={{
          body: plain("No ladder answers this"),
          condition: plain(`${at.charAt(0).toUpperCase()}${at.slice(1)}.`)
        }}
        formulas={[]}
      >
        {numbers && (
          <div class="plan-stale" aria-hidden="true" inert>
            <Figures model={model} numbers={numbers} which="power" />
          </div>
        )}
      </LadderPage>
    );
  }
  const drawn = drawnOf(model, numbers);
  const isStopped = isWaiting && model.working.value === undefined && !store.moving.value;
  const says = planAnswerWords(scenario, numbers, isWaiting ? undefined : drawn);
  return (
    <LadderPage model={model} section="plan" answer={says} formulas={planFormulas(numbers)}>
      <WorkLine model={model} simulating />
      <Figures model={model} numbers={numbers} which="power" />
      <PlanChoices store={store} plan={plan} question={numbers.question} />
      <ToldTable store={store} numbers={numbers} drawn={drawn} isWaiting={isWaiting} isStopped={isStopped} />
      <h2 class="section">
        The gain that such ladders give <span>against the decades from the largest rung to the target</span>
      </h2>
      <Figures model={model} numbers={numbers} which="interval" />
      <BuysTables numbers={numbers} />
      <h2 class="section">
        Where the runs stand <span>the design of least variance, and a geometric ladder</span>
      </h2>
      <Figures model={model} numbers={numbers} which="design" />
      <RunsTable
        numbers={numbers}
        save={() => download(fileName(scenario.title, "csv", "runs"), runListCsv(numbers.shown.runs), "text/csv")}
      />
      {plan.note !== undefined && <p class="plan-note">{plan.note}</p>}
    </LadderPage>
  );
}
