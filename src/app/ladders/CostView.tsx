import {withCommas} from "../../scenario/numberText.ts";
import "./cost.css";
import {useComputed} from "@preact/signals";
import {heightFor} from "../../chart/panels.ts";
import {billFigure, billMark} from "../../figures/billFigure.ts";
import {costAnswer} from "../../figures/costAnswer.ts";
import {costFormulas} from "../../figures/costFormulas.ts";
import {hasPlacedPrice} from "../../figures/costMarks.ts";
import {taskUnitOf} from "../../figures/costWords.ts";
import {tasksFigure, tasksHandle} from "../../figures/tasksFigure.ts";
import {plain} from "../../figures/wording.ts";
import {outputPriceFor} from "../../laws/serving.ts";
import {pow10} from "../../numerics/exp.ts";
import {costs} from "../../simulation/cost.ts";
import {costReport} from "../../simulation/costNumbers.ts";
import {undrawnCosts} from "../../simulation/costUncertainty.ts";
import type {Scenario} from "../../scenario/schema.ts";
import type {ViewProps} from "../views/LazyView.tsx";
import {useBefore} from "../compare/Was.tsx";
import {CostChanges} from "./CostChanges.tsx";
import {HardwareChoices} from "./CostChoices.tsx";
import {CostLifetime} from "./CostLifetime.tsx";
import {CostPipeline} from "./CostPipeline.tsx";
import {ServingTable} from "./ServingTable.tsx";
import {TrainingTable} from "./TrainingTable.tsx";
import {LadderPage} from "./LadderPage.tsx";
import {MovableFigure} from "./MovableFigure.tsx";
import type {HandleInput} from "./MovableFigure.tsx";
import {useCostEdit} from "./useCostEdit.ts";

/** A bill whose price is placed is moved by that of its output. */
function priceHandles(scenario: Scenario): readonly HandleInput[] {
  const unit = taskUnitOf(scenario);
  return (costs(scenario)?.setups ?? []).flatMap(({setup, numbers}) => {
    const {id, pricesOf = id, inputPrice} = setup;
    const {agents, input, output, joiningInput, joiningOutput} = numbers;
    const tokens = {input: agents * input + joiningInput, output: agents * output + joiningOutput};
    if (!hasPlacedPrice(setup) || inputPrice === undefined || Number.isNaN(tokens.input + tokens.output)) return [];
    const valueAt = ({x}: {readonly x: number}) => outputPriceFor(pow10(x) / unit.tasks, tokens, inputPrice.value);
    return [{handle: billMark(id), address: `cost.setups.${pricesOf}.outputPrice`, valueAt}];
  });
}

const tasksHandles: readonly HandleInput[] = [{handle: tasksHandle, address: "cost.tasks", valueAt: ({x}) => pow10(x)}];

/** What a task costs: bills, training and its share, the way from one setup to another, changes, a model’s life. */
export function CostView({model}: ViewProps) {
  const {store} = model;
  const drawn = useComputed(() => model.uncertainty.value.value.cost ?? undrawnCosts);
  const bills = useComputed(() => billFigure(store.scenario.value, drawn.value));
  const tasks = useComputed(() => tasksFigure(store.scenario.value, drawn.value));
  const handles = useComputed(() => priceHandles(store.scenario.value));
  const edit = useCostEdit(store);
  const scenario = store.scenario.value;
  const report = costReport(scenario, drawn.value);
  const old = useBefore(store, (before) => costReport(before, undrawnCosts));
  const answer = costAnswer(scenario, drawn.value, report);
  const isWaiting = !model.uncertainty.value.fresh;
  if (report === undefined || answer === undefined) {
    return <LadderPage model={model} section="cost" answer={undefined} formulas={[]} children={null} />;
  }
  return (
    <LadderPage
      model={model}
      section="cost"
      answer={{...answer, body: plain(answer.body), condition: plain(answer.condition)}}
      formulas={costFormulas(scenario, report)}
      alone={[
        {panel: "tasks", name: "Share of the training"},
        ...(report.lifetime === null ? [] : [{panel: "lifetime", name: "Life of a model"}])
      ]}
    >
      <h2 class="section">
        Serving <span>{report.task}</span>
      </h2>
      <MovableFigure
        store={store}
        figure={bills}
        heightFor={(width) => (bills.value === undefined ? 0 : heightFor(bills.value, width))}
        isWaiting={isWaiting}
        handles={handles.value}
      />
      <ServingTable scenario={scenario} report={report} old={old} edit={edit} turn={model.show} />
      <h2 class="section">
        Training, and its share of a task <span>spread over the tasks served</span>
      </h2>
      <MovableFigure
        store={store}
        figure={tasks}
        heightFor={(width) => Math.round(Math.min(460, Math.max(320, width * 0.5)))}
        isWaiting={isWaiting}
        handles={tasksHandles}
      />
      <HardwareChoices scenario={model.atRest.value} original={store.original.value} edit={edit} />
      <TrainingTable scenario={scenario} report={report} old={old} edit={edit} />
      <CostPipeline model={model} report={report} old={old} drawn={drawn} edit={edit} words={answer.from} />
      <CostChanges report={report} find={model.find.value} />
      <CostLifetime model={model} report={report} drawn={drawn} />
      <p class="detail cost-draws" role="status">
        {report.draws === 0 || isWaiting
          ? "The 90 % intervals are being drawn."
          : `90 % intervals from ${withCommas(report.draws)} draws, seed ${report.seed}.`}
      </p>
    </LadderPage>
  );
}
