import {isSamePlan} from "../scenario/samePlan.ts";
import type {Plan, Scenario} from "../scenario/schema.ts";
import {plan} from "./plan.ts";
import type {PlanNumbers} from "./plan.ts";
import type {PlanObstacle} from "./planQuestion.ts";

const known = new WeakMap<Plan, {readonly of: Scenario; readonly numbers: PlanNumbers | PlanObstacle | undefined}>();

/** As `plan`, worked out once for each section: figures, words and tables share it. */
export function knownPlan(scenario: Scenario): PlanNumbers | PlanObstacle | undefined {
  if (scenario.plan === undefined) return undefined;
  const before = known.get(scenario.plan);
  if (before !== undefined && isSamePlan(before.of, scenario)) return before.numbers;
  const numbers = plan(scenario);
  known.set(scenario.plan, {of: scenario, numbers});
  return numbers;
}
