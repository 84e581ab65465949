import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {readInput, writeInput} from "../../src/scenario/address.ts";
import {inputAt, inputsOf} from "../../src/scenario/inputList.ts";
import {evidenceIds} from "../../src/scenario/ledger.ts";
import {readScenario} from "../../src/scenario/read.ts";
import {toInput} from "../../src/scenario/write.ts";
import {shippedScenario} from "../simulation/shipped.ts";

type Json = Record<string, unknown>;

/** The shipped document with one value exchanged; undefined takes it away. */
function changed(file: string, path: string, value: unknown): string {
  const document = JSON.parse(readFileSync(`scenarios/${file}.json`, "utf8")) as Json;
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  const inside = keys.reduce<Json>((at, key) => at[key] as Json, document);
  if (value === undefined) Reflect.deleteProperty(inside, last);
  else inside[last] = value;
  return JSON.stringify(document);
}

const said = async (file: string, path: string, value: unknown): Promise<string> => {
  const read = await readScenario(changed(file, path, value));
  return read.ok
    ? "fine"
    : read.problems
        .map(({path: at, message, hint}) => `${at} ${message}${hint === undefined ? "" : ` (${hint})`}`)
        .join("\n");
};

const vote = {kind: "vote", wrongAnswers: 10};

describe("bad input is refused with a sentence at its field", () => {
  test.each<[string, unknown, string]>([
    ["agents.repeat", -0.2, "agents.repeat must be from 0 to 1, or 0% to 100%, got -0.2"],
    ["agents.repeat", 1.2, "agents.repeat must be from 0 to 1, or 0% to 100%, got 1.2"],
    ["agents.joining.falsePositive", 7, "agents.joining.falsePositive must be from 0 to 1, or 0% to 100%, got 7"],
    ["agents.count", 0, "agents.count must be a whole number of agents from 1 to 64, got 0"],
    ["agents.count", 65, "agents.count must be a whole number of agents from 1 to 64, got 65"],
    ["agents.count", 2.5, "agents.count must be a whole number of agents from 1 to 64, got 2.5"],
    ["agents.count", "2 to 8", "agents.count must be one number of agents, not an interval"],
    ["agents.success.mean", 1, "agents.success.mean must lie between 0 and 1, both excluded, got 1"],
    ["agents.success.concentration", 0, "agents.success.concentration must be greater than 0, got 0"],
    ["agents.work.joining", -1, "agents.work.joining must be 0 or more, got -1"],
    ["agents.fit", ["insight"], "agents.fit[0] is no number of a verifier; one of mean, concentration"],
    [
      "agents.fit",
      ["mean", "concentration", "repeat", "truePositive", "falsePositive"],
      "agents.fit frees 5 numbers, and only 4 points have a score"
    ],
    ["agents.joining", {kind: "vot"}, 'agents.joining.kind must be one of "vote", "verifier", "refine", got "vot"']
  ])("agents: %s %j", async (path, value, message) => {
    expect(await said("contemplating", path, value)).toContain(message);
  });

  test("agents: an even vote must say how ties go, an odd one need not", async () => {
    const document = JSON.parse(changed("contemplating", "agents.joining", vote)) as {agents: Json};
    delete document.agents["fit"];
    const tell = async (count: number, joining: object): Promise<string> => {
      const {view: _, ...rest} = document as Json;
      const read = await readScenario(JSON.stringify({...rest, agents: {...document.agents, count, joining}}));
      return read.ok ? "fine" : (read.problems[0]?.message ?? "");
    };
    expect(await tell(16, vote)).toBe("lets 16 agents split evenly, so it must say how ties go");
    expect(await tell(15, vote)).toBe("fine");
    expect(await tell(16, {...vote, ties: "drawn"})).toBe("fine");
  });

  test.each<[string, unknown, string]>([
    ["thinking.penalties.0.perToken", -1e-6, "thinking.penalties[0].perToken must be 0 or more, got -0.000001"],
    ["thinking.penalties.2.alpha", 1, "thinking.penalties[2].alpha must lie between 0 and 1, both excluded, got 1"],
    ["thinking.penalties.1.shortest", 64000, "thinking.penalties[1] must have shortest no higher than longest"],
    ["thinking.penalties.1.id", "lambda", 'thinking.penalties[1].id "lambda" is taken by another of the list'],
    ["thinking.difficulties.0.floor", 0.99, "thinking.difficulties[0] must have floor no higher than ceiling"],
    ["thinking.difficulties.0.find", 0, "thinking.difficulties[0].find must be greater than 0, got 0"],
    ["thinking.compressed.factors.odd", 2, 'thinking.compressed.factors.odd names no difficulty: "odd"'],
    ["thinking.path.compressed", 20000, "thinking.path must have compressed no higher than longest"],
    ["thinking.path.longestAt", 0.7, "thinking.path must turn first at longestAt and later at compressedAt"],
    ["thinking.path.longestAt", 0, "thinking.path.longestAt must lie between 0 and 1, both excluded, got 0"],
    ["thinking.index.subject", "nobody", 'thinking.index.subject names no run of the index: "nobody"'],
    ["thinking.index.metric", "loss", 'thinking.index.metric names no metric: "loss"'],
    ["thinking.index.runs.1.id", "nobody", 'thinking.index.runs[1].id names no model: "nobody"'],
    ["thinking.evidence.path", ["nothing-here"], 'names no evidence: "nothing-here"']
  ])("thinking: %s %j", async (path, value, message) => {
    expect(await said("thought-compression", path, value)).toContain(message);
  });

  test("thinking: some difficulty must weigh something, and a run needs a score", async () => {
    const document = JSON.parse(readFileSync("scenarios/thought-compression.json", "utf8")) as {
      thinking: {difficulties: {weight: number}[]};
      models: {id: string; score: Json}[];
      view: object;
    };
    for (const difficulty of document.thinking.difficulties) difficulty.weight = 0;
    for (const model of document.models) if (model.id === "gpt-5-4") model.score = {};
    const read = await readScenario(JSON.stringify({...document, view: {}}));
    expect(read.ok ? [] : read.problems.map(({path, message}) => `${path} ${message}`)).toEqual([
      "thinking.difficulties must hold one with a weight above 0",
      'thinking.index.runs[2].id names "gpt-5-4", which has no score on "aa-index"'
    ]);
  });

  test.each<[string, unknown, string]>([
    ["reinforcement.law.steepness", 0, "reinforcement.law.steepness must be greater than 0, got 0"],
    ["reinforcement.law.steepness", -1, "reinforcement.law.steepness must be greater than 0, got -1"],
    ["reinforcement.law.middle", 0, "reinforcement.law.middle must be greater than 0, got 0"],
    [
      "reinforcement.law.middle",
      {value: 0, low: 5000, high: 20_000},
      "reinforcement.law.middle.value must be greater than 0, got 0"
    ],
    [
      "reinforcement.success.mean",
      {value: 0, low: 0.17, high: 0.23},
      "reinforcement.success.mean.value must lie between 0 and 1, both excluded, got 0"
    ],
    ["reinforcement.law.before", 0.7, "reinforcement.law must have before no higher than ceiling, got 0.7 and"],
    ["reinforcement.heldOut.before", 0.9, "reinforcement.heldOut must have before no higher than ceiling"],
    ["reinforcement.heldOut.middle", 0, "reinforcement.heldOut.middle must be greater than 0, got 0"],
    ["reinforcement.compute", 0, "reinforcement.compute must be greater than 0, got 0"],
    ["reinforcement.tolerance", 0, "reinforcement.tolerance must be above 0 and at most 1, or 100%, got 0"],
    ["reinforcement.success.mean", 0, "reinforcement.success.mean must lie between 0 and 1, both excluded, got 0"],
    ["reinforcement.success", undefined, "reinforcement.sharpening needs success, how it spreads over problems"],
    ["reinforcement.unit", "FLOP", 'reinforcement.unit must be one of "steps", "GPU-hours", got "FLOP"']
  ])("reinforcement learning: %s %j", async (path, value, message) => {
    expect(await said("rl-scaling", path, value)).toContain(message);
  });
});

describe("addresses", () => {
  test.each([
    ["contemplating", "agents.repeat", "Chance to repeat, rho", "Agents"],
    ["contemplating", "agents.work.tokens", "Tokens per agent", "Agents"],
    ["thought-compression", "thinking.difficulties.hard.find", "Hard problems, tokens to find", "Thinking"],
    ["thought-compression", "thinking.penalties.kimi.weight", "Kimi k1.5, weight of the length reward", "Thinking"],
    ["rl-scaling", "reinforcement.law.steepness", "Steepness", "Reinforcement learning"]
  ])("%s: %s is called %s", async (file, address, label, group) => {
    const scenario = await shippedScenario(`${file}.json`);
    expect(inputAt(scenario, address)).toMatchObject({address, label, group, placed: true});
    const quantity = {value: 0.4, written: 0.4};
    const moved = writeInput(scenario, address, quantity);
    expect(readInput(moved, address)).toBe(quantity);
    expect(moved.models).toBe(scenario.models);
  });

  test("a number's evidence is what is given for its own place, not for the part it stands in", async () => {
    const [agents, rl] = await Promise.all([shippedScenario("contemplating.json"), shippedScenario("rl-scaling.json")]);
    expect(inputAt(agents, "agents.work.tokens")?.evidence).toEqual([]);
    expect(inputAt(rl, "reinforcement.law.ceiling")?.evidence).toEqual(["scalerl-asymptote"]);
    expect(inputAt(rl, "reinforcement.law.before")?.evidence).toEqual([]);
    expect(evidenceIds(agents)).toEqual(expect.arrayContaining(["contemplating-agents-08", "contemplating-agents-16"]));
  });

  test.each([
    "agents.nothing",
    "agents",
    "agents.points.0.score",
    "thinking.difficulties.nobody.find",
    "agents.toString"
  ])("nothing is set at %s", async (address) => {
    const scenario = await shippedScenario("contemplating.json");
    expect(readInput(scenario, address)).toBeUndefined();
    expect(writeInput(scenario, address, {value: 1, written: 1})).toBe(scenario);
  });

  test.each(["contemplating", "thought-compression", "rl-scaling"])(
    "every number of %s can be set, once, and is written as it was",
    async (file) => {
      const scenario = await shippedScenario(`${file}.json`);
      const addresses = inputsOf(scenario).map(({address}) => address);
      expect(new Set(addresses).size).toBe(addresses.length);
      expect(addresses.filter((address) => /^(agents|thinking|reinforcement)\./.test(address)).length).toBeGreaterThan(
        11
      );
      expect(toInput(scenario)).toEqual(JSON.parse(readFileSync(`scenarios/${file}.json`, "utf8")));
    }
  );
});
