import type {LeastVariance} from "../fitting/plan/ladderDesign.ts";
import {planAnswer, smallestGain} from "../fitting/plan/planPower.ts";
import type {PlanAnswer} from "../fitting/plan/planPower.ts";
import type {PlannedLadder} from "../fitting/plan/plannedLadder.ts";
import type {Scenario} from "../scenario/schema.ts";
import {budgetCurve, whatDecadesBuy, whatRungsBuy} from "./planBuys.ts";
import type {BudgetPoint, LadderPoint} from "./planBuys.ts";
import {gainCurve} from "./planGains.ts";
import type {GainPoint} from "./planGains.ts";
import {costOf, planLadder} from "./planLadder.ts";
import {linearityOf} from "./planLinearity.ts";
import type {Linearity} from "./planLinearity.ts";
import type {PlanObstacle, PlanQuestion} from "./planQuestion.ts";
import {planSize} from "./planSize.ts";
import type {PlanSize} from "./planSize.ts";
import {plannedRuns} from "./planRuns.ts";
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
  const found = planLadder(scenario);
  if (found?.ok !== true) return found;
  const {question, simple, budget, published, rungs} = found;
  const {model, noise, demand, shape} = question;
  const designer = found.designer();
  const [designed, geometric] = [found.designed(), found.geometric()];
  const choice = (made: PlannedLadder): PlanChoice => ({
    ...plannedRuns(question, made.rungs),
    cost: made.cost,
    answer: planAnswer(model.gain, made.deviation, demand.confidence)
  });
  const runs = published ?? plannedRuns(question, rungs);
  const answer = planAnswer(model.gain, found.deviation, demand.confidence);
  const smallest = smallestGain(model, rungs, noise, demand);
  const base = {question, shape: {...shape, ...(published === undefined ? {} : {seeds: 1})}, rungs};
  return {
    ok: true,
    kind: published === undefined ? "plan" : "autopsy",
    question,
    shown: {...runs, cost: costOf(runs), answer},
    size: planSize(question, runs),
    smallestGain: smallest,
    linearity: linearityOf(question, rungs, answer),
    designed: designed && choice(designed),
    geometric: geometric && choice(geometric),
    least: designer.leastVariance(budget),
    geometricEfficiency: efficiencyOf(designed, geometric),
    curve: budgetCurve(question, designer, simple, budget),
    gains: published === undefined ? [] : gainCurve(question, rungs, smallest),
    rungsBuy: whatRungsBuy(base),
    decadesBuy: whatDecadesBuy(base)
  };
}
