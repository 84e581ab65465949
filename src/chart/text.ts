import type {Box} from "./boxes.ts";
import type {Text} from "./figure.ts";
import {round} from "./round.ts";
import {textWidth} from "./textWidth.ts";
import type {Weight} from "./textWidth.ts";
import type {Token} from "./theme.ts";

/** A stretch of text with its looks. */
export interface StyledRun {
  readonly text: string;
  readonly color: Token;
  readonly weight: Weight;
  readonly sup?: true;
}

export type Anchor = "start" | "middle" | "end";

/** One line of text with its place; `box` is what it covers, from cap height to descender. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
  readonly size: number;
  readonly runs: readonly StyledRun[];
  readonly halo: boolean;
  readonly tracking?: number;
  readonly box: Box;
}

/** An exponent is set at this share of the text size, raised by `supRise` of its own size. */
export const supSize = 0.74;
export const supRise = 0.42;

const illegal =
  /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * Text that any XML reader takes: no control characters, no halves of a surrogate pair.
 *
 * Right-to-left text is set off by isolates, so that a score behind an Arabic name stays behind it.
 */
export function cleanText(text: string): string {
  const clean = text.replace(/[\t\n\r]+/g, " ").replace(illegal, "");
  return rightToLeft.test(clean) ? `\u2068${clean}\u2069` : clean;
}

export function styled(text: Text, color: Token, weight: Weight): readonly StyledRun[] {
  return text
    .filter((run) => run.text !== "")
    .map((run) => ({text: cleanText(run.text), color, weight, ...(run.sup ? {sup: true as const} : {})}));
}

export function line(text: string, color: Token, weight: Weight): readonly StyledRun[] {
  return styled([{text}], color, weight);
}

export function runsWidth(runs: readonly StyledRun[], size: number, tracking = 0): number {
  return runs.reduce(
    (sum, {text, weight, sup}) => sum + textWidth(text, sup ? size * supSize : size, weight, tracking),
    0
  );
}

/** The text of the runs, exponents after a caret. */
export function asPlainText(runs: readonly {readonly text: string; readonly sup?: true}[]): string {
  return runs.map(({text, sup}) => (sup ? `^${text}` : text)).join("");
}

const ascent = 0.78;
const supAscent = 0.88;
const descent = 0.24;
const noDescent = 0.03;
/** Letters, digits and signs of Inter that stay on the baseline; any other character may hang below it. */
const standing = /^[A-IK-PR-Za-fhik-or-xz0-9 .×%:“”‘’'"–—−+*=·•…~^°]*$/;

/** What a line covers above and below its baseline. */
export function lineExtent(runs: readonly StyledRun[], size: number): {readonly above: number; readonly below: number} {
  const hangs = runs.some(({text, sup}) => !sup && !standing.test(text));
  return {above: size * (runs.some(({sup}) => sup) ? supAscent : ascent), below: size * (hangs ? descent : noDescent)};
}

export interface TextOptions {
  readonly anchor?: Anchor;
  readonly halo?: boolean;
  readonly tracking?: number;
}

/** A line of text at a baseline. */
export function placeText(
  runs: readonly StyledRun[],
  size: number,
  x: number,
  y: number,
  {anchor = "start", halo = false, tracking}: TextOptions = {}
): PlacedText {
  const width = runsWidth(runs, size, tracking);
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  const {above, below} = lineExtent(runs, size);
  return {
    x: round(x),
    y: round(y),
    anchor,
    size,
    runs,
    halo,
    ...(tracking === undefined ? {} : {tracking}),
    box: {x1: left, y1: y - above, x2: left + width, y2: y + below}
  };
}
