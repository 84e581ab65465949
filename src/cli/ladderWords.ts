import {formatCount, formatPoints} from "../scenario/numberText.ts";
import type {Interval} from "../simulation/draws.ts";

/** The numbers of a section, central and drawn, and the lines that say them. */
export interface SectionReport {
  readonly numbers: object;
  readonly intervals: object;
  readonly lines: readonly string[];
}

/** A share in percent: "57.0 %". */
export const percent = (share: number): string =>
  Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : "no number";

/** A difference of shares in points. */
export const pointsOf = (difference: number): string => formatPoints(100 * difference);

/** "(90 %: a to b)" behind a number; nothing where there is no interval. */
export const inBrackets = (interval: Interval | undefined, words: (value: number) => string): string =>
  interval === undefined || interval.low === interval.high
    ? ""
    : ` (90 %: ${words(interval.low)} to ${words(interval.high)})`;

export const tokensText = (tokens: number): string =>
  Number.isFinite(tokens) ? `${formatCount(tokens)} tokens` : "no number of tokens";
