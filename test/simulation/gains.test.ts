import {describe, expect, test} from "vitest";
import {pow10} from "../../src/numerics/exp.ts";
import {writeInput} from "../../src/scenario/address.ts";
import {readScenario} from "../../src/scenario/read.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {gains, gainUncertainty} from "../../src/simulation/gains.ts";
import {ladder} from "../../src/simulation/ladder.ts";
import {gainParts} from "../../src/simulation/parts.ts";
import {sensitivity, swingsOf} from "../../src/simulation/sensitivity.ts";
import {solve} from "../../src/simulation/solve.ts";
import {central} from "../../src/simulation/valuation.ts";
import {shippedScenario} from "./shipped.ts";

const muse = await shippedScenario("muse-spark.json");
const claim = await shippedScenario("pretraining-claim.json");

async function read(document: object): Promise<Scenario> {
  const result = await readScenario(JSON.stringify(document));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.scenario;
}

/** Two power laws, each with a run on it. */
function two(oldCurve: object, recipe: object, extra: object = {}) {
  return read({
    version: 1,
    title: "two",
    metrics: {loss: {name: "Loss", better: "lower", unit: "nats"}},
    reference: "old",
    recipes: [
      {id: "old", name: "Old", curve: {loss: oldCurve}},
      {id: "new", name: "New", ...recipe}
    ],
    models: [
      {id: "a", name: "A", recipe: "old", compute: 1e22, solve: "score"},
      {id: "b", name: "B", recipe: "new", compute: 1e24, solve: "score"}
    ],
    view: {subject: "b", rivals: ["a"], x: [1e20, 1e26]},
    ...extra
  });
}

const old = {law: "power-law", E: 1.7, a: 0.154, k: 300};

describe("the gain of one curve over another", () => {
  test("is constant and the ladder's where both have one shape", () => {
    const found = gains(muse)!;
    const own = ladder(muse)!.comparisons[0]!.log10Gain;
    for (const {log10Gain} of found.byLevel) expect(Math.abs(log10Gain - own)).toBeLessThan(1e-12);
    for (const {log10Gain} of found.byCompute) expect(Math.abs(log10Gain - own)).toBeLessThan(1e-12);
  });

  test("grows with scale as another exponent says, and is as stated where it is stated", async () => {
    const scenario = await two(old, {gain: 10, growth: {times: 1.25, from: 1e22}});
    const solution = solve(scenario, "loss", central)!;
    const at = (x: number) => solution.curve.log10Compute(solution.curves.get("new")!.score(x)) - x;
    expect(pow10(at(22))).toBeCloseTo(10, 9);
    expect(pow10(at(24))).toBeCloseTo(10 * 1.25 ** 2, 9);
    const found = gains(scenario)!;
    const rising = found.byLevel.map(({log10Gain}) => log10Gain).filter(Number.isFinite);
    expect(rising[0]!).toBeGreaterThan(rising.at(-1)!); // the lower the loss, the larger the gain
  });

  test("has no end below the floor of the other", async () => {
    const scenario = await two(
      old,
      {gain: "1x", limit: {loss: 1.5}},
      {view: {subject: "b", rivals: ["a"], x: [1e20, 1e26], y: [1.6, 2.5]}}
    );
    const found = gains(scenario)!;
    expect(solve(scenario, "loss", central)!.curves.get("new")!.limit).toBe(1.5);
    for (const {level, log10Gain} of found.byLevel) expect(log10Gain === Infinity, String(level)).toBe(level <= 1.7);
    const below = gains({...scenario, view: {...scenario.view, level: 1.6}})!;
    expect(below.landmarks.find(({kind}) => kind === "level")?.gain).toEqual({kind: "reference-never"});
  });

  test("a recipe may have a curve of its own", async () => {
    const scenario = await two(old, {
      curve: {loss: {law: "formula", formula: "E + A * C^(-alpha)", parameters: {E: 1.7, A: 300, alpha: 0.154}}}
    });
    for (const {log10Gain} of gains(scenario)!.byLevel) expect(Math.abs(log10Gain)).toBeLessThan(1e-9);
  });

  test("against the compute-optimal run of equal loss is smaller by the over-training penalty", () => {
    const optimal: Scenario = {...claim, baseline: {run: "compute-optimal", law: "besiroglu2024"}};
    const read = (scenario: Scenario) =>
      ladder(scenario)!.comparisons.find(({rival}) => rival === "maverick-as-trained")!.log10Gain;
    expect(pow10(read(claim))).toBeCloseTo(10, 9);
    expect(pow10(read(claim) - read(optimal))).toBeCloseTo(4.41, 2);
    const rounded: Scenario = {...claim, baseline: {run: "compute-optimal", law: "hoffmann2022"}};
    expect(pow10(read(claim) - read(rounded))).toBeCloseTo(1.63, 2);
  });

  test("has intervals at every landmark, the same for the same seed", () => {
    const found = gainUncertainty(muse)!;
    expect(found.landmarks.every((item) => item !== undefined && item.low < item.high)).toBe(true);
    expect(gainUncertainty(structuredClone(muse))).toEqual(found);
  });
});

describe("the parts of a gain", () => {
  const parts = {architecture: "1.16x", optimization: "1.87x", data: "6.6x"};

  test("multiply to the whole, and what is kept apart is not training", async () => {
    const scenario = await two(old, {gain: {of: "parts"}, parts, apart: {thinking: "2x"}});
    const solution = solve(scenario, "loss", central)!;
    const found = gainParts(solution, scenario.recipes[1]!)!;
    expect(pow10(found.whole)).toBeCloseTo(1.16 * 1.87 * 6.6 * 2, 9);
    expect(pow10(found.training)).toBeCloseTo(1.16 * 1.87 * 6.6, 9);
    expect(found.factors.map(({kind}) => kind)).toEqual(["part", "part", "part", "apart"]);
  });

  test("leave a rest that nobody names where the whole is read elsewhere", async () => {
    const scenario = await two(old, {gain: "20x", parts});
    const found = gainParts(solve(scenario, "loss", central)!, scenario.recipes[1]!)!;
    const rest = found.factors.find(({kind}) => kind === "rest")!;
    expect(pow10(rest.log10)).toBeCloseTo(20 / (1.16 * 1.87 * 6.6), 9);
  });
});

describe("sensitivity", () => {
  test("of a product of log-normals gives each input its share of the log variance", () => {
    const found = sensitivity(muse)!;
    const compute = found.shares.find(({addresses}) => addresses.includes("models.muse-spark.compute"))!;
    // log10 interval of two decades against one of 1.52 and a little of the slope: about 0.6 of the variance.
    expect(compute.first).toBeGreaterThan(0.5);
    expect(compute.first).toBeLessThan(0.75);
    const sum = found.shares.reduce((total, {first}) => total + first, 0);
    expect(Math.abs(sum - 1)).toBeLessThan(0.1);
    expect(found.swings[0]?.address).toBe("models.muse-spark.compute");
    const [swing] = found.swings;
    expect(pow10(swing!.atLow) / (pow10(found.central) * 10)).toBeCloseTo(1, 6);
    expect(sensitivity(structuredClone(muse))).toEqual(found);
    expect(swingsOf(muse)).toEqual({...found, shares: [], draws: 0});
  });

  test("takes inputs whose errors go together as one group", () => {
    const inputs = ["models.muse-spark.compute", "models.gpt-5-4.compute"];
    const joint = [{inputs, of: "logs" as const, covariance: [[1, 0.9], [0.9, 1]]}]; // prettier-ignore
    const together: Scenario = {...muse, uncertainty: {...muse.uncertainty, joint}};
    const found = sensitivity(together)!;
    expect(found.shares.some(({addresses}) => addresses.length === 2)).toBe(true);
    // The two computes all but divide each other out: what is left is the slope.
    expect(found.shares[0]?.addresses).toEqual(["recipes.llama-4.curve.aa-index.slope"]);
  });
});

test("an address that names nothing changes nothing", () => {
  expect(writeInput(muse, "recipes.llama-4.curve.aa-index.nonsense", {value: 1, written: 1}).recipes[0]!.curve).toEqual(
    muse.recipes[0]!.curve
  );
});
