import {useSignal} from "@preact/signals";
import {lawNames} from "../../figures/lawNames.ts";
import {noiseText, withoutPowers} from "../../figures/planTexts.ts";
import {powerLawCurve} from "../../laws/powerLaw.ts";
import {chipHours, trainingDollars} from "../../laws/trainingCost.ts";
import {log10} from "../../numerics/exp.ts";
import {
  budgetUnitOf,
  settable,
  withBudgetIn,
  withChoice,
  withMeasuredNoise,
  withOwn,
  withTargetAs
} from "../../scenario/editPlan.ts";
import type {BudgetUnit, PlanEdit, Settable, TargetUnit} from "../../scenario/editPlan.ts";
import type {Plan, Scenario} from "../../scenario/schema.ts";
import {measuredNoise} from "../../simulation/planLaw.ts";
import type {PlanQuestion} from "../../simulation/planQuestion.ts";
import type {Store} from "../store.ts";

type Take = (step: string, edit: (scenario: Scenario) => PlanEdit) => void;

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly choose: (value: string) => void;
}

function Choice({label, value, options, choose}: ChoiceProps) {
  return (
    <label>
      {label}{" "}
      <select
        value={value}
        onChange={({currentTarget}) => {
          const chosen = currentTarget.value;
          // A refused choice shows what stands; a taken one renders anew.
          currentTarget.value = value;
          choose(chosen);
        }}
      >
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

const units = [
  ["budget", "FLOP"],
  ["gpuHours", "GPU-hours"],
  ["dollars", "dollars"]
] as const satisfies readonly (readonly [BudgetUnit, string])[];

/** A budget in FLOP as an amount of a unit. */
function amountIn(unit: BudgetUnit, budget: number, {hardware}: PlanQuestion): number {
  if (unit === "budget") return budget;
  return unit === "gpuHours" ? chipHours(budget, hardware) : trainingDollars(budget, hardware.price, hardware);
}

const assumedNames: Readonly<Record<string, string>> = {
  confidence: "confidence",
  power: "power",
  smallest: "smallest rung",
  largest: "largest rung",
  rungs: "rungs of the geometric ladder",
  seeds: "seeds of a rung at most",
  gainForm: "form of the gain",
  floor: "floor",
  ladder: "ladder on show",
  hardware: "hardware"
};

/** Of no account where a published ladder is taken apart. */
const ofPlansAlone: readonly string[] = ["ladder", "smallest", "largest"];

/** What is taken for a number that the plan leaves out. */
function assumedValue(key: Settable, {demand, shape, noise}: PlanQuestion): number | undefined {
  if (key === "noise") return noise;
  return key === "confidence" || key === "power" ? demand[key] : shape[key];
}

interface ChoicesProps {
  readonly store: Store;
  readonly plan: Plan;
  readonly question: PlanQuestion;
}

/** The form of the question: law, floor, budget and where the noise is from; and what was assumed, to be set. */
export function PlanChoices({store, plan, question}: ChoicesProps) {
  const fault = useSignal<string | undefined>(undefined);
  const take: Take = (step, edit) => {
    const after = edit(store.scenario.peek());
    fault.value = after.ok ? undefined : after.message;
    if (after.ok) store.commit(after.scenario, step);
  };
  const scenario = store.scenario.value;
  const law = plan.law ?? scenario.baseline.law;
  const unit = budgetUnitOf(plan);
  const measured = measuredNoise(scenario);
  const assumed = Object.entries(question.assumed).filter(
    ([key]) => plan.published === undefined || !ofPlansAlone.includes(key)
  );
  return (
    <section class="plan-choices" aria-label="The form of the question">
      <div class="plan-selects">
        <Choice
          label="Law"
          value={typeof law === "string" ? law : "own"}
          options={[
            ...Object.entries(lawNames),
            ...(measured === undefined ? [] : ([["fitted", "fitted to the runs"]] as const)),
            ...(typeof law === "string" ? [] : ([["own", "own"]] as const))
          ]}
          choose={(value) =>
            take("law of the plan", (now) => withChoice(now, "law", value as NonNullable<Plan["law"]>))
          }
        />
        <Choice
          label="Gain"
          value={question.model.gainForm}
          options={[
            ["constant", "constant"],
            ["scale-dependent", "may change with scale"]
          ]}
          choose={(value) =>
            take("form of the gain", (now) => withChoice(now, "gainForm", value as NonNullable<Plan["gainForm"]>))
          }
        />
        <Choice
          label="Floor"
          value={question.model.floor}
          options={[
            ["known", "known"],
            ["fitted", "fitted"]
          ]}
          choose={(value) => take("floor", (now) => withChoice(now, "floor", value as NonNullable<Plan["floor"]>))}
        />
        {plan.published === undefined && (
          <Choice
            label="Ladder"
            value={question.ladder}
            options={[
              ["designed", "designed"],
              ["geometric", "geometric"]
            ]}
            choose={(value) =>
              take("ladder on show", (now) => withChoice(now, "ladder", value as NonNullable<Plan["ladder"]>))
            }
          />
        )}
        <Choice
          label="Target as"
          value={plan.level === undefined ? "target" : "level"}
          options={[
            ["target", "compute"],
            ["level", "level of loss"]
          ]}
          choose={(value) => {
            const to = value as TargetUnit;
            const {law: power, target} = question.model;
            const amount = to === "target" ? target : powerLawCurve(power).score(log10(target));
            take("target of the plan", (now) => withTargetAs(now, to, amount));
          }}
        />
        {unit !== undefined && question.budget !== undefined && (
          <Choice
            label="Budget in"
            value={unit}
            options={units}
            choose={(value) => {
              const to = value as BudgetUnit;
              const amount = amountIn(to, question.budget ?? NaN, question);
              take("unit of the budget", (now) => withBudgetIn(now, to, amount));
            }}
          />
        )}
      </div>
      {fault.value !== undefined && (
        <p class="slider-error" role="alert">
          {fault.value}
        </p>
      )}
      {measured !== undefined && (
        <p class="plan-note">
          {plan.noise === undefined
            ? `Noise ${noiseText(measured)} of the loss, as the fitted runs show around their law.`
            : `The fitted runs show a noise of ${noiseText(measured)} of the loss around their law.`}{" "}
          <button
            type="button"
            class="plan-button"
            onClick={() =>
              plan.noise === undefined
                ? take("noise between seeds", (now) => withOwn(now, "noise", measured))
                : take("noise of the fitted runs", withMeasuredNoise)
            }
          >
            {plan.noise === undefined ? "Set your own" : "Use that noise"}
          </button>
        </p>
      )}
      {assumed.length > 0 && (
        <p class="plan-note">
          Assumed, for nothing says otherwise:{" "}
          {assumed.map(([key, words], i) => {
            const number = settable.find((name) => name === key);
            const value = number && assumedValue(number, question);
            return (
              <span key={key} class="plan-assumed">
                {`${i === 0 ? "" : "; "}${assumedNames[key] ?? key} ${withoutPowers(words)}`}
                {number !== undefined && value !== undefined && (
                  <>
                    {" "}
                    <button
                      type="button"
                      class="plan-button"
                      aria-label={`Set the ${assumedNames[key] ?? key}`}
                      onClick={() => take(assumedNames[key] ?? key, (now) => withOwn(now, number, value))}
                    >
                      Set
                    </button>
                  </>
                )}
              </span>
            );
          })}
          .
        </p>
      )}
    </section>
  );
}
