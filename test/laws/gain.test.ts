import {expect, test} from "vitest";
import {gain, gainOfExponent, gainOfFloor, gainOfScaleFactor, withGain, type Gain} from "../../src/laws/gain.ts";
import {logisticCurve} from "../../src/laws/logistic.ts";
import {logLinearCurve} from "../../src/laws/logLinear.ts";
import {powerLawCurve} from "../../src/laws/powerLaw.ts";
import {pow10} from "../../src/numerics/exp.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";

function valueOf(result: Gain): number {
  return result.kind === "gain" ? result.gain : NaN;
}

const base = {E: 1.7, k: 300, a: 0.14};

test("a recipe has a gain of 1 over itself", () => {
  const curve = powerLawCurve(base);
  expect(gain(curve, curve, 2.1)).toEqual({kind: "gain", log10Gain: 0, gain: 1});
});

test("the gain of the reference over the recipe is one over the other", () => {
  const random = seededRandom(51);
  for (let i = 0; i < 500; ++i) {
    const [one, other] = [0, 1].map(() => powerLawCurve({E: 1.7, k: 100 + 900 * random(), a: 0.1 + 0.1 * random()}));
    const L = 1.75 + random();
    const product = valueOf(gain(one!, other!, L)) * valueOf(gain(other!, one!, L));
    expect(relativeError(product, 1), `seed 51, case ${i}`).toBeLessThan(1e-12);
  }
});

test("a recipe made with a gain has that gain at every score, on any curve", () => {
  const references = [
    powerLawCurve(base),
    logLinearCurve({log10C: 24, score: 18, slope: 5}),
    logisticCurve({log10C: 24, score: 18, slope: 5, floor: 0, ceiling: 80})
  ];
  for (const reference of references) {
    const recipe = withGain(reference, {log10Gain: 1});
    for (const log10C of [18, 22, 26]) {
      expect(recipe.score(log10C)).toBe(reference.score(log10C + 1));
      const result = gain(reference, recipe, reference.score(log10C));
      expect(relativeError(valueOf(result), 10)).toBeLessThan(1e-9);
    }
  }
});

test("a gain that grows with scale is as given at each compute of the recipe", () => {
  const reference = logLinearCurve({log10C: 24, score: 18, slope: 5});
  const recipe = withGain(reference, {log10Gain: 0.5, perDecade: 0.1, log10CPivot: 22});
  for (const log10C of [18, 22, 26]) {
    const {log10Gain} = gain(reference, recipe, recipe.score(log10C)) as {log10Gain: number};
    expect(Math.abs(log10Gain - (0.5 + 0.1 * (log10C - 22)))).toBeLessThan(1e-12);
  }
  expect(() => withGain(reference, {log10Gain: 0, perDecade: -1})).toThrow(RangeError);
});

test("gain says which curve never reaches the score, or that any compute does", () => {
  const reference = powerLawCurve(base);
  const lower = powerLawCurve({...base, E: 1.6});
  expect(gain(reference, lower, 1.65)).toEqual({kind: "reference-never"});
  expect(gain(lower, reference, 1.65)).toEqual({kind: "recipe-never"});
  expect(gain(lower, reference, 1.5)).toEqual({kind: "neither"});
  const sigmoid = logisticCurve({log10C: 24, score: 18, slope: 5, floor: 10, ceiling: 80});
  const line = logLinearCurve({log10C: 24, score: 18, slope: 5});
  expect(gain(line, sigmoid, 9)).toEqual({kind: "any-compute"});
  expect(gain(sigmoid, line, 9)).toEqual({kind: "any-compute"});
  expect(gain(sigmoid, line, 81)).toEqual({kind: "reference-never"});
});

test("where only k differs the gain is that of gainOfScaleFactor, at every loss", () => {
  const recipe = powerLawCurve({...base, k: base.k / 1.42561});
  const expected = gainOfScaleFactor(base.k, base.k / 1.42561, base.a);
  for (const L of [1.75, 2, 3]) {
    expect(relativeError(valueOf(gain(powerLawCurve(base), recipe, L)), expected)).toBeLessThan(1e-12);
  }
});

test("where only the exponent differs the gain is that of gainOfExponent", () => {
  const aRecipe = 0.17;
  // The curves meet at 1e21 FLOP.
  const recipe = powerLawCurve({...base, a: aRecipe, k: base.k * pow10((aRecipe - base.a) * 21)});
  const reference = powerLawCurve(base);
  for (const log10C of [19, 21, 26]) {
    const expected = gainOfExponent(base.a, aRecipe, 21, log10C);
    expect(relativeError(valueOf(gain(reference, recipe, reference.score(log10C))), expected)).toBeLessThan(1e-10);
  }
});

test("where only the floor differs the gain is that of gainOfFloor, and has no end at the floor of the reference", () => {
  const lower = powerLawCurve({...base, E: 1.6});
  for (const L of [1.71, 2, 3]) {
    const expected = gainOfFloor(1.7, 1.6, base.a, L);
    expect(relativeError(valueOf(gain(powerLawCurve(base), lower, L)), expected)).toBeLessThan(1e-12);
  }
  expect(gainOfFloor(1.7, 1.6, 0.14, 1.7)).toBe(Infinity);
  expect(gainOfFloor(1.6, 1.7, 0.14, 1.7)).toBe(0);
  expect(gainOfFloor(1.7, 1.6, 0.14, 1.6)).toBeNaN();
});
