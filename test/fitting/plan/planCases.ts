import type {PlanModel} from "../../../src/fitting/plan/planModel.ts";
import {frontier} from "../../../src/laws/chinchilla.ts";
import {besiroglu2024} from "../../../src/laws/published.ts";

/** A gain of 3 at 1e25 FLOP on the law of Besiroglu et al. 2024; both recipes have exponents of their own. */
export const threefold: PlanModel = {
  law: frontier(besiroglu2024),
  target: 1e25,
  gain: 3,
  growth: 0,
  gainForm: "scale-dependent",
  floor: "fitted"
};
