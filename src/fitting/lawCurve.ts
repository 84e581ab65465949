import type {Allocation, Policy, ScalingLaw} from "../laws/chinchilla.ts";
import {allocate, chinchillaCurve} from "../laws/chinchilla.ts";
import type {Curve} from "../laws/curve.ts";
import {powerLawCurve} from "../laws/powerLaw.ts";
import type {FormName, LossFormName} from "./forms.ts";
import type {Parameters} from "./lossProblem.ts";

/** The loss as a curve of compute that the parameters of a form give. */
export function lawCurveOf(form: LossFormName, parameters: Parameters, policy: Policy): Curve {
  if (form === "power-law" || form === "power-law-no-floor") {
    const {E = 0, k = NaN, a = NaN} = parameters;
    return powerLawCurve({E, k, a});
  }
  return chinchillaCurve(scalingLawOf(parameters), policy);
}

/** The law of N and D that parameters give; one exponent for both terms stands for either. */
export function scalingLawOf({E = 0, A = NaN, B = NaN, alpha = NaN, beta = alpha}: Parameters): ScalingLaw {
  return {E, A, B, alpha, beta};
}

/** How the policy of a form splits compute C, FLOP; NaN where the form knows no N and D. */
export function allocationOf(form: FormName, parameters: Parameters, policy: Policy, C: number): Allocation {
  const isSplit = form === "chinchilla" || form === "chinchilla-tied" || form === "two-step";
  return isSplit ? allocate(scalingLawOf(parameters), policy, C) : {N: NaN, D: NaN};
}
