import type {Text} from "../chart/figure.ts";
import {withCommas} from "../scenario/numberText.ts";
import type {Agents} from "../scenario/schema.ts";
import type {AgentsNumbers, AgentsRow, FirstDoubling} from "../simulation/agents.ts";
import type {AgentsUncertainty} from "../simulation/agentsUncertainty.ts";
import type {Interval} from "../simulation/draws.ts";
import {
  agentsCounted,
  bare,
  basisWords,
  inBrackets,
  measured,
  share,
  shareDifference,
  shownDifference
} from "./agentsWords.ts";
import {join, plain} from "./wording.ts";

export interface AgentsAnswer {
  /** The title of an exported figure. */
  readonly title: string;
  readonly body: Text;
  readonly verdict?: string;
  readonly condition: Text;
}

const rowAt = ({rows, count}: AgentsNumbers): AgentsRow | undefined => rows[count - 1];

/** The agents less the single one that thinks for as many tokens, central and as shown; undefined where that cannot be told. */
export function overSingle(numbers: AgentsNumbers): number | undefined {
  const row = rowAt(numbers);
  return row?.single === undefined ? undefined : shownDifference(row.score, row.single);
}

function singleVerdict(over: Interval | undefined): string | undefined {
  if (over === undefined) return undefined;
  if (over.low > 0) return "is a gain: the whole 90 % interval lies above 0";
  return over.high < 0 ? "is a loss: the whole 90 % interval lies below 0" : "cannot be told from no gain";
}

/** The answer of the agents view: what the number of agents on show comes to, over one and over one that thinks for as many tokens. */
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
  const gain = `${shareDifference(shownDifference(score, one))} over one${inBrackets(drawn?.overOne, bare)}`;
  const over = overSingle(numbers);
  if (over === undefined) {
    return {
      title: `${title}, one ${share(one)}`,
      body: plain(
        `${first}, ${gain}. A single agent that thinks for as many tokens cannot be drawn: ${singleMissing ?? ""}`
      ),
      condition
    };
  }
  const verdict = singleVerdict(drawn?.overSingle);
  const beside = `${first}, ${gain}. Over a single agent that thinks for as many tokens: ${shareDifference(over)}${inBrackets(drawn?.overSingle, bare)}`;
  return {
    title: `${title}; one with as many tokens ${share(row?.single ?? NaN)}`,
    body: join(beside, verdict === undefined ? "" : ", which "),
    ...(verdict === undefined ? {} : {verdict}),
    condition
  };
}

function doublingOf(numbers: AgentsNumbers, drawn: AgentsUncertainty | undefined): string {
  return `${shareDifference(shownDoubling(numbers).first)}${inBrackets(drawn?.firstDoubling, bare)}`;
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

/** The first doubling by the law, as the scores are shown. */
function shownDoubling({rows, firstDoubling}: AgentsNumbers): FirstDoubling {
  const [one, two, last] = [rows[0], rows[1], rows[firstDoubling.most - 1]].map((row) => row?.score ?? NaN);
  const from = (score = NaN) => shownDifference(score, one ?? NaN);
  return {...firstDoubling, first: from(two), all: from(last)};
}

/** What the first doubling adds, of what all add: "+6.0 of +8.5 points that 16 agents add as measured, 71 %". */
function doublingPart({first, all, most, share: part}: FirstDoubling, by: string): string {
  if (Math.abs(all) < leastGain) return `${most} agents add nothing${by}`;
  const sum = `${bare(first)} of ${shareDifference(all)} that ${most} agents add${by}`;
  return Number.isFinite(part) && all > 0 ? `${sum}, ${Math.round(100 * part)} %` : sum;
}

const isMost = ({share: part, all}: FirstDoubling): boolean => part > 0.5 && all >= leastGain;

/** How much of what agents add the first doubling adds, by the law and as measured; where they differ, so much is said. */
export function doublingWords(numbers: AgentsNumbers): string {
  const {measuredDoubling: seen} = numbers;
  const law = shownDoubling(numbers);
  const most = "most of the gain is the first doubling";
  if (seen !== undefined && isMost(seen) !== isMost(law)) {
    const [lead, other] = isMost(seen)
      ? [`As measured, ${most}: ${doublingPart(seen, "")}`, `The law as set says otherwise: ${doublingPart(law, "")}`]
      : [`By the law as set, ${most}: ${doublingPart(law, "")}`, `As measured it is not: ${doublingPart(seen, "")}`];
    return `${lead}. ${other}.`;
  }
  const parts = [...(seen === undefined ? [] : [doublingPart(seen, " as measured")]), doublingPart(law, " by the law")];
  return `${isMost(law) ? "Most of the gain is the first doubling" : "The first doubling"}: ${parts.join("; ")}.`;
}

/** How often the agents come out above the single one that thinks for as many tokens. */
export function aboveWords(drawn: AgentsUncertainty | undefined, count: number): string {
  const above = drawn?.overSingle?.above0;
  return above === undefined || drawn?.count !== count
    ? ""
    : `above 0 in ${(100 * above).toFixed(0)} % of ${withCommas(drawn.draws)} draws`;
}
