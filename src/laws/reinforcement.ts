import {exp, log10} from "../numerics/exp.ts";
import {expm1} from "../numerics/nearOne.ts";
import {requirePositive} from "../numerics/ranges.ts";
import {findRoot} from "../numerics/root.ts";
import type {LogLinearLaw} from "./logLinear.ts";
import type {SigmoidLaw} from "./logistic.ts";

// The score of reinforcement learning against its compute is `sigmoidCurve` of logistic.ts: R − R0 = (A − R0) / (1 +
// (Cmid / C)^B), R0 the floor, A the ceiling, B the steepness (Khatri et al. 2025, arXiv:2510.13786, equation 1). The
// amount on the axis is what the law was fitted in: GPU-hours there, steps elsewhere. It is never training compute.

/** A ScaleRL law in its paper’s letters. */
export interface ScaleRl {
  /** Score before reinforcement learning. */
  readonly R0: number;
  /** The ceiling, the score without limit of compute. */
  readonly A: number;
  /** How sharply the score rises; B > 0. */
  readonly B: number;
  /** The compute, GPU-hours or steps, at which half of the way is done; > 0. */
  readonly CMid: number;
}

/**
 * The sigmoid of a ScaleRL law.
 *
 * @throws RangeError if B or CMid is not positive and finite
 * @see Khatri et al. 2025, arXiv:2510.13786, equation 1
 */
export function scaleRlSigmoid({R0, A, B, CMid}: ScaleRl): SigmoidLaw {
  requirePositive("efficiency B", B);
  requirePositive("compute at the middle", CMid);
  return {floor: R0, ceiling: A, log10CMid: log10(CMid), steepness: B};
}

/**
 * The line that touches the sigmoid in its middle: what “log-linear in compute” can at most mean of it.
 *
 * Its slope is (A − R0) B log(10) / 4 points per tenfold.
 *
 * @throws RangeError if the steepness is not positive and finite
 */
export function middleLine({floor, ceiling, log10CMid, steepness}: SigmoidLaw): LogLinearLaw {
  requirePositive("steepness", steepness);
  const range = ceiling - floor;
  return {log10C: log10CMid, score: floor + range / 2, slope: (range * steepness * Math.LN10) / 4};
}

/**
 * The part of the way from floor to ceiling that is done, 0 to 1: 1 / (1 + (Cmid / C)^B).
 *
 * @param log10C decimal logarithm of the compute
 */
export const progressAt = ({log10CMid, steepness}: SigmoidLaw, log10C: number): number =>
  1 / (1 + exp(steepness * Math.LN10 * (log10CMid - log10C)));

/**
 * The compute, as its decimal logarithm, at which `middleLine` passes the ceiling of its sigmoid: Cmid e^(2 / B).
 *
 * From there on the line says what the law forbids: a log-linear claim has to end before it.
 *
 * @throws RangeError if the steepness is not positive and finite
 */
export function lineAtCeiling({log10CMid, steepness}: SigmoidLaw): number {
  requirePositive("steepness", steepness);
  return log10CMid + 2 / (steepness * Math.LN10);
}

/** Where a sigmoid and the line through its middle are within a tolerance of each other. */
export interface Agreement {
  /** Decimal logarithm of the compute from which they agree. */
  readonly log10Low: number;
  /** … and up to which. */
  readonly log10High: number;
}

/**
 * The stretch of compute over which the sigmoid and `middleLine` differ by no more than a tolerance.
 *
 * Symmetric about the middle in log compute: they part where u / 4 − tanh(u / 2) / 2 times the range is the tolerance,
 * u = B log(10) (log10 C − log10 Cmid). The left side rises with u, so the end is one bracketed root.
 *
 * @param tolerance points of score, > 0
 * @throws RangeError if the steepness or the tolerance is not positive and finite, or floor and ceiling are one
 */
export function straightStretch(law: SigmoidLaw, tolerance: number): Agreement {
  const {floor, ceiling, log10CMid, steepness} = law;
  requirePositive("steepness", steepness);
  requirePositive("tolerance", tolerance);
  const range = Math.abs(ceiling - floor);
  requirePositive("distance from floor to ceiling", range);
  const share = tolerance / range;
  const {x} = findRoot((u) => partingAt(u) - share, 0, 4 * share + 2.000001);
  const half = x / (steepness * Math.LN10);
  return {log10Low: log10CMid - half, log10High: log10CMid + half};
}

/** u / 4 − tanh(u / 2) / 2, u ≥ 0: how far the line is above the sigmoid, in ranges. */
function partingAt(u: number): number {
  if (u < 0.1) {
    const square = u * u;
    return u * square * (1 / 48 - square * (1 / 480 - square * (17 / 80640 - (31 / 1451520) * square)));
  }
  return u < 40 ? u / 4 - expm1(u) / (exp(u) + 1) / 2 : u / 4 - 0.5;
}
