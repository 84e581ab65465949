import {describe, expect, test} from "vitest";
import {asString} from "../../src/figures/wording.ts";
import {outputText} from "../../src/figures/sensitivity.ts";
import {agents} from "../../src/simulation/agents.ts";
import {costs} from "../../src/simulation/cost.ts";
import {simulateUncertainty} from "../../src/figures/view.ts";
import type {Uncertainty} from "../../src/figures/view.ts";
import {outputInterval} from "../../src/simulation/outputInterval.ts";
import {isLogOutput, outputsOf, outputShown} from "../../src/simulation/outputs.ts";
import {reinforcement} from "../../src/simulation/reinforcement.ts";
import {sensitivity} from "../../src/simulation/sensitivity.ts";
import {thinking} from "../../src/simulation/thinking.ts";
import {central} from "../../src/simulation/valuation.ts";
import {shippedScenario} from "./shipped.ts";

const value = async (file: string, id: string) => {
  const scenario = await shippedScenario(file);
  const output = outputsOf(scenario).find((item) => item.id === id);
  return {scenario, output: output!, value: output?.readerOf(scenario)?.(central) ?? NaN};
};

describe("an output of a ladder beside training is the number its view shows", () => {
  test("score by reinforcement learning", async () => {
    const {scenario, value: score} = await value("rl-scaling.json", "rl.score");
    expect(score).toBe(reinforcement(scenario)?.at.score);
  });

  test("accuracy under a penalty", async () => {
    const {scenario, value: accuracy} = await value("thought-compression.json", "thinking.lambda");
    expect(accuracy).toBe(thinking(scenario)?.penalties.find(({id}) => id === "lambda")?.accuracy);
  });

  test("score of the agents, and of one that thinks as long", async () => {
    const {scenario, value: score} = await value("contemplating.json", "agents.score");
    const row = agents(scenario)?.rows[15];
    expect(score).toBe(row?.score);
    expect((await value("contemplating.json", "agents.single")).value).toBe(row?.single);
  });

  test("what agents add to one and to one that thinks as long, their tokens and their time", async () => {
    const {scenario, value: over} = await value("contemplating.json", "agents.overSingle");
    const [one, row] = [agents(scenario)?.rows[0], agents(scenario)?.rows[15]];
    expect(over).toBe((row?.score ?? NaN) - (row?.single ?? NaN));
    expect((await value("contemplating.json", "agents.overOne")).value).toBe((row?.score ?? NaN) - (one?.score ?? NaN));
    expect(10 ** (await value("contemplating.json", "agents.tokens")).value / (row?.output ?? NaN)).toBeCloseTo(1, 12);
    expect(10 ** (await value("contemplating.json", "agents.seconds")).value / (row?.seconds ?? NaN)).toBeCloseTo(
      1,
      12
    );
  });

  test("where the log-linear line parts and passes the ceiling, and pass@k", async () => {
    const {scenario, value: from} = await value("rl-scaling.json", "rl.holdsFrom");
    const {parting, lineEnds, passes, at} = reinforcement(scenario)!;
    expect(10 ** from / parting!.low).toBeCloseTo(1, 12);
    expect(10 ** (await value("rl-scaling.json", "rl.holdsTo")).value / parting!.high).toBeCloseTo(1, 12);
    expect(10 ** (await value("rl-scaling.json", "rl.lineEnds")).value / lineEnds!).toBeCloseTo(1, 12);
    expect((await value("rl-scaling.json", "rl.passK")).value).toBe(passes?.now?.passK);
    expect((await value("rl-scaling.json", "rl.advantage")).value).toBe(passes?.now?.advantage);
    expect((await value("rl-scaling.json", "rl.heldOut")).value).toBe(at.heldOut);
  });

  test("dollars a task, as log10, in words as dollars", async () => {
    const {scenario, output, value: log} = await value("cost-per-task.json", "cost.gpt-5-4");
    const dollars = costs(scenario)?.setups.find(({setup}) => setup.id === "gpt-5-4")?.numbers.dollars ?? NaN;
    expect(isLogOutput(output)).toBe(true);
    expect(10 ** log / dollars).toBeCloseTo(1, 12);
    expect(asString(outputText(scenario, output, log))).toMatch(/^\$3,488/);
  });
});

describe("the interval of an output is the one its view shows", () => {
  test.each([
    ["muse-spark.json", "gain.gpt-5-4", ({ladder}: Uncertainty) => ladder?.comparisons["gpt-5-4"]?.log10Gain],
    ["contemplating.json", "agents.overSingle", (drawn: Uncertainty) => drawn.agents?.overSingle],
    ["rl-scaling.json", "rl.passK", ({reinforcement: drawn}: Uncertainty) => drawn?.now?.passK],
    [
      "thought-compression.json",
      "thinking.lambda",
      ({thinking: drawn}: Uncertainty) => drawn?.penalties.find(({id}) => id === "lambda")?.accuracy
    ]
  ])(
    "of %s, %s",
    async (file, id, ofView) => {
      const scenario = await shippedScenario(file);
      const shown = ofView(simulateUncertainty(scenario, scenario.view.figure));
      const found = outputInterval(scenario, id);
      expect([found?.low, found?.high]).toEqual([shown?.low, shown?.high]);
    },
    30_000
  );
});

test("the output asked about is that of the view on show, unless one is named", async () => {
  const contemplating = await shippedScenario("contemplating.json");
  const muse = await shippedScenario("muse-spark.json");
  expect(outputShown(contemplating)?.id).toBe("agents.score");
  expect(outputShown({...contemplating, view: {...contemplating.view, output: "gain.gpt-5-4"}})?.id).toBe(
    "gain.gpt-5-4"
  );
  expect(outputShown(muse)?.id).toBe("gain.gpt-5-4");
});

test("the sensitivity of reinforcement learning moves by its own inputs alone, the widest first", async () => {
  const scenario = await shippedScenario("rl-scaling.json");
  const found = sensitivity(scenario);
  expect(found?.output).toBe("rl.score");
  const addresses = found?.swings.map(({address}) => address) ?? [];
  expect(addresses.length).toBeGreaterThan(2);
  expect(addresses.every((address) => address.startsWith("reinforcement.law."))).toBe(true);
  const widths = found?.swings.map(({atLow, atHigh}) => Math.abs(atHigh - atLow)) ?? [];
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
});

test("what takes a millisecond to read is sampled less, and says how often", async () => {
  const scenario = await shippedScenario("contemplating.json");
  expect(sensitivity(scenario)?.draws).toBe(512);
}, 20_000);
