import {describe, expect, test} from "vitest";
import {aicc, compareForms} from "../../src/fitting/compareForms.ts";
import {fitLaw, usualOptions} from "../../src/fitting/fitLaw.ts";
import {formNames, isLossForm} from "../../src/fitting/forms.ts";
import {rolledHoldOut} from "../../src/fitting/holdOut.ts";
import {exp, log, log10} from "../../src/numerics/exp.ts";
import {normalQuantile} from "../../src/numerics/normal.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";
import {plantedParameters, randomLadder} from "./randomLadder.ts";

describe("the corrected Akaike criterion", () => {
  test("under normal errors is n log(RSS/n) + n(1 + log 2π) + 2k + 2k(k+1)/(n − k − 1)", () => {
    const residuals = Float64Array.of(0.1, -0.2, 0.05, 0.15, -0.1, 0.02, 0.03, -0.04);
    const rss = 0.01 + 0.04 + 0.0025 + 0.0225 + 0.01 + 0.0004 + 0.0009 + 0.0016;
    const expected = 8 * Math.log(rss / 8) + 8 * (1 + Math.log(2 * Math.PI)) + 2 * 3 + (2 * 3 * 4) / 4;
    expect(relativeError(aicc(residuals, 2, true), expected)).toBeLessThan(1e-13);
  });

  test("under Laplace errors has twice n (log 2b + 1), b the mean size", () => {
    const residuals = Float64Array.of(0.1, -0.2, 0.05, 0.15, -0.1, 0.02, 0.03, -0.04);
    const expected = 16 * (Math.log((2 * 0.69) / 8) + 1) + 2 * 4 + (2 * 4 * 5) / 3;
    expect(relativeError(aicc(residuals, 3, false), expected)).toBeLessThan(1e-13);
  });

  test("is infinite where there are too few runs for the correction", () => {
    const residuals = new Float64Array(5).fill(0.1);
    expect(aicc(residuals, 4, true)).toBe(Infinity);
    expect(aicc(residuals, 3, true)).toBe(Infinity);
    expect(aicc(residuals, 2, true)).toBeLessThan(Infinity);
  });

  test("is minus twice the log likelihood that it stands for, and the corrections", () => {
    const random = seededRandom(231);
    const residuals = Float64Array.from({length: 50}, () => 0.3 * normalQuantile(random()));
    const variance = residuals.reduce((sum, r) => sum + r * r, 0) / 50;
    const likelihood = residuals.reduce((sum, r) => sum - (r * r) / (2 * variance) - log(2 * Math.PI * variance) / 2, 0); // prettier-ignore
    expect(relativeError(aicc(residuals, 2, true), -2 * likelihood + 6 + 24 / 46)).toBeLessThan(1e-12);
  });
});

describe("forms side by side", () => {
  const random = seededRandom(232);
  const law = plantedParameters("chinchilla", random);
  const runs = randomLadder("chinchilla", law, {count: 50, noise: 0.003, random}).map((run) => ({
    ...run,
    score: 1 / (1 + exp(log10(run.C) - 20))
  }));

  test("are ranked by the error of the rolled hold-out", () => {
    const rows = compareForms(runs, usualOptions);
    expect(rows.map(({form}) => form).sort()).toEqual(formNames.filter(isLossForm).sort());
    const errors = rows.map(({holdOutError = Infinity}) => holdOutError);
    expect(errors).toEqual([...errors].sort((a, b) => a - b));
    for (const {form, fit, rolled, holdOutError} of rows) {
      expect(fit).toEqual((fitLaw(runs, {...usualOptions, form}) as {fit: unknown}).fit);
      expect(rolled).toEqual(rolledHoldOut(runs, {...usualOptions, form}));
      const mean = rolled.reduce((sum, {meanError}) => sum + meanError, 0) / rolled.length;
      expect(relativeError(holdOutError!, mean)).toBeLessThan(1e-14);
    }
    // Runs scattered in N and D are foretold by a law of both.
    expect(rows.slice(0, 2).map(({form}) => form).sort()).toEqual(["chinchilla", "chinchilla-tied"]); // prettier-ignore
  });

  test("by AICc second, where no hold-out can be made", () => {
    const few = runs.slice(0, 7).map((run, i) => ({...run, C: 1e20 * (1 + (i % 3))}));
    const rows = compareForms(few, usualOptions, ["power-law", "power-law-no-floor"]);
    const ranked = rows.filter(({holdOutError}) => holdOutError === undefined).map(({aicc: value = Infinity}) => value);
    expect(ranked).toEqual([...ranked].sort((a, b) => a - b));
  });

  test("take the errors of least squares as normal, of the others as Laplace", () => {
    for (const kind of ["squares", "lad"] as const) {
      const [row] = compareForms(runs, {...usualOptions, objective: {kind}}, ["chinchilla"]);
      expect(row!.aicc).toBe(aicc(row!.fit!.residuals, 5, kind === "squares"));
    }
  });

  test("that cannot be fitted stand last with their reason", () => {
    const bare = runs.map((run) => ({...run, N: NaN, D: NaN}));
    const rows = compareForms(bare, usualOptions);
    expect(rows.slice(0, 2).map(({form}) => form).sort()).toEqual(["power-law", "power-law-no-floor"]); // prettier-ignore
    for (const {fit, message, rolled} of rows.slice(2)) {
      expect(fit).toBeUndefined();
      expect(message).toMatch(/needs at least \d runs/);
      expect(rolled).toEqual([]);
    }
  });

  test("of scores stand beside forms of scores, and two steps have no criterion", () => {
    const rows = compareForms(runs, {...usualOptions, form: "logistic"});
    expect(rows.map(({form}) => form).sort()).toEqual(["logistic", "two-step"]);
    expect(rows.find(({form}) => form === "two-step")!.aicc).toBeUndefined();
    expect(rows.find(({form}) => form === "logistic")!.aicc).toBeLessThan(0);
  });
});
