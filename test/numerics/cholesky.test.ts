import {describe, expect, test} from "vitest";
import {cholesky, factorize, isPositiveSemiDefinite} from "../../src/numerics/cholesky.ts";
import {seededRandom} from "../../src/numerics/random.ts";

/** Entry by entry, relative to what the two variances allow. */
function productError(factor: readonly Float64Array[], matrix: readonly (readonly number[])[]): number {
  let most = 0;
  for (const [i, row] of matrix.entries()) {
    for (const [j, value] of row.entries()) {
      const product = factor[i]!.reduce((sum, x, k) => sum + x * factor[j]![k]!, 0);
      most = Math.max(most, Math.abs(product - value) / Math.sqrt(matrix[i]![i]! * matrix[j]![j]! || 1));
    }
  }
  return most;
}

/** root rootᵀ, exactly symmetric. */
function covarianceOf(root: readonly (readonly number[])[]): number[][] {
  return root.map((row) => root.map((other) => row.reduce((sum, x, k) => sum + x * (other[k] ?? 0), 0)));
}

describe("cholesky", () => {
  test("gives a lower triangle whose product with itself is the matrix", () => {
    const random = seededRandom(11);
    for (let n = 1; n <= 6; ++n) {
      const matrix = covarianceOf(Array.from({length: n}, () => Array.from({length: n}, () => random() - 0.5)));
      const factor = cholesky(matrix)!;
      expect(productError(factor, matrix), `seed 11, ${n} rows`).toBeLessThan(1e-12);
      for (let i = 0; i < n; ++i) expect(factor[i]!.slice(i + 1).every((entry) => entry === 0)).toBe(true);
    }
  });

  test("takes variables that others determine, whatever their number", () => {
    const random = seededRandom(12);
    for (let n = 2; n <= 6; ++n) {
      // Two sources of error behind n variables.
      const matrix = covarianceOf(Array.from({length: n}, () => [random() - 0.5, random() - 0.5]));
      const factor = cholesky(matrix);
      expect(factor, `seed 12, ${n} rows`).toBeDefined();
      expect(productError(factor!, matrix), `seed 12, ${n} rows`).toBeLessThan(1e-5);
      expect(factor!.map((row, i) => row[i]! > 0)).toEqual(factor!.map((_, i) => i < 2));
    }
  });

  test("keeps the small variances beside large ones", () => {
    const matrix = [
      [1e12, 0.5, 0],
      [0.5, 1e-12, 0],
      [0, 0, 1e-30]
    ];
    const factor = cholesky(matrix)!;
    expect(productError(factor, matrix)).toBeLessThan(1e-12);
    expect(factor[2]![2]).toBeCloseTo(1e-15, 25);
    expect(isPositiveSemiDefinite([[1e12, 2], [2, 1e-12]])).toBe(false); // prettier-ignore
  });

  test("takes a pair that goes together perfectly, and a variable without variance", () => {
    expect(cholesky([[4, 6], [6, 9]])!.map((row) => [...row])).toEqual([[2, 0], [3, 0]]); // prettier-ignore
    expect(cholesky([[4, -6], [-6, 9]])!.map((row) => [...row])).toEqual([[2, 0], [-3, 0]]); // prettier-ignore
    expect(isPositiveSemiDefinite([[0, 0], [0, 9]])).toBe(true); // prettier-ignore
    expect(cholesky([])).toEqual([]);
  });

  test("refuses what no random quantities can have", () => {
    expect(isPositiveSemiDefinite([[1, 2], [2, 1]])).toBe(false); // prettier-ignore
    expect(isPositiveSemiDefinite([[-1]])).toBe(false);
    expect(isPositiveSemiDefinite([[0, 1], [1, 9]])).toBe(false); // prettier-ignore
    expect(isPositiveSemiDefinite([[9, 1], [1, 0]])).toBe(false); // prettier-ignore
    expect(isPositiveSemiDefinite([[NaN]])).toBe(false);
    expect(isPositiveSemiDefinite([[Infinity]])).toBe(false);
  });

  test("says what is wrong with a matrix, and where", () => {
    expect(factorize([[1, 0], [0]])).toEqual({ok: false, reason: "not square", at: [1, 1]});
    expect(factorize([[1, 0, 0], [0, 1, 0]])).toEqual({ok: false, reason: "not square", at: [0, 2]}); // prettier-ignore
    const crooked = [[1, 0, 0.5], [0, 1, 0], [0.4, 0, 1]]; // prettier-ignore
    expect(factorize(crooked)).toEqual({ok: false, reason: "not symmetric", at: [2, 0]});
    expect(factorize([[1, NaN], [0, 1]])).toEqual({ok: false, reason: "not symmetric", at: [1, 0]}); // prettier-ignore
    const beyond = [[1, 0, 0], [0, 1, 1.5], [0, 1.5, 1]]; // prettier-ignore
    expect(factorize(beyond)).toEqual({ok: false, reason: "not positive semi-definite", at: [2, 1]});
    // Each pair alone would do; all three together do not.
    const triangle = [[1, 0.9, 0.9], [0.9, 1, 0], [0.9, 0, 1]]; // prettier-ignore
    expect(factorize(triangle)).toMatchObject({ok: false, reason: "not positive semi-definite"});
  });
});
