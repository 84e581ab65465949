import {describe, expect, test} from "vitest";
import {
  amount,
  decimalsFor,
  errorText,
  extrapolationTimes,
  extrapolationWords,
  levelText,
  levelWithInterval,
  measureWords,
  parameterText
} from "../../src/figures/fitNumbers.ts";
import {runsSource} from "../../src/figures/fitFooter.ts";
import {atBoundWords, parameterRows} from "../../src/figures/fitParameters.ts";
import {
  conditionWords,
  fewRunsWords,
  fitAnswer,
  fitRemarks,
  leftOutWords,
  policyWords
} from "../../src/figures/fitWords.ts";
import {asString} from "../../src/figures/wording.ts";
import {ladderFit} from "../../src/simulation/fits.ts";
import {fitted, quantity, sampleScenario, withResults} from "./sampleRuns.ts";

const both = fitted(sampleScenario({draws: 100}));
const old = fitted(
  sampleScenario({draws: 100, recipe: "old", target: quantity(1e24), without: {rows: [3], largest: 2}})
);
const spread = (low: number, high: number) => ({low, median: (low + high) / 2, high});
const words = (given: typeof both) =>
  fitRemarks(given.runs, given.fit, given.uncertainty).map((remark) => remark.words);

describe("numbers of a fit", () => {
  test.each([
    [0.08, 2],
    [0.008, 3],
    [0.5, 2],
    [1e-7, 4],
    [0, 3],
    [NaN, 3],
    [Infinity, 3]
  ])("an interval %s wide leaves %s decimals", (width, decimals) => expect(decimalsFor(width)).toBe(decimals));

  test("a level has the digits of its interval, and says where there is no number", () => {
    expect(levelWithInterval(2.0123, spread(1.97, 2.0512))).toEqual({value: "2.01", interval: "1.97 to 2.05"});
    expect(levelWithInterval(2.0123, undefined)).toEqual({value: "2.012", interval: ""});
    expect(levelWithInterval(2.0123, spread(1.9, Infinity))).toEqual({value: "2.012", interval: ""});
    expect(levelText(-0.25, 2)).toBe("−0.25");
    expect(levelText(NaN)).toBe("no number");
  });

  test("compute is a bare power of ten where it is one", () => {
    expect(asString(amount(1e24))).toBe("10^24");
    expect(asString(amount(3e22))).toBe("3.0×10^22");
  });

  test("an error is percent of a loss and points of a score", () => {
    expect(errorText("chinchilla", 0.0042)).toBe("0.42 %");
    expect(errorText("chinchilla", 0.03)).toBe("3.0 %");
    expect(errorText("chinchilla", 0.2)).toBe("22 %");
    expect(errorText("logistic", 0.012)).toBe("1.2 points");
    expect(errorText("logistic", NaN)).toBe("no number");
  });

  test.each([
    [1e22, "2.0 decades beyond the largest run", "100× its compute"],
    [1e24, "4.0 decades beyond the largest run", "over 1,000× its compute"],
    [1.05e20, "at the largest run", ""],
    [1e19, "inside the runs", ""],
    [1e17, "1.0 decades below the smallest run", ""]
  ])("the distance of %s FLOP from runs of 10^18 to 10^20", (C, distance, times) => {
    expect(extrapolationWords({span: [1e18, 1e20]}, C)).toBe(distance);
    expect(extrapolationTimes({span: [1e18, 1e20]}, C)).toBe(times);
  });

  test("the axis names what was measured, and a score where the form gives one", () => {
    const runs = {measure: "loss", unit: "nats per token"} as const;
    expect(measureWords({...runs, form: "chinchilla"})).toEqual({name: "loss", unit: "nats per token"});
    expect(measureWords({...runs, form: "logistic"})).toEqual({name: "score", unit: "a fraction, 0 to 1"});
    expect(measureWords({...runs, measure: "MMLU", form: "two-step"}).name).toBe("MMLU");
  });

  test("a parameter has two digits of its interval, and powers of ten where it is large or small", () => {
    const text = (value: number, low?: number, high?: number) => {
      const found = parameterText(value, low === undefined || high === undefined ? undefined : spread(low, high));
      return [asString(found.value), asString(found.interval)];
    };
    expect(text(1.8172, 1.7897, 1.8401)).toEqual(["1.817", "1.790 to 1.840"]);
    expect(text(482.01, 300, 900)).toEqual(["482", "300 to 900"]);
    expect(text(2085.43, 1e3, 5e4)).toEqual(["2,100", "1,000 to 5.0×10^4"]);
    expect(text(1e-5)).toEqual(["1.0×10^−5", ""]);
    expect(text(0.35)).toEqual(["0.3500", ""]);
    expect(text(0)).toEqual(["0.00", ""]);
    expect(text(NaN)).toEqual(["no number", ""]);
  });
});

describe("the answer", () => {
  test("says place, value, interval and distance", () => {
    const {body, place, condition, title} = fitAnswer(old.runs, old.fit, old.uncertainty);
    expect(asString(body)).toMatch(
      /^At 10\^24 FLOP the law says 1\.\d\d \(90 %: 1\.\d\d to \d\.\d\d\), 3\.5 decades beyond the largest run$/
    );
    expect(asString(place)).toBe("At 10^24 FLOP, over 1,000× the compute of the largest run. ");
    expect(asString(condition)).toBe(
      "Loss of 17 runs of old. The curve is the law at the compute-optimal mix; runs of another mix stand above it."
    );
    expect(title).toMatch(/^3\.5 decades beyond the largest run: 1\.\d\d \(90 %: .*\)$/);
    expect(title.length).toBeLessThanOrEqual(64);
  });

  test("says no interval before the draws are there", () => {
    const {body, title} = fitAnswer(old.runs, old.fit, undefined);
    expect(asString(body)).toMatch(/^At 10\^24 FLOP the law says 1\.\d{3}, 3\.5 decades beyond the largest run$/);
    expect(title).toMatch(/^3\.5 decades beyond the largest run the law says 1\.\d{3}$/);
  });

  test("leaves the interval out of a title it would make too long", () => {
    const wide = {...old.uncertainty, target: {...old.uncertainty.target, spread: spread(1.90001, 1.90002)}};
    const {title} = fitAnswer({...old.runs, target: quantity(3e17)}, old.fit, wide);
    expect(title).toMatch(/^0\.5 decades below the smallest run the law says \d\.\d{4}$/);
  });

  test("says that recipes are fitted together", () => {
    expect(asString(fitAnswer(both.runs, both.fit, undefined).condition)).toMatch(
      /^Loss of 40 runs of 2 recipes together\./
    );
  });

  test("says why there is no fit", () => {
    const scenario = sampleScenario({without: {rows: Array.from({length: 38}, (_, i) => i + 1), largest: 0}});
    const {body, title, condition} = fitAnswer(scenario.runs!, ladderFit(scenario)!, undefined);
    expect(asString(body)).toMatch(/^No fit: Chinchilla has 5 parameters and needs at least 6 runs .*; there are 2$/);
    expect([title, asString(condition)]).toEqual(["These runs cannot be fitted", ""]);
    expect(parameterRows(ladderFit(scenario)!, undefined)).toEqual([]);
    expect(fitRemarks(scenario.runs!, ladderFit(scenario)!, undefined).map((remark) => remark.words)).toEqual([
      "38 runs take no part: 38 switched off."
    ]);
  });

  test("names the mix that makes a law of N and D one of compute", () => {
    expect(policyWords({form: "power-law"}, "compute-optimal")).toBe("");
    expect(policyWords({form: "chinchilla"}, {tokensPerParameter: 20})).toContain(
      "at the mix of 20 tokens per parameter"
    );
    expect(policyWords({form: "two-step"}, "compute-optimal")).toMatch(/stand off it\.$/);
  });
});

describe("parameters", () => {
  test("stand in the order of the formula, with letters, meaning, value and interval", () => {
    const rows = parameterRows(old.fit, old.uncertainty);
    expect(rows.map(({name, symbol}) => [name, symbol])).toEqual([
      ["E", "E"],
      ["A", "A"],
      ["B", "B"],
      ["alpha", "α"],
      ["beta", "β"]
    ]);
    expect(rows[3]?.meaning).toBe("exponent of parameters");
    for (const {value, interval, remark} of rows) {
      expect(asString(value)).toMatch(/^[\d.,×^]+$/);
      expect(asString(interval)).toMatch(/^[\d.,×^]+ to [\d.,×^]+$/);
      expect(remark).toBe("");
    }
    expect(parameterRows(old.fit, undefined).map(({interval}) => interval.length)).toEqual([0, 0, 0, 0, 0]);
  });

  test("say what the runs do not tell of them", () => {
    const {parameters} = old.fit.result.ok ? old.fit.result.fit : {parameters: {}};
    const odd = withResults(old.fit, {
      atBound: ["E"],
      confounded: ["A", "alpha", "E"],
      parameters: {...parameters, E: 0}
    });
    const rows = parameterRows(odd, undefined);
    expect(rows[0]?.remark).toBe("floor at 0: the runs do not show one; cannot be told from A and α");
    expect(rows[1]?.remark).toBe("cannot be told from α and E");
    expect(parameterRows(withResults(old.fit, {confounded: ["B"]}), undefined)[2]?.remark).toBe(
      "the runs do not tell it"
    );
  });

  test("at a bound are told by what they are", () => {
    expect(atBoundWords("chinchilla", "E", 0)).toBe("floor at 0: the runs do not show one");
    expect(atBoundWords("chinchilla", "beta", 2)).toBe("β at the edge of what is allowed");
    expect(atBoundWords("logistic", "ceiling", 1)).toBe(
      "at the end of the range of scores: the runs do not show where it ends"
    );
  });

  test("of a logistic curve name the compute of its middle as compute", () => {
    const rows = sampleScenario().runs!.rows.map(([name, recipe, N, D, loss]) => [
      name,
      recipe,
      N,
      D,
      loss,
      1 - Number(loss) / 5
    ]);
    const scenario = sampleScenario({
      columns: ["name", "recipe", "N", "D", "loss", "score"],
      rows: rows as never,
      form: "logistic",
      draws: 20
    });
    const {fit, uncertainty} = fitted(scenario);
    const middle = parameterRows(fit, uncertainty).find(({name}) => name === "log10CMid");
    expect(asString(middle!.value)).toMatch(/10\^\d+$/);
    expect(asString(middle!.interval)).toMatch(/10\^\d+ to .*10\^\d+$/);
    expect(asString(fitAnswer(scenario.runs!, fit, uncertainty).condition)).toBe(
      "Score of 40 runs of 2 recipes together. "
    );
  });
});

describe("what has to be known of a fit", () => {
  test("of several recipes together is that it is one law of all", () => {
    expect(words(both)[0]).toBe("One law is fitted to the runs of 2 recipes: choose one to see its own.");
    expect(words(old).some((text) => text.startsWith("One law"))).toBe(false);
  });

  test("of few runs is that the interval may be too narrow", () => {
    expect(words(old)).toContain(
      "A bootstrap of 17 runs may be too narrow: intervals of simulated ladders as small held the truth less often than 90 %; see coverage."
    );
    expect([fewRunsWords(20), fewRunsWords(1).slice(0, 20)]).toEqual(["", "A bootstrap of 1 run"]);
  });

  test("is how far the target lies beyond the runs", () => {
    expect(words(old)).toContain(
      "The target lies 3.5 decades beyond the largest run, over 1,000× its compute: nothing was measured there."
    );
    const inside = {...old, runs: {...old.runs, target: quantity(1e19)}};
    expect(words(inside).some((text) => text.startsWith("The target"))).toBe(false);
  });

  test("is which runs take no part and why", () => {
    expect(leftOutWords(old.fit)).toBe(
      "23 runs take no part: 1 switched off, 2 the largest losses and 20 of other recipes."
    );
    expect(leftOutWords(both.fit)).toBe("");
    expect(leftOutWords(ladderFit(sampleScenario({without: {rows: [], largest: 1}}))!)).toBe(
      "1 run takes no part: 1 the largest loss."
    );
  });

  test("is whether it converged, what stands at a bound, what cannot be told apart and what draws failed", () => {
    const odd = {
      ...old,
      fit: withResults(old.fit, {
        converged: false,
        iterations: 200,
        atBound: ["beta"],
        confounded: ["A", "B"],
        condition: 2e9
      }),
      uncertainty: {...old.uncertainty, failed: 3}
    };
    const said = words(odd);
    expect(said).toContain("Not converged after 200 iterations: a better law may exist.");
    expect(said).toContain("β at the edge of what is allowed.");
    expect(said).toContain("The runs cannot tell A and B apart: many values of them fit as well.");
    expect(said).toContain("3 draws of 100 did not converge; they count all the same.");
    expect(words({...old, fit: withResults(old.fit, {confounded: ["B"]})})).toContain(
      "The runs do not tell B: many values fit as well."
    );
    expect(words(old).find((text) => text.startsWith("Converged"))).toMatch(/^Converged in \d+ iterations\.$/);
  });

  test("comes with what takes away from the answer first", () => {
    const kinds = fitRemarks(old.runs, old.fit, old.uncertainty).map(({isWarning}) => isWarning);
    expect([...kinds].sort((a, b) => Number(b) - Number(a))).toEqual(kinds);
  });

  test.each([
    [
      24.2,
      "Condition number 24: the best known combination of parameters is known 24 times as well as the worst, which is good."
    ],
    [120, "Condition number 120: the best known combination of parameters is known 120 times as well as the worst."],
    [
      4321,
      "Condition number 4,300: the best known combination of parameters is known 4,300 times as well as the worst; single parameters say little, forecasts inside the runs may still be sure."
    ],
    [1e7, "Condition number over 1,000,000: at least one combination of parameters is not known at all."],
    [NaN, "Condition number over 1,000,000: at least one combination of parameters is not known at all."]
  ])("is its condition number, %s, in words", (condition, said) => expect(conditionWords(condition)).toBe(said));
});

test("the source of runs is their name and the first sentence about them", () => {
  expect(runsSource({name: "Mine"})).toBe("Runs: Mine.");
  const note = "a/b, Apache-2.0; Bhagia et al. 2024, arXiv:2412.04403. Loss: bits per byte. More.";
  expect(runsSource({name: "OLMo", note})).toBe("Runs: OLMo. a/b, Apache-2.0; Bhagia et al. 2024, arXiv:2412.04403.");
  expect(runsSource({name: "Mine", note: "no end"})).toBe("Runs: Mine. no end");
});
