import {describe, expect, test} from "vitest";
import {agentsText} from "../../src/cli/agentsText.ts";
import {writeInput} from "../../src/scenario/address.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import type {Takes} from "../../src/scenario/takesSchema.ts";
import {agentsAtHand} from "../../src/simulation/agents.ts";
import {agentsUncertainty} from "../../src/simulation/agentsUncertainty.ts";
import {costs, costUncertainty} from "../../src/simulation/cost.ts";
import {costLifetime} from "../../src/simulation/costLifetime.ts";
import {costReport} from "../../src/simulation/costNumbers.ts";
import {outputInterval} from "../../src/simulation/outputInterval.ts";
import {outputsOf} from "../../src/simulation/outputs.ts";
import {pipeline} from "../../src/simulation/pipeline.ts";
import {drawCosts} from "../../src/simulation/costUncertainty.ts";
import {thinking} from "../../src/simulation/thinking.ts";
import {thinkingUncertainty} from "../../src/simulation/thinkingUncertainty.ts";
import {relativeError} from "../numerics/relative.ts";
import {shippedScenario} from "./shipped.ts";

const contemplating = await shippedScenario("contemplating.json");
const compression = await shippedScenario("thought-compression.json");
const number = (value: number) => ({value, written: value});

const numbersOf = (scenario: Scenario, id: string) => {
  const found = costs(scenario)?.setups.find(({setup}) => setup.id === id);
  if (found === undefined) throw new Error(id);
  return found.numbers;
};

/** The scenario with one setup that takes its work so. */
const taking = (scenario: Scenario, takes: Takes): Scenario => ({
  ...scenario,
  cost: {...scenario.cost!, setups: scenario.cost!.setups.map((setup) => ({...setup, takes}))}
});

describe("work taken from the agents", () => {
  test.each([1, 2, 4, 16, 64])("of %i agents is what the section says of them: score, tokens and seconds", (count) => {
    const scenario = writeInput(contemplating, "agents.count", number(count));
    const rows = agentsAtHand(scenario)!.rows;
    const [one, all] = [rows[0]!, rows[count - 1]!];
    const [alone, group, longer] = ["one", "group", "longer"].map((id) => numbersOf(scenario, id)) as [
      ReturnType<typeof numbersOf>,
      ReturnType<typeof numbersOf>,
      ReturnType<typeof numbersOf>
    ];
    expect([alone.score, alone.seconds, alone.output]).toEqual([one.score, one.seconds, one.output]);
    expect([group.score, group.agents]).toEqual([all.score, count]);
    expect(relativeError(group.seconds, all.seconds!)).toBeLessThan(1e-12);
    expect(relativeError(group.agents * group.output + group.joiningOutput, all.output)).toBeLessThan(1e-12);
    expect(relativeError(group.agents * group.input + group.joiningInput, all.input!)).toBeLessThan(1e-12);
    expect([longer.score, longer.output, longer.agents]).toEqual([all.single, all.output, 1]);
    expect(relativeError(longer.seconds, all.singleSeconds!)).toBeLessThan(1e-12);
  });

  test("has the intervals that the section shows, from as many draws", () => {
    const drawn = costUncertainty(contemplating)!;
    const section = agentsUncertainty(contemplating)!;
    expect(drawCosts(contemplating).draws).toBe(section.draws);
    expect(drawn.get("group")!.score).toEqual(section.atCount);
    const at = (band: typeof section.seconds, agents: number) => band!.find(({x}) => x === agents)!;
    const [seconds, single] = [at(section.seconds, 16), at(section.singleSeconds, 16)];
    expect(relativeError(drawn.get("group")!.seconds!.low, seconds.low)).toBeLessThan(1e-12);
    expect(relativeError(drawn.get("group")!.seconds!.high, seconds.high)).toBeLessThan(1e-12);
    expect(relativeError(drawn.get("longer")!.seconds!.high, single.high)).toBeLessThan(1e-12);
    expect(drawn.get("longer")!.score!.low).toBe(at(section.single, 16).low);
  }, 60_000);

  test("is what `ladder agents` prints of the same file", () => {
    const lines = agentsText(contemplating)!.lines;
    const {score, agents, output, joiningOutput} = numbersOf(contemplating, "group");
    const written = `${Math.round((agents * output + joiningOutput) / 1000)}k tokens`;
    const line = lines.find((text) => text.startsWith("16 agents:"));
    expect(line).toContain(`16 agents: ${(100 * score).toFixed(1)} %`);
    expect(line).toContain(written);
  }, 60_000);

  test("bills the group for the joining step too", () => {
    const {servingDollars, inputPrice, outputPrice} = numbersOf(contemplating, "group");
    const written = 16 * 20_000 + 2000;
    const read = 16 * 500 + 500 + 16 * 1000;
    expect(relativeError(servingDollars, written * outputPrice + read * inputPrice)).toBeLessThan(1e-12);
    expect([inputPrice, outputPrice]).toEqual([1.25e-6, 4.25e-6]);
  });

  test.each([
    ["agents.count", number(4)],
    ["agents.work.tokens", number(40_000)],
    ["agents.work.joining", number(8000)]
  ])("%s moves its dollars, its seconds and the waterfall", (address, quantity) => {
    const moved = writeInput(contemplating, address, quantity);
    for (const key of ["dollars", "seconds"] as const) {
      expect(numbersOf(moved, "group")[key]).not.toBe(numbersOf(contemplating, "group")[key]);
    }
    expect(pipeline(moved)!.after.serving).toBe(numbersOf(moved, "group").servingDollars);
    const few = {seed: 7, draws: 200};
    expect(outputInterval({...moved, uncertainty: few}, "cost.group")).not.toEqual(
      outputInterval({...contemplating, uncertainty: few}, "cost.group")
    );
  });

  test("is taken apart into tokens, agents and the joining step, which multiply to the whole", () => {
    const {factors, secondsFactors, before, after, seconds, isTrainedOnce} = pipeline(contemplating)!;
    const own = (name: string) => factors.find((factor) => factor.name === name)!;
    expect(factors.map(({name}) => name)).toEqual(["output", "input", "agents", "joining", "price"]);
    expect(own("agents").ofServing).toBeCloseTo(16, 12);
    expect(own("joining").ofServing).toBeGreaterThan(1);
    const product = factors.reduce((whole, {ofServing}) => whole * ofServing, 1);
    expect(relativeError(product, after.serving / before.serving)).toBeLessThan(1e-12);
    const total = factors.reduce((whole, {ofTotal}) => whole * ofTotal, 1);
    expect(relativeError(total, after.total / before.total)).toBeLessThan(1e-12);
    expect(secondsFactors.map(({name}) => name)).toEqual(["output", "agents", "joining"]);
    const time = secondsFactors.reduce((whole, {value}) => whole * value, 1);
    expect(relativeError(time, seconds.after / seconds.before)).toBeLessThan(1e-12);
    expect(isTrainedOnce).toBe(true);
    expect(own("output").evidence).toContain("contemplating-latency");
    expect(own("agents").evidence).toContain("contemplating-agents-16");
  });

  test("is served over a life with all that its agents and the joining step read and write", () => {
    const lifetime = {law: "besiroglu2024" as const, loss: number(2), of: "group"};
    const {served} = costLifetime({...contemplating, cost: {...contemplating.cost!, lifetime}})!;
    expect(relativeError(served, 1e9 * (16 * (500 + 20_000) + 500 + 16 * 1000 + 2000))).toBeLessThan(1e-12);
  });

  test("at one price of both leaves the width of the price out of what sets them apart", () => {
    const {factors, ratios} = drawCosts({...contemplating, uncertainty: {seed: 7, draws: 400}}).pipeline!;
    expect(factors.price?.own).toEqual({low: 1, median: 1, high: 1});
    expect(ratios.serving!.high / ratios.serving!.low).toBeLessThan(1.2);
  });
});

describe("work taken from thinking", () => {
  test("is the mean length that a penalty picks, and the accuracy there", () => {
    const {penalties} = thinking(compression)!;
    for (const {id, tokens, accuracy} of penalties) {
      const {output, score, agents} = numbersOf(taking(compression, {section: "thinking", penalty: id}), "before");
      expect([id, output, score, agents]).toEqual([id, tokens, accuracy, 1]);
    }
  });

  test("is the longest thought where no penalty is named", () => {
    const {output, score} = numbersOf(taking(compression, {section: "thinking"}), "before");
    expect(output).toBe(64_000);
    expect(score).toBe(thinking(compression)!.rows.at(-1)!.mixed);
    const shorter = numbersOf(taking(compression, {section: "thinking", compressed: true}), "before");
    expect(shorter.score).toBe(thinking(compression)!.rows.at(-1)!.compressed);
  });

  test("has the intervals of length and accuracy that the section shows", () => {
    const scenario = taking(compression, {section: "thinking", penalty: "lambda"});
    const own = costUncertainty(scenario)!.get("before")!;
    const {tokens, accuracy} = thinkingUncertainty(scenario)!.penalties.find(({id}) => id === "lambda")!;
    expect([own.output, own.score]).toEqual([tokens, accuracy]);
  }, 60_000);

  test("of the longest thought has the interval that the curve of the section has there", () => {
    const scenario = taking(compression, {section: "thinking"});
    const {low, high} = thinkingUncertainty(scenario)!.mixed.at(-1)!;
    expect(costUncertainty(scenario)!.get("before")!.score).toMatchObject({low, high});
  }, 60_000);

  test("makes every output of the costs a long one, those of setups with work of their own too", () => {
    const {takes: _, ...stated} = compression.cost!.setups[0]!;
    const own = {...stated, output: number(20_000)};
    const mixed = {...compression, cost: {...compression.cost!, setups: [own, compression.cost!.setups[1]!]}};
    const [before, after] = outputsOf(mixed).filter(({id}) => id.startsWith("cost."));
    expect([before, after].map((output) => [output?.isHeavy, output?.draws])).toEqual([
      [true, {most: 1000}],
      [true, {most: 1000}]
    ]);
    const alone = {...compression, cost: {...compression.cost!, setups: [own]}};
    expect(outputsOf(alone).find(({id}) => id === "cost.before")?.isHeavy).toBeUndefined();
  });

  test("moves with the penalty and with compression", () => {
    const dearer = writeInput(compression, "thinking.penalties.lambda.perToken", number(2e-5));
    expect(numbersOf(dearer, "after").output).toBeLessThan(numbersOf(compression, "after").output);
    expect(numbersOf(dearer, "before")).toEqual(numbersOf(compression, "before"));
    const less = writeInput(compression, "thinking.compressed.factors.easy", number(1));
    expect(numbersOf(less, "after").dollars).toBeGreaterThan(numbersOf(compression, "after").dollars);
  });
});

describe("the measure of a score", () => {
  test("is the metric on show, or that of the section", () => {
    const report = costReport(contemplating)!;
    expect(report.setups[0]!.measure).toEqual({id: "HLE with tools", name: "HLE with tools", kind: "share"});
    expect(report.pipeline!.isOneMeasure).toBe(true);
  }, 60_000);

  test("of two setups that differ keeps them from being compared", () => {
    const {takes: _, pricesOf: _one, ...stated} = contemplating.cost!.setups[1]!;
    const own = {...stated, input: number(500), output: number(20_000)};
    const mixed = {
      ...contemplating,
      uncertainty: {seed: 7, draws: 100},
      cost: {...contemplating.cost!, setups: [contemplating.cost!.setups[0]!, own]}
    };
    const {isOneMeasure, measures} = costReport(mixed)!.pipeline!;
    expect(isOneMeasure).toBe(false);
    expect([measures.from.name, measures.to.name]).toEqual(["HLE with tools", "AA Intelligence Index"]);
  });
});
