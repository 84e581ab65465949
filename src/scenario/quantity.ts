/**
 * A quantity as a file writes it.
 *
 * A string is read as people write it ("3 to 10 million"); `{low, high}` is a 90 % interval and `{value, low, high}` a
 * split one around the value. "5 ± 2" is the value 5 with the 90 % interval 3 to 7.
 */
export type QuantityInput =
  | number
  | string
  | {readonly low: number | string; readonly high: number | string; readonly shape?: Shape}
  | {
      readonly value: number | string;
      readonly low: number | string;
      readonly high: number | string;
      readonly shape?: Shape;
    };

/**
 * How the draws of an interval are spread; where it is left out, log-normal for positive quantities and normal for
 * scores and shares. Of a uniform one the ends are the ends, not the 5 % and 95 % quantiles.
 */
export const shapes = ["log-normal", "normal", "uniform"] as const;
export type Shape = (typeof shapes)[number];

/** What kind of thing a quantity measures; decides units, sign and whether its interval is taken in logs. */
export type QuantityKind =
  | "compute"
  | "gain"
  | "score"
  | "slope"
  | "parameters"
  | "tokens"
  | "coefficient"
  /** Dollars. */
  | "money"
  /** A fraction of a peak, above 0 and at most 1 (MFU). */
  | "utilization"
  /** How many of something there are, or how long it takes; above 0. */
  | "number"
  /** A probability or a fraction of a whole, 0 to 1. */
  | "share"
  /** An amount that may be none: seconds, steps, a penalty. */
  | "amount";

export interface Quantity {
  /** FLOP, factor, points, points per tenfold, count or share, by kind; see `isInRange`. */
  readonly value: number;
  /** Ends of the 90 % interval; low ≤ high, and the value may lie outside. */
  readonly low?: number;
  readonly high?: number;
  /** "over" where only "more than the value" is known, "under" where only "less than". */
  readonly bound?: "over" | "under";
  /** How its draws are spread, where the file says so. */
  readonly shape?: Shape;
  readonly written: QuantityInput;
}

export type Parsed<T> =
  | {readonly ok: true; readonly value: T}
  | {
      readonly ok: false;
      /** What is wrong and what is accepted, without the name of the field. */
      readonly message: string;
      readonly hint?: string;
      /** Set when the text may be right but needs `loadRarerUnits()`; parse again with its result. */
      readonly needs?: "rarer-units";
      /** Keys inside the input that lead to the fault. */
      readonly path?: readonly string[];
    };

/** The least that a quantity says, its value or the low end of its interval: a value may lie outside. */
export const leastOf = ({value, low}: Quantity): number => Math.min(value, low ?? value);

/** The most that a quantity says. */
export const mostOf = ({value, high}: Quantity): number => Math.max(value, high ?? value);

/** Whether the value lies outside its own interval, which is allowed and worth a warning. */
export function isOutside(quantity: Quantity): quantity is Quantity & {readonly low: number; readonly high: number} {
  const {value, low, high} = quantity;
  return (low !== undefined && value < low) || (high !== undefined && value > high);
}
