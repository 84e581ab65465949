import {agentsScores, effectiveAgents, mostAgents} from "../laws/agents.ts";
import type {AgentsLaw, Joining} from "../laws/agents.ts";
import {agentsSeconds, agentsTokens} from "../laws/agentsCost.ts";
import type {AgentsWork, Pace} from "../laws/agentsCost.ts";
import type {AgentsFit} from "../laws/agentsFit.ts";
import {movedWith, offEnds} from "../laws/odds.ts";
import {spreadOf} from "../laws/sharpening.ts";
import {benchmarkAccuracy} from "../laws/thinking.ts";
import type {Agents, Scenario} from "../scenario/schema.ts";
import {fitOfPoints} from "./agentsFits.ts";
import {difficultiesOf} from "./thinkingLaws.ts";
import {central} from "./valuation.ts";
import type {Valuation} from "./valuation.ts";

/** What so many agents come to on one task. */
export interface AgentsRow {
  readonly agents: number;
  /** Share of problems solved. */
  readonly score: number;
  /** Tokens written, joining step included; in multiples of one agent's where those are not disclosed. */
  readonly output: number;
  /** Tokens read; undefined where not disclosed. */
  readonly input: number | undefined;
  /** From task to answer; undefined where no pace is given. */
  readonly seconds: number | undefined;
  /** The share that the one agent solves when it thinks for as many tokens; undefined where that cannot be told. */
  readonly single: number | undefined;
  /** How long that one takes; undefined where no pace is given. */
  readonly singleSeconds: number | undefined;
}

/** How much of what agents add the first doubling adds. */
export interface FirstDoubling {
  /** Score of two less that of one. */
  readonly first: number;
  /** Score of the most less that of one. */
  readonly all: number;
  readonly most: number;
  /** first / all; NaN where agents add nothing. */
  readonly share: number;
}

export interface AgentsNumbers {
  readonly law: AgentsLaw;
  readonly count: number;
  /** From 1 to 64 agents. */
  readonly rows: readonly AgentsRow[];
  readonly tokensUnit: "tokens" | "one agent's tokens";
  /** Why there is no single agent that thinks for as many tokens; undefined where there is one. */
  readonly singleMissing: string | undefined;
  readonly firstDoubling: FirstDoubling;
  /** The same of the measured points, where one, two and more agents were measured. */
  readonly measuredDoubling: FirstDoubling | undefined;
  readonly points: readonly {readonly agents: number; readonly score: number | undefined; readonly residual: number}[];
  /** How many independent voters the agents are worth for the variance of a mean: n / (1 + (n - 1) rho^2). */
  readonly effective: number;
}

/** The numbers of the agents view with the fit that the scenario asks for, which takes a moment. */
export interface FittedAgentsNumbers extends AgentsNumbers {
  readonly fit: AgentsFit | undefined;
}

function joiningOf({joining}: Agents, value: Valuation): Joining {
  switch (joining.kind) {
    case "vote": {
      const {wrongAnswers = 1} = joining;
      return {kind: "vote", wrongAnswers: wrongAnswers === "never agree" ? Infinity : wrongAnswers};
    }
    case "verifier":
      return {
        kind: "verifier",
        truePositive: value("agents.joining.truePositive", joining.truePositive),
        falsePositive: value("agents.joining.falsePositive", joining.falsePositive)
      };
    case "refine":
      return {kind: "refine", insight: value("agents.joining.insight", joining.insight)};
  }
}

/** The law of agents that a section states, at central values or in a draw. */
export function agentsLaw(section: Agents, value: Valuation): AgentsLaw {
  const {success, repeat} = section;
  const mean = offEnds(value("agents.success.mean", success.mean));
  return {
    success: spreadOf(mean, value("agents.success.concentration", success.concentration)),
    repeat: value("agents.repeat", repeat),
    joining: joiningOf(section, value)
  };
}

/** The work of a task; of undisclosed tokens one agent's are 1. */
export function workOf({work}: Agents, value: Valuation): AgentsWork {
  if (work === undefined) return {tokensPerAgent: 1, promptTokens: 0, tokensHandedOn: 0, joiningTokens: 0};
  const {tokens, prompt, handedOn, joining} = work;
  return {
    tokensPerAgent: value("agents.work.tokens", tokens),
    promptTokens: prompt === undefined ? 0 : value("agents.work.prompt", prompt),
    tokensHandedOn: handedOn === undefined ? 0 : value("agents.work.handedOn", handedOn),
    joiningTokens: joining === undefined ? 0 : value("agents.work.joining", joining)
  };
}

/** How fast tokens come; undefined where no pace is given. */
export function paceOf({pace, work}: Agents, value: Valuation): Pace | undefined {
  if (pace === undefined || work === undefined) return undefined;
  const {tokensPerSecond, firstToken, unevenness} = pace;
  return {
    tokensPerSecond: value("agents.pace.tokensPerSecond", tokensPerSecond),
    secondsToFirstToken: firstToken === undefined ? 0 : value("agents.pace.firstToken", firstToken),
    unevenness: unevenness === undefined ? 0 : value("agents.pace.unevenness", unevenness)
  };
}

/** Why no single agent can be drawn beside the agents; undefined where one can. */
export function singleMissing({agents, thinking}: Scenario): string | undefined {
  if (thinking === undefined) return "the scenario has no thinking section, which says what one agent gains by tokens";
  return agents?.work === undefined ? "the tokens of one agent are not disclosed and none are placed" : undefined;
}

/** What some numbers of agents come to, at central values or in a draw. */
export function agentsRows(
  scenario: Scenario,
  section: Agents,
  value: Valuation,
  numbers: readonly number[]
): readonly AgentsRow[] {
  const scoreOf = agentsScores(agentsLaw(section, value), Math.max(...numbers));
  const work = workOf(section, value);
  const pace = paceOf(section, value);
  const {thinking} = scenario;
  const difficulties =
    singleMissing(scenario) === undefined && thinking !== undefined ? difficultiesOf(thinking, value) : undefined;
  const one = scoreOf(1);
  // An assumption: with more tokens the log odds of the one agent move as those of the thinking section do.
  const thought = difficulties && ((tokens: number) => benchmarkAccuracy(difficulties, tokens));
  const alone = thought?.(work.tokensPerAgent) ?? NaN;
  return numbers.map((agents) => {
    const {input, output} = agentsTokens(work, agents);
    return {
      agents,
      score: scoreOf(agents),
      output,
      input: section.work === undefined ? undefined : input,
      seconds: pace && agentsSeconds(work, pace, agents),
      single: thought && movedWith(one, alone, thought(output)),
      singleSeconds: pace && agentsSeconds({...work, tokensPerAgent: output}, pace, 1)
    };
  });
}

/** The first doubling of scores by the number of agents; undefined where one, two or more were not seen. */
function doubling(scores: ReadonlyMap<number, number>): FirstDoubling | undefined {
  const most = Math.max(...scores.keys());
  const [one, two, last] = [scores.get(1), scores.get(2), scores.get(most)];
  if (one === undefined || two === undefined || last === undefined || most <= 2) return undefined;
  const [first, all] = [two - one, last - one];
  return {first, all, most, share: all === 0 ? NaN : first / all};
}

/** The numbers of the agents view with the fit; undefined where the scenario has no agents. */
export function agents(scenario: Scenario): FittedAgentsNumbers | undefined {
  const numbers = agentsAtHand(scenario);
  const {agents: section} = scenario;
  if (numbers === undefined || section === undefined) return undefined;
  return {...numbers, fit: section.fit && fitOfPoints(section, numbers.law, section.fit)};
}

/**
 * The numbers of the agents view: score, tokens and seconds by the number of agents, with the single agent that thinks
 * for as many tokens; undefined where the scenario has no agents. Takes some 2 ms.
 */
export function agentsAtHand(scenario: Scenario): AgentsNumbers | undefined {
  const {agents: section} = scenario;
  if (section === undefined) return undefined;
  const law = agentsLaw(section, central);
  const rows = agentsRows(
    scenario,
    section,
    central,
    Array.from({length: mostAgents}, (_, i) => i + 1)
  );
  const {points = [], count, work} = section;
  const measured = new Map(points.flatMap(({agents: n, score}) => (score ? [[n, score.value] as const] : [])));
  const scoreAt = (n: number): number => rows[n - 1]?.score ?? NaN;
  const most = Math.max(3, ...points.map(({agents: n}) => n), count.value);
  const all = scoreAt(most) - scoreAt(1);
  const first = scoreAt(2) - scoreAt(1);
  return {
    law,
    count: count.value,
    rows,
    tokensUnit: work === undefined ? "one agent's tokens" : "tokens",
    singleMissing: singleMissing(scenario),
    firstDoubling: {first, all, most, share: all === 0 ? NaN : first / all},
    measuredDoubling: measured.size === 0 ? undefined : doubling(measured),
    points: points.map(({agents: n, score}) => ({
      agents: n,
      score: score?.value,
      residual: score === undefined ? NaN : scoreAt(n) - score.value
    })),
    effective: effectiveAgents(count.value, law.repeat * law.repeat)
  };
}
