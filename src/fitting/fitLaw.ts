import type {Observation} from "../laws/observation.ts";
import type {Fit, FitOptions, FitResult} from "./fit.ts";
import type {LossForm, LossFormName, Spent} from "./forms.ts";
import {forms, isLossForm, isUsableFor, parameterNames} from "./forms.ts";
import {lossFitter} from "./fitLoss.ts";
import {fitLogistic, fitPoints, linkParameters, linkPoints, pointsObstacle, scoreObjective} from "./fitScore.ts";
import {lawParameters, lossProblem} from "./lossProblem.ts";
import {toldApart} from "./toldApart.ts";
import {usualObjective} from "./objective.ts";
import {informationOf, logResiduals} from "./powerSum.ts";

export const usualOptions: FitOptions = {
  form: "chinchilla",
  objective: usualObjective,
  scoreRange: [0, 1],
  anchor: true
};

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
