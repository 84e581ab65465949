import type {AgentsFit} from "../laws/agentsFit.ts";
import {meanSuccess} from "../laws/sampling.ts";
import {concentrationOf} from "../laws/sharpening.ts";
import type {AgentsLaw} from "../laws/agents.ts";
import type {AgentsParameter} from "../scenario/editAgents.ts";
import type {Agents} from "../scenario/schema.ts";
import {measuredPoints} from "../simulation/agentsFits.ts";

/** What the numbers of the law are called beside a fit. */
export const parameterNames: Readonly<Record<AgentsParameter, string>> = {
  mean: "success of one agent",
  concentration: "likeness of problems",
  repeat: "chance to repeat, rho",
  truePositive: "true positive rate",
  falsePositive: "false positive rate",
  insight: "insight of the joining step"
};

/** A number of a law; NaN where it has none such. */
export function parameterOf({success, repeat, joining}: AgentsLaw, name: AgentsParameter): number {
  if (name === "mean") return meanSuccess(success);
  if (name === "concentration") return concentrationOf(success);
  if (name === "repeat") return repeat;
  return (joining as Partial<Record<AgentsParameter, number>>)[name] ?? NaN;
}

/** To four digits, as short as it is exact. */
export const short = (value: number): number => Number(value.toPrecision(4));

/** What a search ran away to is no number to be used. */
export function numberWords(name: AgentsParameter, value: number): string {
  if (name === "concentration" && value > 1e4) return "without bound: all problems alike";
  if (name === "concentration" && value < 1e-4) return "next to 0: problems are solved always or never";
  return String(short(value));
}

/** A free number, as it is and as the points have it. */
export interface FittedRow {
  readonly name: AgentsParameter;
  readonly label: string;
  readonly now: string;
  readonly fitted: string;
}

export const fittedRows = (law: AgentsLaw, fit: AgentsFit, free: readonly AgentsParameter[]): readonly FittedRow[] =>
  free.map((name) => ({
    name,
    label: parameterNames[name],
    now: numberWords(name, parameterOf(law, name)),
    fitted: numberWords(name, parameterOf(fit.law, name))
  }));

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
