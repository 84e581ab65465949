import {exp, log} from "./exp.ts";

/**
 * The quantiles of a sample at the given probabilities, interpolated linearly between order statistics (type 7).
 *
 * Values may be infinite: between a finite and an infinite one the quantile is infinite, between −Infinity and
 * Infinity it is NaN. One NaN among the values makes every quantile NaN. The values are not changed; they are copied
 * into `scratch`, which a caller in a loop can give to save the allocation.
 *
 * Takes O(n) time for few probabilities: it selects, and does not sort.
 *
 * @param probabilities in any order, each in [0, 1]
 * @param scratch at least as long as values; its contents are lost
 * @throws RangeError if there are no values, a probability is not in [0, 1], or the scratch is too short
 * @see Hyndman and Fan 1996, The American Statistician 50, definition 7
 */
export function quantiles(
  values: Float64Array,
  probabilities: readonly number[],
  scratch = new Float64Array(values.length)
): number[] {
  const n = values.length;
  if (n === 0) throw new RangeError("invalid values; there are none");
  if (scratch.length < n) throw new RangeError(`invalid scratch; shorter than ${n}: ${scratch.length}`);
  for (const p of probabilities) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid probability; not in [0, 1]: ${p}`);
  }
  scratch.set(values);
  for (let i = 0; i < n; ++i) if (Number.isNaN(scratch[i])) return probabilities.map(() => NaN);

  const result: number[] = new Array<number>(probabilities.length).fill(NaN);
  const rising = probabilities.map((p, index) => ({p, index})).sort((one, other) => one.p - other.p);
  let placed = 0; // nothing in scratch[placed…] is less than anything before it
  for (const {p, index} of rising) {
    const position = p * (n - 1);
    const k = Math.floor(position);
    if (k >= placed) select(scratch, k, placed, n - 1);
    placed = k + 1;
    result[index] = between(scratch[k]!, k + 1 < n ? leastAfter(scratch, k, n) : scratch[k]!, position - k);
  }
  return result;
}

/** The value a fraction of the way from low to high, exactly low at 0. */
function between(low: number, high: number, fraction: number): number {
  if (fraction === 0 || low === high) return low;
  if (Number.isFinite(low) && Number.isFinite(high)) return low + fraction * (high - low);
  return (1 - fraction) * low + fraction * high;
}

/** The least of values[k + 1…n − 1]: the order statistic after k, once k is in its place. */
function leastAfter(values: Float64Array, k: number, n: number): number {
  let least = Infinity;
  for (let i = k + 1; i < n; ++i) if (values[i]! < least) least = values[i]!;
  return least;
}

/**
 * Reorders values[left…right] in place so that values[k] is what sorting would put there, none greater before it
 * and none less after it.
 *
 * @see Floyd and Rivest 1975, Communications of the ACM 18, algorithm 489
 */
function select(values: Float64Array, k: number, left: number, right: number): void {
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
