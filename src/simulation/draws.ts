import type {Distribution} from "../numerics/distributions.ts";
import {drawInto, logNormal, normal, point} from "../numerics/distributions.ts";
import {latinHypercube} from "../numerics/latinHypercube.ts";
import {quantiles} from "../numerics/quantiles.ts";
import {seededRandom} from "../numerics/random.ts";
import {inputKindOf} from "../scenario/inputs.ts";
import type {Quantity} from "../scenario/quantity.ts";
import type {Valuation} from "./valuation.ts";

/** The distribution an interval stands for: log-normal for positive quantities, normal for scores, split around a value. */
export function distributionOf(address: string, {value, low, high}: Quantity): Distribution {
  if (low === undefined && high === undefined) return point(value);
  return inputKindOf(address)?.quantity === "score" ? normal({value, low, high}) : logNormal({value, low, high});
}

/**
 * The draws of every uncertain input a computation asks for, each from a stream of its own.
 *
 * Together they form a Latin hypercube. An input's stream depends on the seed and its address alone, so moving one slider leaves the draws of all others as
 * they were and the intervals do not flicker.
 */
export function drawer(
  seed: number,
  count: number
): {readonly valuation: Valuation; readonly select: (draw: number) => void} {
  const drawn = new Map<string, Float64Array>();
  let at = 0;
  const valuation: Valuation = (address, quantity) => {
    if (quantity.low === undefined && quantity.high === undefined) return quantity.value;
    let values = drawn.get(address);
    if (values === undefined) {
      values = new Float64Array(count);
      drawInto(values, distributionOf(address, quantity), latinHypercube(count, seededRandom(seed, address)));
      drawn.set(address, values);
    }
    return values[at] ?? quantity.value;
  };
  return {valuation, select: (draw) => (at = draw)};
}

/** The 90 % interval and the median of an output. */
export interface Interval {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** A 90 % band along an axis, in axis units. */
export type Band = readonly {readonly x: number; readonly low: number; readonly high: number}[];

const probabilities = [0.05, 0.5, 0.95] as const;

/** The 5 %, 50 % and 95 % quantiles of draws. */
export function interval(values: Float64Array): Interval {
  const [low = NaN, median = NaN, high = NaN] = quantiles(values, probabilities);
  return {low, median, high};
}

/** Whether every draw gave a number. */
export const isKnown = (values: Float64Array): boolean => !values.some(Number.isNaN);
