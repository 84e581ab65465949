import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import ledgerFile from "../src/scenario/ledger.json";
import {jsonSchema} from "../src/scenario/jsonSchema.ts";
import type {Ledger} from "../src/scenario/ledger.ts";
import {formatProblem, readScenario} from "../src/scenario/read.ts";
import type {Quantity} from "../src/scenario/quantity.ts";
import type {Scenario} from "../src/scenario/schema.ts";
import {toInput, writeScenario} from "../src/scenario/write.ts";

const ledger = new Map((ledgerFile as unknown as Ledger).figures.map((figure) => [figure.id, figure]));
export const scenarioFiles = readdirSync("scenarios").filter(
  (file) => file.endsWith(".json") && !file.includes(".schema.")
);

async function shipped(file: string): Promise<{readonly text: string; readonly scenario: Scenario}> {
  const text = readFileSync(`scenarios/${file}`, "utf8");
  const read = await readScenario(text);
  if (!read.ok) throw new Error(read.problems.map((problem) => formatProblem(file, problem)).join("\n"));
  expect(read.warnings).toEqual([]);
  return {text, scenario: read.scenario};
}

/** A shipped number and the ledger's, equal to the digits a scenario keeps. */
const agree = (a: number, b: number): boolean => Math.abs(a / b - 1) < 0.02;

describe.each(scenarioFiles)("%s", (file) => {
  test("reads without a remark and is written again as it was", async () => {
    const {text, scenario} = await shipped(file);
    expect(toInput(scenario)).toEqual(JSON.parse(text));
    expect(writeScenario(scenario)).toBe(text);
  });

  test("takes each measured score and each known or estimated compute from the ledger", async () => {
    const {scenario} = await shipped(file);
    const strays: string[] = [];
    const check = (what: string, quantity: Quantity | undefined, ids: readonly string[] | undefined) => {
      if (quantity === undefined) return;
      const values = (ids ?? []).flatMap((id) => ledger.get(id)?.value ?? []);
      if (!values.some((value) => agree(quantity.value, value))) strays.push(`${what} ${quantity.value}`);
    };
    for (const {id, basis, compute, score, evidence} of scenario.models) {
      if (basis !== "placed") check(`${id} compute`, compute, evidence?.compute);
      if (evidence?.score !== undefined || Object.keys(score).some((metric) => metric === "aa-index")) {
        check(`${id} score`, score["aa-index"], evidence?.score);
      }
    }
    for (const {id, compute, evidence} of scenario.thresholds) check(id, compute, evidence);
    expect(strays).toEqual([]);
  });

  test("takes the tokens, listed prices and measured costs of a task from the ledger", async () => {
    const {cost} = (await shipped(file)).scenario;
    const strays: string[] = [];
    const check = (what: string, value: number | undefined, ids: readonly string[] | undefined, unit: number) => {
      if (value === undefined || ids === undefined) return;
      const known = ids.flatMap((id) => ledger.get(id)?.value ?? []);
      if (known.length > 0 && !known.some((figure) => agree(value, figure * unit))) strays.push(`${what} ${value}`);
    };
    for (const {id, input, output, inputPrice, outputPrice, measured, evidence} of cost?.setups ?? []) {
      // A share of tokens saved is no count of them.
      const counts = evidence?.tokens?.filter((entry) => ledger.get(entry)?.unit === "million tokens");
      check(`${id} input`, input?.value, counts, 1e6);
      check(`${id} output`, output?.value, counts, 1e6);
      check(`${id} inputPrice`, inputPrice?.value, evidence?.price, 1);
      check(`${id} outputPrice`, outputPrice?.value, evidence?.price, 1);
      check(`${id} measured`, measured, evidence?.measured, 1);
    }
    for (const hardware of [cost?.training, cost?.serving]) {
      check("price of a chip-hour", hardware?.price.value, hardware?.evidence?.price, 1);
    }
    expect(strays).toEqual([]);
  });

  test("places a model whose compute is not disclosed, and says so by its evidence", async () => {
    const {scenario} = await shipped(file);
    // A run that nobody made needs no source for its compute: its note says that it is hypothetical.
    const isInvented = ({solve, note}: (typeof scenario.models)[number]) =>
      solve === "score" && note?.includes("hypothetical") === true;
    const placed = scenario.models.filter((model) => model.basis === "placed" && !isInvented(model));
    for (const {id, evidence, note} of placed) {
      const kinds = (evidence?.compute ?? []).map((entry) => ledger.get(entry)?.kind);
      expect(
        kinds.some((kind) => kind === "undisclosed" || kind === "derived"),
        `${id}: ${kinds.join()}`
      ).toBe(true);
      expect(note, id).toMatch(/assumption|hypothetical/);
    }
  });
});

test("the default scenario stands on the figures the page is about", async () => {
  const {scenario} = await shipped("muse-spark.json");
  const model = (id: string) => scenario.models.find((item) => item.id === id);
  expect(model("llama-4-maverick")).toMatchObject({
    compute: {value: 2.24e24, low: 2.2e24, high: 3.4e24},
    score: {"aa-index": {value: 18.36}}
  });
  expect(model("muse-spark")?.score["aa-index"]?.value).toBe(52.15);
  expect(model("gpt-5-4")?.score["aa-index"]?.value).toBe(56.8);
  expect(model("gemini-3-1-pro")?.score["aa-index"]?.value).toBe(57.18);
  expect(model("claude-opus-4-6")?.score["aa-index"]?.value).toBe(52.95);
  const known = scenario.models.filter(({basis, recipe}) => basis !== "placed" && recipe !== "llama-4");
  expect(known.length).toBeGreaterThanOrEqual(10);
  expect(scenario.metrics["aa-index"]).toMatchObject({version: "v4.0", date: "10 Apr 2026"});
});

test("the published JSON Schema is the one of the program", () => {
  expect(readFileSync("scenarios/scenario.schema.json", "utf8")).toBe(jsonSchema());
});
