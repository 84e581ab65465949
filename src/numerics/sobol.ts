/** Shares of an output's variance by one group of inputs. */
export interface VarianceShares {
  /** What goes if the group alone became known; in [0, 1] but for Monte Carlo error. */
  readonly first: number;
  /** What stays if the group alone stayed unknown, interactions included; ≥ first but for Monte Carlo error. */
  readonly total: number;
  /** Standard error of `first` for independent draws; evenly spread ones do better. */
  readonly firstError: number;
  /** Standard error of `total` for independent draws. */
  readonly totalError: number;
  /** Draws left out because one of the three outputs is not finite. */
  readonly leftOut: number;
}

/**
 * The variance shares of a group of inputs, from outputs of two independent samples A and B and of A with the group's
 * inputs taken from B.
 *
 * First order by Saltelli’s estimator, mean of y_B (y_AB − y_A) over the variance; total order by Jansen’s, mean of
 * (y_A − y_AB)² over twice the variance; the variance is that of A and B together. Standard errors are those of ratios
 * of means. Draws in which an output is not finite are left out. An output that does not vary has shares of 0.
 *
 * @throws RangeError if the samples are of different length
 * @see Saltelli et al. 2010, Computer Physics Communications 181, 259–270, table 2 (b) and (f)
 * @see Jansen 1999, Computer Physics Communications 117, 35–43
 */
export function varianceShares(yA: Float64Array, yB: Float64Array, yAB: Float64Array): VarianceShares {
  const n = yA.length;
  if (yB.length !== n || yAB.length !== n)
    throw new RangeError(`invalid samples; lengths ${n}, ${yB.length}, ${yAB.length}`);
  const used = usable(yA, yB, yAB);
  const draws = used.length;
  const leftOut = n - draws;
  const {mean, variance} = moments(yA, yB, used);
  if (!(variance > 0)) return {first: 0, total: 0, firstError: 0, totalError: 0, leftOut};

  // What each draw adds to the three means; centered, as the mean of an output may dwarf what it varies by.
  const terms = (i: number) => {
    const [a, b, change] = [yA[i]! - mean, yB[i]! - mean, yAB[i]! - yA[i]!];
    return {spread: (a * a + b * b) / 2, first: b * change, total: (change * change) / 2};
  };
  let [first, total] = [0, 0];
  for (const i of used) {
    const term = terms(i);
    first += term.first;
    total += term.total;
  }
  first /= draws * variance;
  total /= draws * variance;
  let [firstSquares, totalSquares] = [0, 0];
  for (const i of used) {
    const term = terms(i);
    const [ofFirst, ofTotal] = [term.first - first * term.spread, term.total - total * term.spread];
    firstSquares += ofFirst * ofFirst;
    totalSquares += ofTotal * ofTotal;
  }
  const error = (squares: number) => Math.sqrt(squares) / (draws * variance);
  return {first, total, firstError: error(firstSquares), totalError: error(totalSquares), leftOut};
}

/** The draws whose outputs are all finite. */
function usable(...samples: readonly Float64Array[]): Uint32Array {
  const [{length} = []] = samples;
  const all = Uint32Array.from({length}, (_, i) => i);
  return all.filter((i) => samples.every((sample) => Number.isFinite(sample[i])));
}

/** Mean and variance of two samples together, over the draws used. */
function moments(
  yA: Float64Array,
  yB: Float64Array,
  used: Uint32Array
): {readonly mean: number; readonly variance: number} {
  let [count, mean, squares] = [0, 0, 0];
  for (const i of used) {
    for (const y of [yA[i]!, yB[i]!]) {
      const difference = y - mean;
      mean += difference / ++count;
      squares += difference * (y - mean);
    }
  }
  return {mean, variance: squares / count};
}
