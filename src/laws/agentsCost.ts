import {requireNonnegative, requirePositive, requireProbability, requireWhole} from "../numerics/ranges.ts";

/** What one task asks of agents that work side by side, and of the step that joins their answers. */
export interface AgentsWork {
  /** Tokens that each agent writes. */
  readonly tokensPerAgent: number;
  /** Tokens that each agent reads: the task. */
  readonly promptTokens: number;
  /** Tokens of each agent’s answer that the joining step reads: a summary, or all of it. */
  readonly tokensHandedOn: number;
  /** Tokens that the joining step writes; 0 for a vote. */
  readonly joiningTokens: number;
}

/** Tokens of one task, as they are billed. */
export interface TaskTokens {
  readonly input: number;
  readonly output: number;
}

/**
 * The tokens that n agents and the joining step use for one task; a single agent needs no joining, and a vote is free.
 *
 * output = n · each + joining, input = n · prompt + (prompt + n · handed on): parallel agents save time, never tokens.
 *
 * @throws RangeError if n is not a whole number of at least 1, or a count of tokens is negative or not finite
 */
export function agentsTokens(work: AgentsWork, n: number): TaskTokens {
  const {tokensPerAgent, promptTokens, tokensHandedOn, joiningTokens} = checked(work);
  requireWhole("number of agents", n, 1);
  const agents = {input: n * promptTokens, output: n * tokensPerAgent};
  if (n === 1 || joiningTokens === 0) return agents;
  return {input: agents.input + promptTokens + n * tokensHandedOn, output: agents.output + joiningTokens};
}

/** How fast tokens come, and how unlike the agents’ times are. */
export interface Pace {
  /** Tokens per second that one agent writes; > 0. */
  readonly tokensPerSecond: number;
  /** Seconds before the first token, of an agent and of the joining step each. */
  readonly secondsToFirstToken: number;
  /** Standard deviation of an agent’s time over its mean, in [0, 1]; 0 is all alike. */
  readonly unevenness: number;
}

/** How many times the mean the slowest of n agents takes: 1 + unevenness (1/2 + 1/3 + … + 1/n). */
export function slowestOf(unevenness: number, n: number): number {
  let slowest = 1;
  for (let i = 2; i <= n; ++i) slowest += unevenness / i;
  return slowest;
}

/**
 * The seconds from task to answer: the slowest of n agents at work side by side, then the joining step.
 *
 * An agent writes for a fixed time and an exponential one, of the mean that its tokens give. The slowest of n then takes
 * 1 + unevenness (1/2 + 1/3 + … + 1/n) times the mean: a closed form, our illustration, as no times are published.
 *
 * @throws RangeError if n is not a whole number of at least 1, the pace is not positive, the unevenness is not in
 * [0, 1], or anything else is negative or not finite
 */
export function agentsSeconds(work: AgentsWork, pace: Pace, n: number): number {
  const {tokensPerAgent, joiningTokens} = checked(work);
  const {tokensPerSecond, secondsToFirstToken, unevenness} = pace;
  requireWhole("number of agents", n, 1);
  requirePositive("tokens per second", tokensPerSecond);
  requireNonnegative("seconds to first token", secondsToFirstToken);
  requireProbability("unevenness", unevenness);
  const agents = secondsToFirstToken + (slowestOf(unevenness, n) * tokensPerAgent) / tokensPerSecond;
  return n === 1 || joiningTokens === 0 ? agents : agents + secondsToFirstToken + joiningTokens / tokensPerSecond;
}

function checked(work: AgentsWork): AgentsWork {
  requireNonnegative("tokens per agent", work.tokensPerAgent);
  requireNonnegative("tokens of the prompt", work.promptTokens);
  requireNonnegative("tokens handed on", work.tokensHandedOn);
  requireNonnegative("tokens of the joining step", work.joiningTokens);
  return work;
}
