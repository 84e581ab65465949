import {exp, log} from "./exp.ts";
import {normalQuantile} from "./normal.ts";
import type {Random} from "./random.ts";

/** An uncertain number. The median of the normal kinds is `value`, their 5 % and 95 % quantiles `low` and `high`. */
export type Distribution =
  | {readonly kind: "point"; readonly value: number}
  | {readonly kind: "uniform"; readonly low: number; readonly high: number}
  | {readonly kind: "normal" | "logNormal"; readonly value: number; readonly low: number; readonly high: number};

/** What is known of an uncertain number: its median, the ends of its 90 % interval, or both. */
export type Interval =
  | {readonly value: number; readonly low?: number | undefined; readonly high?: number | undefined}
  | {readonly value?: undefined; readonly low: number; readonly high: number};

/** The standard normal variable at its 95 % quantile. */
const z95 = 1.6448536269514722;

/** No uncertainty at all. */
export function point(value: number): Distribution {
  return {kind: "point", value};
}

/** Equally likely from low to high. */
export function uniform(low: number, high: number): Distribution {
  if (!(low <= high)) throw new RangeError(`invalid interval; low is above high: ${low} to ${high}`);
  return {kind: "uniform", low, high};
}

/**
 * A normal distribution, split where the interval is not symmetric about the value.
 *
 * Each side of the median is half of a normal distribution of its own width. An interval without a value has its
 * median in the middle; a value outside its interval widens the interval, and a missing end adds no width.
 *
 * @throws RangeError if low is above high, or anything is not finite
 */
export function normal(interval: Interval): Distribution {
  return {kind: "normal", ...widened(interval, (low, high) => low + (high - low) / 2)};
}

/**
 * The same as `normal` for the logarithm: an interval without a value has its median at the geometric mean.
 *
 * @throws RangeError if low is above high, or anything is not finite and positive
 */
export function logNormal(interval: Interval): Distribution {
  const ends = widened(interval, (low, high) => Math.sqrt(low) * Math.sqrt(high));
  if (!(ends.low > 0)) throw new RangeError(`invalid log-normal; not positive: ${ends.low}`);
  return {kind: "logNormal", ...ends};
}

function widened(interval: Interval, middle: (low: number, high: number) => number) {
  const {low, high} = interval;
  if (low !== undefined && high !== undefined && !(low <= high)) {
    throw new RangeError(`invalid interval; low is above high: ${low} to ${high}`);
  }
  const value = interval.value ?? middle(interval.low, interval.high);
  const ends = {value, low: Math.min(low ?? value, value), high: Math.max(high ?? value, value)};
  if (!(ends.low > -Infinity && ends.high < Infinity)) {
    throw new RangeError(`invalid interval; not finite: ${ends.low} to ${ends.high}`);
  }
  return ends;
}

/** The number that a distribution stays below with probability p in (0, 1). */
export function quantileOf(distribution: Distribution, p: number): number {
  return quantileFunction(distribution)(p);
}

/**
 * Fills the target with independent draws, one uniform number each (none for a point), and returns it.
 *
 * A draw rises with its uniform number, so that the same source with slightly other quantiles gives slightly other
 * draws: a band follows a slider without flicker.
 */
export function drawInto(target: Float64Array, distribution: Distribution, random: Random): Float64Array {
  if (distribution.kind === "point") return target.fill(distribution.value);
  const quantile = quantileFunction(distribution);
  for (let i = 0; i < target.length; ++i) target[i] = quantile(random());
  return target;
}

function quantileFunction(distribution: Distribution): (p: number) => number {
  switch (distribution.kind) {
    case "point":
      return () => distribution.value;
    case "uniform":
      return (p) => distribution.low + p * (distribution.high - distribution.low);
    case "normal":
      return splitNormal(distribution.value, distribution.low, distribution.high);
    case "logNormal": {
      const {value, low, high} = distribution;
      const quantile = splitNormal(0, log(low / value), log(high / value));
      return (p) => value * exp(quantile(p));
    }
  }
}

function splitNormal(value: number, low: number, high: number): (p: number) => number {
  const below = (value - low) / z95;
  const above = (high - value) / z95;
  return (p) => {
    const z = normalQuantile(p);
    return value + z * (z < 0 ? below : above);
  };
}
