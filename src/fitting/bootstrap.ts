import {quantiles} from "../numerics/quantiles.ts";
import type {Random} from "../numerics/random.ts";
import {seededRandom} from "../numerics/random.ts";
import type {Observation} from "../laws/observation.ts";
import type {Fit} from "./fit.ts";
import {predict} from "./fit.ts";
import {linkParameters, linkPoints, scoreObjective} from "./fitScore.ts";
import type {LossFormName} from "./forms.ts";
import {isLossForm, parameterNames} from "./forms.ts";
import {lossFitter} from "./fitLoss.ts";
import {sigmoidFitter} from "./fitSigmoid.ts";
import {lawParameters, lossProblem} from "./lossProblem.ts";
import type {Parameters} from "./lossProblem.ts";
import type {Objective} from "./objective.ts";
import {log10} from "../numerics/exp.ts";

/** The law fitted again and again to runs drawn anew from those there are. */
export interface Bootstrap {
  readonly seed: number;
  /** By the names of the form, one value a draw. */
  readonly draws: Readonly<Record<string, Float64Array>>;
  readonly count: number;
  /** Draws whose fit did not converge; they count all the same. */
  readonly failed: number;
}

/** How many draws are made between two reports of progress. */
const drawsPerStep = 50;

/** How many draws that do not converge are looked for from nothing; where they all do not, a table would take minutes. */
const mostSearches = 100;

/** What stands for least absolute deviations in a bootstrap: it differs by less than any interval shows, in a third of the time. */
const nearLad: Objective = {kind: "huber", delta: 1e-5};

export const usualDraws = 4000;
export const mostBootstrapDraws = 100_000;

/** The 90 % interval and the median of what draws gave. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export function spreadOf(values: Float64Array): Spread {
  const [low = NaN, median = NaN, high = NaN] = quantiles(values, [0.05, 0.5, 0.95]);
  return {low, median, high};
}

/**
 * Sets how often each of n runs is drawn in n draws with replacement.
 *
 * A draw with fewer different runs than `least` cannot be fitted and is made anew.
 */
export function resample(weights: Float64Array, random: Random, least: number): void {
  const n = weights.length;
  let distinct = 0;
  while (distinct < Math.min(least, n)) {
    weights.fill(0);
    distinct = 0;
    for (let i = 0; i < n; ++i) {
      const at = Math.floor(random() * n);
      if (weights[at] === 0) ++distinct;
      ++weights[at]!;
    }
  }
}

/**
 * A bootstrap over runs, a step at a time: yields the part that is done, so that a worker can say it and stop.
 *
 * Runs are drawn with replacement as whole-number weights and the law is fitted from its optimum; where that does not
 * converge, from nothing. Same runs, fit, seed and count: same bits. An interval from few runs is too narrow.
 *
 * @throws RangeError if the count is not a whole number from 1 to 100,000
 * @see Efron 1979, Annals of Statistics 7, 1
 */
export function* bootstrapSteps(
  runs: readonly Observation[],
  fit: Fit,
  {seed, draws = usualDraws}: {readonly seed: number; readonly draws?: number}
): Generator<number, Bootstrap> {
  if (!(Number.isInteger(draws) && draws >= 1 && draws <= mostBootstrapDraws)) {
    throw new RangeError(`invalid count of draws; not a whole number from 1 to ${mostBootstrapDraws}: ${draws}`);
  }
  const {form} = fit.options;
  const names = parameterNames(form);
  const columns = Object.fromEntries(names.map((name) => [name, new Float64Array(draws)]));
  const refit = refitter(runs, fit, seededRandom(seed, `bootstrap ${form}`));
  let failed = 0;
  for (let draw = 0; draw < draws; ++draw) {
    if (draw > 0 && draw % drawsPerStep === 0) yield draw / draws;
    const {parameters, converged} = refit();
    for (const name of names) columns[name]![draw] = parameters[name]!;
    if (!converged) ++failed;
  }
  return {seed, draws: columns, count: draws, failed};
}

/** Runs a bootstrap to its end. */
export function bootstrap(
  runs: readonly Observation[],
  fit: Fit,
  options: {readonly seed: number; readonly draws?: number}
): Bootstrap {
  const steps = bootstrapSteps(runs, fit, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

interface Refit {
  readonly parameters: Parameters;
  readonly converged: boolean;
}

/** Fits to runs drawn anew, at each call. */
function refitter(runs: readonly Observation[], fit: Fit, random: Random): () => Refit {
  const {form, objective} = fit.options;
  if (isLossForm(form)) return lossRefitter(runs, fit, form, objective, random);
  const score = scoreRefitter(runs, fit, random);
  if (form === "logistic") return score;
  const loss = lossRefitter(runs, fit, "chinchilla", objective, random);
  return () => {
    const [first, second] = [loss(), score()];
    return {
      parameters: {...first.parameters, ...second.parameters},
      converged: first.converged && second.converged
    };
  };
}

function lossRefitter(
  runs: readonly Observation[],
  fit: Fit,
  form: LossFormName,
  objective: Objective,
  random: Random
): () => Refit {
  const taken = fit.used.map((i) => runs[i]!);
  const problem = lossProblem(form, [taken]);
  const fitOnce = lossFitter(problem, objective.kind === "lad" ? nearLad : objective);
  const weights = [new Float64Array(taken.length)];
  const {theta: centre} = fitOnce([new Float64Array(taken.length).fill(1)]);
  const least = problem.sum.size;
  let searches = 0;
  return () => {
    resample(weights[0]!, random, least);
    const near = fitOnce(weights, [centre]);
    const found = near.converged || searches++ >= mostSearches ? near : fitOnce(weights);
    return {parameters: lawParameters(problem, found.theta), converged: found.converged};
  };
}

function scoreRefitter(runs: readonly Observation[], fit: Fit, random: Random): () => Refit {
  const {options, parameters} = fit;
  const isLogistic = options.form === "logistic";
  const taken = fit.used.map((i) => runs[i]!);
  const {x, y} = isLogistic
    ? {x: Float64Array.from(taken, ({C}) => log10(C)), y: Float64Array.from(taken, ({score}) => score)}
    : linkPoints(runs, options);
  const fitOnce = sigmoidFitter(x, y, options.scoreRange, scoreObjective(options.objective));
  const p = (name: string) => parameters[name]!;
  const centre = isLogistic
    ? {before: p("floor"), after: p("ceiling"), middle: p("log10CMid"), k: p("steepness") * Math.LN10}
    : {before: p("b"), after: p("a") + p("b"), middle: p("L0"), k: p("k")};
  // The perfect model is no run: it is in every draw, once.
  const isAnchored = !isLogistic && options.anchor;
  const weights = new Float64Array(x.length).fill(1);
  const drawn = isAnchored ? weights.subarray(0, x.length - 1) : weights;
  return () => {
    resample(drawn, random, 4);
    const near = fitOnce(weights, centre);
    const found = near.converged ? near : fitOnce(weights);
    return {
      converged: found.converged,
      parameters: isLogistic
        ? {floor: found.before, ceiling: found.after, log10CMid: found.middle, steepness: found.k / Math.LN10}
        : linkParameters(found)
    };
  };
}

/** The parameters of one draw. */
export const drawnParameters = ({draws}: Bootstrap, draw: number): Parameters =>
  Object.fromEntries(Object.entries(draws).map(([name, values]) => [name, values[draw]!]));

/** What the draws give for a run: see `predict`. */
export function predictedDraws(fit: Fit, boot: Bootstrap, run: Pick<Observation, "N" | "D" | "C">): Float64Array {
  const {form} = fit.options;
  return Float64Array.from({length: boot.count}, (_, draw) => predict(form, drawnParameters(boot, draw), run));
}
