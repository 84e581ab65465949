import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {passWords, reinforcementReport} from "../../src/figures/reinforcementWords.ts";
import {leanWords, modelName} from "../../src/figures/thinkingWords.ts";
import {thinking} from "../../src/simulation/thinking.ts";
import {thinkingUncertainty} from "../../src/simulation/thinkingUncertainty.ts";
import {shippedScenario} from "../simulation/shipped.ts";
import {ladder} from "./inProcess.ts";

const files = {
  agents: "scenarios/contemplating.json",
  thinking: "scenarios/thought-compression.json",
  rl: "scenarios/rl-scaling.json"
} as const;
const few = ["--draws", "100"];

describe.each(["agents", "thinking", "rl"] as const)("ladder %s", (command) => {
  const file = files[command];
  test("gives the same bytes for the same seed, others for others, and from standard input or to a file", async () => {
    const once = await ladder([command, file, "--json", ...few]);
    expect({status: once.status, stderr: once.stderr}).toEqual({status: 0, stderr: ""});
    expect(JSON.parse(once.stdout)).toMatchObject({basis: "placed", intervals: {seed: 7, draws: 100}});
    expect((await ladder([command, "--json", ...few], readFileSync(file, "utf8"))).stdout).toBe(once.stdout);
    expect((await ladder([command, file, "--json", ...few, "--seed", "8"])).stdout).not.toBe(once.stdout);
    const out = join(mkdtempSync(join(tmpdir(), "ladders-")), "out.json");
    expect((await ladder([command, file, "--json", ...few, "-o", out])).stdout).toBe("");
    expect(readFileSync(out, "utf8")).toBe(once.stdout);
  });

  test("says what it is of where a scenario has no such section, and prints help", async () => {
    const {status, stderr} = await ladder([command, "scenarios/muse-spark.json"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/muse-spark\.json: the scenario has no section "(agents|thinking|reinforcement)"/);
    expect((await ladder([command, "--help"])).stdout).toContain(`Usage: ladder ${command} [FILE] [options]`);
    expect((await ladder([command, file, file])).stderr).toContain(`${command} takes one file, got 2`);
  });
});

test("agents gives the fit its interval where it is asked for, and says what it is of", async () => {
  const {stdout} = await ladder(["agents", files.agents, ...few, "--fit"]);
  expect(stdout).toMatch(/fitted success of one agent: 0\.5\d* \(0\.49\d* to 0\.51\d*\)/);
  expect(stdout).toMatch(/fitted score of 16 agents: 58\.\d % \(57\.\d % to 59\.\d %\)/);
  expect(stdout).toContain("They are of the reading, not of the law");
  expect(stdout).toContain("fit of success of one agent, likeness of problems and false positive rate: off by up to");
  expect((await ladder(["agents", files.agents, ...few])).stdout).not.toContain("of the reading");
  expect((await ladder(["rl", files.rl, "--fit"])).stderr).toContain("Unknown option '--fit'");
});

test("agents says the first doubling, the points and the single agent", async () => {
  const {stdout} = await ladder(["agents", files.agents, ...few]);
  expect(stdout).toContain(
    "Most of the gain is the first doubling: +6.0 of +8.5 points that 16 agents add as measured, 71 %; +5.7 of +8.0"
  );
  expect(stdout).toContain("measured, 8 agents: not disclosed");
  expect(stdout).toMatch(/16 agents: 58\.0 % .*; one that thinks for as many tokens 58\.5 %/);
  expect(stdout).toMatch(/16 agents over the single one: −0\.5 points \(90 %/);
});

test("thinking says who uses fewer tokens as the page does, in words and in JSON, and what is never lost", async () => {
  const {stdout} = await ladder(["thinking", files.thinking, ...few]);
  expect(stdout).toContain("GPT-5.4 against Muse Spark: 2.1× the tokens for +4.65 points; at equal score 0.35×");
  expect(stdout).toContain("at 50.0 % of training: 9.8k tokens, in the phase “compressed”");
  const scenario = await shippedScenario("thought-compression.json");
  const drawn = thinkingUncertainty(scenario, {seed: 7, draws: 100});
  const rows = thinking(scenario)?.index ?? [];
  const words = rows.map((row) =>
    leanWords(modelName(scenario, row.id), row, drawn?.index.find(({id}) => id === row.id)?.ratioAtEqualScore)
  );
  expect(words).toEqual([
    "no fewer tokens than Gemini 3.1 Pro, which scores higher",
    "half of GPT-5.4’s tokens as run; at equal score it cannot be told",
    "37 % of Claude Opus 4.6’s tokens as run, and fewer at equal score"
  ]);
  for (const said of words) expect(stdout).toContain(`: Muse Spark uses ${said}\n`);
  const json = JSON.parse((await ladder(["thinking", files.thinking, "--json", ...few])).stdout) as {
    readonly index: readonly object[];
  };
  expect(json.index[1]).toMatchObject({
    id: "gpt-5-4",
    subjectUses: {asRun: "fewer", atEqualScore: "cannot be told"}
  });
});

test("rl says where sigmoid and line part and who is ahead, in the page’s numbers", async () => {
  const {stdout} = await ladder(["rl", files.rl, ...few]);
  expect(stdout).toContain("sigmoid and line are within 2.0 points from 3,900 to 26,000 GPU-hours, and part beyond");
  expect(stdout).toMatch(/^at 20,000 GPU-hours: pass@1 50\.3 % .*, pass@16 68\.2 %/m);
  expect(stdout).toMatch(/^after training without end: pass@1 61\.0 %/m);
  const report = reinforcementReport(await shippedScenario("rl-scaling.json"), undefined);
  const onPage = report && passWords(report.section, report.numbers, undefined)?.at(-1);
  expect(onPage).toBe(
    "The model before training is ahead of that after 20,000 GPU-hours from 83,000 samples on, of that after training without end from 280,000 samples on; at a sharpness of 1 or less it never is."
  );
  expect(stdout).toContain(`\n${onPage}\n`);
  const json = JSON.parse(
    (await ladder(["rl", files.rl, "--json", ...few, "--set", "reinforcement.sharpening.sharpness=1"])).stdout
  ) as {readonly passes: {readonly overtakenAt: unknown}};
  expect(json.passes.overtakenAt).toBe("never");
});

test.each([
  ["agents", "agents.repeat=1.5", "--set agents.repeat: must be from 0 to 1, or 0% to 100%, got 1.5"],
  ["agents", "agents.count=0", "--set agents.count: must be a whole number of agents from 1 to 64, got 0"],
  ["agents", "agents.repaet=0.5", 'did you mean "agents.repeat"?'],
  ["thinking", "thinking.penalties.lambda.perToken=-1", "must be 0 or more, got -1"],
  ["rl", "reinforcement.law.steepness=0", "must be greater than 0, got 0"],
  ["rl", "reinforcement.law.before=0.9", "--set: reinforcement.law must have before no higher than ceiling"]
] as const)("ladder %s --set %s ends with 2 and a sentence", async (command, assignment, message) => {
  const {status, stderr} = await ladder([command, files[command], "--set", assignment]);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
