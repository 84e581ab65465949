import type {GainAtLevel, LadderComparison, LadderGain} from "../fitting/compareLadders.ts";
import {gainMarks} from "../fitting/compareLadders.ts";
import type {Spread} from "../fitting/bootstrap.ts";
import {log10, pow10} from "../numerics/exp.ts";
import type {FitUncertainty} from "../simulation/fitUncertainty.ts";
import {levelText} from "./fitNumbers.ts";
import {verdictOf} from "./verdict.ts";
import type {Verdict} from "./verdict.ts";
import {multiplier, multiplierInterval} from "./wording.ts";

/** The gain of a recipe over the reference at one level, in words. */
export interface GainWords {
  readonly level: string;
  readonly gain: string;
  /** "2.6× to 3.6×"; empty where some draws never reach the level. */
  readonly interval: string;
  readonly verdict: Verdict | undefined;
  /** Shares of the draws above 1×, 3× and 10×: "100 %". */
  readonly above: readonly {readonly mark: string; readonly share: string}[];
  readonly isInside: boolean;
}

/** A recipe against the reference, in words. */
export interface LadderGainRow {
  readonly name: string;
  readonly reference: string;
  /** The lowest loss that both ladders reach; undefined where they share none. */
  readonly common: GainWords | undefined;
  /** The loss that the reference reaches at the target. */
  readonly target: GainWords | undefined;
  /** "changes with scale …" or "cannot be told from constant". */
  readonly trend: string;
  readonly sentences: readonly string[];
}

/** A share of the draws: "62 %", "under 1 %", "over 99 %"; "none" and "all" are said as such. */
export function shareText(share: number): string {
  if (!Number.isFinite(share)) return "no number";
  if (share === 0) return "none";
  if (share === 1) return "all";
  if (share < 0.005) return "under 1 %";
  return share >= 0.995 ? "over 99 %" : `${Math.round(100 * share)} %`;
}

/** "In all draws above 1×, in 62 % above 3×, in none above 10×." */
const aboveSentence = (above: GainAtLevel["above"]): string =>
  `It is ${above.map((share, i) => `above ${gainMarks[i] ?? 1}× in ${shareText(share)} of the draws`).join(", ")}.`.replaceAll(
    / of the draws(?=,)/g,
    ""
  );

function gainWords({level, log10Gain, spread, above, isInside}: GainAtLevel): GainWords {
  return {
    level: levelText(level),
    gain: gainText(log10Gain),
    interval: spread === undefined ? "" : multiplierInterval(spread),
    verdict: spread === undefined ? undefined : verdictOf(spread),
    above: above.map((share, i) => ({mark: `${gainMarks[i] ?? 1}×`, share: shareText(share)})),
    isInside
  };
}

function gainText(log10Gain: number): string {
  if (log10Gain === Infinity) return "no factor would do";
  if (log10Gain === -Infinity) return "never gets there";
  return multiplier(log10Gain);
}

/** The lowest loss on the levels that is inside both ladders. */
export const commonLevel = ({levels}: LadderGain): GainAtLevel | undefined => levels.findLast(({isInside}) => isInside);

const between = (a: number, b: number, share: number): number =>
  share === 0 ? a : share === 1 ? b : a + (b - a) * share;

/** The gain at the loss that the reference reaches with a compute, FLOP, between two levels; undefined off the levels. */
export function gainAtCompute({levels}: LadderGain, C: number): GainAtLevel | undefined {
  const at = log10(C);
  const i = levels.findIndex(({log10Reference}) => log10Reference >= at - 1e-9);
  const [before, after] = [levels[Math.max(0, i - 1)], levels[i]];
  if (before === undefined || after === undefined || before.log10Reference > at + 1e-9) return undefined;
  const step = after.log10Reference - before.log10Reference;
  const share = step > 0 ? Math.min(1, Math.max(0, (at - before.log10Reference) / step)) : 1;
  const near = share < 0.5 ? before : after;
  const mix = (read: (spread: Spread) => number): number =>
    before.spread && after.spread ? between(read(before.spread), read(after.spread), share) : NaN;
  return {
    level: between(before.level, after.level, share),
    log10Reference: at,
    log10Gain: between(before.log10Gain, after.log10Gain, share),
    spread:
      before.spread && after.spread
        ? {low: mix(({low}) => low), median: mix(({median}) => median), high: mix(({high}) => high)}
        : undefined,
    above: near.above,
    isInside: before.isInside && after.isInside
  };
}

/** Whether the gain changes with scale, from the interval of its slope. */
export function trendWords({central, low, high}: LadderGain["trend"]): string {
  if (!Number.isFinite(central + low + high))
    return "whether it changes with scale cannot be told: the ladders share too few levels";
  const each = (slope: number) => (Math.abs(slope) < 0.3 ? `${pow10(slope).toFixed(2)}×` : multiplier(slope));
  const factor = `${each(central)} per tenfold of compute (90 %: ${each(low)} to ${each(high)})`;
  if (low > 0) return `changes with scale: it grows by ${factor}`;
  return high < 0 ? `changes with scale: it shrinks, by ${factor}` : `cannot be told from constant: ${factor}`;
}

function atLevel(found: GainAtLevel, own: string, other: string, where: string): string {
  const {level, gain, interval} = gainWords(found);
  if (found.log10Gain === Infinity)
    return `At a loss of ${level}, ${where}, ${other} never gets there: no factor would do.`;
  if (found.log10Gain === -Infinity) return `At a loss of ${level}, ${where}, ${own} never gets there.`;
  const less = found.log10Gain < 0 ? `has a gain of ${gain} over` : `takes ${gain} less compute than`;
  const range = interval === "" ? ", without an interval, since some draws never get there" : ` (90 %: ${interval})`;
  return `At a loss of ${level}, ${where}, ${own} ${less} ${other}${range}. ${aboveSentence(found.above)}`;
}

function rowOf(
  gain: LadderGain,
  {reference}: LadderComparison,
  target: FitUncertainty["target"] | undefined
): LadderGainRow {
  const common = commonLevel(gain);
  const beyond = target === undefined ? undefined : gainAtCompute(gain, target.C);
  const trend = trendWords(gain.trend);
  return {
    name: gain.name,
    reference,
    common: common && gainWords(common),
    target: beyond && gainWords(beyond),
    trend,
    sentences: [
      common === undefined
        ? `${gain.name} and ${reference} share no loss: every gain between them is extrapolated.`
        : atLevel(common, gain.name, reference, "the lowest that both ladders reach"),
      ...(beyond === undefined
        ? []
        : [atLevel(beyond, gain.name, reference, `which ${reference} reaches at the target`)]),
      trend.startsWith("whether")
        ? `Whether the gain changes with scale cannot be told: the ladders share too few levels.`
        : `The gain ${trend}.`
    ]
  };
}

/** What there is to say of the ladders against the first of them. */
export type LadderGainAnswer =
  | {readonly kind: "none"}
  | {readonly kind: "failed"; readonly message: string}
  | {readonly kind: "gains"; readonly rows: readonly LadderGainRow[]; readonly remark: string};

/** Ladder against ladder in words; none where the runs are of one recipe or the intervals are on their way. */
export function ladderGainAnswer(uncertainty: FitUncertainty | undefined): LadderGainAnswer {
  const result = uncertainty?.comparison;
  if (result === undefined) return {kind: "none"};
  if (!result.ok) return {kind: "failed", message: `No comparison: ${result.message}.`};
  const {comparison} = result;
  return {
    kind: "gains",
    rows: comparison.gains.map((gain) => rowOf(gain, comparison, uncertainty?.target)),
    remark: comparison.converged ? "" : "The ladders’ fit did not converge: a better one may exist."
  };
}
