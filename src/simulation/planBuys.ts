import {gainDeviation} from "../fitting/plan/gainDeviation.ts";
import {pairedLadders} from "../fitting/plan/geometricLadder.ts";
import type {GeometricDesigner, GeometricShape} from "../fitting/plan/geometricLadder.ts";
import type {LadderDesigner} from "../fitting/plan/ladderDesign.ts";
import type {PlanRung} from "../fitting/plan/planModel.ts";
import {planAnswer} from "../fitting/plan/planPower.ts";
import type {PlanAnswer} from "../fitting/plan/planPower.ts";
import {geometricRungs, ladderCost} from "../fitting/plan/plannedLadder.ts";
import type {PlannedLadder} from "../fitting/plan/plannedLadder.ts";
import {log10, pow10} from "../numerics/exp.ts";
import {linearityOf} from "./planLinearity.ts";
import type {PlanQuestion} from "./planQuestion.ts";

/** What a budget buys; undefined where it pays for no such ladder. */
export interface BudgetPoint {
  /** FLOP. */
  readonly budget: number;
  readonly designed: PlanAnswer | undefined;
  readonly geometric: PlanAnswer | undefined;
  /** Whether the delta method may be trusted of the ladder asked for; undefined where there is none. */
  readonly holds: boolean | undefined;
}

/** A geometric ladder, and what it tells. */
export interface LadderPoint {
  /** Rungs of each recipe. */
  readonly rungs: number;
  /** Decades from its largest rung to the target. */
  readonly extrapolation: number;
  /** FLOP. */
  readonly cost: number;
  readonly answer: PlanAnswer;
}

const budgets = 17;
/** The curve runs this far beyond the budget on either side at most, and from the least that buys a ladder. */
const reach = 100;

/** Power and interval by the budget, evenly spaced in its logarithm, the budget itself among them. */
export function budgetCurve(
  question: PlanQuestion,
  designer: LadderDesigner,
  simple: GeometricDesigner,
  budget: number
): readonly BudgetPoint[] {
  const {model, demand} = question;
  const least = Math.min(designer.leastBudget, simple.leastBudget);
  if (least === Infinity) return [];
  const from = Math.min(budget, Math.max(least, budget / reach));
  const to = budget * reach;
  const answer = (made: PlannedLadder | undefined) => made && planAnswer(model.gain, made.deviation, demand.confidence);
  const isApart = (amount: number) => Math.abs(amount / budget - 1) > 0.02;
  return [...geometricRungs(from, to, budgets).filter(isApart), budget]
    .sort((one, other) => one - other)
    .map((amount) => {
      const made = {designed: designer.within(amount), geometric: simple.within(amount)};
      const [designed, geometric] = [answer(made.designed), answer(made.geometric)];
      const rungs = made[question.ladder]?.rungs;
      const asked = question.ladder === "designed" ? designed : geometric;
      const holds = rungs && asked && linearityOf(question, rungs, asked).holds;
      return {budget: amount, designed, geometric, holds};
    });
}

/** The ladder that more or larger rungs are held against. */
export interface BuysBase {
  readonly question: PlanQuestion;
  readonly shape: GeometricShape;
  readonly rungs: readonly PlanRung[];
}

function pointOf({question, shape}: BuysBase, top: number, count: number): LadderPoint {
  const {model, noise, demand} = question;
  const rungs = pairedLadders(geometricRungs(shape.smallest, top, count), shape.seeds ?? 1);
  return {
    rungs: count,
    extrapolation: log10(model.target / top),
    cost: ladderCost(rungs),
    answer: planAnswer(model.gain, gainDeviation(model, rungs, noise), demand.confidence)
  };
}

const topOf = (rungs: readonly PlanRung[]): number => rungs.reduce((most, {compute}) => Math.max(most, compute), 0);

/** What more rungs buy between the same ends. */
export const whatRungsBuy = (base: BuysBase): readonly LadderPoint[] =>
  [3, 4, 6, 8, 12, 16, 24].map((count) => pointOf(base, topOf(base.rungs), count));

/** What larger rungs buy, as many as the simple ladder has: the largest at half decades below the target. */
export function whatDecadesBuy(base: BuysBase): readonly LadderPoint[] {
  const {target} = base.question.model;
  const {smallest, rungs} = base.shape;
  const halves = Math.floor(2 * log10(target / smallest) - 1);
  return Array.from({length: Math.max(0, halves)}, (_, i) => target * pow10(-(i + 1) / 2))
    .filter((top) => top > smallest * 2)
    .map((top) => pointOf(base, top, rungs));
}
