import type {Quantity} from "./quantity.ts";
import type {Plan, Scenario} from "./schema.ts";
import {sectionFault} from "./sectionFault.ts";

/** A scenario with another plan, or why it does not fit together: a sentence. */
export type PlanEdit =
  {readonly ok: true; readonly scenario: Scenario} | {readonly ok: false; readonly message: string};

const budgets = ["budget", "gpuHours", "dollars"] as const;
/** What a budget is given in. */
export type BudgetUnit = (typeof budgets)[number];

/** The key of a plan that its budget stands in; undefined where it has none, as a ladder taken apart. */
export const budgetUnitOf = (plan: Plan): BudgetUnit | undefined => budgets.find((key) => plan[key] !== undefined);

/** What a plan may leave out and the reader may set as a number. */
export const settable = ["confidence", "power", "noise", "smallest", "largest", "rungs", "seeds"] as const;
export type Settable = (typeof settable)[number];

const exactly = (value: number): Quantity => ({value, written: value});
const short = (value: number): number => Number(value.toPrecision(4));

function edited(scenario: Scenario, change: (plan: Plan) => Plan): PlanEdit {
  if (scenario.plan === undefined) return {ok: false, message: "The scenario holds no ladder plan"};
  const after = {...scenario, plan: change(scenario.plan)};
  const fault = sectionFault(scenario, after);
  if (fault === undefined) return {ok: true, scenario: after};
  return {ok: false, message: fault.charAt(0).toUpperCase() + fault.slice(1)};
}

/** Another law, form of the gain, floor or ladder on show. */
export const withChoice = <Key extends "law" | "gainForm" | "floor" | "ladder">(
  scenario: Scenario,
  key: Key,
  value: NonNullable<Plan[Key]>
): PlanEdit => edited(scenario, (plan) => ({...plan, [key]: value}));

/**
 * The same budget in another unit.
 *
 * @param amount of that unit, rounded to four digits
 */
export const withBudgetIn = (scenario: Scenario, unit: BudgetUnit, amount: number): PlanEdit =>
  edited(scenario, ({budget: _budget, gpuHours: _hours, dollars: _dollars, ...plan}) => ({
    ...plan,
    [unit]: exactly(short(amount))
  }));

/** What a target is given as: a compute, or the loss it takes the reference recipe to. */
export type TargetUnit = "target" | "level";

/**
 * The same target as a compute or as a level of loss.
 *
 * @param amount FLOP or nats per token, rounded to four digits
 */
export const withTargetAs = (scenario: Scenario, unit: TargetUnit, amount: number): PlanEdit =>
  edited(scenario, ({target: _target, level: _level, ...plan}) => ({...plan, [unit]: exactly(short(amount))}));

/** A number of the plan's own for one that was assumed or measured. */
export const withOwn = (scenario: Scenario, key: Settable, value: number): PlanEdit =>
  edited(scenario, (plan) => ({...plan, [key]: exactly(short(value))}));

/** The noise that the scenario's fitted runs show around their law, in place of one that is set. */
export const withMeasuredNoise = (scenario: Scenario): PlanEdit => edited(scenario, ({noise: _, ...plan}) => plan);
