import {requirePositive, requireProbability, requireWhole} from "../numerics/ranges.ts";
import {findRoot} from "../numerics/root.ts";
import {expm1, log1p} from "../numerics/nearOne.ts";
import {exp, log, pow} from "../numerics/exp.ts";
import {failAtK, meanSuccess, passAtK, type Success} from "./sampling.ts";

/** What reinforcement learning does to the spread of success over problems, as two factors. */
export interface Sharpening {
  /** By how much the odds of pass@1, a / b, are multiplied; > 0. Above 1 problems become easier. */
  readonly lift: number;
  /**
   * By how much both exponents are divided; > 0. Above 1 problems move towards always or never solved: pass@1 stays and
   * the failures of many attempts fall more slowly, as k^−(a / sharpness).
   */
  readonly sharpness: number;
}

/**
 * The spread of success after training: a / sharpness and b / (sharpness lift).
 *
 * Where every log-odds of success is multiplied by a factor, the tails of Beta(a, b) get the exponents a and b over that
 * factor: this is the sharpness. A lift alone raises pass@k at every k (more reliable, no less diverse); a sharpness
 * alone leaves pass@1 and lowers pass@k at every k > 1, and with it the advantage pass@k − pass@1. An illustration of
 * both readings in two numbers, not a fit.
 *
 * @throws RangeError if a, b or a factor is not positive and finite
 * @see Yue et al. 2025, arXiv:2504.13837: trained models win at small k and lose to their base at large k
 */
export function sharpened({a, b}: Success, {lift, sharpness}: Sharpening): Success {
  requirePositive("parameter a", a);
  requirePositive("parameter b", b);
  requirePositive("lift", lift);
  requirePositive("sharpness", sharpness);
  return {a: a / sharpness, b: b / (sharpness * lift)};
}

/**
 * What a part of the training has done: pass@1 has made that part of its way, and sharpness its part in logarithms.
 *
 * So pass@1 follows the sigmoid whose progress it is, and sharpness grows from 1 to itself as sharpness^progress. An
 * assumption, not a finding: nobody has published how the spread moves on its way.
 *
 * @param progress the part of the way that is done, 0 to 1
 * @throws RangeError if a, b or a factor is not positive and finite, or the progress is not in [0, 1]
 */
export function sharpeningAt(base: Success, whole: Sharpening, progress: number): Sharpening {
  requireProbability("progress", progress);
  const {lift, sharpness} = whole;
  const trained = sharpened(base, whole);
  const [from, to] = [base.a + base.b, trained.a + trained.b];
  const solved = ((1 - progress) * base.a) / from + (progress * trained.a) / to;
  const missed = ((1 - progress) * base.b) / from + (progress * trained.b) / to;
  return {
    lift: progress === 1 ? lift : ((solved / missed) * base.b) / base.a,
    sharpness: pow(sharpness, progress)
  };
}

/**
 * By how much pass@k is above pass@1: what k attempts add, the diversity that is left.
 *
 * @throws RangeError if a or b is not positive and finite, or k is not a whole number of at least 1
 */
export function advantageOfK(success: Success, k: number): number {
  requireWhole("number of samples k", k, 1);
  return passAtK(success, k) - passAtK(success, 1);
}

/** Attempts beyond which a crossing is taken for none. */
const mostAttempts = 1e15;

/**
 * The least number of attempts with which the base solves more problems than the trained model, which wins at first.
 *
 * Each attempt more multiplies the failures by (b + k) / (a + b + k), and the two such factors change order once at most:
 * so the base, once ahead, stays ahead. Infinity if it never is, or only beyond 10^15 attempts; 1 if it is from the start.
 *
 * @throws RangeError if a or b is not positive and finite
 */
export function overtakenAt(base: Success, trained: Success): number {
  const isOvertaken = (k: number) => failAtK(base, k) < failAtK(trained, k);
  if (isOvertaken(1)) return 1;
  if (!(trained.a < base.a)) return Infinity;
  let low = 1;
  let high = 2;
  for (; !isOvertaken(high); high *= 2) {
    low = high;
    if (high > mostAttempts) return Infinity;
  }
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (isOvertaken(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The spread of success that two measured shares fix, or why none does. */
export type SuccessFit =
  | {readonly kind: "success"; readonly a: number; readonly b: number; readonly converged: boolean}
  /** Attempts add nothing: pass@k is no more than pass@1, its least. */
  | {readonly kind: "no-gain"; readonly least: number}
  /** Attempts add more than independent ones at problems that are all alike, 1 − (1 − pass@1)^k, the most. */
  | {readonly kind: "too-much"; readonly most: number};

/**
 * The spread Beta(a, b) with a given pass@1 and pass@k.
 *
 * With a = m s and b = (1 − m) s, m being pass@1, pass@k rises with s from m, where each problem is solved always or
 * never, to 1 − (1 − m)^k, where all are alike: one bracketed root in log s.
 *
 * @param pass1 the share solved in one attempt
 * @param passK the share that at least one of k attempts solves
 * @throws RangeError if a share is not in [0, 1], pass@1 is 0 or 1, or k is not a whole number of at least 2
 */
export function fitSuccess(pass1: number, passK: number, k: number): SuccessFit {
  requireProbability("pass@1", pass1);
  requireProbability("pass@k", passK);
  requireWhole("number of samples k", k, 2);
  if (pass1 === 0 || pass1 === 1) throw new RangeError(`invalid pass@1; it fixes no spread: ${pass1}`);
  const most = -expm1(k * log1p(-pass1));
  if (passK <= pass1) return {kind: "no-gain", least: pass1};
  if (passK >= most) return {kind: "too-much", most};
  const spread = (s: number): Success => ({a: pass1 * s, b: (1 - pass1) * s});
  // What is missing to the nearer end, so that it keeps its digits; the ends of s are past any that can be told apart.
  const missing = (logS: number) => failAtK(spread(exp(logS)), k) - (1 - passK);
  const {x, converged} = findRoot(missing, log(1e-17), log(1e17));
  return {kind: "success", ...spread(exp(x)), converged};
}

/** The mean and the concentration a + b of a spread: two numbers that a slider can move apart. */
export function spreadOf(mean: number, concentration: number): Success {
  if (!(mean > 0 && mean < 1)) throw new RangeError(`invalid mean success; not between 0 and 1: ${mean}`);
  requirePositive("concentration", concentration);
  return {a: mean * concentration, b: (1 - mean) * concentration};
}

/** The concentration a + b of a spread: small where problems are solved always or never, large where all are alike. */
export function concentrationOf(success: Success): number {
  meanSuccess(success);
  return success.a + success.b;
}
