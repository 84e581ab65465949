import {exp, log} from "../numerics/exp.ts";
import type {PowerGroup} from "./powerSum.ts";

/** Exponents that are tried, from all but none to steeper than any law in print. */
const exponents: readonly number[] = [0.02, 0.05, 0.09, 0.14, 0.2, 0.27, 0.35, 0.45, 0.6, 0.85, 1.3, 2];

/** Beyond this many runs a part of them, evenly taken, shows where to begin. */
const mostRuns = 120;

/** Rounds of reweighting, so that a few bad runs do not say where the others are to be looked for. */
const rounds = 3;

/** How many hollows of the grid are worth a descent. */
const mostStarts = 4;

interface Cell {
  readonly first: number;
  readonly second: number;
  readonly value: number;
  /** E, A, B in the scale of the losses. */
  readonly linear: readonly [number, number, number];
}

/**
 * Where to begin a fit, best first: no starting value is asked of anyone.
 *
 * Variable projection: for exponents on a grid the floor and scales are the nonnegative least squares of relative
 * residuals, reweighted towards the Huber sum; the starts are the hollows of what is left over.
 *
 * @param tied the terms share one exponent
 * @see Golub and Pereyra 2003, Inverse Problems 19, R1
 */
export function powerStarts(
  group: PowerGroup,
  weights: Float64Array,
  delta: number,
  tied: boolean
): readonly {readonly floor: number; readonly scale: readonly number[]; readonly exponent: readonly number[]}[] {
  const chosen = sampleOf(group.logLoss.length);
  const count = chosen.length;
  const inverse = Float64Array.from(chosen, (i) => exp(-group.logLoss[i]!));
  const weight = Float64Array.from(chosen, (i) => weights[i]!);
  const powers = group.x.map((x) =>
    exponents.map((s) => Float64Array.from(chosen, (i, j) => exp(-s * x[i]!) * inverse[j]!))
  );
  const two = powers.length === 2;
  const hasFloor = group.floor >= 0;
  const residual = new Float64Array(count);
  const cells: Cell[] = [];
  for (let first = 0; first < exponents.length; ++first) {
    for (let second = 0; second < (two ? exponents.length : 1); ++second) {
      if (two && tied && second !== first) continue;
      const a = powers[0]![first]!;
      const b = two ? powers[1]![second]! : undefined;
      let linear: [number, number, number] = [0, 0, 0];
      for (let round = 0; round < rounds; ++round) {
        linear = projected(hasFloor ? inverse : undefined, a, b, weight, round === 0 ? undefined : residual, delta);
        for (let j = 0; j < count; ++j) {
          residual[j] = linear[0] * inverse[j]! + linear[1] * a[j]! + linear[2] * (b?.[j] ?? 0) - 1;
        }
      }
      let value = 0;
      for (let j = 0; j < count; ++j) {
        const size = Math.abs(residual[j]!);
        value += weight[j]! * (size <= delta ? (size * size) / 2 : delta * (size - delta / 2));
      }
      cells.push({first, second, value, linear});
    }
  }
  const isHollow = ({first, second, value}: Cell) =>
    !cells.some(
      (other) => Math.abs(other.first - first) <= 1 && Math.abs(other.second - second) <= 1 && other.value < value
    );
  return cells
    .filter(isHollow)
    .sort((one, other) => one.value - other.value)
    .slice(0, mostStarts)
    .map(({first, second, linear: [E, A, B]}) => {
      // A term that the grid leaves out is let in again, small.
      const least = 1e-4;
      const exponent = two ? [exponents[first]!, exponents[second]!] : [exponents[first]!];
      return {floor: E, scale: [A, B].slice(0, exponent.length).map((s) => log(Math.max(s, least))), exponent};
    });
}

function sampleOf(n: number): Int32Array {
  const step = Math.max(1, n / mostRuns);
  return Int32Array.from({length: Math.min(n, mostRuns)}, (_, j) => Math.floor(j * step));
}

/** The nonnegative least squares of E e + A a + B b to 1, reweighted by the residuals of the round before. */
function projected(
  e: Float64Array | undefined,
  a: Float64Array,
  b: Float64Array | undefined,
  weight: Float64Array,
  residual: Float64Array | undefined,
  delta: number
): [number, number, number] {
  let [ee, ea, eb, aa, ab, bb, e1, a1, b1] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let j = 0; j < a.length; ++j) {
    const size = residual === undefined ? 0 : Math.abs(residual[j]!);
    const w = size <= delta ? weight[j]! : (weight[j]! * delta) / size;
    const [ej, aj, bj] = [e === undefined ? 0 : e[j]!, a[j]!, b === undefined ? 0 : b[j]!];
    ee += w * ej * ej;
    ea += w * ej * aj;
    eb += w * ej * bj;
    aa += w * aj * aj;
    ab += w * aj * bj;
    bb += w * bj * bj;
    e1 += w * ej;
    a1 += w * aj;
    b1 += w * bj;
  }
  const matrix = [
    [ee, ea, eb],
    [ea, aa, ab],
    [eb, ab, bb]
  ];
  const target = [e1, a1, b1];
  const all = (e === undefined ? 0 : 1) | 2 | (b === undefined ? 0 : 4);
  const free = solveSubset(matrix, target, all);
  if (free?.every((value) => value >= 0) === true) return free;
  // Of the subsets of the three: the best whose numbers are all positive is the constrained optimum.
  let best: [number, number, number] = [0, 0, 0];
  let least = Infinity;
  for (let mask = 1; mask < 7; ++mask) {
    if ((mask & ~all) > 0 || mask === all) continue;
    const solution = solveSubset(matrix, target, mask);
    if (solution === undefined || solution.some((value) => value < 0)) continue;
    const value = -solution.reduce((sum, s, i) => sum + s * target[i]!, 0);
    if (value < least) [best, least] = [solution, value];
  }
  return best;
}

/** The numbers that solve the normal equations of the columns in the mask, 0 for the others; undefined if singular. */
function solveSubset(
  matrix: readonly (readonly number[])[],
  target: readonly number[],
  mask: number
): [number, number, number] | undefined {
  const columns = [0, 1, 2].filter((i) => (mask & (1 << i)) > 0);
  const rows = columns.map((i) => [...columns.map((j) => matrix[i]![j]!), target[i]!]);
  for (let p = 0; p < rows.length; ++p) {
    const pivot = rows[p]![p]!;
    if (!(pivot > 1e-12 * matrix[columns[p]!]![columns[p]!]!)) return undefined;
    for (let i = p + 1; i < rows.length; ++i) {
      const ratio = rows[i]![p]! / pivot;
      for (let j = p; j <= rows.length; ++j) rows[i]![j]! -= ratio * rows[p]![j]!;
    }
  }
  const result: [number, number, number] = [0, 0, 0];
  for (let p = rows.length - 1; p >= 0; --p) {
    let sum = rows[p]![rows.length]!;
    for (let j = p + 1; j < rows.length; ++j) sum -= rows[p]![j]! * result[columns[j]!]!;
    result[columns[p]!] = sum / rows[p]![p]!;
  }
  return result;
}
