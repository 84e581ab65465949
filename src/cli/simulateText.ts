import {log10} from "../numerics/exp.ts";
import {outputWords} from "../figures/compareWords.ts";
import {inputText} from "../figures/sensitivity.ts";
import {asString, pointsText} from "../figures/wording.ts";
import type {Gain} from "../laws/gain.ts";
import {formatFlop, formatMultiplier, formatPoints, withCommas} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Pair} from "../simulation/gains.ts";
import type {claimReport, gainReport, simulationReport} from "../simulation/numbers.ts";
import {outputsOf} from "../simulation/outputs.ts";
import {percent} from "./ladderWords.ts";

export type Report = NonNullable<ReturnType<typeof simulationReport>>;
type Reading = NonNullable<ReturnType<typeof gainReport>>["readings"][number];
type ClaimNumbers = ReturnType<typeof claimReport>["claims"][number];
type Amount = number | string | null;
type Ends = {readonly low: Amount; readonly high: Amount} | null;

const times = (value: Amount): string =>
  typeof value === "number" ? formatMultiplier(value) : value === "never" ? "never reached" : "no number";
const flop = (value: Amount): string => (typeof value === "number" ? `${formatFlop(value).text} FLOP` : "no number");
const scoreText = (value: Amount): string =>
  value === null ? "no score" : typeof value === "number" ? String(Number(value.toPrecision(6))) : value;

/** "(90 %: a to b)" behind a number; nothing where there is no interval. */
const range = (interval: Ends, word: (value: Amount) => string): string =>
  interval === null ||
  (typeof interval.low !== "number" && typeof interval.high !== "number") ||
  interval.low === interval.high
    ? ""
    : ` (90 %: ${word(interval.low)} to ${word(interval.high)})`;

/** Why there is no factor at a level. */
function noGainWords(kind: Exclude<Gain["kind"], "gain">, {of, against}: Pair): string {
  const words: Record<typeof kind, string> = {
    "reference-never": `${against} never reaches this level: no factor would do`,
    "recipe-never": `${of} never reaches this level`,
    neither: "neither reaches this level",
    "any-compute": "any compute is past this level"
  };
  return words[kind];
}

/** The gain of a pair at one level: "a against b at 30 (level): 1.7× (90 %: …)". */
export function readingLine(pair: Pair, {at, level, kind, gain, interval}: Reading): string {
  const words = kind === "gain" ? `${times(gain)}${range(interval, times)}` : noGainWords(kind, pair);
  return `${pair.of} against ${pair.against} at ${Number(level.toPrecision(6))} (${at}): ${words}`;
}

const points =
  (scenario: Scenario, metric: string) =>
  (value: Amount): string =>
    typeof value === "number" ? pointsText(value, scenario.metrics[metric]?.unit ?? "points") : "no number of points";

function modelLine({name, compute, score, gain, gainInterval, residual, penalty}: Report["models"][number]): string {
  const off = residual === 1 || residual === null ? "" : `, ${times(residual)} of it off its recipe’s curve`;
  const trained = typeof penalty === "number" && penalty !== 1 ? `, ${times(penalty)} the compute-optimal run` : "";
  return `${name}: ${flop(compute)}, ${scoreText(score)}, gain ${times(gain)}${range(gainInterval, times)}${off}${trained}`;
}

function recipeLine({id, gain, trainingGain, parts}: Report["recipes"][number]): string {
  const made =
    parts === undefined
      ? ""
      : `, of which training ${times(trainingGain ?? null)}: ${parts.map((part) => `${part.name} ${times(part.gain)}`).join(", ")}`;
  return `recipe ${id}: gain ${times(gain)}${made}`;
}

function comparisonLines(scenario: Scenario, {metric, comparisons}: Report): readonly string[] {
  const say = points(scenario, metric);
  return comparisons.flatMap((found) => {
    const above = found.probabilityAbove1 === null ? "" : `; above 1× in ${percent(found.probabilityAbove1)} of draws`;
    const away = typeof found.decadesOffTheRival === "number" ? found.decadesOffTheRival.toFixed(2) : "no number of";
    return [
      `against ${found.rival}: ${times(found.gain)}${range(found.gainInterval, times)}${above}`,
      `  at equal compute: ${say(found.points)}${range(found.pointsInterval, say)}`,
      `  equal score at ${flop(found.computeAtEqualScore)} of ${found.rival}’s recipe, ${away} decades from its own compute`
    ];
  });
}

const thresholdLines = ({thresholds}: Report): readonly string[] =>
  thresholds.flatMap(({id, compute, slips}) => [
    `threshold ${id}: ${flop(compute)}${slips.length === 0 ? "; no model of known compute is over it" : "; a run under it reaches"}`,
    ...slips.map(({model, score, gain}) => `  ${model}, ${scoreText(score)}, at a gain of ${times(gain)}`)
  ]);

function sensitivityLines(scenario: Scenario, {metric, sensitivity}: Report): readonly string[] {
  if (sensitivity === null) return [];
  const kind = outputsOf(scenario).find(({id}) => id === sensitivity.output)?.kind ?? "score";
  const say = (value: Amount): string => {
    if (typeof value !== "number") return times(value);
    if (kind === "gain") return times(value);
    if (kind === "compute") return flop(value);
    if (kind === "points") return points(scenario, metric)(value);
    if (kind === "difference") return formatPoints(100 * value);
    if (kind === "seconds" || kind === "tokens" || kind === "amount") return outputWords(kind, log10(value));
    return kind === "share" ? percent(value) : `${kind === "dollars" ? "$" : ""}${scoreText(value)}`;
  };
  const input = (address: string, value: number) => asString(inputText(scenario, address, value));
  return [
    `sensitivity of ${sensitivity.of}, ${say(sensitivity.central)}${sensitivity.swings.length === 0 ? "; no input with an interval moves it" : ":"}`,
    ...sensitivity.swings.map(
      ({address, inputLow, inputHigh, atLow, atHigh}) =>
        `  ${address} from ${input(address, inputLow)} to ${input(address, inputHigh)}: ${say(atLow)} to ${say(atHigh)}`
    ),
    ...sensitivity.shares.map(
      ({addresses, first, total}) =>
        `  ${addresses.join(", ")}: ${percent(first)} of the variance alone, ${percent(total)} with all it goes with`
    )
  ];
}

function ratioText({least, most}: ClaimNumbers["ratio"]): string {
  if (most === null) return `${times(least)} or more`;
  return least === null ? `${times(most)} or less` : least === most ? times(most) : `${times(least)} to ${times(most)}`;
}

/** A claim against one model: what it says, what it implies, how often it holds, and what turns its verdict. */
export function claimLines(scenario: Scenario, found: ClaimNumbers): readonly string[] {
  const {words, by, subject, against, interval, probability, probabilityAtLeast, impliedCompute, flips, ratio} = found;
  const other = found.onMetric ? "" : " The claim is about another metric.";
  const share = probability === null ? "" : `; holds in ${(100 * probability).toFixed(0)} % of draws`;
  const {atMost, atLeast} = impliedCompute;
  const atLeastShare =
    ratio.least === null || ratio.most === null || probabilityAtLeast === null
      ? ""
      : `, at least ${times(ratio.least)} in ${percent(probabilityAtLeast)} of draws`;
  const input = (address: string, value: number) => asString(inputText(scenario, address, value));
  const left = `${range(impliedCompute.interval, flop)}${atLeast === null ? "" : `, at least ${flop(atLeast)}`}`;
  return [
    `“${words}”, ${by}: ${subject} against ${against}: gain ${times(found.gainRead)}${range(interval, times)}${share}; leaves it at most ${flop(atMost)}.${other}`,
    `  read as ${found.reading} at ${scoreText(found.level)}: ${ratioText(ratio)} claimed, which ${found.holdsAsPlaced ? "holds" : "does not hold"} as placed${atLeastShare}`,
    ...(found.gain === found.trainingGain
      ? []
      : [`  gain with all that is in it ${times(found.gain)}, of training alone ${times(found.trainingGain)}`]),
    ...(left === "" ? [] : [`  leaves ${subject} at most ${flop(atMost)}${left}`]),
    ...flips.map(({input: address, now, at}) => {
      const isThere = at !== null && Math.abs(at - now) <= 1e-6 * Math.abs(now);
      const turn = at === null ? "no value turns it" : isThere ? "turns it there" : `turns it at ${input(address, at)}`;
      return `  ${address}, now ${input(address, now)}: ${turn}`;
    })
  ];
}

/** What `ladder simulate` prints of one scenario: every number of its report. */
export function simulationLines(scenario: Scenario, report: Report): readonly string[] {
  const {title, metric, seed, draws, baseline, subject, rival, gain} = report;
  const pair = {of: subject ?? "", against: rival ?? scenario.reference};
  return [
    title,
    `metric ${metric}, seed ${seed}, ${withCommas(draws)} draws, rivals ${baseline.run} (${baseline.law})`,
    ...report.models.map(modelLine),
    ...report.recipes.map(recipeLine),
    ...comparisonLines(scenario, report),
    ...(gain ?? []).map((reading) => readingLine(pair, reading)),
    ...thresholdLines(report),
    ...report.claims.flatMap((found) => claimLines(scenario, found)),
    ...sensitivityLines(scenario, report)
  ];
}
