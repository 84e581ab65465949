/** Sweeps enough for any matrix of the size that is met here; each squares what is left off the diagonal. */
const mostSweeps = 60;

/**
 * Eigenvalues, rising, and eigenvectors of a symmetric matrix, row by row; vectors[k] goes with values[k].
 *
 * Cyclic Jacobi rotations: exact to rounding, also for eigenvalues far below the largest.
 *
 * @see Golub and Van Loan 2013, Matrix Computations, section 8.5
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): {
  readonly values: readonly number[];
  readonly vectors: readonly (readonly number[])[];
} {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = matrix.map((_, i) => Float64Array.from({length: n}, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < mostSweeps; ++sweep) {
    let off = 0;
    for (let p = 0; p < n; ++p) for (let q = p + 1; q < n; ++q) off += Math.abs(a[p]![q]!);
    if (off === 0) break;
    for (let p = 0; p < n; ++p) {
      for (let q = p + 1; q < n; ++q) {
        const apq = a[p]![q]!;
        if (apq === 0) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; ++k) {
          const [kp, kq] = [a[k]![p]!, a[k]![q]!];
          a[k]![p] = c * kp - s * kq;
          a[k]![q] = s * kp + c * kq;
        }
        for (let k = 0; k < n; ++k) {
          const [pk, qk] = [a[p]![k]!, a[q]![k]!];
          a[p]![k] = c * pk - s * qk;
          a[q]![k] = s * pk + c * qk;
          const [vp, vq] = [v[k]![p]!, v[k]![q]!];
          v[k]![p] = c * vp - s * vq;
          v[k]![q] = s * vp + c * vq;
        }
        a[p]![q] = 0;
        a[q]![p] = 0;
      }
    }
  }
  const order = matrix.map((_, i) => i).sort((i, j) => a[i]![i]! - a[j]![j]!);
  return {values: order.map((i) => a[i]![i]!), vectors: order.map((i) => v.map((row) => row[i]!))};
}
