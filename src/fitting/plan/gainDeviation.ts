import type {PlanModel, PlanRung} from "./planModel.ts";
import {gainPlace, logLossGradient} from "./planModel.ts";

/** A column that others leave less than this of, relative to its length, is taken for a sum of them. */
const dependent = 1e-9;

/**
 * The standard deviation of one parameter of a least-squares fit with noise of deviation 1: one over the length of
 * what the other columns leave of its own. Infinity where they leave nothing; parameters that the rows do not tell
 * apart among themselves do no harm.
 *
 * By modified Gram and Schmidt, each column taken off twice, so that no squares of numbers far apart are formed.
 *
 * @param rows derivatives by the parameters, each times the root of how often it counts
 */
export function parameterDeviation(rows: readonly Float64Array[], place: number): number {
  const size = rows[0]?.length ?? 0;
  const column = (j: number): Float64Array => Float64Array.from(rows, (row) => row[j]!);
  const basis: Float64Array[] = [];
  const left = (j: number): {readonly rest: Float64Array; readonly length: number} => {
    const rest = column(j);
    const whole = lengthOf(rest);
    for (let turn = 0; turn < 2; ++turn) {
      for (const direction of basis) {
        let along = 0;
        for (let i = 0; i < rest.length; ++i) along += rest[i]! * direction[i]!;
        for (let i = 0; i < rest.length; ++i) rest[i]! -= along * direction[i]!;
      }
    }
    const length = lengthOf(rest);
    return {rest, length: length > dependent * whole ? length : 0};
  };
  for (let j = 0; j < size; ++j) {
    if (j === place) continue;
    const {rest, length} = left(j);
    if (length > 0) basis.push(rest.map((value) => value / length));
  }
  return 1 / left(place).length;
}

function lengthOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}

/**
 * The standard deviation of the natural log of the gain that ladders give, by the delta method: the root of its entry
 * in the inverse of the Fisher information JᵀWJ / noise². Infinity where the rungs do not determine it.
 *
 * @param noise standard deviation of log loss between seeds; > 0
 * @throws RangeError if the noise is not positive
 */
export function gainDeviation(model: PlanModel, rungs: readonly PlanRung[], noise: number): number {
  if (!(noise > 0)) throw new RangeError(`invalid noise; not positive: ${noise}`);
  if (rungs.length === 0) return Infinity;
  const rows = rungs.map(({recipe, compute, seeds}) => {
    const root = Math.sqrt(seeds);
    return logLossGradient(model, recipe, compute).map((value) => value * root);
  });
  return noise * parameterDeviation(rows, gainPlace);
}
