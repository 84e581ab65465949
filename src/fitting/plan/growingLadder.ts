import type {DesignRun} from "./cappedDesign.ts";
import {whitened} from "./cappedDesign.ts";
import {dot, forward, informationOf, triangleOf} from "./smallMatrices.ts";

/** Runs in the order in which a ladder takes them up, so many at a time. */
export interface GrowingLadder {
  /** Which run each step adds, how many of it, and what the ladder costs and its parameter varies by then. */
  readonly steps: readonly {readonly run: number; readonly count: number}[];
  readonly costs: Float64Array;
  /** Standard deviation of the parameter for noise of deviation 1; falls from step to step. */
  readonly deviations: Float64Array;
}

/** A rung takes up its runs in this many steps at most. */
const stepsPerRung = 8;

/** As much of the information of all runs is added at first, so that a start that leaves a parameter open has an inverse. */
const ridge = 1e-9;

/**
 * A ladder that grows from a start by the runs that lessen the variance of one parameter most for what they cost, until
 * each has been made as often as allowed. Undefined where the runs do not determine the parameter.
 *
 * What it does next never depends on a budget: a larger one only takes it further.
 *
 * @param start places of the runs it starts with, one of each
 * @param most how often each run may be made; ≥ 1
 */
export function growingLadder(
  runs: readonly DesignRun[],
  place: number,
  start: readonly number[],
  most: number
): GrowingLadder | undefined {
  const white = whitened(runs, place);
  if (white === undefined) return undefined;
  const {rows, target} = white;
  const counts = new Float64Array(runs.length);
  const steps: {run: number; count: number}[] = [];
  const costs: number[] = [];
  const deviations: number[] = [];
  let cost = 0;
  for (const run of start) {
    counts[run] = 1;
    cost += runs[run]!.cost;
    steps.push({run, count: 1});
    costs.push(Infinity);
    deviations.push(Infinity);
  }
  costs[costs.length - 1] = cost;
  const size = target.length;
  const matrix = informationOf(rows, counts);
  for (let i = 0; i < size; ++i) matrix[i * size + i]! += ridge;
  const block = Math.ceil(most / stepsPerRung);
  for (;;) {
    const factor = triangleOf(matrix);
    if (factor === undefined) return undefined;
    const toward = forward(factor, target);
    const variance = dot(toward, toward);
    deviations[deviations.length - 1] = Math.sqrt(variance);
    const next = bestNext(rows, runs, counts, factor, toward, most, block);
    if (next === undefined) break;
    const {run, count} = next;
    counts[run]! += count;
    cost += count * runs[run]!.cost;
    const row = rows[run]!;
    for (let i = 0; i < size; ++i) for (let j = 0; j <= i; ++j) matrix[i * size + j]! += count * row[i]! * row[j]!;
    steps.push(next);
    costs.push(cost);
    deviations.push(Math.sqrt(variance));
  }
  return {steps, costs: Float64Array.from(costs), deviations: Float64Array.from(deviations)};
}

/** The run that takes most off the variance for its cost; undefined where every run has been made as often as allowed. */
function bestNext(
  rows: readonly Float64Array[],
  runs: readonly DesignRun[],
  counts: Float64Array,
  factor: Float64Array,
  toward: Float64Array,
  most: number,
  block: number
): {readonly run: number; readonly count: number} | undefined {
  let best: {readonly run: number; readonly count: number} | undefined;
  let highest = -1;
  const size = toward.length;
  const leaned = new Float64Array(size);
  for (let run = 0; run < rows.length; ++run) {
    const count = Math.min(block, most - counts[run]!);
    if (count <= 0) continue;
    const row = rows[run]!;
    // L⁻¹ row; its products with itself and with L⁻¹c are those of M⁻¹.
    let [along, own] = [0, 0];
    for (let i = 0; i < size; ++i) {
      let sum = row[i]!;
      for (let k = 0; k < i; ++k) sum -= factor[i * size + k]! * leaned[k]!;
      const value = sum / factor[i * size + i]!;
      leaned[i] = value;
      along += value * toward[i]!;
      own += value * value;
    }
    // Sherman and Morrison: what count more runs take off the variance.
    const gained = (count * along * along) / (1 + count * own);
    const rate = gained / (count * runs[run]!.cost);
    if (rate > highest) [highest, best] = [rate, {run, count}];
  }
  return best;
}
