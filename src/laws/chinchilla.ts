import {pow} from "../numerics/exp.ts";
import type {PowerLaw} from "./powerLaw.ts";

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

/**
 * The allocation of least loss among those that cost compute C.
 *
 * Minimises L(N, D) subject to 6ND = C, in closed form: N = G (C/6)^a and D = (C/6)^b / G, with
 * a = beta / (alpha + beta), b = 1 − a and G = (alpha A / (beta B))^(1 / (alpha + beta)).
 *
 * @param C training compute, FLOP; C > 0
 * @see Hoffmann et al. 2022, arXiv:2203.15556, equation 4
 */
export function optimalAllocation(law: ScalingLaw, C: number): Allocation {
  const {alpha, beta} = law;
  const G = optimalRatio(law);
  return {N: G * pow(C / 6, beta / (alpha + beta)), D: pow(C / 6, alpha / (alpha + beta)) / G};
}

/** The G of equation 4. */
function optimalRatio({A, B, alpha, beta}: ScalingLaw): number {
  return pow((alpha * A) / (beta * B), 1 / (alpha + beta));
}

/**
 * The least loss as a power law of compute: E + k C^−a with a = alpha beta / (alpha + beta).
 *
 * Both terms of the loss fall with the same power of C at the optimum, so nothing is approximate here.
 */
export function frontier(law: ScalingLaw): PowerLaw {
  const {E, A, B, alpha, beta} = law;
  const G = optimalRatio(law);
  const a = (alpha * beta) / (alpha + beta);
  return {E, k: (A * pow(G, -alpha) + B * pow(G, beta)) * pow(6, a), a};
}

/** The isoFLOP curve: loss against parameters N at compute C, FLOP, with the tokens that C leaves for them. */
export function isoFlop(law: ScalingLaw, C: number): (N: number) => number {
  return (N) => loss(law, {N, D: C / (6 * N)});
}

/** The parameters for which D tokens are compute-optimal. */
export function optimalParameters(law: ScalingLaw, D: number): number {
  const {alpha, beta} = law;
  // From D = (C/6)^b / G and N = G (C/6)^a: N = G (D G)^(a/b), a/b = beta / alpha.
  const G = optimalRatio(law);
  return G * pow(D * G, beta / alpha);
}
