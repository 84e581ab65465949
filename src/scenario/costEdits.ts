import {checkCost} from "./checkCost.ts";
import {computeOfRun, exactly} from "./costRun.ts";
import type {PeakFormat} from "./costSchema.ts";
import type {Cost, Scenario} from "./schema.ts";

type Setup = Cost["setups"][number];

/** A scenario with other costs, or why they do not fit together: a sentence. */
export type CostEdit =
  {readonly ok: true; readonly scenario: Scenario} | {readonly ok: false; readonly message: string};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The edited scenario where its costs fit together. */
function fitting(scenario: Scenario, cost: Cost): CostEdit {
  const edited = {...scenario, cost};
  const [misfit] = checkCost(edited);
  if (misfit === undefined) return {ok: true, scenario: edited};
  return {ok: false, message: sentence([misfit.message, misfit.hint].filter(Boolean).join("; "))};
}

const noCosts: CostEdit = {ok: false, message: "The scenario holds no costs"};

/** Other hardware for training or serving; its MFU and price stay. */
export function withHardware(
  scenario: Scenario,
  section: "training" | "serving",
  change: {readonly chip?: string; readonly format?: PeakFormat}
): CostEdit {
  const {cost} = scenario;
  const hardware = cost?.[section];
  if (cost === undefined || hardware === undefined) return noCosts;
  return fitting(scenario, {...cost, [section]: {...hardware, ...change}});
}

function withSetup(scenario: Scenario, id: string, change: (setup: Setup) => Setup): CostEdit {
  const {cost} = scenario;
  if (cost === undefined) return noCosts;
  const setups = cost.setups.map((setup) => (setup.id === id ? change(setup) : setup));
  return fitting(scenario, {...cost, setups});
}

/** A setup billed by its price per token, or by the hardware that serves it. */
export const withBill = (scenario: Scenario, id: string, bill: Setup["bill"]): CostEdit =>
  withSetup(scenario, id, (setup) => ({...setup, bill}));

/**
 * A setup whose training compute is its model’s, or comes from chips × hours × peak × MFU.
 *
 * The chips are then those of the cluster, and the hours such that nothing changes.
 *
 * @param compute its model’s training compute now, FLOP
 */
export function withTraining(scenario: Scenario, id: string, from: "model" | "chips", compute: number): CostEdit {
  return withSetup(scenario, id, (setup) => {
    const {chips: _chips, hours: _hours, ...rest} = setup;
    if (from === "model" || scenario.cost === undefined) return rest;
    const chips = scenario.cost.training.chips?.value ?? 10_000;
    const hours = compute / computeOfRun(scenario.cost, chips);
    return {...rest, chips: exactly(chips), hours: exactly(hours)};
  });
}

/**
 * The two setups of the pipeline.
 *
 * A gain that is stated is stated of one pair: with another it goes, and comes back with that of the original.
 */
export function withPipeline(
  scenario: Scenario,
  pair: {readonly from: string; readonly to: string},
  original: Scenario["cost"]
): CostEdit {
  const {cost} = scenario;
  if (cost === undefined) return noCosts;
  const same = [cost.pipeline, original?.pipeline].find((item) => item?.from === pair.from && item.to === pair.to);
  return fitting(scenario, {...cost, pipeline: same ?? pair});
}
