import {pow, pow10} from "../numerics/exp.ts";
import type {Curve} from "./curve.ts";

/**
 * How much less compute a recipe needs than the reference for the same score, or why there is no such number.
 *
 * A gain belongs to the score at which it is read: unless the two curves are one curve shifted, another score
 * gives another gain.
 */
export type Gain =
  | {
      readonly kind: "gain";
      readonly log10Gain: number;
      /** Compute-equivalent gain: reference compute over recipe compute; > 0. */
      readonly gain: number;
    }
  /** The reference never reaches the score and the recipe does: no finite factor would do. */
  | {readonly kind: "reference-never"}
  /** The recipe never reaches the score and the reference does. */
  | {readonly kind: "recipe-never"}
  /** Neither reaches the score. */
  | {readonly kind: "neither"}
  /** At least one curve is past the score at any compute, so that the score tells nothing about compute. */
  | {readonly kind: "any-compute"};

/**
 * The compute-equivalent gain of a recipe over the reference at a score: 10^(log10 C_reference − log10 C_recipe).
 *
 * @see Davidson et al. 2023, arXiv:2312.07413
 */
export function gain(reference: Curve, recipe: Curve, score: number): Gain {
  const log10Reference = reference.log10Compute(score);
  const log10Recipe = recipe.log10Compute(score);
  if (log10Reference === Infinity) return {kind: log10Recipe === Infinity ? "neither" : "reference-never"};
  if (log10Recipe === Infinity) return {kind: "recipe-never"};
  if (log10Reference === -Infinity || log10Recipe === -Infinity) return {kind: "any-compute"};
  const log10Gain = log10Reference - log10Recipe;
  return {kind: "gain", log10Gain, gain: pow10(log10Gain)};
}

/** A gain that may change with scale: 10^(log10Gain + perDecade (log10 C − log10CPivot)) at physical compute C. */
export interface GainOfScale {
  /** The gain at the pivot. */
  readonly log10Gain: number;
  /** By how many powers of ten the gain grows with a tenfold of compute; 0 is the same gain at every scale. */
  readonly perDecade?: number;
  readonly log10CPivot?: number;
}

/**
 * The curve of a recipe that is the reference with so much more effective compute.
 *
 * @throws RangeError if perDecade is −1 or less: more compute would be less effective compute
 */
export function withGain(reference: Curve, {log10Gain, perDecade = 0, log10CPivot = 0}: GainOfScale): Curve {
  if (!(perDecade > -1)) throw new RangeError(`invalid gain per decade; not above −1: ${perDecade}`);
  return {
    score: (log10C) => reference.score(log10C + log10Gain + perDecade * (log10C - log10CPivot)),
    log10Compute(score) {
      const log10Effective = reference.log10Compute(score);
      if (perDecade === 0) return log10Effective - log10Gain;
      return (log10Effective - log10Gain + perDecade * log10CPivot) / (1 + perDecade);
    },
    limit: reference.limit,
    start: reference.start
  };
}

// The three ways in which two power laws L = E + k C^−a may differ, each alone.

/** The gain where only k differs: (kReference / kRecipe)^(1/a), the same at every scale. */
export function gainOfScaleFactor(kReference: number, kRecipe: number, a: number): number {
  return pow(kReference / kRecipe, 1 / a);
}

/**
 * The gain where the exponents differ and the curves, of one floor, meet at log10CMeeting:
 * (C_reference / C_meeting)^(1 − aReference / aRecipe). It grows with scale if the recipe is the steeper one.
 *
 * @param log10C decimal logarithm of the compute of the reference, FLOP
 */
export function gainOfExponent(aReference: number, aRecipe: number, log10CMeeting: number, log10C: number): number {
  return pow10((1 - aReference / aRecipe) * (log10C - log10CMeeting));
}

/**
 * The gain where only the floor differs: ((L − ERecipe) / (L − EReference))^(1/a) at loss L.
 *
 * It grows without limit as L nears the floor of the reference: Infinity there. NaN at a loss the recipe cannot reach.
 */
export function gainOfFloor(EReference: number, ERecipe: number, a: number, L: number): number {
  if (L <= ERecipe) return L <= EReference ? NaN : 0;
  return L <= EReference ? Infinity : pow((L - ERecipe) / (L - EReference), 1 / a);
}
