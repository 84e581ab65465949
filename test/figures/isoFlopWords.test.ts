import {expect, test} from "vitest";
import {isoFlopAnswer} from "../../src/figures/isoFlopWords.ts";
import type {IsoFlopFit} from "../../src/fitting/isoFlopFit.ts";
import {fitted, sampleScenario} from "./sampleRuns.ts";

const {uncertainty} = fitted(sampleScenario({draws: 50, recipe: "old"}));

function answer(biases: readonly (number | undefined)[], changes: Partial<IsoFlopFit> = {}) {
  const fit: IsoFlopFit = {
    budgets: biases.map((bias, i) => ({
      C: 10 ** (18 + i),
      runs: [5 * i, 5 * i + 1],
      near: [],
      minimum: {N: 1.2e9, loss: 2.5, curvature: 0.1, isOutside: false, ...(bias === undefined ? {} : {bias})}
    })),
    exponent: 0.504,
    log10Coefficient: 0,
    spread: {low: 0.461, median: 0.5, high: 0.529},
    ...changes
  };
  const found = isoFlopAnswer({...uncertainty, isoFlop: {ok: true, fit}});
  if (found.kind !== "minima") throw new Error(found.kind);
  return found;
}

test("the exponent stands with its interval beside that of the fitted law", () => {
  expect(answer([1, 1], {parametric: 0.482}).sentence).toBe(
    "Through the lowest points of 2 budgets the optimal size grows with compute to the power 0.50 (90 %: 0.46 to 0.53); the fitted law says 0.48."
  );
  expect(answer([1, 1], {spread: undefined}).sentence).toBe(
    "Through the lowest points of 2 budgets the optimal size grows with compute to the power 0.50."
  );
});

test.each([
  [[1.03, 1.08], "has 3 % to 8 % more parameters than a parabola finds."],
  [[0.92, 0.97], "has 3 % to 8 % fewer parameters than a parabola finds."],
  [[0.97, 1.05], "has between 3 % fewer and 5 % more parameters than a parabola finds."],
  [[1.08, 1.081], "has 8 % more parameters than a parabola finds."],
  [[0.99, 1.01], "here its lowest point lies within 2 % of the fitted law’s optimum."],
  [[undefined, undefined], "its lowest point may lie beside the true optimum."]
])("the bias of parabolas, %s, is told", (biases, end) => {
  expect(answer(biases).bias.endsWith(end)).toBe(true);
  expect(answer(biases).bias.startsWith("A parabola is no law")).toBe(true);
});

test("each budget has a row with its lowest point, or why it has none", () => {
  const budgets: IsoFlopFit["budgets"] = [
    {C: 1e18, runs: [0, 1], near: [], minimum: undefined, message: "2 sizes; a parabola needs 4"},
    {
      C: 1e19,
      runs: [2, 3, 4, 5],
      near: [],
      minimum: {N: 1.2e9, loss: 2.5, curvature: 0.1, isOutside: true, bias: 1.08}
    },
    {C: 1e20, runs: [6, 7, 8, 9], near: [], minimum: {N: 3e9, loss: 2.4, curvature: 0.1, isOutside: false, bias: 0.96}},
    {
      C: 1e21,
      runs: [10, 11, 12, 13],
      near: [],
      minimum: {N: 9e9, loss: 2.3, curvature: 0.1, isOutside: false, bias: 1.001}
    }
  ];
  expect(answer([], {budgets}).rows).toEqual([
    {C: 1e18, runs: 2, N: "", loss: "", bias: "", remark: "2 sizes; a parabola needs 4"},
    {
      C: 1e19,
      runs: 4,
      N: "1.2B",
      loss: "2.500",
      bias: "+8 %",
      remark: "lowest point outside the sizes that were run: not used"
    },
    {C: 1e20, runs: 4, N: "3B", loss: "2.400", bias: "−4 %", remark: ""},
    {C: 1e21, runs: 4, N: "9B", loss: "2.300", bias: "0 %", remark: ""}
  ]);
});

test("without two budgets there is a reason, and without runs nothing", () => {
  expect(isoFlopAnswer({...uncertainty, isoFlop: {ok: false, message: "isoFLOP minima need two budgets"}})).toEqual({
    kind: "failed",
    message: "No isoFLOP curves: isoFLOP minima need two budgets."
  });
  expect([isoFlopAnswer({...uncertainty, isoFlop: undefined}), isoFlopAnswer(undefined)]).toEqual([
    {kind: "none"},
    {kind: "none"}
  ]);
});
