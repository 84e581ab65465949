import type {Agents, Scenario} from "../scenario/schema.ts";
import {agentsRows} from "./agents.ts";
import type {AgentsRow} from "./agents.ts";
import {drawer, interval, isKnown} from "./draws.ts";
import type {Band, Interval} from "./draws.ts";
import type {JoiningFit} from "./agentsFits.ts";
import {joiningFitSteps} from "./agentsFits.ts";

/** The numbers of agents that bands are computed at. */
export const bandAgents = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64] as const;

/** A draw costs some milliseconds: more of them would move no band by what can be seen. */
export const mostAgentsDraws = 1000;

/** Draws between two looks at whether a newer question waits: those of a moving hand go in one. */
const chunk = 100;

/** From fewer draws, as they are made while a hand moves, the fits are left out. */
const leastForFits = 101;

/** The part of the work that the draws are. */
const drawsShare = 0.6;

/** The way of joining, told apart from others; not its numbers. */
export const joiningKey = ({joining}: Agents): string =>
  joining.kind === "vote" ? `vote ${joining.wrongAnswers ?? 1}` : joining.kind;

/** The intervals of the agents view. */
export interface AgentsUncertainty {
  readonly seed: number;
  /** Draws that were made, 1,000 at most. */
  readonly draws: number;
  /** What it is of: the number of agents on show, and the way of joining. */
  readonly count: number;
  readonly joining: string;
  /** 90 % bands along the number of agents; absent where the number cannot be told. */
  readonly score: Band;
  readonly single: Band | undefined;
  readonly seconds: Band | undefined;
  readonly singleSeconds: Band | undefined;
  /** Of the number of agents on show. */
  readonly atCount: Interval;
  /** Score of the agents less that of the single agent with as many tokens, and how often it is above 0. */
  readonly overSingle: (Interval & {readonly above0: number}) | undefined;
  /** Score of two agents less that of one. */
  readonly firstDoubling: Interval;
  /** Score of the number of agents on show less that of one. */
  readonly overOne: Interval;
  /** Score less that of the single agent with as many tokens, along the number of agents. */
  readonly over: Band | undefined;
  /** Each way of joining at its best through the measured points; undefined from few draws, empty from few points. */
  readonly joinings: readonly JoiningFit[] | undefined;
}

/**
 * Intervals of the agents view from seeded draws; same scenario and seed, same bits. Undefined without agents.
 */
export function agentsUncertainty(
  scenario: Scenario,
  options: {readonly seed: number; readonly draws: number} = scenario.uncertainty
): AgentsUncertainty | undefined {
  const steps = agentsUncertaintySteps(scenario, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same a step at a time, with the fraction done between steps. */
export function* agentsUncertaintySteps(
  scenario: Scenario,
  {seed, draws: asked}: {readonly seed: number; readonly draws: number} = scenario.uncertainty
): Generator<number, AgentsUncertainty | undefined> {
  const {agents: section} = scenario;
  if (section === undefined) return undefined;
  const draws = Math.min(asked, mostAgentsDraws);
  const {valuation, select} = drawer(scenario, {seed, draws});
  const numbers = [...new Set([...bandAgents, section.count.value])].sort((a, b) => a - b);
  const drawn: (readonly AgentsRow[])[] = [];
  for (let draw = 0; draw < draws; ++draw) {
    select(draw);
    drawn.push(agentsRows(scenario, section, valuation, numbers));
    if ((draw + 1) % chunk === 0 && draw + 1 < draws) yield (drawsShare * (draw + 1)) / draws;
  }
  const column = (n: number, of: (row: AgentsRow) => number | undefined): Float64Array =>
    Float64Array.from(drawn, (rows) => {
      const row = rows[numbers.indexOf(n)];
      return (row && of(row)) ?? NaN;
    });
  const band = (of: (row: AgentsRow) => number | undefined): Band =>
    numbers.map((n) => {
      const {low, high} = interval(column(n, of));
      return {x: n, low, high};
    });
  const known = (of: (row: AgentsRow) => number | undefined): Band | undefined =>
    isKnown(column(1, of)) ? band(of) : undefined;
  const over = column(section.count.value, ({score, single}) => single && score - single);
  const [one, two] = [column(1, ({score}) => score), column(2, ({score}) => score)];
  const lessOne = (scores: Float64Array) => interval(scores.map((value, i) => value - (one[i] ?? NaN)));
  const joinings = draws < leastForFits ? undefined : yield* fitsOf(section);
  return {
    seed,
    draws,
    count: section.count.value,
    joining: joiningKey(section),
    score: band(({score}) => score),
    single: known(({single}) => single),
    seconds: known(({seconds}) => seconds),
    singleSeconds: known(({singleSeconds}) => singleSeconds),
    atCount: interval(column(section.count.value, ({score}) => score)),
    overSingle: isKnown(over)
      ? {...interval(over), above0: over.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0) / draws}
      : undefined,
    firstDoubling: lessOne(two),
    overOne: lessOne(column(section.count.value, ({score}) => score)),
    over: known(({score, single}) => single && score - single),
    joinings
  };
}

function* fitsOf(section: Agents): Generator<number, readonly JoiningFit[]> {
  const steps = joiningFitSteps(section);
  let step = steps.next();
  while (step.done !== true) {
    yield drawsShare + (1 - drawsShare) * step.value;
    step = steps.next();
  }
  return step.value;
}
