import {gainDeviation} from "./gainDeviation.ts";
import {geometricRungs, ladderCost} from "./ladderDesign.ts";
import type {DesignLimits, PlannedLadder} from "./ladderDesign.ts";
import type {PlanModel, PlanRung} from "./planModel.ts";
import {planRecipes} from "./planModel.ts";

/** Ladders as they are usually made: both recipes at the same computes, evenly spaced, so many seeds each. */
export interface GeometricShape extends DesignLimits {
  /** Rungs of each recipe; ≥ 2. */
  readonly rungs: number;
  /** Seeds of each rung at least; ≥ 1. */
  readonly seeds: number;
}

/** How many places the largest rung is tried at. */
const tops = 33;

/** A ladder of both recipes at computes evenly spaced in their logarithms. */
export const geometricLadder = (computes: readonly number[], seeds: number): readonly PlanRung[] =>
  planRecipes.flatMap((recipe) => computes.map((compute): PlanRung => ({recipe, compute, seeds})));

/**
 * Geometric ladders for any budget: the largest rung and the seeds that it pays for and that tell most. A larger
 * budget never gives a larger deviation, since every ladder it is chosen from only gains seeds.
 *
 * @param noise standard deviation of log loss between seeds; > 0
 */
export function geometricDesigner(model: PlanModel, shape: GeometricShape, noise: number) {
  const {smallest, largest, rungs: count, seeds: least} = shape;
  const choices = geometricRungs(smallest, largest, tops)
    .slice(1)
    .map((top) => {
      const computes = geometricRungs(smallest, top, count);
      const rungs = geometricLadder(computes, 1);
      return {computes, cost: ladderCost(rungs), deviation: gainDeviation(model, rungs, noise)};
    })
    .filter(({deviation}) => deviation < Infinity);
  return {
    leastBudget: Math.min(...choices.map(({cost}) => cost * least)),
    within(budget: number): PlannedLadder | undefined {
      let best: PlannedLadder | undefined;
      for (const {computes, cost, deviation: alone} of choices) {
        const seeds = Math.floor((budget / cost) * (1 + 1e-12));
        const deviation = alone / Math.sqrt(seeds);
        if (seeds < least || (best !== undefined && best.deviation <= deviation)) continue;
        best = {rungs: geometricLadder(computes, seeds), cost: cost * seeds, deviation};
      }
      return best;
    }
  };
}
