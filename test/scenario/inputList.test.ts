import {expect, test} from "vitest";
import muse from "../../scenarios/muse-spark.json" with {type: "json"};
import claim from "../../scenarios/pretraining-claim.json" with {type: "json"};
import {emptyScenario} from "../../src/scenario/edit.ts";
import {headlineOf, inputAt, inputGroups, inputsOf} from "../../src/scenario/inputList.ts";
import {scenarioSchema} from "../../src/scenario/schema.ts";
import type {Scenario} from "../../src/scenario/schema.ts";

const spark = scenarioSchema.parse(muse) as Scenario;
const loss = scenarioSchema.parse(claim) as Scenario;
const addresses = (inputs: readonly {readonly address: string}[]) => inputs.map(({address}) => address);
const headless = (scenario: Scenario): Scenario => {
  const {headline: _, ...view} = scenario.view;
  return {...scenario, view};
};

test.each([
  ["models.muse-spark.compute", "Muse Spark, compute", "compute of Muse Spark", "Assumptions"],
  ["models.glm-5.compute", "GLM-5, compute", "compute of GLM-5", "Published values"],
  ["models.gpt-4-5.score.aa-index", "GPT-4.5, score", "score of GPT-4.5", "Assumptions"],
  ["models.gpt-5-4.score.aa-index", "GPT-5.4, score", "score of GPT-5.4", "Published values"],
  ["models.glm-5.tokens", "GLM-5, training tokens", "training tokens of GLM-5", "Published values"],
  [
    "recipes.llama-4.curve.aa-index.slope",
    "Points per tenfold compute",
    "points per tenfold of Llama 4 recipe",
    "Recipe parts"
  ],
  ["claims.over-10x.ratio", "“over 10x”, Meta", "claim “over 10x”", "Claims and thresholds"],
  ["thresholds.eu-ai-act.compute", "EU AI Act", "threshold EU AI Act", "Claims and thresholds"],
  ["uncertainty.seed", "Seed", "seed", "Uncertainty"]
])("the input %s is called %s", (address, label, step, group) => {
  expect(inputAt(spark, address)).toMatchObject({address, label, step, group});
});

test.each(["models.nobody.compute", "models.glm-5.gain", "models.glm-5", "title", "recipes.muse.gain", ""])(
  "nothing can be set at %j",
  (address) => {
    expect(inputAt(spark, address)).toBeUndefined();
  }
);

test("every input stands in a group, and none twice", () => {
  const inputs = inputsOf(spark);
  expect(new Set(addresses(inputs)).size).toBe(inputs.length);
  expect(inputs.filter(({group}) => !inputGroups.includes(group))).toEqual([]);
});

test("what a model solves for is not an input", () => {
  expect(addresses(inputsOf(loss))).not.toContain("models.new-at-maverick-level.compute");
  expect(addresses(inputsOf(loss))).toContain("models.new-at-maverick-level.score.loss");
});

test("sizes and tokens are inputs only where they count", () => {
  expect(addresses(inputsOf(spark))).not.toContain("models.glm-5.tokens");
  expect(addresses(inputsOf(loss))).toContain("models.scout-as-trained.tokens");
});

test("only the reference recipe's curve has a slope to set", () => {
  expect(addresses(inputsOf(spark)).filter((address) => address.endsWith(".slope"))).toEqual([
    "recipes.llama-4.curve.aa-index.slope"
  ]);
});

test("a placed compute is marked as placed and knows its evidence", () => {
  expect(inputAt(spark, "models.muse-spark.compute")).toMatchObject({
    placed: true,
    model: "muse-spark",
    recipe: "muse",
    evidence: ["muse-spark-compute"]
  });
  expect(inputAt(spark, "models.glm-5.compute")?.placed).toBe(false);
});

test("a score's slider runs over the axis of its metric", () => {
  expect(inputAt(spark, "models.glm-5.score.aa-index")?.kind).toMatchObject({
    range: [0, 70],
    step: 0.1,
    unit: "points"
  });
  expect(inputAt(loss, "models.maverick-optimal.score.loss")?.kind).toMatchObject({range: [1.85, 2.25], step: 0.01});
});

test("thresholds name the stretches of a compute slider", () => {
  expect(inputAt(spark, "models.glm-5.compute")?.bands).toEqual([
    {from: 1e23, to: 1e25, name: "under EU line"},
    {from: 1e25, to: 1e26, name: "over EU line"},
    {from: 1e26, to: 1e28, name: "over SB 53 line"}
  ]);
});

test("a scenario without thresholds names no stretches", () => {
  expect(inputAt(emptyScenario(), "models.new-model.compute")?.bands).toEqual([]);
});

test("the headline is the view's, in its order", () => {
  expect(addresses(headlineOf(spark))).toEqual(spark.view.headline);
});

test("the live rival's compute takes the place of the opening rival's", () => {
  expect(addresses(headlineOf(spark, "gemini-3-1-pro"))[1]).toBe("models.gemini-3-1-pro.compute");
  expect(addresses(headlineOf(spark, "gpt-5-4"))).toEqual(spark.view.headline);
});

test("a rival that is in the headline already is not shown twice", () => {
  const shown = addresses(headlineOf(spark, "llama-4-maverick"));
  expect(shown.filter((address) => address === "models.llama-4-maverick.compute")).toHaveLength(1);
});

test("a view without a headline shows subject, rival, slope and the model of the curve", () => {
  expect(addresses(headlineOf(headless(spark), "claude-opus-4-6"))).toEqual([
    "models.muse-spark.compute",
    "models.claude-opus-4-6.compute",
    "recipes.llama-4.curve.aa-index.slope",
    "models.llama-4-maverick.compute"
  ]);
});

test("the slider of a recipe's floor reaches past the reference's own, which may lie off the axis", () => {
  const input = inputAt(loss, "recipes.new.limit.loss");
  const [low = NaN, high = NaN] = input?.kind.range ?? [];
  expect(low).toBeLessThan(1.8172);
  expect(low).toBeGreaterThan(1.6);
  expect(high).toBe(2.25);
});
