import {expect, test} from "vitest";
import {writeInput} from "../../src/scenario/address.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {computeSpan, reinforcement} from "../../src/simulation/reinforcement.ts";
import {fitIntervalSteps, fitReinforcement} from "../../src/simulation/reinforcementFit.ts";
import {reinforcementSteps, reinforcementUncertainty} from "../../src/simulation/reinforcementUncertainty.ts";
import {withOwnPasses} from "./ownPasses.ts";
import {shippedScenario} from "./shipped.ts";

const shipped = await shippedScenario("rl-scaling.json");
const apart = withOwnPasses(shipped);
const numbers = (scenario: Scenario) => {
  const found = reinforcement(scenario);
  if (found === undefined) throw new Error("no reinforcement learning");
  return found;
};
const set = (address: string, value: number, scenario = shipped) =>
  writeInput(scenario, address, {value, written: value});
const few = {seed: 3, draws: 200};

test.each([
  [1e3, 0.21257],
  [1e4, 0.405],
  [1e5, 0.59743]
])("ScaleRL’s sigmoid at %d is %d", (compute, score) => {
  expect(numbers(set("reinforcement.compute", compute)).at.score).toBeCloseTo(score, 5);
});

test("sigmoid and line part where they differ by the tolerance, and meet in the middle", () => {
  const {parting, tolerance, slope} = numbers(shipped);
  expect(tolerance).toBe(0.02);
  expect(slope).toBeCloseTo((0.41 * 1.5 * Math.LN10) / 4, 12);
  for (const end of [parting?.low ?? NaN, parting?.high ?? NaN]) {
    const {score, line} = numbers(set("reinforcement.compute", end)).at;
    expect(Math.abs(score - line)).toBeCloseTo(0.02, 8);
  }
  const {score, line} = numbers(set("reinforcement.compute", 1e4)).at;
  expect(line).toBeCloseTo(score, 12);
});

test("training that adds nothing parts nowhere", () => {
  expect(numbers(set("reinforcement.law.before", 0.61)).parting).toBeUndefined();
});

test("a lift raises pass@1 and pass@16, sharpness alone leaves pass@1 and lowers what samples add", () => {
  const sharp = numbers(set("reinforcement.sharpening.lift", 1, apart)).passes;
  expect(sharp?.after?.pass1).toBeCloseTo(sharp?.before.pass1 ?? NaN, 12);
  expect(sharp?.after?.advantage).toBeLessThan(sharp?.before.advantage ?? NaN);
  const lifted = numbers(set("reinforcement.sharpening.sharpness", 1, apart)).passes;
  expect(lifted?.k).toBe(16);
  expect(lifted?.after?.pass1).toBeGreaterThan(lifted?.before.pass1 ?? NaN);
  expect(lifted?.after?.passK).toBeGreaterThan(lifted?.before.passK ?? NaN);
  expect(lifted?.overtakenAt).toBe(Infinity);
  const both = numbers(apart).passes;
  expect(both?.after?.pass1).toBeCloseTo((0.25 * 6.25) / (1 + 0.25 * 6.25), 12);
  expect(both?.after?.passK).toBeGreaterThan(both?.before.passK ?? NaN);
  expect(both?.after?.advantage).toBeLessThan(both?.before.advantage ?? NaN);
});

test("pass@1 that is not given is the score, central and in every draw", () => {
  const {rows, passes} = numbers(shipped);
  rows.forEach(({score}, i) => expect(passes?.rows[i]?.pass1).toBeCloseTo(score, 12));
  const drawn = reinforcementUncertainty(shipped, few);
  expect(drawn?.now?.pass1.low).toBeCloseTo(drawn?.at?.low ?? NaN, 12);
  expect(drawn?.now?.pass1.high).toBeCloseTo(drawn?.at?.high ?? NaN, 12);
  expect(drawn?.after?.pass1.low).toBeCloseTo(drawn?.scores?.after.low ?? NaN, 12);
  const own = numbers(withOwnPasses(shipped, 0.3)).passes;
  expect(own?.before.pass1).toBeCloseTo(0.3, 12);
});

test("pass@k of Beta(.5, 1) is as published", () => {
  const base = set("reinforcement.success.concentration", 1.5, set("reinforcement.success.mean", 1 / 3, apart));
  const {before} = numbers(base).passes ?? {};
  expect(before?.pass1).toBeCloseTo(0.33333, 5);
  expect(before?.passK).toBeCloseTo(0.78347, 5);
});

test("the fit gives back the sigmoid that points came from", () => {
  const points = [1e2, 1e3, 3e3, 1e4, 3e4, 1e5, 1e6].map((compute) => ({
    compute,
    score: numbers(set("reinforcement.compute", compute)).at.score
  }));
  const fit = fitReinforcement(points);
  if ("missing" in fit) throw new Error(fit.missing);
  expect(fit.R0).toBeCloseTo(0.2, 4);
  expect(fit.A).toBeCloseTo(0.61, 4);
  expect(fit.B).toBeCloseTo(1.5, 3);
  expect(fit.CMid / 1e4).toBeCloseTo(1, 3);
  expect(fit.largestResidual).toBeLessThan(1e-5);
  expect(fit).toMatchObject({isExact: false, converged: true});
  expect(fitReinforcement(points.slice(1, 5))).toMatchObject({isExact: true});
});

test("fewer than four points apart are not fitted, and the section's own are", () => {
  const point = (compute: number, score: number) => ({compute, score: {value: score, written: score}});
  const section = shipped.reinforcement;
  if (section === undefined) throw new Error("no reinforcement learning");
  const points = [point(1e3, 0.21), point(1e4, 0.4), point(1e4, 0.41), point(1e5, 0.6)];
  expect(numbers({...shipped, reinforcement: {...section, points}}).fit).toEqual({
    missing: "a sigmoid has 4 numbers and needs as many points apart, got 3"
  });
  const enough = [...points, point(5e5, 0.605), point(1e2, 0.2)];
  expect(numbers({...shipped, reinforcement: {...section, points: enough}}).fit).toHaveProperty("residuals");
  expect(numbers(shipped).fit).toBeUndefined();
});

test("the same seed draws the same bits, and bands hold the central answer", () => {
  const drawn = reinforcementUncertainty(shipped, few);
  expect(reinforcementUncertainty(shipped, few)).toEqual(drawn);
  expect(reinforcementUncertainty(shipped, {...few, seed: 4})).not.toEqual(drawn);
  const {at, parting, passes} = numbers(shipped);
  for (const [interval, value] of [
    [drawn?.at, at.score],
    [drawn?.parting?.low, parting?.low],
    [drawn?.after?.pass1, passes?.after?.pass1]
  ] as const) {
    expect(interval?.low).toBeLessThan(value ?? NaN);
    expect(interval?.high).toBeGreaterThan(value ?? NaN);
  }
  const {reinforcement: _, ...without} = shipped;
  expect(reinforcement(without)).toBeUndefined();
  expect(reinforcementUncertainty(without, few)).toBeUndefined();
});

test("pass@1 follows the sigmoid from its start to its end, and pass@16 starts where it was", () => {
  const {passes, progress, rows} = numbers(shipped);
  const [pass1, last] = [passes?.before.pass1 ?? NaN, passes?.after?.pass1 ?? NaN];
  expect(passes?.now?.pass1).toBeCloseTo(pass1 + progress * (last - pass1), 12);
  expect(passes?.rows).toHaveLength(rows.length);
  const far = numbers(set("reinforcement.compute", 1e12)).passes;
  expect(far?.now?.passK).toBeCloseTo(far?.after?.passK ?? NaN, 6);
  const start = numbers(set("reinforcement.compute", 1e-6)).passes;
  expect(start?.now?.passK).toBeCloseTo(start?.before.passK ?? NaN, 6);
});

test("the line passes the ceiling at the middle times e^(2 / B)", () => {
  const {lineEnds} = numbers(shipped);
  expect((lineEnds ?? NaN) / (1e4 * Math.exp(2 / 1.5))).toBeCloseTo(1, 12);
  const {line} = numbers(set("reinforcement.compute", lineEnds ?? NaN)).at;
  expect(line).toBeCloseTo(0.61, 10);
});

test("the axis runs over whole decades and holds both middles, the compute of now and every point", () => {
  const section = shipped.reinforcement;
  if (section === undefined) throw new Error("no reinforcement learning");
  expect(computeSpan(section)).toEqual([2, 6]);
  const at = (compute: number) => ({...section, compute: {value: compute, written: compute}});
  expect(computeSpan(at(1e6))).toEqual([2, 6]);
  expect(computeSpan(at(1.1e6))).toEqual([2, 7]);
  const points = [{compute: 20, score: {value: 0.2, written: 0.2}}];
  expect(computeSpan({...section, points})).toEqual([1, 6]);
});

test("draws come in steps, no more than 2,000, and say how many they were", () => {
  const steps = reinforcementSteps(shipped, {seed: 7, draws: 600});
  const fractions: number[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) fractions.push(step.value);
  expect(fractions).toEqual([250 / 600, 500 / 600]);
  expect(step.value?.draws).toBe(600);
  expect(reinforcementUncertainty(shipped)?.draws).toBe(2000);
});

test("a bootstrap of points is the same for the same seed, and holds the fit", () => {
  const points = [300, 1000, 3000, 6000, 1e4, 2e4, 4e4, 1e5, 4e5].map((compute, i) => ({
    compute,
    score: numbers(set("reinforcement.compute", compute)).at.score + (i % 2 === 0 ? 0.005 : -0.005)
  }));
  const run = (seed: number) => {
    const steps = fitIntervalSteps(points, [3, 4, 5], {seed, draws: 300});
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return step.value;
  };
  const drawn = run(3);
  expect(run(3)).toEqual(drawn);
  expect(run(4)).not.toEqual(drawn);
  expect(drawn).toMatchObject({draws: 300, seed: 3});
  expect(drawn?.band.map(({x}) => x)).toEqual([3, 4, 5]);
  const fit = fitReinforcement(points);
  if ("missing" in fit) throw new Error(fit.missing);
  for (const key of ["R0", "A", "B", "CMid"] as const) {
    expect(drawn?.[key].low).toBeLessThan(fit[key]);
    expect(drawn?.[key].high).toBeGreaterThan(fit[key]);
  }
});
