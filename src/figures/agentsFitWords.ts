import {agentsScores} from "../laws/agents.ts";
import type {AgentsLaw} from "../laws/agents.ts";
import {parameterOf} from "../laws/agentsFit.ts";
import type {AgentsFit} from "../laws/agentsFit.ts";
import type {AgentsParameter} from "../scenario/editAgents.ts";
import type {Agents} from "../scenario/schema.ts";
import {measuredPoints} from "../simulation/agentsFits.ts";
import type {AgentsRefits} from "../simulation/agentsRefits.ts";
import {agentsCounted, share} from "./agentsWords.ts";

/** What the numbers of the law are called beside a fit. */
export const parameterNames: Readonly<Record<AgentsParameter, string>> = {
  mean: "success of one agent",
  concentration: "likeness of problems",
  repeat: "chance to repeat, rho",
  truePositive: "true positive rate",
  falsePositive: "false positive rate",
  insight: "insight of the joining step"
};

/** To four digits, as short as it is exact. */
export const short = (value: number): number => Number(value.toPrecision(4));

/** What a search ran away to is no number to be used. */
export function numberWords(name: AgentsParameter, value: number): string {
  if (name === "concentration" && value > 1e4) return "without bound: all problems alike";
  if (name === "concentration" && value < 1e-4) return "next to 0: problems are solved always or never";
  return String(short(value));
}

/** A free number or a score of the law, as it is and as the points have it. */
export interface FittedRow {
  readonly name: string;
  readonly label: string;
  readonly now: string;
  readonly fitted: string;
  /** The middle 90 % of its refits: "0.485 to 0.517"; left out before they are made. */
  readonly interval?: string;
}

const endWords = (name: AgentsParameter, value: number): string =>
  name === "concentration" && value > 1e4
    ? "no bound"
    : name === "concentration" && value < 1e-4
      ? "next to 0"
      : String(Number(value.toPrecision(3)));

/** The free numbers and the fitted curve where it is told, each with its interval once there are refits. */
export function fittedRows(
  law: AgentsLaw,
  fit: AgentsFit,
  free: readonly AgentsParameter[],
  refits?: AgentsRefits
): readonly FittedRow[] {
  const numbers = free.map((name): FittedRow => {
    const told = refits?.parameters[name];
    return {
      name,
      label: parameterNames[name],
      now: numberWords(name, parameterOf(law, name)),
      fitted: numberWords(name, parameterOf(fit.law, name)),
      ...(told === undefined ? {} : {interval: `${endWords(name, told.low)} to ${endWords(name, told.high)}`})
    };
  });
  const told = refits?.score ?? [];
  const most = Math.max(1, ...told.map(({agents}) => agents));
  const [now, fitted] = [agentsScores(law, most), agentsScores(fit.law, most)];
  return [
    ...numbers,
    ...told.map(({agents, low, high}): FittedRow => ({
      name: `score-${agents}`,
      label: `score of ${agentsCounted(agents)}`,
      now: share(now(agents)),
      fitted: share(fitted(agents)),
      interval: `${share(low)} to ${share(high)}`
    }))
  ];
}

/** What the intervals of a fit are of, and what they leave out. */
export function refitWords({draws, failed}: AgentsRefits): string {
  if (failed === draws) return `None of ${draws} refits converged: the fit has no interval.`;
  const left = failed === 0 ? "" : ` ${failed} of them did not converge and ${failed === 1 ? "is" : "are"} left out.`;
  return `Intervals: the middle 90 % of ${draws} refits to points drawn within the intervals they were read in.${left} They are of the reading, not of the law: that another law made the points is not in them.`;
}

/** Why a fit has no interval. */
export const unreadWords = "No point says how near it was read: the fit has no interval.";

/** How near the fit comes, and what that is worth. */
export function fitWords(section: Agents, {largestResidual, converged}: AgentsFit, free: number): string {
  const count = measuredPoints(section).length;
  const each = count === 1 ? "the one measured score" : `each of the ${count} measured scores`;
  const miss = `The fitted law is within ${(100 * largestResidual).toFixed(1)} points of ${each}.`;
  const worth = free >= count ? " With as many free numbers as points, that it comes near says nothing for it." : "";
  return `${miss}${worth}${converged ? "" : " The search did not converge: try fewer free numbers."}`;
}

/** Why nothing can be fitted; undefined where something can. */
export function fitFault(section: Agents): string | undefined {
  const {fit = []} = section;
  const count = measuredPoints(section).length;
  if (count === 0) return "There are no points with a score to fit to.";
  if (fit.length === 0) return "Choose at least one number that the fit may move.";
  return fit.length > count
    ? `${fit.length} numbers are free and only ${count} ${count === 1 ? "point has" : "points have"} a score: free fewer.`
    : undefined;
}
