import {clamp} from "./boxes.ts";
import type {AxisRow, BarMark, Figure, Text} from "./figure.ts";
import {placeText, runsWidth, styled} from "./text.ts";
import type {PlacedText, StyledRun} from "./text.ts";
import type {Sizes} from "./textStyle.ts";
import {nameColor} from "./theme.ts";
import {cutRuns, wrapEvenly} from "./wrap.ts";

/** From the names to the plot, px. */
export const nameGap = 12;

/** Height of the names of upright lines over the first row, and of a name over its own bar on a phone. */
const headroom = 22;
const nameOver = 16;

/** A name over its bar stands on a line so far above it, px. */
export const nameLift = 5;

/** A label stands so far from the end of its bar, and so far from whatever comes next. */
export const labelGap = 6;
const nextGap = 4;

/** Share of the plot’s width that labels on one side may take. */
const mostLabels = 0.42;

/** Wider figures have names beside the rows, and so have narrower ones with rows closer than this. */
const mostOver = 460;
const leastPitch = 36;

export function isNamedOver(count: number, width: number, height: number): boolean {
  return width < mostOver && height / count >= leastPitch;
}

/** How thick a bar is, for rows so many px apart, named over their bars or beside them. */
export function barHeight(pitch: number, namesOver: boolean): number {
  return namesOver ? clamp(Math.min(pitch - nameOver - 12, pitch * 0.5), 4, 40) : clamp(pitch * 0.58, 4, 64);
}

/** A label of a bar, the value it stands at and the side it stands on. */
export interface EndLabel {
  readonly runs: readonly StyledRun[];
  readonly at: number;
  readonly way: 1 | -1;
}

/** What a bar wants written beside its ends, each outside it. */
export function endLabels({x1, x2, emphasis, startLabel, endLabel}: BarMark): readonly EndLabel[] {
  const way = x2 > x1 || (x2 === x1 && emphasis !== "low") ? 1 : -1;
  const label = (text: Text | undefined, at: number, side: 1 | -1): readonly EndLabel[] =>
    text === undefined
      ? []
      : [
          {
            runs: emphasis === "total" ? styled(text, "ink", 650) : styled(text, "ink2", 550),
            at,
            way: side
          }
        ];
  return [...label(startLabel, x1, way === 1 ? -1 : 1), ...label(endLabel, x2, way)];
}

export function barsOf({marks}: Figure): readonly BarMark[] {
  return marks.filter((mark) => mark.type === "bar").filter(({x1, x2}) => Number.isFinite(x1 + x2));
}

/** The domain widened so that every label has room between its bar and the edge of the plot. */
export function roomForLabels(
  domain: readonly [number, number],
  bars: readonly BarMark[],
  pixels: number,
  {label}: Sizes
): readonly [number, number] {
  // All labels on one side of a row may have to stand in line behind its longest bar.
  const wants = new Map<string, {value: number; share: number; way: 1 | -1}>();
  for (const bar of bars) {
    for (const {runs, at, way} of endLabels(bar)) {
      const id = `${bar.row} ${way}`;
      const before = wants.get(id) ?? {value: at, share: 0, way};
      const share = (runsWidth(runs, label) + labelGap + nextGap) / pixels;
      wants.set(id, {value: way * Math.max(way * before.value, way * at), share: before.share + share, way});
    }
  }
  const values = bars.flatMap(({x1, x2}) => [x1, x2]);
  let low = Math.min(domain[0], ...values);
  let high = Math.max(domain[1], ...values);
  for (let round = 0; round < 24; ++round) {
    for (const {value, share, way} of wants.values()) {
      if (share > mostLabels) continue;
      if (way === 1) high = Math.max(high, (value - share * low) / (1 - share));
      else low = Math.min(low, (value - share * high) / (1 - share));
    }
  }
  return [low, high];
}

/** Rows from the top down as the domain of the y axis: some room for names over the first and over each bar. */
export function rowDomain(
  figure: Figure,
  count: number,
  height: number,
  namesOver: boolean
): readonly [number, number] {
  const hasNames = figure.marks.some(
    (mark) => mark.type === "threshold" || (mark.type === "rule" && mark.along === "y" && mark.name !== undefined)
  );
  const top = hasNames ? Math.min(headroom, height / 4) : 0;
  const pitch = (height - top) / count;
  const shift = namesOver ? nameOver / 2 / pitch : 0;
  return [count - 0.5 - shift, -0.5 - shift - top / pitch];
}

function nameRuns({name, role}: AxisRow): readonly StyledRun[] {
  return styled([{text: name}], nameColor[role ?? "context"], role === undefined ? 450 : 550);
}

/** Name and note in as many lines as a row has room for. */
function nameLines(row: AxisRow, pitch: number, width: number, {label, note, noteLine}: Sizes) {
  const most = clamp(Math.floor((pitch + 1) / noteLine), 1, 3);
  // A name that would be cut for its note goes before it.
  const isLong = runsWidth(nameRuns(row), label) > width;
  const hasNote = row.note !== undefined && most > (isLong ? 2 : 1);
  const name = wrapEvenly(nameRuns(row), label, width, hasNote ? Math.min(2, most - 1) : Math.min(2, most));
  const further = hasNote ? [cutRuns(styled(row.note, "ink3", 400), note, width)] : [];
  return [...name.map((runs) => ({runs, size: label})), ...further.map((runs) => ({runs, size: note}))];
}

/** How wide the column of names is: as its longest line, up to a third of the figure. */
export function namesWidth(rows: readonly AxisRow[], pitch: number, figureWidth: number, sizes: Sizes): number {
  const most = clamp(figureWidth * 0.32, 90, 300);
  const widths = rows.flatMap((row) => nameLines(row, pitch, most, sizes).map(({runs, size}) => runsWidth(runs, size)));
  return Math.ceil(Math.max(0, ...widths));
}

/** The name of a row with its place. */
export interface PlacedRow {
  readonly id: string;
  readonly row: AxisRow;
  readonly texts: readonly PlacedText[];
}

/** On a phone: the name over its bar and the note behind it, as far as there is room. */
function nameOnPhone(row: AxisRow, x: number, y: number, room: number, {context}: Sizes): readonly PlacedText[] {
  const name = cutRuns(nameRuns(row), context, room);
  const left = room - runsWidth(name, context) - 8;
  const note = row.note === undefined || left < 48 ? [] : cutRuns(styled(row.note, "ink3", 400), context, left);
  const behind = note.length === 0 ? [] : [...styled([{text: "  "}], "ink3", 400), ...note];
  return [placeText([...name, ...behind], context, x, y, {halo: true})];
}

interface RowPlaces {
  readonly plotLeft: number;
  readonly pitch: number;
  /** The middle of a row’s bar. */
  readonly toY: (row: number) => number;
  readonly namesOver: boolean;
  readonly width: number;
}

/** Names left of their rows, flush with the plot; on a phone over them. Of rows too close for names some have none. */
export function placeNames(rows: readonly AxisRow[], places: RowPlaces, sizes: Sizes): readonly PlacedRow[] {
  const {plotLeft, pitch, toY, namesOver, width} = places;
  const every = Math.max(1, Math.ceil(sizes.noteLine / pitch));
  return rows.flatMap((row, i): PlacedRow[] => {
    if (i % every !== 0) return [];
    const id = row.id ?? String(i);
    const y = toY(i);
    if (namesOver) {
      const over = y - barHeight(pitch, true) / 2 - nameLift;
      return [{id, row, texts: nameOnPhone(row, plotLeft, over, width, sizes)}];
    }
    const lines = nameLines(row, pitch * every, width, sizes);
    const first = y + 0.35 * sizes.label - ((lines.length - 1) * sizes.noteLine) / 2;
    const texts = lines.map(({runs, size}, k) =>
      placeText(runs, size, plotLeft - nameGap, first + k * sizes.noteLine, {anchor: "end"})
    );
    return [{id, row, texts}];
  });
}
