import {clamp, grow} from "./boxes.ts";
import type {Box} from "./boxes.ts";
import type {KeyEntry} from "./figure.ts";
import type {Obstacles} from "./obstacles.ts";
import type {PlacedKey} from "./placed.ts";
import {round} from "./round.ts";
import {line, placeText, runsWidth} from "./text.ts";
import type {Sizes} from "./textStyle.ts";

const row = 22;
/** From the left end of a sample to its text, and half the height of a row’s ink. */
const sampleWidth = 28;
const halfInk = 8;
const inset = 12;
const between = 26;

interface Column {
  readonly entries: readonly KeyEntry[];
  readonly width: number;
}

function columnOf(entries: readonly KeyEntry[], size: number, short: boolean): Column {
  const text = (entry: KeyEntry) => (short ? (entry.shortText ?? entry.text) : entry.text);
  const widths = entries.map((entry) => runsWidth(line(text(entry), "ink3", 400), size));
  return {
    entries: entries.map((entry) => ({...entry, text: text(entry)})),
    width: sampleWidth + Math.max(0, ...widths)
  };
}

/** The right-most free place for a column whose last row stands at y, left of an edge. */
function columnPlace(
  {entries, width}: Column,
  y: number,
  right: number,
  plot: Box,
  obstacles: Obstacles,
  worst: number
): Box | undefined {
  const top = y - row * (entries.length - 1) - halfInk;
  for (let x2 = right; x2 - width >= plot.x1 + 6; x2 -= 12) {
    const box = {x1: x2 - width, x2, y1: top, y2: y + halfInk};
    if (obstacles.isFree(grow(box, 5, 2)) && obstacles.cost(grow(box, 6, 2)) <= worst) return box;
  }
  return undefined;
}

/** What a key may cost: nothing low in the plot; if there is no such place, a grid line or two anywhere. */
const searches = [
  {worst: 0, isLow: true},
  {worst: 12, isLow: false}
] as const;

/** Columns side by side, the right one first, from the bottom of the plot up, to its middle or its top. */
function search(
  columns: readonly Column[],
  plot: Box,
  obstacles: Obstacles,
  {worst, isLow}: (typeof searches)[number]
): readonly Box[] | undefined {
  const highest = isLow
    ? (plot.y1 + plot.y2) / 2
    : plot.y1 + row * Math.max(...columns.map(({entries}) => entries.length));
  let best: {readonly boxes: readonly Box[]; readonly price: number} | undefined;
  for (let y = plot.y2 - 22; y > highest; y -= 12) {
    if ((plot.y2 - y) * 1.5 >= (best?.price ?? Infinity)) break;
    const boxes: Box[] = [];
    let right = plot.x2 - inset;
    for (const column of [...columns].reverse()) {
      const box = columnPlace(column, y, right, plot, obstacles, worst);
      if (box === undefined) break;
      boxes.unshift(box);
      right = box.x1 - between;
    }
    const [first] = boxes;
    if (boxes.length < columns.length || first === undefined) continue;
    const price = (plot.y2 - y) * 1.5 + (plot.x2 - first.x1) * 0.5;
    if (price < (best?.price ?? Infinity)) best = {boxes, price};
  }
  return best?.boxes;
}

function placed(columns: readonly Column[], boxes: readonly Box[], {note}: Sizes): PlacedKey {
  const entries = columns.flatMap((column, i) => {
    const {x1 = 0, y1 = 0} = boxes[i] ?? {};
    return column.entries.map(({sample, role, text}, k) => {
      const y = round(y1 + halfInk + row * k);
      return {
        sample,
        ...(role === undefined ? {} : {role}),
        x: round(x1 + 10),
        y,
        text: placeText(line(text, "ink3", 400), note, x1 + sampleWidth, y + 4, {halo: true})
      };
    });
  });
  const xs = boxes.flatMap(({x1, x2}) => [x1, x2]);
  const ys = boxes.flatMap(({y1, y2}) => [y1, y2]);
  return {entries, box: {x1: Math.min(...xs), x2: Math.max(...xs), y1: Math.min(...ys), y2: Math.max(...ys)}};
}

/** The key in the emptiest place low in the plot, in two columns or one; undefined where it would be in the way. */
export function placeKey(
  key: readonly KeyEntry[],
  plot: Box,
  obstacles: Obstacles,
  sizes: Sizes
): PlacedKey | undefined {
  if (key.length === 0) return undefined;
  const half = clamp(Math.ceil(key.length / 2), 1, key.length);
  const split = key.length < 3 ? [key] : [key.slice(0, half), key.slice(half)];
  for (const where of searches) {
    for (const short of [false, true]) {
      for (const columns of [split, [key]].map((lists) => lists.map((list) => columnOf(list, sizes.note, short)))) {
        const boxes = search(columns, plot, obstacles, where);
        if (boxes) return placed(columns, boxes, sizes);
      }
    }
  }
  return undefined;
}
