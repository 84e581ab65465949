import {expect, test} from "vitest";
import {quantiles} from "../../src/numerics/quantiles.ts";
import {seededRandom, type Random} from "../../src/numerics/random.ts";

/** Type 7 from a full sort. */
function sortedQuantile(values: Float64Array, p: number): number {
  const sorted = Float64Array.from(values).sort();
  const position = p * (values.length - 1);
  const k = Math.floor(position);
  const [low, high] = [sorted[k]!, sorted[Math.min(k + 1, values.length - 1)]!];
  if (position === k || low === high) return low;
  return low === -Infinity ? low : low + (position - k) * (high - low);
}

test("quantiles of ten values are those of R and NumPy", () => {
  const values = new Float64Array([7, 1, 10, 3, 2, 9, 4, 8, 6, 5]);
  expect(quantiles(values, [0, 0.25, 0.5, 0.9, 1])).toEqual([1, 3.25, 5.5, 9.1, 10]);
});

const shapes: Record<string, (random: Random, i: number) => number> = {
  "random values": (random) => random(),
  "rising values": (_, i) => i,
  "falling values": (_, i) => -i,
  "few distinct values": (random) => Math.floor(4 * random()),
  "equal values": () => 3,
  "values over forty decades": (random) => 10 ** (40 * random() - 20),
  "values with few far outside": (random) => (random() < 0.01 ? 1e30 * (random() - 0.5) : random()),
  "values with rare gaps": (random) => random() + (random() < 0.2 ? 1000 : 0),
  "values close to one another": (random) => 1 + 2 ** -50 * Math.floor(8 * random()),
  "values that leave the range of numbers": (random) => (2 * random() - 1) * 1.7e308,
  "negative infinities among the values": (random) => (random() < 0.1 ? -Infinity : random()),
  "partly infinite values": (random) => (random() < 0.3 ? Infinity : random())
};

test.each(Object.keys(shapes))("quantiles agree with a full sort on %s of every length", (name) => {
  const shape = shapes[name]!;
  const random = seededRandom(21);
  const lengths = [1, 2, 3, 4, 5, 10, 100, 599, 601, 602, 1000, 5000, 20_000];
  for (const length of lengths) {
    const values = Float64Array.from({length}, (_, i) => shape(random, i));
    // Whole order statistics and their neighbours, repeated and out of order, beside random probabilities.
    const probabilities = [
      0.95,
      0.05,
      0.5,
      0.5,
      0,
      1,
      random(),
      random(),
      Math.floor(length / 3) / Math.max(1, length - 1)
    ];
    const expected = probabilities.map((p) => sortedQuantile(values, p));
    expect(quantiles(values, probabilities), `seed 21, length ${length}`).toEqual(expected);
  }
});

test("quantiles leave the values as they were and give the same with a scratch of their own", () => {
  const values = Float64Array.from({length: 2000}, seededRandom(22));
  const before = Float64Array.from(values);
  const scratch = new Float64Array(3000).fill(-1);
  expect(quantiles(values, [0.05, 0.5, 0.95], scratch)).toEqual(quantiles(values, [0.05, 0.5, 0.95]));
  expect(values).toEqual(before);
});

test("quantiles rise with the probability", () => {
  const values = Float64Array.from({length: 777}, seededRandom(23));
  const rising = quantiles(
    values,
    Array.from({length: 101}, (_, i) => i / 100)
  );
  expect(rising).toEqual(rising.toSorted((a, b) => a - b));
});

test("quantiles are infinite next to infinity, and NaN where nothing lies between or a value is NaN", () => {
  expect(quantiles(new Float64Array([1, Infinity]), [0, 0.1, 1])).toEqual([1, Infinity, Infinity]);
  expect(quantiles(new Float64Array([-Infinity, 1]), [0, 0.9, 1])).toEqual([-Infinity, -Infinity, 1]);
  expect(quantiles(new Float64Array([-Infinity, Infinity]), [0, 0.5, 1])).toEqual([-Infinity, NaN, Infinity]);
  expect(quantiles(new Float64Array([1, NaN, 3]), [0, 0.5])).toEqual([NaN, NaN]);
});

test("quantiles refuse no values, probabilities outside [0, 1] and a short scratch", () => {
  expect(() => quantiles(new Float64Array(0), [0.5])).toThrow(RangeError);
  for (const p of [-0.01, 1.01, NaN]) expect(() => quantiles(new Float64Array(2), [p])).toThrow(RangeError);
  expect(() => quantiles(new Float64Array(2), [0.5], new Float64Array(1))).toThrow(RangeError);
});
