import {chinchillaCurve, frontier, loss, optimalAllocation, allocateAtRatio} from "../laws/chinchilla.ts";
import type {Allocation, Policy, ScalingLaw} from "../laws/chinchilla.ts";
import type {Curve} from "../laws/curve.ts";
import type {PowerLaw} from "../laws/powerLaw.ts";
import {powerLawCurve} from "../laws/powerLaw.ts";
import {log10, pow10} from "../numerics/exp.ts";
import {chinchillaLaws} from "../scenario/chinchillaLaws.ts";
import type {Plan, Scenario} from "../scenario/schema.ts";
import {ladderFit} from "./fits.ts";

/** The loss law that a plan stands on. */
export interface PlanLaw {
  /** Its name in the scenario, or "own". */
  readonly name: string;
  /**
   * The law of compute between two computes, FLOP. That of the compute-optimal mix is a power law; of another mix the
   * power law with the same floor and the same losses at both.
   */
  readonly power: (from: number, to: number) => PowerLaw;
  /** The compute, FLOP, that a loss takes; Infinity where the law never gets there. */
  readonly atLoss: (loss: number) => number;
  /** How a run of compute C, FLOP, is split. */
  readonly mix: (C: number) => Allocation;
  /** The compute, FLOP, at which the law of compute has the loss of a run; its own 6ND where the law knows no N and D. */
  readonly equivalent: (run: Allocation) => number;
}

const ofCurve =
  (curve: Curve) =>
  (from: number, to: number): PowerLaw => {
    const E = curve.limit;
    const [x, y] = [log10(from), log10(to)];
    const a = (log10(curve.score(x) - E) - log10(curve.score(y) - E)) / (y - x);
    return {E, a, k: (curve.score(x) - E) * pow10(a * x)};
  };

function ofScalingLaw(name: string, law: ScalingLaw, policy: Policy): PlanLaw {
  const curve = chinchillaCurve(law, policy);
  return {
    name,
    power: policy === "compute-optimal" ? () => frontier(law) : ofCurve(curve),
    atLoss: (level) => pow10(curve.log10Compute(level)),
    mix: (C) =>
      policy === "compute-optimal" ? optimalAllocation(law, C) : allocateAtRatio(policy.tokensPerParameter, C),
    equivalent: (run) => pow10(curve.log10Compute(loss(law, run)))
  };
}

const policyOfPlan = ({tokensPerParameter}: Plan): Policy =>
  tokensPerParameter === undefined ? "compute-optimal" : {tokensPerParameter: tokensPerParameter.value};

/** The law of a plan; undefined where it is that of fitted runs and there is no fit. */
export function planLawOf(scenario: Scenario, plan: Plan): PlanLaw | undefined {
  const {law = scenario.baseline.law} = plan;
  const policy = policyOfPlan(plan);
  const usual = chinchillaLaws[scenario.baseline.law];
  if (law === "fitted") {
    const fit = ladderFit(scenario);
    if (fit?.curve === undefined || !fit.result.ok) return undefined;
    const {E = 0, A, B, alpha, beta} = fit.result.fit.parameters;
    if (A !== undefined && B !== undefined && alpha !== undefined && beta !== undefined) {
      return ofScalingLaw("fitted", {E, A, B, alpha, beta}, policy);
    }
    const {curve} = fit;
    return {
      ...ofScalingLaw("fitted", usual, policy),
      power: ofCurve(curve),
      atLoss: (level) => pow10(curve.log10Compute(level)),
      equivalent: ({N, D}) => 6 * N * D
    };
  }
  if (typeof law === "string") return ofScalingLaw(law, chinchillaLaws[law], policy);
  const own = {E: law.E?.value ?? 0, k: law.k.value, a: law.a.value};
  const curve = powerLawCurve(own);
  return {
    ...ofScalingLaw("own", usual, policy),
    power: ofCurve(curve),
    atLoss: (level) => pow10(curve.log10Compute(level)),
    equivalent: ({N, D}) => 6 * N * D
  };
}

/** The standard deviation of log loss that fitted runs show around their law; undefined where there is no fit. */
export function measuredNoise(scenario: Scenario): number | undefined {
  const fit = ladderFit(scenario);
  if (fit?.result.ok !== true) return undefined;
  const {residuals, parameters} = fit.result.fit;
  const free = residuals.length - Object.keys(parameters).length;
  if (free < 1) return undefined;
  return Math.sqrt(residuals.reduce((sum, value) => sum + value * value, 0) / free);
}
