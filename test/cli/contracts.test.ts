import {execFile, spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, readdirSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {promisify} from "node:util";
import {describe, expect, test} from "vitest";
import {isColored, painter} from "../../src/cli/color.ts";
import {main} from "../../src/cli/ladder.ts";
import {problemText} from "../../src/cli/problemText.ts";

const folder = mkdtempSync(join(tmpdir(), "contracts-"));
const muse = "scenarios/muse-spark.json";
const few = ["--draws", "100"] as const;
const sample = "scenarios/sample-ladder.csv";

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const other = file("other.json", readFileSync(muse, "utf8").replace('"Muse Spark and its rivals"', '"Another"'));

/** Each command once, as it is asked for in an article. */
const commands: readonly (readonly string[])[] = [
  ["render", muse],
  ["render", muse, "--view", "gain", "--theme", "dark"],
  ["simulate", muse, "--json", ...few],
  ["gain", muse, "--json", ...few],
  ["claim", muse, "--json", ...few],
  ["diff", muse, other, "--json"],
  ["fit", sample, "--where", "recipe=old", "--bootstrap", "50", "--json"],
  ["compare", sample, "--by", "recipe", "--bootstrap", "50", "--json"],
  ["agents", "scenarios/contemplating.json", "--json", ...few],
  ["thinking", "scenarios/thought-compression.json", "--json", ...few],
  ["rl", "scenarios/rl-scaling.json", "--json", ...few],
  ["cost", "scenarios/cost-per-task.json", "--json", ...few],
  ["law", "hoffmann2022", "--compute", "5.76e23", "--json"],
  ["schema"]
];

describe("the same input and seed give the same bytes", () => {
  // Once from the sources, in a process with a past, and once from the bundle, in a process of its own.
  test.each(commands.map((args) => [args.join(" "), args] as const))("ladder %s", async (_, args) => {
    const [first, second] = [join(folder, "bundle"), join(folder, "sources")];
    await Promise.all([
      promisify(execFile)(process.execPath, ["dist/cli/ladder.js", ...args, "-o", first]),
      main([...args, "-o", second])
    ]);
    expect(readFileSync(second, "utf8")).toBe(readFileSync(first, "utf8"));
    expect(readFileSync(first, "utf8").length).toBeGreaterThan(20);
  });
});

describe("ladder diff", () => {
  const run = async (...args: readonly string[]): Promise<string> => {
    const out = join(folder, "diff.txt");
    await main(["diff", ...args, "-o", out]);
    return readFileSync(out, "utf8");
  };

  test("says what differs, and that nothing does", async () => {
    expect(await run(muse, muse)).toBe("the two scenarios say the same\n");
    const text = await run(muse, other);
    expect(text).toContain("Built otherwise\n  title: Muse Spark and its rivals → Another\n");
    expect(text.trimEnd()).toMatch(/Outputs\n  none changes$/);
  });

  test("names the outputs that change, counts the others and shares the change out", async () => {
    const dearer = file(
      "dearer.json",
      readFileSync(muse, "utf8").replace('{"value": 3e25, "low": 3e24, "high": 3e26}', "1e25")
    );
    const text = await run(muse, dearer);
    expect(text).toMatch(/\n  gain against GPT-5\.4: 1\.7× → \S+\n/);
    expect(text).toMatch(/\n  2 more that stay the same\nWhere it comes from\n/);
  });

  test("does not call the same what has another interval", async () => {
    const narrower = file(
      "narrower.json",
      readFileSync(muse, "utf8").replace('{"value": 3e25, "low": 3e24, "high": 3e26}', '"2.9e25 to 3.1e25"')
    );
    const text = await run(muse, narrower);
    expect(text).toMatch(/\n  gain against GPT-5\.4: 1\.7×; 90 %: 0\.04× to 25× → 0\.09× to 7\.\d×\n/);
    expect(text).not.toContain("none changes");
    const {outputs} = JSON.parse(await run(muse, narrower, "--json"));
    expect(outputs[0].beforeInterval.high).toBeCloseTo(25, 0);
    expect(outputs[0].afterInterval.high).toBeLessThan(8);
  });

  const asPlan = (name: string, noise: number): string => {
    const document = JSON.parse(readFileSync("scenarios/plan-3x.json", "utf8"));
    const changed = {...document, plan: {...document.plan, noise}, uncertainty: {draws: 200}};
    return file(name, JSON.stringify(changed));
  };

  test("says of a plan its interval and verdict too, and what simulated ladders tell", async () => {
    const [quiet, loud] = [asPlan("quiet.json", 0.005), asPlan("loud.json", 0.008)];
    const text = await run(quiet, loud);
    const ends = String.raw`\d\.\d× to \d\.\d× → \d\.\d+× to \d+(\.\d)?×`;
    expect(text).toMatch(
      new RegExp(`\nPlan\n  90 % of the gain at the target: ${ends}\n  verdict by the delta method: can be told from`)
    );
    expect(text).toMatch(new RegExp(`\n  90 % of the gain at the target, simulated: ${ends}\n`));
    const {sayings} = JSON.parse(await run(quiet, loud, "--json")) as {
      readonly sayings: readonly {readonly id: string}[];
    };
    expect(sayings.map(({id}) => id)).toEqual([
      "plan.interval",
      "plan.verdict",
      "plan.simulated.power",
      "plan.simulated.interval"
    ]);
    expect(sayings[1]).toMatchObject({view: "plan", after: "cannot be told from no gain"});
  });

  test("says of a fit its law, and what that says at the target with its interval", async () => {
    const fitted = join(folder, "fitted.json");
    const args = ["fit", sample, "--where", "recipe=old", "--predict", "C=3e22", "--bootstrap", "50"];
    await main([...args, "-o", fitted]);
    const document = JSON.parse(readFileSync(fitted, "utf8"));
    const changed = {...document, runs: {...document.runs, form: "power-law"}};
    const other = file("power-law.json", JSON.stringify(changed));
    const text = await run(fitted, other);
    expect(text).toMatch(/\nFit\n  loss by the law: 2\.\d+ at 3\.0×10\^22 FLOP → 2\./);
    expect(text).toMatch(/\n  90 % of loss by the law: 2\.\d+ to 2\.\d+ → \d\.\d+ to 2\.\d+$/m);
  });

  test.each([
    [[muse], "diff takes two files, got 1"],
    [["-", "-"], "diff reads standard input once: one of the two is a file"],
    [[muse, muse, "--of", "gain.gpt-5-5"], 'got gain.gpt-5-5; did you mean "gain.gpt-5-4"?']
  ] as const)("of %j ends with a sentence", async (args, sentence) => {
    await expect(main(["diff", ...args])).rejects.toThrow(sentence);
  });
});

describe("several files", () => {
  test("are drawn into a folder, each by its name, that is made for them", async () => {
    const figures = join(folder, "figures");
    await main(["render", muse, other, "--width", "400", "--height", "300", "-o", `${figures}/`]);
    expect(readdirSync(figures)).toEqual(["muse-spark.svg", "other.svg"]);
  });

  test("of which one is wrong are done but for that one, which is said", () => {
    const bad = file("wrong.json", "{}");
    const figures = join(folder, "some");
    const small = ["--width", "400", "--height", "300"];
    const of = (...args: readonly string[]) =>
      spawnSync(process.execPath, ["dist/cli/ladder.js", ...args], {encoding: "utf8"});
    const drawn = of("render", bad, "nowhere.json", other, ...small, "-o", `${figures}/`);
    expect(drawn.stderr).toContain(`${bad}:1:1 "version" is missing`);
    expect(drawn.stderr).toContain("nowhere.json: cannot be read: no such file");
    expect(drawn.status).toBe(2);
    expect(readdirSync(figures)).toEqual(["other.svg"]);
    const simulated = of("simulate", bad, other, "--json", ...few);
    expect(simulated.status).toBe(2);
    expect(JSON.parse(simulated.stdout)).toMatchObject([{file: other, title: "Another"}]);
  });

  test.each([
    [[muse, other], "render of 2 files needs -o with a folder, such as -o figures/"],
    [[muse, other, "-o", "a.svg"], "such as -o figures/; got a.svg"],
    [[muse, other, "-o", "no/where/"], "no/where/: cannot be written: no such folder, and none can be made there"],
    [[muse, muse, "-o", folder], `${muse} and ${muse} would both be written to`]
  ] as const)("%j end with a sentence", async (args, sentence) => {
    await expect(main(["render", ...args])).rejects.toThrow(sentence);
  });
});

test("a figure is drawn of the scenario as it is set on the way, and carries it", async () => {
  const [svg, plain] = ["set.svg", "plain.svg"].map((name) => join(folder, name));
  if (svg === undefined || plain === undefined) return;
  await main(["render", muse, "--set", "models.muse-spark.compute=5e25", "--draws", "200", "--seed", "3", "-o", svg]);
  await main(["render", muse, "--draws", "200", "-o", plain]);
  expect(readFileSync(svg, "utf8")).not.toBe(readFileSync(plain, "utf8"));
  const out = join(folder, "set.json");
  await main(["extract", svg, "-o", out]);
  const {models, uncertainty} = JSON.parse(readFileSync(out, "utf8")) as {
    readonly models: readonly {readonly id: string; readonly compute: unknown}[];
    readonly uncertainty: unknown;
  };
  expect(models.find(({id}) => id === "muse-spark")?.compute).toBe("5e25");
  expect(uncertainty).toEqual({seed: 3, draws: 200});
  await expect(main(["render", muse, "--set", "models.muse.compute=1"])).rejects.toThrow("names no input");
});

describe("colours", () => {
  test.each([
    [true, {}, true],
    [false, {}, false],
    [true, {TERM: "dumb"}, false],
    [true, {NO_COLOR: "1"}, false],
    [true, {NO_COLOR: ""}, true],
    [false, {FORCE_COLOR: "1"}, true],
    [true, {FORCE_COLOR: "0"}, false],
    [true, {NO_COLOR: "1", FORCE_COLOR: "1"}, false]
  ] as const)("on a terminal (%j) with %j: %j", (isTerminal, environment, colored) => {
    expect(isColored(isTerminal, environment)).toBe(colored);
  });

  test("are around the place and the message, and nothing else changes", () => {
    const problem = {line: 1, column: 7, path: "a", message: "must be text", hint: "no"};
    const plain = problemText("x", '{"a": 1}', problem, "error", painter(false));
    expect(plain).toBe('x:1:7 a must be text (no)\n  1 | {"a": 1}\n    |       ^');
    const colored = problemText("x", '{"a": 1}', problem, "error", painter(true));
    expect(colored).toContain("\u001b[31mmust be text\u001b[0m");

    expect(colored.replace(/\u001b\[\d+m/g, "")).toBe(plain);
    expect(problemText("x", "", problem, "warning", painter(false))).toBe("x:1:7 a warning: must be text (no)");
  });
});

describe("streams", () => {
  const broken = file("broken.json", '{\n  "version": 1,\n  "titel": "x"\n}');

  test("problems go to standard error with their line, in a pipe without colour unless it is asked for", () => {
    const validate = (environment: Readonly<Record<string, string>>) =>
      spawnSync(process.execPath, ["dist/cli/ladder.js", "validate", broken], {encoding: "utf8", env: environment});
    const {status, stdout, stderr} = validate({});
    expect({status, stdout}).toEqual({status: 2, stdout: ""});
    expect(stderr).toContain(
      ':3:12 titel unknown key "titel" (did you mean "title"?)\n  3 |   "titel": "x"\n    |            ^\n'
    );
    expect(validate({FORCE_COLOR: "1"}).stderr).toContain("\u001b[1m");
  });

  test("a stream that is full is said by its name", () => {
    const sh = (line: string) => spawnSync("sh", ["-c", line], {encoding: "utf8"});
    expect(sh("node dist/cli/ladder.js schema > /dev/full")).toMatchObject({
      status: 1,
      stderr: "standard output: cannot be written: no space left\n"
    });
  });

  test("a slow reader gets all, and one that closes early is no error on either stream", () => {
    const sh = (line: string) => spawnSync("sh", ["-c", line], {encoding: "utf8"});
    const schema = readFileSync("scenarios/scenario.schema.json", "utf8");
    expect(sh("node dist/cli/ladder.js schema | (sleep 1; cat)").stdout).toBe(schema);
    expect(sh("node dist/cli/ladder.js --help | true").stderr).toBe("");
    expect(sh(`node dist/cli/ladder.js validate ${broken} 2>&1 >/dev/null | true`).stderr).toBe("");
  });
});
