import {expect, test} from "vitest";
import muse from "../../scenarios/muse-spark.json" with {type: "json"};
import rl from "../../scenarios/rl-scaling.json" with {type: "json"};
import {writeInput} from "../../src/scenario/address.ts";
import {compareScenarios} from "../../src/scenario/compareScenarios.ts";
import {inputsOf} from "../../src/scenario/inputList.ts";
import {parseQuantity} from "../../src/scenario/parseQuantity.ts";
import type {QuantityKind} from "../../src/scenario/quantity.ts";
import {scenarioSchema} from "../../src/scenario/schema.ts";
import type {Scenario} from "../../src/scenario/schema.ts";

const spark = scenarioSchema.parse(muse) as Scenario;

function quantity(text: number | string, kind: QuantityKind) {
  const parsed = parseQuantity(text, kind);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

test("compareScenarios finds no difference between a scenario and itself, read twice", () => {
  expect(compareScenarios(spark, scenarioSchema.parse(muse) as Scenario)).toEqual({inputs: [], structure: []});
});

test("compareScenarios finds each input that is changed, and nothing else", () => {
  for (const {address, quantity: was, kind} of inputsOf(spark)) {
    if (kind.quantity === "count") continue;
    const changed = writeInput(spark, address, {...was, value: was.value * 1.5, written: was.value * 1.5});
    const {inputs, structure} = compareScenarios(spark, changed);
    expect({inputs: inputs.map((input) => input.address), structure}, address).toEqual({
      inputs: [address],
      structure: []
    });
  }
});

test("compareScenarios gives both values and the label of an input", () => {
  const changed = writeInput(spark, "models.muse-spark.compute", quantity("1e25 to 4e25", "compute"));
  const [input] = compareScenarios(spark, changed).inputs;
  expect(input).toMatchObject({label: "Muse Spark, compute", before: {value: 3e25}, after: {low: 1e25, high: 4e25}});
});

test("compareScenarios counts seed and draws as inputs", () => {
  const changed: Scenario = {...spark, uncertainty: {...spark.uncertainty, seed: 8}};
  expect(compareScenarios(spark, changed)).toMatchObject({inputs: [{address: "uncertainty.seed"}], structure: []});
});

test("compareScenarios takes a quantity written otherwise, and items in another order, for the same", () => {
  const address = "models.gpt-5-4.score.aa-index";
  const was = inputsOf(spark).find((input) => input.address === address)?.quantity;
  const written = writeInput(spark, address, quantity(String(was?.value), "score"));
  const turned = {
    ...written,
    models: [...spark.models.map((model) => written.models.find(({id}) => id === model.id)!)]
  };
  expect(compareScenarios(spark, {...turned, models: turned.models.toReversed()})).toEqual({inputs: [], structure: []});
});

test("compareScenarios names models that are added and removed, once and without their inputs", () => {
  const [first, ...rest] = spark.models;
  if (first === undefined) throw new Error("no models");
  const without: Scenario = {...spark, models: rest};
  expect(compareScenarios(spark, without)).toEqual({
    inputs: [],
    structure: [{path: `models.${first.id}`, what: "removed", before: first.name}]
  });
  expect(compareScenarios(without, spark)).toEqual({
    inputs: [],
    structure: [{path: `models.${first.id}`, what: "added", after: first.name}]
  });
});

test("compareScenarios names claims, choices and whole sections that differ", () => {
  const changed: Scenario = {
    ...spark,
    claims: spark.claims.slice(1),
    models: spark.models.map((model) => (model.id === "muse-spark" ? {...model, basis: "known"} : model)),
    reinforcement: (scenarioSchema.parse(rl) as Scenario).reinforcement
  };
  expect(compareScenarios(spark, changed)).toEqual({
    inputs: [],
    structure: [
      {path: "models.muse-spark.basis", what: "changed", before: "placed", after: "known"},
      {path: "claims.over-10x", what: "removed", before: "over 10x"},
      {path: "reinforcement", what: "added", after: "as a whole"}
    ]
  });
});

test("compareScenarios finds a growth that only one of the two writes", () => {
  const address = "recipes.muse.growth";
  const changed = writeInput(spark, address, quantity(1.5, "gain"));
  expect(compareScenarios(spark, changed)).toMatchObject({
    inputs: [{address, before: {value: 1}, after: {value: 1.5}}],
    structure: []
  });
});
