import {dot, forward, informationOf, solveSymmetric, triangleOf} from "./smallMatrices.ts";

/** A run that may be made: derivatives of its log loss by the parameters, and what it costs. */
export interface DesignRun {
  readonly gradient: Float64Array;
  /** FLOP; > 0. */
  readonly cost: number;
}

/** The best that divisible runs can do, none more often than allowed. */
export interface RelaxedDesign {
  /** How often each run is made, by place in the list. */
  readonly counts: Float64Array;
  /** Standard deviation of the parameter for noise of deviation 1 with these counts. */
  readonly deviation: number;
  /** No design of this cost, of whole runs or divided ones, has a smaller one. */
  readonly bound: number;
}

/** It ends after so many turns, or when the variance is known to be this near the least. */
const mostTurns = 150;
const enough = 1e-3;
const lineSteps = 18;

/**
 * The c-optimal design for one parameter where each run may be made a limited number of times, runs divided as one
 * likes: a convex problem, by the method of Frank and Wolfe. Undefined where the runs do not determine the parameter.
 *
 * With v = M⁻¹c at any design of variance V, Cauchy and Schwarz hold V above V² / Σ m (h · v)² for every design m of
 * the budget; the most of that sum is a knapsack, and with it the optimality gap is known at each turn.
 *
 * @param most how often each run may be made
 * @param budget what all runs may cost together, FLOP
 * @see Frank and Wolfe 1956, Naval Research Logistics 3; Sagnol 2011 for c-optimal designs under constraints
 */
export function relaxedDesign(
  runs: readonly DesignRun[],
  place: number,
  most: number,
  budget: number
): RelaxedDesign | undefined {
  const white = whitened(runs, place);
  if (white === undefined) return undefined;
  const {rows, target} = white;
  const costs = runs.map(({cost}) => cost);
  const spent = (counts: Float64Array) => counts.reduce((sum, count, i) => sum + count * costs[i]!, 0);
  const even = budget / costs.length;
  let counts = Float64Array.from(costs, (cost) => Math.min(most, even / cost));
  let matrix = informationOf(rows, counts);
  let bound = 0;
  let variance = Infinity;
  for (let turn = 0; turn < mostTurns; ++turn) {
    const v = solveSymmetric(matrix, target);
    if (v === undefined) return undefined;
    variance = dot(v, target);
    const worth = rows.map((row) => dot(row, v) * dot(row, v));
    const best = knapsack(worth, costs, most, Math.max(budget, spent(counts)));
    const reached = best.reduce((sum, count, i) => sum + count * worth[i]!, 0);
    bound = Math.max(bound, (variance * variance) / reached);
    if (variance - bound <= enough * bound) break;
    const ahead = informationOf(rows, best);
    const now = matrix;
    const mix = (t: number) => now.map((value, i) => (1 - t) * value + t * ahead[i]!);
    const t = leastOn((part) => {
      const factor = triangleOf(mix(part));
      if (factor === undefined) return Infinity;
      const toward = forward(factor, target);
      return dot(toward, toward);
    });
    counts = counts.map((count, i) => (1 - t) * count + t * best[i]!);
    matrix = mix(t);
  }
  return {counts, deviation: Math.sqrt(variance), bound: Math.sqrt(bound)};
}

/** The place in [0, 1] of the least of a convex function, by golden section. */
function leastOn(f: (t: number) => number): number {
  const golden = 0.6180339887498949;
  let [low, high] = [0, 1];
  let [one, other] = [high - golden, golden];
  let [atOne, atOther] = [f(one), f(other)];
  for (let i = 0; i < lineSteps; ++i) {
    if (atOne <= atOther) {
      [high, other, atOther] = [other, one, atOne];
      one = high - golden * (high - low);
      atOne = f(one);
    } else {
      [low, one, atOne] = [one, other, atOther];
      other = low + golden * (high - low);
      atOther = f(other);
    }
  }
  return (low + high) / 2;
}

/** What fills a budget with the most worth: the dearest by worth per cost first, the last one in part. */
function knapsack(worth: readonly number[], costs: readonly number[], most: number, budget: number): Float64Array {
  const counts = new Float64Array(costs.length);
  const order = costs.map((_, i) => i).sort((i, j) => worth[j]! / costs[j]! - worth[i]! / costs[i]!);
  let left = budget;
  for (const i of order) {
    counts[i] = Math.min(most, left / costs[i]!);
    left -= counts[i] * costs[i]!;
    if (left <= 0) break;
  }
  return counts;
}

/**
 * Derivatives and the unit vector of the parameter in coordinates in which all runs together, each at equal cost, have
 * the unit matrix as information: those of the parameters themselves are all but parallel.
 */
export function whitened(
  runs: readonly DesignRun[],
  place: number
): {readonly rows: readonly Float64Array[]; readonly target: Float64Array} | undefined {
  const least = Math.min(...runs.map(({cost}) => cost));
  const all = informationOf(
    runs.map(({gradient}) => gradient),
    Float64Array.from(runs, ({cost}) => least / cost)
  );
  const factor = triangleOf(all);
  if (factor === undefined) return undefined;
  const size = runs[0]?.gradient.length ?? 0;
  const target = new Float64Array(size);
  target[place] = 1;
  return {rows: runs.map(({gradient}) => forward(factor, gradient)), target: forward(factor, target)};
}
