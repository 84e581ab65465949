import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {ladder as run} from "./inProcess.ts";

const ladder = (...args: readonly string[]) => run(["plan", ...args]);

const asked = ["--gain", "3", "--target", "1e25", "--noise", "0.003", "--budget", "1e22"] as const;
const file = "scenarios/plan-3x.json";
const few = ["--draws", "100"];

interface Report {
  readonly kind: string;
  readonly question: {readonly gain: number; readonly budget: number; readonly assumed: object};
  readonly answer: {readonly power: number; readonly interval: {readonly low: number; readonly high: number | null}};
  readonly simulated: {readonly seed: number; readonly draws: number; readonly low: number};
  readonly design: {readonly optimalityGap: number};
  readonly size: {readonly runs: number};
}
const json = async (...args: readonly string[]) =>
  JSON.parse((await ladder(...args, "--json", ...few)).stdout) as Report;

describe("ladder plan", () => {
  test("answers a question asked by options, with what it assumed", async () => {
    const report = await json(...asked);
    expect(report).toMatchObject({kind: "plan", question: {gain: 3, budget: 1e22}});
    expect(report.question.assumed).toMatchObject({rungs: "8", seeds: "5", gainForm: "scale-dependent"});
    expect(report.answer.power).toBeGreaterThan(0.99);
    expect(report.design.optimalityGap).toBeLessThan(2e-3);
  });

  test("says in words the power, the cost, the simulation, the design and what rungs and decades buy", async () => {
    const {status, stdout, stderr} = await ladder(file, ...few);
    expect({status, stderr}).toEqual({status: 0, stderr: ""});
    expect(stdout).toMatch(/^Power \d+ %; 90 %: \d\.\d× to \d\.\d×; wrong winner under 0\.1 %$/m);
    expect(stdout).toMatch(/^Cost: .* FLOP, \d+ GPU-hours, \$\d+; 0\.0029 % of the big run$/m);
    expect(stdout).toMatch(/^7 rungs of the reference and 8 of the new recipe, 39 runs over /m);
    expect(stdout).toMatch(/^Simulated, 100 ladders.*, wrong winner (none of 100|1\.0 %)$/m);
    expect(stdout).toContain("calibrated in");
    expect(stdout).toContain("as efficient as the designed one of equal budget");
    expect(stdout).toMatch(/^ {2}3 rungs: told in \d+ % \(.*\), for 3\.0×10\^20 FLOP$/m);
    expect(stdout).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test("of few ladders that do not tell says so, and not that they agree", async () => {
    const {stdout} = await ladder(file, "--draws", "200");
    expect(stdout).toContain("  200 simulated ladders are too few to tell whether the delta method holds here");
    expect(stdout).not.toContain("agree with");
    const {simulated} = JSON.parse((await ladder(file, "--draws", "200", "--json")).stdout) as Report;
    expect(simulated).toMatchObject({agrees: null, agreement: "untold"});
  });

  test("rounds no chance to certainty, no share to nothing and no gain to none", async () => {
    const {stdout} = await ladder("--gain", "3", "--target", "1e17", "--noise", "0.003", "--budget", "1e22", ...few);
    expect(stdout).toMatch(/^Power over 99\.9 %; .*; wrong winner under 0\.1 %$/m);
    expect(stdout).toMatch(/with 80 % power: 1\.0[1-9]×$/m);
  });

  test("takes the noise in percent, as it says it", async () => {
    const [share, percent] = [await json(...asked), await json(...asked.slice(0, 5), "0.3%", ...asked.slice(6))];
    expect(percent.answer).toEqual(share.answer);
  });

  test("takes a published ladder apart", async () => {
    const {status, stdout} = await ladder("scenarios/autopsy-over-10x.json", ...few);
    expect(status).toBe(0);
    expect(stdout).toContain("Taken apart: A ladder behind “over 10x”, as assumed: 10× against none");
    expect(await json("scenarios/autopsy-olmo.json")).toMatchObject({kind: "autopsy", size: {runs: 32}});
  });

  test("gives the same bytes for the same seed, and takes --seed, --draws and --set", async () => {
    const other = await json(file, "--seed", "9", "--set", "plan.gain=2");
    expect(other).toMatchObject({question: {gain: 2}, simulated: {seed: 9, draws: 100}});
    // From the sources here, and from the bundle in a process of its own.
    const args = ["dist/cli/ladder.js", "plan", file, "--json", ...few];
    const alone = spawnSync(process.execPath, args, {encoding: "utf8"});
    expect(await json(file)).toEqual(JSON.parse(alone.stdout));
    expect(other.answer.power).toBeLessThan(0.9);
  });

  test("writes the runs to be made as a table", async () => {
    const out = join(mkdtempSync(join(tmpdir(), "ladder-")), "runs.csv");
    expect((await ladder(file, "--csv", "-o", out)).status).toBe(0);
    const lines = readFileSync(out, "utf8").trimEnd().split("\n");
    expect(lines[0]).toBe("N,D,C,recipe,seed,GPU-hours,dollars");
    expect(lines).toHaveLength(1 + (await json(file)).size.runs);
    expect(lines[1]).toMatch(/^\d+,[\d.e]+,1e18,reference,1,[\d.]+,[\d.]+$/);
  });

  test.each([
    [[...asked, "--rungs", "1"], "--rungs must be a whole number of rungs from 2 to 60, got 1"],
    [[...asked.slice(0, 5), "0", ...asked.slice(6)], "--noise must be greater than 0, got 0"],
    [[...asked, "--largest", "1e26"], "--target must lie above the ladder, which reaches 1.0×10^26 FLOP"],
    [[...asked.slice(0, 6), "--dollars", "0.01"], "--dollars must pay for two rungs of each recipe at least"],
    [[...asked, "--form", "wild"], '--form must be one of "constant", "scale-dependent", got "wild"'],
    [["--gain", "3"], "missing: --target or --level, --noise, --budget or --gpu-hours or --dollars"],
    [[...asked.slice(0, 6)], "missing: --budget or --gpu-hours or --dollars"],
    [[...asked, "--dollars", "100"], "--dollars is a second budget beside --budget; give one"],
    [[...asked, "--smallest", "1e22", "--largest", "1e20"], "--largest must be above the smallest rung"],
    [["--gain", "3", "--level", "1.5", ...asked.slice(4)], "the loss that the law never passes, 1.817, got 1.5"],
    [[file, "--csv", "--json"], "plan writes --csv or --json, not both"],
    [[file, "--gain", "3"], "--gain goes without a file; with one use --set plan.gain=3"],
    [[file, file], "plan takes one file, got 2"],
    [["scenarios/muse-spark.json"], 'scenarios/muse-spark.json: the scenario has no section "plan"'],
    [[file, "--set", "plan.budget=2e18"], "--set: plan.budget must pay for two rungs of each recipe"]
  ])("ends with 2 and a sentence: %j", async (args, message) => {
    const {status, stderr, stdout} = await ladder(...args);
    expect(stderr).toContain(message);
    expect({status, stdout}).toEqual({status: 2, stdout: ""});
  });
});
