import type {AgentsLaw, Joining} from "../laws/agents.ts";
import {fitAgents} from "../laws/agentsFit.ts";
import type {AgentsFit, AgentsParameter, AgentsPoint} from "../laws/agentsFit.ts";
import {spreadOf} from "../laws/sharpening.ts";
import type {Agents} from "../scenario/schema.ts";

/** The measured points that have a score, with how far off each may be. */
export function measuredPoints({points = []}: Pick<Agents, "points">): readonly AgentsPoint[] {
  return points.flatMap(({agents: n, score}) => {
    if (score === undefined) return [];
    const {low, high, value} = score;
    const width = low === undefined || high === undefined ? 0 : (high - low) / 2;
    return [{n, score: value, ...(width > 0 ? {error: width} : {})}];
  });
}

/**
 * The law of least squares through the measured points, some of its numbers free.
 *
 * Undefined where there are fewer points than free numbers, or none of either.
 */
export function fitOfPoints(
  section: Pick<Agents, "points">,
  law: AgentsLaw,
  free: readonly AgentsParameter[]
): AgentsFit | undefined {
  const points = measuredPoints(section);
  return free.length === 0 || points.length < free.length ? undefined : fitAgents(points, law, free);
}

/** How near a way of joining comes to the measured points, at the best of its three numbers that are free. */
export interface JoiningFit {
  readonly kind: Joining["kind"];
  readonly free: readonly AgentsParameter[];
  readonly law: AgentsLaw;
  /** The score by the law less the one seen, point by point. */
  readonly residuals: readonly number[];
  readonly largestResidual: number;
  readonly converged: boolean;
  /** Every point is met as near as it was read. */
  readonly meets: boolean;
}

/** Each way of joining with as many free numbers as the others: what one agent solves, its spread, and one of its own. */
const asked: readonly {readonly joining: Joining; readonly free: readonly AgentsParameter[]}[] = [
  {joining: {kind: "vote", wrongAnswers: 1}, free: ["mean", "concentration", "repeat"]},
  {
    joining: {kind: "verifier", truePositive: 0.95, falsePositive: 0.5},
    free: ["mean", "concentration", "falsePositive"]
  },
  {joining: {kind: "refine", insight: 0.5}, free: ["mean", "concentration", "insight"]}
];

/** How far off a point may be that says nothing of it. */
const usualError = 0.01;

const known = new Map<string, readonly JoiningFit[]>();
const mostKnown = 32;

/**
 * Each way of joining fitted to the same points: which of them can say what was measured, and which cannot.
 *
 * What is not free stays: the chance to repeat of a verifier and of a joining step, the true positive rate. Empty where
 * fewer than three points have a score. Takes some half a second; asked again for the same points, none.
 */
export function* joiningFitSteps(section: Agents): Generator<number, readonly JoiningFit[]> {
  const points = measuredPoints(section);
  const {repeat, joining: own} = section;
  const truePositive = own.kind === "verifier" ? own.truePositive.value : 0.95;
  const key = JSON.stringify([points, repeat.value, truePositive, own.kind === "vote" ? own.wrongAnswers : 1]);
  const before = known.get(key);
  if (before !== undefined) return before;
  const fits: JoiningFit[] = [];
  if (points.length < 3) return fits;
  for (const {joining, free} of asked) {
    const start: AgentsLaw = {
      success: spreadOf(0.5, 2),
      repeat: repeat.value,
      joining: adapted(joining, own, truePositive)
    };
    const {law, residuals, largestResidual, converged} = fitAgents(points, start, free);
    const meets = residuals.every((residual, i) => Math.abs(residual) <= (points[i]?.error ?? usualError));
    fits.push({kind: joining.kind, free, law, residuals, largestResidual, converged, meets});
    yield fits.length / asked.length;
  }
  if (known.size >= mostKnown) known.clear();
  known.set(key, fits);
  return fits;
}

function adapted(joining: Joining, own: Agents["joining"], truePositive: number): Joining {
  if (joining.kind === "verifier") return {...joining, truePositive};
  if (joining.kind !== "vote" || own.kind !== "vote") return joining;
  const {wrongAnswers = 1} = own;
  return {kind: "vote", wrongAnswers: wrongAnswers === "never agree" ? Infinity : wrongAnswers};
}
