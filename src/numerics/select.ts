import {exp, log} from "./exp.ts";

/**
 * Reorders values[left…right] in place so that values[k] is what sorting would put there, none greater before it
 * and none less after it; left ≤ k ≤ right, no NaN.
 *
 * Takes O(n) time.
 *
 * @see Floyd and Rivest 1975, Communications of the ACM 18, algorithm 489
 */
export function select(values: Float64Array, k: number, left: number, right: number): void {
  while (right > left) {
    if (right - left > 600) {
      const n = right - left + 1;
      const position = k - left + 1;
      const size = 0.5 * exp((2 / 3) * log(n));
      const spread = 0.5 * Math.sqrt((log(n) * size * (n - size)) / n) * (position < n / 2 ? -1 : 1);
      const newLeft = Math.max(left, Math.floor(k - (position * size) / n + spread));
      const newRight = Math.min(right, Math.floor(k + ((n - position) * size) / n + spread));
      select(values, k, newLeft, newRight);
    }
    const pivot = values[k]!;
    let i = left;
    let j = right;
    swap(values, left, k);
    if (values[right]! > pivot) swap(values, left, right);
    while (i < j) {
      swap(values, i++, j--);
      while (values[i]! < pivot) ++i;
      while (values[j]! > pivot) --j;
    }
    if (values[left] === pivot) swap(values, left, j);
    else swap(values, ++j, right);
    if (j <= k) left = j + 1;
    if (k <= j) right = j - 1;
  }
}

function swap(values: Float64Array, i: number, j: number): void {
  const value = values[i]!;
  values[i] = values[j]!;
  values[j] = value;
}
