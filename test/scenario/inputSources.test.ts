import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {sourceTextOf} from "../../src/app/controls/sourceText.ts";
import {sourcesOf} from "../../src/figures/evidence.ts";
import type {Input} from "../../src/scenario/inputList.ts";
import {inputAt, inputsOf} from "../../src/scenario/inputList.ts";
import {evidenceIds, evidenceIndex, loadLedger} from "../../src/scenario/ledger.ts";
import type {Evidence, Scenario} from "../../src/scenario/schema.ts";
import {sectionEvidenceIds} from "../../src/scenario/viewInputs.ts";
import {shippedScenario} from "../simulation/shipped.ts";
import {shippedFiles} from "./shippedFiles.ts";

type Item = Readonly<Record<string, unknown>>;

/** What the file itself gives at the place of a number, read without the reader: ids, or undefined. */
function givenFor(document: Item, address: string): readonly string[] | undefined {
  const keys = address.split(".");
  const within = (value: unknown, key: string): unknown =>
    Array.isArray(value) ? value.find((item: Item) => item["id"] === key) : (value as Item | undefined)?.[key];
  for (let i = keys.length - 1; i > 0; --i) {
    const holder = keys.slice(0, i).reduce<unknown>(within, document) as Item | undefined;
    const evidence = holder?.["evidence"];
    if (evidence === undefined) continue;
    const place = keys.slice(i).join(".");
    const own = Array.isArray(evidence) ? undefined : (evidence as Item)[place];
    if (own !== undefined) return own as string[];
    // Things that have one number, whose list is its own, and a recipe, whose list is of its gain or its curve.
    const isAlone =
      /^(claims|thresholds)\.[^.]+\.\w+$|^thinking\.index\.runs\.[^.]+\.tokens$|^cost\.pipeline\.gain$/.test(address) ||
      /^recipes\.[^.]+\.(gain|curve\.[^.]+\.slope)$/.test(address);
    return isAlone && Array.isArray(evidence) ? (evidence as string[]) : undefined;
  }
  return undefined;
}

/** `score.aa-index` of a model is under `score`. */
const placeOf = (address: string): string => address.replace(/^(models\.[^.]+\.score)\..*/, "$1");

const tagOf = async (scenario: Scenario, input: Input): Promise<string> => {
  const find = evidenceIndex(scenario, await loadLedger());
  return sourceTextOf(input, (ids) => sourcesOf(ids, find));
};

test.each(shippedFiles)("every slider of %s has the evidence given for its own number, and no other", async (file) => {
  const scenario = await shippedScenario(file);
  const document = JSON.parse(readFileSync(`scenarios/${file}`, "utf8")) as Item;
  for (const input of inputsOf(scenario)) {
    expect(input.evidence, input.address).toEqual(givenFor(document, placeOf(input.address)) ?? []);
    if (input.evidence.length > 0 || input.kind.quantity === "count") continue;
    const tag = await tagOf(scenario, input);
    expect(["assumed", "placed", "no source given"], `${input.address}: ${tag}`).toContain(tag);
  }
});

/** Numbers of one unit that a figure may state another way: a share as a percentage, a count in millions. */
const sizes = [1, 100, 1e-6];

/** Whether a figure states a number: as its value or an end, or in its words. */
function states({value, low, high, note = "", subject}: Evidence, number: number): boolean {
  const isNear = (stated: number) => sizes.some((size) => Math.abs(stated / (number * size) - 1) < 0.02);
  const words = `${subject} ${note}`.replace(/(?<!\d)\.(\d)/g, "0.$1").replace(/(\d)k\b/g, "$1000");
  const inWords = (words.match(/\d+(\.\d+)?/g) ?? []).map(Number);
  return [value, low, high, ...inWords].some((stated) => typeof stated === "number" && isNear(stated));
}

/** Slopes are assumed from other families; a product of hours is one of two estimates. */
const assumed = (input: Input): boolean => input.kind.quantity === "slope";

test.each(shippedFiles)("what a slider of %s shows as its source states that very number", async (file) => {
  const scenario = await shippedScenario(file);
  const find = evidenceIndex(scenario, await loadLedger());
  for (const input of inputsOf(scenario)) {
    const figures = input.evidence.flatMap((id) => find(id) ?? []);
    const [first] = figures;
    if (first === undefined || assumed(input) || first.kind === "undisclosed") continue;
    const {value, low, high} = input.quantity;
    const ends = [value, low, high].flatMap((end) => end ?? []);
    const isStated = figures.some((figure) => ends.some((end) => states(figure, end)));
    expect(isStated, `${input.address}: ${value} by ${first.id}`).toBe(true);
  }
});

test.each([
  ["contemplating.json", "agents.joining.falsePositive", "assumed"],
  ["contemplating.json", "agents.work.tokens", "assumed"],
  ["contemplating.json", "agents.success.mean", "press only"],
  ["contemplating.json", "agents.success.concentration", "assumed"],
  ["contemplating.json", "models.muse-spark.compute", "not disclosed"],
  ["serve-a-billion.json", "cost.changes.penalty.once", "assumed"],
  ["serve-a-billion.json", "cost.lifetime.loss", "assumed"],
  ["serve-a-billion.json", "cost.setups.short.input", "assumed"],
  ["serve-a-billion.json", "cost.tasks", "assumed"],
  ["serve-a-billion.json", "cost.serving.price", "estimate"],
  ["serve-a-billion.json", "models.maverick-as-trained.tokens", "stated by Meta"],
  ["cost-per-task.json", "cost.setups.gpt-5-4.output", "measured"],
  ["cost-per-task.json", "cost.setups.gpt-5-4.outputPrice", "measured"],
  ["cost-per-task.json", "cost.pipeline.gain", "stated by Meta"],
  ["rl-scaling.json", "reinforcement.law.ceiling", "published"],
  ["rl-scaling.json", "reinforcement.heldOut.ceiling", "assumed"],
  ["recipe-parts.json", "recipes.parts.parts.data", "published"],
  ["recipe-parts.json", "recipes.parts.growth", "assumed"],
  ["pretraining-claim.json", "recipes.new.gain", "stated by Meta"],
  ["pretraining-claim.json", "recipes.new.growth", "assumed"],
  ["pretraining-claim.json", "recipes.new.limit.loss", "assumed"],
  ["kimi-linear.json", "recipes.mla.curve.loss.A", "published"],
  ["thought-compression.json", "thinking.index.runs.muse-spark.tokens", "measured"],
  ["thought-compression.json", "thinking.penalties.kimi.weight", "assumed"],
  ["plan-3x.json", "plan.hardware.mfu", "assumed"],
  ["plan-3x.json", "plan.hardware.price", "estimate"]
])("in %s the number at %s is %s", async (file, address, tag) => {
  const scenario = await shippedScenario(file);
  const said = await tagOf(scenario, inputAt(scenario, address)!);
  expect(said.replace(/, \d+ conflicts?$/, "")).toBe(tag);
});

test("what is given for a section stands in the list of its view, if not beside a slider", async () => {
  const serving = await shippedScenario("serve-a-billion.json");
  expect(sectionEvidenceIds(serving, "cost")).toContain("arora-token-reduction");
  expect(sectionEvidenceIds(await shippedScenario("contemplating.json"), "agents")).toContain("stroebl-useful-samples");
  expect(evidenceIds(await shippedScenario("recipe-parts.json"))).toEqual(
    expect.arrayContaining(["dclm-filtering", "epoch-reasoning-ceg"])
  );
});
