import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";

const folder = mkdtempSync(join(tmpdir(), "ladder-links-"));

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

const muse = readFileSync("scenarios/muse-spark.json", "utf8");
const old = {
  version: 0,
  title: "Old",
  metric: {name: "Index"},
  reference: "r",
  recipes: [{id: "r", name: "R", curve: {law: "log-linear", through: "m", slope: 6}}],
  models: [{id: "m", name: "M", recipe: "r", compute: 1e24, score: 20}]
};
const newer = JSON.stringify({...(JSON.parse(muse) as object), version: 9, forecast: 1});

describe("ladder url", () => {
  test("prints a link behind an address, the same one on every run, that gives the scenario back", () => {
    const args = ["url", "scenarios/muse-spark.json", "--base", "https://example.org/ladder/"];
    const {status, stdout, stderr} = ladder(args);
    expect({status, stderr}).toEqual({status: 0, stderr: ""});
    expect(stdout).toMatch(/^https:\/\/example\.org\/ladder\/#v1\.[\w-]+\.[a-z0-9]{7}\n$/);
    expect(ladder(args).stdout).toBe(stdout);
    const out = join(folder, "back.json");
    expect(ladder(["url", "--decode", stdout.trim(), "-o", out])).toEqual({status: 0, stdout: "", stderr: ""});
    expect(ladder(["migrate", "scenarios/muse-spark.json"]).stdout).toBe(readFileSync(out, "utf8"));
    expect(ladder(["url", "--decode", "-"], stdout).stdout).toBe(readFileSync(out, "utf8"));
  });

  test("prints a line for each of several files, with its name; one that is wrong is said", () => {
    const [muse, kimi] = ["scenarios/muse-spark.json", "scenarios/kimi-linear.json"];
    const {status, stdout, stderr} = ladder(["url", muse, "nowhere.json", kimi]);
    expect({status, stderr}).toEqual({status: 2, stderr: "nowhere.json: cannot be read: no such file\n"});
    const links = [muse, kimi].map((name) => `${name}\t${ladder(["url", name]).stdout}`);
    expect(stdout).toBe(links.join(""));
  });

  test("prints the part from # on where no address is given, of standard input too", () => {
    expect(ladder(["url"], muse).stdout).toMatch(/^#v1\./);
  });

  test("says that a link is longer than chats carry", () => {
    const words = Array.from({length: 3000}, (_, i) => ((i * 2654435761) % 4294967296).toString(36)).join(" ");
    const long = Array.from({length: 20}, (_, i) => ({
      id: `t-${i}`,
      name: "T",
      compute: 1e25,
      note: words.slice(i * 800, i * 800 + 800)
    }));
    const {status, stderr} = ladder(["url"], JSON.stringify({...(JSON.parse(muse) as object), thresholds: long}));
    expect(status).toBe(0);
    expect(stderr).toMatch(/standard input: the link has [\d,]+ characters; many chats cut links longer than 8000\n/);
  });

  test.each([
    [
      ["url", "--decode", "https://example.org/#what-is-wrong"],
      'the link is no link of a scenario: the part behind # must start with "v1."'
    ],
    [
      ["url", "--decode", "v2.A.b"],
      "the link is of version 2, newer than this program reads (1): open it with a newer Scaling Ladder"
    ],
    [
      ["url", "--decode", "v1.AAAA"],
      "the link is cut off: its end is missing. Copy the whole link, or ask for the file"
    ],
    [["url", "--decode", "v1.A.b", "a.json"], "url --decode takes a link and nothing else"],
    [
      ["url", "scenarios/muse-spark.json", "--base", "example"],
      "--base must be the address of a page, such as https://example.org/ladder/, got example"
    ],
    [["url", "nowhere.json"], "nowhere.json: cannot be read: no such file"]
  ] as const)("%j ends with 2 and a sentence", (args, sentence) => {
    expect(ladder(args)).toEqual({status: 2, stdout: "", stderr: `${sentence}\n`});
  });
});

describe("ladder migrate", () => {
  test("writes an old file in the current version and says what changed, and that no result did", () => {
    const path = file("old.json", JSON.stringify(old));
    const {status, stdout, stderr} = ladder(["migrate", path]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({version: 1, metrics: {metric: {name: "Index"}}});
    expect(stderr).toBe(
      `${path}: version 0 to 1: there can be several metrics since; the only one is now called “metric”, and scores and ` +
        "curves name it. No number was changed: every result is as it was\n"
    );
    expect(ladder(["validate"], stdout).status).toBe(0);
  });

  test("says that a file is of today", () => {
    const {stderr} = ladder(["migrate", "scenarios/muse-spark.json"]);
    expect(stderr).toBe("scenarios/muse-spark.json: is of version 1 already: only its layout may change\n");
  });

  test("writes a newer file without what it does not know, says so, and never over itself", () => {
    const path = file("newer.json", newer);
    const {status, stdout, stderr} = ladder(["migrate", path]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({version: 1});
    expect(stderr).toContain("forecast warning: is not known to version 1: left out");
    const over = ladder(["migrate", path, "-o", path]);
    expect(over.status).toBe(2);
    expect(over.stderr).toContain(
      `${path}: is of version 9, and what version 1 does not know would be lost; choose another -o`
    );
    expect(readFileSync(path, "utf8")).toBe(newer);
  });

  test("takes several files, each into a folder by its name; one that is wrong is said", () => {
    const files = [file("one.json", JSON.stringify(old)), file("broken.json", "{"), "scenarios/kimi-linear.json"];
    expect(ladder(["migrate", ...files]).stderr).toBe("migrate of 3 files needs -o with a folder, such as -o out/\n");
    const {status, stdout, stderr} = ladder(["migrate", ...files, "-o", join(folder, "out/")]);
    expect({status, stdout}).toEqual({status: 2, stdout: ""});
    expect(stderr).toContain("one.json: version 0 to 1");
    expect(stderr).toContain("broken.json:1:");
    expect(readdirSync(join(folder, "out")).toSorted()).toEqual(["kimi-linear.json", "one.json"]);
  });
});
