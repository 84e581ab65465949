import type {Pixel} from "./boxes.ts";
import type {Label, Mark} from "./figure.ts";
import type {Frame, PlacedLabel} from "./placed.ts";
import {relax} from "./relax.ts";
import {round} from "./round.ts";
import {line, placeText, styled} from "./text.ts";
import type {PlacedText, StyledRun} from "./text.ts";
import {labelWeight} from "./textStyle.ts";
import type {Sizes} from "./textStyle.ts";
import {nameColor, roleColor} from "./theme.ts";
import {cutRuns, wrapRuns} from "./wrap.ts";

/** From the plot to the labels beside it, px. */
export const columnGap = 26;

/** Distance between the lines of two labels. */
const step = 18;

export interface ColumnAsk {
  readonly mark: Mark;
  readonly label: Label;
  readonly focus: boolean;
  /** Where the leader starts, and the height the label would like. */
  readonly from: Pixel;
}

/** A name with its value behind it. */
export function nameRuns(mark: Mark, label: Label, focus: boolean): readonly StyledRun[] {
  const name = line(label.name, nameColor[mark.role], labelWeight(focus, mark.role === "context"));
  return label.value === undefined ? name : [...name, ...line(` ${label.value}`, "ink3", 400)];
}

/** The name cut so that the value behind it stays whole. */
export function nameRunsWithin(
  mark: Mark,
  label: Label,
  focus: boolean,
  size: number,
  width: number
): readonly StyledRun[] {
  const whole = nameRuns(mark, label, focus);
  const value = whole.slice(1);
  const room = width - value.reduce((sum, run) => sum + placeText([run], size, 0, 0).box.x2, 0);
  return room < 40 ? cutRuns(whole, size, width) : [...cutRuns(whole.slice(0, 1), size, room), ...value];
}

interface Entry {
  readonly ask: ColumnAsk;
  readonly lines: readonly (readonly StyledRun[])[];
  readonly height: number;
}

/** The labels that fit under each other; of too many the least important go. */
function fitting(entries: readonly Entry[], room: number): readonly Entry[] {
  let rest = entries;
  while (rest.reduce((sum, {height}) => sum + height, 0) > room && rest.length > 0) {
    const least = rest.reduce((a, b) => (b.ask.label.priority < a.ask.label.priority ? b : a));
    rest = rest.filter((entry) => entry !== least);
  }
  return rest;
}

/** From its mark across to the edge of the plot, slanted to the label, and a flat end. */
function leader({from, mark}: ColumnAsk, y: number, {plot, column}: Frame) {
  const x = (column?.x ?? 0) - 7;
  const edge = plot.x2 + 2;
  const d = `M${round(Math.min(from.x, edge))} ${round(from.y)}H${round(edge)}L${round(x)} ${round(y)}h4`;
  return {d, color: roleColor[mark.role], isDotted: from.x < plot.x2 - 48};
}

/** Labels in the column right of the plot: in the order of their marks, 18 px apart at least, tied by leaders. */
export function placeColumn(asks: readonly ColumnAsk[], frame: Frame, sizes: Sizes): readonly PlacedLabel[] {
  const {column} = frame;
  if (column === undefined) return [];
  const entries = asks
    .map((ask): Entry => {
      const lines = (column.hasLines ? (ask.label.lines ?? []) : []).flatMap((text) =>
        wrapRuns(styled(text, "ink3", 400), sizes.note, column.width, 2)
      );
      return {ask, lines, height: step + sizes.noteLine * lines.length + (lines.length > 0 ? 2 : 0)};
    })
    .sort((a, b) => a.ask.from.y - b.ask.from.y || (a.ask.mark.id < b.ask.mark.id ? -1 : 1));
  const shown = fitting(entries, column.bottom - column.top);
  const wishes = shown.map(({ask, height}) => ({at: ask.from.y, before: step / 2, after: height - step / 2}));
  const places = relax(wishes, column.top, column.bottom);
  return shown.map(({ask, lines}, i): PlacedLabel => {
    const y = places[i] ?? ask.from.y;
    const {mark, label, focus} = ask;
    const name = placeText(
      nameRunsWithin(mark, label, focus, sizes.label, column.width),
      sizes.label,
      column.x,
      y + 4.3
    );
    const further = lines.map((runs, k): PlacedText =>
      placeText(runs, sizes.note, column.x, y + 4.3 + sizes.noteLine * (k + 1))
    );
    return {
      id: mark.id,
      role: mark.role,
      ...(mark.model === undefined ? {} : {model: mark.model}),
      texts: [name, ...further],
      leader: leader(ask, y, frame)
    };
  });
}
