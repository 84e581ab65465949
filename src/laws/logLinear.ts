import type {Curve} from "./curve.ts";

/** A score that is straight in log compute. */
export interface LogLinearLaw {
  /** A point on the line: 10^log10C FLOP … */
  readonly log10C: number;
  /** … and the score there. */
  readonly score: number;
  /** Points per tenfold of compute; negative for a metric of which less is better. */
  readonly slope: number;
}

/**
 * The straight line of a slope through a point.
 *
 * A slope of 0 is a constant: the scores above it are never reached, and the others by any compute.
 */
export function logLinearCurve(law: LogLinearLaw): Curve {
  const {slope} = law;
  return {
    score: (log10C) => law.score + slope * (log10C - law.log10C),
    log10Compute(score) {
      if (slope === 0) return score > law.score ? Infinity : -Infinity;
      return law.log10C + (score - law.score) / slope;
    },
    limit: slope === 0 ? law.score : slope * Infinity,
    start: slope === 0 ? law.score : -slope * Infinity
  };
}
