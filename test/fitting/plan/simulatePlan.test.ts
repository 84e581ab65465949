import {describe, expect, test} from "vitest";
import {gainDeviation} from "../../../src/fitting/plan/gainDeviation.ts";
import {pairedLadders} from "../../../src/fitting/plan/geometricLadder.ts";
import {planFitter} from "../../../src/fitting/plan/planFitter.ts";
import {trueDeviance} from "../../../src/fitting/plan/planLaws.ts";
import {geometricRungs} from "../../../src/fitting/plan/plannedLadder.ts";
import {planAnswer} from "../../../src/fitting/plan/planPower.ts";
import {simulatePlan, simulatePlanSteps} from "../../../src/fitting/plan/simulatePlan.ts";
import {seededRandom} from "../../../src/numerics/random.ts";
import {threefold} from "./planCases.ts";

const rungs = pairedLadders(geometricRungs(1e19, 1e22, 6), 1);
const model = {...threefold, target: 1e24};

describe("simulated ladders", () => {
  test("reject a gain of 1 at the stated rate once calibrated, and say the uncalibrated rate", () => {
    const ladders = pairedLadders(geometricRungs(1e19, 1e22, 5), 1);
    const {calibrated, uncalibrated} = simulatePlan(model, ladders, 0.01, {confidence: 0.95, seed: 3, draws: 2000});
    expect(calibrated.falseAlarms).toBeGreaterThanOrEqual(0.04);
    expect(calibrated.falseAlarms).toBeLessThanOrEqual(0.06);
    expect(uncalibrated.critical).toBeCloseTo(3.841459, 5);
    expect(uncalibrated.falseAlarms).toBeGreaterThan(0.03);
    expect(uncalibrated.falseAlarms).toBeLessThan(0.07);
  });

  test.each([
    ["scale-dependent", "fitted", 1.2, 0.003],
    ["scale-dependent", "fitted", 2, 0.005],
    ["scale-dependent", "known", 1.5, 0.003],
    ["constant", "fitted", 1.2, 0.01],
    ["constant", "known", 1.35, 0.01]
  ] as const)(
    "have the power and the interval of the delta method where it holds: %s gain, %s floor, %d×, noise %d",
    (gainForm, floor, gain, noise) => {
      const truth = {...model, gainForm, floor, gain};
      const told = planAnswer(gain, gainDeviation(truth, rungs, noise), 0.95);
      const found = simulatePlan(truth, rungs, noise, {confidence: 0.95, seed: 11, draws: 1000});
      expect(Math.abs(found.uncalibrated.power - told.power)).toBeLessThan(0.03);
      expect(Math.abs(Math.log(found.low / told.low)) / told.deviation).toBeLessThan(0.2);
      expect(Math.abs(Math.log(found.high / told.high)) / told.deviation).toBeLessThan(0.2);
      expect(Math.abs(found.wrongWinner - told.wrongWinner)).toBeLessThan(0.03);
      expect(found.notConverged).toBe(0);
    }
  );

  test("give the gain itself without noise to speak of", () => {
    const fit = planFitter(model, rungs, 1e-9, seededRandom(1))();
    expect(fit.logGain).toBeCloseTo(Math.log(3), 5);
    expect(fit.converged).toBe(true);
    expect(fit.atBound).toBe(false);
  });

  test("have a deviance that goes as one over the noise squared, near the square of the effect", () => {
    const one = trueDeviance(model, rungs, 0.001);
    expect(trueDeviance(model, rungs, 0.002) / one).toBeCloseTo(0.25, 8);
    const effect = Math.log(3) / gainDeviation(model, rungs, 0.001);
    expect(Math.sqrt(one) / effect).toBeGreaterThan(0.8);
    expect(Math.sqrt(one) / effect).toBeLessThan(1.1);
  });

  test("are the same bits for the same seed, and others for another", () => {
    const options = {confidence: 0.9, seed: 5, draws: 50};
    expect(simulatePlan(model, rungs, 0.003, options)).toEqual(simulatePlan(model, rungs, 0.003, options));
    expect(simulatePlan(model, rungs, 0.003, {...options, seed: 6}).low).not.toBe(
      simulatePlan(model, rungs, 0.003, options).low
    );
  });

  test("come a step at a time, each saying the part that is done", () => {
    const parts = [...simulatePlanSteps(model, rungs, 0.003, {confidence: 0.95, seed: 1, draws: 100})];
    expect(parts.length).toBe(5);
    expect(parts[0]).toBeCloseTo(1 / 6, 10);
  });

  test("are refused without a recipe, without noise or without draws", () => {
    const half = rungs.filter(({recipe}) => recipe === "new");
    expect(() => planFitter(model, half, 0.003, seededRandom(1))).toThrow(
      "invalid rungs; none of the recipe reference"
    );
    expect(() => planFitter(model, rungs, -1, seededRandom(1))).toThrow("invalid noise; not positive: -1");
    expect(() => simulatePlan(model, rungs, 0.003, {confidence: 0.95, seed: 1, draws: 0.5})).toThrow(
      "invalid draws; not a whole number: 0.5"
    );
  });
});
