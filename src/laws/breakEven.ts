import {requireNonnegative} from "../numerics/ranges.ts";

/** What a way of working costs, in any one unit: dollars or FLOP. */
export interface CostLine {
  /** Once: training, or the research behind a recipe. ≥ 0 */
  readonly fixed: number;
  /** For each task; ≥ 0. */
  readonly perTask: number;
}

/** From how many tasks on, or up to how many, a change pays. */
export type BreakEven =
  /** No dearer once, no dearer per task: it pays from the first task on. */
  | {readonly kind: "at-once"}
  /** Dearer once and cheaper per task: it has paid after so many tasks, not rounded. */
  | {readonly kind: "after"; readonly tasks: number}
  /** Cheaper once and dearer per task: it pays up to so many tasks, not rounded. */
  | {readonly kind: "until"; readonly tasks: number}
  /** Dearer once, and not cheaper per task, or as dear once and dearer per task. */
  | {readonly kind: "never"};

/**
 * After how many tasks a change has paid for itself: (fixed − fixed before) / (per task before − per task).
 *
 * @throws RangeError if a cost is negative or not finite
 */
export function breakEven(before: CostLine, after: CostLine): BreakEven {
  for (const {fixed, perTask} of [before, after]) {
    requireNonnegative("fixed cost", fixed);
    requireNonnegative("cost per task", perTask);
  }
  const extra = after.fixed - before.fixed;
  const saving = before.perTask - after.perTask;
  if (extra <= 0 && saving >= 0) return {kind: "at-once"};
  if (extra > 0 && saving > 0) return {kind: "after", tasks: extra / saving};
  if (extra < 0 && saving < 0) return {kind: "until", tasks: extra / saving};
  return {kind: "never"};
}
