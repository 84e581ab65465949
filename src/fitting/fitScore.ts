import {log10} from "../numerics/exp.ts";
import type {Observation} from "../laws/observation.ts";
import type {FitOptions, FitResult} from "./fit.ts";
import type {Sigmoid} from "./fitSigmoid.ts";
import {sigmoidAt, sigmoidFitter} from "./fitSigmoid.ts";
import type {Parameters} from "./lossProblem.ts";
import type {Objective} from "./objective.ts";
import {toldApart} from "./toldApart.ts";

/** The information Σ ∇f ∇fᵀ of points on a sigmoid, in both ends, the middle and log k. */
function sigmoidInformation(sigmoid: Sigmoid, x: Float64Array): readonly (readonly number[])[] {
  const {before, after, middle, k} = sigmoid;
  const sums = Array.from({length: 4}, () => [0, 0, 0, 0]);
  for (const at of x) {
    const s = sigmoidAt({before: 0, after: 1, middle, k}, at);
    const slope = (after - before) * s * (1 - s);
    const d = [1 - s, s, -k * slope, k * (at - middle) * slope];
    d.forEach((a, i) => d.forEach((b, j) => (sums[i]![j]! += a * b)));
  }
  return sums;
}

/** The sigmoid through points, and how good it is. */
export function fitPoints(
  x: Float64Array,
  y: Float64Array,
  objective: Objective,
  {scoreRange}: FitOptions,
  names: readonly [before: string, after: string, middle: string, k: string]
) {
  const sigmoid = sigmoidFitter(x, y, scoreRange, objective)(new Float64Array(x.length).fill(1));
  const isEnd = (value: number) => value <= scoreRange[0] || value >= scoreRange[1];
  const order = names;
  return {
    sigmoid,
    residuals: x.map((at, i) => sigmoidAt(sigmoid, at) - y[i]!),
    ...toldApart(sigmoidInformation(sigmoid, x), order),
    atBound: [...(isEnd(sigmoid.before) ? [names[0]] : []), ...(isEnd(sigmoid.after) ? [names[1]] : [])]
  };
}

/** Scores have no logarithm to take: a Huber delta of log loss says nothing of them, and least squares stand in. */
export const scoreObjective = (objective: Objective): Objective =>
  objective.kind === "lad" ? objective : {kind: "squares"};

/** The score as a sigmoid of log10 compute. */
export function fitLogistic(runs: readonly Observation[], options: FitOptions): FitResult {
  const used = runs.flatMap(({C, score}, i) => (C > 0 && C < Infinity && Number.isFinite(score) ? [i] : []));
  const taken = used.map((i) => runs[i]!);
  const obstacle = pointsObstacle(
    "Logistic in log compute",
    "compute and a score",
    taken,
    ({C}) => C,
    options.scoreRange
  );
  if (obstacle !== undefined) return {ok: false, message: obstacle};
  const x = Float64Array.from(taken, ({C}) => log10(C));
  const y = Float64Array.from(taken, ({score}) => score);
  const objective = scoreObjective(options.objective);
  const {sigmoid, residuals, condition, confounded, atBound} = fitPoints(x, y, objective, options, [
    "floor",
    "ceiling",
    "log10CMid",
    "steepness"
  ]);
  const {before, after, middle, k, value, converged, iterations} = sigmoid;
  const parameters = {floor: before, ceiling: after, log10CMid: middle, steepness: k / Math.LN10};
  const own = {...options, objective};
  return {
    ok: true,
    fit: {options: own, parameters, value, converged, iterations, used, residuals, condition, confounded, atBound}
  };
}

/** Why points cannot be fitted by a sigmoid; undefined where they can. */
export function pointsObstacle(
  name: string,
  needs: string,
  points: readonly Observation[],
  read: (run: Observation) => number,
  [least, most]: readonly [number, number]
): string | undefined {
  if (points.length < 5) {
    return `${name} has 4 parameters and needs at least 5 runs with ${needs}; there ${points.length === 1 ? "is 1" : `are ${points.length}`}`;
  }
  if (new Set(points.map(({score}) => score)).size === 1) return "all scores are equal: no curve can be told from them";
  if (new Set(points.map(read)).size < 4) return `${name} needs points at 4 different places at least`;
  const outside = points.find(({score}) => score < least || score > most);
  if (outside !== undefined)
    return `a score of ${outside.score} is outside ${least} to ${most}, the range of the metric`;
  return undefined;
}

/** The points of the second of two steps: whatever has a loss and a score, and the perfect model if it counts. */
export function linkPoints(
  runs: readonly Observation[],
  {anchor, scoreRange}: FitOptions
): {readonly x: Float64Array; readonly y: Float64Array; readonly points: readonly Observation[]} {
  const points = runs.filter(({loss, score}) => loss > 0 && loss < Infinity && Number.isFinite(score));
  return {
    points,
    x: Float64Array.from([...points.map(({loss}) => loss), ...(anchor ? [0] : [])]),
    y: Float64Array.from([...points.map(({score}) => score), ...(anchor ? [scoreRange[1]] : [])])
  };
}

/** The letters of the second step: see `SigmoidLink`. */
export const linkParameters = ({before, after, middle, k}: Sigmoid): Parameters => ({
  a: after - before,
  L0: middle,
  k,
  b: before
});
