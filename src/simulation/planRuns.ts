import {costOn} from "../fitting/plan/runList.ts";
import type {LadderRun} from "../fitting/plan/runList.ts";
import type {PlanRung} from "../fitting/plan/planModel.ts";
import {planRecipes} from "../fitting/plan/planModel.ts";
import {trainingCompute} from "../laws/chinchilla.ts";
import type {Allocation} from "../laws/chinchilla.ts";
import type {Plan, Scenario} from "../scenario/schema.ts";
import {ladderFit} from "./fits.ts";
import type {PlanQuestion} from "./planQuestion.ts";

/** The runs of a ladder as they are trained, and as the law sees them. */
export interface PlanRuns {
  readonly runs: readonly LadderRun[];
  /** In the order of the runs; the compute is that at which the law of compute has a run's loss. */
  readonly rungs: readonly PlanRung[];
}

/** The runs of a planned ladder, each split by the law's mix. */
export const plannedRuns = ({law, hardware}: PlanQuestion, rungs: readonly PlanRung[]): PlanRuns => ({
  rungs,
  runs: rungs.map(({recipe, compute, seeds}) => ({
    ...law.mix(compute),
    recipe,
    compute,
    seeds,
    ...costOn(compute, hardware)
  }))
});

interface Published {
  readonly recipe: "both" | "reference" | "new";
  readonly compute: number;
  readonly split: Allocation | undefined;
  readonly seeds: number;
}

function publishedOf(scenario: Scenario, published: NonNullable<Plan["published"]>): readonly Published[] {
  if (published === "fitted") {
    const fit = ladderFit(scenario);
    const used = fit?.result.ok === true ? fit.result.fit.used.map((i) => fit.taken[i]!) : [];
    return used.map(({N, D, C}) => ({
      recipe: "both",
      compute: C,
      split: N > 0 && D > 0 ? {N, D} : undefined,
      seeds: 1
    }));
  }
  return published.map(({recipe = "both", compute, parameters, tokens, seeds = 1}) => {
    const split = parameters === undefined || tokens === undefined ? undefined : {N: parameters.value, D: tokens.value};
    return {recipe, compute: compute?.value ?? (split === undefined ? NaN : trainingCompute(split)), split, seeds};
  });
}

/**
 * The runs of a published ladder. One whose size and tokens are known stands at the compute whose run by the law's mix
 * has its loss: what a longer trained small run tells of the law is what that loss tells.
 */
export function publishedRuns(
  scenario: Scenario,
  published: NonNullable<Plan["published"]>,
  {law, hardware}: PlanQuestion
): PlanRuns {
  const all = publishedOf(scenario, published).flatMap(({recipe, compute, split, seeds}) =>
    planRecipes
      .filter((own) => recipe === "both" || recipe === own)
      .map((own) => ({
        run: {...(split ?? law.mix(compute)), recipe: own, compute, seeds, ...costOn(compute, hardware)},
        rung: {recipe: own, compute: split === undefined ? compute : law.equivalent(split), seeds}
      }))
  );
  return {runs: all.map(({run}) => run), rungs: all.map(({rung}) => rung)};
}
