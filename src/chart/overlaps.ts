import {around, sharedArea} from "./boxes.ts";
import type {Box} from "./boxes.ts";
import type {PlacedFigure} from "./placed.ts";
import {asPlainText} from "./text.ts";
import type {PlacedText} from "./text.ts";

export interface Overlap {
  readonly a: string;
  readonly b: string;
  /** px². */
  readonly area: number;
}

interface Item {
  readonly name: string;
  readonly box: Box;
  /** The mark a text belongs to: it may touch that one. */
  readonly owner?: string;
}

function outside({x1, y1, x2, y2}: Box, width: number, height: number): number {
  const whole = (x2 - x1) * (y2 - y1);
  const inside = sharedArea({x1, y1, x2, y2}, {x1: 0, y1: 0, x2: width, y2: height});
  return whole - inside > 0.01 ? whole - inside : 0;
}

/** Every two texts that overlap, every text over a point or handle not its own, and every text that leaves the figure. */
export function overlaps(placed: PlacedFigure): readonly Overlap[] {
  const item = (text: PlacedText, owner?: string): Item => ({
    name: asPlainText(text.runs),
    box: text.box,
    ...(owner === undefined ? {} : {owner})
  });
  const texts: readonly Item[] = [
    ...placed.frame.texts.map((text) => item(text)),
    ...placed.labels.flatMap(({id, texts}) => texts.map((text) => item(text, id))),
    ...(placed.key?.entries.map(({text}) => item(text)) ?? []),
    ...(placed.empty ? [item(placed.empty)] : [])
  ];
  const marks = [...placed.points, ...placed.handles].map(({id, x, y, radius}): Item => ({
    name: id,
    box: around({x, y}, radius),
    owner: id
  }));
  const found: Overlap[] = [];
  for (const [i, a] of texts.entries()) {
    const beyond = outside(a.box, placed.width, placed.height);
    if (beyond > 0) found.push({a: a.name, b: "the edge of the figure", area: beyond});
    for (const b of [...texts.slice(i + 1), ...marks]) {
      if (marks.includes(b) && b.owner === a.owner) continue;
      const area = sharedArea(a.box, b.box);
      if (area > 0.01) found.push({a: a.name, b: b.name, area});
    }
  }
  return found;
}
