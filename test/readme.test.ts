import {spawnSync} from "node:child_process";
import {existsSync, mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {renderSvg} from "../src/export/svg.ts";
import {loadLedger} from "../src/scenario/ledger.ts";
import {readScenario} from "../src/scenario/read.ts";

const readme = readFileSync("README.md", "utf8");
const folder = mkdtempSync(join(tmpdir(), "readme-"));

test("the README's scenario is complete: it reads without a remark and is drawn", async () => {
  const [, text = ""] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
  const read = await readScenario(text);
  expect(read.ok ? read.warnings : read.problems).toEqual([]);
  if (!read.ok) return;
  const ledger = await loadLedger();
  const svg = renderSvg(read.scenario, {view: "ladder", width: 800, height: 500, theme: "light", ledger});
  expect(svg).toContain("Model B");
});

const commands = [...readme.matchAll(/^npx ladder (.*)$/gm)].map(([, args = ""]) => args.split(" "));

test.each(commands)("the README's command line runs: ladder %s %s", (...args) => {
  const placed = args.map((arg) => (/^out\.(svg|png|csv)$/.test(arg) ? join(folder, arg) : arg));
  const {status, stderr} = spawnSync(process.execPath, ["dist/cli/ladder.js", ...placed], {encoding: "utf8"});
  // What was filled in is said; anything more would be a complaint.
  const remarks = stderr.split("\n").filter((line) => line !== "" && !line.includes("is filled in"));
  expect({status, remarks}).toEqual({status: 0, remarks: []});
});

test("the files and folders the README names are there", () => {
  const named = [...readme.matchAll(/`((?:src|test|scenarios|\.ci)\/[\w./-]+)`/g)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((path) => !path.includes("NAME") && !existsSync(path))).toEqual([]);
});
