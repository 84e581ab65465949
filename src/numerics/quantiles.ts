import {select} from "./select.ts";

/** The most cells that values are counted into; their counts stay in the nearest cache. */
const mostCells = 2048;

/** How many values the cells are laid out by. */
const sampled = 64;

// Kept between calls to save their allocation; nothing in them outlives a call.
const ends = new Int32Array(mostCells);
const next = new Int32Array(mostCells);

/**
 * The quantiles of a sample at the given probabilities, interpolated linearly between order statistics (type 7).
 *
 * Values may be infinite: between a finite and an infinite one the quantile is infinite, between −Infinity and
 * Infinity it is NaN. One NaN among the values makes every quantile NaN. The values are not changed; a caller in a
 * loop can give a `scratch` to save its allocation.
 *
 * Takes O(n) time for few probabilities: values are counted into cells of equal width, and only those that share a
 * cell with a quantile are looked at again. Values too uneven for such cells are selected from all together.
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
  const cells = Math.min(mostCells, 1 + (n >> 2));
  const {low, perUnit} = layout(values, cells);
  if (!count(values, low, perUnit, cells)) return probabilities.map(() => NaN);

  next.fill(-1, 0, cells);
  for (const p of probabilities) {
    const k = Math.floor(p * (n - 1));
    for (const rank of [k, Math.min(k + 1, n - 1)]) {
      const cell = cellOf(rank, cells);
      next[cell] = startOf(cell);
    }
  }
  gather(values, low, perUnit, cells, scratch);

  const result: number[] = new Array<number>(probabilities.length).fill(NaN);
  const rising = probabilities.map((p, index) => ({p, index})).sort((one, other) => one.p - other.p);
  let placed = 0; // in the cells at hand, nothing in scratch[placed…] is less than anything before it
  for (const {p, index} of rising) {
    const position = p * (n - 1);
    const k = Math.floor(position);
    const cell = cellOf(k, cells);
    const end = ends[cell]!;
    if (k >= placed) select(scratch, k, Math.max(placed, startOf(cell)), end - 1);
    placed = k + 1;
    if (position === k) {
      result[index] = scratch[k]!;
    } else {
      const least = leastOf(scratch, k + 1, k + 1 < end ? end : ends[cellOf(k + 1, cells)]!);
      result[index] = between(scratch[k]!, least, position - k);
    }
  }
  return result;
}

/** The value a fraction of the way from low to high, exactly low at 0. */
function between(low: number, high: number, fraction: number): number {
  if (fraction === 0 || low === high) return low;
  if (Number.isFinite(low) && Number.isFinite(high)) return low + fraction * (high - low);
  return (1 - fraction) * low + fraction * high;
}

/** The least of values[start…end − 1]. */
function leastOf(values: Float64Array, start: number, end: number): number {
  let least = Infinity;
  for (let i = start; i < end; ++i) if (values[i]! < least) least = values[i]!;
  return least;
}

/**
 * Where cells begin and how many there are per unit, so that they span a few of the values.
 *
 * Any numbers will do, NaN included, for the quantiles to be right: these make the cells even.
 */
function layout(values: Float64Array, cells: number): {readonly low: number; readonly perUnit: number} {
  const step = Math.max(1, Math.floor(values.length / sampled));
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i += step) {
    const value = values[i]!;
    if (value < low && value > -Infinity) low = value;
    if (value > high && value < Infinity) high = value;
  }
  return {low, perUnit: cells / (high - low)};
}

/** Sets `ends[c]` to the number of values in cells 0…c; false if a value is NaN. */
function count(values: Float64Array, low: number, perUnit: number, cells: number): boolean {
  const n = values.length;
  const last = cells - 1;
  ends.fill(0, 0, cells);
  for (let i = 0; i < n; ++i) {
    const value = values[i]!;
    if (Number.isNaN(value)) return false;
    // Rises with the value, so that no value of a cell is above one of a later cell; NaN counts as 0.
    const t = (value - low) * perUnit;
    ++ends[t > 0 ? (t < last ? t | 0 : last) : 0]!;
  }
  for (let c = 1; c < cells; ++c) ends[c]! += ends[c - 1]!;
  return true;
}

/** Copies the values of each cell with a place in `next` there, in the order of cells that sorting would give. */
function gather(values: Float64Array, low: number, perUnit: number, cells: number, target: Float64Array): void {
  const n = values.length;
  const last = cells - 1;
  for (let i = 0; i < n; ++i) {
    const value = values[i]!;
    const t = (value - low) * perUnit;
    const cell = t > 0 ? (t < last ? t | 0 : last) : 0;
    const place = next[cell]!;
    if (place < 0) continue;
    target[place] = value;
    next[cell] = place + 1;
  }
}

/** The cell that holds the value of a rank, counted from 0. */
function cellOf(rank: number, cells: number): number {
  let low = 0;
  let high = cells - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! > rank) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The rank of the least value of a cell. */
function startOf(cell: number): number {
  return cell === 0 ? 0 : ends[cell - 1]!;
}
