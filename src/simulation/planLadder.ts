import {gainDeviation} from "../fitting/plan/gainDeviation.ts";
import {geometricDesigner, orGeometric} from "../fitting/plan/geometricLadder.ts";
import type {GeometricDesigner, GeometricShape} from "../fitting/plan/geometricLadder.ts";
import {ladderDesigner} from "../fitting/plan/ladderDesign.ts";
import type {LadderDesigner} from "../fitting/plan/ladderDesign.ts";
import type {PlannedLadder} from "../fitting/plan/plannedLadder.ts";
import type {PlanRung} from "../fitting/plan/planModel.ts";
import {formatFlop} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import {obstacle, planQuestion} from "./planQuestion.ts";
import type {PlanObstacle, PlanQuestion} from "./planQuestion.ts";
import {publishedRuns} from "./planRuns.ts";
import type {PlanRuns} from "./planRuns.ts";

/** What a plan asks, and the ladder that answers it. */
export interface PlanLadder {
  readonly ok: true;
  /** Its shape ends at the published runs where there are any. */
  readonly question: PlanQuestion;
  /** FLOP: as asked, of an autopsy what the published runs cost. */
  readonly budget: number;
  readonly simple: GeometricDesigner;
  /** Each made when it is first asked for. */
  readonly designer: () => LadderDesigner;
  readonly designed: () => PlannedLadder | undefined;
  readonly geometric: () => PlannedLadder | undefined;
  readonly published: PlanRuns | undefined;
  /** The ladder on show: published, as designed or geometric. */
  readonly rungs: readonly PlanRung[];
  /** Standard deviation of the natural log of the gain at the target that it gives. */
  readonly deviation: number;
}

/** The ladder of a plan, or the obstacle it meets; undefined where the scenario has none. */
export function planLadder(scenario: Scenario): PlanLadder | PlanObstacle | undefined {
  const asked = planQuestion(scenario);
  if (asked?.ok !== true) return asked;
  const {model, noise} = asked.question;
  const listed = scenario.plan?.published;
  const published = listed === undefined ? undefined : publishedRuns(scenario, listed, asked.question);
  const shape = published === undefined ? asked.question.shape : {...asked.question.shape, ...endsOf(published)};
  const question = {...asked.question, shape};
  const misfit = misfitOf(shape, model.target, published !== undefined);
  if (misfit !== undefined) return misfit;
  const budget = question.budget ?? costOf(published ?? {runs: []});
  const simple = geometricDesigner(model, shape, noise);
  const designer = once(() => orGeometric(ladderDesigner(model, shape, noise), simple));
  const designed = once(() => designer().within(budget));
  const geometric = once(() => simple.within(budget));
  const isDesigned = question.ladder === "designed";
  const shown = published ?? (isDesigned ? designed() : geometric());
  if (shown === undefined) {
    const least = isDesigned ? designer().leastBudget : simple.leastBudget;
    const {gpuHours, dollars} = scenario.plan ?? {};
    const given = gpuHours !== undefined ? "gpuHours" : dollars !== undefined ? "dollars" : "budget";
    return obstacle(least === Infinity ? "rungs" : given, budgetFault(budget, least, question));
  }
  const {rungs} = shown;
  const deviation = gainDeviation(model, rungs, noise);
  if (deviation === Infinity) {
    return obstacle(
      "published",
      `must hold more rungs of different compute: ${model.floor === "fitted" ? "a fitted floor takes three of the reference" : "the laws take two of each recipe"}`
    );
  }
  return {ok: true, question, budget, simple, designer, designed, geometric, published, rungs, deviation};
}

/** Computes a value when it is first asked for. */
function once<T>(compute: () => T): () => T {
  let known: {readonly value: T} | undefined;
  return () => (known ??= {value: compute()}).value;
}

const flop = (compute: number): string => `${formatFlop(compute).text} FLOP`;

/** Why a ladder has no two rungs, or does not lie below its target; undefined where it is well. */
function misfitOf({smallest, largest}: GeometricShape, target: number, isPublished: boolean): PlanObstacle | undefined {
  if (!(smallest < largest)) {
    return isPublished
      ? obstacle("published", "must hold two rungs of different compute at least")
      : obstacle("largest", `must be above the smallest rung, ${flop(smallest)}, got ${flop(largest)}`);
  }
  if (target > largest) return undefined;
  return obstacle(
    "target",
    `must lie above the ladder, whose largest rung is at ${flop(largest)}, got ${flop(target)}`
  );
}

/** What runs cost together, FLOP. */
export const costOf = ({runs}: Pick<PlanRuns, "runs">): number =>
  runs.reduce((sum, {compute, seeds}) => sum + compute * seeds, 0);

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
