import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {expect} from "vitest";

/** Compares with the file of that name, or writes it anew where UPDATE_GOLDEN is set. */
export function expectGolden(name: string, svg: string): void {
  const path = `test/golden/${name}.svg`;
  const changed = `test/golden/${name}-changed.svg`;
  if (process.env["UPDATE_GOLDEN"]) writeFileSync(path, svg);
  if (existsSync(path) && readFileSync(path, "utf8") === svg) return rmSync(changed, {force: true});
  writeFileSync(changed, svg);
  expect.fail(`${path} differs from what is drawn now: compare ${changed}, then npm run golden`);
}
