import {log10, pow10} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Costs} from "./cost.ts";
import {costs} from "./cost.ts";
import type {DrawnPart} from "./costDraws.ts";
import type {SetupNumbers} from "./costReaders.ts";
import type {Band} from "./draws.ts";
import {knownInterval} from "./drawRecord.ts";

/** The tasks that a scenario can be set to serve, log10. */
const widest = [3, 13] as const;
/** Places on a curve; the band has every fourth. */
const places = 65;
const perBandPlace = 4;

/** log10 of the tasks after which a setup's training has cost as much as its serving; NaN where one cannot be told. */
export const evenTasks = ({trainingDollars, servingDollars}: SetupNumbers): number =>
  log10(trainingDollars / servingDollars);

/**
 * The span of tasks that shows both ends, where training and where serving is all that counts: whole decades, log10.
 *
 * It holds the tasks that are served, and stays as it is while these move inside it.
 */
export function tasksDomain({numbers}: Costs): readonly [number, number] {
  const even = [...numbers.setups.values()].map(evenTasks).filter(Number.isFinite);
  const served = log10(numbers.tasks);
  const low = Math.floor(Math.min(served, ...even.map((at) => Math.max(widest[0], at - 2))));
  const high = Math.ceil(Math.max(served, ...even.map((at) => Math.min(widest[1], at + 2))));
  return [low, high > low ? high : low + 1];
}

const spread = ([low, high]: readonly [number, number], count: number): readonly number[] =>
  Array.from({length: count}, (_, i) => low + ((high - low) * i) / (count - 1));

/** log10 dollars of a task where the training is spread over 10^x of them. */
export const dollarsAt = ({servingDollars, trainingDollars}: SetupNumbers, x: number): number =>
  log10(servingDollars + trainingDollars / pow10(x));

/** A setup's dollars of a task by the tasks served, both log10. */
export interface TaskCurve {
  readonly id: string;
  readonly points: readonly {readonly x: number; readonly y: number}[];
}

/** The curves of all setups whose cost can be told, over the span that shows both ends. */
export function taskCurves(found: Costs): readonly TaskCurve[] {
  const xs = spread(tasksDomain(found), places);
  return found.setups
    .filter(({numbers}) => Number.isFinite(numbers.dollars))
    .map(({setup: {id}, numbers}) => ({id, points: xs.map((x) => ({x, y: dollarsAt(numbers, x)}))}));
}

/** The bands of the two curves that a pipeline leads between, to be drawn; undefined where none does. */
export function taskBandsPart(scenario: Scenario): DrawnPart<ReadonlyMap<string, Band>> | undefined {
  const found = costs(scenario);
  const pair = scenario.cost?.pipeline;
  if (found === undefined || pair === undefined) return undefined;
  const xs = spread(tasksDomain(found), (places - 1) / perBandPlace + 1);
  const ids = [pair.from, pair.to];
  return {
    read: (_value, {setups}) =>
      Object.fromEntries(
        ids.flatMap((id) => {
          const own = setups.get(id);
          return xs.map((x, i) => [`curve ${id} ${i}`, own === undefined ? NaN : dollarsAt(own, x)] as const);
        })
      ),
    gather: (drawn) =>
      new Map(
        ids.map((id) => [
          id,
          xs.flatMap((x, i) => {
            const at = knownInterval(drawn.get(`curve ${id} ${i}`));
            return at === undefined ? [] : [{x, ...at}];
          })
        ])
      )
  };
}
