import {log10, pow, pow10} from "../numerics/exp.ts";
import {findRoot} from "../numerics/root.ts";
import type {Curve} from "./curve.ts";
import {powerLawCurve, type PowerLaw} from "./powerLaw.ts";
import {loss, trainingCompute} from "./trainingRun.ts";
import type {Allocation, ScalingLaw} from "./trainingRun.ts";

export {loss, trainingCompute};
export type {Allocation, ScalingLaw};

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

/** How a training budget is split into parameters and tokens: what makes L(N, D) a curve of compute. */
export type Policy = "compute-optimal" | {readonly tokensPerParameter: number};

/** The allocation that a policy makes of compute C, FLOP; 6ND = C. */
export function allocate(law: ScalingLaw, policy: Policy, C: number): Allocation {
  return policy === "compute-optimal" ? optimalAllocation(law, C) : allocateAtRatio(policy.tokensPerParameter, C);
}

/** The allocation of compute C, FLOP, at so many tokens per parameter. */
export function allocateAtRatio(tokensPerParameter: number, C: number): Allocation {
  const N = Math.sqrt(C / (6 * tokensPerParameter));
  return {N, D: tokensPerParameter * N};
}

/** Expected loss, nats per token, of compute C, FLOP, spent by the policy. */
export function lossAtCompute(law: ScalingLaw, policy: Policy, C: number): number {
  return loss(law, allocate(law, policy, C));
}

/**
 * The compute, FLOP, at which the policy reaches a loss; Infinity if the loss is E or less.
 *
 * In closed form for a compute-optimal policy. At fixed D/N both terms of the loss fall with N, and the root is
 * bracketed by where the larger alone is all, or half, of the reducible loss.
 */
export function computeToReach(law: ScalingLaw, policy: Policy, target: number): number {
  return pow10(chinchillaCurve(law, policy).log10Compute(target));
}

/**
 * The loss of a law under a policy as a curve of compute.
 *
 * @throws RangeError if a fixed D/N is not positive
 */
export function chinchillaCurve(law: ScalingLaw, policy: Policy): Curve {
  if (policy === "compute-optimal") return powerLawCurve(frontier(law));
  const ratio = policy.tokensPerParameter;
  if (!(ratio > 0 && ratio < Infinity)) throw new RangeError(`invalid tokens per parameter; not positive: ${ratio}`);
  const {E, A, B, alpha, beta} = law;
  // With N = (C / 6m)^1/2 and D = m N both terms are powers of C: E + kN C^−(alpha/2) + kD C^−(beta/2).
  const kN = A * pow(6 * ratio, alpha / 2);
  const kD = B * pow(6 / ratio, beta / 2);
  const reducible = (log10C: number) => kN * pow10((-alpha / 2) * log10C) + kD * pow10((-beta / 2) * log10C);
  const log10WhereLargestIs = (size: number) => Math.max((2 / alpha) * log10(kN / size), (2 / beta) * log10(kD / size));
  return {
    score: (log10C) => E + reducible(log10C),
    log10Compute(target) {
      if (target <= E) return Infinity;
      if (target === Infinity) return -Infinity;
      const log10Target = log10(target - E);
      // One ulp of slack at each end, so that rounding cannot lose the root.
      const low = log10WhereLargestIs((target - E) * (1 + 1e-12));
      const high = log10WhereLargestIs((target - E) * (0.5 - 1e-12));
      return findRoot((log10C) => log10(reducible(log10C)) - log10Target, low, high).x;
    },
    limit: E,
    start: Infinity
  };
}

/**
 * How many times the compute-optimal run of equal loss a run costs: 6ND over the C whose least loss is L(N, D); ≥ 1.
 *
 * It is 1 at the optimum, and the price of a model that is cheaper to serve elsewhere.
 */
export function overtrainingPenalty(law: ScalingLaw, run: Allocation): number {
  return trainingCompute(run) / computeToReach(law, "compute-optimal", loss(law, run));
}
