import {expect, test} from "vitest";
import {meanSuccess} from "../../src/laws/sampling.ts";
import {
  majorityVote,
  majorityVoteLimit,
  majorityVoteOver,
  pluralityVote,
  pluralityVoteOver
} from "../../src/laws/vote.ts";
import {binomialWeights} from "../../src/numerics/binomial.ts";
import {relativeError} from "../numerics/relative.ts";
import {between, forCases} from "./cases.ts";

test("majorityVote is the sum over majorities, even splits half, and so the same at 2m as at 2m − 1", () => {
  forCases(110, 300, (random, label) => {
    const p = random();
    const n = 1 + Math.floor(80 * random());
    const sum = binomialWeights(n, p).reduce(
      (total, weight, j) => total + (2 * j > n ? weight : 2 * j === n ? weight / 2 : 0),
      0
    );
    expect(relativeError(majorityVote(p, n), sum), label).toBeLessThan(1e-11);
    expect(majorityVote(p, 2 * n), label).toBe(majorityVote(p, 2 * n - 1));
  });
});

test("majorityVote rises with p, with n above one half, and is one minus itself for the other side", () => {
  forCases(111, 500, (random, label) => {
    const p = random();
    const n = 1 + 2 * Math.floor(30 * random());
    const share = majorityVote(p, n);
    expect(Math.abs(share + majorityVote(1 - p, n) - 1), label).toBeLessThan(1e-13);
    expect(majorityVote(p + 0.1 * (1 - p), n), label).toBeGreaterThan(share - 1e-15);
    if (p > 0.51 && share < 0.999999) expect(majorityVote(p, n + 2), label).toBeGreaterThan(share);
    if (p < 0.49) expect(majorityVote(p, n + 2), label).toBeLessThan(share);
  });
  expect([majorityVote(0, 7), majorityVote(1, 7), majorityVote(0.5, 7)]).toEqual([0, 1, 0.5]);
});

test("majorityVoteOver is pass@1 for one and two votes, nears its limit, and is majorityVote where problems are alike", () => {
  forCases(112, 200, (random, label) => {
    const success = {a: between(random, 0.05, 20), b: between(random, 0.05, 20)};
    for (const n of [1, 2]) {
      expect(relativeError(majorityVoteOver(success, n), meanSuccess(success)), label).toBeLessThan(1e-13);
    }
    const [near, far] = [201, 20001].map((n) => Math.abs(majorityVoteOver(success, n) - majorityVoteLimit(success)));
    expect(far, label).toBeLessThan(0.002);
    expect(far, label).toBeLessThan(near! + 1e-9);
  });
  expect(relativeError(majorityVoteOver({a: 6e11, b: 4e11}, 17), majorityVote(0.6, 17))).toBeLessThan(1e-9);
});

test("pluralityVote between two answers is majorityVote", () => {
  forCases(113, 200, (random, label) => {
    const p = random();
    const n = 1 + Math.floor(40 * random());
    expect(relativeError(pluralityVote([p, 1 - p], n), majorityVote(p, n)), label).toBeLessThan(1e-10);
  });
});

test("the chances of every answer to win sum to 1, and equal answers win alike", () => {
  forCases(114, 100, (random, label) => {
    const raw = Array.from({length: 2 + Math.floor(4 * random())}, () => random());
    const sum = raw.reduce((total, x) => total + x, 0);
    const answers = raw.map((x) => x / sum);
    const n = 1 + Math.floor(15 * random());
    const first = (i: number) => [answers[i]!, ...answers.filter((_, j) => j !== i)];
    const total = answers.reduce((all, _, i) => all + pluralityVote(first(i), n), 0);
    expect(Math.abs(total - 1), label).toBeLessThan(1e-12);
  });
  expect(relativeError(pluralityVote([0.25, 0.25, 0.25, 0.25], 9), 0.25)).toBeLessThan(1e-13);
});

test("a vote of two is no better than one attempt, however many the answers", () => {
  expect(relativeError(pluralityVote([0.3, 0.3, 0.2, 0.2], 2), 0.3)).toBeLessThan(1e-14);
  expect(relativeError(pluralityVoteOver({a: 1, b: 3}, [3, 1, 1], 2), 0.25)).toBeLessThan(1e-14);
});

test("more wrong answers to scatter over help the right one", () => {
  const shares = [1, 2, 4, 8].map((m) => pluralityVoteOver({a: 1.2, b: 2}, new Array<number>(m).fill(1), 9));
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
});

test("pluralityVote knows a sure answer and an impossible one, and answers that never come up", () => {
  expect([pluralityVote([1, 0], 5), pluralityVote([1], 5), pluralityVote([0, 0.5, 0.5], 5)]).toEqual([1, 1, 0]);
  expect(relativeError(pluralityVote([0.6, 0, 0.4], 5), 0.68256)).toBeLessThan(1e-13);
});

test.each([
  [() => majorityVote(1.1, 3), "invalid probability of success; not in [0, 1]: 1.1"],
  [() => majorityVote(0.5, 0), "invalid number of votes n; not a whole number of at least 1: 0"],
  [() => majorityVoteOver({a: 0, b: 1}, 3), "invalid parameter a; not positive and finite: 0"],
  [() => majorityVoteOver({a: 1, b: 1}, 2.5), "invalid number of votes n; not a whole number of at least 1: 2.5"],
  [() => majorityVoteLimit({a: -1, b: 1}), "not positive and finite: -1"],
  [() => pluralityVote([0.5, 0.4], 3), "invalid chances of answers; they do not sum to 1: 0.9"],
  [() => pluralityVote([], 3), "invalid chances of answers; they do not sum to 1: 0"],
  [() => pluralityVote([1.2, -0.2], 3), "invalid chance of an answer; not in [0, 1]: 1.2"],
  [() => pluralityVote([0.5, 0.5], 0), "invalid number of votes n; not a whole number of at least 1: 0"],
  [() => pluralityVoteOver({a: 1, b: 1}, [0, 0], 3), "invalid weights of wrong answers; none is positive: 0, 0"],
  [() => pluralityVoteOver({a: 1, b: 1}, [1, -1], 3), "invalid weight of a wrong answer; not 0 or more and finite: -1"],
  [() => pluralityVoteOver({a: 1, b: 1}, [1], 0), "invalid number of votes n; not a whole number of at least 1: 0"]
])("a vote refuses what is out of range, %#", (call, message) => {
  expect(call).toThrow(RangeError);
  expect(call).toThrow(message);
});
