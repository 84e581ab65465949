import {simulatePlanSteps} from "../fitting/plan/simulatePlan.ts";
import type {SimulatedPlan} from "../fitting/plan/simulatePlan.ts";
import {log} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import {plan} from "./plan.ts";

/** A plan held against simulated ladders, every one fitted. */
export interface PlanUncertainty extends SimulatedPlan {
  /** Whether the delta method agrees with them, within their own error. */
  readonly agrees: boolean;
  /** Where it does not, in words. */
  readonly disagreements: readonly string[];
}

/** No more ladders are simulated of each kind. */
export const mostPlanDraws = 2000;

/** How far the power may be off, and an end of the interval in deviations, beyond twice the simulation's own error. */
const powerTolerance = 0.02;
const endTolerance = 0.2;

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
  const disagreements: string[] = [];
  if (Math.abs(power - answer.power) > powerTolerance + 2 * Math.sqrt((power * (1 - power)) / draws)) {
    disagreements.push(`the power is ${percent(power)} by simulation and ${percent(answer.power)} by the delta method`);
  }
  // The 5 % quantile of so many normal draws has this error, in deviations.
  const error = 2.1 / Math.sqrt(draws);
  for (const [end, told, found] of [
    ["lower", answer.low, simulated.low],
    ["upper", answer.high, simulated.high]
  ] as const) {
    const off = Math.abs(log(found / told)) / answer.deviation;
    if (!(off <= endTolerance + 2 * error)) {
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
  return {...simulated, agrees: disagreements.length === 0, disagreements};
}

/** The full simulation of a scenario's plan, to its end. */
export function planUncertainty(scenario: Scenario, options = scenario.uncertainty): PlanUncertainty | undefined {
  const steps = planUncertaintySteps(scenario, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
