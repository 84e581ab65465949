import {exp, log} from "../numerics/exp.ts";

/** Accuracy as a sigmoid of loss: accuracy = a / (1 + exp(−k (L − L0))) + b. */
export interface SigmoidLink {
  /** From the accuracy at loss 0 and below to that of guessing; negative, since accuracy falls with loss. */
  readonly a: number;
  /** The loss where the fall is half done. */
  readonly L0: number;
  /** How sharply accuracy falls; k > 0. */
  readonly k: number;
  /** The accuracy as loss falls without end. */
  readonly b: number;
}

/** The accuracy, a fraction, that goes with a loss. */
export function accuracyAt({a, L0, k, b}: SigmoidLink, L: number): number {
  return a / (1 + exp(-k * (L - L0))) + b;
}

/** The loss that goes with an accuracy; −Infinity at b or better, Infinity at a + b, the accuracy of guessing, or worse. */
export function lossAt({a, L0, k, b}: SigmoidLink, accuracy: number): number {
  const fallen = (accuracy - b) / a;
  if (fallen <= 0) return -Infinity;
  if (fallen >= 1) return Infinity;
  return L0 - log(1 / fallen - 1) / k;
}
