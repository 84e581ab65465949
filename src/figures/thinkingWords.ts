import type {Text} from "../chart/figure.ts";
import {formatCount, formatMultiplier, formatMultiplierInterval, withCommas} from "../scenario/numberText.ts";
import type {Scenario, Thinking} from "../scenario/schema.ts";
import type {Interval} from "../simulation/draws.ts";
import {cast} from "../simulation/ladder.ts";
import {tokenVerdict} from "../simulation/tokenVerdict.ts";
import type {TokenVerdict} from "../simulation/tokenVerdict.ts";
import type {IndexRow, PenaltyRow, ThinkingNumbers} from "../simulation/thinking.ts";
import type {ThinkingUncertainty} from "../simulation/thinkingUncertainty.ts";
import {penaltyInFocus} from "../simulation/penaltyFor.ts";
import {join, plain, possessive} from "./wording.ts";

/** A share in percent: "57.0 %". */
export const percentText = (share: number): string =>
  Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : "no number";

/** A count of tokens: "12.3k". */
export const countText = (tokens: number): string =>
  Number.isFinite(tokens) ? formatCount(Number(tokens.toPrecision(3))) : "no number";

/** A factor that is 2 but for rounding is 2. */
export const timesText = (factor: number): string => formatMultiplier(Number(factor.toPrecision(12)));

const isWide = (interval: Interval | undefined): interval is Interval =>
  interval !== undefined && interval.high - interval.low > 1e-9 * Math.abs(interval.high);

/** "(90 %: a to b)" behind a number, with a space before it; nothing where there is no interval. */
export const ninety = (interval: Interval | undefined, words: (value: number) => string): string =>
  isWide(interval) ? ` (90 %: ${words(interval.low)} to ${words(interval.high)})` : "";

/** The same of factors, whose ends go by rules of their own. */
export const ninetyTimes = (interval: Interval | undefined): string =>
  isWide(interval) ? ` (90 %: ${formatMultiplierInterval(interval.low, interval.high)})` : "";

/** What accuracy is of. */
export const measureOf = ({measure = "Accuracy"}: Thinking): string => measure;

/** Who a model is, by id. */
export const modelName = ({models}: Scenario, id: string): string =>
  models.find((model) => model.id === id)?.name ?? id;

/** What the penalty in focus picks, and what correctness alone does, with their intervals. */
export function pickInFocus(section: Thinking, {penalties}: ThinkingNumbers, drawn: ThinkingUncertainty | undefined) {
  const id = penaltyInFocus(section)?.id ?? "none";
  const i = penalties.findIndex((row) => row.id === id);
  return {row: penalties[i], interval: drawn?.penalties[i], none: penalties.find((row) => row.id === "none")};
}

/** A difference in index points: "+4.65 points". */
export const indexPoints = (points: number): string =>
  Number.isFinite(points) ? `${points < 0 ? "−" : "+"}${Math.abs(points).toFixed(2)} points` : "no number";

/** Shares that have a name. */
const namedShares = [
  [1 / 4, "a quarter"],
  [1 / 3, "a third"],
  [1 / 2, "half"],
  [2 / 3, "two thirds"],
  [3 / 4, "three quarters"]
] as const;

/** How much of something a share of it is: "half", "61 %". */
function shareOf(share: number): string {
  const named = namedShares.find(([of]) => Math.abs(share / of - 1) < 0.05);
  if (named !== undefined) return named[1];
  return share < 0.01 ? "less than 1 %" : share > 0.99 ? "almost all" : `${Math.round(100 * share)} %`;
}

const atEqualWords: Readonly<Record<TokenVerdict["atEqualScore"], string>> = {
  fewer: ", and fewer at equal score",
  "not fewer": "; at equal score not fewer",
  "cannot be told": "; at equal score it cannot be told",
  "not read": ""
};

/**
 * What the subject uses to run the index against a rival, as run and at equal score: "half of GPT-5.4’s tokens as run; at
 * equal score it cannot be told". It says no more than the interval holds.
 */
export function leanWords(rival: string, row: IndexRow, atEqual: Interval | undefined): string {
  const {ratio, points, ratioAtEqualScore} = row;
  const {asRun, atEqualScore} = tokenVerdict(row, atEqual);
  if (asRun === "not fewer") {
    const none = `no fewer tokens than ${rival}`;
    if (points > 0) return `${none}, which scores higher`;
    if (points === 0) return `${none}, which scores as high`;
    if (atEqualScore === "not read") return `${none}, for a higher score`;
    return `${none} as run, for a higher score${atEqualScore === "fewer" ? "; at equal score fewer" : atEqualWords[atEqualScore]}`;
  }
  const share = `${shareOf(1 / ratio)} of ${possessive(rival)} tokens`;
  if (points <= 0) return `${share}, at no lower score`;
  const lower = atEqualScore === "not read" && Number.isNaN(ratioAtEqualScore) ? ", for a lower score" : "";
  return `${share} as run${lower}${atEqualWords[atEqualScore]}`;
}

/** The run of the index the answer is about: the rival on show, else the first. */
export const rivalRun = (scenario: Scenario, {index}: ThinkingNumbers): IndexRow | undefined =>
  index.find(({id}) => id === cast(scenario).rival) ?? index[0];

const penaltyWords = (id: string, name: string): string => (id === "none" ? "no penalty" : `“${name}”`);

function pickWords(section: Thinking, numbers: ThinkingNumbers, drawn: ThinkingUncertainty | undefined): string {
  const {row, interval, none} = pickInFocus(section, numbers, drawn);
  if (row === undefined || none === undefined) return "";
  const placed = (section.basis ?? "placed") === "placed" ? "As placed" : "As stated";
  const picks = `${placed}, ${penaltyWords(row.id, row.name)} picks ${countText(row.tokens)} tokens of thinking${ninety(interval?.tokens, countText)} and solves ${percentText(row.accuracy)}`;
  if (row.id === "none") return `${picks}, the most there is`;
  return `${picks}, where correctness alone picks ${countText(none.tokens)} and ${percentText(none.accuracy)}`;
}

/** A number and its percent sign on one line. */
const together = (words: string): string => words.replace(/(\d) %/g, "$1\u00a0%");

/** What the view says first: what the penalty picks as placed, and how many of a rival’s tokens the subject takes to run the index. */
export function thinkingAnswer(
  scenario: Scenario,
  section: Thinking,
  numbers: ThinkingNumbers,
  drawn: ThinkingUncertainty | undefined
): {
  readonly title: string;
  /** Under the title of an exported figure: two lines. */
  readonly summary: Text;
  readonly body: Text;
  readonly verdict?: string;
  readonly condition: Text;
} {
  const picks = pickWords(section, numbers, drawn);
  const row = rivalRun(scenario, numbers);
  const {index} = section;
  if (row === undefined || index === undefined) {
    return {
      title: `${measureOf(section)}: accuracy against thinking tokens`,
      summary: plain(picks),
      body: plain(together(picks)),
      condition: plain(placedWords(section))
    };
  }
  const own = modelName(scenario, index.subject);
  const subjectTokens = index.runs.find(({id}) => id === index.subject)?.tokens.value ?? NaN;
  const atEqual = equalScoreOf(numbers, drawn, row.id);
  const verdict = leanWords(modelName(scenario, row.id), row, atEqual);
  const others = numbers.index
    .filter(({id}) => id !== row.id)
    .map((other) => leanWords(modelName(scenario, other.id), other, equalScoreOf(numbers, drawn, other.id)));
  const equal = Number.isNaN(row.ratioAtEqualScore)
    ? ""
    : `; read at ${possessive(own)} score, ${timesText(row.ratioAtEqualScore)}${ninetyTimes(atEqual)}`;
  const ratio = `To run the index ${modelName(scenario, row.id)} takes ${timesText(row.ratio)} ${possessive(own)} ${countText(subjectTokens)} tokens for ${indexPoints(row.points)}${equal}.`;
  return {
    title: verdict.replace(/^./, (letter) => letter.toUpperCase()),
    summary: plain(`${picks}. ${ratio}`),
    body: plain(together(`${picks}. To run the index ${own} uses `)),
    verdict,
    condition: join(ratio, others.length === 0 ? "" : ` It uses ${others.join("; ")}.`, ` ${placedWords(section)}`)
  };
}

/** The interval at equal score of a rival. */
export function equalScoreOf(
  {index}: ThinkingNumbers,
  drawn: ThinkingUncertainty | undefined,
  id: string
): Interval | undefined {
  return index.some((row) => row.id === id) ? drawn?.index.find((row) => row.id === id)?.ratioAtEqualScore : undefined;
}

/** What is assumed, and what it is not. */
export function placedWords({basis = "placed"}: Thinking): string {
  const whose = basis === "placed" ? "Curves, penalties and path are placed: none is published. " : "";
  return `${whose}Fewer tokens are no gain of training compute.`;
}

/** What a penalty picks against no penalty: tokens and points. */
export function againstNone(
  row: PenaltyRow,
  none: PenaltyRow | undefined
): {readonly factor: number; readonly points: number} {
  return {factor: (none?.tokens ?? NaN) / row.tokens, points: 100 * (row.accuracy - (none?.accuracy ?? NaN))};
}

/** How many draws were made, in words; empty while there are none. */
export function drawsWords(drawn: ThinkingUncertainty | undefined): string {
  if (drawn === undefined) return "";
  const fewer =
    drawn.penaltyDraws < drawn.draws ? `, of what penalties pick from ${withCommas(drawn.penaltyDraws)}` : "";
  return `90 % intervals from ${withCommas(drawn.draws)} draws${fewer}, seed ${drawn.seed}.`;
}
