import {expect, test} from "vitest";
import {expectedReward, lengthReward, type LengthPenalty} from "../../src/laws/lengthPenalty.ts";
import {tokensPicked} from "../../src/laws/pickedLength.ts";
import {accuracyPerToken, thinkingAccuracy, tokensAtPeak, type ThinkingLaw} from "../../src/laws/thinking.ts";
import type {Random} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";
import {between, forCases} from "./cases.ts";

const law: ThinkingLaw = {floor: 0.1, ceiling: 0.9, tokensToFind: 2000, tokensToLose: 60000};

test("Arora and Zanette’s reward is 0.85379 a deviation long, 0.94621 one short, and 0 if wrong", () => {
  const penalty = {kind: "arora", alpha: 0.2, mean: 5000, sd: 1000} as const;
  expect(lengthReward(penalty, true, 6000)).toBeCloseTo(0.85379, 5);
  expect(lengthReward(penalty, true, 4000)).toBeCloseTo(0.94621, 5);
  expect(lengthReward(penalty, false, 4000)).toBe(0);
});

test("Kimi’s reward adds a half at the shortest and takes one at the longest; a wrong answer gains nothing by being short", () => {
  const penalty = {kind: "kimi", weight: 1, shortest: 1000, longest: 3000} as const;
  expect([1000, 2000, 3000].map((T) => lengthReward(penalty, true, T))).toEqual([1.5, 1, 0.5]);
  expect([1000, 2000, 3000].map((T) => lengthReward(penalty, false, T))).toEqual([0, 0, -0.5]);
  const alike = {...penalty, longest: 1000};
  expect([lengthReward(alike, true, 1000), lengthReward(alike, false, 1000)]).toEqual([1, 0]);
});

test("L1’s rewards are as printed: a distance from the target, or a clipped slope about it", () => {
  const exact = {kind: "l1-exact", alpha: 0.0003, target: 2000} as const;
  expect(lengthReward(exact, true, 3000)).toBeCloseTo(0.7, 15);
  expect(lengthReward(exact, true, 1000)).toBeCloseTo(0.7, 15);
  expect(lengthReward(exact, false, 3000)).toBeCloseTo(-0.3, 15);
  const max = {kind: "l1-max", alpha: 0.0003, target: 2000, delta: 0.5} as const;
  expect([0, 2000, 5000].map((T) => lengthReward(max, true, T))).toEqual([1, 0.5, 0]);
  expect(lengthReward(max, true, 3000)).toBeCloseTo(0.2, 15);
  expect(lengthReward(max, false, 3000)).toBe(0);
});

test("a linear reward falls by so much per token, right or wrong", () => {
  const penalty = {kind: "linear", perToken: 1e-5} as const;
  expect(lengthReward(penalty, true, 20000)).toBeCloseTo(0.8, 15);
  expect(lengthReward(penalty, false, 20000)).toBeCloseTo(-0.2, 15);
});

function randomThinking(random: Random): ThinkingLaw {
  const floor = 0.3 * random();
  const tokensToFind = between(random, 300, 2e4);
  const tokensToLose = random() < 0.2 ? Infinity : tokensToFind * between(random, 1, 100);
  return {floor, ceiling: floor + (1 - floor) * (0.3 + 0.7 * random()), tokensToFind, tokensToLose};
}

const randomPenalty: Record<LengthPenalty["kind"], (random: Random) => LengthPenalty> = {
  linear: (random) => ({kind: "linear", perToken: between(random, 1e-7, 1e-3)}),
  kimi(random) {
    const shortest = between(random, 100, 1e4);
    return {kind: "kimi", weight: 2 * random(), shortest, longest: shortest * (1 + 5 * random())};
  },
  arora: (random) => ({
    kind: "arora",
    alpha: 0.95 * random(),
    mean: between(random, 300, 3e4),
    sd: between(random, 30, 1e4)
  }),
  "l1-exact": (random) => ({kind: "l1-exact", alpha: between(random, 1e-6, 1e-3), target: between(random, 100, 5e4)}),
  "l1-max": (random) => ({
    kind: "l1-max",
    alpha: between(random, 1e-6, 1e-3),
    target: between(random, 100, 5e4),
    delta: random()
  })
};

test.each(Object.keys(randomPenalty) as LengthPenalty["kind"][])(
  "the tokens picked under the %s penalty earn no less than any others",
  (kind) => {
    forCases(180, 60, (random, label) => {
      const one = randomThinking(random);
      const penalty = randomPenalty[kind](random);
      const limit = between(random, 5e3, 2e5);
      const picked = tokensPicked(one, penalty, limit);
      expect(picked.tokens, label).toBeGreaterThanOrEqual(0);
      expect(picked.tokens, label).toBeLessThanOrEqual(limit);
      expect(picked.reward, label).toBe(expectedReward(one, penalty, picked.tokens));
      expect(picked.accuracy, label).toBe(thinkingAccuracy(one, picked.tokens));
      for (let i = 0; i <= 400; ++i) {
        const other = random() < 0.5 ? limit * random() : between(random, 1, limit);
        expect(expectedReward(one, penalty, other), `${label}, ${other} tokens`).toBeLessThanOrEqual(
          picked.reward + 1e-14
        );
      }
    });
  }
);

test("where nothing is lost the linear penalty picks find · log(range / (find · perToken)), and nothing where a token costs more", () => {
  forCases(181, 300, (random, label) => {
    const one = {...randomThinking(random), tokensToLose: Infinity};
    const perToken = between(random, 1e-7, 1e-3);
    const steepest = (one.ceiling - one.floor) / one.tokensToFind;
    const expected = perToken < steepest ? one.tokensToFind * Math.log(steepest / perToken) : 0;
    const {tokens} = tokensPicked(one, {kind: "linear", perToken}, 1e6);
    expect(relativeError(tokens, expected), label).toBeLessThan(1e-9);
  });
});

test("a larger penalty per token picks fewer tokens, and each picked token adds what it costs", () => {
  forCases(182, 200, (random, label) => {
    const one = randomThinking(random);
    const perToken = between(random, 1e-7, 1e-4);
    const {tokens} = tokensPicked(one, {kind: "linear", perToken}, 1e7);
    const fewer = tokensPicked(one, {kind: "linear", perToken: 1.5 * perToken}, 1e7).tokens;
    expect(fewer, label).toBeLessThanOrEqual(tokens);
    if (tokens > 0) expect(relativeError(accuracyPerToken(one, tokens), perToken), label).toBeLessThan(1e-7);
  });
});

test("without a penalty the peak is picked, or the limit where there is none below it", () => {
  const free = {kind: "linear", perToken: 0} as const;
  expect(relativeError(tokensPicked(law, free, 1e6).tokens, tokensAtPeak(law))).toBeLessThan(1e-6);
  expect(tokensPicked(law, free, 1000).tokens).toBe(1000);
});

test("L1 exact keeps to a target near which a token is worth less than it costs", () => {
  const picked = tokensPicked(law, {kind: "l1-exact", alpha: 1e-3, target: 5000}, 1e5);
  expect(picked.tokens).toBe(5000);
  const beyond = tokensPicked(law, {kind: "l1-exact", alpha: 1e-5, target: 500}, 1e5).tokens;
  expect(relativeError(accuracyPerToken(law, beyond), 1e-5)).toBeLessThan(1e-9);
});

const at = (penalty: LengthPenalty) => () => lengthReward(penalty, true, 10);

test.each([
  [at({kind: "linear", perToken: -1}), "invalid penalty per token; not 0 or more and finite: -1"],
  [
    at({kind: "kimi", weight: -1, shortest: 1, longest: 2}),
    "invalid weight of the length reward; not 0 or more and finite: -1"
  ],
  [
    at({kind: "kimi", weight: 1, shortest: -1, longest: 2}),
    "invalid tokens of the shortest answer; not 0 or more and finite: -1"
  ],
  [
    at({kind: "kimi", weight: 1, shortest: 3, longest: 2}),
    "invalid tokens of the longest answer; below the shortest: 2"
  ],
  [at({kind: "arora", alpha: 1, mean: 1, sd: 1}), "invalid penalty alpha; not in [0, 1): 1"],
  [
    at({kind: "arora", alpha: 0.2, mean: NaN, sd: 1}),
    "invalid mean tokens of correct answers; not 0 or more and finite: NaN"
  ],
  [at({kind: "arora", alpha: 0.2, mean: 1, sd: 0}), "invalid standard deviation of tokens; not positive and finite: 0"],
  [at({kind: "l1-exact", alpha: 0, target: 1}), "invalid penalty alpha; not positive and finite: 0"],
  [at({kind: "l1-exact", alpha: 1, target: -1}), "invalid target of tokens; not 0 or more and finite: -1"],
  [at({kind: "l1-max", alpha: 1, target: 1, delta: 2}), "invalid offset delta; not in [0, 1]: 2"],
  [
    () => lengthReward({kind: "linear", perToken: 0}, true, -1),
    "invalid thinking tokens; not 0 or more and finite: -1"
  ],
  [
    () => expectedReward(law, {kind: "linear", perToken: 0}, NaN),
    "invalid thinking tokens; not 0 or more and finite: NaN"
  ],
  [
    () => tokensPicked(law, {kind: "linear", perToken: 0}, 0),
    "invalid limit of thinking tokens; not positive and finite: 0"
  ],
  [
    () => tokensPicked(law, {kind: "linear", perToken: NaN}, 10),
    "invalid penalty per token; not 0 or more and finite: NaN"
  ]
])("length penalties refuse what is out of range, %#", (call, message) => {
  expect(call).toThrow(new RangeError(message));
});
