import {describe, expect, test} from "vitest";
import type {FitOptions, FitResult} from "../../src/fitting/fit.ts";
import {predict} from "../../src/fitting/fit.ts";
import {fitLaw, usualOptions} from "../../src/fitting/fitLaw.ts";
import type {LossFormName} from "../../src/fitting/forms.ts";
import {formNames, isLossForm} from "../../src/fitting/forms.ts";
import type {Parameters} from "../../src/fitting/lossProblem.ts";
import {lossProblem} from "../../src/fitting/lossProblem.ts";
import type {Objective} from "../../src/fitting/objective.ts";
import {informationOf} from "../../src/fitting/powerSum.ts";
import type {Observation} from "../../src/laws/observation.ts";
import {exp, log, pow} from "../../src/numerics/exp.ts";
import {symmetricEigen} from "../../src/numerics/eigen.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";
import {plantedParameters, randomLadder, runOn} from "./randomLadder.ts";

const lossForms = formNames.filter(isLossForm);
const squares: Objective = {kind: "squares"};
const objectives: readonly Objective[] = [usualOptions.objective, {kind: "lad"}, squares];

const optionsOf = (form: LossFormName, objective = usualOptions.objective): FitOptions => ({...usualOptions, form, objective}); // prettier-ignore

function fitted(result: FitResult) {
  if (!result.ok) throw new Error(result.message);
  return result.fit;
}

/** The largest relative difference of two laws' parameters. */
const apart = (one: Parameters, other: Parameters): number =>
  Math.max(...Object.entries(other).map(([name, value]) => relativeError(one[name]!, value)));

describe("a planted law without noise", () => {
  test.each(lossForms.flatMap((form) => objectives.map((objective) => [form, objective.kind, objective] as const)))(
    "of form %s is recovered by %s to eight digits",
    (form, _, objective) => {
      for (let seed = 71; seed < 79; ++seed) {
        const random = seededRandom(seed, form);
        const truth = plantedParameters(form, random);
        const runs = randomLadder(form, truth, {count: 20, noise: 0, random});
        const fit = fitted(fitLaw(runs, optionsOf(form, objective)));
        expect(fit.converged, `seed ${seed}`).toBe(true);
        expect(apart(fit.parameters, truth), `seed ${seed}`).toBeLessThan(1e-8);
        expect(Math.max(...fit.residuals.map(Math.abs)), `seed ${seed}`).toBeLessThan(1e-11);
        expect(fit).toMatchObject({confounded: [], atBound: [], used: runs.map((__, i) => i)});
        expect(relativeError(predict(form, fit.parameters, runs[0]!), runs[0]!.loss)).toBeLessThan(1e-11);
      }
    }
  );

  test("is recovered by least absolute deviations to the last digits where one run in eight went wrong", () => {
    const random = seededRandom(80);
    const truth = plantedParameters("chinchilla", random);
    const outliers = {share: 0.13, factor: 1.5};
    const runs = randomLadder("chinchilla", truth, {count: 60, noise: 0, random, outliers});
    const fit = fitted(fitLaw(runs, optionsOf("chinchilla", {kind: "lad"})));
    expect(apart(fit.parameters, truth)).toBeLessThan(1e-6);
    expect(fit.residuals.filter((r) => Math.abs(r) > 0.1).length).toBeGreaterThan(3);
  });
});

describe("a planted law with noise", () => {
  test.each(lossForms)("of form %s is recovered within five standard errors, and they are the right size", (form) => {
    const noise = 0.01;
    const squaresOfZ: number[] = [];
    for (let seed = 81; seed < 101; ++seed) {
      const random = seededRandom(seed, form);
      const truth = plantedParameters(form, random);
      const runs = randomLadder(form, truth, {count: 80, noise, random});
      const {parameters} = fitted(fitLaw(runs, optionsOf(form, squares)));
      const problem = lossProblem(form, [runs]);
      const thetaOf = (p: Parameters) => thetaOfLaw(problem, p);
      const theta = Float64Array.from(thetaOf(truth));
      const error = thetaOf(parameters).map((value, i) => value - theta[i]!);
      // (θ̂ − θ)ᵀ I (θ̂ − θ) / σ² follows χ² with p degrees of freedom.
      const information = informationOf(problem.sum, theta);
      const size = error.reduce((sum, a, i) => sum + error.reduce((part, b, j) => part + a * b * information[i]![j]!, 0), 0); // prettier-ignore
      squaresOfZ.push(size / (noise * noise) / error.length);
      const {values, vectors} = symmetricEigen(information);
      vectors.forEach((vector, k) => {
        const along = vector.reduce((sum, v, i) => sum + v * error[i]!, 0);
        expect((Math.abs(along) * Math.sqrt(values[k]!)) / noise, `seed ${seed}`).toBeLessThan(5);
      });
    }
    const mean = squaresOfZ.reduce((sum, z) => sum + z, 0) / squaresOfZ.length;
    // Twenty ladders: the mean square is 1, give or take √(2 / (20 p)), of which four.
    expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt(2 / (20 * thetaSize(form))));
  });

  test("a Huber sum and least absolute deviations shrug off runs that went wrong; least squares do not", () => {
    const random = seededRandom(102);
    const truth = plantedParameters("power-law", random);
    const outliers = {share: 0.1, factor: 2};
    const runs = randomLadder("power-law", truth, {count: 100, noise: 0.002, random, outliers});
    const [byHuber, byLad, bySquares] = objectives.map((objective) => {
      const {parameters} = fitted(fitLaw(runs, optionsOf("power-law", objective)));
      return relativeError(predict("power-law", parameters, runs[0]!), predict("power-law", truth, runs[0]!));
    });
    expect(byHuber).toBeLessThan(0.002);
    expect(byLad).toBeLessThan(0.002);
    expect(bySquares).toBeGreaterThan(0.02);
  });
});

const thetaSize = (form: LossFormName): number => lossProblem(form, [[runOn(form, plantedParameters(form, seededRandom(1)), 1e9, 1e10)]]).sum.size; // prettier-ignore

/** Parameters of a law as the problem counts them: floor over scale, log terms at the centre, exponents. */
function thetaOfLaw({form, sum, scale, centers}: ReturnType<typeof lossProblem>, parameters: Parameters): number[] {
  const theta: number[] = [];
  const group = sum.groups[0]!;
  const names = form.startsWith("power-law") ? [["k", "a"]] : [["A", "alpha"], ["B", form === "chinchilla" ? "beta" : "alpha"]]; // prettier-ignore
  if (group.floor >= 0) theta[group.floor] = parameters["E"]! / scale;
  names.forEach(([letter, exponent], t) => {
    theta[group.scale[t]!] = log(parameters[letter!]! / scale) - parameters[exponent!]! * centers[t]!;
    theta[group.exponent[t]!] = parameters[exponent!]!;
  });
  return theta;
}

describe("units and order", () => {
  const random = seededRandom(103);
  const truth = plantedParameters("chinchilla", random);
  const outliers = {share: 0.05, factor: 1.1};
  const runs = randomLadder("chinchilla", truth, {count: 40, noise: 0.01, random, outliers});
  const scaled = (loss: number, N: number, D: number): readonly Observation[] =>
    runs.map((run) => ({...run, loss: run.loss * loss, N: run.N * N, D: run.D * D, C: run.C * N * D}));

  test.each([
    [1e-6, 1, 1],
    [1e6, 1, 1],
    [1, 1e-6, 1e-9],
    [1, 1e6, 1],
    [1 / Math.LN2, 1e-9, 1e-12],
    [1e-6, 1e-4, 1e5]
  ])("of loss × %s, N × %s and D × %s change the parameters as they should", (loss, N, D) => {
    for (const objective of objectives) {
      const one = fitted(fitLaw(runs, optionsOf("chinchilla", objective)));
      const other = fitted(fitLaw(scaled(loss, N, D), optionsOf("chinchilla", objective)));
      const {E, A, B, alpha, beta} = one.parameters as Record<string, number>;
      const expected = {E: E! * loss, A: A! * loss * pow(N, alpha!), B: B! * loss * pow(D, beta!), alpha: alpha!, beta: beta!}; // prettier-ignore
      expect(apart(other.parameters, expected), objective.kind).toBeLessThan(objective.kind === "lad" ? 1e-6 : 1e-7);
      expect(relativeError(other.value, one.value)).toBeLessThan(1e-9);
      expect(relativeError(other.condition, one.condition)).toBeLessThan(1e-6);
    }
  });

  test("sizes from a thousand to a million thousand million are fitted in one ladder", () => {
    const wide = seededRandom(104);
    const law = {E: 1e-6, A: 3e-4, B: 2e-3, alpha: 0.3, beta: 0.35};
    const runs = randomLadder("chinchilla", law, {count: 40, noise: 0, random: wide, log10N: [3, 15]});
    expect(apart(fitted(fitLaw(runs, optionsOf("chinchilla"))).parameters, law)).toBeLessThan(1e-8);
  });

  test("of the runs does not matter", () => {
    const shuffled = runs.map((run, i) => ({run, key: (i * 17) % 40})).sort((a, b) => a.key - b.key).map(({run}) => run); // prettier-ignore
    for (const objective of objectives) {
      const one = fitted(fitLaw(runs, optionsOf("chinchilla", objective)));
      const other = fitted(fitLaw(shuffled, optionsOf("chinchilla", objective)));
      expect(apart(other.parameters, one.parameters), objective.kind).toBeLessThan(objective.kind === "lad" ? 1e-6 : 1e-7); // prettier-ignore
      expect(relativeError(other.value, one.value)).toBeLessThan(1e-9);
    }
  });

  test("of the same runs twice give the same bits, from frozen runs and options", () => {
    const frozen = Object.freeze(runs.map((run) => Object.freeze({...run})));
    const options = Object.freeze({...optionsOf("chinchilla"), objective: Object.freeze(usualOptions.objective)});
    expect(fitLaw(frozen, options)).toEqual(fitLaw(runs, optionsOf("chinchilla")));
    expect(frozen).toEqual(runs);
  });
});

describe("least squares without floor", () => {
  test("are the textbook's straight line through logarithms", () => {
    const random = seededRandom(105);
    const truth = plantedParameters("power-law-no-floor", random);
    const runs = randomLadder("power-law-no-floor", truth, {count: 25, noise: 0.1, random});
    const {parameters, value} = fitted(fitLaw(runs, optionsOf("power-law-no-floor", squares)));
    const [x, y] = [runs.map(({C}) => log(C)), runs.map(({loss}) => log(loss))];
    const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
    const [mx, my] = [mean(x), mean(y)];
    const slope = mean(x.map((v, i) => (v - mx) * (y[i]! - my))) / mean(x.map((v) => (v - mx) * (v - mx)));
    expect(relativeError(parameters["a"]!, -slope)).toBeLessThan(1e-11);
    expect(relativeError(parameters["k"]!, exp(my - slope * mx))).toBeLessThan(1e-9);
    const left = x.reduce((sum, v, i) => sum + (my + slope * (v - mx) - y[i]!) ** 2, 0) / 2;
    expect(relativeError(value, left)).toBeLessThan(1e-12);
  });
});
