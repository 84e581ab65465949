import fc from "fast-check";
import {expect, test} from "vitest";
import muse from "../../scenarios/muse-spark.json" with {type: "json"};
import claim from "../../scenarios/pretraining-claim.json" with {type: "json"};
import {writeInput} from "../../src/scenario/address.ts";
import {checkScenario} from "../../src/scenario/check.ts";
import {emptyScenario, idFor} from "../../src/scenario/edit.ts";
import type {Edited} from "../../src/scenario/edit.ts";
import * as claims from "../../src/scenario/editClaims.ts";
import * as page from "../../src/scenario/editDocument.ts";
import * as models from "../../src/scenario/editModels.ts";
import * as recipes from "../../src/scenario/editRecipes.ts";
import {scenarioSchema} from "../../src/scenario/schema.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {toInput} from "../../src/scenario/write.ts";

const spark = scenarioSchema.parse(muse) as Scenario;
const loss = scenarioSchema.parse(claim) as Scenario;

/** What a file with this scenario would be refused for. */
function faults(scenario: Scenario): readonly string[] {
  const read = scenarioSchema.safeParse(toInput(scenario));
  return [
    ...checkScenario(scenario)
      .filter(({warning}) => warning !== true)
      .map(({path, message}) => `${path.join(".")} ${message}`),
    ...(read.success ? [] : read.error.issues.map(({path, message}) => `${path.join(".")} ${message}`))
  ];
}

function done(result: Edited): Extract<Edited, {ok: true}> {
  if (!result.ok) throw new Error(result.reason);
  return result;
}

const refusal = (result: Edited): string => (result.ok ? "was done" : result.reason);
const model = ({models: all}: Scenario, id: string) => all.find((item) => item.id === id);
const recipe = ({recipes: all}: Scenario, id: string) => all.find((item) => item.id === id);

test("emptyScenario fits together and is read back from its own file", () => {
  expect(faults(emptyScenario())).toEqual([]);
  expect(scenarioSchema.parse(toInput(emptyScenario()))).toEqual(emptyScenario());
});

test.each([
  ["GPT-5.4", "gpt-5-4"],
  ["Claude Opus 4.6", "claude-opus-4-6"],
  ["  Mixtral 8×22B ", "mixtral-8-22b"],
  ["Électra", "electra"],
  ["文心", "item"],
  ["", "item"]
])("an id made from the name %j is %s", (name, id) => {
  expect(idFor(name, [])).toBe(id);
});

test("an id that is taken gets the first free number", () => {
  expect(idFor("GPT", ["gpt", "gpt-2"])).toBe("gpt-3");
});

test("a copy stands behind its original and has a name and an id of its own", () => {
  const {scenario, id} = done(models.duplicateModel(spark, "gpt-5-4"));
  expect(id).toBe("gpt-5-4-copy");
  expect(scenario.models[2]).toMatchObject({id, name: "GPT-5.4, copy", recipe: "gpt-5-4"});
  expect(faults(scenario)).toEqual([]);
});

test("a new model needs no number beside its place", () => {
  const {scenario, id = ""} = done(models.addModel(spark));
  expect(model(scenario, id)).toMatchObject({basis: "placed", solve: "score", score: {}});
  expect(faults(scenario)).toEqual([]);
});

test("deleting the model the reference curve goes through leads the curve through another of its recipe", () => {
  const {scenario, also} = done(models.removeModel(spark, "llama-4-maverick"));
  expect(recipe(scenario, "llama-4")?.curve?.["aa-index"]).toMatchObject({through: "llama-4-scout"});
  expect(also).toContain("the curve of Llama 4 recipe goes through Llama 4 Scout");
  expect(also).toContain("the claim “over 10x” by Meta is deleted with it");
  expect(scenario.view.headline).not.toContain("models.llama-4-maverick.compute");
  expect(faults(scenario)).toEqual([]);
});

test("deleting the only model the reference curve can go through is refused with the reason", () => {
  const {scenario} = done(models.removeModel(spark, "llama-4-scout"));
  expect(refusal(models.removeModel(scenario, "llama-4-maverick"))).toBe(
    "The reference curve goes through Llama 4 Maverick and there is no other model it could go through"
  );
});

test("deleting the subject takes its claims along and leaves no trace in the view", () => {
  const {scenario, also} = done(models.removeModel(spark, "muse-spark"));
  expect(scenario.claims).toEqual([]);
  expect(JSON.stringify(scenario.view)).not.toContain("muse-spark");
  expect(also).toContain("the answer is about another model");
  expect(faults(scenario)).toEqual([]);
});

test("deleting a model that a ratio is over is refused", () => {
  expect(refusal(models.removeModel(loss, "maverick-as-trained"))).toBe(
    "The gain of Claimed recipe is a ratio over Maverick as trained"
  );
});

test("a model the reference curve goes through says why it cannot solve for anything but its gain", () => {
  const reason = models.lockReason(spark, "llama-4-maverick");
  expect(reason).toMatch(/^The curve of Llama 4 recipe goes through it/);
  expect(refusal(models.setSolve(spark, "llama-4-maverick", "score", {log10C: 24, log10Gain: 0, score: 18}))).toBe(
    reason
  );
});

const triple = {log10C: Math.log10(3e25), log10Gain: 4.5, score: 52.15};

test("a model that stops solving for gain gives its recipe the gain it told", () => {
  const {scenario, also} = done(models.setSolve(spark, "muse-spark", "compute", triple));
  const gain = recipe(scenario, "muse")?.gain;
  expect(gain !== undefined && "value" in gain ? gain.value / 10 ** 4.5 : NaN).toBeCloseTo(1, 9);
  expect(model(scenario, "muse-spark")?.gain).toBeUndefined();
  expect(also).toHaveLength(1);
  expect(faults(scenario)).toEqual([]);
});

test("a model that its recipe is not read through gets a gain of its own", () => {
  const {scenario} = done(
    models.setSolve(spark, "llama-4-scout", "score", {log10C: Math.log10(4.08e24), log10Gain: -1, score: 13.52})
  );
  expect(model(scenario, "llama-4-scout")?.gain?.value).toBeCloseTo(0.1, 12);
  expect(recipe(scenario, "llama-4")).toBe(recipe(spark, "llama-4"));
});

test("switching there and back keeps a compute that has not moved, with its interval", () => {
  const there = done(models.setSolve(spark, "muse-spark", "compute", triple)).scenario;
  const back = done(models.setSolve(there, "muse-spark", "gain", triple)).scenario;
  expect(model(back, "muse-spark")).toEqual(model(spark, "muse-spark"));
});

test("a compute that was solved and is now given is marked as placed and has no interval", () => {
  const there = done(
    models.setSolve(spark, "glm-5", "compute", {log10C: Math.log10(6.84e24), log10Gain: 4, score: 49.77})
  ).scenario;
  const back = done(models.setSolve(there, "glm-5", "gain", {log10C: 25, log10Gain: 4, score: 49.77})).scenario;
  expect(model(back, "glm-5")).toMatchObject({basis: "placed", compute: {value: 1e25, written: 1e25}, solve: "gain"});
});

test("a quantity that cannot be told is not given", () => {
  const {scenario} = done(models.addModel(spark));
  const solved = {log10C: 25, log10Gain: NaN, score: NaN};
  expect(refusal(models.setSolve(scenario, "new-model", "compute", solved))).toBe(
    "Its score cannot be told, so it cannot be given"
  );
});

test.each([
  [
    "compute",
    emptyScenario(),
    "reference-model",
    "The curve of Reference recipe goes through it and needs its compute"
  ],
  ["score", spark, "llama-4-maverick", "The curve of Llama 4 recipe goes through it and needs its score"],
  ["score", loss, "maverick-optimal", "It solves for compute, so its score must be given"]
] as const)("taking away a needed %s is refused", (key, scenario, id, reason) => {
  expect(refusal(models.clearModel(scenario, id, key))).toBe(reason);
});

test("a compute that follows from parameters and tokens can be taken away", () => {
  const {scenario} = done(models.clearModel(spark, "llama-4-maverick", "compute"));
  expect(model(scenario, "llama-4-maverick")?.compute).toBeUndefined();
  expect(faults(scenario)).toEqual([]);
});

test("a model moved to another recipe no longer tells the old one its gain", () => {
  const {scenario, also} = done(models.setModelRecipe(spark, "muse-spark", "gpt-5-4"));
  expect(recipe(scenario, "muse")?.gain).toBeUndefined();
  expect(also).toHaveLength(1);
  expect(faults(scenario)).toEqual([]);
});

test("another reference takes over the slope and the headline", () => {
  const {scenario, also} = done(recipes.setReference(spark, "muse"));
  expect(scenario.reference).toBe("muse");
  expect(recipe(scenario, "muse")?.curve?.["aa-index"]).toMatchObject({through: "muse-spark", slope: {value: 6}});
  expect(recipe(scenario, "muse")?.gain).toBeUndefined();
  expect(recipe(scenario, "llama-4")?.curve).toBeUndefined();
  expect(scenario.view.headline).toContain("recipes.muse.curve.aa-index.slope");
  expect(also).toEqual(["every gain is now over Muse recipe", "the curve goes through Muse Spark"]);
  expect(faults(scenario)).toEqual([]);
});

test("a recipe without a model for the curve cannot be the reference", () => {
  const {scenario, id = ""} = done(recipes.addRecipe(spark));
  expect(refusal(recipes.setReference(scenario, id))).toBe(
    "No model of New recipe solves for gain and has compute and a score on AA Intelligence Index"
  );
});

test.each([
  ["llama-4", "Llama 4 recipe is the reference: make another recipe the reference first"],
  ["muse", "Muse Spark belongs to it: give them another recipe or delete them first"]
])("deleting the recipe %s is refused", (id, reason) => {
  expect(refusal(recipes.removeRecipe(spark, id))).toBe(reason);
});

test.each([
  ["an empty name", () => models.renameModel(spark, "gpt-5", "  "), "A name must not be empty"],
  [
    "a long name",
    () => recipes.renameRecipe(spark, "muse", "x".repeat(121)),
    "A name has 120 characters at most, got 121"
  ],
  ["an empty title", () => page.setTitle(spark, ""), "A title must not be empty"],
  [
    "a claim against nobody",
    () => claims.setClaim(spark, "over-10x", {against: []}),
    "A claim compares with one model at least"
  ],
  ["an empty claim", () => claims.setClaim(spark, "over-10x", {words: " "}), "A claim must not be empty"],
  [
    "a range that runs backwards",
    () => page.setMetricRange(spark, "aa-index", [70, 0]),
    "An axis runs from a low to a high end: for example 0 to 70, got 70 to 0"
  ]
])("%s is refused", (_, edit, reason) => {
  expect(refusal(edit())).toBe(reason);
});

test("deleting a claim takes its slider out of the headline", () => {
  const {scenario} = done(claims.removeClaim(spark, "over-10x"));
  expect(scenario.view.headline).not.toContain("claims.over-10x.ratio");
  expect(faults(scenario)).toEqual([]);
});

// Any sequence of edits: each is a number that chooses what is done to which item, so that shrinking stays readable.

const pick = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(1, items.length)];
const solves = ["compute", "gain", "score"] as const;
const texts = ["", "Another name", "GPT-5.4", "=1+1", "x".repeat(130)];

interface Step {
  readonly what: number;
  readonly which: number;
  readonly other: number;
}

const edits: readonly ((scenario: Scenario, step: Step) => Edited)[] = [
  (s) => models.addModel(s),
  (s, {which}) => models.duplicateModel(s, pick(s.models, which)?.id ?? ""),
  (s, {which}) => models.removeModel(s, pick(s.models, which)?.id ?? ""),
  (s, {which}) => models.removeModel(s, pick(s.models, which)?.id ?? ""),
  (s, {which, other}) => models.renameModel(s, pick(s.models, which)?.id ?? "", pick(texts, other) ?? ""),
  (s, {which, other}) =>
    models.setSolve(s, pick(s.models, which)?.id ?? "", pick(solves, other) ?? "gain", {
      log10C: other % 5 === 0 ? NaN : 23 + (which % 5),
      log10Gain: other % 7 === 0 ? NaN : (other % 9) - 4,
      score: other % 11 === 0 ? NaN : which
    }),
  (s, {which, other}) =>
    models.clearModel(s, pick(s.models, which)?.id ?? "", pick(["compute", "score", "gain"] as const, other) ?? "gain"),
  (s, {which, other}) =>
    models.setModelRecipe(s, pick(s.models, which)?.id ?? "", pick(s.recipes, other)?.id ?? s.reference),
  (s) => recipes.addRecipe(s),
  (s, {which}) => recipes.duplicateRecipe(s, pick(s.recipes, which)?.id ?? ""),
  (s, {which}) => recipes.removeRecipe(s, pick(s.recipes, which)?.id ?? ""),
  (s, {which}) => recipes.setReference(s, pick(s.recipes, which)?.id ?? ""),
  (s, {which, other}) =>
    recipes.setRecipeGain(s, pick(s.recipes, which)?.id ?? "", {through: pick(s.models, other)?.id ?? ""}),
  (s, {which, other}) =>
    recipes.setRecipeGain(s, pick(s.recipes, which)?.id ?? "", {
      times: {value: 3, written: "3x"},
      over: pick(s.models, other)?.id ?? ""
    }),
  (s, {other}) => recipes.setAnchor(s, s.reference, Object.keys(s.metrics)[0] ?? "", pick(s.models, other)?.id ?? ""),
  (s, {which, other}) => recipes.setMaker(s, pick(s.recipes, which)?.id ?? "", pick(texts, other) ?? ""),
  (s) => claims.addClaim(s),
  (s, {which}) => claims.duplicateClaim(s, pick(s.claims, which)?.id ?? ""),
  (s, {which}) => claims.removeClaim(s, pick(s.claims, which)?.id ?? ""),
  (s, {which, other}) => claims.setClaim(s, pick(s.claims, which)?.id ?? "", {words: pick(texts, other) ?? ""}),
  (s) => claims.addThreshold(s),
  (s, {which}) => claims.duplicateThreshold(s, pick(s.thresholds, which)?.id ?? ""),
  (s, {which, other}) => claims.renameThreshold(s, pick(s.thresholds, which)?.id ?? "", pick(texts, other) ?? ""),
  (s, {which}) => claims.removeThreshold(s, pick(s.thresholds, which)?.id ?? ""),
  (s, {other}) => page.setTitle(s, pick(texts, other) ?? ""),
  (s, {other}) => page.setMetricText(s, Object.keys(s.metrics)[0] ?? "", "short", pick(texts, other) ?? ""),
  (s, {which, other}) => page.setMetricRange(s, Object.keys(s.metrics)[0] ?? "", [which, other]),
  (s, {which}) => ({
    ok: true,
    scenario: writeInput(s, `models.${pick(s.models, which)?.id}.compute`, {value: 1e24, written: 1e24}),
    also: []
  })
];

const step = fc.record({
  what: fc.nat(edits.length - 1),
  which: fc.nat(40),
  other: fc.nat(40)
});

test.each([
  ["the opening scenario", spark],
  ["a loss law", loss],
  ["an empty one", emptyScenario()]
])(
  "any sequence of edits leaves %s fitting together",
  (_, opening) => {
    fc.assert(
      fc.property(fc.array(step, {maxLength: 25}), (steps) => {
        let scenario = opening;
        for (const {what, which, other} of steps) {
          const result = edits[what]?.(scenario, {what, which, other});
          if (result?.ok === true) scenario = result.scenario;
          else expect(result?.reason).toMatch(/^\S.{10,}/);
          expect(faults(scenario), JSON.stringify({what, which, other})).toEqual([]);
        }
      }),
      {seed: 20260410, numRuns: 150}
    );
  },
  60_000
);
