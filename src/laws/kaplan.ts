import {log10, pow, pow10} from "../numerics/exp.ts";
import {findRoot} from "../numerics/root.ts";
import {allocateAtRatio, type Allocation, type Policy} from "./chinchilla.ts";
import type {Curve} from "./curve.ts";
import {powerLawCurve, type PowerLaw} from "./powerLaw.ts";

/** Parameters of a loss without a floor. */
export interface KaplanLaw {
  /** Parameters, without embeddings, at which a model with data without end would reach 1 nat per token. */
  readonly Nc: number;
  /** Tokens at which a model without limit of size would reach 1 nat per token. */
  readonly Dc: number;
  readonly alphaN: number;
  readonly alphaD: number;
}

/**
 * Expected loss, nats per token, of N parameters (without embeddings) stopped early on D tokens:
 * ((Nc/N)^(alphaN/alphaD) + Dc/D)^alphaD.
 *
 * With D = Infinity it is (Nc/N)^alphaN, with N = Infinity (Dc/D)^alphaD; it falls to 0 with both.
 *
 * @see Kaplan et al. 2020, arXiv:2001.08361, equation 1.5
 */
export function kaplanLoss({Nc, Dc, alphaN, alphaD}: KaplanLaw, {N, D}: Allocation): number {
  return pow(pow(Nc / N, alphaN / alphaD) + Dc / D, alphaD);
}

/**
 * The allocation of least loss among those that cost compute C = 6ND: N^(r+1) = r Nc^r C / (6 Dc), r = alphaN/alphaD.
 *
 * @param C training compute, FLOP; C > 0
 * @see Kaplan et al. 2020, arXiv:2001.08361, equation 1.5, for the loss that it minimizes
 */
export function kaplanOptimalAllocation({Nc, Dc, alphaN, alphaD}: KaplanLaw, C: number): Allocation {
  const r = alphaN / alphaD;
  const N = pow(r * pow(Nc, r) * (C / (6 * Dc)), 1 / (r + 1));
  return {N, D: C / (6 * N)};
}

/** The allocation that a policy makes of compute C, FLOP; 6ND = C. */
export function kaplanAllocate(law: KaplanLaw, policy: Policy, C: number): Allocation {
  return policy === "compute-optimal" ? kaplanOptimalAllocation(law, C) : allocateAtRatio(policy.tokensPerParameter, C);
}

/** FLOP of a petaFLOP/s in a day, the unit of compute of Kaplan et al. */
const petaflopDay = 8.64e19;

/**
 * The allocation that Kaplan et al. advised: N = 1.3e9 (C / PF-day)^0.73 parameters, and the tokens that C then pays for.
 *
 * A fit of its own, not the optimum of their L(N, D): it grows models faster and data slower than any law of this folder
 * finds best. Held against one, it gives what the change of allocation in 2022 was worth.
 *
 * @param C training compute, FLOP; C > 0
 * @see Kaplan et al. 2020, arXiv:2001.08361, section 6.1 and appendix A
 */
export function kaplanAdvisedAllocation(C: number): Allocation {
  const N = 1.3e9 * pow(C / petaflopDay, 0.73);
  return {N, D: C / (6 * N)};
}

/**
 * The least loss of compute C = 6ND by a law without a floor, as a power law of compute.
 *
 * With r = alphaN/alphaD the best N solves N^(r+1) = r Nc^r C / (6 Dc); then L = ((1 + r) (Nc/N)^r)^alphaD, which falls
 * as C^−(alphaN alphaD / (alphaN + alphaD)). This is the optimum of equation 1.5 itself, at a fixed batch size; Kaplan et
 * al.’s own N ∝ C^0.73 comes from runs corrected to the critical batch size.
 *
 * @see Kaplan et al. 2020, arXiv:2001.08361, equation 1.5
 */
export function kaplanFrontier({Nc, Dc, alphaN, alphaD}: KaplanLaw): PowerLaw {
  const r = alphaN / alphaD;
  const a = (alphaN * alphaD) / (alphaN + alphaD);
  // (Nc/N)^r = Nc^r (6 Dc / (r Nc^r C))^(r/(r+1)): all but C is the scale.
  const scale = (1 + r) * pow(Nc, r) * pow((6 * Dc) / (r * pow(Nc, r)), r / (r + 1));
  return {E: 0, k: pow(scale, alphaD), a};
}

/**
 * The loss of a law without a floor, under a policy, as a curve of compute C = 6ND.
 *
 * @throws RangeError if a fixed D/N is not positive
 */
export function kaplanCurve(law: KaplanLaw, policy: Policy): Curve {
  if (policy === "compute-optimal") return powerLawCurve(kaplanFrontier(law));
  const ratio = policy.tokensPerParameter;
  if (!(ratio > 0 && ratio < Infinity)) throw new RangeError(`invalid tokens per parameter; not positive: ${ratio}`);
  const {Nc, Dc, alphaN, alphaD} = law;
  const score = (log10C: number) => {
    const N = pow10((log10C - log10(6 * ratio)) / 2);
    return kaplanLoss(law, {N, D: ratio * N});
  };
  // Each term alone is a power of N: where the larger is all, or half, of the loss brackets the root.
  const log10NWhere = (loss: number, share: number) => {
    const target = share * pow(loss, 1 / alphaD);
    return Math.max(log10(Nc) - (alphaD / alphaN) * log10(target), log10(Dc / ratio) - log10(target));
  };
  return {
    start: Infinity,
    limit: 0,
    score,
    log10Compute(loss) {
      if (loss <= 0) return Infinity;
      if (loss === Infinity) return -Infinity;
      const at = (share: number) => 2 * log10NWhere(loss, share) + log10(6 * ratio);
      const target = log10(loss);
      return findRoot((log10C) => log10(score(log10C)) - target, at(1 + 1e-12), at(0.5 - 1e-12)).x;
    }
  };
}
