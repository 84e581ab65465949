import {withCommas} from "./numberText.ts";
import type {Quantity, QuantityKind} from "./quantity.ts";

/** Where a number must lie; `above`, `below` and `not` are themselves out, `from` and `to` are in. */
export interface Bounds {
  readonly above?: number;
  readonly from?: number;
  readonly to?: number;
  readonly below?: number;
  readonly not?: number;
  /** It is a whole number of these. */
  readonly whole?: string;
}

const positive: Bounds = {above: 0};

/** Where the numbers of a kind lie, where an input has no bounds of its own. */
const kindBounds: Readonly<Record<QuantityKind, Bounds>> = {
  compute: positive,
  gain: positive,
  score: {},
  slope: positive,
  parameters: positive,
  tokens: positive,
  coefficient: positive,
  money: positive,
  utilization: {above: 0, to: 1},
  number: positive,
  share: {from: 0, to: 1},
  amount: {from: 0}
};

/** The bounds of a kind of quantity, or those an input has of its own. */
const boundsOf = (kind: QuantityKind, own?: Bounds): Bounds => own ?? kindBounds[kind];

function isWithin(value: number, {above, from, to, below, not, whole}: Bounds): boolean {
  return (
    (above === undefined || value > above) &&
    (from === undefined || value >= from) &&
    (to === undefined || value <= to) &&
    (below === undefined || value < below) &&
    value !== not &&
    (whole === undefined || Number.isInteger(value))
  );
}

/** Whether a number lies where its kind, or its input, has it. */
export const isInRange = (value: number, kind: QuantityKind, own?: Bounds): boolean =>
  isWithin(value, boundsOf(kind, own));

function wordsOf({above, from, to, below, whole}: Bounds): string {
  if (whole !== undefined) return `a whole number of ${whole} from ${withCommas(from ?? 0)} to ${withCommas(to ?? 0)}`;
  if (above !== undefined && below !== undefined) return `between ${above} and ${below}, both excluded`;
  const least = above === undefined ? `from ${from ?? 0}` : `above ${above}`;
  if (to !== undefined) return above === undefined ? `${least} to ${to}` : `${least} and at most ${to}`;
  return above === undefined ? `${from ?? 0} or more` : `greater than ${above}`;
}

/** The one sentence about the bounds of a field, true for every number outside of them: "must be greater than 0". */
export function rangeWords(kind: QuantityKind, own?: Bounds): string {
  const bounds = boundsOf(kind, own);
  const {from, to, not} = bounds;
  const percent = kind === "share" && from === 0 ? ", or 0% to 100%" : to === 1 ? ", or 100%" : "";
  const except = not === undefined ? "" : ` and not ${not}`;
  return `must ${bounds.below === undefined ? "be" : "lie"} ${wordsOf(bounds)}${percent}${except}`;
}

/** What the first of some numbers outside the bounds is told: "must be greater than 0, got -3"; undefined for none. */
export function rangeFault(numbers: readonly number[], kind: QuantityKind, own?: Bounds): string | undefined {
  const wrong = numbers.find((value) => !isInRange(value, kind, own));
  return wrong === undefined ? undefined : `${rangeWords(kind, own)}, got ${wrong}`;
}

/** A number of a sentence: commas between the thousands of a whole one. */
const inWords = (value: number): string => (Number.isInteger(value) ? withCommas(value) : String(value));

/** Why the interval of a quantity cannot be drawn; undefined where it can, or where there is none. */
export function intervalFault({value, low, high}: Quantity, kind: QuantityKind, own?: Bounds): string | undefined {
  if (low === undefined || high === undefined) return undefined;
  if (!isInRange(high, kind, own)) return `${rangeWords(kind, own)}, got an upper end of ${inWords(high)}`;
  if (kind !== "amount") return undefined;
  if (!(low > 0)) return `an interval must lie above 0, got ${inWords(low)} to ${inWords(high)}`;
  return value > 0
    ? undefined
    : `must be above 0 beside an interval, ${inWords(low)} to ${inWords(high)}: take that away first`;
}

/** The middle of an interval: the geometric mean, by two roots so that 1e300 squared does not overflow; of scores and shares the arithmetic one. */
export function middle(low: number, high: number, kind: QuantityKind): number {
  const mean = kind === "score" || kind === "share" ? low / 2 + high / 2 : Math.sqrt(low) * Math.sqrt(high);
  // rounding must not put the mean of two equal or neighbouring ends outside of them
  return Math.min(high, Math.max(low, mean));
}
