import type {Scenario} from "../scenario/schema.ts";
import {agentsRows} from "./agents.ts";
import type {AgentsRow} from "./agents.ts";
import {drawer, interval, isKnown} from "./draws.ts";
import type {Band, Interval} from "./draws.ts";

/** The numbers of agents that bands are computed at. */
export const bandAgents = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64] as const;

/** A draw costs some milliseconds: more of them would move no band by what can be seen. */
const mostDraws = 1000;

/** The intervals of the agents view. */
export interface AgentsUncertainty {
  readonly seed: number;
  /** Draws that were made, 1,000 at most. */
  readonly draws: number;
  /** 90 % bands along the number of agents; absent where the number cannot be told. */
  readonly score: Band;
  readonly single: Band | undefined;
  readonly seconds: Band | undefined;
  /** Of the number of agents on show. */
  readonly atCount: Interval;
  /** Score of the agents less that of the single agent with as many tokens, and how often it is above 0. */
  readonly overSingle: (Interval & {readonly above0: number}) | undefined;
  /** Score of two agents less that of one. */
  readonly firstDoubling: Interval;
}

/**
 * Intervals of the agents view from seeded draws; same scenario and seed, same bits. Undefined without agents.
 */
export function agentsUncertainty(
  scenario: Scenario,
  {seed, draws: asked} = scenario.uncertainty
): AgentsUncertainty | undefined {
  const {agents: section} = scenario;
  if (section === undefined) return undefined;
  const draws = Math.min(asked, mostDraws);
  const {valuation, select} = drawer(scenario, {seed, draws});
  const numbers = [...new Set([...bandAgents, section.count.value])].sort((a, b) => a - b);
  const drawn: (readonly AgentsRow[])[] = [];
  for (let draw = 0; draw < draws; ++draw) {
    select(draw);
    drawn.push(agentsRows(scenario, section, valuation, numbers));
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
  return {
    seed,
    draws,
    score: band(({score}) => score),
    single: known(({single}) => single),
    seconds: known(({seconds}) => seconds),
    atCount: interval(column(section.count.value, ({score}) => score)),
    overSingle: isKnown(over)
      ? {...interval(over), above0: over.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0) / draws}
      : undefined,
    firstDoubling: interval(two.map((value, i) => value - (one[i] ?? NaN)))
  };
}
