import {clamp, sharedArea} from "./boxes.ts";
import type {Box} from "./boxes.ts";
import type {Figure} from "./figure.ts";
import type {Scales} from "./frame.ts";
import type {Frame, Hit, PlacedBar} from "./placed.ts";
import {round} from "./round.ts";
import {barHeight, barsOf, endLabels, labelGap} from "./rows.ts";
import {cleanText, placeText, runsWidth} from "./text.ts";
import type {PlacedText} from "./text.ts";
import type {Sizes} from "./textStyle.ts";

/** Bars of one figure that meet to this many px are joined. */
const meets = 0.75;

/** What is written keeps so far from the cap of an interval, px. */
const capGap = 3;

/** A bar without its labels and its tie. */
type Bare = Omit<PlacedBar, "labels" | "tie">;

function barBox({x1, x2, y, height}: Bare): Box {
  return {x1, x2, y1: y, y2: y + height};
}

/** Outside the end of its bar, else behind everything in its row; nothing where neither has room. */
function placeLabels(
  {mark, y, height}: Bare,
  taken: Box[],
  {plot}: Frame,
  {toX}: Scales,
  {label}: Sizes
): readonly PlacedText[] {
  return endLabels(mark).flatMap(({runs, at, way}): readonly PlacedText[] => {
    const end = toX(at);
    if (end < plot.x1 - 1 || end > plot.x2 + 1) return [];
    const outer = taken.reduce((most, {x1, x2}) => Math.max(most, way === 1 ? x2 : -x1), way * end);
    const width = runsWidth(runs, label);
    for (const from of [way * end, outer]) {
      const x = way * (from + labelGap);
      const text = placeText(runs, label, x, y + height / 2 + 0.36 * label, {
        anchor: way === 1 ? "start" : "end",
        halo: true
      });
      const isFree = taken.every((box) => sharedArea({...text.box, y1: y, y2: y + height}, box) === 0);
      const isInside = way === 1 ? x + width <= plot.x2 + 2 : x - width >= plot.x1 - 2;
      if (!isFree || !isInside) continue;
      taken.push({x1: text.box.x1 - 4, x2: text.box.x2 + 4, y1: y, y2: y + height});
      return [text];
    }
    return [];
  });
}

/** From where a step leads down to the next row’s bar that starts or ends there. */
function tieOf(bar: Bare, next: readonly Bare[], {toX}: Scales): string {
  if (bar.mark.emphasis !== "part" && bar.mark.emphasis !== "total") return "";
  const at = toX(bar.mark.x2);
  const to = next.find(({mark}) => [mark.x1, mark.x2].some((x) => Math.abs(toX(x) - at) < meets));
  if (to === undefined || at < bar.x1 - meets || at > bar.x2 + meets) return "";
  return `M${round(clamp(at, bar.x1 + 0.5, Math.max(bar.x1, bar.x2) - 0.5))} ${round(bar.y + bar.height)}V${to.y}`;
}

/** The bars of a figure with rows, with labels that keep clear of each other and the ties between steps. */
export function placeBars(figure: Figure, frame: Frame, scales: Scales, sizes: Sizes): readonly PlacedBar[] {
  const {plot} = frame;
  const pitch = scales.toY(1) - scales.toY(0);
  const height = round(barHeight(pitch, frame.namesOver));
  const bare = barsOf(figure).flatMap((mark): Bare[] => {
    const {id, role, model, row} = mark;
    const middle = scales.toY(row);
    const ends = [scales.toX(mark.x1), scales.toX(mark.x2)];
    const [x1, x2] = [Math.min(...ends), Math.max(...ends)];
    if (!(middle > plot.y1 && middle < plot.y2 && x2 >= plot.x1 && x1 <= plot.x2)) return [];
    const place = {x1: round(Math.max(plot.x1, x1)), x2: round(Math.min(plot.x2, x2)), y: round(middle - height / 2)};
    return [{id, role, ...(model === undefined ? {} : {model}), mark, title: cleanText(mark.detail), ...place, height}];
  });
  const taken = new Map<number, Box[]>();
  const take = (row: number, box: Box) => taken.set(row, [...(taken.get(row) ?? []), box]);
  for (const bar of bare) take(bar.mark.row, barBox(bar));
  // The interval of a bar runs past its end: what is written there stands behind it.
  for (const mark of figure.marks) {
    if (mark.type !== "whisker" || mark.along !== "x") continue;
    const [y, x1, x2] = [scales.toY(mark.at), scales.toX(mark.low), scales.toX(mark.high)];
    take(mark.at, {x1: x1 - capGap, x2: Math.min(x2 + capGap, frame.plot.x2), y1: y - 4, y2: y + 4});
  }
  return bare.map((bar) => {
    const next = bare.filter(({mark}) => mark.row === bar.mark.row + 1);
    return {
      ...bar,
      labels: pitch < sizes.label ? [] : placeLabels(bar, taken.get(bar.mark.row) ?? [], frame, scales, sizes),
      tie: tieOf(bar, next, scales)
    };
  });
}

/** Where a pointer takes hold of a bar: its part of the row, labels included. */
export function barHit({id, role, model, mark, x1, x2, y, height, labels}: PlacedBar, pitch: number): Hit {
  const middle = {x: (x1 + x2) / 2, y: y + height / 2};
  const [left, right] = [...labels.map(({box}) => box), {x1: middle.x - 8, x2: middle.x + 8}].reduce(
    ([low, high], box) => [Math.min(low, box.x1), Math.max(high, box.x2)],
    [x1, x2]
  );
  const half = Math.max(pitch, height) / 2;
  return {
    id,
    role,
    model: model ?? id,
    type: "bar",
    focus: false,
    x: round(middle.x),
    y: round(middle.y),
    radius: round((right - left) / 2),
    box: {x1: round(left), x2: round(right), y1: round(middle.y - half), y2: round(middle.y + half)},
    position: {x: mark.x2, y: mark.row},
    detail: mark.detail
  };
}
