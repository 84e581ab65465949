import type {Distribution} from "../numerics/distributions.ts";
import {cholesky} from "../numerics/cholesky.ts";
import {drawInto, logNormal, normal, point, uniform} from "../numerics/distributions.ts";
import {exp} from "../numerics/exp.ts";
import {latinHypercube} from "../numerics/latinHypercube.ts";
import {normalQuantile} from "../numerics/normal.ts";
import {quantiles} from "../numerics/quantiles.ts";
import {seededRandom} from "../numerics/random.ts";
import type {Random} from "../numerics/random.ts";
import {readInput} from "../scenario/address.ts";
import {inputKindOf} from "../scenario/inputs.ts";
import type {Quantity} from "../scenario/quantity.ts";
import type {Joint, Scenario} from "../scenario/schema.ts";
import type {Valuation} from "./valuation.ts";

/** The distribution an interval stands for: as it states, else normal for scores and shares, log-normal for the others. */
export function distributionOf(address: string, {value, low, high, shape}: Quantity): Distribution {
  if (low === undefined && high === undefined) return point(value);
  if (shape === "uniform" && low !== undefined && high !== undefined) return uniform(low, high);
  const kind = inputKindOf(address)?.quantity;
  const isNormal = shape === undefined ? kind === "score" || kind === "share" : shape === "normal";
  return isNormal ? normal({value, low, high}) : logNormal({value, low, high});
}

/** Uniform numbers of a stream, evenly spread. */
const spread = (seed: number, count: number, stream: string): Random =>
  latinHypercube(count, seededRandom(seed, stream));

/** The draws of inputs whose errors go together, by address: normal by their covariance, or rows of what they were drawn as. */
function drawJoint(scenario: Scenario, {inputs, covariance, of, draws}: Joint, seed: number, count: number) {
  const columns = inputs.map(() => new Float64Array(count));
  const drawn = new Map(inputs.map((address, i) => [address, columns[i] ?? new Float64Array(count)]));
  if (draws !== undefined) {
    const random = spread(seed, count, `joint ${inputs.join(" ")}`);
    for (let draw = 0; draw < count; ++draw) {
      const row = draws[Math.floor(random() * draws.length)] ?? [];
      columns.forEach((column, i) => (column[draw] = row[i] ?? NaN));
    }
    return drawn;
  }
  const factor = cholesky(covariance ?? []);
  const randoms = inputs.map((address) => spread(seed, count, address));
  const values = inputs.map((address) => readInput(scenario, address)?.value ?? NaN);
  const z = new Float64Array(inputs.length);
  for (let draw = 0; draw < count; ++draw) {
    randoms.forEach((random, i) => (z[i] = normalQuantile(random())));
    columns.forEach((column, i) => {
      const row = factor?.[i];
      const deviation = z.reduce((sum, value, j) => sum + value * (row?.[j] ?? NaN), 0);
      const value = values[i] ?? NaN;
      column[draw] = of === "logs" ? value * exp(deviation) : value + deviation;
    });
  }
  return drawn;
}

/** Draws of a scenario's inputs: each draw is a valuation. */
export interface Drawer {
  readonly valuation: Valuation;
  /** Makes the valuation give the values of a draw. */
  select(draw: number): void;
  /** The addresses drawn so far: the uncertain inputs a computation asked for, in groups whose errors go together. */
  groups(): readonly (readonly string[])[];
}

/**
 * The draws of every uncertain input a computation asks for, each from a stream of its own, those with a covariance or
 * draws of their own together.
 *
 * Together they form a Latin hypercube. An input's stream depends on the seed and its address alone, so moving one
 * slider leaves the draws of all others as they were and the intervals do not flicker.
 */
export function drawer(
  scenario: Scenario,
  {seed, draws: count}: {readonly seed: number; readonly draws: number}
): Drawer {
  const drawn = new Map<string, Float64Array>();
  const joints = new Map(
    (scenario.uncertainty.joint ?? []).flatMap((joint) => joint.inputs.map((address) => [address, joint] as const))
  );
  const asked = new Set<string>();
  let at = 0;
  const draw = (address: string, quantity: Quantity): Float64Array => {
    const joint = joints.get(address);
    if (joint !== undefined) {
      for (const [key, values] of drawJoint(scenario, joint, seed, count)) drawn.set(key, values);
      return drawn.get(address) ?? new Float64Array(count).fill(quantity.value);
    }
    const values = new Float64Array(count);
    drawInto(values, distributionOf(address, quantity), spread(seed, count, address));
    // A share beyond its ends is at its end: what lies within, and so the 90 % interval, stays as it was.
    if (inputKindOf(address)?.quantity === "share") values.forEach((x, i) => (values[i] = Math.min(1, Math.max(0, x))));
    drawn.set(address, values);
    return values;
  };
  return {
    valuation: (address, quantity) => {
      if (quantity.low === undefined && quantity.high === undefined && !joints.has(address)) return quantity.value;
      let values = drawn.get(address);
      if (values === undefined || !asked.has(address)) {
        asked.add(address);
        values ??= draw(address, quantity);
      }
      return values[at] ?? quantity.value;
    },
    select: (draw) => (at = draw),
    groups: () => {
      const together = [...new Set([...asked].map((address) => joints.get(address)))].filter(
        (joint) => joint !== undefined
      );
      const alone = [...asked].filter((address) => !joints.has(address)).map((address) => [address]);
      return [...alone, ...together.map(({inputs}) => inputs.filter((address) => asked.has(address)))];
    }
  };
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
