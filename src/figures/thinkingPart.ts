import {thinkingUncertainty} from "../simulation/thinkingUncertainty.ts";
import type {ViewPart} from "./viewPart.ts";
import {atOnce} from "./viewPart.ts";

export const thinkingPart: ViewPart = {
  missing: 'the scenario has no section "thinking"',
  steps: (scenario) => atOnce(() => ({thinking: thinkingUncertainty(scenario)})),
  picture: () => undefined,
  table: () => undefined
};
