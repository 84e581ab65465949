import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {gainDeviation, parameterDeviation} from "../../../src/fitting/plan/gainDeviation.ts";
import {pairedLadders} from "../../../src/fitting/plan/geometricLadder.ts";
import {gainPlace, logLossGradient, planLoss, planRecipes, planSize} from "../../../src/fitting/plan/planModel.ts";
import {geometricRungs} from "../../../src/fitting/plan/plannedLadder.ts";
import {planAnswer, smallestGain} from "../../../src/fitting/plan/planPower.ts";
import {lossAtCompute} from "../../../src/laws/chinchilla.ts";
import {besiroglu2024} from "../../../src/laws/published.ts";
import {log} from "../../../src/numerics/exp.ts";
import {threefold} from "./planCases.ts";

const rungs = pairedLadders(geometricRungs(1e19, 1e22, 8), 2);

describe("the deviation of the gain", () => {
  // mpmath 1.3 (40 digits): derivatives by mp.diff of log(E + e^c (C g^new / T)^−a), (JᵀJ)⁻¹ in full precision.
  test.each([
    ["scale-dependent", "fitted", 0.14925319370209854],
    ["scale-dependent", "known", 0.13429516558379656],
    ["constant", "fitted", 0.025046114287443372]
  ] as const)("is that of an independent computation, gain %s and floor %s", (gainForm, floor, expected) => {
    const found = gainDeviation({...threefold, gainForm, floor}, rungs, 0.003);
    expect(Math.abs(found / expected - 1)).toBeLessThan(1e-8);
  });

  test("goes as the noise and as one over the root of the seeds", () => {
    const one = gainDeviation(threefold, rungs, 0.003);
    expect(gainDeviation(threefold, rungs, 0.006) / one).toBeCloseTo(2, 10);
    const four = rungs.map((rung) => ({...rung, seeds: 4 * rung.seeds}));
    expect(gainDeviation(threefold, four, 0.003) / one).toBeCloseTo(0.5, 10);
  });

  test("is infinite where rungs do not determine the gain, and not where they leave only another parameter open", () => {
    expect(gainDeviation(threefold, pairedLadders([1e19, 1e20], 1), 0.003)).toBe(Infinity);
    expect(gainDeviation({...threefold, floor: "known"}, pairedLadders([1e19, 1e20], 1), 0.003)).toBeLessThan(10);
    expect(gainDeviation(threefold, [], 0.003)).toBe(Infinity);
    expect(parameterDeviation([Float64Array.of(1, 1, 0), Float64Array.of(0, 0, 2)], 2)).toBe(0.5);
  });

  test("refuses noise that is none", () => {
    expect(() => gainDeviation(threefold, rungs, 0)).toThrow("invalid noise; not positive: 0");
  });

  test("never rises with one more run", () => {
    fc.assert(
      fc.property(fc.constantFrom(...planRecipes), fc.double({min: 18, max: 24, noNaN: true}), (recipe, log10C) => {
        const more = [...rungs, {recipe, compute: 10 ** log10C, seeds: 1}];
        return gainDeviation(threefold, more, 0.003) <= gainDeviation(threefold, rungs, 0.003) * (1 + 1e-9);
      }),
      {seed: 1, numRuns: 50}
    );
  });
});

describe("the model of a plan", () => {
  test("gives the reference its own law and the new recipe that of as much more compute", () => {
    for (const C of [1e19, 1e22, 1e25]) {
      expect(planLoss(threefold, "reference", C)).toBeCloseTo(lossAtCompute(besiroglu2024, "compute-optimal", C), 12);
      expect(planLoss(threefold, "new", C)).toBeCloseTo(planLoss(threefold, "reference", 3 * C), 12);
    }
  });

  test("gives the gain at the target whatever it grows by", () => {
    const growing = {...threefold, growth: 0.1};
    expect(planLoss(growing, "new", 1e25 / 3)).toBeCloseTo(planLoss(growing, "reference", 1e25), 12);
    expect(planLoss(growing, "new", 1e19)).toBeGreaterThan(planLoss(threefold, "new", 1e19));
  });

  test("has the derivatives that differences of its log loss have", () => {
    const step = 1e-6;
    for (const recipe of planRecipes) {
      const gradient = logLossGradient(threefold, recipe, 1e20);
      expect(gradient).toHaveLength(planSize(threefold));
      const shifted = (sign: number) =>
        log(planLoss({...threefold, gain: Math.exp(Math.log(3) + sign * step)}, recipe, 1e20));
      const expected = recipe === "new" ? (shifted(1) - shifted(-1)) / (2 * step) : 0;
      expect(gradient[gainPlace]).toBeCloseTo(expected, 8);
    }
  });
});

describe("what a deviation tells", () => {
  test("is nothing where it is infinite: power is the half of false alarms, either recipe may win", () => {
    const {low, high, power, wrongWinner} = planAnswer(3, Infinity, 0.95);
    expect([low, high, wrongWinner]).toEqual([0, Infinity, 0.5]);
    expect(power).toBeCloseTo(0.025, 12);
  });

  test("is power 1/2 where the gain is as many deviations from 1 as the test asks for", () => {
    const {power} = planAnswer(3, Math.log(3) / 1.959963984540054, 0.95);
    expect(power).toBeCloseTo(0.5, 12);
  });

  test("says the same of a gain and of its inverse", () => {
    expect(planAnswer(1 / 3, 0.4, 0.9).power).toBeCloseTo(planAnswer(3, 0.4, 0.9).power, 12);
  });

  test("refuses a confidence that is none", () => {
    expect(() => planAnswer(3, 1, 1)).toThrow("invalid confidence; not in (0, 1): 1");
  });

  test("has the power asked for at the smallest gain told apart", () => {
    const found = smallestGain(threefold, rungs, 0.003, {confidence: 0.95, power: 0.8});
    const deviation = gainDeviation({...threefold, gain: found}, rungs, 0.003);
    expect(planAnswer(found, deviation, 0.95).power).toBeCloseTo(0.8, 8);
    expect(smallestGain(threefold, rungs, 10, {confidence: 0.95, power: 0.8})).toBe(Infinity);
    expect(smallestGain(threefold, rungs, 0.003, {confidence: 0.5, power: 0.1})).toBe(1);
  });
});
