import {exp, pow, pow10} from "../numerics/exp.ts";
import {findRoot} from "../numerics/root.ts";
import {allocate, chinchillaCurve, loss, optimalAllocation} from "./chinchilla.ts";
import type {Allocation, Policy, ScalingLaw} from "./chinchilla.ts";
import type {Curve} from "./curve.ts";

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

/** Beyond this compute, 10^80 FLOP, a loss that is not reached is never reached. */
const farthest = 80;

/**
 * The loss of a law under a policy as a curve of compute, when only so many tokens are different.
 *
 * It ends where repeats are worth nothing more: at N' = U_N (1 + R*_N) and D' = U (1 + R*_D).
 *
 * The policy is that of the law without repeats: it splits compute as if every token were new.
 *
 * @param unique tokens that are different
 * @throws RangeError if there are none, or a fixed D/N is not positive
 * @see Muennighoff et al. 2023, arXiv:2305.16264, section 3
 */
export function dataConstrainedCurve(law: ScalingLaw, policy: Policy, unique: number, worth: Repetition): Curve {
  if (!(unique > 0)) throw new RangeError(`invalid unique tokens; not positive: ${unique}`);
  const free = chinchillaCurve(law, policy);
  const score = (log10C: number) => dataConstrainedLoss(law, allocate(law, policy, pow10(log10C)), unique, worth);
  const limit = loss(law, {
    N: optimalParameters(law, unique) * (1 + worth.parameters),
    D: unique * (1 + worth.tokens)
  });
  return {
    start: Infinity,
    limit,
    score,
    log10Compute(target) {
      if (target <= limit) return Infinity;
      // Repeats are never worth more than new tokens: without them the loss is reached no later.
      const low = free.log10Compute(target);
      if (low === -Infinity || score(low) <= target) return low;
      if (score(farthest) > target) return Infinity;
      return findRoot((log10C) => score(log10C) - target, low, farthest).x;
    }
  };
}
