import {describe, expect, test} from "vitest";
import {runListCsv} from "../../src/fitting/plan/runList.ts";
import {readScenario} from "../../src/scenario/read.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {plan} from "../../src/simulation/plan.ts";
import type {PlanNumbers} from "../../src/simulation/plan.ts";
import {planUncertainty} from "../../src/simulation/planUncertainty.ts";
import {shippedScenario} from "./shipped.ts";

const threefold = await shippedScenario("plan-3x.json");
const olmo = await shippedScenario("autopsy-olmo.json");

/** The shipped plan with other keys; undefined takes one out. */
async function planned(keys: Record<string, unknown>): Promise<Scenario> {
  const base = {gain: 3, target: 1e25, noise: 0.005, budget: 3e20, smallest: 1e18, largest: 1e21};
  const read = await readScenario(
    JSON.stringify({
      version: 1,
      title: "t",
      metrics: {loss: {name: "Loss", better: "lower"}},
      reference: "a",
      recipes: [{id: "a", name: "A", curve: {loss: {law: "chinchilla", parameters: "besiroglu2024"}}}],
      models: [],
      plan: {...base, ...keys}
    })
  );
  if (!read.ok) throw new Error(read.problems.map(({path, message}) => `${path} ${message}`).join("; "));
  return read.scenario;
}

function numbersOf(scenario: Scenario): PlanNumbers {
  const numbers = plan(scenario);
  if (numbers?.ok !== true) throw new Error(numbers?.message ?? "no plan");
  return numbers;
}

describe("a plan", () => {
  test("answers its question: power, interval, cost, rungs and decades", () => {
    const {shown, size, kind, question} = numbersOf(threefold);
    expect(kind).toBe("plan");
    expect(shown.answer.power).toBeGreaterThan(0.8);
    expect(shown.answer.low).toBeLessThan(3);
    expect(shown.answer.high).toBeGreaterThan(3);
    expect(size.compute).toBeLessThanOrEqual(3e20);
    expect(size.shareOfBigRun).toBeCloseTo(size.compute / 1e25, 12);
    expect(size.hours).toBeCloseTo(size.compute / (989.4e12 * 0.4 * 3600), 6);
    expect(size.dollars).toBeCloseTo(2.95 * size.hours, 6);
    expect(size.span + size.extrapolation).toBeCloseTo(7, 10);
    expect(question.assumed).toEqual({confidence: "0.95", power: "0.8", ladder: "designed"});
  });

  test("says the design's optimality gap and what the geometric ladder loses", () => {
    const {designed, geometric, geometricEfficiency, least} = numbersOf(threefold);
    expect(least?.gap).toBeLessThan(2e-3);
    expect(least!.deviation).toBeLessThanOrEqual(designed!.answer.deviation);
    const part = designed!.answer.deviation / geometric!.answer.deviation;
    expect(geometricEfficiency).toBeCloseTo(part * part, 12);
    expect(geometricEfficiency).toBeLessThan(1);
  });

  test("has a power curve that never falls, and holds the budget itself", () => {
    const {curve} = numbersOf(threefold);
    expect(curve.some(({budget}) => budget === 3e20)).toBe(true);
    for (const of of ["designed", "geometric"] as const) {
      const powers = curve.flatMap((point) => point[of]?.power ?? []);
      expect(powers.length).toBeGreaterThan(10);
      powers.slice(1).forEach((power, i) => expect(power).toBeGreaterThanOrEqual(powers[i]! - 1e-9));
    }
  });

  test("says what rungs and decades buy: more rungs between the same ends, and ends nearer the target, tell more", () => {
    const {rungsBuy, decadesBuy} = numbersOf(threefold);
    const power = rungsBuy.map(({answer}) => answer.power);
    expect(power).toEqual([...power].sort((one, other) => one - other));
    expect(decadesBuy[0]?.extrapolation).toBeCloseTo(0.5, 10);
    expect(decadesBuy[0]!.answer.deviation).toBeLessThan(decadesBuy.at(-1)!.answer.deviation);
  });

  test("says where the delta method does not hold, and simulation agrees with it where it does", async () => {
    expect(numbersOf(threefold).linearity.reason).toMatch(/the power is 8\d % by the deviance and 88 % by the delta/);
    const sharp = await planned({noise: 0.002});
    expect(numbersOf(sharp).linearity.reason).toBeUndefined();
    const simulated = planUncertainty(sharp, {seed: 1, draws: 300})!;
    expect(simulated.disagreements).toEqual([]);
    expect(simulated.agrees).toBe(true);
    const blunt = planUncertainty(await planned({noise: 0.02}), {seed: 1, draws: 300})!;
    expect(blunt.agrees).toBe(false);
    expect(blunt.disagreements.length).toBeGreaterThan(0);
  });

  test("says that they agree only where enough ladders are simulated to tell", () => {
    const of = (draws: number) => planUncertainty(threefold, {seed: 7, draws})!;
    const few = of(200);
    expect(few.uncalibrated.power).toBeLessThan(numbersOf(threefold).shown.answer.power - 0.05);
    expect(few).toMatchObject({agrees: true, agreement: "untold"});
    expect(of(500)).toMatchObject({agrees: true, agreement: "near"});
  });

  test("takes a budget in FLOP, GPU-hours or dollars for the same", async () => {
    const hardware = {chip: "H100", format: "BF16", mfu: "40%", price: 2};
    const rate = 989.4e12 * 0.4 * 3600;
    const hours = numbersOf(await planned({budget: undefined, gpuHours: 3e20 / rate, hardware}));
    const dollars = numbersOf(await planned({budget: undefined, dollars: (2 * 3e20) / rate, hardware}));
    const flop = numbersOf(await planned({hardware}));
    expect(hours.shown.rungs).toEqual(flop.shown.rungs);
    expect(dollars.shown.rungs).toEqual(flop.shown.rungs);
  });

  test("splits runs by the mix, and lists them with their costs, a line a run", async () => {
    const {shown, size} = numbersOf(await planned({tokensPerParameter: 20, ladder: "geometric"}));
    for (const {N, D, compute} of shown.runs) {
      expect(D / N).toBeCloseTo(20, 10);
      expect((6 * N * D) / compute).toBeCloseTo(1, 10);
    }
    const lines = runListCsv(shown.runs).trimEnd().split("\n");
    expect(lines[0]).toBe("N,D,C,recipe,seed,GPU-hours,dollars");
    expect(lines).toHaveLength(1 + size.runs);
    const sum = lines.slice(1).reduce((total, line) => total + Number(line.split(",")[2]), 0);
    expect(sum / size.compute).toBeCloseTo(1, 4);
    const [first] = shown.runs;
    const seeds = lines.slice(1, 1 + (first?.seeds ?? 0)).map((line) => line.split(",")[4]);
    expect(seeds.length).toBeGreaterThan(1);
    expect(seeds).toEqual(seeds.map((_, i) => String(i + 1)));
    expect(lines[1]).toMatch(/^\d+,\d+,\d\.?\d*e\d+,reference,1,/);
  });

  test("where nothing says its ends the ladder goes from 1e18 FLOP, or a ten-thousandth of the target, up to a tenth of the budget", async () => {
    const left = {smallest: undefined, largest: undefined};
    const usual = numbersOf(await planned(left)).question.shape;
    expect([usual.smallest, usual.largest]).toEqual([1e18, 1e20]);
    const near = numbersOf(await planned({...left, target: 1e21, budget: 1e20})).question.shape;
    expect([near.smallest, near.largest]).toEqual([1e17, 1e19]);
    const rich = numbersOf(await planned({...left, budget: 1e24})).question.shape;
    expect(rich.largest / 1e23).toBeCloseTo(1, 12);
  });

  test.each([
    [{largest: 1e20, smallest: 2e18, budget: 9e18}, "budget", "must pay for two rungs of each recipe at least"],
    [{budget: undefined, dollars: 1}, "dollars", "must pay for two rungs of each recipe at least"],
    [{rungs: 2, ladder: "geometric"}, "rungs", /must be more than 2: so few .* the gain where the floor is fitted$/],
    [{smallest: 1e23, largest: undefined, target: 2e23, budget: 1e25}, "largest", "must be above the smallest rung"]
  ])("meets an obstacle, said at its field: %j", async (keys, field, message) => {
    const found = plan(await planned(keys));
    expect(found).toMatchObject({ok: false, field});
    expect(found?.ok === false && found.message).toMatch(message);
    expect(planUncertainty(await planned(keys), {seed: 1, draws: 10})).toBeUndefined();
  });

  test("is none where a scenario has none", () => {
    const {plan: _, ...without} = threefold;
    expect(plan(without)).toBeUndefined();
  });
});

describe("an autopsy", () => {
  test("takes the OLMo ladder apart: 16 rungs of each recipe, its noise measured on its runs", () => {
    const {kind, size, question, smallestGain, shown} = numbersOf(olmo);
    expect(kind).toBe("autopsy");
    expect([size.rungs, size.runs]).toEqual([16, 32]);
    expect(question.noise).toBeGreaterThan(0.005);
    expect(question.noise).toBeLessThan(0.01);
    expect(smallestGain).toBeGreaterThan(1.2);
    expect(smallestGain).toBeLessThan(3);
    // Trained for 10 times the tokens a run costs more than the run of the optimal mix with its loss.
    shown.runs.forEach(({compute}, i) => expect(shown.rungs[i]!.compute).toBeLessThanOrEqual(compute * (1 + 1e-9)));
  });

  test("counts every seed of a published rung in what the ladder cost", async () => {
    const at = {budget: undefined, smallest: undefined, largest: undefined};
    const cost = async (seeds: number) =>
      numbersOf(await planned({...at, published: [1e19, 3e19, 1e20, 3e20].map((compute) => ({compute, seeds}))})).shown
        .cost;
    expect((await cost(3)) / (await cost(1))).toBeCloseTo(3, 12);
  });

  test("refuses a target within the ladder, and rungs that do not determine the gain", async () => {
    const rungs = (...computes: number[]) => computes.map((compute) => ({compute}));
    const at = {budget: undefined, smallest: undefined, largest: undefined};
    const within = plan(await planned({...at, published: rungs(1e19, 1e20, 1e26)}));
    expect(within).toMatchObject({ok: false, field: "target"});
    const few = plan(await planned({...at, published: rungs(1e19, 1e20)}));
    expect(few).toMatchObject({ok: false, field: "published"});
    expect(few?.ok === false && few.message).toContain("a fitted floor takes three");
    const same = plan(await planned({...at, published: rungs(1e19, 1e19)}));
    expect(same?.ok === false && same.message).toContain("two rungs of different compute");
  });
});
