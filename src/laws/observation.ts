/**
 * One training run as a fit sees it: a rung of a ladder. NaN stands for what was not recorded.
 */
export interface Observation {
  /** Parameters, those active in a mixture of experts; N > 0. */
  readonly N: number;
  /** Training tokens; D > 0. */
  readonly D: number;
  /** Training compute, FLOP; C > 0. */
  readonly C: number;
  /** The loss it reached, nats per token or bits per byte; > 0. */
  readonly loss: number;
  /** The score it reached, in units of its metric; an accuracy as a fraction. */
  readonly score: number;
}
