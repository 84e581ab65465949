/** The share of a variable's variance below which what others leave of it counts as nothing: rounding, no more. */
const tolerance = 1e-10;

/** How much an entry and its mirror image may differ, relative to what the variances allow. */
const symmetryTolerance = 1e-9;

/** A triangle L with L Lᵀ = the matrix, or why there is none and at which row and column that shows. */
export type Factorization =
  | {readonly ok: true; readonly factor: readonly Float64Array[]}
  | {
      readonly ok: false;
      readonly reason: "not square" | "not symmetric" | "not positive semi-definite";
      readonly at?: readonly [row: number, column: number];
    };

/**
 * The lower triangle L with L Lᵀ = the matrix, rows of equal length.
 *
 * A variable that the ones before it determine within rounding, relative to its own variance, has a zero on the
 * diagonal, so perfectly correlated pairs and constants pass. Variables may differ in scale as they like.
 *
 * @param matrix row by row
 * @see Golub and Van Loan 2013, Matrix Computations, algorithm 4.2.2
 */
export function factorize(matrix: readonly (readonly number[])[]): Factorization {
  const n = matrix.length;
  const short = matrix.findIndex((row) => row.length !== n);
  if (short >= 0) return {ok: false, reason: "not square", at: [short, Math.min(n, matrix[short]!.length)]};
  const notPositive = (i: number, j: number): Factorization => {
    return {ok: false, reason: "not positive semi-definite", at: [i, j]};
  };
  for (let i = 0; i < n; ++i) {
    const variance = matrix[i]![i]!;
    if (!(variance >= 0 && variance < Infinity)) return notPositive(i, i);
    for (let j = 0; j < i; ++j) {
      const most = Math.sqrt(variance) * Math.sqrt(matrix[j]![j]!);
      const difference = Math.abs(matrix[i]![j]! - matrix[j]![i]!);
      if (!(difference <= symmetryTolerance * most)) return {ok: false, reason: "not symmetric", at: [i, j]};
    }
  }

  const factor = matrix.map(() => new Float64Array(n));
  const rest = (i: number, j: number): number => {
    let sum = matrix[i]![j]!;
    for (let k = 0; k < j; ++k) sum -= factor[i]![k]! * factor[j]![k]!;
    return sum;
  };
  for (let j = 0; j < n; ++j) {
    const variance = matrix[j]![j]!;
    const pivot = rest(j, j);
    if (!(pivot >= -tolerance * variance)) return notPositive(j, j);
    const root = pivot > tolerance * variance ? Math.sqrt(pivot) : 0;
    factor[j]![j] = root;
    for (let i = j + 1; i < n; ++i) {
      const sum = rest(i, j);
      // A pivot lost in rounding may hide a covariance of the size of its root, and no more.
      const most = Math.sqrt(variance) * Math.sqrt(matrix[i]![i]!) * (root > 0 ? 1 : 2 * Math.sqrt(tolerance));
      if (!(Math.abs(sum) <= most * (1 + tolerance))) return notPositive(i, j);
      if (root > 0) factor[i]![j] = sum / root;
    }
  }
  return {ok: true, factor};
}

/** The triangle of `factorize`; undefined where there is none. */
export function cholesky(matrix: readonly (readonly number[])[]): readonly Float64Array[] | undefined {
  const result = factorize(matrix);
  return result.ok ? result.factor : undefined;
}

/** Whether a matrix can be a covariance. */
export function isPositiveSemiDefinite(matrix: readonly (readonly number[])[]): boolean {
  return factorize(matrix).ok;
}
