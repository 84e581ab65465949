import type {Observation} from "../../src/laws/observation.ts";
import type {LossFormName} from "../../src/fitting/forms.ts";
import {formLoss} from "../../src/fitting/lossProblem.ts";
import type {Parameters} from "../../src/fitting/lossProblem.ts";
import {exp, log, pow10} from "../../src/numerics/exp.ts";
import {normalQuantile} from "../../src/numerics/normal.ts";
import type {Random} from "../../src/numerics/random.ts";

/** How runs are spread about a law. */
export interface LadderDesign {
  readonly count: number;
  /** Standard deviation of the log of the loss. */
  readonly noise: number;
  readonly random: Random;
  /** Share of runs that went wrong, and the factor by which their loss is too high. */
  readonly outliers?: {readonly share: number; readonly factor: number};
  /** Ends of N and of D/N, log10. */
  readonly log10N?: readonly [number, number];
  readonly log10Ratio?: readonly [number, number];
}

const between = (random: Random, low: number, high: number): number => low + (high - low) * random();

/** Parameters of a law as in print: about half of the loss at 1e20 FLOP is its floor. */
export function plantedParameters(form: LossFormName, random: Random): Parameters {
  const E = between(random, 1.2, 2.2);
  const term = (exponent: number, centre: number) => exp(log(between(random, 0.4, 1.2)) + exponent * log(centre));
  const [alpha, beta, a] = [
    between(random, 0.25, 0.45),
    between(random, 0.25, 0.45),
    between(random, 0.08, 0.25)
  ] as const;
  switch (form) {
    case "chinchilla":
      return {E, A: term(alpha, 1e9), B: term(beta, 2e10), alpha, beta};
    case "chinchilla-tied":
      return {E, A: term(alpha, 1e9), B: term(alpha, 2e10), alpha};
    case "power-law":
      return {E, k: term(a, 1e20), a};
    case "power-law-no-floor":
      return {k: 3 * term(a, 1e20), a};
  }
}

/** A run of so many parameters and tokens, 6ND the compute, on a law, its loss multiplied. */
export function runOn(form: LossFormName, parameters: Parameters, N: number, D: number, factor = 1): Observation {
  const spent = {N, D, C: 6 * N * D};
  return {...spent, loss: factor * formLoss(form, parameters, spent), score: NaN};
}

/** Runs at random sizes and tokens per parameter, scattered log-normally about a law. */
export function randomLadder(form: LossFormName, parameters: Parameters, design: LadderDesign): Observation[] {
  const {count, noise, random, outliers, log10N = [7.5, 10], log10Ratio = [0.3, 2.3]} = design;
  return Array.from({length: count}, () => {
    const N = pow10(between(random, ...log10N));
    const D = N * pow10(between(random, ...log10Ratio));
    const wrong = random() < (outliers?.share ?? 0) ? (outliers?.factor ?? 1) : 1;
    return runOn(form, parameters, N, D, wrong * exp(noise * normalQuantile(random())));
  });
}
