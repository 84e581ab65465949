import {expect, test} from "vitest";
import {benchmarkAccuracy} from "../../src/laws/thinking.ts";
import {agentsScore} from "../../src/laws/agents.ts";
import {writeInput} from "../../src/scenario/address.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {agents} from "../../src/simulation/agents.ts";
import {agentsUncertainty} from "../../src/simulation/agentsUncertainty.ts";
import {difficultiesOf} from "../../src/simulation/thinkingLaws.ts";
import {central} from "../../src/simulation/valuation.ts";
import {shippedScenario} from "./shipped.ts";

const shipped = await shippedScenario("contemplating.json");
const numbers = (scenario: Scenario) => {
  const found = agents(scenario);
  if (found === undefined) throw new Error("no agents");
  return found;
};
const set = (scenario: Scenario, address: string, value: number) =>
  writeInput(scenario, address, {value, written: value});
const few = {seed: 3, draws: 200};

test("the law meets what was read off the chart within the point it may be off", () => {
  const {points, fit} = numbers(shipped);
  expect(points.map(({agents: n}) => n)).toEqual([1, 2, 4, 8, 16]);
  expect(points.find(({agents: n}) => n === 8)?.score).toBeUndefined();
  for (const {score, residual} of points) if (score !== undefined) expect(Math.abs(residual)).toBeLessThan(0.01);
  expect(fit?.converged).toBe(true);
  expect(fit?.residuals).toHaveLength(4);
  expect(fit?.largestResidual).toBeLessThan(0.007);
});

test("most of the gain is the first doubling, as measured and by the law", () => {
  const {measuredDoubling, firstDoubling} = numbers(shipped);
  expect(measuredDoubling?.first).toBeCloseTo(0.06, 12);
  expect(measuredDoubling?.all).toBeCloseTo(0.085, 12);
  expect(measuredDoubling?.share).toBeCloseTo(6 / 8.5, 12);
  expect(firstDoubling.most).toBe(16);
  expect(firstDoubling.share).toBeGreaterThan(0.6);
});

test("the rows are those of the law, with tokens that grow with every agent", () => {
  const {rows, law} = numbers(shipped);
  expect(rows).toHaveLength(64);
  for (const n of [1, 2, 16, 64]) expect(rows[n - 1]?.score).toBe(agentsScore(law, n));
  expect(rows[15]?.output).toBe(16 * 20000 + 2000);
  expect(rows[15]?.input).toBe(16 * 500 + 500 + 16 * 1000);
  expect(rows[0]?.seconds).toBe(2 + 20000 / 80);
});

test("one agent is itself, and its log odds move with more tokens as those of the thinking section do", () => {
  for (const mean of [0.2, 0.5, 0.8]) {
    const scenario = set(shipped, "agents.success.mean", mean);
    const {rows} = numbers(scenario);
    expect(rows[0]?.single).toBe(rows[0]?.score);
    const section = scenario.thinking;
    if (section === undefined) throw new Error("no thinking section");
    const logOdds = (p = NaN) => Math.log(p / (1 - p));
    const thought = [rows[0], rows[15]].map((row) =>
      logOdds(benchmarkAccuracy(difficultiesOf(section, central), row?.output ?? NaN))
    );
    const moved = logOdds(rows[15]?.single) - logOdds(rows[0]?.single);
    expect(moved).toBeCloseTo((thought[1] ?? NaN) - (thought[0] ?? NaN), 10);
  }
});

test("agents that always repeat are as good as one, and worth one", () => {
  const {rows, effective, firstDoubling} = numbers(set(shipped, "agents.repeat", 1));
  expect(rows[63]?.score).toBeCloseTo(rows[0]?.score ?? NaN, 12);
  expect(effective).toBe(1);
  expect(firstDoubling.all).toBeCloseTo(0, 12);
});

test("the single agent is named as missing without a thinking section, or without tokens", () => {
  const {thinking: _, ...thoughtless} = shipped;
  expect(numbers(thoughtless).singleMissing).toContain("no thinking section");
  expect(numbers(thoughtless).rows[3]?.single).toBeUndefined();
  if (shipped.agents === undefined) throw new Error("no agents");
  const {work: __, ...idle} = shipped.agents;
  const {rows, tokensUnit, singleMissing} = numbers({...shipped, agents: idle});
  expect(singleMissing).toContain("not disclosed");
  expect(tokensUnit).toBe("one agent's tokens");
  expect(rows[15]).toMatchObject({output: 16, input: undefined, seconds: undefined, single: undefined});
  expect(agents({...thoughtless, agents: undefined})).toBeUndefined();
});

test.each([
  {kind: "vote", wrongAnswers: "never agree", ties: "drawn"},
  {kind: "vote", ties: "drawn"},
  {kind: "refine", insight: {value: 0.5, written: 0.5}}
] as const)("each way of joining is computed: %j", (joining) => {
  if (shipped.agents === undefined) throw new Error("no agents");
  const {fit: _, ...section} = shipped.agents;
  const {rows, fit} = numbers({...shipped, agents: {...section, joining}});
  expect(fit).toBeUndefined();
  expect(rows[0]?.score).toBeCloseTo(0.5, 12);
  // Two that vote are as one.
  if (joining.kind === "vote") expect(rows[1]?.score).toBeCloseTo(0.5, 12);
  else expect(rows[1]?.score).toBeGreaterThan(0.5);
});

test("the same seed draws the same bits, another others, and bands hold the central answer", () => {
  const drawn = agentsUncertainty(shipped, few);
  expect(agentsUncertainty(shipped, few)).toEqual(drawn);
  expect(agentsUncertainty(shipped, {...few, seed: 4})).not.toEqual(drawn);
  const {rows} = numbers(shipped);
  for (const {x, low, high} of drawn?.score ?? []) {
    expect(low).toBeLessThan(rows[x - 1]?.score ?? NaN);
    expect(high).toBeGreaterThan(rows[x - 1]?.score ?? NaN);
  }
  expect(drawn?.overSingle?.above0).toBeGreaterThan(0);
  expect(drawn?.overSingle?.above0).toBeLessThan(1);
  expect(agentsUncertainty(shipped, {seed: 3, draws: 5000})?.draws).toBe(1000);
});

test("numbers without intervals have none", () => {
  const sure = ["agents.success.mean", "agents.success.concentration", "agents.joining.falsePositive"].reduce(
    (scenario, address) => set(scenario, address, 0.5),
    shipped
  );
  const {low, median, high} = agentsUncertainty(sure, few)?.atCount ?? {low: 0, median: 1, high: 2};
  expect(low).toBe(median);
  expect(high).toBe(median);
});
