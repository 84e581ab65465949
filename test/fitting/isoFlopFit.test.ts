import {describe, expect, test} from "vitest";
import type {IsoFlopFit} from "../../src/fitting/isoFlopFit.ts";
import {budgetsOf, isoFlopFit, isoFlopSteps} from "../../src/fitting/isoFlopFit.ts";
import type {Observation} from "../../src/laws/observation.ts";
import type {ScalingLaw} from "../../src/laws/chinchilla.ts";
import {loss, optimalAllocation} from "../../src/laws/chinchilla.ts";
import {besiroglu2024, hoffmann2022} from "../../src/laws/published.ts";
import {exp, log10, pow10} from "../../src/numerics/exp.ts";
import {normalQuantile} from "../../src/numerics/normal.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";

const budgets = [1e18, 6e18, 4e19, 3e20, 2e21];
const sizes = [0.25, 0.4, 0.63, 1, 1.6, 2.5, 4];

/** Runs of each budget at multiples of the optimal size, or of one that is off by a factor. */
function isoFlop(
  law: ScalingLaw,
  {noise = 0, seed = 1, off = 1, C = budgets, of = sizes} = {}
): readonly Observation[] {
  const random = seededRandom(seed);
  return C.flatMap((budget) =>
    of.map((size) => {
      const N = size * off * optimalAllocation(law, budget).N;
      const D = budget / (6 * N);
      return {N, D, C: budget, loss: loss(law, {N, D}) * exp(noise * normalQuantile(random())), score: NaN};
    })
  );
}

function fitted(
  runs: readonly Observation[],
  options: {law?: ScalingLaw; seed?: number; draws?: number} = {}
): IsoFlopFit {
  const result = isoFlopFit(runs, {seed: 1, draws: 100, ...options});
  if (!result.ok) throw new Error(result.message);
  return result.fit;
}

describe("isoFLOP parabolas", () => {
  test.each([
    ["besiroglu2024", besiroglu2024],
    ["hoffmann2022", hoffmann2022]
  ])("of runs on %s find its exponent beta / (alpha + beta)", (_, law) => {
    const {exponent, parametric, budgets: found} = fitted(isoFlop(law), {law});
    const planted = law.beta / (law.alpha + law.beta);
    expect(parametric).toBe(planted);
    // The same multiples of the optimum at each budget: the parabola is off by the same factor, and the slope by nothing.
    expect(Math.abs(exponent - planted)).toBeLessThan(1e-9);
    expect(found.map(({C}) => Number(C.toPrecision(9)))).toEqual(budgets);
  });

  test("foretell N through their line", () => {
    const {exponent, log10Coefficient, budgets: found} = fitted(isoFlop(besiroglu2024));
    for (const {C, minimum} of found) expect(Math.abs(log10Coefficient + exponent * log10(C) - log10(minimum!.N))).toBeLessThan(1e-9); // prettier-ignore
  });

  test.each([
    ["below, where the side of large N is the steeper", besiroglu2024, 1],
    ["above, where that of small N is", hoffmann2022, -1],
    ["nowhere, where both fall alike", {E: 1.8, A: 480, B: 2000, alpha: 0.35, beta: 0.35}, 0]
  ] as const)("lie %s, and the bias says by how much", (_, law, sign) => {
    for (const {C, minimum} of fitted(isoFlop(law), {law}).budgets) {
      const truth = optimalAllocation(law, C).N;
      expect(relativeError(minimum!.bias!, truth / minimum!.N)).toBeLessThan(1e-9);
      if (sign === 0) expect(Math.abs(minimum!.bias! - 1)).toBeLessThan(1e-5);
      else expect(Math.sign(minimum!.bias! - 1)).toBe(sign);
      expect(Math.abs(minimum!.bias! - 1)).toBeLessThan(0.1);
      expect(minimum!.loss).toBeGreaterThan(law.E);
      expect(minimum!.curvature).toBeGreaterThan(0);
    }
  });

  test("through a parabola are its lowest point", () => {
    const C = 1e20;
    const at = [8.2, 8.5, 9, 9.3, 9.4].map((x) => ({N: pow10(x), D: NaN, C, loss: 2.5 + 0.3 * (x - 8.9) ** 2, score: NaN})); // prettier-ignore
    const two = [...at, ...at.map((run) => ({...run, C: 1e21, N: run.N * 10}))];
    const {exponent, budgets: found} = fitted(two);
    expect(relativeError(found[0]!.minimum!.N, pow10(8.9))).toBeLessThan(1e-9);
    expect(relativeError(found[0]!.minimum!.loss, 2.5)).toBeLessThan(1e-12);
    expect(relativeError(found[0]!.minimum!.curvature, 0.3)).toBeLessThan(1e-9);
    expect(found[0]!.minimum).toMatchObject({isOutside: false});
    expect(relativeError(exponent, 1)).toBeLessThan(1e-9);
  });

  test("are laid through the sizes near the best alone", () => {
    const far = isoFlop(besiroglu2024, {of: [0.02, 0.05, ...sizes, 20, 80]});
    for (const {near, runs} of fitted(far).budgets) {
      expect(runs).toHaveLength(11);
      expect(near).toHaveLength(7);
    }
    // Where few are near, the five nearest.
    const sparse = fitted(isoFlop(besiroglu2024, {of: [0.01, 0.1, 1, 10, 100]}));
    for (const {near} of sparse.budgets) expect(near).toHaveLength(5);
  });

  test("have an interval that holds the planted exponent and grows with the noise", () => {
    const widths = [0.0005, 0.002].map((noise) => {
      const {spread} = fitted(isoFlop(besiroglu2024, {noise, seed: 5, of: [...sizes, 0.3, 0.5, 0.8, 1.25, 2, 3.2]}), {
        draws: 400
      });
      const planted = besiroglu2024.beta / (besiroglu2024.alpha + besiroglu2024.beta);
      expect(spread!.low).toBeLessThan(planted);
      expect(spread!.high).toBeGreaterThan(planted);
      return spread!.high - spread!.low;
    });
    expect(widths[1]! / widths[0]!).toBeGreaterThan(2);
  });

  test("give the same bits for the same seed, others for another, and tell their progress", () => {
    const runs = isoFlop(besiroglu2024, {noise: 0.002});
    const one = fitted(runs, {draws: 450});
    expect(fitted(runs, {draws: 450})).toEqual(one);
    expect(fitted(runs, {draws: 450, seed: 2}).spread).not.toEqual(one.spread);
    const told: number[] = [];
    const steps = isoFlopSteps(runs, {seed: 1, draws: 450});
    for (let step = steps.next(); step.done !== true; step = steps.next()) told.push(step.value);
    expect(told).toEqual([200 / 450, 400 / 450]);
  });
});

describe("isoFLOP minima that are not there", () => {
  const good = isoFlop(besiroglu2024, {C: budgets.slice(0, 2)});
  const third = (change: (run: Observation, i: number) => Partial<Observation>) => [
    ...good,
    ...isoFlop(besiroglu2024, {C: [4e19]}).map((run, i) => ({...run, ...change(run, i)}))
  ];

  test.each([
    ["1 size; a parabola needs 4", third(() => ({N: 1e9}))],
    ["3 sizes; a parabola needs 4", third((_, i) => ({N: 1e9 * (1 + (i % 3))}))],
    ["the losses do not bend upwards", third((_, i) => ({loss: 3 - 0.1 * Math.abs(i - 3)}))]
  ])("say: %s", (message, runs) => {
    const {budgets: found} = fitted(runs);
    expect(found[2]).toMatchObject({minimum: undefined, message});
    expect(found[0]!.message).toBeUndefined();
    expect(found).toHaveLength(3);
  });

  test("outside the sizes that were run are shown and take no part", () => {
    const runs = [...good, ...isoFlop(besiroglu2024, {C: [4e19], off: 30})];
    const {budgets: found, exponent} = fitted(runs);
    expect(found[2]!.minimum).toMatchObject({isOutside: true});
    expect(exponent).toBe(fitted(good).exponent);
  });

  test("at two budgets are the least: fewer are refused with their number", () => {
    const said = (count: string, of: number) => ({
      ok: false,
      message: `isoFLOP minima need two budgets with 4 sizes each and the lowest loss between them; there ${count} of ${of}`
    });
    expect(isoFlopFit(isoFlop(besiroglu2024, {C: [1e20]}), {seed: 1})).toEqual(said("is 1", 1));
    expect(isoFlopFit([], {seed: 1})).toEqual(said("are 0", 0));
    expect(isoFlopFit(isoFlop(besiroglu2024, {off: 30}), {seed: 1})).toEqual(said("are 0", 5));
  });
});

describe("runs by budget", () => {
  const run = (C: number, change: Partial<Observation> = {}): Observation => ({N: 1e9, D: 1e10, C, loss: 3, score: NaN, ...change}); // prettier-ignore

  test("stand together where their compute is within 15 % of the next", () => {
    expect(budgetsOf([run(1e21), run(1.1e20), run(1e20), run(1.05e21), run(2e20)])).toEqual([[2, 1], [4], [0, 3]]);
  });

  test("do not chain into one where compute rises evenly", () => {
    const even = Array.from({length: 40}, (_, i) => run(1e20 * pow10(0.055 * i)));
    for (const budget of budgetsOf(even)) expect(budget.length).toBeLessThanOrEqual(3);
  });

  test("without size, compute or loss belong to none", () => {
    expect(budgetsOf([run(1e20, {N: NaN}), run(NaN), run(1e20, {loss: NaN}), run(1e20)])).toEqual([[3]]);
    expect(budgetsOf([])).toEqual([]);
  });
});
