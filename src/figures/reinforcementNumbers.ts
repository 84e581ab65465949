import {formatCount} from "../scenario/numberText.ts";
import type {Reinforcement} from "../scenario/schema.ts";
import type {Interval} from "../simulation/draws.ts";

/** A share in percent, to a tenth: "57.0 %". */
export const percent = (share: number): string =>
  Number.isFinite(share) ? `${(100 * share).toFixed(1)}\u00a0%` : "no number";

/** A difference of shares in points with its sign: "+18.5 points". */
export const pointsOf = (difference: number): string => {
  const text = Math.abs(100 * difference).toFixed(1);
  const sign = text === "0.0" ? "" : difference < 0 ? "−" : "+";
  return Number.isFinite(difference) ? `${sign}${text} points` : "no number";
};

/** Amounts from here on are written with a letter. */
const large = 1e7;

/** An amount of reinforcement learning without its unit, to so many significant digits: "26,000", "3.2", "38M". */
export function amountText(amount: number, digits = 2): string {
  if (!Number.isFinite(amount)) return "no number";
  const rounded = Number(amount.toPrecision(digits));
  if (rounded >= large) return formatCount(rounded);
  return String(rounded).replace(/^\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ","));
}

/** An amount that somebody set, to three digits and with its unit: "20,000 GPU-hours". */
export const amountSet = (amount: number, unit: Reinforcement["unit"]): string => `${amountText(amount, 3)} ${unit}`;

/** "(90 %: a to b)" behind a number, with a space before; empty where nothing is uncertain or not drawn yet. */
export function inBrackets(interval: Interval | undefined, words: (value: number) => string): string {
  const range = rangeOf(interval, words);
  return range === "" ? "" : ` (90\u00a0%: ${range})`;
}

/** "a to b"; empty where both ends read the same. */
export function rangeOf(interval: Interval | undefined, words: (value: number) => string): string {
  if (interval === undefined) return "";
  const [low, high] = [words(interval.low), words(interval.high)];
  // A unit in words stands once, behind the second end.
  return low === high ? "" : `${low.replace(/ points.*$/, "")} to ${high}`;
}
