import {useComputed} from "@preact/signals";
import type {ReadonlySignal} from "@preact/signals";
import {hasOtherSeconds, isServedAlike} from "../../figures/pipelineWords.ts";
import {pipelineFigure} from "../../figures/pipelineFigure.ts";
import type {PipelinePart} from "../../figures/pipelineFigure.ts";
import {withPipeline} from "../../scenario/costEdits.ts";
import type {CostReport} from "../../simulation/costNumbers.ts";
import type {CostUncertainty} from "../../simulation/costUncertainty.ts";
import {UnbrokenPercents} from "../UnbrokenPercents.tsx";
import type {Model} from "../model.ts";
import {CostChoice} from "./CostChoices.tsx";
import {FactorTable} from "./FactorTable.tsx";
import {MovableFigure} from "./MovableFigure.tsx";
import type {CostEditing} from "./useCostEdit.ts";

interface CostPipelineProps {
  readonly model: Model;
  readonly report: CostReport;
  /** That of the pinned scenario. */
  readonly old: CostReport | undefined;
  readonly drawn: ReadonlySignal<CostUncertainty>;
  readonly edit: CostEditing;
  /** What came from where. */
  readonly words: string | undefined;
}

/** High enough for a name over each bar. */
const shareHeight = (rows: number): number => 84 + 58 * rows;

function Part({model, drawn, part}: Pick<CostPipelineProps, "model" | "drawn"> & {readonly part: PipelinePart}) {
  const figure = useComputed(() => pipelineFigure(model.store.scenario.value, drawn.value, part));
  return (
    <MovableFigure
      store={model.store}
      figure={figure}
      heightFor={() => shareHeight(figure.value?.y.rows?.length ?? 1)}
      isWaiting={!model.uncertainty.value.fresh}
    />
  );
}

/** Which two setups: each choice leaves out the other. */
function Pair({model, report, edit}: Pick<CostPipelineProps, "model" | "report" | "edit">) {
  const {pipeline, setups} = report;
  const [first, second] = setups;
  const from = pipeline?.from ?? first?.id ?? "";
  const to = pipeline?.to ?? second?.id ?? "";
  const options = (other: string) =>
    setups.filter(({id}) => id !== other).map(({id, name}) => ({value: id, words: name}));
  const set = (pair: {readonly from: string; readonly to: string}) => (scenario: Parameters<typeof withPipeline>[0]) =>
    withPipeline(scenario, pair, model.store.original.peek().cost);
  if (pipeline === null) {
    return (
      <button
        type="button"
        class="fit-button"
        onClick={() => edit.take("pair", "two setups of the pipeline", set({from, to}))}
      >
        Take a task’s cost apart
      </button>
    );
  }
  return (
    <div class="cost-choices">
      <CostChoice
        edit={edit}
        at="pipeline from"
        label="From"
        step="setup that the pipeline starts from"
        value={from}
        options={options(to)}
        change={(scenario, value) => set({from: value, to})(scenario)}
      />
      <CostChoice
        edit={edit}
        at="pipeline to"
        label="to"
        step="setup that the pipeline leads to"
        value={to}
        options={options(from)}
        change={(scenario, value) => set({from, to: value})(scenario)}
      />
    </div>
  );
}

/** The way from one setup’s cost of a task to another’s: serving and training apart, each factor with its evidence. */
export function CostPipeline({model, report, old, drawn, edit, words}: CostPipelineProps) {
  const {pipeline, setups} = report;
  if (setups.length < 2) return null;
  return (
    <section aria-labelledby="pipeline-title">
      <h2 class="section" id="pipeline-title">
        From one to the other, factor by factor{" "}
        <span>
          {pipeline?.isTrainedOnce === true
            ? "of one training: what its serving comes to"
            : "serving and training apart"}
        </span>
      </h2>
      <Pair model={model} report={report} edit={edit} />
      {words !== undefined && (
        <p class="condition">
          <UnbrokenPercents text={words} />
        </p>
      )}
      {pipeline !== null && (
        <>
          <Part model={model} drawn={drawn} part="total" />
          <div class="cost-shares">
            {!isServedAlike(pipeline) && <Part model={model} drawn={drawn} part="serving" />}
            {!pipeline.isTrainedOnce && <Part model={model} drawn={drawn} part="training" />}
            {hasOtherSeconds(pipeline) && <Part model={model} drawn={drawn} part="seconds" />}
          </div>
          <FactorTable
            scenario={model.store.scenario.value}
            report={report}
            pipeline={pipeline}
            old={old}
            find={model.find.value}
          />
        </>
      )}
    </section>
  );
}
