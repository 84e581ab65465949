/** How far below zero, relative to the largest variance, rounding may put a pivot that is zero. */
const tolerance = 1e-10;

/**
 * The lower triangle L with L Lᵀ = the matrix, rows of equal length; undefined where the matrix is not positive
 * semi-definite. A pivot that is zero within rounding leaves its column zero, so perfectly correlated pairs pass.
 *
 * @param matrix symmetric, row by row
 * @see Golub and Van Loan 2013, Matrix Computations, algorithm 4.2.2
 */
export function cholesky(matrix: readonly (readonly number[])[]): readonly Float64Array[] | undefined {
  const n = matrix.length;
  const largest = matrix.reduce((most, row, i) => Math.max(most, Math.abs(row[i] ?? NaN)), 0);
  const factor = matrix.map(() => new Float64Array(n));
  const at = (i: number, j: number): number => factor[i]?.[j] ?? 0;
  for (let j = 0; j < n; ++j) {
    let pivot = matrix[j]?.[j] ?? NaN;
    for (let k = 0; k < j; ++k) pivot -= at(j, k) * at(j, k);
    if (!(pivot >= -tolerance * largest)) return undefined;
    const root = pivot > tolerance * largest ? Math.sqrt(pivot) : 0;
    for (let i = j; i < n; ++i) {
      let sum = matrix[i]?.[j] ?? NaN;
      for (let k = 0; k < j; ++k) sum -= at(i, k) * at(j, k);
      const row = factor[i];
      if (row === undefined || Number.isNaN(sum)) return undefined;
      if (root > 0) row[j] = sum / root;
      // A variable without variance of its own must not vary with another.
      else if (i > j && Math.abs(sum) > 1e-5 * Math.sqrt(largest) * Math.sqrt(Math.abs(matrix[i]?.[i] ?? 0)))
        return undefined;
    }
  }
  return factor;
}

/** Whether a symmetric matrix can be a covariance. */
export const isPositiveSemiDefinite = (matrix: readonly (readonly number[])[]): boolean =>
  cholesky(matrix) !== undefined;
