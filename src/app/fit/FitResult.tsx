import {useComputed} from "@preact/signals";
import {useCallback} from "preact/hooks";
import {fitFigure} from "../../figures/fitFigure.ts";
import {fitFormula} from "../../figures/fitFormula.ts";
import {fitAnswer, fitRemarks} from "../../figures/fitWords.ts";
import {residualFigure} from "../../figures/residualFigure.ts";
import {setRuns, switchAllOn, switchRun} from "../../scenario/editRuns.ts";
import type {RunsEdit} from "../../scenario/editRuns.ts";
import type {Scenario} from "../../scenario/schema.ts";
import {ladderFit} from "../../simulation/fits.ts";
import type {LadderFit} from "../../simulation/fits.ts";
import {targetOf} from "../../simulation/fitUncertainty.ts";
import type {Model} from "../model.ts";
import {TextRuns} from "../TextRuns.tsx";
import {sizeFor} from "../views/FigurePane.tsx";
import {IsoFlop, LadderAgainstLadder} from "./ComparisonPart.tsx";
import {CoverageBox} from "./CoverageBox.tsx";
import {drawnFit} from "./drawnFit.ts";
import {OpenButtons} from "./EmptyFit.tsx";
import {FormsTable, ParameterTable} from "./FitTables.tsx";
import {RungFigure} from "./RungFigure.tsx";
import {RunsTable} from "./RunsTable.tsx";
import {fitFiles, openFitScenario, saveFitFile} from "./useFit.ts";
import {WorkLine} from "./WorkLine.tsx";

const mainHeight = (width: number): number => sizeFor(width).height;
const residualHeight = (width: number): number => (width < 560 ? 300 : 260);

const offRows = (rungs: LadderFit["rungs"]): ReadonlySet<number> =>
  new Set(rungs.filter(({out}) => out !== undefined).map(({row}) => row));

/** What the table of runs shows, which stays the same while a target moves. */
const rowsOf = ({rungs, recipes, taken, options, result}: LadderFit) => ({rungs, recipes, taken, options, result});

const fileWords = {
  points: "Points as CSV",
  parameters: "Parameters as CSV",
  draws: "Draws as CSV"
} as const;

/** What is done with a fit: taken into a scenario, saved; and where other runs come from. */
function Actions({model, edit}: {readonly model: Model; readonly edit: (change: (now: Scenario) => RunsEdit) => void}) {
  const drawn = drawnFit(model);
  const {runs} = model.store.scenario.value;
  const isKnown = model.uncertainty.value.fresh && drawn !== undefined;
  const hasSeveral = drawn?.comparison?.ok === true;
  return (
    <div class="fit-bar fit-actions">
      <button
        type="button"
        class="primary"
        disabled={!isKnown}
        onClick={() => void openFitScenario(model, "shown")}
        title="Opens a scenario in which this law is the curve; undo leads back"
      >
        Use this fit
      </button>
      {hasSeveral && runs?.recipe !== undefined && (
        <button
          type="button"
          class="fit-button"
          disabled={!isKnown}
          onClick={() => void openFitScenario(model, "all")}
          title="Opens a scenario with the law of every recipe; undo leads back"
        >
          Use the fits of all recipes
        </button>
      )}
      {fitFiles.map((file) => (
        <button
          key={file}
          type="button"
          class="fit-button"
          disabled={file === "draws" && !isKnown}
          onClick={() => saveFitFile(model, file)}
        >
          {fileWords[file]}
        </button>
      ))}
      <OpenButtons model={model} />
      <button type="button" class="fit-button" onClick={() => edit((now) => setRuns(now, undefined, "runs removed"))}>
        Remove the runs
      </button>
    </div>
  );
}

/** The fit of the scenario’s runs: the answer first, then figure, parameters, tests, comparison, runs. */
export function FitResult({model}: {readonly model: Model}) {
  const {store} = model;
  const fit = useComputed(() => ladderFit(store.scenario.value));
  const main = useComputed(() => fit.value && fitFigure(store.scenario.value, fit.value, drawnFit(model)));
  const result = useComputed(() => fit.value?.result);
  const rest = useComputed(() => {
    // Runs and choices are in the result: a target that moves leaves the figure as it is.
    const found = result.value && fit.peek();
    return found && residualFigure(store.scenario.peek(), found);
  });
  const edit = useCallback(
    (change: (now: Scenario) => RunsEdit) => {
      const {scenario, label} = change(store.scenario.peek());
      store.commit(scenario, label);
    },
    [store]
  );
  const onRun = useCallback((row: number) => edit((now) => switchRun(now, row)), [edit]);
  const onAll = useCallback(() => edit(switchAllOn), [edit]);
  const {runs} = store.scenario.value;
  const found = fit.value;
  if (runs === undefined || found === undefined) return null;
  const {fresh} = model.uncertainty.value;
  const drawn = drawnFit(model);
  const answer = fitAnswer(runs, found, drawn);
  const formula = fitFormula(found, targetOf(runs, found));
  const off = offRows(found.rungs);
  const figure = {isWaiting: !fresh, off, onRun};
  return (
    <>
      <div class="answer-box fit-answer" aria-live="polite" aria-atomic="true">
        <p class="answer">
          <TextRuns text={answer.body} />.
        </p>
        <p class="condition">
          <TextRuns text={answer.condition} />
        </p>
      </div>
      <WorkLine model={model} />
      <RungFigure figure={main} heightFor={mainHeight} {...figure} />
      <Remarks words={fitRemarks(runs, found, drawn)} about={runs.note} name={runs.name} />
      <Actions model={model} edit={edit} />
      <ParameterTable store={store} fit={found} drawn={drawn} />
      {formula !== undefined && (
        <section class="formula" aria-label="The formula with today’s numbers">
          <small>The formula with today’s numbers</small>
          <p>
            <TextRuns text={formula.law} />
          </p>
          <p class="fit-note">
            <TextRuns text={formula.at} />
          </p>
        </section>
      )}
      {rest.value !== undefined && (
        <section aria-labelledby="missed-title">
          <h2 class="section" id="missed-title">
            What the law missed <span>each run against its compute</span>
          </h2>
          <RungFigure figure={rest} heightFor={residualHeight} {...figure} />
        </section>
      )}
      <FormsTable fit={found} drawn={drawn} />
      <CoverageBox model={model} fit={found} />
      <LadderAgainstLadder model={model} />
      <IsoFlop model={model} />
      <RunsTable {...rowsOf(found)} onRun={onRun} onAll={onAll} />
    </>
  );
}

interface RemarksProps {
  readonly words: ReturnType<typeof fitRemarks>;
  readonly name: string;
  readonly about: string | undefined;
}

/** What has to be known of the fit, and of the runs. */
function Remarks({words, name, about}: RemarksProps) {
  // That all went well stands below the parameters.
  const shown = words.filter(({kind, isWarning}) => isWarning || kind === "left-out");
  return (
    <div class="fit-remarks">
      <ul>
        {shown.map(({words: text, isWarning}) => (
          <li key={text} class={isWarning ? "fit-caution" : undefined}>
            {text}
          </li>
        ))}
      </ul>
      <p class="fit-note">
        <b>{name}.</b> {about}
      </p>
    </div>
  );
}
