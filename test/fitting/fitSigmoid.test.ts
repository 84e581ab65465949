import {describe, expect, test} from "vitest";
import {fitLaw, usualOptions} from "../../src/fitting/fitLaw.ts";
import {predict} from "../../src/fitting/fit.ts";
import type {Sigmoid} from "../../src/fitting/fitSigmoid.ts";
import {sigmoidAt, sigmoidFitter} from "../../src/fitting/fitSigmoid.ts";
import type {Objective} from "../../src/fitting/objective.ts";
import {exp, pow10} from "../../src/numerics/exp.ts";
import {normalQuantile} from "../../src/numerics/normal.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";
import {runOn} from "./randomLadder.ts";

const squares: Objective = {kind: "squares"};
const fraction: readonly [number, number] = [0, 1];

/** Points evenly from 4 steepnesses before the middle to 4 beyond, scattered about a sigmoid. */
function pointsOn(sigmoid: Sigmoid, count: number, noise: number, seed: number) {
  const random = seededRandom(seed);
  const x = Float64Array.from({length: count}, (_, i) => sigmoid.middle + ((8 * i) / (count - 1) - 4) / sigmoid.k);
  const y = x.map((at) => Math.min(Math.max(sigmoidAt(sigmoid, at) + noise * normalQuantile(random()), 0), 1));
  return {x, y, once: new Float64Array(count).fill(1)};
}

const rising = {before: 0.25, after: 0.9, middle: 22.5, k: 1.7};
const falling = {before: 0.95, after: 0.26, middle: 0.62, k: 4.8};

describe("a planted sigmoid", () => {
  test.each([
    ["rising", rising],
    ["falling", falling],
    ["of the whole range", {before: 0, after: 1, middle: 21, k: 2}],
    ["in other units", {before: 0.1, after: 0.7, middle: 2.2e25, k: 3e-24}]
  ] as const)("%s is recovered without noise by least squares and absolute deviations", (_, planted) => {
    const {x, y, once} = pointsOn(planted, 25, 0, 1);
    for (const objective of [squares, {kind: "lad"} as const]) {
      const found = sigmoidFitter(x, y, fraction, objective)(once);
      expect(found.converged).toBe(true);
      for (const name of ["after", "before"] as const) expect(Math.abs(found[name] - planted[name])).toBeLessThan(1e-8);
      expect(relativeError(found.middle, planted.middle)).toBeLessThan(1e-7);
      expect(relativeError(found.k, planted.k)).toBeLessThan(1e-6);
      expect(found.value).toBeLessThan(1e-7);
    }
  });

  test("is recovered from noise within its error, more closely from more points", () => {
    const errors = [30, 3000].map((count) => {
      const {x, y, once} = pointsOn(rising, count, 0.01, 2);
      const found = sigmoidFitter(x, y, fraction, squares)(once);
      return Math.abs(found.middle - rising.middle) * rising.k;
    });
    expect(errors[0]).toBeLessThan(0.2);
    expect(errors[1]).toBeLessThan(0.02);
  });

  test("ends where the best of 60 random starts does, or below", () => {
    for (let seed = 191; seed < 206; ++seed) {
      const random = seededRandom(seed);
      const planted = {before: random() * 0.3, after: 0.4 + 0.6 * random(), middle: 22, k: 1 + random()};
      const {x, y, once} = pointsOn(planted, 12 + Math.floor(30 * random()), 0.1 * random(), seed);
      const fit = sigmoidFitter(x, y, fraction, squares);
      const found = fit(once);
      const starts = Array.from({length: 60}, () =>
        fit(once, {before: random(), after: random(), middle: 22 + 3 * (random() - 0.5), k: exp(3 * (random() - 0.5))})
      );
      const best = Math.min(...starts.map(({value}) => value));
      expect(found.value, `seed ${seed}`).toBeLessThanOrEqual(best * (1 + 1e-9));
    }
  });

  test("is reached in few steps from nearby", () => {
    for (let seed = 1; seed < 9; ++seed) {
      const {x, y, once} = pointsOn(rising, 40, 0.12, seed);
      const fit = sigmoidFitter(x, y, fraction, squares);
      const {before, after, middle, k} = fit(once);
      const again = fit(once, {before: before + 0.02, after: after - 0.02, middle: middle + 0.05, k: k * 1.05});
      expect(again.iterations, `seed ${seed}`).toBeLessThanOrEqual(5);
      expect(again.converged).toBe(true);
    }
  });

  test("keeps its ends within the range of the metric", () => {
    const {x, y, once} = pointsOn({before: 0, after: 1, middle: 21, k: 1}, 40, 0.05, 3);
    const half = {x: x.slice(0, 20), y: y.slice(0, 20), once: once.slice(0, 20)};
    const found = sigmoidFitter(half.x, half.y, fraction, squares)(half.once);
    expect(found.after).toBeLessThanOrEqual(1);
    expect(found.before).toBeGreaterThanOrEqual(0);
  });

  test("counts each point as often as its weight says", () => {
    const {x, y} = pointsOn(rising, 20, 0.03, 4);
    const weights = x.map((_, i) => i % 3);
    const places = [...weights].flatMap((count, i) => Array.from({length: count}, () => i));
    const pick = (values: Float64Array) => Float64Array.from(places, (i) => values[i]!);
    const one = sigmoidFitter(x, y, fraction, squares)(weights);
    const other = sigmoidFitter(pick(x), pick(y), fraction, squares)(new Float64Array(places.length).fill(1));
    expect(relativeError(one.value, other.value)).toBeLessThan(1e-9);
    expect(relativeError(one.middle, other.middle)).toBeLessThan(1e-6);
  });

  test("is not moved by a point far off under least absolute deviations", () => {
    const {x, y, once} = pointsOn(rising, 41, 0, 5);
    y[30] = 0;
    expect(relativeError(sigmoidFitter(x, y, fraction, {kind: "lad"})(once).middle, rising.middle)).toBeLessThan(1e-6);
    expect(relativeError(sigmoidFitter(x, y, fraction, squares)(once).middle, rising.middle)).toBeGreaterThan(1e-4);
  });
});

describe("a ladder of scores", () => {
  const law = {E: 0.5, A: 30, B: 60, alpha: 0.25, beta: 0.25};
  const scored = (score: (run: {readonly C: number; readonly loss: number}) => number, count = 24) =>
    Array.from({length: count}, (_, i) => {
      const run = runOn("chinchilla", law, pow10(7.5 + 0.15 * i), pow10(9.5 + 0.15 * ((i * 7) % count)));
      return {...run, score: score(run)};
    });

  test("on a logistic in log compute is recovered in its letters", () => {
    const planted = {floor: 0.1, ceiling: 0.85, log10CMid: 19.4, steepness: 0.9};
    const runs = scored(({C}) => predict("logistic", planted, {N: NaN, D: NaN, C}));
    const result = fitLaw(runs, {...usualOptions, form: "logistic"});
    if (!result.ok) throw new Error(result.message);
    for (const [name, value] of Object.entries(planted)) expect(relativeError(result.fit.parameters[name]!, value), name).toBeLessThan(1e-6); // prettier-ignore
    expect(result.fit).toMatchObject({converged: true, confounded: [], atBound: []});
    expect(result.fit.options.objective).toEqual(squares);
  });

  test("of which only the beginning was seen cannot tell its ceiling from its middle", () => {
    const planted = {floor: 0, ceiling: 0.9, log10CMid: 27, steepness: 0.5};
    const random = seededRandom(6);
    const runs = scored(({C}) => Math.max(0, predict("logistic", planted, {N: NaN, D: NaN, C}) + 1e-4 * normalQuantile(random()))); // prettier-ignore
    const result = fitLaw(runs, {...usualOptions, form: "logistic"});
    if (!result.ok) throw new Error(result.message);
    expect(result.fit.condition).toBeGreaterThan(300);
    expect(result.fit.confounded).toEqual(expect.arrayContaining(["ceiling", "log10CMid"]));
  });

  test("in two steps is recovered in the letters of both", () => {
    const link = {a: -0.7, L0: 1.1, k: 4, b: 0.95};
    const runs = scored(({loss}) => link.a / (1 + exp(-link.k * (loss - link.L0))) + link.b);
    const result = fitLaw(runs, {...usualOptions, form: "two-step", anchor: false});
    if (!result.ok) throw new Error(result.message);
    const {fit} = result;
    for (const [name, value] of Object.entries({...law, ...link})) expect(relativeError(fit.parameters[name]!, value), name).toBeLessThan(1e-6); // prettier-ignore
    expect(relativeError(predict("two-step", fit.parameters, runs[3]!), runs[3]!.score)).toBeLessThan(1e-9);
    expect(fit.firstValue).toBeLessThan(1e-20);
    expect(fit.residuals).toHaveLength(runs.length);
  });

  test("in two steps holds a perfect model to be one more point, unless told not to", () => {
    const runs = scored(({loss}) => Math.min(0.9, Math.max(0.2, 1.25 - 0.4 * loss)));
    const ends = [true, false].map((anchor) => {
      const result = fitLaw(runs, {...usualOptions, form: "two-step", anchor});
      if (!result.ok) throw new Error(result.message);
      const {a = NaN, b = NaN, k = NaN, L0 = NaN} = result.fit.parameters;
      expect(result.fit.residuals).toHaveLength(runs.length);
      return Math.abs(a / (1 + exp(k * L0)) + b - 1);
    });
    expect(ends[0]).toBeLessThan(ends[1]!);
  });
});
