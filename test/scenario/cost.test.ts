import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {readInput, writeInput} from "../../src/scenario/address.ts";
import {canSetInput} from "../../src/scenario/canSetInput.ts";
import {inputAt, inputsOf} from "../../src/scenario/inputList.ts";
import {evidenceIds} from "../../src/scenario/ledger.ts";
import {readScenario} from "../../src/scenario/read.ts";
import {writeScenario} from "../../src/scenario/write.ts";
import type {Scenario} from "../../src/scenario/schema.ts";

const muse = JSON.parse(readFileSync("scenarios/muse-spark.json", "utf8")) as Record<string, unknown>;

const training = {chip: "H100", format: "BF16", mfu: "40%", price: 3};
const setup = {id: "a", model: "llama-4-maverick", input: "1k", output: "2k", inputPrice: 1, outputPrice: 2};
const cost = {
  task: "an answer",
  tasks: "1M",
  users: 1000,
  training,
  setups: [setup, {...setup, id: "b", name: "The other", model: "muse-spark"}]
};

const read = (section: unknown) => readScenario(JSON.stringify({...muse, cost: section}));

async function faults(section: unknown): Promise<readonly string[]> {
  const found = await read(section);
  return found.ok
    ? []
    : found.problems.map(({path, message, hint}) => `${path} ${message}${hint === undefined ? "" : ` (${hint})`}`);
}

async function scenarioOf(section: unknown): Promise<Scenario> {
  const found = await read(section);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.scenario;
}

describe("the section cost", () => {
  test("is read without a remark and written as it was", async () => {
    const scenario = await scenarioOf(cost);
    const again = JSON.parse(writeScenario(scenario)) as {readonly cost: unknown};
    expect(again.cost).toEqual(cost);
  });

  test("may be left out", async () => {
    const found = await readScenario(JSON.stringify(muse));
    expect(found.ok && found.scenario.cost).toBeUndefined();
  });

  test.each<[string, unknown, string]>([
    [
      "a price of nothing",
      {...cost, training: {...training, price: 0}},
      "cost.training.price must be greater than 0, got 0"
    ],
    ["no tasks", {...cost, tasks: 0}, "cost.tasks must be greater than 0, got 0"],
    [
      "an MFU above 1",
      {...cost, training: {...training, mfu: 1.2}},
      "cost.training.mfu must be above 0 and at most 1, or 100%, got 1.2"
    ],
    [
      "an MFU of an unnamed peak",
      {...cost, training: {chip: "H100", mfu: "40%", price: 3}},
      "cost.training.format is missing (an MFU is of a named peak: BF16 or FP8)"
    ],
    [
      "an unknown number format",
      {...cost, training: {...training, format: "FP4"}},
      'cost.training.format must be one of "BF16", "FP8", got "FP4" (did you mean "FP8"?)'
    ],
    [
      "a peak that is not on record",
      {...cost, training: {...training, chip: "A100", format: "FP8"}},
      "cost.training.format no FP8 peak of A100 is on record; on record is BF16"
    ],
    [
      "a chip nobody knows",
      {...cost, serving: {...training, chip: "Z80"}},
      'cost.serving.chip names no chip whose peak is on record: "Z80" (such as H100, H200, B200 or A100)'
    ],
    [
      "negative tokens",
      {...cost, setups: [{...setup, output: -5}]},
      "cost.setups[0].output must be greater than 0, got -5"
    ],
    [
      "a free price per token",
      {...cost, setups: [{...setup, inputPrice: "$0"}]},
      "cost.setups[0].inputPrice must be greater than 0, got $0"
    ],
    ["no agents", {...cost, setups: [{...setup, agents: 0}]}, "cost.setups[0].agents must be 1 or more, got 0"],
    [
      "part of an agent",
      {...cost, setups: [{...setup, agents: 0.5}]},
      "cost.setups[0].agents must be 1 or more, got 0.5"
    ],
    [
      "less than one agent, outside its interval",
      {...cost, setups: [{...setup, agents: {value: 0.5, low: 2, high: 4}}]},
      "cost.setups[0].agents.value must be 1 or more, got 0.5"
    ],
    [
      "a model that is not there",
      {...cost, setups: [{...setup, model: "muse-sparks"}]},
      'cost.setups[0].model names no model: "muse-sparks" (did you mean "muse-spark"?)'
    ],
    [
      "half of a price",
      {...cost, setups: [{id: "a", model: "muse-spark", inputPrice: 1}]},
      "cost.setups[0].inputPrice needs outputPrice beside it"
    ],
    [
      "half of the tokens",
      {...cost, setups: [{id: "a", model: "muse-spark", output: 100}]},
      "cost.setups[0].output needs input beside it"
    ],
    ["chips without hours", {...cost, setups: [{...setup, chips: 100}]}, "cost.setups[0].chips needs hours beside it"],
    [
      "a bill of hardware that is not named",
      {...cost, setups: [{...setup, bill: "hardware"}]},
      "cost.setups[0].bill is the hardware, so cost.serving must say which"
    ],
    [
      "a bill of hardware for a model of undisclosed size",
      {...cost, serving: training, setups: [{...setup, model: "muse-spark", bill: "hardware"}]},
      "cost.setups[0].bill is the hardware, so the setup or its model must have parameters"
    ],
    [
      "a setup twice",
      {...cost, setups: [setup, setup]},
      'cost.setups[1].id "a" is taken: cost.setups[0] has it already'
    ],
    [
      "a change of nothing",
      {...cost, changes: [{id: "c", name: "C", kind: "penalty", from: "a", to: "nobody"}]},
      'cost.changes[0].to names no setup: "nobody" (there are: a, b)'
    ],
    [
      "a change into itself",
      {...cost, changes: [{id: "c", name: "C", kind: "penalty", from: "a", to: "a"}]},
      'cost.changes[0].to must be another setup than "a"'
    ],
    [
      "a pipeline from nowhere",
      {...cost, pipeline: {from: "nobody", to: "b"}},
      'cost.pipeline.from names no setup: "nobody" (there are: a, b)'
    ],
    [
      "a loss under the floor of the law",
      {...cost, lifetime: {loss: 1.8, served: "1T"}},
      "cost.lifetime.loss must be above the irreducible loss of besiroglu2024, 1.8172, got 1.8"
    ],
    [
      "a loss under the floor at its low end",
      {...cost, lifetime: {loss: "1.8 to 2", served: "1T"}},
      "cost.lifetime.loss must be above the irreducible loss of besiroglu2024, 1.8172, got 1.8"
    ],
    [
      "evidence that is not there",
      {...cost, training: {...training, evidence: {price: ["h100-price-hours"]}}},
      'cost.training.evidence.price[0] names no evidence: "h100-price-hours" (did you mean "h100-price-hour"?)'
    ],
    ["a misspelt key", {...cost, taks: 1}, 'cost.taks unknown key "taks" (did you mean "task"?)']
  ])("%s is refused at its field", async (_, section, fault) => {
    expect(await faults(section)).toContain(fault);
  });
});

describe("the inputs of the costs", () => {
  test("can be read, written and found by address", async () => {
    const scenario = await scenarioOf({...cost, pipeline: {from: "a", to: "b", gain: "over 10x"}});
    const quantity = {value: 7, written: 7};
    for (const address of ["cost.tasks", "cost.training.mfu", "cost.setups.b.output", "cost.pipeline.gain"]) {
      expect(readInput(scenario, address), address).toBeDefined();
      const changed = writeInput(scenario, address, quantity);
      expect(readInput(changed, address), address).toEqual(quantity);
      expect(readInput(scenario, address), address).not.toEqual(quantity);
    }
    // Agents that are not written are 1; the rest of what a setup may be given is nothing until it is.
    expect(readInput(scenario, "cost.setups.a.agents")).toEqual({value: 1, written: 1});
    for (const address of ["cost.setups.a.agents", "cost.setups.a.pace", "cost.setups.b.parameters"]) {
      expect(canSetInput(scenario, address), address).toBe(true);
      expect(readInput(writeInput(scenario, address, quantity), address), address).toEqual(quantity);
    }
    expect(readInput(scenario, "cost.setups.a.pace")).toBeUndefined();
    for (const address of ["cost.setups.nobody.pace", "cost.setups.a.hours", "cost.setups.a.constructor"]) {
      expect(canSetInput(scenario, address), address).toBe(false);
      expect(writeInput(scenario, address, quantity), address).toEqual(scenario);
    }
    for (const address of [
      "cost.task",
      "cost.setups.a.constructor",
      "cost.setups",
      "cost.toString",
      "cost.training.chip"
    ]) {
      expect(readInput(scenario, address), address).toBeUndefined();
    }
  });

  test("are listed once each, with a label and a group", async () => {
    const scenario = await scenarioOf({...cost, training: {...training, evidence: {price: ["h100-price-hour"]}}});
    const own = inputsOf(scenario).filter(({address}) => address.startsWith("cost."));
    expect(own.map(({address}) => address)).toEqual([
      "cost.tasks",
      "cost.users",
      "cost.training.mfu",
      "cost.training.price",
      ...["a", "b"].flatMap((id) =>
        ["input", "output", "inputPrice", "outputPrice", "agents"].map((key) => `cost.setups.${id}.${key}`)
      )
    ]);
    expect(inputAt(scenario, "cost.training.price")).toMatchObject({
      label: "Price of a chip-hour of training",
      group: "Published values",
      evidence: ["h100-price-hour"]
    });
    expect(inputAt(scenario, "cost.tasks")).toMatchObject({label: "Tasks served", group: "Assumptions"});
    expect(inputAt(scenario, "cost.setups.b.output")).toMatchObject({
      label: "The other, tokens written for a task",
      step: "tokens written for a task of The other",
      model: "muse-spark"
    });
    expect(inputAt(scenario, "cost.setups.a.output")?.label).toBe("Llama 4 Maverick, tokens written for a task");
  });

  test("a price of a later version is an assumption, whatever its evidence", async () => {
    const later = {
      ...setup,
      priceBasis: "later",
      evidence: {inputPrice: ["muse-spark-1-1-price-input"], input: ["muse-spark-input-tokens"]}
    };
    const scenario = await scenarioOf({...cost, setups: [later]});
    expect(inputAt(scenario, "cost.setups.a.inputPrice")?.group).toBe("Assumptions");
    expect(inputAt(scenario, "cost.setups.a.input")?.group).toBe("Published values");
  });

  test("their evidence travels with the scenario", async () => {
    const changes = [{id: "c", name: "C", kind: "penalty", from: "a", to: "b", evidence: ["arora-token-reduction"]}];
    const scenario = await scenarioOf({
      ...cost,
      training: {...training, evidence: {mfu: ["llama-3-1-405b-mfu"]}},
      serving: {...training, evidence: {price: ["h100-price-hour"]}},
      setups: cost.setups,
      lifetime: {loss: 2, served: "1T", evidence: ["behemoth-mfu"]},
      changes,
      pipeline: {from: "a", to: "b", evidence: ["muse-spark-multiplier-vs-maverick"]}
    });
    for (const id of [
      "llama-3-1-405b-mfu",
      "h100-price-hour",
      "behemoth-mfu",
      "arora-token-reduction",
      "muse-spark-multiplier-vs-maverick"
    ]) {
      expect(evidenceIds(scenario)).toContain(id);
    }
  });
});

const contemplating = JSON.parse(readFileSync("scenarios/contemplating.json", "utf8")) as Record<string, unknown>;

describe("a setup that takes its work from a section", () => {
  const {cost: own, ...rest} = contemplating as {cost: {setups: readonly Record<string, unknown>[]}};
  const readWith = async (change: object, document: object = rest, at = 1) => {
    const setups = own.setups.map((item, i) => (i === at ? {...item, ...change} : item));
    const found = await readScenario(JSON.stringify({...document, cost: {...own, setups}}));
    return found.ok
      ? []
      : found.problems.map(({path, message, hint}) => `${path} ${message}${hint === undefined ? "" : ` (${hint})`}`);
  };
  const {agents, thinking, view: _view, ...bare} = rest as Record<string, unknown>;

  test("is read without a remark", async () => {
    expect(await readWith({})).toEqual([]);
  });

  test.each([["output", "20k"] as const, ["input", 500] as const, ["agents", 4] as const, ["pace", 80] as const])(
    "does not state %s too",
    async (key, value) => {
      const faults = await readWith({[key]: value, ...(key === "input" ? {output: 1} : {})});
      expect(faults).toContain(
        `cost.setups[1].${key} is stated twice: here, and by the section "agents" that the setup takes its work from (leave out ${key}, or takes)`
      );
    }
  );

  test.each<[string, object, object, string]>([
    [
      "a section that is not there",
      {},
      {...bare, thinking},
      'cost.setups[1].takes.section names a section that the scenario does not have: "agents" (add it, or state input and output)'
    ],
    [
      "agents without tokens",
      {},
      {...bare, thinking, agents: {...(agents as object), work: undefined, pace: undefined}},
      "cost.setups[1].takes.section needs agents.work: the tokens of one agent are not disclosed and none are placed"
    ],
    [
      "a single agent of as many tokens where nothing says what they bring",
      {takes: {section: "agents", as: "longer"}},
      {...bare, agents},
      'cost.setups[1].takes.as is "longer", and the scenario has no section "thinking", which says what one agent gains by tokens'
    ],
    [
      "a penalty that is not there",
      {takes: {section: "thinking", penalty: "lambda"}, input: 500},
      rest,
      'cost.setups[1].takes.penalty names no penalty: "lambda" (there are: none)'
    ],
    [
      "a compression that is not there",
      {takes: {section: "thinking", compressed: true}, input: 500},
      rest,
      "cost.setups[1].takes.compressed needs thinking.compressed, which the scenario does not have"
    ],
    [
      "thinking without what is read",
      {takes: {section: "thinking"}},
      rest,
      "cost.setups[1].takes needs input beside it: thinking says what is written for a task, not what is read"
    ],
    [
      "a way of taking that there is not",
      {takes: {section: "agents", as: "all"}},
      rest,
      'cost.setups[1].takes.as must be one of "group", "one", "longer", got "all"'
    ]
  ])("refuses %s", async (_, change, document, fault) => {
    expect(await readWith(change, document)).toContain(fault);
  });

  test("has no agents of its own to set", async () => {
    const found = await readScenario(JSON.stringify(contemplating));
    if (!found.ok) throw new Error("contemplating");
    const {scenario} = found;
    expect(canSetInput(scenario, "cost.setups.group.agents")).toBe(false);
    expect(canSetInput(scenario, "cost.setups.group.pace")).toBe(false);
    expect(inputsOf(scenario).filter(({address}) => address.startsWith("cost.setups.group."))).toEqual([]);
    expect(writeScenario(scenario)).toContain('"takes": {"section": "agents", "as": "group"}');
  });
});

describe("a price of another setup", () => {
  const priced = {...setup, id: "b", model: "muse-spark", inputPrice: undefined, outputPrice: undefined, pricesOf: "a"};

  test("is read without a remark", async () => {
    expect(await faults({...cost, setups: [setup, priced]})).toEqual([]);
  });

  test.each<[string, object, string]>([
    [
      "stated here too",
      {inputPrice: 1, outputPrice: 2},
      'cost.setups[1].inputPrice is stated twice: here, and by the setup "a" at whose prices this one is billed (leave out inputPrice, or pricesOf)'
    ],
    ["of no setup", {pricesOf: "c"}, 'cost.setups[1].pricesOf names no setup: "c" (did you mean "a"?)'],
    [
      "of itself",
      {pricesOf: "b"},
      'cost.setups[1].pricesOf must name another setup that has prices of its own, got "b"'
    ]
  ])("is refused %s", async (_, change, fault) => {
    expect(await faults({...cost, setups: [setup, {...priced, ...change}]})).toContain(fault);
  });
});

describe("the tokens served over a life", () => {
  const lifetime = {loss: 2};

  test.each<[string, object, readonly string[]]>([
    ["are those stated", {served: "1T"}, []],
    ["are those of a setup", {of: "a"}, []],
    ["are not left out", {}, ["cost.lifetime.served is missing (or name with “of” the setup whose tasks are served)"]],
    [
      "are not stated twice",
      {served: "1T", of: "a"},
      [
        'cost.lifetime.served is stated twice: here, and as the tasks served times the tokens of the setup "a" (leave out served, or of)'
      ]
    ],
    ["are of a setup that is there", {of: "z"}, ['cost.lifetime.of names no setup: "z" (did you mean "a"?)']]
  ])("%s", async (_, change, expected) => {
    expect(await faults({...cost, lifetime: {...lifetime, ...change}})).toEqual(expected);
  });
});

describe("evidence of one number", () => {
  const change = {id: "c", name: "A change", kind: "penalty", from: "a", to: "b", once: 1e6};
  const scenarioWith = (evidence: unknown) =>
    scenarioOf({
      ...cost,
      changes: [{...change, evidence}],
      lifetime: {loss: 2, of: "a", evidence: {loss: ["maverick-overtraining-penalty"]}}
    });

  test("stands at that number, of a change and of a life", async () => {
    const scenario = await scenarioWith({once: ["arora-token-reduction"]});
    expect(inputAt(scenario, "cost.changes.c.once")!.evidence).toEqual(["arora-token-reduction"]);
    expect(inputAt(scenario, "cost.lifetime.loss")!.evidence).toEqual(["maverick-overtraining-penalty"]);
    expect(evidenceIds(scenario)).toContain("arora-token-reduction");
  });

  test("of the change as a whole stands at none", async () => {
    const scenario = await scenarioWith(["arora-token-reduction"]);
    expect(inputAt(scenario, "cost.changes.c.once")!.evidence).toEqual([]);
    expect(evidenceIds(scenario)).toContain("arora-token-reduction");
  });
});
