import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {sampleLadder} from "../../src/fitting/sampleLadder.ts";
import {ladder} from "./inProcess.ts";

const folder = mkdtempSync(join(tmpdir(), "ladder-fit-"));
afterAll(() => {
  rmSync(folder, {recursive: true});
});

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const sample = write("sample.csv", sampleLadder().text);
const half = (recipe: string): string =>
  write(
    `${recipe}.csv`,
    sampleLadder()
      .text.split("\n")
      .filter((line) => !/^(old|new)-/.test(line) || line.startsWith(recipe))
      .join("\n")
  );

interface FitReport {
  readonly parameters: Readonly<Record<string, number>>;
  readonly intervals: Readonly<Record<string, {readonly low: number; readonly median: number; readonly high: number}>>;
  readonly converged: boolean;
  readonly objective: {readonly kind: string; readonly delta?: number; readonly value: number};
  readonly runs: {readonly read: number; readonly used: number; readonly leftOut: number};
  readonly predictions: readonly {readonly N: number; readonly D: number; readonly C: number; readonly loss: number; readonly decadesBeyond: number}[]; // prettier-ignore
  readonly holdOut?: {readonly leftOut: number; readonly meanError: number};
  readonly coverage?: {readonly parameters: Readonly<Record<string, number>>};
  readonly forms?: readonly {readonly form: string}[];
  readonly isoFlop?: {readonly exponent: number};
}

const old = ["fit", sample, "--where", "recipe=old"];
const report = async (...args: readonly string[]): Promise<FitReport> => {
  const {status, stdout, stderr} = await ladder([...args, "--json"]);
  expect(stderr).not.toMatch(/\[#/);
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as FitReport;
};

describe("ladder fit", () => {
  test("finds the law the sample was made from, within its intervals", async () => {
    const {parameters, intervals, converged, runs} = await report(...old, "--bootstrap", "400");
    expect(converged).toBe(true);
    expect(runs).toEqual({read: 20, used: 20, leftOut: 0});
    for (const [name, planted] of Object.entries(sampleLadder().laws.old)) {
      const {low, high} = intervals[name]!;
      // Wider by its own width: the sample is one of many.
      expect(planted, name).toBeGreaterThan(low - (high - low));
      expect(planted, name).toBeLessThan(high + (high - low));
      expect(parameters[name], name).toBeGreaterThan(0);
    }
  });

  test("gives the same bytes for the same seed, others for another", async () => {
    const run = async (seed: string) => (await ladder([...old, "--bootstrap", "60", "--seed", seed, "--json"])).stdout;
    const once = await run("1");
    expect(await run("1")).toBe(once);
    expect(await run("2")).not.toBe(once);
  });

  test("foretells runs by N and D, and by compute at the optimal mix", async () => {
    const {predictions} = await report(
      ...old,
      "--bootstrap",
      "50",
      "--predict",
      "N=6.9e9,D=3.9e12",
      "--predict",
      "C=1e24"
    );
    expect(predictions[0]).toMatchObject({N: 6.9e9, D: 3.9e12, C: 6 * 6.9e9 * 3.9e12});
    expect((6 * predictions[1]!.N * predictions[1]!.D) / 1e24).toBeCloseTo(1, 10);
    expect(predictions[1]!.decadesBeyond).toBeGreaterThan(3);
    expect(predictions[1]!.loss).toBeLessThan(predictions[0]!.loss + 1);
  });

  test("leaves out the largest losses, and runs above a compute to foretell them", async () => {
    const {runs, holdOut} = await report(
      ...old,
      "--bootstrap",
      "0",
      "--drop-largest-loss",
      "3",
      "--hold-out",
      "C>1e20"
    );
    expect(runs).toEqual({read: 20, used: 17, leftOut: 3});
    expect(holdOut?.leftOut).toBe(5);
    expect(holdOut?.meanError).toBeLessThan(0.02);
  });

  test("sets forms side by side, finds isoFLOP minima and tells the coverage", async () => {
    const found = await report(...old, "--bootstrap", "20", "--forms", "--isoflop", "--coverage", "5");
    expect(found.forms?.map(({form}) => form).toSorted()).toEqual([
      "chinchilla",
      "chinchilla-tied",
      "power-law",
      "power-law-no-floor"
    ]);
    expect(found.isoFlop?.exponent).toBeGreaterThan(0.4);
    expect(found.isoFlop?.exponent).toBeLessThan(0.6);
    expect(Object.keys(found.coverage?.parameters ?? {})).toEqual(["E", "A", "B", "alpha", "beta"]);
  });

  test.each([
    [["fit", "no-such.csv", "--predict", "Q=3"], "--predict takes N, D or C"],
    [["fit", "no-such.csv", "--coverage", "x"], "--coverage must be a whole number"],
    [["fit", sample, "--bootstrap", "100000", "--hold-out", "C>1e30"], "no run is left out"],
    [["fit", sample, "--bootstrap", "100000", "--form", "power-law", "--predict", "N=1e9"], "needs N and D, or C"]
  ])("%j is refused before anything that takes time", (args, says) => {
    const {status, stderr} = spawnSync(process.execPath, ["dist/cli/ladder.js", ...args], {
      encoding: "utf8",
      timeout: 10_000
    });
    expect(stderr).toContain(says);
    expect(status).toBe(2);
  });

  test("without a bootstrap tells no spread, and writes a scenario that is sound", async () => {
    const file = join(folder, "plain.json");
    const args = [...old, "--bootstrap", "0", "--isoflop", "--forms"];
    const {stdout} = await ladder([...args, "-o", file]);
    expect(stdout).toMatch(/isoFLOP: N grows as C\^0\.5\d+; by the law/);
    expect(stdout).not.toMatch(/\(90 %|bootstrap/);
    expect((await ladder([...args, "--json"])).stdout).toMatch(/"intervals": null,\s+"bootstrap": null/);
    expect(await ladder(["validate", file])).toMatchObject({status: 0, stderr: ""});
  });

  test("says that runs of several recipes are fitted as one", async () => {
    const {status, stderr} = await ladder(["fit", sample, "--bootstrap", "0"]);
    expect(status).toBe(0);
    expect(stderr).toContain("runs of 2 recipes are fitted as one; --where recipe=old takes those of one");
    expect((await ladder([...old, "--bootstrap", "0"])).stderr).not.toContain("recipes");
  });

  test("takes each objective: a Huber sum, least absolute deviations, least squares", async () => {
    const kinds: FitReport["objective"][] = [];
    for (const kind of ["huber", "lad", "squares"])
      kinds.push((await report(...old, "--bootstrap", "0", "--objective", kind)).objective);
    expect(kinds.map(({kind}) => kind)).toEqual(["huber", "lad", "squares"]);
    expect(kinds[0]?.delta).toBe(1e-3);
    expect(new Set(kinds.map(({value}) => value)).size).toBe(3);
  });

  test("writes a scenario that stands on the fit, sound and drawn", async () => {
    const file = join(folder, "fit.json");
    expect((await ladder([...old, "--bootstrap", "200", "-o", file])).status).toBe(0);
    expect(await ladder(["validate", file])).toMatchObject({status: 0, stderr: ""});
    const scenario = JSON.parse(readFileSync(file, "utf8")) as {readonly runs: {readonly rows: readonly unknown[]}};
    expect(scenario.runs.rows).toHaveLength(20);
    expect((await ladder(["render", file, "--view", "fit"])).stdout).toContain("</svg>");
    expect((await ladder(["simulate", file])).stdout).toMatch(/old at the target/);
  });

  test("reads runs from standard input", async () => {
    const piped = await ladder(["fit", "--bootstrap", "0", "--where", "recipe=old"], sampleLadder().text);
    expect(piped.stdout).toBe((await ladder([...old, "--bootstrap", "0"])).stdout.replaceAll(sample, "standard input"));
  });
});

interface CompareReport {
  readonly reference: string;
  readonly gains: readonly {
    readonly name: string;
    readonly changesWithScale: boolean | null;
    readonly levels: readonly {
      readonly level: number;
      readonly gain: number | string;
      readonly interval: {readonly low: number; readonly high: number} | null;
      readonly probability: Readonly<Record<string, number>>;
      readonly insideTheData: boolean;
    }[];
  }[];
}

describe("ladder compare", () => {
  test("finds the gain of 3 that the sample was made with", async () => {
    const {status, stdout, stderr} = await ladder([
      "compare",
      sample,
      "--by",
      "recipe",
      "--bootstrap",
      "200",
      "--json"
    ]);
    expect(status, stderr).toBe(0);
    const {reference, gains} = JSON.parse(stdout) as CompareReport;
    expect(reference).toBe("old");
    const inside = gains[0]!.levels.filter(({insideTheData}) => insideTheData);
    expect(inside.length).toBeGreaterThan(5);
    for (const {interval, probability} of inside) {
      expect(interval!.low).toBeLessThan(3.4);
      expect(interval!.high).toBeGreaterThan(2.6);
      expect(probability["above1x"]).toBe(1);
      expect(probability["above10x"]).toBe(0);
    }
  });

  test("takes a table for each recipe, the first the reference", async () => {
    const both = await ladder(["compare", half("old"), half("new"), "--bootstrap", "20", "--at", "2.5"]);
    expect(both.status, both.stderr).toBe(0);
    expect(both.stdout).toMatch(
      /^new against old, as asked: loss 2\.500, [^\n]*\nnew against old, at the lowest level inside both ladders: loss 2\.\d+/
    );
    const turned = await ladder(["compare", sample, "--by", "recipe", "--reference", "new", "--bootstrap", "20"]);
    expect(turned.stdout).toMatch(/^old against new/);
  });

  test("without a bootstrap tells no interval and no share, and writes a scenario that is sound", async () => {
    const file = join(folder, "compare-plain.json");
    const args = ["compare", sample, "--by", "recipe", "--bootstrap", "0"];
    const {stdout} = await ladder([...args, "-o", file]);
    expect(stdout).toMatch(/inside both ladders: loss 2\.\d+, [^:]*: gain 3\.0×\n/);
    expect(stdout).not.toMatch(/90 %|of draws|told from constant/);
    const {gains} = JSON.parse((await ladder([...args, "--json"])).stdout) as CompareReport;
    expect(gains[0]).toMatchObject({changesWithScale: null});
    expect(gains[0]?.levels[0]).toMatchObject({interval: null, probability: {above3x: null}});
    expect(await ladder(["validate", file])).toMatchObject({status: 0, stderr: ""});
  });

  test("writes a scenario whose gain is the one it prints", async () => {
    const file = join(folder, "compare.json");
    expect((await ladder(["compare", sample, "--by", "recipe", "--bootstrap", "200", "-o", file])).status).toBe(0);
    expect(await ladder(["validate", file])).toMatchObject({status: 0, stderr: ""});
    expect((await ladder(["gain", file, "--of", "new", "--against", "old", "--at", "2.5"])).stdout).toMatch(
      /: (2\.[89]|3\.\d)×/
    );
  });
});

const csv = (name: string, rows: readonly string[]): string => write(name, `${rows.join("\n")}\n`);
const grid = Array.from({length: 12}, (_, i) => [1e8 * 2 ** (i % 4), 2e9 * 3 ** Math.floor(i / 4)] as const);

describe("what cannot be fitted", () => {
  test.each([
    ["two runs", ["N,D,loss", "1e8,2e9,3.1", "2e8,4e9,2.9"], /needs at least 6 runs .*; there are 2/],
    ["one budget", ["N,D,loss", ...[1, 2, 3, 4, 5, 6, 7].map((k) => `${k}e8,${1e11 / k},${3 + k / 50}`)], /one budget/],
    ["equal losses", ["N,D,loss", ...grid.map(([N, D]) => `${N},${D},3`)], /all losses are equal/],
    ["text for losses", ["N,D,loss", ...grid.map(([N, D]) => `${N},${D},fast`)], /:2 loss: "fast" is not a number/],
    ["a header alone", ["N,D,loss"], /:1: The table has titles and no runs/],
    ["N without D or C", ["N,loss", "1e8,3"], /Say which it is/]
  ])("%s: a sentence, and exit 2", async (name, rows, says) => {
    const {status, stderr, stdout} = await ladder([
      "fit",
      csv(`${name.replaceAll(" ", "-")}.csv`, rows),
      "--bootstrap",
      "0"
    ]);
    expect(stderr).toMatch(says);
    expect(status).toBe(2);
    expect(stdout).toBe("");
  });

  test("a negative loss is left out by its line, the rest is fitted", async () => {
    const rows = grid.map(([N, D], i) => `${N},${D},${i === 3 ? -1 : 4 - 0.1 * i}`);
    const {status, stderr} = await ladder(["fit", csv("negative.csv", ["N,D,loss", ...rows]), "--bootstrap", "0"]);
    expect(stderr).toMatch(/negative\.csv:5 loss: left out: must be greater than 0, got -1/);
    expect(status).toBe(0);
  });

  test("semicolons, decimal commas, a byte-order mark and quotes are read", async () => {
    const rows = grid.map(([N, D], i) => `"run; ""${i}""";${N};${D};${String(4 - 0.1 * i).replace(".", ",")}`);
    const {status, stderr} = await ladder([
      "fit",
      csv("semi.csv", ["\uFEFFname;N;D;loss", ...rows]),
      "--bootstrap",
      "0"
    ]);
    expect(status, stderr).toBe(0);
  });

  test.each([
    [["fit", sample, "--form", "chinchila"], /--form takes chinchilla, .*did you mean chinchilla\?/],
    [["fit", sample, "--objective", "best"], /--objective takes huber, lad, squares, got best/],
    [["fit", sample, "--delta", "0"], /--delta must be above 0, got 0/],
    [["fit", sample, "--bootstrap", "1e9"], /--bootstrap must be a whole number from 0 to 100000, got 1e9/],
    [["fit", sample, "--predict", "Q=3"], /--predict takes N, D or C/],
    [["fit", sample, "--hold-out", "loss"], /--hold-out: "loss" is no condition/],
    [["fit", sample, "--hold-out", "C>1e30"], /no run is left out/],
    [["fit", sample, "--where", "recipe=older"], /older/],
    [["fit", sample, "--columns", "N=parms"], /no column is called parms; did you mean params\?/],
    [["fit", sample, "--form", "two-step"], /second step.*there are 0/],
    [["fit", sample, "--form", "logistic"], /needs at least 5 runs with compute and a score; there are 0/],
    [["fit", sample, sample], /fit takes one table of runs, got 2; see ladder compare/],
    [["fit", sample, "--policy", "-3"], /--policy/],
    [["compare", sample, "--where", "recipe=old", "--by", "recipe"], /takes two ladders at least/],
    [["compare", sample, "--by", "recipe", "--reference", "middle"], /--reference takes one of old, new, got middle/],
    [["compare", sample, "--by", "recipe", "--sharing", "all"], /--sharing takes nothing, exponents, floor/],
    [["compare", sample, "--by", "recipe", "--levels", "2.7"], /--levels must be a whole number from 2 to 1000/],
    [["compare", sample, "--by", "recipe", "--at", ""], /--at must be a number from 0 to 1000, got/],
    [["compare", sample, "--by", "recipe", "--form", "logistic"], /compare takes forms that give a loss/]
  ])("%j ends with 2 and a sentence", async (args, says) => {
    const {status, stderr} = await ladder(args);
    expect(stderr).toMatch(says);
    expect(status).toBe(2);
  });
});
