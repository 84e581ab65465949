import {ticks} from "d3-array";
import {clamp} from "./boxes.ts";
import {
  amountText,
  decimalText,
  log10Mantissa,
  multipleText,
  powerText,
  quantityText,
  signed,
  tenTo
} from "./decades.ts";
import type {Axis, Text} from "./figure.ts";

export interface Tick {
  readonly at: number;
  readonly label: Text;
}

export interface Ticks {
  readonly major: readonly Tick[];
  /** Places between the labelled ones. */
  readonly minor: readonly number[];
}

type Domain = readonly [number, number];

/** More labelled ticks than this are a ruler, not an axis. */
const mostTicks = 9;

/** Least distance between labelled ticks, px. */
const leastGap = {x: 84, y: 58};
const leastLogGap = {x: {decade: 44, multiple: 58, doubling: 26}, y: {decade: 26, multiple: 34, doubling: 26}};

/** Multiples of a decade that may be labelled, coarse to fine. */
const multiples: readonly (readonly number[])[] = [
  [1, 2, 5],
  [1, 2, 3, 5],
  ...[1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01].map((step) =>
    Array.from({length: Math.round(9 / step)}, (_, i) => Math.round((1 + i * step) * 100) / 100)
  )
];

/** Logarithms of the multiples, worked out once each. */
const logarithms = new Map<number, number>();

function logarithm(mantissa: number): number {
  const known = logarithms.get(mantissa);
  if (known !== undefined) return known;
  const value = mantissa === 1 ? 0 : log10Mantissa(mantissa);
  logarithms.set(mantissa, value);
  return value;
}

/** Decades apart that labels may stand, the closest that leaves them room. */
function decadeStep(pixelsPerDecade: number, gap: number): number {
  return [1, 2, 3, 5, 10, 20, 30, 50, 100].find((step) => step * pixelsPerDecade >= gap) ?? 200;
}

const logLabel: Record<Exclude<Axis["ticks"], "doubling">, (mantissa: number, exponent: number) => Text> = {
  power: (mantissa, exponent) => powerText(String(mantissa), exponent),
  multiplier: (mantissa, exponent) =>
    exponent > 3 || exponent < -4
      ? [...powerText(String(mantissa), exponent), {text: "×"}]
      : [{text: `${decimalText(mantissa, exponent)}×`}],
  number: (mantissa, exponent) =>
    exponent > 6 || exponent < -4 ? powerText(String(mantissa), exponent) : [{text: decimalText(mantissa, exponent)}]
};

function multiplesWithin(
  [low, high]: Domain,
  mantissas: readonly number[]
): readonly {mantissa: number; exponent: number; at: number}[] {
  const places: {mantissa: number; exponent: number; at: number}[] = [];
  for (let exponent = Math.floor(low); exponent <= high; ++exponent) {
    for (const mantissa of mantissas) {
      const at = exponent + logarithm(mantissa);
      if (at >= low - 1e-9 && at <= high + 1e-9) places.push({mantissa, exponent, at});
    }
  }
  return places;
}

function narrowest(places: readonly {readonly at: number}[]): number {
  return places.reduce((least, {at}, i) => Math.min(least, at - (places[i - 1]?.at ?? -Infinity)), Infinity);
}

const log10of2 = log10Mantissa(2);

/** Powers of two as whole numbers, every one, or as many apart as leave room. */
function doublingTicks([low, high]: Domain, pixels: number, gap: number): Ticks {
  const first = Math.max(0, Math.ceil(low / log10of2 - 1e-9));
  const last = Math.floor(high / log10of2 + 1e-9);
  const each = (pixels * log10of2) / (high - low);
  const step = Math.max(1, Math.ceil(gap / each));
  const exponents = Array.from({length: Math.max(0, last - first + 1)}, (_, i) => first + i);
  return {
    major: exponents
      .filter((k) => k % step === 0)
      .map((k) => ({at: k * log10of2, label: [{text: decimalText(2 ** k, 0)}]})),
    minor: exponents.filter((k) => k % step !== 0).map((k) => k * log10of2)
  };
}

/** The finest multiples that still leave room, up to the first set with three of them in sight. */
function labelledMultiples(
  label: (mantissa: number, exponent: number) => Text,
  domain: Domain,
  pixelsPerDecade: number,
  gap: number
): readonly Tick[] {
  let best = multiplesWithin(domain, [1]);
  for (const set of multiples) {
    const places = multiplesWithin(domain, set);
    if (narrowest(places) * pixelsPerDecade < gap) break;
    best = places;
    if (best.length >= 3) break;
  }
  return best.map(({mantissa, exponent, at}) => ({at, label: label(mantissa, exponent)}));
}

/** Room that a character of a label takes along x at most, the gap to the next label included, px. */
const perCharacter = 9;

const lengthOf = (text: Text): number => text.reduce((sum, run) => sum + run.text.length, 0);

function logTicks(axis: Axis, domain: Domain, pixels: number, direction: "x" | "y"): Ticks {
  const gap = leastLogGap[direction];
  if (axis.ticks === "doubling") return doublingTicks(domain, pixels, gap.doubling);
  const labelOf = logLabel[axis.ticks];
  const [low, high] = domain;
  const pixelsPerDecade = pixels / (high - low);
  const decades = multiplesWithin(domain, [1]);
  const longest = Math.max(0, ...decades.map(({at}) => lengthOf(labelOf(1, at))));
  const room = direction === "x" && axis.ticks === "number" ? longest * perCharacter : 0;
  const step = decadeStep(pixelsPerDecade, Math.max(gap.decade, room));
  if (step > 1) {
    const [labelled, others] = [true, false].map((isLabelled) =>
      decades.filter(({at}) => (at % step === 0) === isLabelled)
    );
    return {
      major: (labelled ?? []).map(({at}) => ({at, label: labelOf(1, at)})),
      minor: (others ?? []).map(({at}) => at)
    };
  }
  // Upwards a line for each decade is enough as soon as there are three.
  const wantsMultiples = decades.length < 3 || (direction === "x" && axis.ticks !== "power" && pixelsPerDecade > 190);
  const major = wantsMultiples
    ? labelledMultiples(labelOf, domain, pixelsPerDecade, Math.max(gap.multiple, room))
    : decades.map(({at}) => ({at, label: labelOf(1, at)}));
  const taken = new Set(major.map(({at}) => at));
  const minor = pixelsPerDecade < 36 ? [] : multiplesWithin(domain, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
  return {major, minor: minor.map(({at}) => at).filter((at) => !taken.has(at))};
}

/** The decimals that tell multiples of a step apart. */
const decimalsOf = (step: number): number => Math.max(0, -Number(step.toExponential().split("e")[1]));

/** Commas between thousands. */
const grouped = (whole: string): string => whole.replace(/\B(?=(?:\d{3})+$)/g, ",");

function linearTicks(axis: Axis, [low, high]: Domain, pixels: number, direction: "x" | "y"): Ticks {
  const places = ticks(low, high, clamp(Math.floor(pixels / leastGap[direction]), 2, mostTicks));
  const step = places.length > 1 ? (places[1] ?? 0) - (places[0] ?? 0) : 1;
  const decimals = Math.max(decimalsOf(step), Math.abs(step) >= 1 ? 0 : (axis.digits ?? 0));
  const write = (at: number) => at.toFixed(decimals).replace(/^-?\d+/, grouped);
  const label = (at: number): Text => {
    if (axis.ticks === "multiplier") return [{text: `${signed(write(at))}×`}];
    if (axis.ticks === "number" || Math.abs(at) < 1e6) return [{text: signed(write(at))}];
    const [mantissa = "1", exponent = "0"] = at.toExponential().split("e");
    return powerText(mantissa, Number(exponent));
  };
  return {major: places.map((at) => ({at, label: label(at)})), minor: []};
}

/** The ticks of an axis over the part of it that shows, with room for their labels. */
export function ticksOf(axis: Axis, domain: Domain, pixels: number, direction: "x" | "y"): Ticks {
  return axis.scale === "log10"
    ? logTicks(axis, domain, pixels, direction)
    : linearTicks(axis, domain, pixels, direction);
}

/** The whole number nearest to ten to a power. */
function wholeOf(log10: number): string {
  const exponent = Math.floor(log10);
  return decimalText(Math.round(tenTo(log10 - exponent) * Number(`1e${exponent}`)), 0);
}

/** A place on an axis as a reader would write it, with its unit. */
export function valueText(axis: Axis, at: number): Text {
  const unit = axis.unit === undefined || axis.ticks === "multiplier" ? [] : [{text: ` ${axis.unit}`}];
  if (axis.ticks === "doubling") return [{text: wholeOf(at)}, ...unit];
  if (axis.scale === "log10") {
    const text = {multiplier: multipleText, number: amountText, power: quantityText}[axis.ticks];
    return [...text(at), ...unit];
  }
  return [{text: signed(at.toFixed(axis.digits ?? 2)) + (axis.ticks === "multiplier" ? "×" : "")}, ...unit];
}
