import type {Agents} from "../scenario/schema.ts";
import type {AgentsNumbers} from "../simulation/agents.ts";
import type {AgentsUncertainty} from "../simulation/agentsUncertainty.ts";
import type {Band} from "../simulation/draws.ts";
import {formatCount} from "../scenario/numberText.ts";
import {bare, inBrackets, share, shownDifference, timeText} from "./agentsWords.ts";
import type {Cell} from "./viewPart.ts";

const at = (band: Band | undefined, n: number) => band?.find(({x}) => x === n);

/** The measured score of a number of agents, if there is one. */
const measuredAt = ({points = []}: Agents, n: number) => points.find(({agents}) => agents === n);

/** What is drawn, in full, as a table with a head: shares from 0 to 1, seconds, tokens. */
export function agentsCells(
  section: Agents,
  {rows, tokensUnit}: AgentsNumbers,
  drawn: AgentsUncertainty | undefined
): readonly (readonly Cell[])[] {
  const head = [
    "agents",
    "score",
    "score low",
    "score high",
    "measured",
    "measured low",
    "measured high",
    tokensUnit === "tokens" ? "tokens written" : "tokens written, in one agent’s",
    "tokens read",
    "seconds",
    "seconds low",
    "seconds high",
    "single agent of as many tokens",
    "single low",
    "single high",
    "over the single",
    "over low",
    "over high",
    "single seconds"
  ];
  return [
    head,
    ...rows.map(({agents, score, output, input = NaN, seconds = NaN, single = NaN, singleSeconds = NaN}) => {
      const point = measuredAt(section, agents);
      const reading = point?.score;
      const ends = (band: Band | undefined) => {
        const {low = NaN, high = NaN} = at(band, agents) ?? {};
        return [low, high];
      };
      return [
        agents,
        score,
        ...ends(drawn?.score),
        point !== undefined && reading === undefined ? "not disclosed" : (reading?.value ?? NaN),
        reading?.low ?? NaN,
        reading?.high ?? NaN,
        output,
        input,
        seconds,
        ...ends(drawn?.seconds),
        single,
        ...ends(drawn?.single),
        score - single,
        ...ends(drawn?.over),
        singleSeconds
      ];
    })
  ];
}

/** A row of the table on the page, in words. */
export interface AgentsTableRow {
  readonly agents: number;
  readonly isOnShow: boolean;
  readonly score: string;
  readonly scoreRange: string;
  readonly measured: string;
  readonly tokens: string;
  readonly seconds: string;
  readonly single: string;
  readonly over: string;
  readonly overRange: string;
}

/** The numbers of agents that a table shows: the doublings and the one on show. */
export const shownNumbers = (count: number): readonly number[] =>
  [...new Set([1, 2, 4, 8, 16, 32, 64, count])].sort((a, b) => a - b);

/** The rows of the table on the page. */
export function agentsTableRows(
  section: Agents,
  {rows, count, tokensUnit}: AgentsNumbers,
  drawn: AgentsUncertainty | undefined
): readonly AgentsTableRow[] {
  return shownNumbers(count).flatMap((n) => {
    const row = rows[n - 1];
    if (row === undefined) return [];
    const {score, output, seconds, single} = row;
    const point = measuredAt(section, n);
    return [
      {
        agents: n,
        isOnShow: n === count,
        score: share(score),
        scoreRange: inBrackets(at(drawn?.score, n), share).trim(),
        measured: point === undefined ? "" : point.score === undefined ? "not disclosed" : share(point.score.value),
        tokens: tokensUnit === "tokens" ? formatCount(output) : `${Number(output.toPrecision(3))}×`,
        seconds: seconds === undefined ? "not disclosed" : timeText(seconds),
        single: single === undefined ? "" : share(single),
        over: single === undefined ? "" : bare(shownDifference(score, single)),
        overRange: single === undefined ? "" : inBrackets(at(drawn?.over, n), bare).trim()
      }
    ];
  });
}
