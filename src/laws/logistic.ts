import {log10, pow10} from "../numerics/exp.ts";
import type {Curve} from "./curve.ts";

/** A score that goes from a floor to a ceiling, as an S in log compute. */
export interface SigmoidLaw {
  /** The score without compute. */
  readonly floor: number;
  /** The score without limit of compute; below the floor for a metric of which less is better. */
  readonly ceiling: number;
  /** Where half of the way is done: 10^log10CMid FLOP. */
  readonly log10CMid: number;
  /** How sharply: the way done over the way left grows as C^steepness; > 0. */
  readonly steepness: number;
}

/**
 * The sigmoid score = floor + (ceiling − floor) / (1 + (Cmid/C)^B), B the steepness.
 *
 * @throws RangeError if the steepness is not positive
 * @see Khatri et al. 2025, arXiv:2510.13786, equation 1 (there of reinforcement-learning compute)
 */
export function sigmoidCurve({floor, ceiling, log10CMid, steepness}: SigmoidLaw): Curve {
  if (!(steepness > 0)) throw new RangeError(`invalid steepness; not positive: ${steepness}`);
  const range = ceiling - floor;
  return {
    score: (log10C) => floor + range / (1 + pow10(steepness * (log10CMid - log10C))),
    log10Compute(score) {
      const done = (score - floor) / range;
      if (done >= 1) return Infinity;
      if (!(done > 0)) return -Infinity;
      return log10CMid + log10((score - floor) / (ceiling - score)) / steepness;
    },
    limit: ceiling,
    start: floor
  };
}

/** A sigmoid as one would read it off a model: its point, its slope there, and where it ends. */
export interface LogisticLaw {
  /** A point on the curve: 10^log10C FLOP … */
  readonly log10C: number;
  /** … and the score there, between floor and ceiling. */
  readonly score: number;
  /** Points per tenfold of compute at the point; of the sign of ceiling − floor. */
  readonly slope: number;
  readonly floor: number;
  readonly ceiling: number;
}

/**
 * The sigmoid from floor to ceiling that passes through a point with a slope.
 *
 * @throws RangeError if the score is not between floor and ceiling, or the slope leads away from the ceiling
 */
export function logisticCurve({log10C, score, slope, floor, ceiling}: LogisticLaw): Curve {
  const done = (score - floor) / (ceiling - floor);
  if (!(done > 0 && done < 1)) {
    throw new RangeError(`invalid score; not between floor ${floor} and ceiling ${ceiling}: ${score}`);
  }
  // The slope of floor + range / (1 + 10^(−B x)) is range B log(10) done (1 − done).
  const steepness = slope / ((ceiling - floor) * Math.LN10 * done * (1 - done));
  if (!(steepness > 0)) throw new RangeError(`invalid slope; does not lead to the ceiling: ${slope}`);
  return sigmoidCurve({floor, ceiling, log10CMid: log10C - log10(done / (1 - done)) / steepness, steepness});
}
