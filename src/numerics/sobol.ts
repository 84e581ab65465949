/** Shares of an output's variance by one group of inputs. */
export interface VarianceShares {
  /** What goes if the group alone became known; in [0, 1] but for Monte Carlo error. */
  readonly first: number;
  /** What stays if the group alone stayed unknown, interactions included; ≥ first. */
  readonly total: number;
}

/**
 * The variance shares of a group of inputs, from outputs of two independent samples A and B and of A with the group's
 * inputs taken from B.
 *
 * First order by Saltelli’s estimator, mean of y_B (y_AB − y_A) over the variance; total order by Jansen’s, mean of
 * (y_A − y_AB)² over twice the variance. Draws in which an output is not finite are left out. An output that does not
 * vary has shares of 0.
 *
 * @see Saltelli et al. 2010, Computer Physics Communications 181, 259–270, table 2 (b) and (f)
 */
export function varianceShares(yA: Float64Array, yB: Float64Array, yAB: Float64Array): VarianceShares {
  const n = yA.length;
  if (yB.length !== n || yAB.length !== n)
    throw new RangeError(`invalid samples; lengths ${n}, ${yB.length}, ${yAB.length}`);
  let [count, mean, spread] = [0, 0, 0];
  const isUsed = (i: number) => Number.isFinite(yA[i]) && Number.isFinite(yB[i]) && Number.isFinite(yAB[i]);
  for (let i = 0; i < n; ++i) {
    if (!isUsed(i)) continue;
    for (const y of [yA[i] ?? 0, yB[i] ?? 0]) {
      const difference = y - mean;
      mean += difference / ++count;
      spread += difference * (y - mean);
    }
  }
  const variance = spread / count;
  if (!(variance > 0)) return {first: 0, total: 0};
  let [first, total] = [0, 0];
  for (let i = 0; i < n; ++i) {
    if (!isUsed(i)) continue;
    const change = (yAB[i] ?? 0) - (yA[i] ?? 0);
    // Centred: the mean of an output may dwarf what it varies by.
    first += ((yB[i] ?? 0) - mean) * change;
    total += change * change;
  }
  const draws = count / 2;
  return {first: first / draws / variance, total: total / (2 * draws) / variance};
}
