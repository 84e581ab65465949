import {allocate, chinchillaCurve, loss, type Allocation, type Policy, type ScalingLaw} from "./chinchilla.ts";
import type {Curve} from "./curve.ts";
import {kaplanAllocate, kaplanCurve, kaplanLoss, type KaplanLaw} from "./kaplan.ts";
import {powerLawCurve, type PowerLaw} from "./powerLaw.ts";

/** A loss law of any of the forms here; a power law is one of compute alone and knows no parameters or tokens. */
export type Law =
  | {readonly kind: "chinchilla"; readonly parameters: ScalingLaw}
  | {readonly kind: "kaplan"; readonly parameters: KaplanLaw}
  | {readonly kind: "power-law"; readonly parameters: PowerLaw};

/**
 * The loss of a law, nats per token, under a policy as a curve of compute.
 *
 * @throws RangeError if a fixed D/N is not positive, or is asked of a law of compute alone
 */
export function lawCurve(law: Law, policy: Policy): Curve {
  switch (law.kind) {
    case "chinchilla":
      return chinchillaCurve(law.parameters, policy);
    case "kaplan":
      return kaplanCurve(law.parameters, policy);
    case "power-law":
      if (policy !== "compute-optimal") throw new RangeError("invalid policy; a law of compute alone has no D/N");
      return powerLawCurve(law.parameters);
  }
}

/** The allocation that a policy makes of compute C, FLOP; undefined under a law of compute alone. */
export function lawAllocation(law: Law, policy: Policy, C: number): Allocation | undefined {
  switch (law.kind) {
    case "chinchilla":
      return allocate(law.parameters, policy, C);
    case "kaplan":
      return kaplanAllocate(law.parameters, policy, C);
    case "power-law":
      return undefined;
  }
}

/** Expected loss of a run, nats per token; undefined under a law of compute alone. */
export function lawLoss(law: Law, run: Allocation): number | undefined {
  switch (law.kind) {
    case "chinchilla":
      return loss(law.parameters, run);
    case "kaplan":
      return kaplanLoss(law.parameters, run);
    case "power-law":
      return undefined;
  }
}
