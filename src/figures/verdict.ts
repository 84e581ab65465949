import type {Interval} from "../simulation/draws.ts";
import {multiplier} from "./wording.ts";

/** What an interval of log10 gain allows one to say; never true or false. */
export interface Verdict {
  readonly kind: "no-telling" | "less" | "more" | "pending";
  readonly words: string;
  /** The same behind a subject in a title: “cannot be told from no gain over GPT-5.4”. */
  readonly over: (name: string) => string;
}

/** An interval narrower than this, log10, is a value. */
const sure = 1e-3;

const pendingWords = "interval on its way";
const sureWords = "no input of it has an interval";

/** What leads from a comparison to its verdict: “it ” before what a run needs, nothing before a verdict to come. */
export const leadingTo = ({kind}: Verdict): string => (kind === "pending" ? "" : "it ");

/** An interval that spans 1 tells nothing; one wholly above or below says at least so much. */
export function verdictOf(interval: Interval | undefined): Verdict {
  if (interval === undefined) return {kind: "pending", words: pendingWords, over: (name) => `against ${name}`};
  const {low, high} = interval;
  // Where nothing varies, a verdict with “at least” would pass the value off as a bound.
  const isSure = high - low < sure;
  if (low > 0) {
    const words = isSure ? `needs less compute; ${sureWords}` : `needs less compute, at least ${multiplier(low)}`;
    return {kind: "less", words, over: (name) => `needs at least ${multiplier(low)} less than ${name}`};
  }
  if (high < 0) {
    const words = isSure ? `needs more compute; ${sureWords}` : `needs more compute, at least ${multiplier(-high)}`;
    return {kind: "more", words, over: (name) => `needs at least ${multiplier(-high)} more than ${name}`};
  }
  const words = "cannot be told from no gain";
  return {kind: "no-telling", words, over: (name) => `${words} over ${name}`};
}

/** A crossing this many decades from a rival's own run is off the data: it is said and not drawn as a bracket. */
export const farDecades = 2;
