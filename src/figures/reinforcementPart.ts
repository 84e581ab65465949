import {reinforcementUncertainty} from "../simulation/reinforcementUncertainty.ts";
import type {ViewPart} from "./viewPart.ts";
import {atOnce} from "./viewPart.ts";

export const reinforcementPart: ViewPart = {
  missing: 'the scenario has no section "reinforcement"',
  steps: (scenario) => atOnce(() => ({reinforcement: reinforcementUncertainty(scenario)})),
  picture: () => undefined,
  table: () => undefined
};
