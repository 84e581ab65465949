import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {ladder as inProcess} from "./inProcess.ts";

const folder = mkdtempSync(join(tmpdir(), "ladder-"));

function ladder(args: readonly string[], input = "") {
  const {status, stdout, stderr} = spawnSync(process.execPath, ["dist/cli/ladder.js", ...args], {
    encoding: "utf8",
    input
  });
  return {status, stdout, stderr};
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("ladder render", () => {
  test("writes the golden figure of a scenario, to a file", () => {
    const out = join(folder, "out.svg");
    expect(ladder(["render", "scenarios/muse-spark.json", "-o", out])).toEqual({status: 0, stdout: "", stderr: ""});
    expect(readFileSync(out, "utf8")).toBe(readFileSync("test/golden/muse-spark.svg", "utf8"));
  });

  test("reads standard input and writes standard output", () => {
    const {status, stdout} = ladder(["render"], readFileSync("scenarios/muse-spark.json", "utf8"));
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync("test/golden/muse-spark.svg", "utf8"));
  });

  test("takes theme, size and view", () => {
    const {stdout} = ladder([
      "render",
      "scenarios/muse-spark.json",
      "--theme",
      "dark",
      "--width",
      "800",
      "--height=500",
      "--view",
      "thresholds"
    ]);
    expect(stdout).toMatch(/viewBox="0 0 800 500"/);
    expect(stdout).toContain("#0F1318");
    expect(stdout).toContain("What a compute threshold still catches");
  });

  test.each([
    [["render", "nowhere.json"], 2, "nowhere.json: cannot be read: no such file"],
    [["render", "scenarios"], 2, "scenarios: cannot be read: is a folder"],
    [["render", "scenarios/muse-spark.json", "--theme", "blue"], 2, "--theme must be light or dark or print, got blue"],
    [
      ["render", "scenarios/muse-spark.json", "--view", "pie"],
      2,
      "--view must be ladder or gain or thresholds or rl or thinking or agents or cost or fit or plan or sensitivity, got pie"
    ],
    [
      ["render", "scenarios/muse-spark.json", "--width", "9"],
      2,
      "--width must be a whole number from 320 to 4000, got 9"
    ],
    [["render", "a.json", "b.json"], 2, "render of 2 files needs -o with a folder"],
    [
      ["render", "scenarios/muse-spark.json", "-o", "/nowhere/at/all.svg"],
      1,
      "/nowhere/at/all.svg: cannot be written: no such folder"
    ],
    [["render", "--view", "laddr"], 2, "got laddr; did you mean ladder?"],
    [["render", "--colour"], 2, "Unknown option '--colour'. See ladder render --help."],
    [["render", "--sixe", "slide"], 2, "Unknown option '--sixe'; did you mean --size? See ladder render --help."],
    [["schema", "some.file.json"], 2, "Unexpected argument 'some.file.json'. See ladder schema --help."],
    [["url", "-o"], 2, "Option '-o, --output <value>' argument missing. See ladder url --help."],
    [["--hlep"], 2, 'no command "--hlep"; did you mean "--help"?'],
    [["help", "rendr"], 2, 'no command "rendr"; did you mean "render"?'],
    [["help", "toString"], 2, 'no command "toString". See ladder --help.'],
    [["rendr"], 2, 'no command "rendr"; did you mean "render"? See ladder --help.'],
    [[], 2, "Usage: ladder COMMAND"]
  ] as const)("%j ends with %i and a sentence", async (args, status, sentence) => {
    const result = await inProcess(args);
    expect(result.status).toBe(status);
    expect(result.stderr).toContain(sentence);
    expect(result.stdout).toBe("");
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  test("a reader that closes early is no error", () => {
    const {status, stderr} = spawnSync(
      "sh",
      ["-c", "node dist/cli/ladder.js render scenarios/muse-spark.json | head -c 10 > /dev/null"],
      {encoding: "utf8"}
    );
    expect({status, stderr}).toEqual({status: 0, stderr: ""});
  });
});

describe("ladder validate", () => {
  test("finds every shipped scenario sound", () => {
    const {status, stdout, stderr} = ladder([
      "validate",
      "scenarios/muse-spark.json",
      "scenarios/pretraining-claim.json",
      "scenarios/thresholds.json"
    ]);
    expect({status, stderr}).toEqual({status: 0, stderr: ""});
    expect(stdout.trim().split("\n")).toHaveLength(3);
  });

  test("reports every problem of every file with its place", () => {
    const broken = file("broken.json", '{\n  "version": 1,\n  "titel": "x"\n}');
    const text = file("text.json", "hello");
    const {status, stderr} = ladder(["validate", broken, "scenarios/muse-spark.json", text]);
    expect(status).toBe(2);
    expect(stderr).toContain(`${broken}:3:12 titel unknown key "titel" (did you mean "title"?)`);
    expect(stderr).toContain(`${broken}:1:1 title is missing`);
    expect(stderr).toContain(`${text}:1:1 `);
  });
});

describe("ladder help", () => {
  test.each([
    [["--help"], "render"],
    [["render", "--help"], "--theme"],
    [["help", "validate"], "FILE:LINE:COLUMN"],
    [["--version"], "0.1.0"]
  ] as const)("%j prints to standard output and ends with 0", (args, words) => {
    const {status, stdout} = ladder(args);
    expect(status).toBe(0);
    expect(stdout).toContain(words);
  });
});

test("ladder --help waits for no command: what it reads is small", () => {
  const read = new Set(["ladder.js"]);
  for (const name of read) {
    const text = readFileSync(join("dist/cli", name), "utf8");
    for (const [, other = ""] of text.matchAll(/^import[^;]*?"\.\/([^"]+)"/gm)) read.add(other);
  }
  const bytes = [...read].reduce((sum, name) => sum + readFileSync(join("dist/cli", name)).length, 0);
  expect(bytes).toBeLessThan(40_000);
});

test("ladder schema prints the published JSON Schema", () => {
  expect(ladder(["schema"]).stdout).toBe(readFileSync("scenarios/scenario.schema.json", "utf8"));
});
