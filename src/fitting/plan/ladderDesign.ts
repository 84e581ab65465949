import {exp, log} from "../../numerics/exp.ts";
import {cOptimalDesign} from "./cOptimal.ts";
import type {OptimalDesign} from "./cOptimal.ts";
import {gainDeviation} from "./gainDeviation.ts";
import type {PlanModel, PlanRecipe, PlanRung} from "./planModel.ts";
import {gainPlace, logLossGradient, planRecipes} from "./planModel.ts";

/** What a ladder may be made of. */
export interface DesignLimits {
  /** Smallest and largest rung allowed, FLOP; smallest < largest. */
  readonly smallest: number;
  readonly largest: number;
}

/** A ladder of whole runs, what it costs and what it tells. */
export interface PlannedLadder {
  readonly rungs: readonly PlanRung[];
  /** Training compute of all runs, FLOP. */
  readonly cost: number;
  /** Standard deviation of the natural log of the gain. */
  readonly deviation: number;
}

/** How many rungs a recipe may choose from, evenly spaced in log compute. */
export const candidateRungs = 41;

/** The largest rung allowed is tried at these places of the grid, from few decades to all. */
const everyCap = 2;
const firstCap = 4;

export const ladderCost = (rungs: readonly PlanRung[]): number =>
  rungs.reduce((sum, {compute, seeds}) => sum + compute * seeds, 0);

/** So many computes evenly spaced in their logarithms, both ends included. */
export function geometricRungs(smallest: number, largest: number, count: number): readonly number[] {
  const step = log(largest / smallest) / (count - 1);
  return Array.from({length: count}, (_, i) => (i === count - 1 ? largest : smallest * exp(step * i)));
}

/** One rung more or less: a recipe at a compute. */
interface Candidate {
  readonly recipe: PlanRecipe;
  readonly compute: number;
}

/** The designs of one largest rung, before the budget says how many runs there are. */
interface CappedDesign {
  readonly design: OptimalDesign;
  readonly points: readonly (Candidate & {readonly perFlop: number})[];
}

/** Designs for any budget, which share the work that does not depend on it. */
export interface LadderDesigner {
  /**
   * The ladder of whole runs within a budget, FLOP, whose gain varies least; undefined where it pays for none. A larger
   * budget never gives a larger deviation.
   */
  readonly within: (budget: number) => PlannedLadder | undefined;
  /** The least budget that pays for a ladder, FLOP; Infinity where none determines the gain. */
  readonly leastBudget: number;
  /** The design over all rungs allowed if runs could be divided; undefined where none determines the gain. */
  readonly optimal: OptimalDesign | undefined;
  /** Its rungs, with the share of the budget that each takes. */
  readonly shares: readonly (Candidate & {readonly share: number})[];
  /** The least deviation there could be with a budget, runs divided as one likes. */
  readonly bound: (budget: number) => number;
}

/**
 * Designs of two ladders, one a recipe, that make the variance of the gain at the target least for what they cost.
 *
 * The c-optimal design over rungs evenly spaced in log compute says what share of the budget each takes. Runs are
 * whole: of each rung as many as the share pays for, one at least, all on the one scale that the budget allows. Since
 * the largest rung may be too dear for that, the design is made for smaller largest rungs too, and the best is taken:
 * each of these ladders only grows with the budget, so that the best of them never tells less.
 *
 * @param noise standard deviation of log loss between seeds; > 0
 */
export function ladderDesigner(model: PlanModel, limits: DesignLimits, noise: number): LadderDesigner {
  const computes = geometricRungs(limits.smallest, limits.largest, candidateRungs);
  const upTo = (count: number): CappedDesign | undefined => {
    const candidates = planRecipes.flatMap((recipe) =>
      computes.slice(0, count).map((compute): Candidate => ({recipe, compute}))
    );
    const scaled = candidates.map(({recipe, compute}) => {
      const root = Math.sqrt(compute / limits.smallest);
      return logLossGradient(model, recipe, compute).map((value) => value / root);
    });
    const design = cOptimalDesign(scaled, gainPlace);
    if (design === undefined) return undefined;
    const points = design.support.map(({candidate, share}) => {
      const {recipe, compute} = candidates[candidate]!;
      return {recipe, compute, perFlop: share / compute};
    });
    return {design, points};
  };
  const counts = Array.from({length: candidateRungs - firstCap}, (_, i) => candidateRungs - i).filter(
    (_, i) => i % everyCap === 0
  );
  const designs = counts.flatMap((count) => upTo(count) ?? []);
  const [whole] = designs;
  return {
    within(budget) {
      let best: PlannedLadder | undefined;
      for (const {points} of designs) {
        const rungs = wholeRuns(points, budget);
        if (rungs === undefined) continue;
        const deviation = gainDeviation(model, rungs, noise);
        if (best === undefined || deviation < best.deviation) best = {rungs, cost: ladderCost(rungs), deviation};
      }
      return best;
    },
    leastBudget: Math.min(...designs.map(({points}) => points.reduce((sum, {compute}) => sum + compute, 0))),
    optimal: whole?.design,
    shares: (whole?.points ?? []).map(({recipe, compute, perFlop}) => ({recipe, compute, share: perFlop * compute})),
    bound: (budget) =>
      whole === undefined ? Infinity : noise * whole.design.deviation * Math.sqrt(limits.smallest / budget)
  };
}

/** A scale is looked for until it is known to a part in 2^50. */
const bisections = 50;

/** max(1, ⌊scale × share / compute⌋) runs of each rung, the scale as large as the budget allows. */
function wholeRuns(points: CappedDesign["points"], budget: number): readonly PlanRung[] | undefined {
  const runs = ({perFlop}: {readonly perFlop: number}, scale: number) => Math.max(1, Math.floor(perFlop * scale));
  const cost = (scale: number) => {
    let sum = 0;
    for (const point of points) sum += point.compute * runs(point, scale);
    return sum;
  };
  if (cost(0) > budget) return undefined;
  let low = 0;
  // At this scale the rungs cost more than the budget, or all of it: each is rounded down by less than one run.
  let high = budget + points.reduce((sum, {compute}) => sum + compute, 0);
  for (let i = 0; i < bisections; ++i) {
    const middle = (low + high) / 2;
    if (cost(middle) <= budget) low = middle;
    else high = middle;
  }
  return points.map((point) => ({recipe: point.recipe, compute: point.compute, seeds: runs(point, low)}));
}
