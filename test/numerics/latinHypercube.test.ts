import {expect, test} from "vitest";
import {latinHypercube} from "../../src/numerics/latinHypercube.ts";
import {seededRandom} from "../../src/numerics/random.ts";

const round = (count: number, seed: number) => {
  const random = latinHypercube(count, seededRandom(seed, "input"));
  return Array.from({length: count}, random);
};

test("latinHypercube puts one number into each equal part", () => {
  const parts = round(500, 1).map((u) => Math.floor(u * 500));
  expect(parts.toSorted((a, b) => a - b)).toEqual(Array.from({length: 500}, (_, i) => i));
});

test("latinHypercube gives the parts in random order, another one in the next round", () => {
  const random = latinHypercube(50, seededRandom(1));
  const [one, two] = [Array.from({length: 50}, random), Array.from({length: 50}, random)];
  const order = (numbers: readonly number[]) => numbers.map((u) => Math.floor(u * 50));
  expect(order(one)).not.toEqual(order(two));
  expect(order(one)).not.toEqual(Array.from({length: 50}, (_, i) => i));
});

test("latinHypercube gives the same bits for the same seed and never 0 or 1", () => {
  expect(round(1000, 3)).toEqual(round(1000, 3));
  expect(round(1000, 3).every((u) => u > 0 && u < 1)).toBe(true);
});

test("the mean of a sum is known far better from a Latin hypercube than from independent draws", () => {
  const errors = [7, 8, 9, 10].map((seed) => {
    const one = round(1000, seed);
    const two = round(1000, seed + 100);
    const mean = one.reduce((sum, u, i) => sum + u + (two[i] ?? 0), 0) / 1000;
    return Math.abs(mean - 1);
  });
  // Independent draws would have a standard error of 0.013.
  expect(Math.max(...errors)).toBeLessThan(0.001);
});

test("latinHypercube refuses a count that is none", () => {
  expect(() => latinHypercube(0, Math.random)).toThrow("invalid count; not a whole number above 0: 0");
});
