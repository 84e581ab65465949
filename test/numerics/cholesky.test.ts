import {describe, expect, test} from "vitest";
import {cholesky, isPositiveSemiDefinite} from "../../src/numerics/cholesky.ts";
import {seededRandom} from "../../src/numerics/random.ts";

describe("cholesky", () => {
  test("gives a lower triangle whose product with itself is the matrix", () => {
    const random = seededRandom(11);
    for (let n = 1; n <= 6; ++n) {
      const root = Array.from({length: n}, () => Array.from({length: n}, () => random() - 0.5));
      const matrix = root.map((row) => root.map((other) => row.reduce((sum, x, k) => sum + x * (other[k] ?? 0), 0)));
      const factor = cholesky(matrix)!;
      for (let i = 0; i < n; ++i) {
        for (let j = 0; j < n; ++j) {
          const product = factor[i]!.reduce((sum, x, k) => sum + x * factor[j]![k]!, 0);
          expect(Math.abs(product - matrix[i]![j]!)).toBeLessThan(1e-12);
          if (j > i) expect(factor[i]![j]).toBe(0);
        }
      }
    }
  });

  test("takes a pair that goes together perfectly, and a variable without variance", () => {
    expect(isPositiveSemiDefinite([[4, 6], [6, 9]])).toBe(true); // prettier-ignore
    expect(isPositiveSemiDefinite([[0, 0], [0, 9]])).toBe(true); // prettier-ignore
  });

  test("refuses what no random quantities can have", () => {
    expect(isPositiveSemiDefinite([[1, 2], [2, 1]])).toBe(false); // prettier-ignore
    expect(isPositiveSemiDefinite([[-1]])).toBe(false);
    expect(isPositiveSemiDefinite([[0, 1], [1, 9]])).toBe(false); // prettier-ignore
    expect(isPositiveSemiDefinite([[NaN]])).toBe(false);
  });
});
