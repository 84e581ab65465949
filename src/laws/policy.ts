import {log10, pow, pow10} from "../numerics/exp.ts";
import {findRoot} from "../numerics/root.ts";
import {frontier, loss, optimalAllocation, trainingCompute, type Allocation, type ScalingLaw} from "./chinchilla.ts";
import type {Curve} from "./curve.ts";
import {powerLaw} from "./powerLaw.ts";

/** How a training budget is split into parameters and tokens: what makes L(N, D) a curve of compute. */
export type Policy =
  | {readonly kind: "compute-optimal"}
  | {
      readonly kind: "fixed-ratio";
      /** D/N; > 0. */
      readonly tokensPerParameter: number;
    };

/** The allocation that a policy makes of compute C, FLOP; 6ND = C. */
export function allocate(law: ScalingLaw, policy: Policy, C: number): Allocation {
  if (policy.kind === "compute-optimal") return optimalAllocation(law, C);
  const N = Math.sqrt(C / (6 * policy.tokensPerParameter));
  return {N, D: policy.tokensPerParameter * N};
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
  if (policy.kind === "compute-optimal") return powerLaw(frontier(law));
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
    }
  };
}

/**
 * How many times the compute-optimal run of equal loss a run costs: 6ND over the C whose least loss is L(N, D); ≥ 1.
 *
 * It is 1 at the optimum, and the price of a model that is cheaper to serve elsewhere.
 */
export function overtrainingPenalty(law: ScalingLaw, run: Allocation): number {
  return trainingCompute(run) / computeToReach(law, {kind: "compute-optimal"}, loss(law, run));
}
