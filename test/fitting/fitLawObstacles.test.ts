import {describe, expect, test} from "vitest";
import {fitLaw, usualOptions} from "../../src/fitting/fitLaw.ts";
import {lossFitter} from "../../src/fitting/fitLoss.ts";
import type {FormName} from "../../src/fitting/forms.ts";
import {formNames} from "../../src/fitting/forms.ts";
import {lossProblem} from "../../src/fitting/lossProblem.ts";
import type {Observation} from "../../src/laws/observation.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {plantedParameters, randomLadder, runOn} from "./randomLadder.ts";

const law = {E: 1.8, A: 480, B: 2000, alpha: 0.35, beta: 0.37};
const on = (N: number, D: number, score = NaN): Observation => ({...runOn("chinchilla", law, N, D), score});
const ladder = [1e8, 2e8, 4e8, 8e8, 1.6e9, 3.2e9, 6.4e9, 1.3e10].map((N, i) => on(N, 1e10 * (1 + (i % 4)), 0.1 + i / 10)); // prettier-ignore

const message = (runs: readonly Observation[], form: FormName): string => {
  const result = fitLaw(runs, {...usualOptions, form});
  return result.ok ? "fitted" : result.message;
};

describe("runs that cannot be fitted say why", () => {
  test.each<[why: string, form: FormName, runs: readonly Observation[], said: string]>([
    ["no runs", "chinchilla", [], "Chinchilla has 5 parameters and needs at least 6 runs with parameters, tokens and loss; there are 0"],
    ["one run", "power-law", ladder.slice(0, 1), "Power law with floor has 3 parameters and needs at least 4 runs with compute and loss; there is 1"],
    ["two runs only", "chinchilla", ladder.slice(0, 2), "Chinchilla has 5 parameters and needs at least 6 runs with parameters, tokens and loss; there are 2"],
    ["two runs only, one exponent", "chinchilla-tied", ladder.slice(0, 2), "Chinchilla, one exponent has 4 parameters and needs at least 5 runs with parameters, tokens and loss; there are 2"],
    ["two runs only, no floor", "power-law-no-floor", ladder.slice(0, 2), "Power law without floor has 2 parameters and needs at least 3 runs with compute and loss; there are 2"],
    ["two runs only, of scores", "logistic", ladder.slice(0, 2), "Logistic in log compute has 4 parameters and needs at least 5 runs with compute and a score; there are 2"],
    ["one run, of scores", "logistic", ladder.slice(0, 1), "Logistic in log compute has 4 parameters and needs at least 5 runs with compute and a score; there is 1"],
    ["one budget only", "power-law", ladder.map((run) => ({...run, C: 1e20})), "Power law with floor needs runs of at least 3 different amounts of compute; all have the same"],
    ["two budgets only", "power-law", ladder.map((run, i) => ({...run, C: i % 2 === 0 ? 1e20 : 1e21})), "Power law with floor needs runs of at least 3 different amounts of compute; all have one of 2"],
    ["one size only", "chinchilla", ladder.map(({D}, i) => on(1e9, D * (i + 1))), "Chinchilla needs runs of at least 3 different amounts of parameters; all have the same"],
    ["one amount of tokens", "chinchilla", ladder.map(({N}) => on(N, 2e10)), "Chinchilla needs runs of at least 3 different amounts of tokens; all have the same"],
    ["all losses equal", "chinchilla", ladder.map((run) => ({...run, loss: 2.5})), "all losses are equal: no law can be told from them"],
    ["all scores equal", "logistic", ladder.map((run) => ({...run, score: 0.5})), "all scores are equal: no curve can be told from them"],
    ["scores at three places", "logistic", ladder.map((run, i) => ({...run, C: 1e20 * (1 + (i % 3))})), "Logistic in log compute needs points at 4 different places at least"],
    ["a score outside the metric", "logistic", [...ladder, on(2e10, 1e11, 37)], "a score of 37 is outside 0 to 1, the range of the metric"],
    ["two steps of too few runs", "two-step", ladder.slice(0, 3), "first step, loss of N and D: Chinchilla has 5 parameters and needs at least 6 runs with parameters, tokens and loss; there are 3"],
    ["two steps without scores", "two-step", ladder.map((run) => ({...run, score: NaN})), "second step, score of loss: The second step has 4 parameters and needs at least 5 runs with a loss and a score; there are 0"],
    ["two steps, one score out of range", "two-step", ladder.map((run, i) => ({...run, score: i === 3 ? -0.1 : run.score})), "second step, score of loss: a score of -0.1 is outside 0 to 1, the range of the metric"]
  ])("%s, %s", (_, form, runs, said) => {
    expect(message(runs, form)).toBe(said);
  }); // prettier-ignore

  test("but the same runs in full are fitted by every form", () => {
    for (const form of formNames) expect(message(ladder, form), form).toBe("fitted");
  });
});

describe("runs that a form cannot use are left out by place", () => {
  const bad: readonly (readonly [string, Partial<Observation>])[] = [
    ["a negative loss", {loss: -1}],
    ["a loss of 0", {loss: 0}],
    ["no loss", {loss: NaN}],
    ["an infinite loss", {loss: Infinity}],
    ["no parameters", {N: NaN}],
    ["negative tokens", {D: -1e9}]
  ];
  test.each(bad)("%s", (_, change) => {
    const random = seededRandom(181);
    const runs = randomLadder("chinchilla", plantedParameters("chinchilla", random), {count: 20, noise: 0.01, random});
    const spoilt = runs.map((run, i) => (i === 4 || i === 11 ? {...run, ...change} : run));
    const result = fitLaw(spoilt);
    const without = fitLaw(runs.filter((__, i) => i !== 4 && i !== 11));
    if (!result.ok || !without.ok) throw new Error("not fitted");
    expect(result.fit.used).toEqual([...Array(20).keys()].filter((i) => i !== 4 && i !== 11));
    expect(result.fit.parameters).toEqual(without.fit.parameters);
    expect(result.fit.residuals).toEqual(without.fit.residuals);
    expect(result.fit.residuals).toHaveLength(18);
  });

  test("a law of compute asks for no N and D, a logistic for no loss", () => {
    const bare = ladder.map((run) => ({...run, N: NaN, D: NaN}));
    expect(message(bare, "power-law")).toBe("fitted");
    expect(message(bare, "chinchilla")).toMatch(/there are 0$/);
    expect(
      message(
        ladder.map((run) => ({...run, loss: NaN, N: NaN, D: NaN})),
        "logistic"
      )
    ).toBe("fitted");
  });
});

describe("a wrong call", () => {
  test("a problem without runs, or of a ladder without any, is refused", () => {
    const refused = new RangeError("invalid ladder; it has no runs");
    expect(() => lossProblem("chinchilla", [])).toThrow(refused);
    expect(() => lossProblem("chinchilla", [ladder, []])).toThrow(refused);
  });

  test("a fitter given a list of no starts is refused", () => {
    const fit = lossFitter(lossProblem("chinchilla", [ladder]), usualOptions.objective);
    expect(() => fit([new Float64Array(8).fill(1)], [])).toThrow(new RangeError("invalid starts; there are none"));
  });
});
