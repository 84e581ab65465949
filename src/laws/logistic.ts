import {log10, pow10} from "../numerics/exp.ts";
import type {Curve} from "./curve.ts";

/** A score that rises from a floor to a ceiling, as an S in log compute. */
export interface LogisticLaw {
  /** The score without compute. */
  readonly floor: number;
  /** The score without limit of compute; below the floor for a metric of which less is better. */
  readonly ceiling: number;
  /** Where half of the way is done: 10^log10CMid FLOP. */
  readonly log10CMid: number;
  /** How sharply it rises: the odds of the way done grow as C^steepness; > 0. */
  readonly steepness: number;
}

/**
 * The sigmoid score = floor + (ceiling − floor) / (1 + (Cmid/C)^B), B the steepness.
 *
 * @throws RangeError if the steepness is not positive
 * @see Khatri et al. 2025, arXiv:2510.13786, equation 1 (there of reinforcement-learning compute)
 */
export function logistic({floor, ceiling, log10CMid, steepness}: LogisticLaw): Curve {
  if (!(steepness > 0)) throw new RangeError(`invalid steepness; not positive: ${steepness}`);
  const range = ceiling - floor;
  return {
    score: (log10C) => floor + range / (1 + pow10(steepness * (log10CMid - log10C))),
    log10Compute(score) {
      const done = (score - floor) / range;
      if (done >= 1) return Infinity;
      if (done <= 0) return -Infinity;
      return log10CMid + log10((score - floor) / (ceiling - score)) / steepness;
    }
  };
}
