import {expect, test} from "vitest";
import {parameterOf} from "../../src/laws/agentsFit.ts";
import type {Agents} from "../../src/scenario/schema.ts";
import {agents} from "../../src/simulation/agents.ts";
import {agentsRefits, agentsRefitSteps} from "../../src/simulation/agentsRefits.ts";
import {shippedScenario} from "./shipped.ts";

const shipped = await shippedScenario("contemplating.json");
const section = shipped.agents;
const fit = agents(shipped)?.fit;
if (section === undefined || fit === undefined) throw new Error("no fit");
const free = ["mean"] as const;
const refits = (of: Agents, seed = 7, draws = 60) => agentsRefits(of, fit, free, {seed, draws});

/** The section with the intervals of its points so many times as wide. */
const widened = (by: number): Agents => ({
  ...section,
  points: (section.points ?? []).map((point) => {
    const {score} = point;
    if (score?.low === undefined || score.high === undefined) return point;
    const [low, high] = [score.value - by * (score.value - score.low), score.value + by * (score.high - score.value)];
    return {...point, score: {...score, low, high}};
  })
});

test("same section, fit and seed give the same bits, another seed others", () => {
  const once = refits(section);
  expect(refits(section)).toEqual(once);
  expect(refits(section, 8)).not.toEqual(once);
});

test("the interval holds the fit, and is as wide as the reading of the points", () => {
  const width = (of: Agents): number => {
    const {low = NaN, high = NaN} = refits(of)?.parameters.mean ?? {};
    const value = parameterOf(fit.law, "mean");
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    return high - low;
  };
  const [narrow, wide] = [width(section), width(widened(2))];
  expect(wide / narrow).toBeCloseTo(2, 0);
  // Four readings of two hundredths each, near enough the mean of four.
  expect(narrow).toBeGreaterThan(0.005);
  expect(narrow).toBeLessThan(0.02);
});

test("the curve is told where points were measured and at the number on show, each with its ends in order", () => {
  const told = refits({...section, count: {value: 12, written: 12}})?.score ?? [];
  expect(told.map(({agents: n}) => n)).toEqual([1, 2, 4, 12, 16]);
  for (const {low, median, high} of told) {
    expect(low).toBeLessThanOrEqual(median);
    expect(median).toBeLessThanOrEqual(high);
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
  }
});

test("points without intervals give a fit none", () => {
  const bare: Agents = {
    ...section,
    points: (section.points ?? []).map((point) =>
      point.score === undefined ? point : {...point, score: {value: point.score.value, written: point.score.value}}
    )
  };
  expect(refits(bare)).toBeUndefined();
});

test("a point drawn beyond no or all problems solved stands at that end", () => {
  const {failed, score} = refits(widened(60), 7, 8)!;
  expect(failed).toBe(0);
  for (const {low, high} of score) {
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(1);
  }
});

test("no more refits are made than are of use", () => {
  expect(refits(section, 7, 1000)?.draws).toBe(100);
}, 60_000);

test("refits come one after another, with the fraction done", () => {
  const steps = agentsRefitSteps(section, fit, free, {seed: 7, draws: 4});
  const done: number[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) done.push(step.value);
  expect(done).toEqual([0.25, 0.5, 0.75, 1]);
  expect(step.value).toMatchObject({seed: 7, draws: 4, failed: 0});
});
