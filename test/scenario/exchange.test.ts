import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import ledgerFile from "../../src/scenario/ledger.json";
import {readInput} from "../../src/scenario/address.ts";
import {exchangesOf} from "../../src/scenario/exchange.ts";
import {evidenceIndex} from "../../src/scenario/ledger.ts";
import type {Ledger} from "../../src/scenario/ledger.ts";
import {readScenario} from "../../src/scenario/read.ts";
import type {Evidence, Scenario, ScenarioInput} from "../../src/scenario/schema.ts";
import {writeScenario} from "../../src/scenario/write.ts";

const ledger = ledgerFile as unknown as Ledger;

async function read(text: string): Promise<Scenario> {
  const result = await readScenario(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.scenario;
}

const muse = await read(readFileSync("scenarios/muse-spark.json", "utf8"));
const exchanges = (scenario: Scenario) => exchangesOf(scenario, evidenceIndex(scenario, ledger));

describe("the shipped scenario", () => {
  test("offers the hours of Maverick and Scout in place of their parameters and tokens, and nothing without a number", () => {
    expect(exchanges(muse).map(({address, inUse, other}) => [address, inUse.id, other.id])).toEqual([
      ["models.llama-4-maverick.compute", "llama-4-maverick-compute", "llama-4-maverick-compute-hours"],
      ["models.llama-4-scout.compute", "llama-4-scout-compute", "llama-4-scout-compute-hours"]
    ]);
  });

  test("takes the other value, keeps the interval that holds it and names the other first", () => {
    const [exchange] = exchanges(muse);
    expect(readInput(exchange!.scenario, exchange!.address)).toMatchObject({
      value: 3.342e24,
      low: 2.2e24,
      high: 3.4e24
    });
    expect(exchange!.keepsInterval).toBe(true);
    expect(exchange!.scenario.models.find(({id}) => id === "llama-4-maverick")?.evidence?.compute).toEqual([
      "llama-4-maverick-compute-hours",
      "llama-4-maverick-compute"
    ]);
  });

  test("leaves everything else the same object", () => {
    const [exchange] = exchanges(muse);
    const others = (scenario: Scenario) => scenario.models.filter(({id}) => id !== "llama-4-maverick");
    expect(others(exchange!.scenario).every((model, i) => model === others(muse)[i])).toBe(true);
    expect(exchange!.scenario.claims).toBe(muse.claims);
  });

  test("offers the way back, with the ledger’s own interval", () => {
    const [there] = exchanges(muse);
    const [back] = exchanges(there!.scenario);
    expect(back).toMatchObject({
      address: "models.llama-4-maverick.compute",
      other: {id: "llama-4-maverick-compute"},
      quantity: {value: 2.244e24, low: 2.2e24, high: 3.34e24}
    });
  });

  test("is a file that reads again after an exchange", async () => {
    const [exchange] = exchanges(muse);
    const again = await read(writeScenario(exchange!.scenario));
    expect(readInput(again, exchange!.address)?.value).toBe(3.342e24);
  });
});

const entry = (id: string, more: Partial<Evidence>): Evidence => ({
  id,
  subject: "A",
  quantity: "training-compute",
  value: null,
  unit: "FLOP",
  kind: "estimate",
  confidence: "low",
  source: {title: "A table"},
  date: "2026-04",
  ...more
});

/** A scenario with one model, one claim and one threshold, whose evidence stands in it. */
function withEvidence(
  model: Partial<ScenarioInput["models"][number]>,
  evidence: readonly Evidence[]
): Promise<Scenario> {
  const listed = (id: string) => (evidence.some((item) => item.id === id) ? {evidence: [id]} : {});
  return read(
    JSON.stringify({
      version: 1,
      title: "Two figures",
      metrics: {index: {name: "Index"}},
      reference: "old",
      recipes: [{id: "old", name: "Old", curve: {index: {law: "log-linear", through: "a", slope: 6}}}],
      models: [{id: "a", name: "A", recipe: "old", compute: 1e24, score: {index: 20}, ...model}],
      claims: [
        {
          id: "claim",
          words: "3x",
          by: "A",
          kind: "press",
          subject: "a",
          against: ["a"],
          ratio: 3,
          reading: "equal-score",
          ...listed("three")
        }
      ],
      thresholds: [{id: "line", name: "Line", compute: 1e25, ...listed("line")}],
      evidence
    })
  );
}
const times = {quantity: "compute-multiplier", unit: "times less training FLOP"};

describe("an exchange", () => {
  test("has the bound of a claim that is one, and a threshold’s number", async () => {
    const scenario = await withEvidence({}, [
      entry("three", {...times, value: 3, conflictsWith: ["ten", "said"]}),
      entry("ten", {...times, value: 10, low: 10}),
      entry("said", {...times, kind: "undisclosed"}),
      entry("line", {quantity: "regulatory-threshold", value: 1e25, conflictsWith: ["other-line"]}),
      entry("other-line", {quantity: "regulatory-threshold", value: 1e26})
    ]);
    const [claim, line, ...more] = exchanges(scenario);
    expect(more).toEqual([]);
    expect(claim?.quantity).toMatchObject({value: 10, bound: "over"});
    expect(claim?.scenario.claims[0]?.evidence).toEqual(["ten", "three"]);
    expect(readInput(line!.scenario, "thresholds.line.compute")?.value).toBe(1e26);
  });

  test("brings the other figure’s own interval, and drops one that does not hold its value", async () => {
    const scenario = await withEvidence({compute: {value: 1e24, low: 5e23, high: 2e24}, evidence: {compute: ["one"]}}, [
      entry("one", {value: 1e24, conflictsWith: ["far", "wide"]}),
      entry("far", {value: 9e24}),
      entry("wide", {value: 3e24, low: 1e24, high: 9e24})
    ]);
    const [far, wide] = exchanges(scenario);
    expect(far).toMatchObject({keepsInterval: false, quantity: {value: 9e24}});
    expect(far?.quantity.low).toBeUndefined();
    expect(wide?.quantity).toMatchObject({value: 3e24, low: 1e24, high: 9e24});
  });

  test("of a compute nobody disclosed makes it somebody’s estimate", async () => {
    const scenario = await withEvidence({basis: "placed", evidence: {compute: ["one"]}}, [
      entry("one", {kind: "undisclosed", conflictsWith: ["guess"]}),
      entry("guess", {value: 4e25})
    ]);
    expect(exchanges(scenario)[0]?.scenario.models[0]).toMatchObject({basis: "estimate", compute: {value: 4e25}});
  });

  test("is only between figures of one thing, in the unit of the input", async () => {
    const scenario = await withEvidence({parameters: "17B", tokens: "22T", evidence: {run: ["n", "d"]}}, [
      entry("n", {quantity: "active-parameters", unit: "parameters", value: 17e9, conflictsWith: ["total"]}),
      entry("total", {quantity: "total-parameters", unit: "parameters", value: 400e9}),
      entry("d", {quantity: "training-tokens", unit: "tokens", value: 22e12, conflictsWith: ["d2", "hours"]}),
      entry("d2", {quantity: "training-tokens", unit: "tokens", value: 30e12}),
      entry("hours", {quantity: "training-tokens", unit: "H100-hours", value: 2e6})
    ]);
    const [tokens, ...more] = exchanges(scenario);
    expect(more).toEqual([]);
    expect(tokens).toMatchObject({address: "models.a.tokens", other: {id: "d2"}, quantity: {value: 30e12}});
    expect(tokens?.scenario.models[0]?.evidence?.run).toEqual(["d2", "n", "d"]);
  });

  test("is not offered where nothing is set, or the figures do not fit a score", async () => {
    const scenario = await withEvidence({evidence: {gain: ["g"]}}, [
      entry("g", {...times, value: 2, conflictsWith: ["h"]}),
      entry("h", {...times, value: 4})
    ]);
    expect(exchanges(scenario)).toEqual([]);
  });
});
