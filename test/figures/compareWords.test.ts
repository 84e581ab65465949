import {describe, expect, test} from "vitest";
import {attributedRows, methodWords} from "../../src/figures/attributedRows.ts";
import {
  besideAnswer,
  differencesOf,
  hasAnswer,
  headlineOutput,
  isOfView,
  sameWords
} from "../../src/figures/differences.ts";
import {stepWords} from "../../src/figures/stepWords.ts";
import {writeInput} from "../../src/scenario/address.ts";
import {compareScenarios} from "../../src/scenario/compareScenarios.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {outputChange, outputPairs} from "../../src/simulation/outputChange.ts";
import {shippedScenario} from "../simulation/shipped.ts";
import {sampleScenario} from "./sampleRuns.ts";

const muse = await shippedScenario("muse-spark.json");
const cost = await shippedScenario("cost-per-task.json");
const set = (scenario: Scenario, address: string, value: number) =>
  writeInput(scenario, address, {value, written: value});
const planned = await shippedScenario("plan-3x.json");
const agents = await shippedScenario("contemplating.json");
const training = await shippedScenario("rl-scaling.json");
const shownAs = (scenario: Scenario, figure: Scenario["view"]["figure"]): Scenario => ({
  ...scenario,
  view: {...scenario.view, figure}
});
const said = (before: Scenario, after: Scenario) => besideAnswer(before, after).map(({id, was, now}) => [id, was, now]);
const moved = set(muse, "models.muse-spark.compute", 8e25);

describe("a step in words", () => {
  test("names the values before and after where one input changed", () => {
    expect(stepWords(muse, moved, "compute of Muse Spark")).toBe("compute of Muse Spark: 3.00×10^25 → 8.00×10^25");
  });

  test("shows intervals where they alone changed", () => {
    const wide = writeInput(moved, "models.muse-spark.compute", {value: 8e25, low: 1e25, high: 9e25, written: 8e25});
    expect(stepWords(moved, wide, "compute of Muse Spark")).toMatch(/: 8.00×10\^25 FLOP → 8.00×10\^25 FLOP \(90 %: /);
  });

  test("is its label where several inputs changed, or something that is no input", () => {
    expect(stepWords(muse, set(moved, "models.gpt-5-4.compute", 1e26), "two")).toBe("two");
    expect(stepWords(muse, {...moved, title: "Other"}, "title")).toBe("title");
    expect(stepWords(muse, muse, "nothing")).toBe("nothing");
  });
});

describe("differences beside the answer", () => {
  test("are the gain and the points of the rival in the answer, where they read otherwise", () => {
    expect(said(muse, moved)).toEqual([
      ["gain.gpt-5-4", "1.7×", "0.63×"],
      ["points.gpt-5-4", "+1.4 points", "−1.2 points"]
    ]);
    expect(differencesOf(outputPairs(muse, muse))).toEqual([]);
  });

  test("of the thresholds are the scores just under each line", () => {
    const steeper = set(muse, "recipes.llama-4.curve.aa-index.slope", 14);
    expect(said(muse, shownAs(steeper, "thresholds"))).toEqual([
      ["thresholds.eu-ai-act", expect.any(String), expect.any(String)],
      ["thresholds.sb-53", expect.any(String), expect.any(String)]
    ]);
    expect(said(muse, shownAs(moved, "thresholds"))).toEqual([]);
  });

  test("of a ladder taken apart are the gain asked about and its interval, though the ladder tells as much", async () => {
    const olmo = await shippedScenario("autopsy-olmo.json");
    expect(said(olmo, set(olmo, "plan.gain", 30))).toEqual([
      ["plan.gain", "3×", "30×"],
      ["plan.interval", "2.2× to 4.1×", "18× to 49×"]
    ]);
    expect(said(olmo, olmo)).toEqual([]);
  });

  test("of the sensitivity are that of the output it is asked of", () => {
    const asked = (scenario: Scenario): Scenario => ({
      ...scenario,
      view: {...scenario.view, figure: "sensitivity", output: "gain.claude-opus-4-6"}
    });
    expect(said(muse, asked(moved)).map(([id]) => id)).toEqual(["gain.claude-opus-4-6"]);
    expect(said(muse, shownAs(moved, "sensitivity")).map(([id]) => id)).toEqual(["gain.gpt-5-4"]);
    expect(headlineOutput(asked(muse))?.id).toBe("gain.claude-opus-4-6");
    expect(headlineOutput(shownAs(asked(muse), "ladder"))?.id).toBe("gain.gpt-5-4");
    expect(headlineOutput(shownAs(muse, "fit"))).toBeUndefined();
  });

  test("of agents are all that the answer says of their number", () => {
    expect(said(agents, set(agents, "agents.count", 2)).map(([id]) => id)).toEqual([
      "agents.score",
      "agents.overOne",
      "agents.overSingle",
      "agents.single",
      "agents.tokens",
      "agents.seconds"
    ]);
    const overOne = said(agents, set(agents, "agents.count", 2)).find(([id]) => id === "agents.overOne");
    expect(overOne?.[1]).toBe("+8.0 points");
  });

  test("of reinforcement learning are the stretch of the line, its end at the ceiling and pass@k too", () => {
    expect(said(training, set(training, "reinforcement.law.ceiling", 0.7)).map(([id]) => id)).toEqual([
      "rl.score",
      "rl.holdsFrom",
      "rl.holdsTo",
      "rl.pass1",
      "rl.passK",
      "rl.advantage"
    ]);
    const steeper = said(training, set(training, "reinforcement.law.steepness", 2));
    expect(steeper.find(([id]) => id === "rl.lineEnds")?.[1]).toBe("38,000");
  });

  test("are not to be had in a view whose section is missing", () => {
    expect(hasAnswer(shownAs(muse, "cost"))).toBe(false);
    expect(hasAnswer(shownAs(muse, "fit"))).toBe(false);
    expect(hasAnswer(shownAs(cost, "cost"))).toBe(true);
    expect(hasAnswer(muse)).toBe(true);
  });

  test("of claims are the verdicts", () => {
    const changed = said(muse, shownAs(moved, "claims"));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every(([id]) => id?.startsWith("claims."))).toBe(true);
    expect(said(muse, shownAs(muse, "claims"))).toEqual([]);
    const {claims: _, ...rest} = muse;
    const without = said(muse, shownAs({...rest, claims: []}, "claims"));
    expect(without.every(([, , now]) => now === "not there")).toBe(true);
  });

  test("of a plan are its power and the smallest gain it tells", () => {
    const noisy = set(planned, "plan.noise", 0.006);
    const [power, smallest] = said(planned, noisy);
    expect(power?.[0]).toBe("plan.power");
    expect(power?.[1]).toMatch(/^88\.\d %$/);
    expect(Number.parseFloat(power?.[2] ?? "")).toBeLessThan(80);
    expect(smallest?.[0]).toBe("plan.smallest");
    expect(Number.parseFloat(smallest?.[2] ?? "")).toBeGreaterThan(Number.parseFloat(smallest?.[1] ?? ""));
  });

  test("of a plan that tells no gain at all say that there is none", () => {
    const pairs = outputPairs(planned, set(planned, "plan.noise", 0.02), (id) => id === "plan.smallest");
    expect(differencesOf(pairs).map(({now}) => now)).toEqual(["none"]);
  });

  test("of a fit are its law, where it points and the runs it takes", () => {
    const before = sampleScenario();
    const fewer = sampleScenario({without: {rows: [], largest: 2}});
    const ids = said(before, fewer).map(([id]) => id);
    expect(ids).toContain("fit.level");
    expect(ids).toContain("fit.runs");
    expect(said(before, before)).toEqual([]);
    const {runs: _, ...none} = before;
    expect(said(before, none).every(([, , now]) => now === "not there")).toBe(true);
  });

  test("in the view of a section are that section's outputs", () => {
    const ids = outputPairs(cost, cost, (id) => isOfView("cost", id)).map(({id}) => id);
    expect(ids.length).toBeGreaterThan(2);
    expect(ids.every((id) => id.startsWith("cost."))).toBe(true);
  });
});

describe("where no number of an answer reads otherwise", () => {
  test("it is not said of intervals, which may be others", () => {
    const narrower = writeInput(muse, "models.muse-spark.compute", {
      value: 3e25,
      low: 2.9e25,
      high: 3.1e25,
      written: ""
    });
    expect(said(muse, narrower)).toEqual([]);
    expect(sameWords(muse, narrower)).toBe(
      "The middle numbers of this view’s answer are the same; intervals of inputs differ: Muse Spark, compute."
    );
    expect(sameWords(muse, {...muse, title: "Another"})).toBe("The middle numbers of this view’s answer are the same.");
    expect(sameWords(muse, shownAs(muse, "thresholds"))).toBe("The numbers of this view’s answer are the same.");
  });

  test("three inputs are named and the others counted", () => {
    const changed = muse.models
      .slice(0, 5)
      .reduce(
        (scenario, {id}) =>
          writeInput(scenario, `models.${id}.compute`, {value: 3e25, low: 2.9e25, high: 3.1e25, written: ""}),
        muse
      );
    expect(sameWords(muse, changed)).toMatch(/differ: [^;]+; [^;]+; [^;]+ and 2 more\.$/);
  });
});

describe("the parts of a change", () => {
  const rowsOf = (before: Scenario, after: Scenario) => {
    const change = outputChange(before, after, "gain.gpt-5-4");
    if (change === undefined) throw new Error("no change");
    return {change, rows: attributedRows(change, compareScenarios(before, after))};
  };

  test("stand with the largest first, and bars that begin at no change", () => {
    const {change, rows} = rowsOf(muse, set(moved, "models.gpt-5-4.compute", 1e26));
    expect(rows.map(({label, words}) => `${label}: ${words}`)).toEqual([
      "GPT-5.4, compute: times 0.33",
      "Muse Spark, compute: times 0.38"
    ]);
    expect(rows.map(({to}) => to)).toEqual([100, 100]);
    expect(rows[0]?.from).toBe(0);
    expect(methodWords(change)).toContain("Shapley");
  });

  test("end with inputs that move nothing", () => {
    const {rows} = rowsOf(muse, set(moved, "models.claude-opus-4-6.compute", 1e26));
    expect(rows.at(-1)?.words).toBe("moves nothing here");
  });

  test("are none where nothing moves the output, which is said", () => {
    expect(methodWords(rowsOf(muse, muse).change)).toBe("No input that differs moves it.");
  });
});
