import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {expect, test} from "vitest";
import {linkBaseName} from "../../src/scenario/link.ts";
import type {LinkBases} from "../../src/scenario/linkBases.ts";
import type {Json} from "../../src/scenario/patch.ts";
import {readScenario} from "../../src/scenario/read.ts";
import {formatJson, toInput} from "../../src/scenario/write.ts";
import {shippedFiles} from "./shippedFiles.ts";

const path = "src/scenario/linkBases.json";
const readBases = () => (existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as LinkBases) : {});

/** What links are written of: a scenario as it is saved, which leaves out what is taken anyway. */
async function saved(text: string): Promise<Json> {
  const read = await readScenario(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return toInput(read.scenario) as Json;
}

if (process.env["UPDATE_GOLDEN"] === "1") {
  const added = await Promise.all(
    shippedFiles.map(async (file) => {
      const document = await saved(readFileSync(`scenarios/${file}`, "utf8"));
      return [linkBaseName(file.replace(".json", ""), document), document] as const;
    })
  );
  writeFileSync(path, `${formatJson({...readBases(), ...Object.fromEntries(added)})}\n`);
}

const bases = Object.entries(readBases());

test("a copy that links build on never changes: its name has its fingerprint", () => {
  expect(bases.length).toBeGreaterThan(0);
  for (const [name, document] of bases) {
    expect(linkBaseName(name.slice(0, name.lastIndexOf(".")), document)).toBe(name);
  }
});

test("every copy that links build on still opens", async () => {
  for (const [name, document] of bases) {
    const read = await readScenario(JSON.stringify(document));
    expect(read.ok || read.problems, name).toBe(true);
  }
});

/** Copies of the first day: links of that day build on them. */
const first = [
  "contemplating.025xthd",
  "cost-per-task.1v0te9h",
  "kimi-linear.01lpnmi",
  "muse-spark.02fh0u5",
  "pretraining-claim.0iuz9ri",
  "recipe-parts.0xv5292",
  "rl-scaling.0yr28vy",
  "serve-a-billion.09oqp9i",
  "thought-compression.0w5g1xc",
  "thresholds.0l2ctgq"
];

test("no copy is ever taken away", () => {
  expect(bases.map(([name]) => name)).toEqual(expect.arrayContaining(first));
});
