import {checkCost} from "./checkCost.ts";
import {findChip} from "./chips.ts";
import type {AddedInput} from "./costAddress.ts";
import {setupName} from "./costInputList.ts";
import {computeOfRun, exactly} from "./costRun.ts";
import type {PeakFormat} from "./costSchema.ts";
import {limits} from "./limits.ts";
import type {Quantity} from "./quantity.ts";
import type {Cost, Scenario} from "./schema.ts";
import {headlineOfView} from "./viewInputs.ts";

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

type Hardware = Cost["training"] | NonNullable<Cost["serving"]>;

/** The hardware with other chips: at their price where one is on record; what was known of the others is not of these. */
function exchanged(hardware: Hardware, chip: string): Hardware {
  const {evidence: _, ...kept} = hardware;
  const price = findChip(chip)?.price;
  if (price === undefined) return {...kept, chip};
  const {evidence, value, low, high} = price;
  const written = low === undefined || high === undefined ? value : {value, low, high};
  const interval = low === undefined || high === undefined ? {} : {low, high};
  return {...kept, chip, price: {value, ...interval, written}, evidence: {price: [evidence]}};
}

/**
 * Other hardware for training or serving; its MFU stays.
 *
 * Other chips come at their own price, as far as one is on record. Those of the original come back as they were there.
 */
export function withHardware(
  scenario: Scenario,
  section: "training" | "serving",
  change: {readonly chip?: string; readonly format?: PeakFormat},
  original?: Scenario["cost"]
): CostEdit {
  const {cost} = scenario;
  const hardware = cost?.[section];
  if (cost === undefined || hardware === undefined) return noCosts;
  const {chip = hardware.chip, format = hardware.format} = change;
  const first = original?.[section];
  const isSame = (one: string, other: string | undefined) => findChip(one)?.name === findChip(other ?? "")?.name;
  const own = isSame(chip, hardware.chip) ? hardware : exchanged(hardware, chip);
  const next =
    first !== undefined && own !== hardware && isSame(chip, first.chip)
      ? {...own, price: first.price, evidence: first.evidence}
      : own;
  return fitting(scenario, {...cost, [section]: {...next, format}});
}

function withSetup(scenario: Scenario, id: string, change: (setup: Setup) => Setup): CostEdit {
  const {cost} = scenario;
  if (cost === undefined) return noCosts;
  const setups = cost.setups.map((setup) => (setup.id === id ? change(setup) : setup));
  return fitting(scenario, {...cost, setups});
}

/** An assumption where no MFU of serving is set: well below that of training. */
const servingMfu: Quantity = {value: 0.1, low: 0.03, high: 0.3, written: {value: 0.1, low: 0.03, high: 0.3}};

/** The costs with hardware that serves: where none is named, the chips of training at an assumed utilisation. */
function withServing(cost: Cost): Cost {
  if (cost.serving !== undefined) return cost;
  const {chip, format, price, evidence} = cost.training;
  const sources = evidence?.price === undefined ? {} : {evidence: {price: evidence.price}};
  return {...cost, serving: {chip, format, mfu: servingMfu, price, ...sources, note: servingNote}};
}

const servingNote = "The MFU of serving is an assumption: no measured one is on record here.";

/** A setup billed by its price per token, or by the hardware that serves it. */
export function withBill(scenario: Scenario, id: string, bill: Setup["bill"]): CostEdit {
  const {cost} = scenario;
  const setup = cost?.setups.find((item) => item.id === id);
  if (cost === undefined || setup === undefined) return noCosts;
  if (bill === "price") return withSetup(scenario, id, (own) => ({...own, bill}));
  const parameters = setup.parameters ?? scenario.models.find((model) => model.id === setup.model)?.parameters;
  if (parameters === undefined) {
    const message = `The active parameters of ${setupName(scenario, setup)} are not known: add them first, as an assumption`;
    return {ok: false, message};
  }
  return withSetup({...scenario, cost: withServing(cost)}, id, (own) => ({...own, bill}));
}

/** What an input begins with that a person adds to a setup: assumptions, there to be moved. */
const startingValues: Readonly<Record<AddedInput, number>> = {agents: 1, pace: 60, firstToken: 0.5, parameters: 1e11};

/** A setup with one more input, an assumption, which stands among those the view begins with. */
export function withAddedInput(scenario: Scenario, id: string, key: AddedInput): CostEdit {
  const added = withSetup(scenario, id, (setup) => ({[key]: exactly(startingValues[key]), ...setup}));
  if (!added.ok) return added;
  const address = `cost.setups.${id}.${key}`;
  const {view} = added.scenario;
  const named = view.headline ?? headlineOfView(scenario, "cost").map((input) => input.address);
  const headline = [address, ...named.filter((other) => other !== address)].slice(0, limits.headline);
  return {ok: true, scenario: {...added.scenario, view: {...view, headline}}};
}

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
