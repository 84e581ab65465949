import {describe, expect, test} from "vitest";
import type {Coverage} from "../../src/fitting/coverage.ts";
import {coverageSteps} from "../../src/fitting/coverage.ts";
import type {Fit} from "../../src/fitting/fit.ts";
import {fitLaw, usualOptions} from "../../src/fitting/fitLaw.ts";
import type {FormName, LossFormName} from "../../src/fitting/forms.ts";
import type {Observation} from "../../src/laws/observation.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {plantedParameters, randomLadder} from "./randomLadder.ts";

function ladderOf(form: LossFormName, count: number, seed = 251): readonly Observation[] {
  const random = seededRandom(seed, form);
  return randomLadder(form, plantedParameters(form, random), {count, noise: 0.01, random});
}

function fitOf(runs: readonly Observation[], form: FormName): Fit {
  const result = fitLaw(runs, {...usualOptions, form, objective: {kind: "squares"}});
  if (!result.ok) throw new Error(result.message);
  return result.fit;
}

function covered(form: LossFormName, count: number, options: {seed: number; ladders: number; draws: number}): Coverage {
  const runs = ladderOf(form, count);
  const steps = coverageSteps(runs, fitOf(runs, form), options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

describe("the coverage of 90 % intervals", () => {
  test("is near 0.9 for a ladder of many runs", () => {
    const {parameters, forecasts, failed, runs} = covered("power-law-no-floor", 100, {
      seed: 1,
      ladders: 300,
      draws: 200
    });
    expect({failed, runs}).toEqual({failed: 0, runs: 100});
    expect(Object.keys(parameters)).toEqual(["k", "a"]);
    // 300 ladders: three errors of 1.7 %, and a little for 200 draws.
    for (const share of [...Object.values(parameters), ...forecasts.map((forecast) => forecast.share)]) {
      expect(share).toBeGreaterThan(0.83);
      expect(share).toBeLessThan(0.96);
    }
    expect(forecasts.map(({decades}) => decades)).toEqual([0, 1, 2]);
  });

  test("is lower for seven runs: a bootstrap of few is too narrow", () => {
    const options = {seed: 2, ladders: 200, draws: 100};
    const [few, many] = [7, 100].map((count) => covered("power-law-no-floor", count, options));
    expect(few!.parameters["a"]).toBeLessThan(0.86);
    expect(few!.parameters["a"]).toBeGreaterThan(0.5);
    expect(few!.parameters["a"]).toBeLessThan(many!.parameters["a"]!);
    expect(few!.runs).toBe(7);
  });

  test("is told of all five letters, and of forecasts further and further out", () => {
    const {parameters, forecasts} = covered("chinchilla", 60, {seed: 3, ladders: 40, draws: 60});
    expect(Object.keys(parameters)).toEqual(["E", "A", "B", "alpha", "beta"]);
    for (const share of [...Object.values(parameters), ...forecasts.map((forecast) => forecast.share)]) {
      expect(share).toBeGreaterThan(0.65);
      expect(share).toBeLessThanOrEqual(1);
    }
  });

  test("is the same bits for the same seed, other for another, and its progress is told", () => {
    const options = {seed: 4, ladders: 20, draws: 40};
    const one = covered("power-law", 15, options);
    expect(covered("power-law", 15, options)).toEqual(one);
    expect(one).toMatchObject(options);
    const other = covered("power-law", 15, {...options, seed: 5, ladders: 60});
    expect(other.parameters).not.toEqual(one.parameters);
    const runs = ladderOf("power-law", 15);
    const told: number[] = [];
    const steps = coverageSteps(runs, fitOf(runs, "power-law"), {seed: 4, ladders: 4, draws: 10});
    for (let step = steps.next(); step.done !== true; step = steps.next()) told.push(step.value);
    expect(told).toEqual([0.25, 0.5, 0.75]);
  });

  test("is refused for a form of scores", () => {
    const runs = ladderOf("power-law", 20).map((run, i) => ({...run, score: (i * i) / 400}));
    const steps = coverageSteps(runs, fitOf(runs, "logistic"), {seed: 1});
    expect(() => steps.next()).toThrow(new RangeError("invalid form; not one of losses: logistic"));
  });
});
