import {expect, test} from "vitest";
import type {QuantityKind} from "../../src/scenario/quantity.ts";
import {readQuantityText} from "../../src/scenario/quantityText.ts";

/** The numbers of a text that must be readable. */
function read(text: string, kind: QuantityKind): object {
  const parsed = readQuantityText(text, kind);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.message}`);
  return parsed.value;
}

test.each([
  ["5", 5],
  [" 5 ", 5],
  ["+5", 5],
  ["5.25", 5.25],
  [".5", 0.5],
  ["5.", 5],
  ["1,000", 1000],
  ["1,234,567.5", 1_234_567.5],
  ["5 000 000", 5e6],
  ["5\u00a0000\u202f000", 5e6],
  ["3e24", 3e24],
  ["2.24E24", 2.24e24],
  ["2e+24", 2e24],
  ["5e-1", 0.5],
  ["5e\u22121", 0.5],
  ["3×10^24", 3e24],
  ["3 × 10^24", 3e24],
  ["3 x 10^24", 3e24],
  ["3x10^24", 3e24],
  ["3·10^24", 3e24],
  ["3 * 10**24", 3e24],
  ["3×10²⁴", 3e24],
  ["3×10⁻¹", 0.3],
  ["10^24", 1e24],
  ["10²⁴", 1e24],
  ["5k", 5e3],
  ["5 K", 5e3],
  ["5 thousand", 5e3],
  ["5M", 5e6],
  ["5m", 5e6],
  ["5 million", 5e6],
  ["5B", 5e9],
  ["5bn", 5e9],
  ["5 Billion", 5e9],
  ["1.31T", 1.31e12],
  ["5 trillion", 5e12]
])("%j is %d for every kind that takes plain numbers", (text, value) => {
  for (const kind of ["compute", "gain", "score", "slope", "parameters", "tokens"] as const) {
    expect(read(text, kind), kind).toEqual({value});
  }
});

test.each([
  ["10x", "gain", 10],
  ["10X", "gain", 10],
  ["10×", "gain", 10],
  ["10 ×", "gain", 10],
  ["10✕", "gain", 10],
  ["10 times", "gain", 10],
  ["10-fold", "gain", 10],
  ["1,000x", "gain", 1000],
  ["17B parameters", "parameters", 17e9],
  ["17 billion params", "parameters", 17e9],
  ["22T tokens", "tokens", 22e12],
  ["52.15 points", "score", 52.15],
  ["39.9%", "score", 39.9],
  ["1.98 nats per token", "score", 1.98],
  ["-3", "score", -3],
  ["\u22123", "score", -3],
  ["0", "score", 0],
  ["6 points per tenfold", "slope", 6],
  ["6 points/tenfold", "slope", 6],
  ["6 points per 10×", "slope", 6],
  ["3e24 FLOP", "compute", 3e24],
  ["3e24FLOPs", "compute", 3e24],
  ["3e24 flops", "compute", 3e24],
  ["24 yottaFLOP", "compute", 24e24],
  ["2.2 YFLOP", "compute", 2.2e24],
  ["2.2 M FLOP", "compute", 2.2e6],
  ["7 ZFLOP", "compute", 7e21],
  ["7 EFLOP", "compute", 7e18],
  ["7 PFLOP", "compute", 7e15],
  ["7 TFLOPs", "compute", 7e12],
  ["7 kiloFLOP", "compute", 7e3]
] as const)("%j as %s is %d", (text, kind, value) => {
  expect(read(text, kind)).toEqual({value});
});

test.each([
  ["3 to 10", "gain", 3, 10],
  ["3x to 10x", "gain", 3, 10],
  ["3x to 10", "gain", 3, 10],
  ["3–10x", "gain", 3, 10],
  ["3—10×", "gain", 3, 10],
  ["3-10x", "gain", 3, 10],
  ["3x-10x", "gain", 3, 10],
  ["3 − 10", "gain", 3, 10],
  ["between 3 and 10", "gain", 3, 10],
  ["from 3 to 10", "gain", 3, 10],
  ["Between 3 and 10 times", "gain", 3, 10],
  ["3 to 10 million", "tokens", 3e6, 10e6],
  ["300k to 2M", "tokens", 300e3, 2e6],
  ["3M to 10M tokens", "tokens", 3e6, 10e6],
  ["2e24 to 3e25 FLOP", "compute", 2e24, 3e25],
  ["2e24-3e25", "compute", 2e24, 3e25],
  ["2×10^24 to 3×10^25", "compute", 2e24, 3e25],
  ["2 to 3 YFLOP", "compute", 2e24, 3e24],
  ["900 to 3k", "tokens", 900, 3000],
  ["900k to 3M", "tokens", 9e5, 3e6],
  ["-5 to -2", "score", -5, -2],
  ["−5–−2", "score", -5, -2],
  ["-5--2", "score", -5, -2],
  ["50 to 54 points", "score", 50, 54],
  ["3 to 3", "gain", 3, 3]
] as const)("%j as %s is the interval %d to %d", (text, kind, low, high) => {
  expect(read(text, kind)).toEqual({low, high});
});

test.each([
  ["5 (3 to 12)", "gain", 5, 3, 12],
  ["5x (3x to 12x)", "gain", 5, 3, 12],
  ["5x (3 to 12)", "gain", 5, 3, 12],
  ["5 (3 to 12)x", "gain", 5, 3, 12],
  ["5 [3–12]", "gain", 5, 3, 12],
  ["5 (3 to 12) million", "tokens", 5e6, 3e6, 12e6],
  ["5 million (3 to 12)", "tokens", 5e6, 3e6, 12e6],
  ["5M (300k to 12M)", "tokens", 5e6, 3e5, 12e6],
  ["3e24 (2e24 to 5e24) FLOP", "compute", 3e24, 2e24, 5e24],
  ["20 (3 to 12)", "gain", 20, 3, 12],
  ["5 ± 2", "gain", 5, 3, 7],
  ["5x ± 2x", "gain", 5, 3, 7],
  ["5 ± 2 million", "tokens", 5e6, 3e6, 7e6],
  ["1 ± 2", "score", 1, -1, 3]
] as const)("%j as %s is %d in %d to %d", (text, kind, value, low, high) => {
  expect(read(text, kind)).toEqual({value, low, high});
});

test.each([
  ["over 10x", "over"],
  ["Over 10", "over"],
  ["above 10x", "over"],
  ["more than 10x", "over"],
  ["greater than 10x", "over"],
  ["at least 10x", "over"],
  [">10x", "over"],
  ["> 10×", "over"],
  [">= 10x", "over"],
  ["≥10x", "over"],
  ["10x+", "over"],
  ["10+", "over"],
  ["under 10x", "under"],
  ["below 10x", "under"],
  ["less than 10x", "under"],
  ["fewer than 10", "under"],
  ["at most 10x", "under"],
  ["up to 10x", "under"],
  ["<10x", "under"],
  ["<= 10x", "under"],
  ["≤ 10x", "under"]
] as const)("%j is bounded: %s 10", (text, bound) => {
  expect(read(text, "gain")).toEqual({value: 10, bound});
});

const takesFlop = "compute takes FLOP: for example 3e24, 2.2 YFLOP or 2.38M H100-hours at 40% of BF16 peak";
const takesFactor = "a gain takes a factor: for example 6, 10x, 3x to 10x or over 10x";
const takesPoints = "a score takes points: for example 52.15 or 50 to 54";
const takesSlope = "a slope takes points per tenfold of compute: for example 6 or 3 to 7";
const takesParameters = "parameters take a count: for example 17B or 1.7e10";
const takesTokens = "tokens take a count: for example 22T or 2.2e13";

test.each([
  ["", "compute", `is empty; ${takesFlop}`],
  ["  ", "gain", `is empty; ${takesFactor}`],
  ["banana", "gain", `"banana" is not a number; ${takesFactor}`],
  ["banana", "score", `"banana" is not a number; ${takesPoints}`],
  ["banana", "slope", `"banana" is not a number; ${takesSlope}`],
  ["banana", "parameters", `"banana" is not a number; ${takesParameters}`],
  ["banana", "tokens", `"banana" is not a number; ${takesTokens}`],
  ["FLOP", "compute", `"FLOP" is not a number; ${takesFlop}`],
  ["over", "gain", `"over" is not a number; ${takesFactor}`],
  ["3 to", "gain", 'an interval takes two ends, got "3 to"; for example 3 to 10'],
  ["between 3 and", "gain", 'an interval takes two ends, got "between 3 and"; for example 3 to 10'],
  ["to 3", "gain", 'an interval takes two ends, got "to 3"; for example 3 to 10'],
  ["5 bananas", "gain", `unknown unit "bananas"; ${takesFactor}`],
  ["5 bananas", "compute", `unexpected "bananas" in "5 bananas"; ${takesFlop}`],
  ["3e24 FLOP", "gain", `"3e24 FLOP" is an amount or a rate of computing; ${takesFactor}`],
  ["10x", "compute", `"10x" is a factor; ${takesFlop}`],
  ["5 points", "compute", `"5 points" is a number of points; ${takesFlop}`],
  ["22T tokens", "compute", `"22T tokens" is a count of tokens; ${takesFlop}`],
  ["22T tokens", "parameters", `"22T tokens" is a count of tokens; ${takesParameters}`],
  ["17B parameters", "tokens", `"17B parameters" is a count of parameters; ${takesTokens}`],
  ["5 points", "gain", `"5 points" is a number of points; ${takesFactor}`],
  ["40%", "gain", `"40%" is a percentage; ${takesFactor}`],
  ["2 hours", "gain", `"2 hours" is a time; ${takesFactor}`],
  ["10x", "slope", `"10x" is a factor; ${takesSlope}`],
  ["$60M", "compute", `dollars need a price per hour and are not read as compute yet, got "$60M"; ${takesFlop}`],
  ["60M USD", "compute", `dollars need a price per hour and are not read as compute yet, got "60M USD"; ${takesFlop}`],
  ["$60M", "gain", `"$60M" is money; ${takesFactor}`],
  ["-3", "gain", "must be greater than 0, got -3"],
  ["0", "compute", "must be greater than 0, got 0"],
  ["1e-400", "compute", "must be greater than 0, got 1e-400"],
  ["-3 to 5", "gain", "must be greater than 0, got -3"],
  ["1e400", "compute", "must be a finite number, got 1e400"],
  ["1e300 YFLOP", "compute", "must be a finite number, got 1e300 YFLOP"],
  ["1e99999999999999999999999", "compute", "must be a finite number, got 1e99999999999999999999999"],
  ["NaN", "score", "must be a finite number, got NaN"],
  ["-Infinity", "score", "must be a finite number, got -Infinity"],
  ["1,5", "gain", 'commas group thousands, as in 1,000, and a decimal takes a point; got "1,5"'],
  ["1,0000", "gain", 'commas group thousands, as in 1,000, and a decimal takes a point; got "1,0000"'],
  ["1,000,00", "gain", 'commas group thousands, as in 1,000, and a decimal takes a point; got "1,000,00"'],
  ["5 to 3", "gain", "low must not be above high, got 5 and 3"],
  ["3e24 to 2 YFLOP", "compute", "low must not be above high, got 3e24 and 2 YFLOP"],
  [
    "2 to 3×10^24",
    "compute",
    'the power of ten of "2" is not clear in "2 to 3×10^24"; write it on both ends: for example 2e24 to 3e24'
  ],
  ["over 3 to 10", "gain", 'a bound takes one number, got "over 3 to 10"; for example over 10'],
  ["under 5 ± 2", "gain", 'a bound takes one number, got "under 5 ± 2"; for example under 10'],
  ["5 (3)", "gain", 'brackets must hold an interval, got "5 (3)"; for example 5 (3 to 12)'],
  ["5 (3 to 12", "gain", 'brackets must hold an interval, got "5 (3 to 12"; for example 5 (3 to 12)'],
  ["5 ± 6", "gain", '± reaches 0 or below in "5 ± 6"; write low and high instead'],
  ["5 ± -6", "score", '± reaches backwards in "5 ± -6"; write low and high instead'],
  ["~10x", "gain", '"~" says nothing of how far; leave it out or write an interval: 3 to 10'],
  ["about 10x", "gain", '"about" says nothing of how far; leave it out or write an interval: 3 to 10'],
  ["1".repeat(201), "gain", `must be at most 200 characters, got 201; ${takesFactor}`]
] as const)("%j as %s is refused: %s", (text, kind, message) => {
  expect(readQuantityText(text, kind)).toMatchObject({ok: false, message});
});

test("an interval whose ends cross for want of a unit says how to write it", () => {
  expect(readQuantityText("3e24 to 2 YFLOP", "compute")).toMatchObject({hint: "write magnitude and unit on both ends"});
});
