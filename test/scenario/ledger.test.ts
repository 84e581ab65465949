import {existsSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";
import ledgerFile from "../../src/scenario/ledger.json";
import {embedEvidence, evidenceIds, evidenceIndex} from "../../src/scenario/ledger.ts";
import type {Ledger} from "../../src/scenario/ledger.ts";
import {readScenario} from "../../src/scenario/read.ts";
import {evidenceKinds} from "../../src/scenario/schema.ts";

const ledger = ledgerFile as unknown as Ledger;
const byId = new Map(ledger.figures.map((figure) => [figure.id, figure]));

test("every id of the ledger is its own", () => {
  expect(byId.size).toBe(ledger.figures.length);
  expect(ledger.figures.length).toBeGreaterThan(400);
});

test("every figure of the ledger has a source that is listed, with a title", () => {
  expect(ledger.figures.filter(({source}) => !ledger.sources[source]?.title)).toEqual([]);
});

test("every figure of the ledger is of one of the seven kinds, and undisclosed ones have no value", () => {
  expect(ledger.figures.filter(({kind}) => !evidenceKinds.includes(kind))).toEqual([]);
  expect(ledger.figures.filter(({kind, value}) => kind === "undisclosed" && value !== null)).toEqual([]);
});

test("conflicts in the ledger point both ways", () => {
  const oneWay = ledger.figures.flatMap(({id, conflictsWith = []}) =>
    conflictsWith
      .filter((other) => byId.get(other)?.conflictsWith?.includes(id) !== true)
      .map((other) => `${id} → ${other}`)
  );
  expect(oneWay).toEqual([]);
});

test("low ≤ value ≤ high throughout the ledger", () => {
  const wrong = ledger.figures.filter(({value, low, high}) => {
    const ends = [low, value ?? undefined, high].filter((end) => end !== undefined);
    return ends.some((end, i) => i > 0 && end < (ends[i - 1] ?? end));
  });
  expect(wrong).toEqual([]);
});

test("notes of the ledger stay under 200 characters", () => {
  expect(ledger.figures.filter(({note = ""}) => note.length >= 200)).toEqual([]);
});

test.skipIf(!existsSync("../shared/facts/ledger.json"))("the ledger is the one of the facts, to the letter", () => {
  expect(ledgerFile).toEqual(JSON.parse(readFileSync("../shared/facts/ledger.json", "utf8")));
});

test("embedEvidence makes a scenario that finds all its evidence without the ledger", async () => {
  const read = await readScenario(readFileSync("scenarios/muse-spark.json", "utf8"));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const alone = embedEvidence(read.scenario, ledger);
  const find = evidenceIndex(alone, undefined);
  expect(evidenceIds(alone).filter((id) => find(id) === undefined)).toEqual([]);
  expect(find("llama-4-maverick-compute-hours")?.value).toBe(3.342e24);
  expect(embedEvidence(alone, ledger)).toEqual(alone);
});
