import {describe, expect, test} from "vitest";
import {symmetricEigen} from "../../src/numerics/eigen.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "./relative.ts";

type Matrix = readonly (readonly number[])[];

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, k) => sum + x * b[k]!, 0);

/** A random symmetric matrix, entries within ±1. */
function randomSymmetric(n: number, random: () => number): number[][] {
  const rows = Array.from({length: n}, () => Array.from({length: n}, () => 2 * random() - 1));
  return rows.map((row, i) => row.map((_, j) => rows[Math.max(i, j)]![Math.min(i, j)]!));
}

const tridiagonal = (n: number): Matrix =>
  Array.from({length: n}, (_, i) => Array.from({length: n}, (__, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)));

describe("symmetricEigen", () => {
  test("gives the eigenvalues of a matrix of two rows in closed form, rising", () => {
    const {values, vectors} = symmetricEigen([[2, 1], [1, 2]]); // prettier-ignore
    expect(values[0]).toBeCloseTo(1, 14);
    expect(values[1]).toBeCloseTo(3, 14);
    expect(vectors[0]![0]! * vectors[0]![1]!).toBeCloseTo(-0.5, 14);
    expect(vectors[1]![0]! * vectors[1]![1]!).toBeCloseTo(0.5, 14);
  });

  test("gives those of the second difference, 2 − 2 cos(kπ/(n+1))", () => {
    for (const n of [2, 5, 9]) {
      const {values} = symmetricEigen(tridiagonal(n));
      values.forEach((value, k) =>
        expect(relativeError(value, 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)))).toBeLessThan(1e-13)
      );
    }
  });

  test("gives vectors of length one at right angles that make the matrix again", () => {
    const random = seededRandom(51);
    for (let n = 1; n <= 9; ++n) {
      const matrix = randomSymmetric(n, random);
      const {values, vectors} = symmetricEigen(matrix);
      expect([...values].sort((a, b) => a - b)).toEqual(values);
      for (let i = 0; i < n; ++i) {
        for (let j = 0; j < n; ++j) {
          expect(Math.abs(dot(vectors[i]!, vectors[j]!) - (i === j ? 1 : 0)), `seed 51, ${n}`).toBeLessThan(1e-13);
          const made = values.reduce((sum, value, k) => sum + value * vectors[k]![i]! * vectors[k]![j]!, 0);
          expect(Math.abs(made - matrix[i]![j]!), `seed 51, ${n}`).toBeLessThan(1e-13);
        }
      }
      const trace = matrix.reduce((sum, row, i) => sum + row[i]!, 0);
      expect(Math.abs(values.reduce((sum, value) => sum + value, 0) - trace)).toBeLessThan(1e-13);
    }
  });

  test("keeps a diagonal as it is, in order, whatever its signs and sizes", () => {
    const {values, vectors} = symmetricEigen([[1e12, 0, 0], [0, -3, 0], [0, 0, 1e-12]]); // prettier-ignore
    expect(values).toEqual([-3, 1e-12, 1e12]);
    expect(vectors).toEqual([[0, 1, 0], [0, 0, 1], [1, 0, 0]]); // prettier-ignore
    expect(symmetricEigen([])).toEqual({values: [], vectors: []});
    expect(symmetricEigen([[0, 0], [0, 0]]).values).toEqual([0, 0]); // prettier-ignore
  });

  test("finds what is all but dependent: the small eigenvalue of two columns that differ by a little", () => {
    for (const little of [1e-3, 1e-6, 1e-9]) {
      const correlation = 1 - little;
      const {values, vectors} = symmetricEigen([[1, correlation, 0], [correlation, 1, 0], [0, 0, 1]]); // prettier-ignore
      expect(Math.abs(values[0]! - (1 - correlation))).toBeLessThan(1e-15);
      expect(Math.abs(vectors[0]![0]! + vectors[0]![1]!)).toBeLessThan(1e-12);
      expect(vectors[0]![2]).toBe(0);
    }
  });

  test("gives a singular matrix eigenvalues of nothing beside its own", () => {
    const a = [1, 2, 3];
    const {values, vectors} = symmetricEigen(a.map((x) => a.map((y) => x * y)));
    expect(Math.abs(values[0]!)).toBeLessThan(1e-14);
    expect(Math.abs(values[1]!)).toBeLessThan(1e-14);
    expect(relativeError(values[2]!, 14)).toBeLessThan(1e-14);
    expect(Math.abs(dot(vectors[2]!, a))).toBeCloseTo(Math.sqrt(14), 13);
  });

  test("keeps a graded matrix's smallest eigenvalue to many digits", () => {
    // The determinant of diag(s) M diag(s), over the two large eigenvalues.
    const s = [1, 1e-4, 1e-8];
    const M = [[2, 1, 0.5], [1, 2, 1], [0.5, 1, 2]]; // prettier-ignore
    const {values} = symmetricEigen(M.map((row, i) => row.map((entry, j) => entry * s[i]! * s[j]!)));
    const product = values.reduce((sum, value) => sum * value, 1);
    expect(relativeError(product, 4.5 * 1e-24)).toBeLessThan(1e-12);
  });

  test("leaves the matrix as it was", () => {
    const matrix = Object.freeze([Object.freeze([2, 1]), Object.freeze([1, 2])]);
    symmetricEigen(matrix);
    expect(matrix).toEqual([[2, 1], [1, 2]]); // prettier-ignore
  });
});
