import type {Scenario} from "./schema.ts";

/** Whether two documents ask the same of a ladder plan: whatever its numbers and its simulation depend on. */
export function isSamePlan(one: Scenario, other: Scenario): boolean {
  return (
    one.plan === other.plan &&
    one.runs === other.runs &&
    one.baseline.law === other.baseline.law &&
    one.cost?.training === other.cost?.training &&
    one.uncertainty.seed === other.uncertainty.seed &&
    one.uncertainty.draws === other.uncertainty.draws
  );
}
