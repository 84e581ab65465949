import {latinHypercube} from "./latinHypercube.ts";
import {normalQuantile} from "./normal.ts";
import type {Random} from "./random.ts";

/**
 * Draws of normal variables with mean 0 that go together, one array of `count` for each variable.
 *
 * x = L z, with z standard normal and independent, each evenly spread from a source of its own: the covariance of x
 * is L Lᵀ. A variable's draws hang only on its own source and those of the variables before it.
 *
 * @param count how many draws; a whole number > 0
 * @param factor lower triangle L, rows of equal length, as `cholesky` gives it
 * @param randoms one source for each variable
 * @throws RangeError if there is not one source for each row, or count is not a whole number above 0
 */
export function correlatedNormals(
  count: number,
  factor: readonly Float64Array[],
  randoms: readonly Random[]
): readonly Float64Array[] {
  if (factor.length !== randoms.length)
    throw new RangeError(`invalid sources; not one for each of ${factor.length} variables: ${randoms.length}`);
  const independent = randoms.map((random) => {
    const uniform = latinHypercube(count, random);
    return Float64Array.from({length: count}, () => normalQuantile(uniform()));
  });
  return factor.map((row, i) =>
    Float64Array.from({length: count}, (_, draw) => {
      let sum = 0;
      for (let j = 0; j <= i; ++j) sum += row[j]! * independent[j]![draw]!;
      return sum;
    })
  );
}
