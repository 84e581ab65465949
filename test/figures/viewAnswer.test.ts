import {describe, expect, test} from "vitest";
import {shareRows} from "../../src/figures/sensitivity.ts";
import {simulate, simulateUncertainty} from "../../src/figures/view.ts";
import type {ViewName} from "../../src/figures/view.ts";
import {viewAnswer} from "../../src/figures/viewAnswer.ts";
import {asString} from "../../src/figures/wording.ts";
import {shippedScenario} from "../simulation/shipped.ts";
import {sampleScenario} from "./sampleRuns.ts";

const said = (scenario: Awaited<ReturnType<typeof shippedScenario>>, view: ViewName) => {
  const answer = viewAnswer(scenario, view, simulate(scenario, view), simulateUncertainty(scenario, view));
  return answer && asString(answer.body) + (answer.verdict ?? "");
};

const short = {draws: 200, seed: 7} as const;

describe("what a view says to readers elsewhere", () => {
  test.each([
    [
      "muse-spark.json",
      "ladder",
      /^With 6 points per tenfold compute and the compute as placed, Muse Spark’s recipe reach/
    ],
    ["muse-spark.json", "claims", /^With 6 points per tenfold/],
    ["muse-spark.json", "gain", /^At 57\.18, Muse Spark’s curve takes 1\.7× less compute than GPT-5\.4’s/],
    ["muse-spark.json", "thresholds", /^With a recipe ten times as efficient/],
    [
      "muse-spark.json",
      "sensitivity",
      /of what is not known about the gain against GPT-5\.4 is the compute of Muse Spark$/
    ],
    ["rl-scaling.json", "rl", /^As placed, 20,000 GPU-hours bring/],
    ["thought-compression.json", "thinking", /^As placed, “A price per token” picks/],
    ["contemplating.json", "agents", /^As placed, 16 agents solve 58\.0 % of HLE/],
    ["cost-per-task.json", "cost", /a task of Muse Spark costs .* no factor of the serving bill$/],
    ["plan-3x.json", "plan", /^As placed, a ladder of 39 runs on 7 and 8 rungs .* told from no gain$/]
  ] as const)("%s, %s, is the answer of that very view, and of nobody’s own placing", async (file, view, words) => {
    const scenario = await shippedScenario(file);
    const answer = said({...scenario, uncertainty: {...scenario.uncertainty, ...short}}, view);
    expect(answer).toMatch(words);
    expect(answer).not.toMatch(/you placed|on its way|\.$/);
  });

  test("of a fit is what the law says, and nothing where there are no runs", async () => {
    expect(said(sampleScenario({draws: 20}), "fit")).toMatch(/FLOP the law says .* beyond the largest run$/);
    expect(said(await shippedScenario("muse-spark.json"), "fit")).toBeUndefined();
  });
});

test("a share with others is never said to be less than the part alone, which chance can make it", async () => {
  const scenario = await shippedScenario("muse-spark.json");
  const found = simulateUncertainty(scenario, "sensitivity").sensitivity;
  if (found === undefined) throw new Error("no sensitivity");
  const shares = found.shares.map((share) => ({...share, first: 0.51, total: 0.5}));
  expect(shareRows(scenario, {...found, shares}).every(({first, total}) => total >= first)).toBe(true);
});
