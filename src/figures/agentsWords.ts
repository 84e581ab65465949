import type {Joining} from "../laws/agents.ts";
import {formatPoints} from "../scenario/numberText.ts";
import type {Agents} from "../scenario/schema.ts";
import type {JoiningFit} from "../simulation/agentsFits.ts";
import type {Interval} from "../simulation/draws.ts";

/** A share as it is shown: "58.1 %". */
export const share = (value: number): string =>
  Number.isFinite(value) ? `${(100 * value).toFixed(1)} %` : "no number";

/** One share less another, each as it is shown: a reader who subtracts finds the same. */
export const shownDifference = (value: number, from: number): number =>
  (Number((100 * value).toFixed(1)) - Number((100 * from).toFixed(1))) / 100;

/** A difference of shares: "+8.0 points". */
export const shareDifference = (value: number): string => formatPoints(100 * value);

/** The same without its unit, where that stands beside: "+8.0". */
export const bare = (value: number): string => shareDifference(value).replace(/ points$/, "");

/** " (90 %: 57.0 % to 59.9 %)"; empty where there is no interval. */
export function inBrackets(
  interval: Pick<Interval, "low" | "high"> | undefined,
  words: (value: number) => string
): string {
  if (interval === undefined || !(interval.high > interval.low)) return "";
  return ` (90 %: ${words(interval.low)} to ${words(interval.high)})`;
}

export const agentsCounted = (n: number): string => (n === 1 ? "1 agent" : `${n} agents`);

/** Seconds and minutes for readers: "252 s", "9 min". */
export function timeText(seconds: number): string {
  if (!Number.isFinite(seconds)) return "no number";
  if (seconds < 600) return `${seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0)} s`;
  return seconds < 7200 ? `${(seconds / 60).toFixed(0)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** What is scored, as it stands in a sentence. */
export const measured = ({measure}: Agents): string => measure ?? "the problems";

/** How one answer is made, for a choice and for a sentence. */
export const joiningNames: Readonly<Record<Joining["kind"], string>> = {
  vote: "Vote",
  verifier: "Best of n by a verifier",
  refine: "Refine and aggregate"
};

export const joiningWords: Readonly<Record<Joining["kind"], string>> = {
  vote: "a vote",
  verifier: "a verifier",
  refine: "a joining step"
};

/** What the numbers rest on, as the first words of the answer. */
export const basisWords: Readonly<Record<NonNullable<Agents["basis"]>, string>> = {
  known: "As disclosed",
  estimate: "As estimated",
  placed: "As placed"
};

/** Whether a way of joining can say what was measured, at its best. */
export function joiningFinding({kind, largestResidual, meets, converged}: JoiningFit): string {
  const miss = `off by up to ${(100 * largestResidual).toFixed(1)} points`;
  const end = converged ? "" : " (the search did not converge)";
  if (meets) return `can explain the points: ${miss}, within their own uncertainty${end}`;
  const why = kind === "vote" ? ", as two that vote score as one" : ", beyond their own uncertainty";
  return `cannot explain the points: ${miss}${why}${end}`;
}

/** Where even votes go, said beside the choice. */
export const tieWords =
  "Answers that share the lead are drawn among. Two agents that vote thus score as one: where they differ, the answer is drawn.";
