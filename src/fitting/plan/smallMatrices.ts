// Matrices of a handful of rows, row by row in one array; of symmetric ones the lower triangle is read.

/** A pivot below this part of its diagonal counts as none. */
const leastPivot = 1e-15;

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += a[i]! * b[i]!;
  return sum;
}

/** Σ count × row rowᵀ. */
export function informationOf(rows: readonly Float64Array[], counts: Float64Array): Float64Array {
  const n = rows[0]?.length ?? 0;
  const matrix = new Float64Array(n * n);
  for (let r = 0; r < rows.length; ++r) {
    const row = rows[r]!;
    const count = counts[r]!;
    if (count === 0) continue;
    for (let i = 0; i < n; ++i) for (let j = 0; j <= i; ++j) matrix[i * n + j]! += count * row[i]! * row[j]!;
  }
  return matrix;
}

/** The lower triangle L with L Lᵀ = the matrix; undefined where it is not positive definite. */
export function triangleOf(matrix: Float64Array): Float64Array | undefined {
  const n = Math.round(Math.sqrt(matrix.length));
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; ++i) {
    for (let j = 0; j <= i; ++j) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; ++k) sum -= factor[i * n + k]! * factor[j * n + k]!;
      if (i > j) factor[i * n + j] = sum / factor[j * n + j]!;
      else if (sum > leastPivot * matrix[i * n + i]!) factor[i * n + i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return factor;
}

/** L⁻¹ values. */
export function forward(factor: Float64Array, values: Float64Array): Float64Array {
  const n = values.length;
  const x = new Float64Array(n);
  for (let i = 0; i < n; ++i) {
    let sum = values[i]!;
    for (let k = 0; k < i; ++k) sum -= factor[i * n + k]! * x[k]!;
    x[i] = sum / factor[i * n + i]!;
  }
  return x;
}

/** M⁻¹ values; undefined where M is not positive definite. */
export function solveSymmetric(matrix: Float64Array, values: Float64Array): Float64Array | undefined {
  const factor = triangleOf(matrix);
  if (factor === undefined) return undefined;
  const x = forward(factor, values);
  const n = x.length;
  for (let i = n - 1; i >= 0; --i) {
    let sum = x[i]!;
    for (let k = i + 1; k < n; ++k) sum -= factor[k * n + i]! * x[k]!;
    x[i] = sum / factor[i * n + i]!;
  }
  return x;
}
