import {expect, test} from "vitest";
import {formRows, formsSentence, holdOutWords} from "../../src/figures/fitTests.ts";
import type {HoldOut} from "../../src/fitting/holdOut.ts";
import type {FormSummary} from "../../src/simulation/fitUncertainty.ts";
import {fitted, quantity, sampleScenario} from "./sampleRuns.ts";

const {fit, uncertainty} = fitted(sampleScenario({draws: 50, recipe: "old", holdOut: quantity(5e19)}));

const held = (changes: Partial<HoldOut>) => {
  const own: HoldOut = {
    fitted: 12,
    forecasts: [
      {run: 1, actual: 2, predicted: 2.02, error: 0.01},
      {run: 2, actual: 2, predicted: 1.98, error: -0.01}
    ],
    meanError: 0.004,
    worstError: 0.011,
    decades: 0.93,
    ...changes
  };
  return holdOutWords(fit, {...uncertainty, holdOut: {ok: true, holdOut: own}});
};

test("a hold-out says how many were fitted, what was missed and how far beyond", () => {
  expect(held({})).toBe(
    "Fitted to 12 runs, the law missed the 2 runs left out by 0.40 % on average and 1.1 % at most, up to 0.9 decades beyond them."
  );
  expect(holdOutWords(fit, uncertainty)).toMatch(/^Fitted to 15 runs, the law missed the 5 runs left out by /);
});

test("a hold-out of one run has no average, and one without distance says none", () => {
  expect(held({forecasts: [{run: 1, actual: 2, predicted: 2.02, error: 0.01}], decades: 0})).toBe(
    "Fitted to 12 runs, the law missed the run left out by 1.1 %."
  );
});

test("forecasts that all miss to one side are said to", () => {
  const both = (error: number) => [1, 2].map((run) => ({run, actual: 2, predicted: 2, error}));
  expect(held({forecasts: both(0.01)})).toMatch(/ Every forecast of the loss was too high\.$/);
  expect(held({forecasts: both(-0.01)})).toMatch(/ Every forecast of the loss was too low\.$/);
  const score = {options: {...fit.options, form: "logistic"}} as const;
  const own: HoldOut = {fitted: 9, forecasts: both(-0.012), meanError: 0.012, worstError: 0.02, decades: 1};
  expect(holdOutWords(score, {...uncertainty, holdOut: {ok: true, holdOut: own}})).toBe(
    "Fitted to 9 runs, the law missed the 2 runs left out by 1.2 points on average and 2.0 points at most, up to 1.0 decades beyond them. Every forecast of the score was too low."
  );
});

test("a hold-out that cannot be made says why, and none that is not asked for says nothing", () => {
  const failed = {...uncertainty, holdOut: {ok: false, message: "the runs that are kept: there are 2"}} as const;
  expect(holdOutWords(fit, failed)).toBe("No hold-out: the runs that are kept: there are 2.");
  expect(holdOutWords(fit, {...uncertainty, holdOut: undefined})).toBe("");
  expect(holdOutWords(fit, undefined)).toBe("");
});

const summaries: readonly FormSummary[] = [
  {form: "power-law", converged: true, holdOutError: 0.0042, aicc: -124.23},
  {form: "chinchilla", converged: false, holdOutError: 0.0123, aicc: Infinity},
  {form: "two-step", converged: true},
  {form: "logistic", converged: false, message: "all scores are equal: no curve can be told from them"}
];

test("forms stand with their hold-out error first and AICc second, the best marked", () => {
  const rows = formRows(fit, {...uncertainty, forms: summaries});
  expect(rows.map(({holdOut, aicc, remark, isBest, isShown}) => [holdOut, aicc, remark, isBest, isShown])).toEqual([
    ["0.42 %", "−124.2", "", true, false],
    ["1.2 %", "too few runs", "not converged", false, true],
    ["too few runs", "not comparable", "", false, false],
    ["no fit", "not comparable", "all scores are equal: no curve can be told from them", false, false]
  ]);
  expect(rows[0]?.name).toBe("Power law with floor");
  expect(rows[0]?.formula).toBe("L = E + k C^−a");
  expect(formRows(fit, undefined)).toEqual([]);
});

test("the best form is named, with the error of the one that is fitted beside it", () => {
  expect(formsSentence(fit, {...uncertainty, forms: summaries})).toBe(
    "Power law with floor foretells larger runs best: it misses them by 0.42 % on average in a rolled hold-out. The one fitted here, Chinchilla, misses by 1.2 %."
  );
  const [first, , third] = summaries;
  expect(formsSentence({options: {...fit.options, form: "power-law"}}, {...uncertainty, forms: [first!]})).toMatch(
    /in a rolled hold-out\.$/
  );
  expect(
    formsSentence({options: {...fit.options, form: "two-step"}}, {...uncertainty, forms: [first!, third!]})
  ).toMatch(/in a rolled hold-out\.$/);
  expect(formsSentence(fit, {...uncertainty, forms: [third!]})).toBe(
    "Too few runs for a rolled hold-out: the forms cannot be told apart by what they foretell."
  );
  expect(formsSentence(fit, undefined)).toBe("");
});
