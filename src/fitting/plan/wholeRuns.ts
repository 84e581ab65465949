import type {PlanRecipe, PlanRung} from "./planModel.ts";

/** A rung and the share of the spending it takes. */
export interface RungShare {
  readonly recipe: PlanRecipe;
  readonly compute: number;
  readonly share: number;
}

/** A scale is looked for until it is known to a part in 2^50. */
const bisections = 50;

/**
 * max(1, ⌊scale × share / compute⌋) runs of each rung, the scale as large as the budget, FLOP, allows; undefined where
 * it does not pay for one of each. A larger budget never takes a run away.
 */
export function wholeRuns(points: readonly RungShare[], budget: number): readonly PlanRung[] | undefined {
  const runs = ({share, compute}: RungShare, scale: number) => Math.max(1, Math.floor((share / compute) * scale));
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
