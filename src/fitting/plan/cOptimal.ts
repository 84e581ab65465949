/** A design that makes the variance of one parameter least, as shares of what is spent. */
export interface OptimalDesign {
  /** Place of a candidate in the list given and its share; the shares add up to 1. */
  readonly support: readonly {readonly candidate: number; readonly share: number}[];
  /** Standard deviation of the parameter for noise of deviation 1 and a spending of 1. */
  readonly deviation: number;
  /**
   * How far the variance is above the least possible at most, relative: the most of (h · v)² over all candidates, less
   * 1, with v the multipliers. 0 by the equivalence theorem where the design is optimal.
   */
  readonly gap: number;
}

/** A candidate whose (h · v) is above 1 by more than this still enters. */
const tolerance = 1e-10;
const mostTurns = 500;
const leastShare = 1e-9;

/**
 * The c-optimal design over candidates for the parameter at a place; undefined where they do not determine it.
 *
 * By Elfving’s theorem the least deviation is the least sum of |u| with Σ u h = c, c the unit vector of the parameter,
 * and the shares go as |u|: a linear programme, solved by the simplex method, in which every basis is feasible with
 * the signs of its columns chosen so.
 *
 * @param candidates derivatives by the parameters, each over the root of what one run costs
 * @see Elfving 1952, Annals of Mathematical Statistics 23; Kiefer and Wolfowitz 1959 for the equivalence theorem
 */
export function cOptimalDesign(candidates: readonly Float64Array[], place: number): OptimalDesign | undefined {
  const size = candidates[0]?.length ?? 0;
  const basis = independent(candidates, size);
  if (basis.length < size) return undefined;
  const target = new Float64Array(size);
  target[place] = 1;
  let multipliers: Float64Array = new Float64Array(size);
  let amounts: Float64Array = new Float64Array(size);
  for (let turn = 0; turn < mostTurns; ++turn) {
    const columns = basis.map((i) => candidates[i]!);
    const solved = solve(columns, target);
    if (solved === undefined) return undefined;
    amounts = solved;
    const signs = amounts.map((amount) => (amount < 0 ? -1 : 1));
    multipliers = solveTransposed(columns, signs) ?? multipliers;
    const {candidate, most} = worst(candidates, multipliers);
    if (Math.abs(most) <= 1 + tolerance) break;
    // The candidate enters with the sign that helps; the first amount to reach 0 leaves.
    const direction = solve(columns, candidates[candidate]!);
    if (direction === undefined) return undefined;
    let leaving = -1;
    let least = Infinity;
    for (let j = 0; j < size; ++j) {
      const rate = direction[j]! * signs[j]! * Math.sign(most);
      if (rate <= 1e-14) continue;
      const room = Math.abs(amounts[j]!) / rate;
      if (room < least) [least, leaving] = [room, j];
    }
    if (leaving < 0) break;
    basis[leaving] = candidate;
  }
  const whole = amounts.reduce((sum, amount) => sum + Math.abs(amount), 0);
  const support = basis
    .map((candidate, j) => ({candidate, share: Math.abs(amounts[j]!) / whole}))
    .filter(({share}) => share > leastShare)
    .sort((one, other) => one.candidate - other.candidate);
  const {most} = worst(candidates, multipliers);
  return {support, deviation: whole, gap: Math.max(0, most * most - 1)};
}

/** The candidate that the multipliers weigh most, and its weight with its sign. */
function worst(candidates: readonly Float64Array[], multipliers: Float64Array) {
  let [candidate, most] = [-1, 0];
  candidates.forEach((h, i) => {
    let product = 0;
    for (let j = 0; j < h.length; ++j) product += h[j]! * multipliers[j]!;
    if (Math.abs(product) > Math.abs(most)) [candidate, most] = [i, product];
  });
  return {candidate, most};
}

/** Candidates that determine all parameters: each time the one that the ones before leave most of. */
function independent(candidates: readonly Float64Array[], size: number): number[] {
  const left = candidates.map((h) => Float64Array.from(h));
  const lengths = candidates.map((h) => squareOf(h));
  const chosen: number[] = [];
  while (chosen.length < size) {
    let [best, most] = [-1, 1e-22];
    left.forEach((rest, i) => {
      const share = squareOf(rest) / lengths[i]!;
      if (share > most) [best, most] = [i, share];
    });
    if (best < 0) break;
    const unit = left[best]!.map((value) => value / Math.sqrt(squareOf(left[best]!)));
    for (const rest of left) {
      const along = rest.reduce((sum, value, j) => sum + value * unit[j]!, 0);
      for (let j = 0; j < size; ++j) rest[j]! -= along * unit[j]!;
    }
    chosen.push(best);
  }
  return chosen;
}

const squareOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);

/** u with Σ u_j columns_j = target; undefined where the columns do not span. */
const solve = (columns: readonly Float64Array[], target: Float64Array): Float64Array | undefined =>
  eliminate(Array.from(target, (value, i) => Float64Array.of(...columns.map((column) => column[i]!), value)));

/** v with columns_j · v = values_j. */
const solveTransposed = (columns: readonly Float64Array[], values: Float64Array): Float64Array | undefined =>
  eliminate(columns.map((column, j) => Float64Array.of(...column, values[j]!)));

/** Solves rows of an augmented system, by elimination with the largest scaled pivot. */
function eliminate(rows: Float64Array[]): Float64Array | undefined {
  const n = rows.length;
  const scales = rows.map((row) => row.subarray(0, n).reduce((most, value) => Math.max(most, Math.abs(value)), 0));
  for (let k = 0; k < n; ++k) {
    let [best, most] = [-1, 0];
    for (let i = k; i < n; ++i) {
      const size = Math.abs(rows[i]![k]!) / scales[i]!;
      if (size > most) [best, most] = [i, size];
    }
    if (best < 0) return undefined;
    [rows[k], rows[best]] = [rows[best]!, rows[k]!];
    [scales[k], scales[best]] = [scales[best]!, scales[k]!];
    const pivot = rows[k]!;
    for (let i = k + 1; i < n; ++i) {
      const row = rows[i]!;
      const factor = row[k]! / pivot[k]!;
      for (let j = k; j <= n; ++j) row[j]! -= factor * pivot[j]!;
    }
  }
  const x = new Float64Array(n);
  for (let k = n - 1; k >= 0; --k) {
    let sum = rows[k]![n]!;
    for (let j = k + 1; j < n; ++j) sum -= rows[k]![j]! * x[j]!;
    x[k] = sum / rows[k]![k]!;
  }
  return x;
}
