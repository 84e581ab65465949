import {pairWords} from "../figures/compareWords.ts";
import {intervalWords} from "../figures/drawnWords.ts";
import {pow10} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Interval} from "../simulation/draws.ts";
import type {OutputPair} from "../simulation/outputChange.ts";
import {outputInterval} from "../simulation/outputInterval.ts";
import {isLogOutput, outputsOf} from "../simulation/outputs.ts";

type Amount = number | "never" | null;

/** An output or a part of its change as JSON has it: factors and amounts as such. */
export function amount(kind: OutputPair["kind"], value: number): Amount {
  if (value === Infinity) return "never";
  const number = isLogOutput({kind}) ? pow10(value) : value;
  return Number.isFinite(number) ? number : null;
}

/** The 90 % interval of an output in both scenarios; undefined where that has none. */
export interface IntervalPair {
  readonly was: Interval | undefined;
  readonly is: Interval | undefined;
}

/** The intervals of all outputs that are quick to draw, and of the one asked about. */
export function intervalPairs(
  before: Scenario,
  after: Scenario,
  asked: string | undefined
): ReadonlyMap<string, IntervalPair> {
  const outputs = new Map([...outputsOf(before), ...outputsOf(after)].map((output) => [output.id, output]));
  const drawn = [...outputs.values()].filter(
    ({id, isHeavy, draws}) => draws?.most !== 0 && (isHeavy === undefined || id === asked)
  );
  return new Map(drawn.map(({id}) => [id, {was: outputInterval(before, id), is: outputInterval(after, id)}]));
}

/** The intervals of an output as JSON has them; nothing where they were not drawn. */
export function withIntervals(kind: OutputPair["kind"], pair: IntervalPair | undefined) {
  if (pair === undefined) return {};
  const ends = (found: Interval | undefined) =>
    found === undefined ? null : {low: amount(kind, found.low), high: amount(kind, found.high)};
  return {beforeInterval: ends(pair.was), afterInterval: ends(pair.is)};
}

/** "; 90 %: 0.04× to 25× → 0.09× to 7.7×"; empty where both read the same, or nobody drew them. */
export function intervalLine(kind: OutputPair["kind"], pair: IntervalPair | undefined): string {
  if (pair === undefined) return "";
  const [was, is] = [pair.was, pair.is].map((found) =>
    found === undefined ? "not there" : intervalWords(kind, found)
  );
  return was === is ? "" : `; 90 %: ${was} → ${is}`;
}

/** "gain against GPT-5.4: 1.7× → 0.63×", and its interval; the number once where the interval alone reads otherwise. */
export function outputLine(pair: OutputPair, interval: string): string {
  const {was, now} = pairWords(pair);
  return `${pair.name}: ${was === now && interval !== "" ? now : `${was} → ${now}`}${interval}`;
}
