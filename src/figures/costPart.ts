import {costUncertainty} from "../simulation/cost.ts";
import type {SetupIntervals} from "../simulation/cost.ts";
import {pipelineUncertainty} from "../simulation/pipelineUncertainty.ts";
import type {ViewPart} from "./viewPart.ts";
import {atOnce} from "./viewPart.ts";

/** The intervals of the cost view: of every setup, and of the way from one to another. */
export interface CostUncertainty {
  readonly setups: ReadonlyMap<string, SetupIntervals> | undefined;
  readonly pipeline: ReturnType<typeof pipelineUncertainty>;
}

export const costPart: ViewPart = {
  missing: 'the scenario has no section "cost"',
  steps: (scenario) =>
    atOnce(() => ({cost: {setups: costUncertainty(scenario), pipeline: pipelineUncertainty(scenario)}})),
  picture: () => undefined,
  table: () => undefined
};
