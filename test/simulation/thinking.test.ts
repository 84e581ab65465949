import {expect, test} from "vitest";
import {benchmarkAccuracy, compressed, compressionAt, tokensAtPeak, tokensToReach} from "../../src/laws/thinking.ts";
import type {ThinkingLaw} from "../../src/laws/thinking.ts";
import {writeInput} from "../../src/scenario/address.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {thinking} from "../../src/simulation/thinking.ts";
import {difficultiesOf, mixedTokens} from "../../src/simulation/thinkingLaws.ts";
import {tokenVerdict} from "../../src/simulation/tokenVerdict.ts";
import {thinkingUncertainty} from "../../src/simulation/thinkingUncertainty.ts";
import {central} from "../../src/simulation/valuation.ts";
import {shippedScenario} from "./shipped.ts";

const shipped = await shippedScenario("thought-compression.json");
const section = shipped.thinking;
if (section === undefined) throw new Error("no thinking");
const numbers = (scenario: Scenario) => {
  const found = thinking(scenario);
  if (found === undefined) throw new Error("no thinking");
  return found;
};
const set = (address: string, value: number) => writeInput(shipped, address, {value, written: value});
const few = {seed: 3, draws: 120};

test("Muse Spark runs the index with few tokens against GPT-5.4 and Opus 4.6, not against Gemini 3.1 Pro", () => {
  const {index} = numbers(shipped);
  const row = (id: string) => index.find((item) => item.id === id);
  expect(row("gpt-5-4")?.ratio).toBeCloseTo(120.57908 / 58.369032, 6);
  expect(row("claude-opus-4-6")?.ratio).toBeCloseTo(156.962674 / 58.369032, 6);
  expect(row("gemini-3-1-pro")?.ratio).toBeCloseTo(57.292121 / 58.369032, 6);
  expect(row("gemini-3-1-pro")?.points).toBeCloseTo(5.03, 10);
  expect(row("gpt-5-4")?.ratioAtEqualScore).toBeCloseTo((120.57908 / 58.369032) * 10 ** (-4.65 / 6), 8);
});

test.each([
  [2, -1, undefined, {asRun: "fewer", atEqualScore: "fewer"}],
  [2, 1, undefined, {asRun: "fewer", atEqualScore: "not read"}],
  [2, 1, {low: 1.1, high: 3}, {asRun: "fewer", atEqualScore: "fewer"}],
  [2, 1, {low: 0.14, high: 1.1}, {asRun: "fewer", atEqualScore: "cannot be told"}],
  [2, 1, {low: 0.1, high: 0.9}, {asRun: "fewer", atEqualScore: "not fewer"}],
  [0.9, 5, undefined, {asRun: "not fewer", atEqualScore: "not fewer"}],
  [0.9, -1, {low: 1.2, high: 2}, {asRun: "not fewer", atEqualScore: "fewer"}]
] as const)("a ratio of %d for %d points with %j at equal score is judged %j", (ratio, points, interval, verdict) => {
  expect(tokenVerdict({ratio, points}, interval)).toEqual(verdict);
});

test("runs are read at equal score by a slope that is stated", () => {
  const index = section.index && {...section.index, slope: {value: 10, written: 10}};
  if (index === undefined) throw new Error("no index");
  const {index: rows} = numbers({...shipped, thinking: {...section, index}});
  const gemini = rows.find(({id}) => id === "gemini-3-1-pro");
  expect(gemini?.ratioAtEqualScore).toBeCloseTo((57.292121 / 58.369032) * 10 ** -0.503, 8);
});

test("without a slope there is no number at equal score", () => {
  if (section.index === undefined) throw new Error("no index");
  const {slope: _, ...index} = section.index;
  for (const row of numbers({...shipped, thinking: {...section, index}}).index) expect(row.ratioAtEqualScore).toBeNaN();
});

test("the mixed accuracy is the weighted mean of the difficulties", () => {
  for (const {accuracies, mixed} of numbers(shipped).rows) {
    expect(mixed).toBeCloseTo(
      accuracies.reduce((sum, accuracy, i) => sum + accuracy * ([0.4, 0.35, 0.25][i] ?? NaN), 0),
      12
    );
  }
});

test("without a penalty each difficulty is thought about up to its peak", () => {
  const {penalties, peaks} = numbers(shipped);
  const [none] = penalties;
  expect(none?.id).toBe("none");
  none?.byDifficulty.forEach(({tokens}, i) => {
    expect(tokens).toBeCloseTo(Math.min(64000, peaks[i] ?? NaN), 3);
  });
});

test("a higher price per token picks fewer tokens and no higher accuracy, a price of 0 what no penalty does", () => {
  const picked = [0, 1e-6, 1e-5, 1e-4].map((price) => {
    const {penalties} = numbers(set("thinking.penalties.lambda.perToken", price));
    return penalties.find(({id}) => id === "lambda");
  });
  for (let i = 1; i < picked.length; ++i) {
    expect(picked[i]?.tokens).toBeLessThan(picked[i - 1]?.tokens ?? NaN);
    expect(picked[i]?.accuracy).toBeLessThan(picked[i - 1]?.accuracy ?? NaN);
  }
  expect(picked[0]?.tokens).toBe(numbers(shipped).penalties[0]?.tokens);
});

test("compression at equal accuracy depends on the accuracy where difficulties are compressed unlike", () => {
  const {compression} = numbers(shipped);
  const [first, last] = [compression[0], compression.findLast(({factor}) => Number.isFinite(factor))];
  expect(first?.factor).toBeLessThanOrEqual(3);
  expect(first?.factor).toBeGreaterThan(2.5);
  expect(last?.factor).toBeLessThan(first?.factor ?? NaN);
  expect(last?.factor).toBeGreaterThan(1.2);
});

test("compression of all difficulties by one factor is that factor", () => {
  const alike = ["easy", "middling", "hard"].reduce(
    (scenario, id) => writeInput(scenario, `thinking.compressed.factors.${id}`, {value: 2, written: 2}),
    shipped
  );
  for (const {factor} of numbers(alike).compression) expect(factor).toBeCloseTo(2, 6);
});

test("mixedTokens of one difficulty is tokensToReach, and says what is never reached", () => {
  const law: ThinkingLaw = {floor: 0.1, ceiling: 0.9, tokensToFind: 3000, tokensToLose: 1e5};
  const one = [{law, weight: 2}];
  for (const accuracy of [0.2, 0.5, 0.8]) {
    expect(tokensToReach(law, accuracy)).toMatchObject({kind: "tokens"});
    const found = mixedTokens(one, [accuracy], 64000)[0] ?? NaN;
    expect(benchmarkAccuracy(one, found)).toBeCloseTo(accuracy, 10);
    expect(found).toBeLessThan(tokensAtPeak(law));
    expect(compressionAt(law, compressed(law, 2), accuracy)).toBeCloseTo(2, 8);
  }
  expect(mixedTokens(one, [0.05, 0.95], 64000)).toEqual([0, NaN]);
});

test("a difficulty without a loss keeps what it finds", () => {
  const [first] = section.difficulties;
  if (first === undefined) throw new Error("no difficulty");
  const {lose: _, ...kept} = first;
  expect(difficultiesOf({...section, difficulties: [kept]}, central)[0]?.law.tokensToLose).toBe(Infinity);
});

test.each([
  [0, 4000, "longer"],
  [0.35, 16000, "longer"],
  [0.5, Math.sqrt(16000 * 6000), "compressed"],
  [0.65, 6000, "compressed"],
  [1, 12000, "longer again"]
] as const)("at %d of training thoughts are %d tokens long: %s", (progress, tokens, phase) => {
  const {path} = numbers(set("thinking.path.progress", progress));
  expect(path?.phase).toBe(phase);
  expect(path?.tokens).toBeCloseTo(tokens, 6);
});

test("the same seed draws the same bits, and bands hold the central answer", () => {
  const drawn = thinkingUncertainty(shipped, few);
  expect(thinkingUncertainty(shipped, few)).toEqual(drawn);
  expect(thinkingUncertainty(shipped, {...few, seed: 4})).not.toEqual(drawn);
  const {penalties, index} = numbers(shipped);
  penalties.forEach(({tokens}, i) => {
    const {low = NaN, high = NaN} = drawn?.penalties[i]?.tokens ?? {};
    expect(low).toBeLessThanOrEqual(tokens * 1.0001);
    expect(high).toBeGreaterThanOrEqual(tokens * 0.9999);
  });
  expect(drawn?.index.map(({ratio}) => ratio.median)).toEqual(index.map(({ratio}) => ratio));
  const {thinking: _, ...thoughtless} = shipped;
  expect(thinking(thoughtless)).toBeUndefined();
  expect(thinkingUncertainty(thoughtless, few)).toBeUndefined();
});
