import {agentsTokens, slowestOf} from "../laws/agentsCost.ts";
import {benchmarkAccuracy} from "../laws/thinking.ts";
import type {Cost, Scenario, Thinking} from "../scenario/schema.ts";
import {noPenalty} from "../scenario/takesSchema.ts";
import type {Takes} from "../scenario/takesSchema.ts";
import {agentsRows, paceOf, workOf} from "./agents.ts";
import {mostAgentsDraws} from "./agentsUncertainty.ts";
import {noNumber, optional} from "./readers.ts";
import type {Reader} from "./readers.ts";
import {penaltyRow} from "./thinking.ts";
import {compressedOf, difficultiesOf} from "./thinkingLaws.ts";
import {mostThinkingDraws} from "./thinkingUncertainty.ts";
import type {Valuation} from "./valuation.ts";

type Setup = Cost["setups"][number];

/** What one task asks of a setup; NaN where it cannot be told. */
export interface SetupWork {
  /** Tokens that one agent reads and writes. */
  readonly input: number;
  readonly output: number;
  readonly agents: number;
  /** Tokens that the step which joins the answers reads and writes; 0 where there is none. */
  readonly joiningInput: number;
  readonly joiningOutput: number;
  /** Seconds to the first token, of an agent and of the joining step each. */
  readonly firstToken: number;
  /** Tokens that one agent writes in a second. */
  readonly pace: number;
  /** How many times the mean the slowest of the agents takes; at least 1. */
  readonly slowest: number;
}

/** The work that a section states, and the share of problems solved by it. */
export interface TakenWork extends SetupWork {
  readonly score: number;
}

/** From task to answer: the slowest of the agents, then the joining step. */
export function secondsOf({output, joiningOutput, firstToken, pace, slowest}: SetupWork): number {
  const agents = firstToken + (slowest * output) / pace;
  return joiningOutput === 0 ? agents : agents + firstToken + joiningOutput / pace;
}

/** Tokens of one task, read and written, by all agents and the joining step. */
export const tokensOf = ({agents, input, output, joiningInput, joiningOutput}: SetupWork): number =>
  agents * (input + output) + joiningInput + joiningOutput;

const unjoined = {joiningInput: 0, joiningOutput: 0, slowest: 1} as const;

/** The work of a setup that states its own; what is taken from a section is left for that. */
export function statedWork(setup: Setup): (value: Valuation) => SetupWork {
  const at = (key: string) => `cost.setups.${setup.id}.${key}`;
  const of = (key: "input" | "output" | "agents" | "firstToken" | "pace", otherwise: Reader = noNumber): Reader =>
    optional(at(key), setup[key], otherwise);
  const [input, output, pace] = [of("input"), of("output"), of("pace")];
  const [agents, firstToken] = [of("agents", () => 1), of("firstToken", () => 0)];
  return (value) => ({
    input: input(value),
    output: output(value),
    agents: Math.max(1, agents(value)),
    firstToken: firstToken(value),
    pace: pace(value),
    ...unjoined
  });
}

type AgentsTaken = Extract<Takes, {readonly section: "agents"}>["as"];

/** All agents of a section side by side, one of them, and the one that writes as many tokens as all. */
function agentsWork(scenario: Scenario, value: Valuation): Readonly<Record<AgentsTaken, TakenWork>> {
  const {agents: section} = scenario;
  if (section === undefined) throw new RangeError("invalid setup; the scenario has no agents to take its work from");
  const count = section.count.value;
  const [one, all] = agentsRows(scenario, section, value, [1, count]);
  const work = workOf(section, value);
  const pace = paceOf(section, value);
  const single = {
    input: work.promptTokens,
    output: work.tokensPerAgent,
    agents: 1,
    firstToken: pace?.secondsToFirstToken ?? NaN,
    pace: pace?.tokensPerSecond ?? NaN,
    ...unjoined
  };
  const joins = count > 1 && work.joiningTokens > 0;
  return {
    one: {...single, score: one?.score ?? NaN},
    group: {
      ...single,
      agents: count,
      joiningInput: joins ? work.promptTokens + count * work.tokensHandedOn : 0,
      joiningOutput: joins ? work.joiningTokens : 0,
      slowest: slowestOf(pace?.unevenness ?? 0, count),
      score: all?.score ?? NaN
    },
    longer: {...single, output: agentsTokens(work, count).output, score: all?.single ?? NaN}
  };
}

type ThinkingTaken = Extract<Takes, {readonly section: "thinking"}>;

/** The tokens that thinking takes on average over problems, and the accuracy they lead to. */
function thinkingWork(section: Thinking, {penalty: id, compressed}: ThinkingTaken, value: Valuation) {
  const difficulties =
    (compressed === true ? compressedOf(section, value) : undefined) ?? difficultiesOf(section, value);
  if (id === undefined) {
    const tokens = value("thinking.limit", section.limit);
    return {tokens, accuracy: benchmarkAccuracy(difficulties, tokens)};
  }
  const penalty = id === noPenalty ? undefined : section.penalties?.find((item) => item.id === id);
  return penaltyRow(section, penalty, value, difficulties);
}

/**
 * How to read the work that setups take from the other sections: the very law of the section, in the same valuation. What
 * several setups take from the agents is reckoned once a valuation.
 */
export function takenReader(scenario: Scenario): (value: Valuation) => (setup: Setup, own: SetupWork) => TakenWork {
  return (value) => {
    let agents: ReturnType<typeof agentsWork> | undefined;
    return ({takes}, own) => {
      if (takes?.section === "agents") {
        agents ??= agentsWork(scenario, value);
        return agents[takes.as];
      }
      const {thinking} = scenario;
      if (takes === undefined || thinking === undefined) {
        throw new RangeError("invalid setup; the scenario has no thinking to take its work from");
      }
      const {tokens, accuracy} = thinkingWork(thinking, takes, value);
      return {...own, output: tokens, agents: 1, score: accuracy};
    };
  };
}

const mostOf = {agents: mostAgentsDraws, thinking: mostThinkingDraws} as const;

/** How many draws the costs are of at most, as many as the views of the sections that setups take their work from make. */
export function mostDraws({cost}: Scenario): number | undefined {
  const most = (cost?.setups ?? []).flatMap(({takes}) => (takes === undefined ? [] : [mostOf[takes.section]]));
  return most.length === 0 ? undefined : Math.min(...most);
}
