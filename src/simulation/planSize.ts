import {log10} from "../numerics/exp.ts";
import type {PlanQuestion} from "./planQuestion.ts";
import type {PlanRuns} from "./planRuns.ts";

/** How large a ladder is, in the numbers people quote. */
export interface PlanSize {
  /** Rungs of different compute, of the recipe that has more of them. */
  readonly rungs: number;
  /** Those of each recipe. */
  readonly rungsOf: {readonly reference: number; readonly fresh: number};
  /** All runs of both recipes. */
  readonly runs: number;
  /** Decades between its smallest and its largest rung, and from there to the target. */
  readonly span: number;
  readonly extrapolation: number;
  /** FLOP, chip-hours and dollars of all runs. */
  readonly compute: number;
  readonly hours: number;
  readonly dollars: number;
  /** Its compute over that of the big run, the reference's at the target. */
  readonly shareOfBigRun: number;
}

export function planSize({model: {target}}: PlanQuestion, {runs, rungs}: PlanRuns): PlanSize {
  const sum = (of: (run: PlanRuns["runs"][number]) => number) =>
    runs.reduce((total, run) => total + run.seeds * of(run), 0);
  const computes = rungs.map(({compute}) => compute);
  const least = computes.reduce((one, other) => Math.min(one, other), Infinity);
  const most = computes.reduce((one, other) => Math.max(one, other), 0);
  const rungsOf = (recipe: string) =>
    new Set(rungs.filter((rung) => rung.recipe === recipe).map(({compute}) => compute)).size;
  const each = {reference: rungsOf("reference"), fresh: rungsOf("new")};
  const compute = sum((run) => run.compute);
  return {
    rungs: Math.max(each.reference, each.fresh),
    rungsOf: each,
    runs: sum(() => 1),
    span: log10(most / least),
    extrapolation: log10(target / most),
    compute,
    hours: sum(({hours}) => hours),
    dollars: sum(({dollars}) => dollars),
    shareOfBigRun: compute / target
  };
}
