import {exp, pow} from "../numerics/exp.ts";
import {loss, optimalAllocation, type Allocation, type ScalingLaw} from "./chinchilla.ts";

/** How often something can be repeated before most of its worth is gone. */
export interface Repetition {
  /** R*_D: repetitions of the data, beyond its first use, that leave 1/e of a token’s worth. */
  readonly tokens: number;
  /** R*_N: the same for parameters beyond those that the unique data would call for. */
  readonly parameters: number;
}

/**
 * What repeated tokens are worth in unique ones: U + U R* (1 − exp(−R / R*)), R = D/U − 1 repetitions.
 *
 * It is D up to one epoch, and U (1 + R*) in the limit: 16.39 U for the published R* of tokens.
 *
 * @param D tokens trained on
 * @param unique tokens that are different
 * @see Muennighoff et al. 2023, arXiv:2305.16264, section 3
 */
export function effectiveAmount(D: number, unique: number, lifetime: number): number {
  if (D <= unique) return D;
  return unique + unique * lifetime * (1 - exp(-(D / unique - 1) / lifetime));
}

/**
 * Expected loss, nats per token, of a run whose D tokens are repetitions of some unique ones.
 *
 * Tokens beyond the unique ones, and parameters beyond those for which the unique ones are compute-optimal, count
 * less and less; with nothing repeated it is the loss of the law.
 *
 * @param unique tokens that are different
 * @see Muennighoff et al. 2023, arXiv:2305.16264, section 3
 */
export function dataConstrainedLoss(law: ScalingLaw, {N, D}: Allocation, unique: number, worth: Repetition): number {
  const needed = optimalParameters(law, Math.min(D, unique));
  return loss(law, {
    N: effectiveAmount(N, needed, worth.parameters),
    D: effectiveAmount(D, unique, worth.tokens)
  });
}

/** The parameters N for which D tokens are compute-optimal. */
export function optimalParameters(law: ScalingLaw, D: number): number {
  // N = G (C/6)^a and D = (C/6)^b / G: at C = 6 the optimum has N = G, and N = G (D G)^(a/b), a/b = beta/alpha.
  const G = optimalAllocation(law, 6).N;
  return G * pow(D * G, law.beta / law.alpha);
}
