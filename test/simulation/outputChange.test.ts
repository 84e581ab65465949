import {expect, test} from "vitest";
import {attributionLines, inputWords, outputWords, partWords, structureWords} from "../../src/figures/compareWords.ts";
import {writeInput} from "../../src/scenario/address.ts";
import {compareScenarios} from "../../src/scenario/compareScenarios.ts";
import {parseQuantity} from "../../src/scenario/parseQuantity.ts";
import type {QuantityKind} from "../../src/scenario/quantity.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {ladder} from "../../src/simulation/ladder.ts";
import {outputChange, outputPairs, structure} from "../../src/simulation/outputChange.ts";
import type {OutputChange} from "../../src/simulation/outputChange.ts";
import {shippedScenario} from "./shipped.ts";

const spark = await shippedScenario("muse-spark.json");
const slope = "recipes.llama-4.curve.aa-index.slope";

function withInputs(scenario: Scenario, changes: Readonly<Record<string, readonly [number | string, QuantityKind]>>) {
  return Object.entries(changes).reduce((made, [address, [text, kind]]) => {
    const parsed = parseQuantity(text, kind);
    if (!parsed.ok) throw new Error(parsed.message);
    return writeInput(made, address, parsed.value);
  }, scenario);
}

const changed = withInputs(spark, {
  "models.muse-spark.compute": [1.5e25, "compute"],
  "models.gpt-5-4.score.aa-index": [58, "score"],
  [slope]: [8, "slope"],
  "claims.over-10x.ratio": [5, "gain"]
});

function change(before: Scenario, after: Scenario, id: string): OutputChange {
  const found = outputChange(before, after, id);
  if (found === undefined) throw new Error(`no output ${id}`);
  return found;
}

const partsOf = ({attribution}: OutputChange) =>
  Object.fromEntries(attribution.parts.map(({change: name, part}) => [name, part]));

test("outputPairs gives the numbers of the ladder, before and after", () => {
  for (const {rival, log10Gain, points} of ladder(changed)?.comparisons ?? []) {
    const pairs = new Map(outputPairs(spark, changed).map((pair) => [pair.id, pair.after]));
    expect(pairs.get(`gain.${rival}`)).toBe(log10Gain);
    expect(pairs.get(`points.${rival}`)).toBe(points);
  }
});

test("outputChange shares out the change of every output of every kind without a rest", () => {
  for (const {id, before, after} of outputPairs(spark, changed)) {
    const {attribution, idle} = change(spark, changed, id);
    const sum = attribution.parts.reduce((total, {part}) => total + part, 0);
    expect(Math.abs(sum - (after - before)), id).toBeLessThan(1e-10);
    expect(idle).toContain("claims.over-10x.ratio");
  }
});

test("outputChange gives a halved compute of the subject a factor of 2 at equal score, whatever else changes", () => {
  expect(partsOf(change(spark, changed, "gain.gpt-5-4"))["models.muse-spark.compute"]).toBeCloseTo(Math.log10(2), 10);
});

test("outputChange turned round has the same parts with the other sign", () => {
  const there = partsOf(change(spark, changed, "points.gpt-5-4"));
  for (const [name, part] of Object.entries(partsOf(change(changed, spark, "points.gpt-5-4")))) {
    expect(Math.abs(part + (there[name] ?? NaN)), name).toBeLessThan(1e-10);
  }
});

test("outputChange takes in a growth that one scenario leaves out", () => {
  const after = withInputs(spark, {"recipes.muse.growth": [1.5, "gain"], [slope]: [8, "slope"]});
  const {attribution, before, after: is} = change(spark, after, "points.gpt-5-4");
  expect(attribution.parts.map(({change: name}) => name)).not.toContain(structure);
  expect(attribution.before).toBeCloseTo(before, 10);
  expect(attribution.after).toBeCloseTo(is, 10);
});

test("outputChange counts models and choices as one change, and titles as none", () => {
  const baseline: Scenario = {...changed, baseline: {...changed.baseline, run: "compute-optimal"}, title: "Another"};
  expect(change(spark, baseline, "gain.llama-4-maverick").attribution.parts[0]?.change).toBe(structure);
  expect(partsOf(change(spark, baseline, "gain.llama-4-maverick"))[structure]).toBeLessThan(-0.1);
  expect(change(spark, {...spark, title: "Another"}, "gain.gpt-5-4").attribution.parts).toEqual([]);
});

test("outputChange of an output that only one scenario has shares nothing out", () => {
  const without: Scenario = {...changed, models: changed.models.filter(({id}) => id !== "gpt-5-4")};
  expect(change(spark, without, "gain.gpt-5-4").attribution).toMatchObject({method: "none", parts: []});
  expect(outputChange(spark, changed, "gain.nobody")).toBeUndefined();
});

test("outputChange evaluates mixtures of what the output stands on alone", () => {
  const names = ["muse-spark", "gpt-5-4", "gemini-3-1-pro", "claude-opus-4-6", "llama-4-maverick"];
  const many = names.reduce(
    (made, id, i) =>
      withInputs(made, {
        [`models.${id}.compute`]: [(i + 2) * 1e25, "compute"],
        [`models.${id}.score.aa-index`]: [30 + i, "score"]
      }),
    withInputs(spark, {[slope]: [8, "slope"], "recipes.muse.growth": [1.1, "gain"]})
  );
  const {inputs} = compareScenarios(spark, many);
  expect(inputs).toHaveLength(12);
  const {attribution, idle} = change(spark, many, "points.gpt-5-4");
  expect(attribution).toMatchObject({method: "shapley", evaluations: 2 ** 8});
  expect(idle).toHaveLength(4);
});

test("the words of a comparison say both sides and each part", () => {
  const comparison = compareScenarios(spark, changed);
  expect(comparison.inputs.map(inputWords)).toEqual([
    "Muse Spark, compute: 3.00×10^25 FLOP (90 %: 3.00×10^24 to 3.00×10^26) → 1.50×10^25 FLOP",
    "GPT-5.4, score: 56.8 points → 58 points",
    "Points per tenfold compute: 6 points (90 %: 3 points to 12 points) → 8 points",
    "“over 10x”, Meta: over 10× → 5×"
  ]);
  const lines = attributionLines(change(spark, changed, "gain.gpt-5-4"), comparison);
  expect(lines[0]).toBe("gain against GPT-5.4: 1.7× → 3.7×");
  expect(lines[1]).toBe("  by mean over all orders of the changes (Shapley):");
  expect(lines).toContain("  Muse Spark, compute: times 2.0");
  expect(lines.at(-1)).toBe("  “over 10x”, Meta: moves nothing here");
  expect(outputWords("gain", Infinity)).toBe("never reached");
  expect(outputWords("score", NaN)).toBe("not there");
  expect([partWords("points", -0.004), partWords("points", -1.5), partWords("score", 0.25)]).toEqual([
    "0.00 points",
    "−1.50 points",
    "+0.25"
  ]);
  expect(
    [
      {path: "models.a", what: "added", after: "A"},
      {path: "models.b", what: "removed", before: "B"},
      {path: "baseline.run", what: "changed", before: "x", after: "y"}
    ].map((item) => structureWords(item as Parameters<typeof structureWords>[0]))
  ).toEqual(["models.a added: A", "models.b removed: B", "baseline.run: x → y"]);
});

test("an attribution that is not shared out says why", () => {
  const without: Scenario = {...changed, models: changed.models.filter(({id}) => id !== "gpt-5-4")};
  const lines = attributionLines(change(spark, without, "gain.gpt-5-4"), compareScenarios(spark, without));
  expect(lines).toEqual([
    "gain against GPT-5.4: 1.7× → not there; a mixture of the two has no finite number, so the change is not shared out"
  ]);
});
