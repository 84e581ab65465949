import {exp, log} from "../../numerics/exp.ts";
import type {PlanRung} from "./planModel.ts";

/** Ladders of whole runs, what they cost and what they tell. */
export interface PlannedLadder {
  readonly rungs: readonly PlanRung[];
  /** Training compute of all runs, FLOP. */
  readonly cost: number;
  /** Standard deviation of the natural log of the gain. */
  readonly deviation: number;
}

/** Training compute of all runs, FLOP. */
export const ladderCost = (rungs: readonly PlanRung[]): number =>
  rungs.reduce((sum, {compute, seeds}) => sum + compute * seeds, 0);

/** So many computes evenly spaced in their logarithms, both ends included; count ≥ 2. */
export function geometricRungs(smallest: number, largest: number, count: number): readonly number[] {
  const step = log(largest / smallest) / (count - 1);
  return Array.from({length: count}, (_, i) => (i === count - 1 ? largest : smallest * exp(step * i)));
}
