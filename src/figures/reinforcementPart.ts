import {reinforcementSteps} from "../simulation/reinforcementUncertainty.ts";
import type {ViewPart} from "./viewPart.ts";

export const reinforcementPart: ViewPart = {
  missing: 'the scenario has no section "reinforcement"',
  steps: function* (scenario) {
    return {reinforcement: yield* reinforcementSteps(scenario)};
  },
  picture: () => undefined,
  table: () => undefined
};
