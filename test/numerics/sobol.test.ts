import {expect, test} from "vitest";
import {normalQuantile} from "../../src/numerics/normal.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {varianceShares, type VarianceShares} from "../../src/numerics/sobol.ts";

type Output = (inputs: readonly number[]) => number;

/** The shares of each input, and of groups of them, from independent uniform draws. */
function sharesOf(
  output: Output,
  inputs: number,
  groups: readonly (readonly number[])[],
  seed: number,
  count = 20_000
) {
  const [a, b] = ["A", "B"].map((name) => {
    const random = seededRandom(seed, name);
    return Array.from({length: count}, () => Array.from({length: inputs}, random));
  }) as [number[][], number[][]];
  const run = (rows: readonly (readonly number[])[]) => Float64Array.from(rows, output);
  const [yA, yB] = [run(a), run(b)];
  return groups.map((group) => {
    const mixed = a.map((row, draw) => row.map((value, i) => (group.includes(i) ? b[draw]![i]! : value)));
    return varianceShares(yA, yB, run(mixed));
  });
}

/** Within five standard errors, which are themselves of a sensible size. */
function expectShares(found: VarianceShares, first: number, total: number, what: string): void {
  expect(Math.abs(found.first - first), `first order of ${what}`).toBeLessThan(5 * found.firstError + 1e-12);
  expect(Math.abs(found.total - total), `total order of ${what}`).toBeLessThan(5 * found.totalError + 1e-12);
  expect(found.firstError, `error of ${what}`).toBeLessThan(0.03);
  expect(found.totalError, `error of ${what}`).toBeLessThan(0.03);
}

test("varianceShares of the Ishigami function are those in closed form", () => {
  const [a, b] = [7, 0.1];
  const ishigami: Output = (inputs) => {
    const [x = NaN, y = NaN, z = NaN] = inputs.map((u) => Math.PI * (2 * u - 1));
    return Math.sin(x) + a * Math.sin(y) ** 2 + b * z ** 4 * Math.sin(x);
  };
  // Ishigami and Homma 1990.
  const ofX = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2;
  const ofY = a ** 2 / 8;
  const ofXZ = (8 * b ** 2 * Math.PI ** 8) / 225;
  const variance = ofX + ofY + ofXZ;
  const [x, y, z, xz] = sharesOf(ishigami, 3, [[0], [1], [2], [0, 2]], 41);
  expectShares(x!, ofX / variance, (ofX + ofXZ) / variance, "x");
  expectShares(y!, ofY / variance, ofY / variance, "y");
  expectShares(z!, 0, ofXZ / variance, "z");
  expectShares(xz!, (ofX + ofXZ) / variance, (ofX + ofXZ) / variance, "x and z");
});

test("varianceShares of the g-function are those in closed form", () => {
  const weights = [0, 0.5, 3, 9];
  const g: Output = (inputs) =>
    inputs.reduce((product, u, i) => (product * (Math.abs(4 * u - 2) + weights[i]!)) / (1 + weights[i]!), 1);
  // Sobol 1993; Saltelli et al. 2010, section 5.
  const own = weights.map((weight) => 1 / (3 * (1 + weight) ** 2));
  const all = own.reduce((product, part) => product * (1 + part), 1);
  const found = sharesOf(g, 4, [[0], [1], [2], [3]], 42, 40_000);
  for (const [i, part] of own.entries())
    expectShares(found[i]!, part / (all - 1), (part * (all / (1 + part))) / (all - 1), `input ${i}`);
});

test("varianceShares of a sum are the parts of its variance, first and total alike, however large its mean", () => {
  const scales = [1, 2, 4];
  for (const mean of [0, 1e9]) {
    const sum: Output = (inputs) => inputs.reduce((total, u, i) => total + scales[i]! * normalQuantile(u), mean);
    const found = sharesOf(sum, 3, [[0], [1], [2], [0, 1, 2]], 43);
    for (const [i, scale] of scales.entries())
      expectShares(found[i]!, scale ** 2 / 21, scale ** 2 / 21, `input ${i}, mean ${mean}`);
    expectShares(found[3]!, 1, 1, `all, mean ${mean}`);
  }
});

test("varianceShares err by as much as their standard errors say", () => {
  const sum: Output = ([x = NaN, y = NaN]) => x + 2 * y;
  const shares = Array.from({length: 200}, (_, i) => sharesOf(sum, 2, [[0]], 1000 + i, 1000)[0]!);
  const scores = shares.map((found) => ({
    first: (found.first - 0.2) / found.firstError,
    total: (found.total - 0.2) / found.totalError
  }));
  for (const order of ["first", "total"] as const) {
    const rms = Math.sqrt(scores.reduce((squares, score) => squares + score[order] ** 2, 0) / scores.length);
    // The root of the mean of 200 squares of standard normal variables: 1 ± 0.05.
    expect(rms, order).toBeGreaterThan(0.8);
    expect(rms, order).toBeLessThan(1.2);
  }
});

test("varianceShares of an output that does not vary are 0", () => {
  const same = new Float64Array(10).fill(3);
  expect(varianceShares(same, same, same)).toEqual({first: 0, total: 0, firstError: 0, totalError: 0, leftOut: 0});
  const none = new Float64Array(0);
  expect(varianceShares(none, none, none)).toMatchObject({first: 0, total: 0});
});

test("varianceShares leave out draws with an output that is not finite, and count them", () => {
  const random = seededRandom(44);
  const [yA, yB, yAB] = ["A", "B", "AB"].map(() => Float64Array.from({length: 100}, random)) as [
    Float64Array,
    Float64Array,
    Float64Array
  ];
  const within = varianceShares(yA.slice(3), yB.slice(3), yAB.slice(3));
  yA[0] = NaN;
  yB[1] = Infinity;
  yAB[2] = -Infinity;
  expect(varianceShares(yA, yB, yAB)).toEqual({...within, leftOut: 3});
  expect(varianceShares(yA.fill(NaN), yB, yAB)).toMatchObject({first: 0, total: 0, leftOut: 100});
});

test("varianceShares refuse samples of different length", () => {
  const [one, two] = [new Float64Array(1), new Float64Array(2)];
  expect(() => varianceShares(one, two, two)).toThrow(RangeError);
  expect(() => varianceShares(two, two, one)).toThrow(RangeError);
});
