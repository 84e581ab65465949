import {agentsUncertainty} from "../simulation/agentsUncertainty.ts";
import type {ViewPart} from "./viewPart.ts";
import {atOnce} from "./viewPart.ts";

export const agentsPart: ViewPart = {
  missing: 'the scenario has no section "agents"',
  steps: (scenario) => atOnce(() => ({agents: agentsUncertainty(scenario)})),
  picture: () => undefined,
  table: () => undefined
};
