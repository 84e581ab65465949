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
