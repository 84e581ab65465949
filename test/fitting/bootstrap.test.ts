import {describe, expect, test} from "vitest";
import type {Bootstrap} from "../../src/fitting/bootstrap.ts";
import {bootstrap, bootstrapSteps, drawnParameters, predictedDraws, resample, spreadOf} from "../../src/fitting/bootstrap.ts"; // prettier-ignore
import type {Fit} from "../../src/fitting/fit.ts";
import {predict} from "../../src/fitting/fit.ts";
import {fitLaw, usualOptions} from "../../src/fitting/fitLaw.ts";
import type {FormName} from "../../src/fitting/forms.ts";
import {formNames, parameterNames} from "../../src/fitting/forms.ts";
import type {Observation} from "../../src/laws/observation.ts";
import {log} from "../../src/numerics/exp.ts";
import {normalQuantile} from "../../src/numerics/normal.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {randomLadder} from "./randomLadder.ts";

const law = {E: 1.8, A: 480, B: 2000, alpha: 0.35, beta: 0.37};

/** Runs about the law, each with a score that follows its loss. */
function scoredLadder(count: number, seed: number): readonly Observation[] {
  const random = seededRandom(seed);
  return randomLadder("chinchilla", law, {count, noise: 0.01, random}).map((run) => ({
    ...run,
    score: Math.min(Math.max(1.3 - 0.3 * run.loss + 0.01 * normalQuantile(random()), 0), 1)
  }));
}

function fitOf(runs: readonly Observation[], form: FormName, kind: "huber" | "squares" = "huber"): Fit {
  const objective = kind === "huber" ? usualOptions.objective : {kind};
  const result = fitLaw(runs, {...usualOptions, form, objective});
  if (!result.ok) throw new Error(result.message);
  return result.fit;
}

const deviation = (values: Float64Array): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
};

describe("a bootstrap", () => {
  const runs = scoredLadder(40, 201);

  test.each(formNames)("of %s gives the same bits for the same seed, and others for another", (form) => {
    const fit = fitOf(runs, form);
    const one = bootstrap(runs, fit, {seed: 5, draws: 60});
    expect(bootstrap(runs, fit, {seed: 5, draws: 60})).toEqual(one);
    const other = bootstrap(runs, fit, {seed: 6, draws: 60});
    expect(Object.keys(one.draws)).toEqual(parameterNames(form));
    for (const name of parameterNames(form)) {
      expect(one.draws[name]).toHaveLength(60);
      expect(one.draws[name]!.every(Number.isFinite), name).toBe(true);
    }
    expect(other.draws).not.toEqual(one.draws);
    expect(one).toMatchObject({seed: 5, count: 60});
  });

  test("of more draws begins with those of fewer", () => {
    const fit = fitOf(runs, "power-law");
    const [few, many] = [20, 130].map((draws) => bootstrap(runs, fit, {seed: 5, draws}));
    for (const name of ["E", "k", "a"]) expect(many!.draws[name]!.slice(0, 20)).toEqual(few!.draws[name]);
  });

  test("tells its progress, rising, and can be left before its end", () => {
    const steps = bootstrapSteps(runs, fitOf(runs, "power-law-no-floor"), {seed: 1, draws: 220});
    const told: number[] = [];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) told.push(step.value);
    expect(told.map((part) => Number((220 * part).toFixed(9)))).toEqual([50, 100, 150, 200]);
    expect(step.value.count).toBe(220);
    expect(step.value.failed).toBe(0);
  });

  test("has its interval about the fit, and the parameters of one draw together", () => {
    const fit = fitOf(runs, "chinchilla");
    const boot = bootstrap(runs, fit, {seed: 2, draws: 400});
    for (const name of parameterNames("chinchilla")) {
      const {low, median, high} = spreadOf(boot.draws[name]!);
      expect(low).toBeLessThan(median);
      expect(median).toBeLessThan(high);
      expect(fit.parameters[name], name).toBeGreaterThan(low);
      expect(fit.parameters[name], name).toBeLessThan(high);
    }
    const target = {N: 7e10, D: 1.4e12, C: 6 * 7e10 * 1.4e12};
    const foretold = predictedDraws(fit, boot, target);
    expect(foretold[17]).toBe(predict("chinchilla", drawnParameters(boot, 17), target));
    // The letters vary by far more than what they say together.
    expect(deviation(foretold) / predict("chinchilla", fit.parameters, target)).toBeLessThan(0.05);
    expect(deviation(boot.draws["A"]!) / fit.parameters["A"]!).toBeGreaterThan(0.1);
  });

  test("counts the fits that did not converge, and takes no more than 100,000 draws", () => {
    const fit = fitOf(runs, "chinchilla");
    expect(bootstrap(runs, fit, {seed: 2, draws: 300}).failed).toBeLessThan(15);
    for (const draws of [0, -1, 1.5, NaN, 100_001]) {
      const refused = new RangeError(`invalid count of draws; not a whole number from 1 to 100000: ${draws}`);
      expect(() => bootstrap(runs, fit, {seed: 1, draws})).toThrow(refused);
    }
    expect(() => bootstrap(runs, fit, {seed: 0.5})).toThrow(new RangeError("invalid seed; not a whole number: 0.5"));
  });

  test("leaves runs and fit as they were", () => {
    const frozen = Object.freeze(runs.map((run) => Object.freeze({...run})));
    const fit = fitOf(frozen, "two-step");
    const before = structuredClone(fit);
    bootstrap(frozen, Object.freeze(fit), {seed: 3, draws: 20});
    expect(fit).toEqual(before);
  });
});

describe("how sure a bootstrap is", () => {
  const slopes = (count: number, seed: number): Bootstrap => {
    const random = seededRandom(seed);
    const runs = randomLadder("power-law-no-floor", {k: 90, a: 0.08}, {count, noise: 0.02, random});
    return bootstrap(runs, fitOf(runs, "power-law-no-floor", "squares"), {seed, draws: 1000});
  };

  test("agrees with the textbook's standard error of a straight line", () => {
    const random = seededRandom(202);
    const runs = randomLadder("power-law-no-floor", {k: 90, a: 0.08}, {count: 400, noise: 0.02, random});
    const fit = fitOf(runs, "power-law-no-floor", "squares");
    const x = Float64Array.from(runs, ({C}) => log(C));
    const variance = fit.residuals.reduce((sum, r) => sum + r * r, 0) / (400 - 2);
    const textbook = Math.sqrt(variance / 399) / deviation(x);
    const {draws} = bootstrap(runs, fit, {seed: 7, draws: 4000});
    // 4,000 draws know a deviation to 1.1 %; 400 runs with replacement come within a few more of the formula.
    expect(Math.abs(deviation(draws["a"]!) / textbook - 1)).toBeLessThan(0.1);
    const {low, high} = spreadOf(draws["a"]!);
    expect(Math.abs((high - low) / (2 * 1.6449 * textbook) - 1)).toBeLessThan(0.1);
  });

  test("grows as the square root of the number of runs", () => {
    const width = (count: number) => {
      const widths = Array.from({length: 8}, (_, i) => {
        const {low, high} = spreadOf(slopes(count, 211 + i).draws["a"]!);
        return high - low;
      });
      return widths.reduce((sum, value) => sum + value, 0) / widths.length;
    };
    const ratio = width(30) / width(480);
    expect(ratio).toBeGreaterThan(4 * 0.8);
    expect(ratio).toBeLessThan(4 * 1.2);
  });
});

describe("drawing runs anew", () => {
  test("gives whole numbers that come to as many as there are runs, on average one each", () => {
    const random = seededRandom(203);
    const weights = new Float64Array(20);
    const totals = new Float64Array(20);
    for (let draw = 0; draw < 5000; ++draw) {
      resample(weights, random, 5);
      expect(weights.every((weight) => Number.isInteger(weight) && weight >= 0)).toBe(true);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(20);
      weights.forEach((weight, i) => (totals[i]! += weight));
    }
    // A count of 100,000 / 20, its deviation √5000.
    totals.forEach((total) => expect(Math.abs(total - 5000)).toBeLessThan(4 * Math.sqrt(5000)));
  });

  test("is made anew until there are as many different runs as a fit needs, or all there are", () => {
    const random = seededRandom(204);
    const weights = new Float64Array(6);
    for (let draw = 0; draw < 500; ++draw) {
      resample(weights, random, 5);
      expect(weights.filter((weight) => weight > 0).length).toBeGreaterThanOrEqual(5);
    }
    resample(weights, random, 50);
    expect([...weights]).toEqual([1, 1, 1, 1, 1, 1]);
    const one = new Float64Array(1);
    resample(one, random, 1);
    expect([...one]).toEqual([1]);
  });
});
