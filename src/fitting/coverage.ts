import {exp, pow10} from "../numerics/exp.ts";
import {seededRandom} from "../numerics/random.ts";
import type {Observation} from "../laws/observation.ts";
import {bootstrapSteps, predictedDraws, spreadOf} from "./bootstrap.ts";
import type {Fit} from "./fit.ts";
import {predict} from "./fit.ts";
import {fitLaw} from "./fitLaw.ts";
import {isLossForm, parameterNames} from "./forms.ts";

/** How often 90 % intervals hold the truth on ladders simulated from a fitted law. */
export interface Coverage {
  readonly ladders: number;
  /** Ladders whose fit could not be made. */
  readonly failed: number;
  readonly draws: number;
  readonly seed: number;
  /** Runs of each ladder. */
  readonly runs: number;
  /** Share of the ladders whose interval holds the parameter, by name. */
  readonly parameters: Readonly<Record<string, number>>;
  /** The same of the loss foretold at each target, decades beyond the largest run. */
  readonly forecasts: readonly {readonly decades: number; readonly share: number}[];
}

/** How far beyond the largest run a forecast is asked for, decades of compute. */
export const forecastDecades = [0, 1, 2] as const;

export const usualLadders = 200;
const usualCoverageDraws = 200;

/**
 * How good the bootstrap’s intervals are for a ladder like this one, found out and not assumed: ladders of the same
 * runs are simulated from the fitted law, each with its residuals drawn anew, and each is fitted and bootstrapped.
 *
 * The residuals are widened by √(n / (n − p)), since a fit of p parameters has taken that much of the noise away. A
 * perfect method would come to 0.9.
 *
 * @throws RangeError if the form is one of scores
 */
export function* coverageSteps(
  runs: readonly Observation[],
  fit: Fit,
  {
    seed,
    ladders = usualLadders,
    draws = usualCoverageDraws
  }: {readonly seed: number; readonly ladders?: number; readonly draws?: number}
): Generator<number, Coverage> {
  const {form} = fit.options;
  if (!isLossForm(form)) throw new RangeError(`invalid form; not one of losses: ${form}`);
  const names = parameterNames(form);
  const taken = fit.used.map((i) => runs[i]!);
  const n = taken.length;
  const widened = Math.sqrt(n / Math.max(1, n - names.length));
  const random = seededRandom(seed, `coverage ${form}`);
  const largest = taken.reduce((one, other) => (other.C > one.C ? other : one));
  // Ten times the compute at the same mix is √10 times the parameters and the tokens.
  const targets = forecastDecades.map((decades) => {
    const factor = Math.sqrt(pow10(decades));
    return {N: largest.N * factor, D: largest.D * factor, C: largest.C * pow10(decades)};
  });
  const truths = targets.map((target) => predict(form, fit.parameters, target));
  const hits: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]));
  const forecastHits = targets.map(() => 0);
  let failed = 0;
  for (let ladder = 0; ladder < ladders; ++ladder) {
    if (ladder > 0) yield ladder / ladders;
    const simulated = taken.map((run): Observation => {
      const residual = fit.residuals[Math.floor(random() * n)]! * widened;
      return {...run, loss: predict(form, fit.parameters, run) * exp(-residual)};
    });
    const refit = fitLaw(simulated, fit.options);
    if (!refit.ok) {
      ++failed;
      continue;
    }
    const steps = bootstrapSteps(simulated, refit.fit, {seed: seed + ladder + 1, draws});
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    const boot = step.value;
    for (const name of names) {
      const {low, high} = spreadOf(boot.draws[name]!);
      const truth = fit.parameters[name]!;
      if (truth >= low && truth <= high) ++hits[name]!;
    }
    targets.forEach((target, i) => {
      const {low, high} = spreadOf(predictedDraws(refit.fit, boot, target));
      if (truths[i]! >= low && truths[i]! <= high) ++forecastHits[i]!;
    });
  }
  const made = Math.max(1, ladders - failed);
  return {
    ladders,
    failed,
    draws,
    seed,
    runs: n,
    parameters: Object.fromEntries(names.map((name) => [name, hits[name]! / made])),
    forecasts: forecastDecades.map((decades, i) => ({decades, share: forecastHits[i]! / made}))
  };
}
