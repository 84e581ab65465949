import {expect, test} from "vitest";
import {seededRandom} from "../../src/numerics/random.ts";
import {bitsOf} from "./relative.ts";

const take = (count: number, seed: number, stream?: string) => Array.from({length: count}, seededRandom(seed, stream));

test("seededRandom gives the same draws for the same seed and stream", () => {
  expect(take(100, 42, "compute")).toEqual(take(100, 42, "compute"));
});

test("seededRandom gives other draws for another seed and another stream", () => {
  const first = new Set(take(1000, 42));
  for (const other of [take(1000, 43), take(1000, -42), take(1000, 42, "a"), take(1000, 42, "b"), take(1000, 4, "2")]) {
    expect(other.filter((x) => first.has(x))).toEqual([]);
  }
});

test("seededRandom lies strictly between 0 and 1, with the mean and spread of a uniform variable", () => {
  const n = 100_000;
  const draws = take(n, 1729);
  expect(draws.every((x) => x > 0 && x < 1)).toBe(true);
  const mean = draws.reduce((sum, x) => sum + x, 0) / n;
  const meanSquare = draws.reduce((sum, x) => sum + x * x, 0) / n;
  expect(Math.abs(mean - 1 / 2)).toBeLessThan(5 * Math.sqrt(1 / 12 / n));
  expect(Math.abs(meanSquare - 1 / 3)).toBeLessThan(5 * Math.sqrt(4 / 45 / n));
});

test("seededRandom fills a hundred cells evenly, and so do pairs of draws", () => {
  const n = 200_000;
  const draws = take(n, 5);
  const cells = new Float64Array(100);
  const pairs = new Float64Array(100);
  draws.forEach((x, i) => {
    ++cells[Math.floor(100 * x)]!;
    ++pairs[10 * Math.floor(10 * x) + Math.floor(10 * draws[(i + 1) % n]!)]!;
  });
  // Chi-square with 99 degrees of freedom stays below 160 with probability 0.9999.
  for (const counts of [cells, pairs]) {
    expect(counts.reduce((sum, count) => sum + (count - n / 100) ** 2 / (n / 100), 0)).toBeLessThan(160);
  }
});

test("the streams of neighbouring seeds and names do not go together", () => {
  const n = 10_000;
  const correlation = (a: number[], b: number[]) =>
    (12 * a.reduce((sum, x, i) => sum + (x - 0.5) * (b[i]! - 0.5), 0)) / n;
  for (let i = 0; i < 20; ++i) {
    expect(Math.abs(correlation(take(n, i), take(n, i + 1))), `seed ${i}`).toBeLessThan(5 / Math.sqrt(n));
    expect(Math.abs(correlation(take(n, 1, `x${i}`), take(n, 1, `x${i + 1}`))), `x${i}`).toBeLessThan(5 / Math.sqrt(n));
  }
});

test("seededRandom refuses seeds that are not whole", () => {
  for (const seed of [0.5, NaN, Infinity, 2 ** 53]) expect(() => seededRandom(seed)).toThrow(RangeError);
});

test("the bits are these in every engine", () => {
  expect([take(3, 1), take(3, 1729, "models.maverick.compute")].flat().map(bitsOf)).toEqual([
    "3fde0339643fcd9a",
    "3fe60dc992b9b6b9",
    "3fe0b278e14f9e55",
    "3fc69d6ccc425dfc",
    "3fc29b7a487d701c",
    "3fa456499cff8bd0"
  ]);
});
