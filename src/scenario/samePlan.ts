import type {Scenario} from "./schema.ts";

/** Whatever the numbers of a ladder plan and its simulation depend on. */
export const groundOfPlan = ({plan, runs, baseline, cost, uncertainty}: Scenario): readonly unknown[] => [
  plan,
  runs,
  baseline.law,
  cost?.training,
  uncertainty.seed,
  uncertainty.draws
];

/** Whether two documents ask the same of a ladder plan. */
export function isSamePlan(one: Scenario, other: Scenario): boolean {
  const ground = groundOfPlan(other);
  return groundOfPlan(one).every((part, i) => part === ground[i]);
}
