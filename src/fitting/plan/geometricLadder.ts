import {gainDeviation} from "./gainDeviation.ts";
import type {DesignLimits, LadderDesigner} from "./ladderDesign.ts";
import type {PlanModel, PlanRung} from "./planModel.ts";
import {planRecipes} from "./planModel.ts";
import {geometricRungs, ladderCost} from "./plannedLadder.ts";
import type {PlannedLadder} from "./plannedLadder.ts";

/** Ladders as they are usually made: both recipes at the same computes, evenly spaced, as many seeds of each. */
export interface GeometricShape extends DesignLimits {
  /** Rungs of each recipe; ≥ 2. */
  readonly rungs: number;
}

/** Geometric ladders for any budget. */
export interface GeometricDesigner {
  /** The least budget that pays for one, FLOP; Infinity where none determines the gain. */
  readonly leastBudget: number;
  /** The ladder within a budget whose gain varies least: its largest rung, and its seeds; undefined where it pays for none. */
  readonly within: (budget: number) => PlannedLadder | undefined;
}

/** How many places the largest rung is tried at. */
const tops = 32;

/** Ladders of both recipes at the same computes. */
export const pairedLadders = (computes: readonly number[], seeds: number): readonly PlanRung[] =>
  planRecipes.flatMap((recipe) => computes.map((compute): PlanRung => ({recipe, compute, seeds})));

/**
 * Geometric ladders for any budget. A larger budget never gives a larger deviation: every ladder that is chosen from
 * only gains seeds.
 *
 * @param noise standard deviation of log loss between seeds; > 0
 */
export function geometricDesigner(model: PlanModel, shape: GeometricShape, noise: number): GeometricDesigner {
  const {smallest, largest, rungs: count, seeds: most = Infinity} = shape;
  const choices = geometricRungs(smallest, largest, tops + 1)
    .slice(1)
    .map((top) => {
      const computes = geometricRungs(smallest, top, count);
      const rungs = pairedLadders(computes, 1);
      return {computes, cost: ladderCost(rungs), deviation: gainDeviation(model, rungs, noise)};
    })
    .filter(({deviation}) => deviation < Infinity);
  return {
    leastBudget: Math.min(...choices.map(({cost}) => cost)),
    within(budget) {
      let best: PlannedLadder | undefined;
      for (const {computes, cost, deviation: alone} of choices) {
        // A budget that pays for a ladder to the last bit pays for it.
        const seeds = Math.min(most, Math.floor((budget / cost) * (1 + 1e-12)));
        const deviation = alone / Math.sqrt(seeds);
        if (seeds < 1 || (best !== undefined && best.deviation <= deviation)) continue;
        best = {rungs: pairedLadders(computes, seeds), cost: cost * seeds, deviation};
      }
      return best;
    }
  };
}

/**
 * The designer that takes a geometric ladder where that tells more: its rungs lie between the candidates of a design,
 * which counts where seeds are few.
 */
export function orGeometric(designer: LadderDesigner, simple: GeometricDesigner): LadderDesigner {
  return {
    ...designer,
    leastBudget: Math.min(designer.leastBudget, simple.leastBudget),
    within(budget) {
      const [made, other] = [designer.within(budget), simple.within(budget)];
      return made === undefined || (other !== undefined && other.deviation < made.deviation) ? other : made;
    }
  };
}
