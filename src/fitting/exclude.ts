import {runsInWords} from "./fillCompute.ts";
import type {Run} from "./run.ts";

/** Runs with some set apart, and the sentence that says which. */
export interface Exclusion<R extends Run = Run> {
  /** In their order. */
  readonly kept: readonly R[];
  /** In the order of their lines. */
  readonly excluded: readonly R[];
  /** "" where nothing was set apart. */
  readonly words: string;
}

/**
 * The runs without the n of largest loss.
 *
 * Of equal losses the one further up the table goes first, so that the same table gives the same runs. Runs without a
 * loss stay. With n at or above their number, every run that has a loss goes.
 *
 * @param n a whole number ≥ 0
 * @throws RangeError if n is none
 */
export function dropLargestLoss<R extends Run>(runs: readonly R[], n: number): Exclusion<R> {
  if (!(Number.isSafeInteger(n) && n >= 0)) throw new RangeError(`invalid number of runs; not a whole number: ${n}`);
  const largest = runs
    .filter(({loss}) => !Number.isNaN(loss))
    .sort((a, b) => b.loss - a.loss || a.line - b.line)
    .slice(0, n);
  return excludeLines(runs, new Set(largest.map(({line}) => line)), "of largest loss ");
}

/** The runs without those on the given lines; a line without a run changes nothing. */
export function excludeLines<R extends Run>(runs: readonly R[], lines: ReadonlySet<number>, which = ""): Exclusion<R> {
  const excluded = runs.filter(({line}) => lines.has(line)).sort((a, b) => a.line - b.line);
  const on = `${excluded.length === 1 ? "line" : "lines"} ${excluded.map(({line}) => line).join(", ")}`;
  return {
    kept: runs.filter(({line}) => !lines.has(line)),
    excluded,
    words: excluded.length === 0 ? "" : `${runsInWords(excluded.length)} ${which}left out: ${on}`
  };
}
