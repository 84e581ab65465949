import {formatCount, formatMultiplier, formatMultiplierInterval, withCommas} from "../scenario/numberText.ts";
import {lawNames} from "./lawNames.ts";
import {pow10} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import {costs} from "../simulation/cost.ts";
import type {CostReport, Told} from "../simulation/costNumbers.ts";
import type {Interval} from "../simulation/draws.ts";

/** Dollars: cents from a dollar up, three digits below, in millions and billions from a million up. */
export function formatDollars(dollars: number): string {
  if (!Number.isFinite(dollars)) return "no number";
  if (dollars >= 1e6) return `$${formatCount(dollars)}`;
  if (dollars >= 1 || dollars === 0) return `$${dollars.toFixed(2).replace(/\B(?=(?:\d{3})+\.)/g, ",")}`;
  const power = Number(dollars.toExponential(2).split("e")[1]);
  return `$${dollars.toFixed(Math.min(15, 2 - power)).replace(/0+$/, "")}`;
}

/** In which number of tasks their dollars are said. */
export interface TaskUnit {
  readonly tasks: number;
  /** What they are the dollars of: "a task" that "costs" them, "one" of another setup. */
  readonly name: string;
  readonly costs: string;
  readonly one: string;
  /** What stands behind the dollars of one number, empty where they are those of a task. */
  readonly behind: string;
}

const aTask: TaskUnit = {tasks: 1, name: "a task", costs: "costs", one: "one", behind: ""};
const aMillionTasks: TaskUnit = {
  tasks: 1e6,
  name: "a million tasks",
  costs: "cost",
  one: "those",
  behind: " a million tasks"
};

/** The unit for some dollars of a task: where none comes to a cent, those of a million tasks. */
export function taskUnit(dollars: readonly number[]): TaskUnit {
  const costing = dollars.filter((value) => value > 0 && value < Infinity);
  return costing.length > 0 && costing.every((value) => value < 0.01) ? aMillionTasks : aTask;
}

/** The one unit of all that a scenario says about the cost of a task. */
export const taskUnitOf = (scenario: Scenario): TaskUnit =>
  taskUnit(
    (costs(scenario)?.setups ?? []).flatMap(({numbers: {dollars, servingDollars}}) => [dollars, servingDollars])
  );

/** A number of dollars of a task, as those of its unit. */
export const inUnit = ({value, interval}: Told, {tasks}: TaskUnit): Told => ({
  value: value === null ? null : value * tasks,
  interval: interval && {
    low: interval.low * tasks,
    median: interval.median * tasks,
    high: interval.high * tasks
  }
});

/** The dollars of an output, log10 of those of a task. */
export function outputDollars(log10Dollars: number, unit?: TaskUnit): string {
  const dollars = pow10(log10Dollars);
  const {tasks, behind} = unit ?? taskUnit([dollars]);
  return behind === "" ? formatDollars(dollars) : `${formatRoughDollars(dollars * tasks)}${behind}`;
}

/** Dollars of which not every cent is known: three digits from $100 up, cents below. */
export const formatRoughDollars = (dollars: number): string =>
  dollars >= 100 && dollars < 1e6
    ? `$${withCommas(Number(dollars.toPrecision(3)))}`
    : formatDollars(dollars >= 1e6 ? Number(dollars.toPrecision(3)) : dollars);

/** An interval no wider than what a solver leaves: nothing about the number is uncertain. */
export const isNarrow = ({low, high}: Interval): boolean => Math.abs(high - low) <= 1e-6 * Math.abs(high);

/** Without the rounding of a product that is 1 or 10 exactly. */
const rounded = (value: number): number => Number(value.toPrecision(6));

/** Dollars with their interval, as those of a unit that is said beside them. */
export const dollarsTold = (told: Told, unit: TaskUnit = aTask): string =>
  toldText(inUnit(told, unit), dollarsWord(told));

/** How dollars are written: to the cent only where nothing about them is uncertain. */
export const dollarsWord = ({interval}: Told): ((dollars: number) => string) =>
  interval === null || isNarrow(interval) ? formatDollars : formatRoughDollars;

/** A number in words with its interval behind it: "$414.58 (90 %: $350.00 to $490.00)". */
export function toldText({value, interval}: Told, word: (value: number) => string): string {
  if (value === null) return "no number";
  if (interval === null || isNarrow(interval)) return word(value);
  return `${word(value)} (90 %: ${word(interval.low)} to ${word(interval.high)})`;
}

/** A share of 1 in percent. */
export const percent = (part: number): string =>
  part < 0.001 ? "under 0.1 %" : `${Number((100 * part).toPrecision(2))} %`;

/** An interval of multipliers both of whose ends read alike. */
const readsAlike = ({low, high}: Interval): boolean => Math.abs(high - low) <= 1e-3 * Math.abs(high);

/** A multiplier; a digit more where it would read as 1 and is not, or beside an interval as narrow as that digit. */
function multiplier(value: number, interval: Interval | null): string {
  const isNarrower = interval !== null && !readsAlike(interval) && interval.high < 1.03 * interval.low;
  const isNearOne = value > 1.005 && value < 1.05;
  return isNearOne || (isNarrower && value >= 1.05 && value < 10)
    ? `${value.toPrecision(3)}×`
    : formatMultiplier(rounded(value));
}

/** A multiplier with its interval behind it. */
export const times = ({value, interval}: Told): string => {
  if (value === null) return "no number";
  if (interval === null || readsAlike(interval)) return multiplier(value, null);
  return `${multiplier(value, interval)} (90 %: ${formatMultiplierInterval(interval.low, interval.high)})`;
};

const payWords: Readonly<Record<string, string>> = {
  "at-once": "pays from the first task on",
  never: "never pays",
  after: "has paid after",
  until: "pays up to"
};

/** When a change has paid, with its interval: "has paid after 4.38B (90 %: 1.17B to 17.5B) tasks". */
export function paysText({breakEven: {kind, tasks, interval}}: CostReport["changes"][number]): string {
  if (kind === null) return "no number";
  const count = tasks === null ? "" : ` ${toldText({value: tasks, interval}, formatCount)} tasks`;
  return `${payWords[kind] ?? kind}${count}`;
}

/** A loss to the digits that a law knows. */
export const lossText = (loss: number): string => String(Number(loss.toPrecision(4)));

/** The size of least lifetime compute in a sentence; undefined where none is asked for. */
export function lifetimeWords({lifetime, setups}: CostReport): string | undefined {
  if (lifetime === null) return undefined;
  const {loss, served, parameters, tokens, saving, optimalParameters, optimalTokens} = lifetime;
  const law = lifetime.law === null ? "" : lawNames[lifetime.law];
  const level = loss.value === null ? "no number" : lossText(loss.value);
  if (served.value === null) {
    return `How much is served over a life is not told: the tokens of ${setups.find(({id}) => id === lifetime.of)?.name ?? "a task"} have no number.`;
  }
  if (parameters.value === null) return `No size reaches loss ${level} by the law of ${law}.`;
  const whose = setups.find(({id}) => id === lifetime.of)?.name;
  return (
    `With ${toldText(served, formatCount)} tokens served${whose === undefined ? "" : `, those of all tasks of ${whose}`}, loss ${level} takes the least compute over a life with ` +
    `${toldText(parameters, formatCount)} parameters and ${toldText(tokens, formatCount)} training tokens, by the law of ${law}: ` +
    `${times(saving)} less than the compute-optimal ${toldText(optimalParameters, formatCount)} and ${toldText(optimalTokens, formatCount)}.`
  );
}

/** A score of the metric on show, as many decimals as it has: "a score of 52.15", "a loss of 1.978". */
export function scoreText({metrics}: Scenario, metric: string, score: number): string {
  const {decimals = 2, better} = metrics[metric] ?? {};
  return `a ${better === "lower" ? "loss" : "score"} of ${score.toFixed(decimals)}`;
}

/** What a score is of, within a sentence: "an evaluation of mathematics". */
export const measureText = ({name}: {readonly name: string}): string =>
  name.replace(/^(An?|The) /, (article) => article.toLowerCase());

/** What a setup scores, of which measure: "a score of 52.15", "58.4 % on HLE with tools"; undefined where nothing is told. */
export function setupScore(scenario: Scenario, metric: string, {score, measure}: Setup): string | undefined {
  if (score.value === null) return undefined;
  return measure.kind === "share"
    ? `${shareText(score.value)} on ${measureText(measure)}`
    : scoreText(scenario, metric, score.value);
}

type Setup = CostReport["setups"][number];

/** A share of problems solved: "58.4 %". */
export const shareText = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** What two scores of different measures say together: nothing. Undefined where they are of one. */
export function measuresApart({pipeline}: CostReport): string | undefined {
  if (pipeline === null || pipeline.isOneMeasure || Object.values(pipeline.scores).includes(null)) return undefined;
  const {from, to} = pipeline.measures;
  return `Their scores are of two measures, ${measureText(from)} and ${measureText(to)}, and do not compare.`;
}
