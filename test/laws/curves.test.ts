import {expect, test} from "vitest";
import type {Curve} from "../../src/laws/curve.ts";
import {withGain} from "../../src/laws/gain.ts";
import {logisticCurve, sigmoidCurve} from "../../src/laws/logistic.ts";
import {logLinearCurve} from "../../src/laws/logLinear.ts";
import {powerLawCurve} from "../../src/laws/powerLaw.ts";
import {twoStepCurve} from "../../src/laws/twoStep.ts";
import {seededRandom, type Random} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";

const between = (random: Random, low: number, high: number) => low + (high - low) * random();

const randomPowerLaw = (random: Random) =>
  powerLawCurve({E: random(), k: between(random, 10, 1000), a: between(random, 0.05, 0.2)});

/** A random curve of each kind, and whether it rises. */
const kinds: Record<string, (random: Random) => {readonly curve: Curve; readonly rises: boolean}> = {
  "rising line": (random) => ({
    curve: logLinearCurve({log10C: 24, score: between(random, 0, 50), slope: between(random, 1, 20)}),
    rises: true
  }),
  "falling line": (random) => ({
    curve: logLinearCurve({log10C: 24, score: between(random, 2, 3), slope: between(random, -0.3, -0.01)}),
    rises: false
  }),
  "rising sigmoid": (random) => ({
    curve: sigmoidCurve({
      floor: 0,
      ceiling: 100,
      log10CMid: between(random, 20, 26),
      steepness: between(random, 0.1, 1)
    }),
    rises: true
  }),
  "falling sigmoid": (random) => ({
    curve: logisticCurve({log10C: 24, score: 2, slope: between(random, -0.5, -0.1), floor: 4, ceiling: 1.5}),
    rises: false
  }),
  "power law": (random) => ({curve: randomPowerLaw(random), rises: false}),
  "two steps": (random) => ({
    curve: twoStepCurve(powerLawCurve({E: random(), k: between(random, 50, 200), a: 0.1}), {
      a: -0.7,
      L0: 1.5,
      k: between(random, 1, 3),
      b: 1
    }),
    rises: true
  })
};

test.each(Object.keys(kinds))("log10Compute undoes score on a %s, which is monotone", (kind) => {
  const random = seededRandom(41, kind);
  for (let i = 0; i < 500; ++i) {
    const {curve, rises} = kinds[kind]!(random);
    const log10C = between(random, 19, 27);
    const score = curve.score(log10C);
    expect(relativeError(curve.log10Compute(score), log10C), `seed 41, case ${i}`).toBeLessThan(1e-9);
    expect(curve.score(log10C + 0.01) > score, `seed 41, case ${i}`).toBe(rises);
  }
});

test.each(Object.keys(kinds))("a %s goes from its start to its limit", (kind) => {
  const random = seededRandom(42, kind);
  for (let i = 0; i < 100; ++i) {
    const {curve, rises} = kinds[kind]!(random);
    expect(curve.score(Infinity), `seed 42, case ${i}`).toBe(curve.limit);
    expect(curve.score(-Infinity), `seed 42, case ${i}`).toBe(curve.start);
    expect(curve.limit > curve.start, `seed 42, case ${i}`).toBe(rises);
    const gained = withGain(curve, {log10Gain: 1});
    expect([gained.start, gained.limit], `seed 42, case ${i}`).toEqual([curve.start, curve.limit]);
  }
});

test("a line gains its slope a decade and passes through its point", () => {
  const line = logLinearCurve({log10C: 24, score: 18, slope: 5});
  expect([line.score(23), line.score(24), line.score(26)]).toEqual([13, 18, 28]);
  expect(line.log10Compute(20.5)).toBe(24.5);
});

test("a flat line is reached by any compute up to its height and by none above", () => {
  const flat = logLinearCurve({log10C: 24, score: 18, slope: 0});
  expect([17, 18, 18.1].map((score) => flat.log10Compute(score))).toEqual([-Infinity, -Infinity, Infinity]);
  expect([flat.start, flat.limit]).toEqual([18, 18]);
});

test("a sigmoid gives the published values of the ScaleRL form", () => {
  const curve = sigmoidCurve({floor: 0.2, ceiling: 0.61, log10CMid: 4, steepness: 1.5});
  expect([3, 4, 5].map((log10C) => curve.score(log10C).toFixed(5))).toEqual(["0.21257", "0.40500", "0.59743"]);
});

test("a sigmoid passes through its point with its slope", () => {
  const curve = logisticCurve({log10C: 24, score: 18, slope: 5, floor: 0, ceiling: 80});
  expect(relativeError(curve.score(24), 18)).toBeLessThan(1e-14);
  expect(relativeError((curve.score(24 + 1e-5) - curve.score(24 - 1e-5)) / 2e-5, 5)).toBeLessThan(1e-9);
});

test("a sigmoid never reaches its ceiling and is past its floor with any compute, falling or rising", () => {
  const rising = sigmoidCurve({floor: 0.1, ceiling: 0.8, log10CMid: 24, steepness: 0.5});
  expect([0, 0.1, 0.8, 0.9].map(rising.log10Compute)).toEqual([-Infinity, -Infinity, Infinity, Infinity]);
  const falling = sigmoidCurve({floor: 4, ceiling: 1.5, log10CMid: 24, steepness: 0.5});
  expect([5, 4, 1.5, 1].map(falling.log10Compute)).toEqual([-Infinity, -Infinity, Infinity, Infinity]);
  expect([rising.score(-Infinity), rising.score(Infinity)]).toEqual([0.1, 0.8]);
});

test("a power law never reaches its floor", () => {
  const curve = powerLawCurve({E: 1.69, k: 1071, a: 0.15});
  expect([1, 1.69, Infinity].map(curve.log10Compute)).toEqual([Infinity, Infinity, -Infinity]);
  expect([curve.score(-Infinity), curve.score(Infinity)]).toEqual([Infinity, 1.69]);
});

test("two steps never reach the accuracy at the floor of loss, and guess with any compute", () => {
  const curve = twoStepCurve(powerLawCurve({E: 0.5, k: 500, a: 0.1}), {a: -0.75, L0: 1, k: 4, b: 1});
  expect([0.2, 0.25, 0.95, 1, 1.1].map(curve.log10Compute)).toEqual([
    -Infinity,
    -Infinity,
    Infinity,
    Infinity,
    Infinity
  ]);
});

test("impossible curves are refused", () => {
  expect(() => powerLawCurve({E: 1, k: 0, a: 0.1})).toThrow(RangeError);
  expect(() => powerLawCurve({E: 1, k: 1, a: -0.1})).toThrow(RangeError);
  expect(() => sigmoidCurve({floor: 0, ceiling: 1, log10CMid: 24, steepness: 0})).toThrow(RangeError);
  expect(() => logisticCurve({log10C: 24, score: 90, slope: 5, floor: 0, ceiling: 80})).toThrow(RangeError);
  expect(() => logisticCurve({log10C: 24, score: 18, slope: -5, floor: 0, ceiling: 80})).toThrow(RangeError);
});
