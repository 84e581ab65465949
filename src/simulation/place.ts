import {pow10} from "../numerics/exp.ts";
import {moveTo, readInput} from "../scenario/address.ts";
import type {Quantity} from "../scenario/quantity.ts";
import type {Model, Scenario} from "../scenario/schema.ts";
import {runCurve} from "./solve.ts";
import type {Solution, Solved} from "./solve.ts";

/** A model's place on the ladder; any two of the three decide it. */
export interface Place {
  readonly log10C: number;
  readonly log10Gain: number;
  readonly score: number;
}

/** Three significant digits: what a hand on a point can mean. */
const rounded = (value: number): number => Number(value.toPrecision(3));

function moved(scenario: Scenario, address: string, value: number): Quantity {
  const before = readInput(scenario, address);
  if (before === undefined) return {value, written: value};
  return before.value === value ? before : moveTo(before, value);
}

/**
 * The scenario with a model at another place: the two quantities it is given are written, the third follows.
 *
 * Compute and gain are rounded to three significant digits, a score to `decimals`; a score that did not change is left
 * as it was written.
 */
export function placeModel(scenario: Scenario, metric: string, id: string, place: Place, before: Place): Scenario {
  const decimals = scenario.metrics[metric]?.decimals ?? 2;
  const compute = moved(scenario, `models.${id}.compute`, rounded(pow10(place.log10C)));
  const gain = moved(scenario, `models.${id}.gain`, rounded(pow10(place.log10Gain)));
  const isSameScore = Math.abs(place.score - before.score) < 1e-9 * (1 + Math.abs(before.score));
  const withScore = (model: Model): Model["score"] =>
    isSameScore && model.score[metric] !== undefined
      ? model.score
      : {
          ...model.score,
          [metric]: moved(scenario, `models.${id}.score.${metric}`, Number(place.score.toFixed(decimals)))
        };
  const placed: Record<Model["solve"], (model: Model) => Model> = {
    gain: (model) => ({...model, compute, score: withScore(model)}),
    compute: (model) => ({...model, gain, score: withScore(model)}),
    score: (model) => ({...model, compute, gain})
  };
  return {
    ...scenario,
    models: scenario.models.map((model) => (model.id === id ? placed[model.solve](model) : model))
  };
}

/** Along the rung: another compute at the same score; gain gives way. */
export function alongRung({curve}: Solution, {score}: Place, log10C: number): Place {
  return {log10C, score, log10Gain: curve.log10Compute(score) - log10C};
}

/** Along the curve: another compute on the curve through the run; the score follows. */
export function alongCurve(solution: Solution, run: Solved, log10C: number): Place {
  const score = runCurve(solution, run).score(log10C);
  return {log10C, score, log10Gain: solution.curve.log10Compute(score) - log10C};
}

/** The compute at which the model's own curve has a score; NaN where it never has it. */
export function computeOnCurve(solution: Solution, run: Solved, score: number): number {
  const log10C = runCurve(solution, run).log10Compute(score);
  return Number.isFinite(log10C) ? log10C : NaN;
}
