import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {ladder} from "./inProcess.ts";

const file = "scenarios/cost-per-task.json";
const few = ["--draws", "200"];

interface Report {
  readonly seed: number;
  readonly setups: readonly {
    readonly id: string;
    readonly servingDollars: {readonly value: number; readonly interval: {readonly low: number} | null};
    readonly bill: object;
  }[];
  readonly pipeline: {
    readonly trainingGain: object;
    readonly seconds: object;
    readonly factors: readonly {readonly name: string; readonly ofServing: number}[];
  };
  readonly whatCameFromWhere: readonly string[];
}
const json = async (...args: readonly string[]) =>
  JSON.parse((await ladder(["cost", file, "--json", ...few, ...args])).stdout) as Report;

describe("ladder cost", () => {
  test("says every setup's task, the sentence of what came from where and each factor", async () => {
    const {status, stdout, stderr} = await ladder(["cost", file, ...few]);
    expect({status, stderr}).toEqual({status: 0, stderr: ""});
    expect(stdout).toContain("serving $2,851.01; measured $2,851.01, the same to the cent");
    expect(stdout).toContain("at the price of a later version: a scenario, not a fact; measured cost not disclosed");
    expect(stdout).toContain("and is no factor of the serving bill.");
    expect(stdout).not.toMatch(/NaN|undefined|null/);
  });

  test("says the lifetime optimum and when changes pay", async () => {
    const {stdout} = await ladder(["cost", "scenarios/serve-a-billion.json", ...few]);
    expect(stdout).toMatch(
      /With 730T .* tokens served, those of all tasks of Maverick, loss 1\.978 .* 14\.8B .*, by the law of Besiroglu et al\. 2024: 3\.9×/
    );
    expect(stdout).toMatch(/\n {2}training and serving 2\.6×10\^25 FLOP \(90 %/);
    expect(stdout).toContain("A recipe of a tenth of the compute: pays from the first task on");
    expect(stdout).toMatch(/A smaller model, trained longer: has paid after .* tasks; by the tasks served it pays in/);
    expect(stdout).not.toMatch(/NaN|undefined|null/);
  });

  test("prints JSON, the same bytes for the same seed and others for others", async () => {
    const once = (await ladder(["cost", file, "--json", ...few])).stdout;
    expect((await ladder(["cost", file, "--json", ...few])).stdout).toBe(once);
    expect((await ladder(["cost", file, "--json", ...few, "--seed", "8"])).stdout).not.toBe(once);
    const report = await json();
    expect(report.setups.find(({id}) => id === "gpt-5-4")?.bill).toEqual({
      computed: 2851.01,
      measured: 2851.01,
      agrees: true
    });
    expect(report.pipeline.trainingGain).toMatchObject({
      value: 10,
      bound: "over",
      isFactorOfServingBill: false,
      ofServing: 1
    });
    expect(report.whatCameFromWhere).toHaveLength(5);
  });

  test("takes inputs from --set", async () => {
    const half = await json(
      "--set",
      "cost.setups.muse-spark.output=29184516",
      "--set",
      "cost.setups.muse-spark.input=66603842.5"
    );
    const spark = (report: Report) => report.setups.find(({id}) => id === "muse-spark")?.servingDollars.value;
    expect(Number(spark(half)) / Number(spark(await json()))).toBeCloseTo(0.5, 12);
  });

  test("takes what a setup left out: agents, and a pace that tells the seconds", async () => {
    const {setups, pipeline} = await json(
      "--set",
      "cost.setups.muse-spark.agents=16",
      "--set",
      "cost.setups.muse-spark.pace=80"
    );
    const before = (await json()).setups.find(({id}) => id === "muse-spark");
    const spark = setups.find(({id}) => id === "muse-spark");
    expect(Number(spark?.servingDollars.value) / Number(before?.servingDollars.value)).toBeCloseTo(16, 12);
    expect(pipeline.seconds).toMatchObject({from: {value: null}, to: {value: 58369032 / 80}});
    expect(pipeline.factors.find(({name}) => name === "agents")?.ofServing).toBe(16);
  });

  test("reads standard input and writes a file", async () => {
    const out = join(mkdtempSync(join(tmpdir(), "cost-")), "out.json");
    const {status, stdout} = await ladder(["cost", "--json", ...few, "-o", out], readFileSync(file, "utf8"));
    expect({status, stdout}).toEqual({status: 0, stdout: ""});
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(await json());
  });

  test("tells of itself", async () => {
    expect((await ladder(["cost", "--help"])).stdout).toContain("Usage: ladder cost");
    expect((await ladder(["--help"])).stdout).toContain("what training, serving and a task cost");
  });
});

test.each([
  [[file, "--set", "cost.training.price=0"], "--set cost.training.price: must be greater than 0, got 0"],
  [
    [file, "--set", "cost.training.mfu=1.2"],
    "--set cost.training.mfu: must be above 0 and at most 1, or 100%, got 1.2"
  ],
  [[file, "--set", "cost.setups.muse-spark.outptu=1"], 'did you mean "cost.setups.muse-spark.output"?'],
  [
    ["scenarios/serve-a-billion.json", "--set", "cost.lifetime.loss=1.5"],
    "--set: cost.lifetime.loss must be above the irreducible loss of besiroglu2024, 1.8172, got 1.5"
  ],
  [["scenarios/muse-spark.json"], 'scenarios/muse-spark.json: the scenario holds no costs; it needs a section "cost"'],
  [["nowhere.json"], "nowhere.json: cannot be read: no such file"],
  [[file, file], "cost takes one file, got 2"],
  [[file, "--draws", "5"], "--draws must be a whole number from 100 to 100000, got 5"]
])("ladder cost %j ends with 2 and a sentence", async (args, message) => {
  const {status, stdout, stderr} = await ladder(["cost", ...args]);
  expect({status, stdout}).toEqual({status: 2, stdout: ""});
  expect(stderr).toContain(message);
});

test("words have commas in thousands", async () => {
  const {stdout} = await ladder(["cost", file, ...few]);
  expect(stdout).toMatch(/ to \d,\d{3} days\)/);
  expect(stdout).not.toMatch(/\d{4,} (days|s)\b/);
});

describe("ladder cost of a file whose setups take their work from a section", () => {
  const taken = "scenarios/contemplating.json";

  test("says from where, and that scores are of the section’s measure", async () => {
    const {status, stdout, stderr} = await ladder(["cost", taken, ...few]);
    expect({status, stderr}).toEqual({status: 0, stderr: ""});
    expect(stdout).toContain("58.0 % on HLE with tools\n  from Agents: 16 agents, 20,000 tokens each");
    expect(stdout).toContain("waiting for the slowest agent (seconds): 1.71×");
    expect(stdout).toMatch(/joining step \(serving\): 1\.02× \(90 %: 1\.00\d× to 1\.\d×\) of the cost of a task/);
    expect(stdout).toContain(
      "The same for both: tokens written by an agent, tokens read by an agent, price per token."
    );
    expect(stdout).not.toContain("price per token (serving)");
    expect(stdout).not.toMatch(/NaN|undefined|null|no number/);
  });

  test("moves with the agents, to what `ladder agents` says of as many", async () => {
    const four = ["--set", "agents.count=4"];
    const {setups} = JSON.parse((await ladder(["cost", taken, "--json", ...few, ...four])).stdout) as {
      readonly setups: readonly {
        readonly id: string;
        readonly takes: object;
        readonly score: {readonly value: number; readonly interval: object};
        readonly seconds: {readonly value: number};
      }[];
    };
    const agents = JSON.parse((await ladder(["agents", taken, "--json", ...few, ...four])).stdout) as {
      readonly rows: readonly {readonly score: number; readonly seconds: number}[];
      readonly intervals: {readonly atCount: object};
    };
    const group = setups.find(({id}) => id === "group")!;
    expect(group.takes).toEqual({section: "agents", as: "group"});
    expect(group.score).toEqual({value: agents.rows[3]!.score, interval: agents.intervals.atCount});
    expect(group.seconds.value).toBeCloseTo(agents.rows[3]!.seconds, 9);
  });
});
