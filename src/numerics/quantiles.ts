import {select} from "./select.ts";

/**
 * The quantiles of a sample at the given probabilities, interpolated linearly between order statistics (type 7).
 *
 * Values may be infinite: between a finite and an infinite one the quantile is infinite, between −Infinity and
 * Infinity it is NaN. One NaN among the values makes every quantile NaN. The values are not changed; a caller in a
 * loop can give a `scratch` to save its allocation.
 *
 * Takes O(n) time for few probabilities: the values are counted into cells of equal width, and only the few that
 * share a cell with a quantile are looked at again. Where most share one cell, they are selected from instead.
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
  const low = sampleLow(values);
  const perUnit = cells / (sampleHigh(values) - low);
  // Beyond these, a difference times perUnit could be 0 × Infinity.
  const width = perUnit > 1e-300 && perUnit < 1e300 && n >= fewest ? perUnit : 0;
  if (!count(values, low, width)) return probabilities.map(() => NaN);

  wanted.fill(0);
  for (const p of probabilities) {
    const k = Math.floor(p * (n - 1));
    want(k);
    want(Math.min(k + 1, n - 1));
  }
  gather(values, low, width, scratch);
  return probabilities.map((p) => {
    const position = p * (n - 1);
    const k = Math.floor(position);
    const least = orderStatistic(scratch, k);
    return position === k ? least : between(least, orderStatistic(scratch, k + 1), position - k);
  });
}
