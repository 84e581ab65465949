import {describe, expect, test} from "vitest";
import {ladder} from "./inProcess.ts";

const muse = "scenarios/muse-spark.json";
const json = async (...args: readonly string[]) =>
  JSON.parse((await ladder([...args, "--json"])).stdout) as Record<string, unknown>;
const near = (value: unknown, expected: number, tolerance = 1e-4) =>
  expect(Math.abs(Number(value) / expected - 1), String(value)).toBeLessThan(tolerance);

describe("ladder law", () => {
  test("splits a budget as published", async () => {
    const found = await json("law", "hoffmann2022", "--compute", "5.76e23");
    near(found["parameters"], 3.219e10);
    near(found["tokens"], 2.9823e12);
    near(found["loss"], 1.93075);
    near((await json("law", "besiroglu2024", "--compute", "3.8e25"))["tokensPerParameter"], 16.55, 1e-3);
  });

  test("says what over-training costs", async () => {
    near((await json("law", "besiroglu2024", "--params", "17B", "--tokens", "22T"))["overtrainingPenalty"], 4.41, 2e-3);
    near((await json("law", "hoffmann2022", "--params", "17B", "--tokens", "22T"))["overtrainingPenalty"], 1.63, 4e-3);
  });

  test("says the compute of a loss, or that it is never reached", async () => {
    near((await json("law", "hoffmann2022", "--loss", "1.93075"))["compute"], 5.76e23, 1e-3);
    expect((await json("law", "hoffmann2022", "--loss", "1.6"))["compute"]).toBe("never");
  });

  test("splits the compute of a loss, and a budget by the law of Kaplan et al., whose optimum is in closed form", async () => {
    near((await json("law", "hoffmann2022", "--loss", "1.93075"))["parameters"], 3.219e10, 1e-3);
    // N^(r+1) = r Nc^r C / (6 Dc) with r = 0.076 / 0.095 = 0.8, Nc = 8.8e13 and Dc = 5.4e13.
    near((await json("law", "kaplan2020", "--compute", "1e24"))["parameters"], 2.604e11, 1e-3);
  });

  test.each([
    [["--compute", "1e24", "--loss", "2"], "law takes one question at a time, got --compute and --loss"],
    [["--params", "1B", "--tokens", "1B", "--compute", "1e24"], "got --compute and --params"],
    [["--compute", "1e22", "--unique", "5B"], "--unique goes with --params and --tokens"],
    [["--params", "1B", "--tokens", "20B", "--tokens-per-parameter", "3"], "goes with --compute or --loss"]
  ])("%j would leave an option without an effect, and is refused", async (options, sentence) => {
    const {status, stdout, stderr} = await ladder(["law", "muennighoff2023", ...options]);
    expect(stderr).toContain(sentence);
    expect({status, stdout}).toEqual({status: 2, stdout: ""});
  });

  test("lists its laws with their sources", async () => {
    expect((await ladder(["law", "--list"])).stdout).toMatch(/besiroglu2024 +Besiroglu et al\. 2024/);
  });
});

describe("ladder simulate, gain and claim", () => {
  test("give the same bytes for the same scenario and seed, others for others", async () => {
    const once = (await ladder(["claim", muse, "--json", "--draws", "500"])).stdout;
    expect((await ladder(["claim", muse, "--json", "--draws", "500"])).stdout).toBe(once);
    expect((await ladder(["claim", muse, "--json", "--draws", "500", "--seed", "8"])).stdout).not.toBe(once);
    const set = await json("simulate", muse, "--draws", "500", "--set", "models.muse-spark.compute=1.5e25");
    const [first] = set["comparisons"] as readonly {readonly gain: number}[];
    near(first?.gain, 2 * 1.679, 1e-3);
  });

  test("simulate takes several files, each as if alone", async () => {
    const files = ["scenarios/pretraining-claim.json", "scenarios/recipe-parts.json"];
    const all = JSON.parse(
      (await ladder(["simulate", ...files, "--json", "--draws", "200"])).stdout
    ) as readonly object[];
    const alone: object[] = [];
    const words: string[] = [];
    for (const file of files) {
      alone.push({file, ...(await json("simulate", file, "--draws", "200"))});
      words.push((await ladder(["simulate", file, "--draws", "200"])).stdout);
    }
    expect(all).toEqual(alone);
    const {stdout} = await ladder(["simulate", ...files, "--draws", "200"]);
    expect(stdout).toBe(words.join("\n"));
  });

  test("gain reads a pair of models or recipes at a level", async () => {
    const found = await json("gain", muse, "--of", "muse", "--against", "llama-4", "--at", "30");
    const readings = found["readings"] as readonly {readonly at: string; readonly gain: number}[];
    near(readings.find(({at}) => at === "level")?.gain, 3.2e4, 0.05);
  });

  test("gain reads a level below zero", async () => {
    const {status, stdout} = await ladder(["gain", muse, "--at", "-2", "--draws", "200"]);
    expect(status).toBe(0);
    expect(stdout).toContain("at -2 (level)");
  });

  test("gain at a level outside the metric's range answers, and remarks on it", async () => {
    const found = await ladder(["gain", muse, "--at", "1000", "--draws", "200"]);
    expect(found).toMatchObject({
      status: 0,
      stderr:
        "--at 1000 lies outside the range of Artificial Analysis Intelligence Index, 0 to 70: the curves alone are read there\n"
    });
    expect(found.stdout).toContain("at 1000 (level): 1.7×");
    expect((await ladder(["gain", muse, "--at", "70", "--draws", "200"])).stderr).toBe("");
  });

  test("gain says who never reaches a level, with no interval behind it", async () => {
    const {stdout} = await ladder(["gain", "scenarios/pretraining-claim.json", "--at", "1.7", "--draws", "200"]);
    expect(stdout).toMatch(/at 1\.7 \(level\): neither reaches this level\n$/);
  });

  test("simulate gives the sensitivity as factors, and an open end of a claim as none", async () => {
    const found = await json("simulate", muse, "--draws", "200");
    const {central, swings} = found["sensitivity"] as {
      readonly central: number;
      readonly swings: readonly {readonly address: string; readonly atLow: number}[];
    };
    near(central, 1.679, 1e-3);
    near(swings.find(({address}) => address === "models.muse-spark.compute")?.atLow, 16.79, 1e-3);
    const claims = found["claims"] as readonly {readonly ratio: {readonly least: number; readonly most: unknown}}[];
    expect(claims[0]?.ratio.most).toBeNull();
    near(claims[0]?.ratio.least, 10);
  });

  test("simulate prints in words every kind of number that its JSON has", async () => {
    const {stdout} = await ladder(["simulate", muse, "--draws", "200"]);
    const lines = stdout.split("\n");
    for (const line of [
      /^Muse Spark: 3\.0×10\^25 FLOP, 52\.15, gain over 1,000× \(90 %: 36× to over 1,000×\)$/,
      /^Llama 4 Scout: .*, 0\.086× of it off its recipe’s curve$/,
      /^recipe kimi-k2: gain 16×$/,
      /^against gpt-5-4: 1\.7× \(90 %: .*\); above 1× in 57\.5 % of draws$/,
      /^  at equal compute: \+1\.4 points \(90 %: −6\.8 points to \+10\.7 points\)$/,
      /^  equal score at 5\.0×10\^25 FLOP of gpt-5-4’s recipe, 0\.77 decades from its own compute$/,
      /^muse-spark against gpt-5-4 at 57\.18 \(frontier\): 1\.7× /,
      /^threshold sb-53: 1\.0×10\^26 FLOP; a run under it reaches$/,
      /^  grok-4, 41\.52, at a gain of 160×$/,
      /^sensitivity of gain against GPT-5\.4, 1\.7×:$/,
      /^  recipes\.llama-4\.curve\.aa-index\.slope from 3 to 12: 0\.28× to 4\.1×$/,
      /^  models\.muse-spark\.compute: 5\d\.\d % of the variance alone, /
    ])
      expect(lines, stdout).toContainEqual(expect.stringMatching(line));
    const parts = await ladder(["simulate", "scenarios/recipe-parts.json", "--draws", "200"]);
    expect(parts.stdout).toContain("of which training 14×: architecture 1.2×, optimisation 1.9×, data 6.6×");
    expect(parts.stdout).toContain("140×; no input with an interval moves it\n");
    expect(`${stdout}${parts.stdout}`).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test("claim prints in words what its help says: what is left, and the value of each input that turns it", async () => {
    const {stdout} = await ladder(["claim", muse, "--draws", "200"]);
    expect(stdout).toContain(
      "  read as equal-score at 52.15: 3× to 10× claimed, which does not hold as placed, at least 3× in "
    );
    expect(stdout).toMatch(/\n  leaves muse-spark at most 1\.7×10\^25 FLOP \(90 %: .*\), at least 5\.0×10\^24 FLOP\n/);
    expect(stdout).toContain("\n  models.muse-spark.compute, now 3.0×10^25: turns it at 1.7×10^25\n");
    expect(stdout).toContain("\n  models.llama-4-maverick.score.aa-index, now 18.36: no value turns it\n");
    const exact = await ladder(["claim", "scenarios/pretraining-claim.json", "--draws", "200"]);
    expect(exact.stdout).toContain("\n  recipes.new.gain, now 10×: turns it there\n");
  });

  test("simulate gives back an amount as it was given", async () => {
    const [first] = (await json("simulate", muse, "--draws", "200", "--set", "models.muse-spark.compute=5e25"))["models"] as readonly {readonly compute: number}[]; // prettier-ignore
    expect(first?.compute).toBe(5e25);
  });

  test("claim says how often a claim holds and what turns it", async () => {
    const claims = (await json("claim", muse))["claims"] as readonly {
      readonly probability: number;
      readonly flips: readonly unknown[];
    }[];
    expect(claims).toHaveLength(4);
    expect(claims[1]?.probability).toBeGreaterThan(0.1);
    expect(claims[1]?.flips.length).toBeGreaterThan(3);
  });
});

test.each([
  [["law", "hofmann2022", "--compute", "1e23"], 'no law "hofmann2022"; did you mean "hoffmann2022"?'],
  [["law", "hoffmann2022"], "law needs --compute"],
  [["law", "hoffmann2022", "--params", "1e9"], "--params and --tokens go together"],
  [["law", "hoffmann2022", "--compute=-3"], "must be greater than 0"],
  [["simulate", muse, "--draws", "1e9"], "--draws must be a whole number from 100 to 100000, got 1e9"],
  [["simulate", muse, "--seed", "x"], "--seed must be a whole number"],
  [["simulate", muse, "--set", "models.muse-spark.compote=1e25"], 'did you mean "models.muse-spark.compute"?'],
  [["simulate", muse, "--set", "models.muse-spark.compute=-1"], "must be greater than 0"],
  [["gain", muse, "--of", "nobody"], "--of must be a model or recipe of the scenario, got nobody"],
  [["gain", muse, "--of", "muse-sprk"], 'did you mean "muse-spark"?'],
  [["gain", muse, "--at", "high"], "--at must be a score, got high"],
  [["gain", muse, "--at", ""], "--at must be a score, got nothing"],
  [["simulate", muse, "--draws", "-5"], "--draws must be a whole number from 100 to 100000, got -5"],
  [["law", "hoffmann2022", "--compute", "-3"], "--compute: must be greater than 0, got -3"],
  [
    ["simulate", "scenarios/pretraining-claim.json", "--set", "recipes.new.growth=0.05"],
    "--set: recipes[4].growth.times must be above 0.1, got 0.05"
  ]
])("%j ends with 2 and a sentence", async (args, message) => {
  const {status, stderr} = await ladder(args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
