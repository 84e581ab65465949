import {expect, test} from "vitest";
import {
  drawInto,
  logNormal,
  normal,
  point,
  quantileOf,
  uniform,
  type Distribution
} from "../../src/numerics/distributions.ts";
import {quantiles} from "../../src/numerics/quantiles.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {bitsOf, relativeError} from "./relative.ts";

const draw = (distribution: Distribution, count: number, seed = 1) =>
  drawInto(new Float64Array(count), distribution, seededRandom(seed));

const at = (distribution: Distribution) => [0.05, 0.5, 0.95].map((p) => quantileOf(distribution, p));

function expectAbout(actual: readonly number[], expected: readonly number[]) {
  actual.forEach((x, i) => expect(relativeError(x, expected[i]!), `${x} for ${expected[i]}`).toBeLessThan(1e-13));
}

test("a normal distribution has its value as median and its interval as 5 % and 95 % quantiles", () => {
  expectAbout(at(normal({value: 3, low: 2, high: 7})), [2, 3, 7]);
  expectAbout(at(normal({low: 2, high: 7})), [2, 4.5, 7]);
});

test("a log-normal distribution has its value as median and its interval as 5 % and 95 % quantiles", () => {
  expectAbout(at(logNormal({value: 2.244e24, low: 2e24, high: 3.34e24})), [2e24, 2.244e24, 3.34e24]);
  expectAbout(at(logNormal({low: 3, high: 10})), [3, Math.sqrt(30), 10]);
});

test("a value outside its interval widens it, and that side has no width", () => {
  expect(logNormal({value: 12, low: 3, high: 10})).toEqual({kind: "logNormal", value: 12, low: 3, high: 12});
  expect(normal({value: 1, low: 3, high: 10})).toEqual({kind: "normal", value: 1, low: 1, high: 10});
  expectAbout(at(logNormal({value: 12, low: 3, high: 10})), [3, 12, 12]);
});

test("a missing end adds no width", () => {
  expectAbout(at(logNormal({value: 12, low: 3})), [3, 12, 12]);
  expectAbout(at(normal({value: 12, high: 30})), [12, 12, 30]);
  expect(new Set(draw(normal({value: 12}), 100))).toEqual(new Set([12]));
});

test("half of the draws of a split distribution lie on each side of its value, and 90 % in its interval", () => {
  const n = 40_000;
  for (const distribution of [normal({value: 3, low: 2, high: 7}), logNormal({value: 3, low: 2, high: 7})]) {
    const values = draw(distribution, n);
    const share = (inside: (x: number) => boolean) => values.filter(inside).length / n;
    expect(Math.abs(share((x) => x < 3) - 0.5)).toBeLessThan((5 * 0.5) / Math.sqrt(n));
    expect(Math.abs(share((x) => x < 2) - 0.05)).toBeLessThan((5 * 0.22) / Math.sqrt(n));
    expect(Math.abs(share((x) => x > 7) - 0.05)).toBeLessThan((5 * 0.22) / Math.sqrt(n));
  }
});

test("the logarithm of a log-normal variable has the mean and spread of its normal one", () => {
  const n = 40_000;
  const sigma = Math.log(10 / 3) / 2 / 1.6448536269514722;
  const logs = draw(logNormal({low: 3, high: 10}), n).map(Math.log);
  const mean = logs.reduce((sum, x) => sum + x, 0) / n;
  const variance = logs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
  expect(Math.abs(mean - Math.log(30) / 2)).toBeLessThan((5 * sigma) / Math.sqrt(n));
  expect(Math.abs(variance / sigma ** 2 - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
});

test("uniform draws fill their interval, and a point is always itself", () => {
  const values = draw(uniform(-2, 6), 10_000);
  expect(values.every((x) => x > -2 && x < 6)).toBe(true);
  expect(Math.abs(quantiles(values, [0.5])[0]! - 2)).toBeLessThan(5 * 8 * (0.5 / 100));
  expect(draw(point(7), 3)).toEqual(new Float64Array([7, 7, 7]));
});

test("draws move little when the interval moves little", () => {
  const before = draw(logNormal({low: 3, high: 10}), 1000);
  const after = draw(logNormal({low: 3, high: 10.01}), 1000);
  before.forEach((x, i) => expect(relativeError(after[i]!, x)).toBeLessThan(0.002));
});

test("impossible intervals are refused", () => {
  expect(() => normal({low: 2, high: 1})).toThrow(RangeError);
  expect(() => normal({value: NaN})).toThrow(RangeError);
  expect(() => normal({value: 1, high: Infinity})).toThrow(RangeError);
  expect(() => logNormal({value: 1, low: 0})).toThrow(RangeError);
  expect(() => uniform(2, 1)).toThrow(RangeError);
});

test("the bits are these in every engine", () => {
  const distributions = [normal({value: 3, low: 2, high: 7}), logNormal({low: 3, high: 10}), uniform(1, 3)];
  expect(distributions.flatMap((distribution) => [...draw(distribution, 2)].map(bitsOf))).toEqual([
    "40079efc2fe1099e",
    "4010ccffb7e060f1",
    "40154aff986ad8cf",
    "401a3f01c8505abe",
    "3fff019cb21fe6cd",
    "400306e4c95cdb5c"
  ]);
});
