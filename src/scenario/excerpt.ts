import type {Place} from "./places.ts";

/** The line a problem stands on, and where on it. */
export interface Excerpt {
  readonly line: number;
  /** What is shown of the line, with … where it is cut. */
  readonly text: string;
  /** How many characters of `text` stand before the place. */
  readonly before: number;
}

/** A line longer than this is cut around the place; a scenario may stand on one line of megabytes. */
const widest = 100;
/** How much of a cut line is kept before the place. */
const lead = 40;

/** Characters that would move a terminal's cursor, colour it, or turn the direction of writing. */

const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Where a line begins, counted as `placeOf` counts: a line ends with LF, CR LF or CR. */
function startOf(text: string, line: number): number | undefined {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let at = 1; at < line; ++at) {
    const rest = /\r\n|\r|\n/g;
    rest.lastIndex = start;
    const end = rest.exec(text);
    if (end === null) return undefined;
    start = end.index + end[0].length;
  }
  return start;
}

/**
 * The line of a text at a place, as it can be shown anywhere: one line, at most 102 characters, nothing in it that a
 * terminal would obey; undefined where the line is not there or is blank.
 */
export function excerptAt(text: string, {line, column}: Place): Excerpt | undefined {
  const start = startOf(text, line);
  if (start === undefined) return undefined;
  const end = text.slice(start).search(/[\r\n]/);
  const whole = end < 0 ? text.slice(start) : text.slice(start, start + end);
  if (whole.trim() === "") return undefined;
  const at = Math.min(column - 1, whole.length);
  const from = whole.length <= widest || at < widest - lead ? 0 : at - lead;
  const to = Math.min(whole.length, from + widest);
  const shown = (part: string) => part.replace(unseen, " ");
  const opening = `${from > 0 ? "…" : ""}${shown(whole.slice(from, at))}`;
  // Two halves of one character count as one, as they are shown.
  return {
    line,
    text: `${opening}${shown(whole.slice(at, to))}${to < whole.length ? "…" : ""}`,
    before: Array.from(opening).length
  };
}

/** An excerpt on two lines: the line with its number, and a caret under the place. */
export function excerptLines({line, text, before}: Excerpt): readonly [string, string] {
  const margin = `  ${line} | `;
  return [`${margin}${text}`, `${" ".repeat(margin.length - 2)}| ${" ".repeat(before)}^`];
}
