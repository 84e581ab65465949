import {pow} from "../numerics/exp.ts";

/** Parameters of L(N, D) = E + A / N^alpha + B / D^beta. */
export interface ScalingLaw {
  /** Irreducible loss, nats per token; E ≥ 0. */
  readonly E: number;
  /** Scale of the term in parameters, nats per token; A > 0. */
  readonly A: number;
  /** Scale of the term in tokens, nats per token; B > 0. */
  readonly B: number;
  /** Exponent of parameters; alpha > 0. */
  readonly alpha: number;
  /** Exponent of tokens; beta > 0. */
  readonly beta: number;
}

/** How a training run spends its compute. */
export interface Allocation {
  /** Parameters, those active in a mixture of experts; N > 0. */
  readonly N: number;
  /** Training tokens; D > 0. */
  readonly D: number;
}

/** Training compute of a run, FLOP: 6 for each parameter and token. */
export function trainingCompute({N, D}: Allocation): number {
  return 6 * N * D;
}

/**
 * Expected loss of a run, nats per token.
 *
 * loss(law, {N: 0, D}) = loss(law, {N, D: 0}) = Infinity; loss(law, {N: Infinity, D: Infinity}) = E.
 *
 * @see Hoffmann et al. 2022, arXiv:2203.15556, equation 2
 */
export function loss({E, A, B, alpha, beta}: ScalingLaw, {N, D}: Allocation): number {
  return E + A * pow(N, -alpha) + B * pow(D, -beta);
}
