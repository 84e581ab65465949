import "./fit.css";
import {useComputed} from "@preact/signals";
import {formRows} from "../../figures/fitTests.ts";
import {forms, formNames, isLossForm} from "../../fitting/forms.ts";
import {fitSharings} from "../../scenario/fitChoices.ts";
import type {FitObjective, FitSharing} from "../../scenario/fitChoices.ts";
import {
  chooseRecipe,
  leaveOutLargest,
  setAnchor,
  setBootstrap,
  setDelta,
  setForm,
  setHoldOut,
  setObjective,
  setPolicy,
  setReferenceRecipe,
  setSharing
} from "../../scenario/editRuns.ts";
import type {RunsEdit} from "../../scenario/editRuns.ts";
import {limits} from "../../scenario/inputs.ts";
import type {Runs, Scenario} from "../../scenario/schema.ts";
import {ladderFit} from "../../simulation/fits.ts";
import type {LadderFit} from "../../simulation/fits.ts";
import {targetOf} from "../../simulation/fitUncertainty.ts";
import {SliderRow} from "../controls/SliderRow.tsx";
import type {Model} from "../model.ts";
import type {ViewProps} from "../views/LazyView.tsx";
import {Choice} from "./Choice.tsx";
import {computeInput, decadesAround, usualHoldOut} from "./fitSliders.ts";
import {drawnFit} from "./drawnFit.ts";
import {FormulaText} from "./FormulaText.tsx";
import {NumberField} from "./NumberField.tsx";

const objectives: readonly {readonly value: FitObjective; readonly name: string; readonly note: string}[] = [
  {value: "huber", name: "Huber", note: "squares near the law, distances far from it"},
  {value: "lad", name: "Least absolute deviations", note: "the median run decides"},
  {value: "squares", name: "Least squares", note: "a stray run pulls hard"}
];

const sharingNames: Readonly<Record<FitSharing, string>> = {
  nothing: "nothing: each its own law",
  exponents: "exponents",
  floor: "the floor",
  "exponents-and-floor": "exponents and floor"
};

/** All recipes together, as the value of a select. */
const together = "";

interface PartProps {
  readonly model: Model;
  readonly runs: Runs;
  readonly fit: LadderFit;
  readonly edit: (change: (scenario: Scenario) => RunsEdit) => void;
}

/** What the runs are fitted by. */
function LawChoices({model, runs, fit, edit}: PartProps) {
  const rows = formRows(fit, drawnFit(model));
  const delta = useComputed(() => model.store.scenario.value.runs?.delta ?? 1e-3);
  const usable = formNames.filter((form) =>
    fit.rungs.some((rung) => Number.isFinite(isLossForm(form) ? rung.loss : rung.score))
  );
  return (
    <>
      <Choice
        legend="Form of the law"
        value={runs.form}
        onChoose={(form) => edit((now) => setForm(now, form))}
        options={usable.map((value) => {
          const row = rows.find(({form}) => form === value);
          return {
            value,
            name: forms[value].name,
            note: <FormulaText formula={forms[value].formula} />,
            ...(row === undefined
              ? {}
              : {aside: `off by ${row.holdOut}`.replace(/^off by (no fit|too few runs)$/, "$1")})
          };
        })}
      />
      <p class="fit-note">“Off by”: how far it misses larger runs it has not seen, in a rolled hold-out.</p>
      <Choice
        legend="What the fit makes small"
        value={runs.objective}
        onChoose={(objective) => edit((now) => setObjective(now, objective))}
        options={objectives}
      />
      {runs.objective === "huber" && (
        <NumberField
          label="Delta"
          value={delta}
          accepted="a number above 0, such as 1e-3"
          accepts={(value) => value > 0 && value < Infinity}
          commit={(value) => edit((now) => setDelta(now, value))}
          unit="of log loss"
        />
      )}
      {runs.form === "two-step" && (
        <label class="fit-check">
          <input
            type="checkbox"
            checked={runs.anchor}
            onChange={({currentTarget}) => edit((now) => setAnchor(now, currentTarget.checked))}
          />
          A perfect model counts as one more point
        </label>
      )}
    </>
  );
}

/** How a law of N and D becomes one of compute. */
function PolicyChoice({model, runs, edit}: PartProps) {
  const ratio = useComputed(() => {
    const policy = model.store.scenario.value.runs?.policy;
    return policy === undefined || policy === "compute-optimal" ? 20 : policy.tokensPerParameter.value;
  });
  if (["power-law", "power-law-no-floor", "logistic"].includes(runs.form)) return null;
  const isOptimal = runs.policy === "compute-optimal";
  return (
    <>
      <Choice
        legend="Mix of parameters and tokens along the curve"
        value={isOptimal ? "optimal" : "ratio"}
        onChoose={(which) => edit((now) => setPolicy(now, which === "optimal" ? undefined : ratio.peek()))}
        options={[
          {value: "optimal", name: "Compute-optimal"},
          {value: "ratio", name: "A fixed number of tokens per parameter"}
        ]}
      />
      {!isOptimal && (
        <NumberField
          label="Tokens per parameter"
          value={ratio}
          accepted="a number above 0, such as 20"
          accepts={(value) => value > 0 && value < 1e6}
          commit={(value) => edit((now) => setPolicy(now, value))}
        />
      )}
    </>
  );
}

/** Which runs take part. */
function RunChoices({model, runs, fit, edit}: PartProps) {
  const largest = useComputed(() => model.store.scenario.value.runs?.without.largest ?? 0);
  const most = Math.max(0, fit.rungs.length - 1);
  const {recipes} = fit;
  return (
    <>
      {recipes.length > 0 && (
        <label class="fit-select">
          Recipe that is fitted
          <select
            value={runs.recipe ?? together}
            onChange={({currentTarget: {value}}) =>
              edit((now) => chooseRecipe(now, value === together ? undefined : value))
            }
          >
            <option value={together}>{recipes.length > 1 ? "all together" : "all runs"}</option>
            {recipes.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {recipes.length > 1 && (
        <>
          <label class="fit-select">
            Others are held against
            <select
              value={runs.reference ?? recipes[0]}
              onChange={({currentTarget: {value}}) => edit((now) => setReferenceRecipe(now, value))}
            >
              {recipes.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label class="fit-select">
            Recipes have in common
            <select
              value={runs.sharing}
              onChange={({currentTarget: {value}}) => edit((now) => setSharing(now, value as FitSharing))}
            >
              {fitSharings.map((sharing) => (
                <option key={sharing} value={sharing}>
                  {sharingNames[sharing]}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      <NumberField
        label="Largest losses left out"
        value={largest}
        accepted={`a whole number from 0 to ${most}`}
        accepts={(value) => Number.isInteger(value) && value >= 0 && value <= most}
        commit={(value) => edit((now) => leaveOutLargest(now, value))}
        unit={`of ${fit.rungs.length}`}
      />
    </>
  );
}

/** How far the law is extended, and what it is tested on. */
function Reach({model, runs, fit, edit}: PartProps) {
  const {store} = model;
  const computes = fit.rungs.map(({C}) => C).filter((C) => C > 0 && C < Infinity);
  if (computes.length === 0) return null;
  const span = [Math.min(...computes), Math.max(...computes)] as const;
  const range = decadesAround(span, 4);
  const inner = decadesAround(span);
  return (
    <>
      <SliderRow
        key={`target ${range.join(" ")}`}
        store={store}
        input={computeInput("runs.target", "Target", "target of the fit", range, targetOf(runs, fit))}
        role="reference"
        sourceText=""
        exact
      />
      <label class="fit-check">
        <input
          type="checkbox"
          checked={runs.holdOut !== undefined}
          onChange={({currentTarget}) =>
            edit((now) => setHoldOut(now, currentTarget.checked ? usualHoldOut(fit.taken.map(({C}) => C)) : undefined))
          }
        />
        Leave out the largest runs and foretell them
      </label>
      {runs.holdOut !== undefined && (
        <SliderRow
          key={`hold-out ${inner.join(" ")}`}
          store={store}
          input={computeInput("runs.holdOut", "Left out above", "hold-out of the fit", inner, runs.holdOut.value)}
          role="reference"
          sourceText=""
          exact
        />
      )}
    </>
  );
}

/** Everything of a fit that a person sets, beside it. */
export function FitControls({model}: ViewProps) {
  const {store} = model;
  const {scenario} = store;
  const draws = useComputed(() => scenario.value.runs?.draws ?? 0);
  const seed = useComputed(() => scenario.value.runs?.seed ?? 0);
  const {runs} = scenario.value;
  const fit = ladderFit(scenario.value);
  if (runs === undefined || fit === undefined) {
    return (
      <div class="controls">
        <div class="controls-head">
          <h2>What you can set</h2>
        </div>
        <p class="controls-note">
          The form of the law, the runs that take part and how far the law is extended are set here once there are runs.
        </p>
      </div>
    );
  }
  const edit: PartProps["edit"] = (change) => {
    const {scenario: next, label} = change(scenario.peek());
    store.commit(next, label);
  };
  const part = {model, runs, fit, edit};
  return (
    <div class="controls fit-controls">
      <div class="controls-head">
        <h2>What you can set</h2>
      </div>
      <Reach {...part} />
      <RunChoices {...part} />
      <LawChoices {...part} />
      <PolicyChoice {...part} />
      <NumberField
        label="Draws of the bootstrap"
        value={draws}
        accepted={`a whole number from 1 to ${limits.maxDraws}`}
        accepts={(value) => Number.isInteger(value) && value >= 1 && value <= limits.maxDraws}
        commit={(value) => edit((now) => setBootstrap(now, {draws: value}))}
      />
      <NumberField
        label="Seed"
        value={seed}
        accepted="a whole number from 0 to 4294967295"
        accepts={(value) => Number.isInteger(value) && value >= 0 && value <= 4294967295}
        commit={(value) => edit((now) => setBootstrap(now, {seed: value}))}
      />
      <p class="controls-note">Same runs, choices and seed: same numbers, here and by the command.</p>
    </div>
  );
}
