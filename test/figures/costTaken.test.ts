import {describe, expect, test} from "vitest";
import {layoutFigure} from "../../src/chart/layout.ts";
import {overlaps} from "../../src/chart/overlaps.ts";
import {costAnswer, costTitle} from "../../src/figures/costAnswer.ts";
import {costFormulas} from "../../src/figures/costFormulas.ts";
import {costTable} from "../../src/figures/costTable.ts";
import {factorBasis, whatCameFromWhere} from "../../src/figures/pipelineWords.ts";
import {pipelineFigure} from "../../src/figures/pipelineFigure.ts";
import {takenFrom} from "../../src/figures/takenWords.ts";
import {asString} from "../../src/figures/wording.ts";
import {writeInput} from "../../src/scenario/address.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {costReport} from "../../src/simulation/costNumbers.ts";
import {drawCosts, undrawnCosts} from "../../src/simulation/costUncertainty.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const few = {seed: 7, draws: 200};
const contemplating: Scenario = {...(await shippedScenario("contemplating.json")), uncertainty: few};
const compression: Scenario = {...(await shippedScenario("thought-compression.json")), uncertainty: few};
const drawn = drawCosts(contemplating);
const number = (value: number) => ({value, written: value});
const central = (scenario: Scenario) => costReport(scenario, undrawnCosts)!;

/** Contemplating against a setup of its own numbers, whose score is of the index. */
const mixed: Scenario = {
  ...contemplating,
  cost: {
    ...contemplating.cost!,
    setups: contemplating.cost!.setups.map((setup) => {
      const {takes: _, ...stated} = setup;
      return setup.id === "one" ? {...stated, input: number(500), output: number(20_000)} : setup;
    })
  }
};

describe("words of a setup that takes its work", () => {
  test("say from which view, how many agents and tokens, and that they are placed", () => {
    const told = central(contemplating).setups.map((setup) => takenFrom(contemplating, setup)?.text);
    expect(told).toEqual([
      "one agent, 20,000 tokens, as placed there",
      "16 agents, 20,000 tokens each, and 2,000 tokens to join their answers, as placed there",
      "one agent that writes as many tokens as all, 322,000 tokens, as placed there"
    ]);
    const four = writeInput(contemplating, "agents.count", number(4));
    expect(takenFrom(four, central(four).setups[1]!)?.text).toMatch(/^4 agents, /);
  });

  test("say which penalty picked the length", () => {
    const told = central(compression).setups.map((setup) => takenFrom(compression, setup)!);
    expect(told.map(({name}) => name)).toEqual(["Thinking", "Thinking"]);
    expect(told[0]!.text).toMatch(/^the length picked without a penalty, [\d,]+ tokens on average, as placed there$/);
    expect(told[1]!.text).toMatch(/^the length picked by the penalty “A price per token”, after compression, /);
  });

  test("answer with assumptions first, dollars and scores of both, and that one training stands behind both", () => {
    const {body, verdict, condition} = costAnswer(contemplating, undrawnCosts)!;
    expect(body).toBe(
      "At the price of a later version, its tokens as placed in Agents, its training compute as placed and spread over 1B tasks, a task of Muse Spark (Contemplating) costs $1.46 at 58.0 % on HLE with tools, and one of Muse Spark alone $0.149 at 50.0 %; what sets their costs apart is "
    );
    expect(verdict).toBe("the serving bill, not the training");
    expect(condition).toMatch(/^Both run one training, which is 4\.4 % of the cost of a task/);
    expect(costTitle(contemplating, undrawnCosts).subtitle).toMatch(
      /Training is 4\.4 % of it, the same training for both\.$/
    );
  });

  test("say that nothing sets the costs apart of two that are served and trained alike", () => {
    const {body, verdict} = costAnswer(writeInput(contemplating, "agents.count", number(1)), undrawnCosts)!;
    expect(body).toMatch(/costs \$0\.149 .* and one of Muse Spark alone \$0\.149 .*; what sets their costs apart is $/);
    expect(verdict).toBe("nothing: both are served and trained alike");
  });

  test("say what came from where: agents, joining step, waiting for the slowest, and the scores", () => {
    const {serving, same, training, gain, seconds, scores} = whatCameFromWhere(contemplating, central(contemplating))!;
    expect(serving).toMatch(/the serving bill of a task is 16× as large: agents 16×, joining step 1\.02×\.$/);
    expect(same).toBe("The same for both: tokens written by an agent, tokens read by an agent, price per token.");
    const alone = whatCameFromWhere(compression, central(compression))!;
    expect(alone.same).toBe("The same for both: tokens read, price per token.");
    expect(training).toContain("whose share adds $0.0637 to a task of either: no training gain stands between them");
    expect(gain).toBeUndefined();
    expect(seconds).toBe(
      "A task takes 458 s in place of 252 s, 1.8× as long: waiting for the slowest agent 1.7×, joining step 1.1×."
    );
    expect(scores).toBe("On HLE with tools Muse Spark (Contemplating) scores 58.0 %, Muse Spark alone 50.0 %.");
  });

  test("do not compare scores of two measures", () => {
    const apart = "Their scores are of two measures, AA Intelligence Index and HLE with tools, and do not compare.";
    expect(whatCameFromWhere(mixed, central(mixed))!.scores).toBe(apart);
    expect(costAnswer(mixed, undrawnCosts)!.condition).toContain(apart);
    expect(costAnswer(mixed, undrawnCosts)!.body).toContain("at a score of 52.15");
  });

  test("name the sources of a factor, and where it is placed", () => {
    const report = central(contemplating);
    expect(factorBasis(contemplating, report, "agents", "press only")).toBe("press only; placed in Agents");
    expect(factorBasis(contemplating, report, "joining", "")).toBe("placed in Agents");
    expect(factorBasis(compression, central(compression), "output", "")).toBe("placed in Thinking");
    expect(factorBasis(compression, central(compression), "input", "assumed")).toBe("assumed");
  });

  test("write the bill with the joining step in it", () => {
    const bill = costFormulas(contemplating, central(contemplating)).find(({name}) => name === "The bill of a task")!;
    expect(asString(bill.numbers)).toBe(
      "Muse Spark (Contemplating): ((16 × 500 + 16.5k) × $1.25 + (16 × 20k + 2k) × $4.25 a million) = $1.40"
    );
  });
});

describe("the waterfall between one agent and all", () => {
  test("stands of the bill and the seconds, not of the one training", () => {
    expect(pipelineFigure(contemplating, drawn, "training")).toBeUndefined();
    expect(pipelineFigure(contemplating, drawn, "seconds")!.y.rows!.map(({name}) => name)).toEqual([
      "waiting for the slowest agent",
      "joining step",
      "the seconds of a task"
    ]);
    expect(pipelineFigure(contemplating, drawn, "serving")!.y.rows!.map(({name}) => name)).toContain("joining step");
  });

  test.each([
    ["contemplating", contemplating, drawn],
    ["compression", compression, drawCosts(compression)]
  ] as const)("of %s labels every bar, and no label lies on another", (_, scenario, intervals) => {
    for (const part of ["total", "serving", "seconds"] as const) {
      const figure = pipelineFigure(scenario, intervals, part);
      if (figure === undefined) continue;
      for (const [width, height] of [
        [900, 420],
        [440, 420],
        [350, 430]
      ] as const) {
        const placed = layoutFigure(figure, {width, height, chrome: "page"});
        expect(overlaps(placed)).toEqual([]);
        for (const bar of placed.bars) expect(bar.labels, `${part} ${width}: ${bar.id}`).toHaveLength(1);
      }
    }
  });
});

test("the table holds the joining step, the factors of the seconds, and what is taken from where", () => {
  const rows = costTable(contemplating, drawn)!;
  const find = (part: string, quantity: string, of?: string) =>
    rows.find((row) => row[0] === part && row[2] === quantity && (of === undefined || row[1] === of))!;
  expect(find("setup", "tokens written by the joining step", "Muse Spark (Contemplating)")[4]).toBe(2000);
  expect(find("setup", "tokens written by an agent", "Muse Spark alone")[7]).toBe("taken from agents");
  expect(find("setup", "score", "Muse Spark alone")[3]).toBe("share of 1, HLE with tools");
  expect(find("pipeline, of the seconds", "waiting for the slowest agent")[4]).toBeCloseTo(1.7, 1);
  expect(find("setup", "tokens written by the joining step", "Muse Spark alone")).toBeUndefined();
  expect(find("pipeline, of the seconds", "tokens written")).toBeUndefined();
  expect(find("pipeline, serving share", "price per token")).toBeUndefined();
});
