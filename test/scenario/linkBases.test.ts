import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {expect, test} from "vitest";
import {linkBaseName} from "../../src/scenario/link.ts";
import type {LinkBases} from "../../src/scenario/linkBases.ts";
import type {Json} from "../../src/scenario/patch.ts";
import {readScenario} from "../../src/scenario/read.ts";
import {formatJson, toInput} from "../../src/scenario/write.ts";

const path = "src/scenario/linkBases.json";
const readBases = () => (existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as LinkBases) : {});

const shipped = readdirSync("scenarios").filter((file) => file.endsWith(".json") && file !== "scenario.schema.json");

/** What links are written of: a scenario as it is saved, which leaves out what is taken anyway. */
async function saved(text: string): Promise<Json> {
  const read = await readScenario(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return toInput(read.scenario) as Json;
}

if (process.env["UPDATE_GOLDEN"] === "1") {
  const added = await Promise.all(
    shipped.map(async (file) => {
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

test("the copies of one day are all there, so that links of that day open", () => {
  expect(bases.map(([name]) => name)).toEqual(expect.arrayContaining([expect.stringMatching(/^muse-spark\./)]));
});
