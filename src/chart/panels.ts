import {hitAt} from "./active.ts";
import type {Panels} from "./figure.ts";
import {layoutFigure} from "./layout.ts";
import type {LayoutOptions} from "./layout.ts";
import type {Hit, PlacedFigure} from "./placed.ts";
import {footTexts, headTexts} from "./surround.ts";
import type {PlacedText} from "./text.ts";
import {cleanText} from "./text.ts";
import {phoneSizes, phoneWidth, wideSizes} from "./textStyle.ts";

/** Figures with a place in px for each. */
export interface PlacedPanels {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  /** Title, second line and footer of all together. */
  readonly texts: readonly PlacedText[];
  /** Each with the place of its upper left corner. */
  readonly panels: readonly {readonly x: number; readonly y: number; readonly placed: PlacedFigure}[];
}

/** Narrower pictures, and those whose panels would come out narrower than the second, stand one under another. */
const leastWidth = {all: 700, panel: 220};

const gap = 20;

/** What a figure on a page keeps free left of its texts, px. */
const inset = {wide: 8, phone: 4};

/** A length shared out by weight, in whole px, with gaps between. */
function shareOut(length: number, weights: readonly number[]): readonly {readonly from: number; readonly to: number}[] {
  const room = length - gap * (weights.length - 1);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return weights.map((weight, i) => {
    const from = Math.round((room * before) / all) + gap * i;
    before += weight;
    return {from, to: Math.round((room * before) / all) + gap * i};
  });
}

/** Title and second line over all panels and the footer under them, and the place between for the panels. */
function surround(panels: Panels, {width, height, chrome}: LayoutOptions) {
  if (chrome === "page") return {texts: [], x: 0, y: 0, width, height};
  const isPhone = width < phoneWidth;
  const margin = isPhone ? 16 : 24;
  const head = headTexts(
    {...panels, metric: "", shortMetric: ""},
    {width, height},
    chrome,
    margin,
    isPhone ? phoneSizes : wideSizes
  );
  const foot = footTexts(panels, {width, height}, margin);
  // A panel begins with its metric where a single figure would have it, and ends its axis where that would.
  const x = margin - (isPhone ? inset.phone : inset.wide);
  const y = Math.max(0, head.top - 13);
  const right = isPhone ? 0 : 8;
  return {
    texts: [...head.texts, ...foot.texts],
    x,
    y,
    width: width - x - right,
    height: height - foot.depth + (isPhone ? 0 : 2) - y
  };
}

/**
 * Several figures in one picture, each by the rules of a page, all by those of a phone if one is as narrow.
 *
 * With `previous`, meant for while something is dragged, each keeps its labels and edges as a single figure does.
 */
export function layoutPanels(panels: Panels, options: LayoutOptions, previous?: PlacedPanels): PlacedPanels {
  const {width, height} = options;
  const {texts, ...area} = surround(panels, options);
  const weights = panels.panels.map(({weight = 1}) => weight);
  const columns = shareOut(area.width, weights);
  const isAcross = width >= leastWidth.all && Math.min(...columns.map(({from, to}) => to - from)) >= leastWidth.panel;
  const places = isAcross
    ? columns.map(({from, to}) => ({x: area.x + from, y: area.y, width: to - from, height: area.height}))
    : shareOut(area.height, weights).map(({from, to}) => ({
        x: area.x,
        y: area.y + from,
        width: area.width,
        height: to - from
      }));
  const compact = places.some((place) => place.width < phoneWidth);
  return {
    id: panels.id,
    width,
    height,
    title: cleanText(panels.title),
    description: cleanText(panels.description),
    texts,
    panels: panels.panels.flatMap(({figure}, i) => {
      const place = places[i];
      if (place === undefined) return [];
      const {x, y, ...size} = place;
      const own = {...figure, id: `${panels.id}-${i + 1}`};
      const placed = layoutFigure(own, {...size, chrome: "page", compact}, previous?.panels[i]?.placed);
      return [{x, y, placed}];
    })
  };
}

/** What is under a pointer in a picture of several figures. */
export function hitInPanels({panels}: PlacedPanels, x: number, y: number): Hit | undefined {
  const panel = panels.find(
    ({x: left, y: top, placed}) => x >= left && x < left + placed.width && y >= top && y < top + placed.height
  );
  return panel && hitAt(panel.placed, x - panel.x, y - panel.y);
}
