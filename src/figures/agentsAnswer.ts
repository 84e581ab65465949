import type {Text} from "../chart/figure.ts";
import {formatPoints, withCommas} from "../scenario/numberText.ts";
import type {Agents} from "../scenario/schema.ts";
import type {AgentsNumbers, AgentsRow, FirstDoubling} from "../simulation/agents.ts";
import type {AgentsUncertainty} from "../simulation/agentsUncertainty.ts";
import type {Interval} from "../simulation/draws.ts";
import {agentsCounted, bare, basisWords, inBrackets, measured, share, shareDifference} from "./agentsWords.ts";
import {join, plain} from "./wording.ts";

export interface AgentsAnswer {
  /** The title of an exported figure. */
  readonly title: string;
  readonly body: Text;
  readonly verdict?: string;
  readonly condition: Text;
}

const rowAt = ({rows, count}: AgentsNumbers): AgentsRow | undefined => rows[count - 1];

/** The agents less the single one that thinks for as many tokens, central; undefined where that cannot be told. */
export function overSingle(numbers: AgentsNumbers): number | undefined {
  const row = rowAt(numbers);
  return row?.single === undefined ? undefined : row.score - row.single;
}

function singleVerdict(over: Interval | undefined): string | undefined {
  if (over === undefined) return undefined;
  if (over.low > 0) return `is a gain of at least ${formatPoints(100 * over.low).replace("+", "")}`;
  return over.high < 0 ? "is a loss" : "cannot be told from no gain";
}

/** The answer of the agents view: what the number of agents on show comes to, over one and over one that thinks longer. */
export function agentsAnswer(
  section: Agents,
  numbers: AgentsNumbers,
  newest: AgentsUncertainty | undefined
): AgentsAnswer {
  const {rows, count, singleMissing} = numbers;
  // Intervals of another number of agents say nothing of this one.
  const drawn = newest?.count === count ? newest : undefined;
  const row = rowAt(numbers);
  const [score, one] = [row?.score ?? NaN, rows[0]?.score ?? NaN];
  const basis = basisWords[section.basis ?? "placed"];
  const solve = count === 1 ? "solves" : "solve";
  const first = `${basis}, ${agentsCounted(count)} ${solve} ${share(score)} of ${measured(section)}${inBrackets(drawn?.atCount, share)}`;
  const title = `${agentsCounted(count)} ${solve} ${share(score)}`;
  const condition = plain([sizeWords(numbers), doublingWords(numbers)].filter(Boolean).join(" "));
  if (count === 1) {
    return {title, body: plain(`${first}; a second agent would add ${doublingOf(numbers, drawn)}`), condition};
  }
  const gain = `${shareDifference(score - one)} over one${inBrackets(drawn?.overOne, bare)}`;
  const over = overSingle(numbers);
  if (over === undefined) {
    return {
      title: `${title}, one ${share(one)}`,
      body: plain(`${first}, ${gain}. A single agent that thinks as long cannot be drawn: ${singleMissing ?? ""}`),
      condition
    };
  }
  const verdict = singleVerdict(drawn?.overSingle);
  const beside = `${first}, ${gain}. Over a single agent that thinks for as many tokens: ${shareDifference(over)}${inBrackets(drawn?.overSingle, bare)}`;
  return {
    title: `${title}; one that thinks as long ${share(score - over)}`,
    body: join(beside, verdict === undefined ? "" : ", which "),
    ...(verdict === undefined ? {} : {verdict}),
    condition
  };
}

function doublingOf({firstDoubling}: AgentsNumbers, drawn: AgentsUncertainty | undefined): string {
  return `${shareDifference(firstDoubling.first)}${inBrackets(drawn?.firstDoubling, bare)}`;
}

const multiple = (ratio: number): string => `${ratio < 9.95 ? ratio.toFixed(1) : ratio.toFixed(0)}×`;

/** Parallel agents save time, never tokens. */
function sizeWords(numbers: AgentsNumbers): string {
  const {rows, count} = numbers;
  const [row, one] = [rowAt(numbers), rows[0]];
  if (row === undefined || one === undefined || count === 1) return "";
  const tokens = `write ${multiple(row.output / one.output)} as many tokens as one`;
  if (row.seconds === undefined || one.seconds === undefined) {
    return `They ${tokens}; how long they take is not disclosed and not placed.`;
  }
  return `They ${tokens} and take ${multiple(row.seconds / one.seconds)} as long: side by side saves time, never tokens.`;
}

/** Less than what is shown of it. */
const leastGain = 0.0005;

const doublingPart = ({first, all, most, share: part}: FirstDoubling, by: string): string => {
  if (Math.abs(all) < leastGain) return `${most} agents add nothing ${by}`;
  const sum = `${bare(first)} of ${shareDifference(all)} that ${most} agents add`;
  return Number.isFinite(part) && all > 0 ? `${sum} ${by}, ${Math.round(100 * part)} %` : `${sum} ${by}`;
};

/** How much of what agents add the first doubling adds, by the law and as measured. */
export function doublingWords({firstDoubling, measuredDoubling}: AgentsNumbers): string {
  const parts = [
    ...(measuredDoubling === undefined ? [] : [doublingPart(measuredDoubling, "as measured")]),
    doublingPart(firstDoubling, "by the law")
  ];
  const of = measuredDoubling ?? firstDoubling;
  const lead = of.share > 0.5 && of.all >= leastGain ? "Most of the gain is the first doubling" : "The first doubling";
  return `${lead}: ${parts.join("; ")}.`;
}

/** How often the agents come out above the single one that thinks as long. */
export function aboveWords(drawn: AgentsUncertainty | undefined, count: number): string {
  const above = drawn?.overSingle?.above0;
  return above === undefined || drawn?.count !== count
    ? ""
    : `above 0 in ${(100 * above).toFixed(0)} % of ${withCommas(drawn.draws)} draws`;
}
