import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {ladder} from "./inProcess.ts";

const folder = mkdtempSync(join(tmpdir(), "encodings-"));

/** A copy of a file in UTF-16. */
function wide(file: string, mark: string): string {
  const path = join(folder, `${mark === "" ? "bare" : "marked"}-${file.split("/").at(-1) ?? ""}`);
  writeFileSync(path, mark + readFileSync(file, "utf8"), "utf16le");
  return path;
}

test("a scenario in UTF-16 is read by its byte order mark, and without one is refused as what it is", async () => {
  const [marked, bare] = ["\uFEFF", ""].map((mark) => wide("scenarios/kimi-linear.json", mark));
  expect(await ladder(["validate", marked ?? ""])).toMatchObject({status: 0, stderr: ""});
  const {status, stderr} = await ladder(["validate", bare ?? ""]);
  expect(status).toBe(2);
  expect(stderr).toContain("bare-kimi-linear.json:1:1 is in UTF-16 and must be in UTF-8 (save it as UTF-8)");
});

test("a table of runs in UTF-16, as a spreadsheet writes it, is fitted as the same in UTF-8", async () => {
  const options = ["--where", "recipe=old", "--bootstrap", "0"];
  const sample = "scenarios/sample-ladder.csv";
  const plain = await ladder(["fit", sample, ...options]);
  const marked = wide(sample, "\uFEFF");
  expect(plain.status).toBe(0);
  expect((await ladder(["fit", marked, ...options])).stdout).toBe(plain.stdout.replaceAll(sample, marked));
});
