import {around, sharedArea} from "./boxes.ts";
import type {Box} from "./boxes.ts";
import type {PlacedPanels} from "./panels.ts";
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

interface Items {
  readonly texts: readonly Item[];
  readonly marks: readonly Item[];
}

function outside({x1, y1, x2, y2}: Box, width: number, height: number): number {
  const whole = (x2 - x1) * (y2 - y1);
  const inside = sharedArea({x1, y1, x2, y2}, {x1: 0, y1: 0, x2: width, y2: height});
  return whole - inside > 0.01 ? whole - inside : 0;
}

const textItem = (text: PlacedText, owner?: string): Item => ({
  name: asPlainText(text.runs),
  box: text.box,
  ...(owner === undefined ? {} : {owner})
});

function itemsOf({frame, labels, key, empty, points, handles, bars}: PlacedFigure): Items {
  return {
    texts: [
      ...frame.texts.map((text) => textItem(text)),
      ...(frame.rows ?? []).flatMap(({texts}) => texts.map((text) => textItem(text))),
      ...labels.flatMap(({id, texts}) => texts.map((text) => textItem(text, id))),
      // What is written beside a bar stands outside it: it may not touch even its own.
      ...bars.flatMap((bar) => bar.labels.map((text) => textItem(text))),
      ...(key?.entries.map(({text}) => textItem(text)) ?? []),
      ...(empty ? [textItem(empty)] : [])
    ],
    marks: [
      ...[...points, ...handles].map(({id, x, y, radius}): Item => ({
        name: id,
        box: around({x, y}, radius),
        owner: id
      })),
      ...bars.map(({id, x1, x2, y, height}): Item => ({name: id, box: {x1, x2, y1: y, y2: y + height}, owner: id}))
    ]
  };
}

/** Items of a panel where the whole picture has them. */
function moved(items: readonly Item[], panel: string, x: number, y: number): readonly Item[] {
  return items.map(({name, box, owner}) => ({
    name,
    box: {x1: box.x1 + x, x2: box.x2 + x, y1: box.y1 + y, y2: box.y2 + y},
    ...(owner === undefined ? {} : {owner: `${panel} ${owner}`})
  }));
}

function itemsOfAll(placed: PlacedFigure | PlacedPanels): Items {
  if (!("panels" in placed)) return itemsOf(placed);
  const panels = placed.panels.map(({x, y, placed: panel}): Items => {
    const {texts, marks} = itemsOf(panel);
    return {texts: moved(texts, panel.id, x, y), marks: moved(marks, panel.id, x, y)};
  });
  return {
    texts: [...placed.texts.map((text) => textItem(text)), ...panels.flatMap(({texts}) => texts)],
    marks: panels.flatMap(({marks}) => marks)
  };
}

/**
 * Every two texts that overlap, every text over a point, a handle or a bar not its own, and every text that leaves
 * the picture.
 */
export function overlaps(placed: PlacedFigure | PlacedPanels): readonly Overlap[] {
  const {texts, marks} = itemsOfAll(placed);
  const found: Overlap[] = [];
  for (const [i, a] of texts.entries()) {
    const beyond = outside(a.box, placed.width, placed.height);
    if (beyond > 0) found.push({a: a.name, b: "the edge of the figure", area: beyond});
    const strange = marks.filter(({owner}) => a.owner === undefined || owner !== a.owner);
    for (const b of [...texts.slice(i + 1), ...strange]) {
      const area = sharedArea(a.box, b.box);
      if (area > 0.01) found.push({a: a.name, b: b.name, area});
    }
  }
  return found;
}
