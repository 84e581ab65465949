import type {Curve} from "./curve.ts";

/** A score that is straight in log compute. */
export interface LogLinearLaw {
  /** Where the line is anchored: 10^log10C0 FLOP. */
  readonly log10C0: number;
  /** The score there. */
  readonly score0: number;
  /** Points per tenfold of compute; negative for a metric of which less is better. */
  readonly slope: number;
}

/**
 * The straight line score = score0 + slope (log10 C − log10 C0).
 *
 * A slope of 0 is a constant: the scores above it are never reached, and the others by any compute.
 */
export function logLinear({log10C0, score0, slope}: LogLinearLaw): Curve {
  return {
    score: (log10C) => score0 + slope * (log10C - log10C0),
    log10Compute(score) {
      if (slope === 0) return score > score0 ? Infinity : -Infinity;
      return log10C0 + (score - score0) / slope;
    }
  };
}

/** The straight line through two points with different compute. */
export function logLinearThrough(
  one: {readonly log10C: number; readonly score: number},
  other: {readonly log10C: number; readonly score: number}
): Curve {
  if (one.log10C === other.log10C) throw new RangeError(`invalid points; the same log10C: ${one.log10C}`);
  const slope = (other.score - one.score) / (other.log10C - one.log10C);
  return logLinear({log10C0: one.log10C, score0: one.score, slope});
}
