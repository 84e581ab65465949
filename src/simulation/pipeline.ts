import {pow10} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import {isGroup} from "../scenario/takesSchema.ts";
import {centralCosts, isSameTraining} from "./costReaders.ts";
import type {CostNumbers, Setup, SetupNumbers} from "./costReaders.ts";
import {factorEvidence} from "./pipelineEvidence.ts";
import {secondsFactors} from "./pipelineSeconds.ts";
import type {SecondsFactor} from "./pipelineSeconds.ts";
import {reader} from "./readers.ts";
import {central} from "./valuation.ts";
import type {Valuation} from "./valuation.ts";
import {oncePerScenario} from "./oncePerScenario.ts";

/** Which part of the cost of a task a factor stands in. */
export type PipelineShare = "serving" | "training";

/** What turns one setup's cost of a task into the other's, a factor at a time. */
export type FactorName =
  "output" | "input" | "agents" | "joining" | "price" | "parameters" | "compute" | "effectiveCompute" | "gain";

/** One factor of the waterfall: each share's factors multiply to its ratio, those of the total to the ratio of both. */
export interface PipelineFactor {
  readonly name: FactorName;
  readonly share: PipelineShare;
  /** What it does to the serving bill of a task; exactly 1 for a factor of the training. */
  readonly ofServing: number;
  /** What it does to a task's share of the training; exactly 1 for a factor of the serving. */
  readonly ofTraining: number;
  /** What it does to both together, in the order of the list; NaN where the training cannot be told. */
  readonly ofTotal: number;
  readonly evidence: readonly string[];
}

/** Dollars of a task. */
export interface TaskCost {
  readonly serving: number;
  readonly training: number;
  readonly total: number;
}

/** One setup's cost of a task taken apart into another's. */
export interface Pipeline {
  readonly from: string;
  readonly to: string;
  readonly before: TaskCost;
  readonly after: TaskCost;
  readonly scores: {readonly from: number; readonly to: number};
  /** How long a task takes, seconds; NaN where no pace is set. */
  readonly seconds: {readonly before: number; readonly after: number};
  readonly factors: readonly PipelineFactor[];
  readonly secondsFactors: readonly (SecondsFactor & {readonly evidence: readonly string[]})[];
  /** Both run one training: no factor stands in its share. */
  readonly isTrainedOnce: boolean;
  /** How many times less training compute the one needs for equal scores; NaN where it cannot be told. */
  readonly gain: number;
  /** The share of the training in the cost of a task, before and after. */
  readonly trainingPart: {readonly before: number; readonly after: number};
}

/** All that a task's cost is a product of. */
interface Terms {
  readonly output: number;
  readonly input: number;
  readonly agents: number;
  readonly joiningOutput: number;
  readonly joiningInput: number;
  readonly outputPrice: number;
  readonly inputPrice: number;
  /** Training compute times its gain over the setup before. */
  readonly effective: number;
  readonly gain: number;
  readonly dollarsPerFlopAndTask: number;
}

function costOf(terms: Terms): TaskCost {
  const {agents, output, input, joiningOutput, joiningInput, outputPrice, inputPrice} = terms;
  const {effective, gain, dollarsPerFlopAndTask} = terms;
  const joining = joiningOutput * outputPrice + joiningInput * inputPrice;
  const serving = agents * (output * outputPrice + input * inputPrice) + joining;
  const training = (effective / gain) * dollarsPerFlopAndTask;
  return {serving, training, total: serving + training};
}

interface Step {
  readonly name: FactorName;
  readonly share: PipelineShare;
  readonly keys: readonly (keyof Terms)[];
}

/** The steps from one setup to another: first the serving bill, then the training. */
function stepsOf(from: Setup, to: Setup, training: readonly Step[]): readonly Step[] {
  const onHardware = from.bill === "hardware" && to.bill === "hardware";
  return [
    {name: "output", share: "serving", keys: ["output"]},
    {name: "input", share: "serving", keys: ["input"]},
    {name: "agents", share: "serving", keys: ["agents"]},
    ...([from, to].some(isGroup)
      ? ([{name: "joining", share: "serving", keys: ["joiningOutput", "joiningInput"]}] as const)
      : []),
    {name: onHardware ? "parameters" : "price", share: "serving", keys: ["outputPrice", "inputPrice"]},
    ...training
  ];
}

/** The steps of the training: with a gain, apart from what it multiplies. */
const trainingSteps = (knowsGain: boolean): readonly Step[] =>
  knowsGain
    ? [
        {name: "effectiveCompute", share: "training", keys: ["effective"]},
        {name: "gain", share: "training", keys: ["gain"]}
      ]
    : [{name: "compute", share: "training", keys: ["effective", "gain"]}];

function termsOf({tasks}: CostNumbers, numbers: SetupNumbers, gain: number): Terms {
  const {compute, trainingDollars} = numbers;
  return {...numbers, effective: compute * gain, gain, dollarsPerFlopAndTask: trainingDollars / compute / tasks};
}

export type Factor = Omit<PipelineFactor, "evidence">;

/** Takes the steps one after another: what each does to the serving, the training and both. */
function factorsOf(before: Terms, after: Terms, steps: readonly Step[]): readonly Factor[] {
  let terms = before;
  return steps.map(({name, share, keys}) => {
    const next: Terms = {...terms, ...Object.fromEntries(keys.map((key) => [key, after[key]]))};
    const [one, other] = [costOf(terms), costOf(next)];
    terms = next;
    return {
      name,
      share,
      ofServing: share === "training" ? 1 : other.serving / one.serving,
      ofTraining: share === "serving" ? 1 : other.training / one.training,
      ofTotal: other.total / one.total
    };
  });
}

export interface Reading extends Omit<Pipeline, "from" | "to" | "factors" | "secondsFactors" | "isTrainedOnce"> {
  readonly factors: readonly Factor[];
  readonly secondsFactors: readonly SecondsFactor[];
}

/** Whether both setups of the pipeline run one training, and no gain is stated between them. */
function isTrainedOnce(cost: Scenario["cost"]): boolean {
  const pair = cost?.pipeline;
  const [from, to] = [pair?.from, pair?.to].map((id) => cost?.setups.find((setup) => setup.id === id));
  return pair?.gain === undefined && isSameTraining(from, to);
}

/** How to take a task’s cost apart in one valuation; undefined where no two setups are named. */
export function pipelineReader({cost}: Scenario): ((value: Valuation, numbers: CostNumbers) => Reading) | undefined {
  const pair = cost?.pipeline;
  const [from, to] = [pair?.from, pair?.to].map((id) => cost?.setups.find((setup) => setup.id === id));
  if (from === undefined || to === undefined) return undefined;
  const stated = pair?.gain === undefined ? undefined : reader("cost.pipeline.gain", pair.gain);
  return (value, numbers) => {
    const [one, other] = [numbers.setups.get(from.id), numbers.setups.get(to.id)];
    if (one === undefined || other === undefined) throw new RangeError(`invalid pipeline; no setup of it is reckoned`);
    const gain = stated?.(value) ?? pow10(other.log10Gain - one.log10Gain);
    const knowsGain = gain > 0 && gain < Infinity;
    const [before, after] = [termsOf(numbers, one, 1), termsOf(numbers, other, knowsGain ? gain : 1)];
    const [first, last] = [costOf(before), costOf(after)];
    return {
      before: first,
      after: last,
      scores: {from: one.score, to: other.score},
      seconds: {before: one.seconds, after: other.seconds},
      factors: factorsOf(before, after, stepsOf(from, to, isTrainedOnce(cost) ? [] : trainingSteps(knowsGain))),
      secondsFactors: secondsFactors([from, to], [one, other]),
      gain,
      trainingPart: {before: first.training / first.total, after: last.training / last.total}
    };
  };
}

/**
 * The cost of a task of one setup taken apart into another's, at the central values; undefined where no two are named.
 *
 * Dollars of a task = agents × (output × price + input × price) + joining step + effective compute / gain × dollars per FLOP / tasks.
 * A step puts one term of the setup after in the place of the other's; the factors multiply to the whole, exactly. The
 * gain of the training stands in the second summand alone: of the serving bill it is no factor.
 */
export const pipeline = oncePerScenario((scenario): Pipeline | undefined => {
  const pair = scenario.cost?.pipeline;
  const numbers = centralCosts(scenario);
  const found = numbers && pipelineReader(scenario)?.(central, numbers);
  if (pair === undefined || found === undefined) return undefined;
  const told = <T extends Factor | SecondsFactor>(factor: T) => ({
    ...factor,
    evidence: factorEvidence(scenario, factor.name)
  });
  return {
    from: pair.from,
    to: pair.to,
    ...found,
    factors: found.factors.map(told),
    secondsFactors: found.secondsFactors.map(told),
    isTrainedOnce: isTrainedOnce(scenario.cost)
  };
});
