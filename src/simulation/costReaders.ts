import {servingCompute, taskDollars, tasksPerDay, tokenDollars} from "../laws/serving.ts";
import {chipHours, computeOfChips, dollarsPerFlop, trainingDollars} from "../laws/trainingCost.ts";
import type {Utilized} from "../laws/trainingCost.ts";
import {pow10} from "../numerics/exp.ts";
import {findChip} from "../scenario/chips.ts";
import type {Cost, Scenario} from "../scenario/schema.ts";
import {pricedBy} from "../scenario/prices.ts";
import {shownMetric} from "./ladder.ts";
import {computeReader, optional, reader} from "./readers.ts";
import {oncePerScenario} from "./oncePerScenario.ts";
import {reducedTo} from "./reduce.ts";
import {secondsOf, statedWork, takenReader} from "./setupWork.ts";
import type {SetupWork, TakenWork} from "./setupWork.ts";
import {solver} from "./solve.ts";
import {central} from "./valuation.ts";
import type {Valuation} from "./valuation.ts";

export type Setup = Cost["setups"][number];

/** Chips at work, and what an hour of one costs. */
export interface Hardware extends Utilized {
  /** Dollars of a chip-hour. */
  readonly price: number;
}

/** What a setup costs in one valuation; NaN where it cannot be told. */
export interface SetupNumbers extends SetupWork {
  /** On the metric on show; where the work is taken from a section, a share of 1 of its measure. */
  readonly score: number;
  /** Training compute, FLOP. */
  readonly compute: number;
  readonly log10Gain: number;
  readonly trainingDollars: number;
  readonly trainingDays: number;
  /** Dollars of a token read and of a token written, by price or on hardware. */
  readonly inputPrice: number;
  readonly outputPrice: number;
  /** What serving a task costs, dollars. */
  readonly servingDollars: number;
  /** A task's share of the training, dollars. */
  readonly trainingShare: number;
  /** Both together. */
  readonly dollars: number;
  readonly seconds: number;
  /** Tasks that all users end in a day. */
  readonly tasksPerDay: number;
}

/** All costs of a scenario in one valuation. */
export interface CostNumbers {
  readonly tasks: number;
  readonly training: Hardware;
  /** What serves where a bill is the hardware; that of training where none is named. */
  readonly serving: Hardware;
  readonly setups: ReadonlyMap<string, SetupNumbers>;
}

/** The hardware of training or serving. */
function hardwareReader(section: "training" | "serving", cost: Cost): (value: Valuation) => Hardware {
  const stated = section === "serving" ? cost.serving : cost.training;
  if (stated === undefined) return hardwareReader("training", cost);
  const {chip, format, mfu, price} = stated;
  const peak = {format, rate: findChip(chip)?.peaks[format]?.rate ?? NaN};
  const [readMfu, readPrice] = [reader(`cost.${section}.mfu`, mfu), reader(`cost.${section}.price`, price)];
  // The upper tail of a drawn MFU may pass 1: no chip does more than its peak.
  return (value) => ({peak, mfu: Math.min(1, readMfu(value)), price: readPrice(value)});
}

/** A number of numbers that must all be told. */
const told = (numbers: readonly number[], of: () => number): number => (numbers.some(Number.isNaN) ? NaN : of());

/** No amount of compute is told where none leads to the score: the ladder then solves to infinity. */
const finite = (compute: number): number => (Number.isFinite(compute) ? compute : NaN);

type ModelNow = {readonly log10C: number; readonly log10Gain: number; readonly score: number};

function setupReader({models, cost}: Scenario, setup: Setup) {
  const at = (key: string) => `cost.setups.${setup.id}.${key}`;
  const model = models.find(({id}) => id === setup.model);
  const priced = pricedBy(cost, setup);
  const read = {
    chips: optional(at("chips"), setup.chips),
    hours: optional(at("hours"), setup.hours),
    inputPrice: optional(`cost.setups.${priced.id}.inputPrice`, priced.inputPrice),
    outputPrice: optional(`cost.setups.${priced.id}.outputPrice`, priced.outputPrice),
    parameters: optional(
      at("parameters"),
      setup.parameters,
      optional(`models.${setup.model}.parameters`, model?.parameters)
    ),
    cluster: optional("cost.training.chips", cost?.training.chips),
    users: optional("cost.users", cost?.users),
    pause: optional("cost.pause", cost?.pause, () => 0)
  };
  const stated = statedWork(setup);
  type Taken = (setup: Setup, own: SetupWork) => TakenWork;
  return (value: Valuation, common: Omit<CostNumbers, "setups">, now: ModelNow, taken: Taken): SetupNumbers => {
    const {tasks, training, serving} = common;
    const [chips, hours] = [read.chips(value), read.hours(value)];
    const hasRun = setup.chips !== undefined && setup.hours !== undefined;
    const compute = hasRun ? computeOfChips(chips, hours, training) : finite(pow10(now.log10C));
    const dollarsOnce = told([compute], () => trainingDollars(compute, training.price, training));
    const cluster = read.cluster(value);
    const days = hasRun ? hours / 24 : told([compute, cluster], () => chipHours(compute, training) / cluster / 24);
    const own = stated(value);
    const {score, ...work} = setup.takes === undefined ? {score: now.score, ...own} : taken(setup, own);
    const {input, output, agents, joiningInput, joiningOutput} = work;
    const tokens = {input: agents * input + joiningInput, output: agents * output + joiningOutput};
    const byHardware = setup.bill === "hardware";
    const N = read.parameters(value);
    const perToken = byHardware ? told([N], () => servingCompute(N, 1) * dollarsPerFlop(serving.price, serving)) : NaN;
    const prices = {input: read.inputPrice(value), output: read.outputPrice(value)};
    const servingDollars = byHardware
      ? (tokens.input + tokens.output) * perToken
      : told([prices.input, tokens.input], () => tokenDollars(tokens, prices));
    const seconds = secondsOf(work);
    const users = read.users(value);
    return {
      ...work,
      score,
      compute,
      log10Gain: now.log10Gain,
      trainingDollars: dollarsOnce,
      trainingDays: days,
      inputPrice: byHardware ? perToken : prices.input / 1e6,
      outputPrice: byHardware ? perToken : prices.output / 1e6,
      servingDollars,
      trainingShare: dollarsOnce / tasks,
      dollars: told([servingDollars, dollarsOnce], () => taskDollars(servingDollars, dollarsOnce, tasks)),
      seconds,
      tasksPerDay: told([users, seconds], () => tasksPerDay(users, seconds, read.pause(value)))
    };
  };
}

/** The model of each setup as the ladder solves it, or as it is given where no curve solves it. */
function modelReader(scenario: Scenario, ids: ReadonlySet<string>): (value: Valuation) => (id: string) => ModelNow {
  const metric = shownMetric(scenario);
  const solveAll = solver(reducedTo(scenario, ids), metric);
  const models = scenario.models.filter(({id}) => ids.has(id));
  const given = new Map(
    models.map((model) => {
      const score = optional(`models.${model.id}.score.${metric}`, model.score[metric]);
      return [model.id, {log10C: computeReader(model), score}] as const;
    })
  );
  return (value) => {
    const solved = solveAll?.(value)?.models;
    return (id) => {
      const alone = given.get(id);
      return (
        solved?.get(id) ?? {log10C: alone?.log10C(value) ?? NaN, log10Gain: NaN, score: alone?.score(value) ?? NaN}
      );
    };
  };
}

/** Whether two setups run one training: the same model, and neither has chips and hours of its own. */
export const isSameTraining = (from: Setup | undefined, to: Setup | undefined): boolean =>
  from?.model === to?.model && from?.chips === undefined && to?.chips === undefined;

/** How to reckon every cost of a scenario; undefined where it holds none. */
export function costReader(scenario: Scenario): ((value: Valuation) => CostNumbers) | undefined {
  const {cost} = scenario;
  if (cost === undefined) return undefined;
  const [training, serving] = [hardwareReader("training", cost), hardwareReader("serving", cost)];
  const tasks = reader("cost.tasks", cost.tasks);
  const modelsOf = modelReader(scenario, new Set(cost.setups.map(({model}) => model)));
  const setups = cost.setups.map((setup) => ({id: setup.id, model: setup.model, read: setupReader(scenario, setup)}));
  const takenOf = takenReader(scenario);
  return (value) => {
    const taken = takenOf(value);
    const common = {tasks: tasks(value), training: training(value), serving: serving(value)};
    const model = modelsOf(value);
    return {
      ...common,
      setups: new Map(setups.map(({id, model: of, read}) => [id, read(value, common, model(of), taken)]))
    };
  };
}

/** Every cost of a scenario at the central values; undefined where it holds none. */
export const centralCosts = oncePerScenario((scenario): CostNumbers | undefined => costReader(scenario)?.(central));
