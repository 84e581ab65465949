import type {Scenario} from "../scenario/schema.ts";
import {setupsPart} from "./cost.ts";
import type {SetupIntervals} from "./cost.ts";
import {changesPart} from "./costChanges.ts";
import type {ChangeUncertainty} from "./costChanges.ts";
import {costDraws} from "./costDraws.ts";
import type {DrawnPart} from "./costDraws.ts";
import {lifetimePart} from "./costLifetime.ts";
import type {LifetimeIntervals} from "./costLifetime.ts";
import {costReader} from "./costReaders.ts";
import {taskBandsPart} from "./costTasks.ts";
import type {Band} from "./draws.ts";
import {drawRecordSteps} from "./drawRecord.ts";
import {pipelinePart} from "./pipelineUncertainty.ts";
import type {PipelineUncertainty} from "./pipelineUncertainty.ts";

/** How sure the costs of a scenario are: a plain value. */
export interface CostUncertainty {
  /** How many draws were made; 0: none yet. */
  readonly draws: number;
  /** By the id of a setup. */
  readonly setups: ReadonlyMap<string, SetupIntervals>;
  /** By the id of a change. */
  readonly changes: ReadonlyMap<string, ChangeUncertainty>;
  readonly lifetime: LifetimeIntervals | undefined;
  readonly pipeline: PipelineUncertainty | undefined;
  /** log10 dollars of a task by log10 of the tasks, of the two setups of the pipeline. */
  readonly taskBands: ReadonlyMap<string, Band>;
}

/** Before anything is drawn. */
export const undrawnCosts: CostUncertainty = {
  draws: 0,
  setups: new Map(),
  changes: new Map(),
  lifetime: undefined,
  pipeline: undefined,
  taskBands: new Map()
};

/**
 * How sure the costs of a scenario are, from seeded draws, a step at a time: yields the fraction done. The same scenario
 * and seed give the same bits. Nothing is drawn where the scenario holds no costs.
 */
export function* costSteps(scenario: Scenario, uncertainty = scenario.uncertainty): Generator<number, CostUncertainty> {
  const costsOf = costReader(scenario);
  if (costsOf === undefined) return undrawnCosts;
  const made = costDraws(scenario, uncertainty);
  const setups = setupsPart(scenario);
  const [changes, lifetime] = [changesPart(scenario), lifetimePart(scenario)];
  const [pipeline, bands] = [pipelinePart(scenario), taskBandsPart(scenario)];
  const parts: readonly (DrawnPart<unknown> | undefined)[] = [setups, changes, lifetime, pipeline, bands];
  const drawn = yield* drawRecordSteps(
    scenario,
    (value) => {
      const numbers = costsOf(value);
      return Object.assign({}, ...parts.map((part) => part?.read(value, numbers))) as Record<string, number>;
    },
    made
  );
  return {
    draws: made.draws,
    setups: setups.gather(drawn),
    changes: changes?.gather(drawn) ?? new Map(),
    lifetime: lifetime?.gather(drawn),
    pipeline: pipeline?.gather(drawn),
    taskBands: bands?.gather(drawn) ?? new Map()
  };
}

/** How sure the costs of a scenario are, all at once. */
export function drawCosts(scenario: Scenario, uncertainty = scenario.uncertainty): CostUncertainty {
  const steps = costSteps(scenario, uncertainty);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
