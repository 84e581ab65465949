import {gainDeviation} from "../fitting/plan/gainDeviation.ts";
import {geometricDesigner, orGeometric} from "../fitting/plan/geometricLadder.ts";
import {ladderDesigner} from "../fitting/plan/ladderDesign.ts";
import type {LeastVariance} from "../fitting/plan/ladderDesign.ts";
import {planAnswer, smallestGain} from "../fitting/plan/planPower.ts";
import type {PlanAnswer} from "../fitting/plan/planPower.ts";
import type {PlannedLadder} from "../fitting/plan/plannedLadder.ts";
import {formatFlop} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import {budgetCurve, whatDecadesBuy, whatRungsBuy} from "./planBuys.ts";
import type {BudgetPoint, LadderPoint} from "./planBuys.ts";
import {gainCurve} from "./planGains.ts";
import type {GainPoint} from "./planGains.ts";
import {linearityOf} from "./planLinearity.ts";
import type {Linearity} from "./planLinearity.ts";
import {obstacle, planQuestion} from "./planQuestion.ts";
import type {PlanObstacle, PlanQuestion} from "./planQuestion.ts";
import {planSize} from "./planSize.ts";
import type {PlanSize} from "./planSize.ts";
import {plannedRuns, publishedRuns} from "./planRuns.ts";
import type {PlanRuns} from "./planRuns.ts";

/** One way to spend the budget, and what it tells. */
export interface PlanChoice extends PlanRuns {
  readonly cost: number;
  readonly answer: PlanAnswer;
}

/** The numbers of a ladder plan, or of a published ladder taken apart; by the delta method, at once. */
export interface PlanNumbers {
  readonly ok: true;
  readonly kind: "plan" | "autopsy";
  readonly question: PlanQuestion;
  /** The ladder on show: as designed, geometric or published. */
  readonly shown: PlanChoice;
  readonly size: PlanSize;
  /** The smallest gain above 1 it tells from none with the power asked for; Infinity above a million. */
  readonly smallestGain: number;
  /** Whether the delta method may be trusted here, told without simulation. */
  readonly linearity: Linearity;
  /** What the budget, of an autopsy the cost of the published runs, would buy; undefined where it pays for none. */
  readonly designed: PlanChoice | undefined;
  readonly geometric: PlanChoice | undefined;
  /** What runs that can be divided could do for it: no ladder of the candidate rungs varies less. */
  readonly least: LeastVariance | undefined;
  /** Variance of the gain of the designed ladder over that of the geometric one, of equal budget: 0 to 1. */
  readonly geometricEfficiency: number;
  /** Power and interval by the budget. */
  readonly curve: readonly BudgetPoint[];
  /** Power and interval of the ladder on show by the true gain; for an autopsy alone. */
  readonly gains: readonly GainPoint[];
  /** What more rungs buy with the same ends, and what larger ones buy with as many. */
  readonly rungsBuy: readonly LadderPoint[];
  readonly decadesBuy: readonly LadderPoint[];
}

function efficiencyOf(designed: PlannedLadder | undefined, simple: PlannedLadder | undefined): number {
  if (designed === undefined || simple === undefined) return NaN;
  const part = designed.deviation / simple.deviation;
  return part * part;
}

/** The plan of a scenario, or the obstacle it meets; undefined where the scenario has none. */
export function plan(scenario: Scenario): PlanNumbers | PlanObstacle | undefined {
  const asked = planQuestion(scenario);
  if (asked?.ok !== true) return asked;
  const {question} = asked;
  const {model, noise, demand} = question;
  const published = scenario.plan?.published;
  const taken = published === undefined ? undefined : publishedRuns(scenario, published, question);
  const shape = taken === undefined ? question.shape : {...question.shape, ...endsOf(taken)};
  if (!(shape.smallest < shape.largest)) {
    const key = taken === undefined ? "largest" : "published";
    return obstacle(
      key,
      taken === undefined
        ? `must be above the smallest rung, ${flop(shape.smallest)}, got ${flop(shape.largest)}`
        : "must hold two rungs of different compute at least"
    );
  }
  if (!(model.target > shape.largest)) {
    return obstacle(
      "target",
      `must lie above the ladder, whose largest rung is at ${flop(shape.largest)}, got ${flop(model.target)}`
    );
  }
  const budget = question.budget ?? (taken?.runs ?? []).reduce((sum, {compute, seeds}) => sum + compute * seeds, 0);
  const simple = geometricDesigner(model, shape, noise);
  const designer = orGeometric(ladderDesigner(model, shape, noise), simple);
  const choose = (made: PlannedLadder | undefined): PlanChoice | undefined =>
    made && {
      ...plannedRuns(question, made.rungs),
      cost: made.cost,
      answer: planAnswer(model.gain, made.deviation, demand.confidence)
    };
  const [designedLadder, simpleLadder] = [designer.within(budget), simple.within(budget)];
  const [designed, geometric] = [choose(designedLadder), choose(simpleLadder)];
  const shown = taken ?? (question.ladder === "designed" ? designed : geometric);
  if (shown === undefined) {
    const least = question.ladder === "designed" ? designer.leastBudget : simple.leastBudget;
    const {gpuHours, dollars} = scenario.plan ?? {};
    const given = gpuHours !== undefined ? "gpuHours" : dollars !== undefined ? "dollars" : "budget";
    return obstacle(least === Infinity ? "rungs" : given, budgetFault(budget, least, question));
  }
  const deviation = gainDeviation(model, shown.rungs, noise);
  if (deviation === Infinity) {
    return obstacle(
      "published",
      `must hold more rungs of different compute: ${model.floor === "fitted" ? "a fitted floor takes three of the reference" : "the laws take two of each recipe"}`
    );
  }
  const answer = planAnswer(model.gain, deviation, demand.confidence);
  const smallest = smallestGain(model, shown.rungs, noise, demand);
  const base = {question, shape: {...shape, ...(taken === undefined ? {} : {seeds: 1})}, rungs: shown.rungs};
  return {
    ok: true,
    kind: taken === undefined ? "plan" : "autopsy",
    question: {...question, shape},
    shown: {runs: shown.runs, rungs: shown.rungs, cost: costOf(shown), answer},
    size: planSize(question, shown),
    smallestGain: smallest,
    linearity: linearityOf(question, shown.rungs, answer),
    designed,
    geometric,
    least: designer.leastVariance(budget),
    geometricEfficiency: efficiencyOf(designedLadder, simpleLadder),
    curve: budgetCurve(question, designer, simple, budget),
    gains: taken === undefined ? [] : gainCurve(question, shown.rungs, smallest),
    rungsBuy: whatRungsBuy(base),
    decadesBuy: whatDecadesBuy(base)
  };
}

const flop = (compute: number): string => `${formatFlop(compute).text} FLOP`;

const costOf = ({runs}: PlanRuns): number => runs.reduce((sum, {compute, seeds}) => sum + compute * seeds, 0);

function budgetFault(budget: number, least: number, {shape, model}: PlanQuestion): string {
  if (least === Infinity) {
    return `must be more than ${shape.rungs}: so few do not determine the gain${model.floor === "fitted" ? " where the floor is fitted" : ""}`;
  }
  return `must pay for two rungs of each recipe at least, ${flop(least)}, got ${flop(budget)}`;
}

/** Smallest and largest rung of published runs, as the law sees them. */
function endsOf({rungs}: PlanRuns): {readonly smallest: number; readonly largest: number} {
  return rungs.reduce(
    ({smallest, largest}, {compute}) => ({smallest: Math.min(smallest, compute), largest: Math.max(largest, compute)}),
    {smallest: Infinity, largest: 0}
  );
}
