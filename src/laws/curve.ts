/**
 * Capability as a function of effective compute: training compute in FLOP of the reference recipe.
 *
 * Compute is handled as its decimal logarithm throughout, since it spans thirty decades. A curve may rise (a
 * benchmark score) or fall (a loss): the words below hold for both.
 */
export interface Curve {
  /** The score at an effective compute of 10^log10C FLOP. */
  score(log10C: number): number;

  /**
   * The decimal logarithm of the effective compute, FLOP, at which the curve reaches a score; the inverse of
   * `score`. Infinity where the curve stays short of the score however large the compute, −Infinity where it is
   * past the score however small.
   */
  log10Compute(score: number): number;

  /**
   * The score as compute grows without end: the floor of a loss law, the ceiling of a sigmoid, ±Infinity for a
   * straight line.
   */
  readonly limit: number;

  /** The score as compute falls to nothing: Infinity for a loss law, the floor of a sigmoid. */
  readonly start: number;
}
