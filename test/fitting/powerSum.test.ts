import {describe, expect, test} from "vitest";
import {forms, isLossForm, formNames} from "../../src/fitting/forms.ts";
import type {LossFormName} from "../../src/fitting/forms.ts";
import {lossProblem} from "../../src/fitting/lossProblem.ts";
import type {LossProblem} from "../../src/fitting/lossProblem.ts";
import {deltasOf, huber, objectiveValue} from "../../src/fitting/objective.ts";
import {huberSum, informationOf, logResiduals} from "../../src/fitting/powerSum.ts";
import type {FitSharing} from "../../src/scenario/fitChoices.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {plantedParameters, randomLadder} from "./randomLadder.ts";

const lossForms = formNames.filter(isLossForm);
const sharings: readonly FitSharing[] = ["nothing", "exponents", "floor", "exponents-and-floor"];

/** Derivatives of a Huber sum at a point: n numbers, and the lower triangle of n × n. */
function derivativesAt({sum}: LossProblem, weights: readonly Float64Array[], delta: number, theta: Float64Array) {
  const n = sum.size;
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const value = huberSum(sum, weights, delta).at(theta, {gradient, hessian});
  return {value, gradient, hessian};
}

/** The largest difference from central differences, relative to the largest entry; straight lines have no bend at all. */
function differences(problem: LossProblem, weights: readonly Float64Array[], delta: number, theta: Float64Array) {
  const at = (change: number, i: number) => derivativesAt(problem, weights, delta, theta.map((value, j) => value + (i === j ? change : 0))); // prettier-ignore
  const {gradient, hessian} = at(0, 0);
  const n = theta.length;
  const h = 1e-5;
  const largestSlope = Math.max(...gradient.map(Math.abs));
  const largestBend = Math.max(...hessian.map(Math.abs), largestSlope);
  let [slopes, bends] = [0, 0];
  for (let i = 0; i < n; ++i) {
    const [up, down] = [at(h, i), at(-h, i)];
    slopes = Math.max(slopes, Math.abs((up.value - down.value) / (2 * h) - gradient[i]!) / largestSlope);
    for (let j = 0; j < n; ++j) {
      const bend = (up.gradient[j]! - down.gradient[j]!) / (2 * h);
      bends = Math.max(bends, Math.abs(bend - hessian[Math.max(i, j) * n + Math.min(i, j)]!) / largestBend);
    }
  }
  return {slopes, bends};
}

/** Ladders of a form with noise, weights as of a bootstrap, and a point near their law. */
function setting(form: LossFormName, ladders: number, sharing: FitSharing, seed: number) {
  const random = seededRandom(seed, `${form} ${sharing}`);
  const runs = Array.from({length: ladders}, () =>
    randomLadder(form, plantedParameters(form, random), {count: 14, noise: 0.05, random})
  );
  const problem = lossProblem(form, runs, sharing);
  const weights = runs.map((own) => Float64Array.from(own, () => Math.floor(3 * random())));
  const theta = Float64Array.from(problem.bounds.lower, (low) => (low < -1 ? 1 : 0.25) * (random() - (low < -1 ? 0.5 : -0.5))); // prettier-ignore
  return {problem, weights, theta};
}

describe("the Huber sum of a power law", () => {
  test.each(lossForms)("%s: gradient and Hessian are those of central differences", (form) => {
    // Beyond the smallest delta and within the largest all residuals lie on one side of the kink; between, some cross it.
    for (const delta of [1e-7, 0.4, Infinity]) {
      for (let seed = 61; seed < 66; ++seed) {
        const {problem, weights, theta} = setting(form, 1, "nothing", seed);
        const {slopes, bends} = differences(problem, weights, delta, theta);
        expect(slopes, `seed ${seed}, delta ${delta}`).toBeLessThan(1e-7);
        if (delta !== 0.4) expect(bends, `seed ${seed}, delta ${delta}`).toBeLessThan(1e-7);
      }
    }
  });

  test.each(lossForms.flatMap((form) => sharings.map((sharing) => [form, sharing] as const)))(
    "%s, two ladders with %s in common: gradient and Hessian are those of central differences",
    (form, sharing) => {
      const {problem, weights, theta} = setting(form, 2, sharing, 67);
      const {slopes, bends} = differences(problem, weights, Infinity, theta);
      expect(slopes).toBeLessThan(1e-7);
      expect(bends).toBeLessThan(1e-7);
      const parameters = lossProblem(form, [[...randomLadder(form, plantedParameters(form, seededRandom(1)), {count: 3, noise: 0, random: seededRandom(1)})]]).sum.size; // prettier-ignore
      const exponents = new Set(forms[form].terms.map(({exponent}) => exponent)).size;
      const shared =
        (sharing.includes("exponents") ? exponents : 0) + (sharing.includes("floor") && forms[form].floor ? 1 : 0);
      expect(problem.sum.size).toBe(2 * parameters - shared);
    }
  );

  test("weights count a run as often as they say", () => {
    const {problem, weights, theta} = setting("chinchilla", 1, "nothing", 68);
    const [counts, [group]] = [weights[0]!, problem.sum.groups];
    const places = [...counts].flatMap((count, i) => Array.from({length: count}, () => i));
    const pick = (values: Float64Array) => Float64Array.from(places, (i) => values[i]!);
    const repeated: LossProblem = {
      ...problem,
      sum: {
        ...problem.sum,
        groups: [{...group!, logLoss: pick(group!.logLoss), x: group!.x.map(pick)}]
      }
    };
    const once = [new Float64Array(places.length).fill(1)];
    const [one, other] = [weights, once].map((w, i) => derivativesAt(i === 0 ? problem : repeated, w, 0.1, theta));
    expect(Math.abs(one!.value / other!.value - 1)).toBeLessThan(1e-14);
    one!.gradient.forEach((g, i) => expect(Math.abs(g / other!.gradient[i]! - 1)).toBeLessThan(1e-9));
  });

  test("the value is the objective of the residuals", () => {
    const {problem, weights, theta} = setting("chinchilla", 1, "nothing", 69);
    const residuals = logResiduals(problem.sum.groups[0]!, theta);
    for (const delta of [1e-3, 0.1]) {
      const {value} = derivativesAt(problem, weights, delta, theta);
      expect(Math.abs(value / objectiveValue({kind: "huber", delta}, residuals, weights[0]) - 1)).toBeLessThan(1e-13);
    }
  });

  test("the reweighted matrix is the Hessian's stand-in: at a perfect fit the two are one", () => {
    const random = seededRandom(70);
    const runs = randomLadder("chinchilla", plantedParameters("chinchilla", random), {count: 12, noise: 0, random});
    const problem = lossProblem("chinchilla", [runs]);
    // Move the losses onto the law of any point: its residuals are then nothing.
    const theta = Float64Array.of(0.6, -1, -1, 0.3, 0.35);
    const group = problem.sum.groups[0]!;
    const residuals = logResiduals(group, theta);
    const on: LossProblem = {
      ...problem,
      sum: {...problem.sum, groups: [{...group, logLoss: group.logLoss.map((value, i) => value + residuals[i]!)}]}
    };
    const once = [new Float64Array(12).fill(1)];
    const {hessian, gradient, value} = derivativesAt(on, once, Infinity, theta);
    expect(value).toBeLessThan(1e-28);
    expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-13);
    const information = informationOf(on.sum, theta);
    information.forEach((row, i) =>
      row.forEach((entry, j) => {
        expect(entry).toBe(information[j]![i]);
        if (j <= i) expect(Math.abs(entry - hessian[i * 5 + j]!)).toBeLessThan(1e-12);
      })
    );
  });
});

describe("the Huber function", () => {
  test("is half the square within delta and straight beyond, meeting in value and slope", () => {
    expect(huber(0.02, 0.1)).toBeCloseTo(0.0002, 15);
    expect(huber(-0.5, 0.1)).toBeCloseTo(0.1 * (0.5 - 0.05), 15);
    expect(huber(3, Infinity)).toBe(4.5);
    const [delta, h] = [0.1, 1e-7];
    expect(huber(delta + h, delta) - huber(delta - h, delta)).toBeCloseTo(2 * h * delta, 14);
    expect(huber(delta, delta)).toBeCloseTo(huber(delta * (1 + 1e-15), delta), 16);
  });

  test("comes to delta times least absolute deviations as delta falls, in a ladder of deltas", () => {
    const residuals = Float64Array.of(0.1, -0.2, 0.03);
    const lad = objectiveValue({kind: "lad"}, residuals);
    expect(lad).toBeCloseTo(0.33, 15);
    const deltas = deltasOf({kind: "lad"});
    expect(deltas.map((delta) => Number(delta.toPrecision(3)))).toEqual([1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9]);
    const delta = deltas[deltas.length - 1]!;
    expect(Math.abs(objectiveValue({kind: "huber", delta}, residuals) / delta - lad)).toBeLessThan(2e-9);
    expect(deltasOf({kind: "squares"})).toEqual([Infinity]);
    expect(deltasOf({kind: "huber", delta: 0.5})).toEqual([0.5]);
  });

  test("counts by weight, and not at all by none, even where a residual is no number", () => {
    const residuals = Float64Array.of(2, NaN, 1);
    expect(objectiveValue({kind: "squares"}, residuals, Float64Array.of(3, 0, 1))).toBe(6.5);
    expect(objectiveValue({kind: "lad"}, residuals, Float64Array.of(3, 0, 1))).toBe(7);
  });
});
