import type {Box, Pixel} from "./boxes.ts";
import {lineExtent, placeText, runsWidth} from "./text.ts";
import type {Anchor, PlacedText, StyledRun} from "./text.ts";

export interface BlockLine {
  readonly runs: readonly StyledRun[];
  readonly size: number;
}

/** Lines of text that keep together. */
export interface Block {
  readonly lines: readonly BlockLine[];
  readonly step: number;
  readonly width: number;
  /** From the first baseline up, and from it down to the end of the last line. */
  readonly above: number;
  readonly below: number;
}

export function blockOf(lines: readonly BlockLine[], step: number): Block {
  const shown = lines.filter(({runs}) => runs.length > 0);
  const [first] = shown;
  const last = shown.at(-1);
  return {
    lines: shown,
    step,
    width: shown.reduce((most, {runs, size}) => Math.max(most, runsWidth(runs, size)), 0),
    above: first === undefined ? 0 : lineExtent(first.runs, first.size).above,
    below: last === undefined ? 0 : lineExtent(last.runs, last.size).below + step * (shown.length - 1)
  };
}

/** A place for a block: its first baseline, and the line that ties it to its mark. */
export interface Candidate {
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
  /** How much worse than the best place, all else equal; a line crossed costs a few. */
  readonly cost: number;
  readonly leader?: readonly [Pixel, Pixel];
}

export function blockBox({width, above, below}: Block, {x, y, anchor}: Pick<Candidate, "x" | "y" | "anchor">): Box {
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return {x1: left, y1: y - above, x2: left + width, y2: y + below};
}

export function blockTexts(
  {lines, step}: Block,
  {x, y, anchor}: Pick<Candidate, "x" | "y" | "anchor">
): readonly PlacedText[] {
  return lines.map(({runs, size}, i) => placeText(runs, size, x, y + i * step, {anchor, halo: true}));
}
