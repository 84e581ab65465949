import {describe, expect, test} from "vitest";
import {
  commonLevel,
  gainAtCompute,
  ladderGainAnswer,
  shareText,
  trendWords
} from "../../src/figures/ladderGainWords.ts";
import type {GainAtLevel, LadderComparison, LadderGain} from "../../src/fitting/compareLadders.ts";
import {fitted, quantity, sampleScenario} from "./sampleRuns.ts";

const {uncertainty} = fitted(sampleScenario({draws: 50, target: quantity(1e22)}));

const level = (changes: Partial<GainAtLevel> = {}): GainAtLevel => ({
  level: 2.5,
  log10Reference: 20,
  log10Gain: Math.log10(3),
  spread: {low: Math.log10(2), median: Math.log10(3), high: Math.log10(4)},
  above: [1, 0.5, 0],
  isInside: true,
  ...changes
});
const steady = {central: 0.005, low: -0.014, median: 0.004, high: 0.025};
const gain = (levels: readonly GainAtLevel[], trend: LadderGain["trend"] = steady): LadderGain => ({
  name: "new",
  levels,
  trend
});
const answer = (of: LadderGain, changes: Partial<LadderComparison> = {}) => {
  const result = uncertainty.comparison;
  if (result?.ok !== true) throw new Error("no comparison");
  const comparison = {...result.comparison, gains: [of], ...changes};
  return ladderGainAnswer({...uncertainty, comparison: {ok: true, comparison}});
};
const sentences = (of: LadderGain) => {
  const found = answer(of);
  return found.kind === "gains" ? (found.rows[0]?.sentences ?? []) : [];
};

test.each([
  [0, "none"],
  [1, "all"],
  [0.001, "under 1 %"],
  [0.999, "over 99 %"],
  [0.617, "62 %"],
  [NaN, "no number"]
])("a share of the draws of %s is %s", (share, text) => expect(shareText(share)).toBe(text));

describe("a trend", () => {
  test("that spans 1 cannot be told from constant", () =>
    expect(trendWords(steady)).toBe(
      "cannot be told from constant: 1.01× per tenfold of compute (90 %: 0.97× to 1.06×)"
    ));
  test("wholly above 1 grows with scale, wholly below shrinks", () => {
    expect(trendWords({central: 0.1, low: 0.05, median: 0.1, high: 0.4})).toBe(
      "changes with scale: it grows by 1.26× per tenfold of compute (90 %: 1.12× to 2.5×)"
    );
    expect(trendWords({central: -0.1, low: -0.2, median: -0.1, high: -0.05})).toBe(
      "changes with scale: it shrinks, by 0.79× per tenfold of compute (90 %: 0.63× to 0.89×)"
    );
  });
  test("of too few levels cannot be told", () => {
    const none = {central: NaN, low: NaN, median: NaN, high: NaN};
    expect(trendWords(none)).toBe("whether it changes with scale cannot be told: the ladders share too few levels");
    expect(sentences(gain([level()], none)).at(-1)).toBe(
      "Whether the gain changes with scale cannot be told: the ladders share too few levels."
    );
  });
});

test("the gain is said at the lowest loss that both ladders reach and at the target, with shares of the draws", () => {
  const levels = [
    level(),
    level({level: 2.4, log10Reference: 21, isInside: false}),
    level({level: 2.3, log10Reference: 23, isInside: false})
  ];
  expect(sentences(gain(levels))).toEqual([
    "At a loss of 2.500, the lowest that both ladders reach, new takes 3× less compute than old (90 %: 2× to 4×). It is above 1× in all, above 3× in 50 %, above 10× in none of the draws.",
    "At a loss of 2.350, which old reaches at the target, new takes 3× less compute than old (90 %: 2× to 4×). It is above 1× in all, above 3× in 50 %, above 10× in none of the draws.",
    "The gain cannot be told from constant: 1.01× per tenfold of compute (90 %: 0.97× to 1.06×)."
  ]);
  const found = answer(gain(levels));
  expect(found.kind === "gains" && found.rows[0]?.common).toMatchObject({
    gain: "3×",
    interval: "2× to 4×",
    verdict: {words: "needs less compute, at least 2×"},
    above: [
      {mark: "1×", share: "all"},
      {mark: "3×", share: "50 %"},
      {mark: "10×", share: "none"}
    ],
    isInside: true
  });
});

test("a gain below 1 is no less compute, and one of which draws never get there has no interval", () => {
  expect(sentences(gain([level({log10Gain: Math.log10(0.8), spread: undefined})]))[0]).toMatch(
    /new has a gain of 0\.8× over old, without an interval, since some draws never get there\./
  );
});

test("a loss that a ladder never reaches has no factor", () => {
  expect(sentences(gain([level({log10Gain: Infinity})]))[0]).toBe(
    "At a loss of 2.500, the lowest that both ladders reach, old never gets there: no factor would do."
  );
  expect(sentences(gain([level({log10Gain: -Infinity})]))[0]).toBe(
    "At a loss of 2.500, the lowest that both ladders reach, new never gets there."
  );
});

test("ladders that share no loss are said to", () =>
  expect(sentences(gain([level({isInside: false})]))[0]).toBe(
    "new and old share no loss: every gain between them is extrapolated."
  ));

test("a comparison that fails says why, one that did not converge says so, and without one there is none", () => {
  expect(ladderGainAnswer({...uncertainty, comparison: {ok: false, message: "old: there are 2"}})).toEqual({
    kind: "failed",
    message: "No comparison: old: there are 2."
  });
  expect(answer(gain([level()]), {converged: false})).toMatchObject({
    remark: "The ladders’ fit did not converge: a better one may exist."
  });
  expect(answer(gain([level()]))).toMatchObject({remark: ""});
  expect(ladderGainAnswer({...uncertainty, comparison: undefined})).toEqual({kind: "none"});
  expect(ladderGainAnswer(undefined)).toEqual({kind: "none"});
});

test("the gain between two levels lies between theirs, and off the levels there is none", () => {
  const levels = [level(), level({log10Reference: 22, log10Gain: 1, spread: undefined, isInside: false})];
  expect(gainAtCompute(gain(levels), 1e21)).toMatchObject({log10Reference: 21, spread: undefined, isInside: false});
  expect(gainAtCompute(gain(levels), 1e21)?.log10Gain).toBeCloseTo((Math.log10(3) + 1) / 2, 12);
  expect(gainAtCompute(gain(levels), 1e20)?.log10Gain).toBe(Math.log10(3));
  expect(gainAtCompute(gain(levels), 1e22)?.log10Gain).toBe(1);
  expect([gainAtCompute(gain(levels), 1e19), gainAtCompute(gain(levels), 1e23), gainAtCompute(gain([]), 1e20)]).toEqual(
    [undefined, undefined, undefined]
  );
  expect(commonLevel(gain(levels))).toBe(levels[0]);
});
