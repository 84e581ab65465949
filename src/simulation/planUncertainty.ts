import {simulatePlanSteps} from "../fitting/plan/simulatePlan.ts";
import type {SimulatedPlan} from "../fitting/plan/simulatePlan.ts";
import {log} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import {plan} from "./plan.ts";

/** A plan held against simulated ladders, every one fitted. */
export interface PlanUncertainty extends SimulatedPlan {
  /** Whether nothing in them speaks against the delta method. */
  readonly agrees: boolean;
  /** Where it does not, in words. */
  readonly disagreements: readonly string[];
  /** What may be said of that: "near" is beyond their error by no more than is let pass, "untold" is too few ladders. */
  readonly agreement: "agrees" | "near" | "off" | "untold";
}

/** No more ladders are simulated of each kind. */
export const mostPlanDraws = 2000;

/** How far the power may be off, and an end of the interval in deviations, beyond twice the simulation's own error. */
const powerTolerance = 0.02;
const endTolerance = 0.2;
/** A standard error of the power above which agreement cannot be told from its want. */
const mostError = 0.02;

/** The standard error of a share of so many draws; not 0 of none or of all of them. */
function errorOf(share: number, draws: number): number {
  const held = (share * draws + 1) / (draws + 2);
  return Math.sqrt((held * (1 - held)) / draws);
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** The full simulation of a scenario's plan, a step at a time; undefined where there is no plan or it has an obstacle. */
export function* planUncertaintySteps(
  scenario: Scenario,
  {seed, draws: asked} = scenario.uncertainty
): Generator<number, PlanUncertainty | undefined> {
  const numbers = plan(scenario);
  if (numbers?.ok !== true) return undefined;
  const {question, shown} = numbers;
  const {model, noise, demand} = question;
  const draws = Math.min(asked, mostPlanDraws);
  const simulated = yield* simulatePlanSteps(model, shown.rungs, noise, {
    confidence: demand.confidence,
    seed,
    draws
  });
  const {answer} = shown;
  const {power} = simulated.uncalibrated;
  const off = Math.abs(power - answer.power);
  const powerError = errorOf(power, draws);
  const disagreements: string[] = [];
  if (off > powerTolerance + 2 * powerError) {
    disagreements.push(`the power is ${percent(power)} by simulation and ${percent(answer.power)} by the delta method`);
  }
  // The 5 % quantile of so many normal draws has this error, in deviations.
  const error = 2.1 / Math.sqrt(draws);
  for (const [end, told, found] of [
    ["lower", answer.low, simulated.low],
    ["upper", answer.high, simulated.high]
  ] as const) {
    const endOff = Math.abs(log(found / told)) / answer.deviation;
    if (!(endOff <= endTolerance + 2 * error)) {
      disagreements.push(
        `the ${end} end of the interval is ${found.toPrecision(2)} by simulation and ${told.toPrecision(2)} by the delta method`
      );
    }
  }
  if (simulated.atBound > draws / 20) {
    disagreements.push(
      `in ${percent(simulated.atBound / draws)} of simulated ladders a floor of 0 or a flat law fits best`
    );
  }
  const agrees = disagreements.length === 0;
  const agreement = !agrees ? "off" : powerError >= mostError ? "untold" : off > 2 * powerError ? "near" : "agrees";
  return {...simulated, agrees, disagreements, agreement};
}

/** The full simulation of a scenario's plan, to its end. */
export function planUncertainty(scenario: Scenario, options = scenario.uncertainty): PlanUncertainty | undefined {
  const steps = planUncertaintySteps(scenario, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
