import {log10} from "../numerics/exp.ts";
import {symmetricEigen} from "../numerics/eigen.ts";
import type {Observation} from "../laws/observation.ts";
import type {Fit, FitOptions, FitResult} from "./fit.ts";
import type {LossForm, LossFormName, Spent} from "./forms.ts";
import {forms, isLossForm, isUsableFor, parameterNames} from "./forms.ts";
import {lossFitter} from "./fitLoss.ts";
import type {Sigmoid} from "./fitSigmoid.ts";
import {sigmoidAt, sigmoidFitter} from "./fitSigmoid.ts";
import {lawParameters, lossProblem} from "./lossProblem.ts";
import type {Parameters} from "./lossProblem.ts";
import {usualObjective} from "./objective.ts";
import type {Objective} from "./objective.ts";
import {informationOf, logResiduals} from "./powerSum.ts";

export const usualOptions: FitOptions = {
  form: "chinchilla",
  objective: usualObjective,
  scoreRange: [0, 1],
  anchor: true
};

/** Information in a direction below this part of the largest, parameters being scaled to one another, is none. */
const leastInformation = 1e-5;

/** A parameter belongs to such a direction if it makes this much of it. */
const leastPart = 0.3;

/** Computes within this factor are one budget. */
const oneBudget = 1.15;

const spentNames: Readonly<Record<Spent, string>> = {N: "parameters", D: "tokens", C: "compute"};

/** Why runs cannot be fitted by a loss form; undefined where they can. */
export function lossObstacle(form: LossFormName, runs: readonly Observation[]): string | undefined {
  const {terms, name}: LossForm = forms[form];
  const needed = parameterNames(form).length + 1;
  const needs = [...new Set(terms.map(({of}) => spentNames[of])), "loss"].join(", ").replace(/, (?=[^,]*$)/, " and ");
  if (runs.length < needed) {
    return `${name} has ${needed - 1} parameters and needs at least ${needed} runs with ${needs}; there ${runs.length === 1 ? "is 1" : `are ${runs.length}`}`;
  }
  const distinct = (read: (run: Observation) => number) => new Set(runs.map(read)).size;
  if (distinct(({loss}) => loss) === 1) return "all losses are equal: no law can be told from them";
  const computes = runs.map(({C}) => C).filter((C) => C > 0 && C < Infinity);
  const [least, most] = computes.reduce(([a, b], C) => [Math.min(a, C), Math.max(b, C)], [Infinity, 0]);
  if (computes.length === runs.length && most < oneBudget * least) {
    return `all runs are of one budget, about ${most.toPrecision(2).replace("e+", "e")} FLOP: how the loss falls with compute cannot be told from it`;
  }
  for (const {of} of terms) {
    const count = distinct((run) => run[of]);
    // A floor and an exponent each take a step of their own to be seen.
    if (count < 3) {
      return `${name} needs runs of at least 3 different amounts of ${spentNames[of]}; all have ${count === 1 ? "the same" : "one of 2"}`;
    }
  }
  return undefined;
}

/** The runs a form can use, by place, or why there is no fit. */
function usable(runs: readonly Observation[], form: LossFormName) {
  const used = runs.flatMap((run, i) => (isUsableFor(form, run) ? [i] : []));
  const taken = used.map((i) => runs[i]!);
  return {used, taken, obstacle: lossObstacle(form, taken)};
}

/**
 * The law of a form that makes the objective over runs least, found without a starting value.
 *
 * Runs that lack what the form needs are left out; `used` says which are in.
 */
export function fitLaw(runs: readonly Observation[], options: FitOptions = usualOptions): FitResult {
  const {form} = options;
  if (isLossForm(form)) return fitLossForm(runs, {...options, form});
  return form === "logistic" ? fitLogistic(runs, options) : fitTwoSteps(runs, options);
}

function fitLossForm(runs: readonly Observation[], options: FitOptions & {readonly form: LossFormName}): FitResult {
  const {form, objective} = options;
  const {used, taken, obstacle} = usable(runs, form);
  if (obstacle !== undefined) return {ok: false, message: obstacle};
  const problem = lossProblem(form, [taken]);
  const {theta, value, converged, iterations} = lossFitter(
    problem,
    objective
  )([new Float64Array(taken.length).fill(1)]);
  const names = thetaNames(form);
  const told = toldApart(informationOf(problem.sum, theta), names);
  const fit: Fit = {
    options,
    parameters: lawParameters(problem, theta),
    value,
    converged,
    iterations,
    used,
    residuals: logResiduals(problem.sum.groups[0]!, theta),
    ...told,
    atBound: names.filter((_, i) => theta[i]! <= problem.bounds.lower[i]! || theta[i]! >= problem.bounds.upper[i]!)
  };
  return {ok: true, fit};
}

/** What the parameters of a problem of one ladder stand for, in their order: see `lossProblem`. */
function thetaNames(form: LossFormName): readonly string[] {
  const {terms, floor}: LossForm = forms[form];
  return [...(floor ? ["E"] : []), ...terms.map(({scale}) => scale), ...new Set(terms.map(({exponent}) => exponent))];
}

/** The condition of an information matrix, its parameters scaled to one another, and what goes together in it. */
function toldApart(
  information: readonly (readonly number[])[],
  names: readonly string[]
): Pick<Fit, "condition" | "confounded"> {
  const size = information.map((row, i) => Math.sqrt(row[i]!));
  const scaled = information.map((row, i) => row.map((value, j) => value / (size[i]! * size[j]! || 1)));
  const {values, vectors} = symmetricEigen(scaled);
  const largest = values[values.length - 1]!;
  const weak = values.flatMap((value, i) => (value < leastInformation * largest ? [vectors[i]!] : []));
  return {
    condition: Math.sqrt(largest / Math.max(values[0]!, largest * 1e-32)),
    confounded: names.filter((_, i) => size[i] === 0 || weak.some((vector) => Math.abs(vector[i]!) > leastPart))
  };
}

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

function fitPoints(
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

function fitLogistic(runs: readonly Observation[], options: FitOptions): FitResult {
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

function pointsObstacle(
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

function fitTwoSteps(runs: readonly Observation[], options: FitOptions): FitResult {
  const first = fitLossForm(runs, {...options, form: "chinchilla"});
  if (!first.ok) return {ok: false, message: `first step, loss of N and D: ${first.message}`};
  const {x, y, points} = linkPoints(runs, options);
  const obstacle = pointsObstacle(
    "The second step",
    "a loss and a score",
    points,
    ({loss}) => loss,
    options.scoreRange
  );
  if (obstacle !== undefined) return {ok: false, message: `second step, score of loss: ${obstacle}`};
  const second = fitPoints(x, y, scoreObjective(options.objective), options, ["b", "a", "L0", "k"]);
  const {fit} = first;
  return {
    ok: true,
    fit: {
      options,
      parameters: {...fit.parameters, ...linkParameters(second.sigmoid)},
      value: second.sigmoid.value,
      firstValue: fit.value,
      converged: fit.converged && second.sigmoid.converged,
      iterations: fit.iterations + second.sigmoid.iterations,
      used: fit.used,
      residuals: second.residuals.slice(0, points.length),
      condition: Math.max(fit.condition, second.condition),
      confounded: [...fit.confounded, ...second.confounded],
      atBound: [...fit.atBound, ...second.atBound]
    }
  };
}
