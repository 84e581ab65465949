import {readFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {expect, test} from "vitest";

const src = join(import.meta.dirname, "../../src");

/** An import that runs something: types are gone by then, and what is imported dynamically waits. */
const runs = /^(?:import(?! type\b)|export(?! type\b))(?:[^;"]*?\sfrom)? "(\.[^"?]*\.tsx?)";/gm;

/** Every file of src that is there once another one runs, itself included, by its path in src. */
function reached(entry: string): ReadonlySet<string> {
  const found = new Set([entry]);
  for (const path of found) {
    const text = readFileSync(join(src, path), "utf8");
    for (const [, target = ""] of text.matchAll(runs)) found.add(relative(src, join(src, dirname(path), target)));
  }
  return found;
}

const start = reached("app/main.tsx");

test("the start is followed through its imports", () => {
  for (const path of ["app/App.tsx", "chart/layout.ts", "numerics/exp.ts"]) expect(start).toContain(path);
});

test.each([
  ["reads documents", "scenario/schema.ts"],
  ["knows the inputs of sections", "scenario/sectionInputs.ts"],
  ["knows the inputs of costs", "scenario/costInputs.ts"],
  ["makes curves of further laws", "laws/chinchilla.ts"],
  ["makes curves of formulas", "laws/formulaCurve.ts"],
  ["reads fields", "app/controls/readField.ts"],
  ["reads quantities", "scenario/parseQuantity.ts"],
  ["knows words and units", "scenario/units.ts"],
  ["opens and saves files", "app/files.ts"],
  ["words the rows of evidence", "figures/evidenceWords.ts"],
  ["draws the gain", "figures/gain.ts"],
  ["draws the thresholds", "figures/thresholds.ts"]
])("what %s is not there before it is needed", (_, path) => {
  expect(start).not.toContain(path);
});

test.each([
  "app/worker.ts",
  "app/compare/compareWorker.ts",
  "app/exporting/jsonWorker.ts",
  "scenario/read.ts",
  "figures/viewAtHand.ts",
  "library/scalingLadder.ts",
  "cli/scenarioFile.ts"
])("who meets documents knows the inputs of their sections and their laws: %s", (entry) => {
  expect(reached(entry)).toContain("scenario/sectionInputs.ts");
  expect(reached(entry)).toContain("scenario/allLaws.ts");
});
