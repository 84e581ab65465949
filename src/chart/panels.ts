import {hitAt} from "./active.ts";
import {clamp} from "./boxes.ts";
import type {Figure, Panels} from "./figure.ts";
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

/** How high a figure wants to be on a page of some width, px: one with rows by their number. */
export function heightFor(figure: Figure | Panels, width: number): number {
  if ("panels" in figure) return heightForAll(figure, width);
  const isPhone = width < phoneWidth;
  const {rows} = figure.y;
  if (rows === undefined) return isPhone ? 440 : Math.round(clamp(width * 0.62, 460, 620));
  const around = isPhone ? 90 : 105;
  return around + (figure.key.length > 0 ? 25 : 0) + rows.length * (isPhone ? 46 : 44);
}

const weightsOf = (panels: Panels["panels"]) => panels.map(({weight = 1}) => weight);

function heightForAll({panels}: Panels, width: number): number {
  const columns = shareOut(width, weightsOf(panels));
  const heights = (widths: readonly number[]) => panels.map(({figure}, i) => heightFor(figure, widths[i] ?? width));
  if (standsAcross(width, columns)) return Math.max(0, ...heights(columns.map(({from, to}) => to - from)));
  return heights([]).reduce((sum, height) => sum + height + gap, -gap);
}

/** Whether the panels stand side by side in a width, if nothing else is asked for. */
export const areAcross = ({panels}: Panels, width: number): boolean =>
  standsAcross(width, shareOut(width, weightsOf(panels)));

export interface PanelsOptions extends LayoutOptions {
  /** In rows, however wide: for a place that is high. */
  readonly inRows?: boolean | undefined;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function standsAcross(width: number, columns: readonly Stretch[]): boolean {
  return width >= leastWidth.all && columns.every(({from, to}) => to - from >= leastWidth.panel);
}

/** Rows, and scales, one under another get at least this share of the height they want. */
const leastHeight = {rows: 0.55, scale: 0.4};

/** What a panel one under another needs, px: for its axis, its key, and the name of each row. */
const leastStacked = {axis: 100, aroundRows: 74, key: 22, row: 14};

/** Whether a panel is so low that its axis or the names of its rows have no room. */
function isTooLow({y: {rows}, key}: Figure, height: number): boolean {
  const {axis, aroundRows, key: keyed, row} = leastStacked;
  return height < (rows === undefined ? axis : aroundRows + (key.length > 0 ? keyed : 0) + rows.length * row);
}

/** Whether rows one under another would be too flat to be read. */
function isTooFlat({panels}: Panels, width: number, height: number): boolean {
  if (width < leastWidth.all || panels.some(({figure}) => figure.y.rows === undefined)) return false;
  return height < leastHeight.rows * panels.reduce((sum, {figure}) => sum + heightFor(figure, width), 0);
}

/** A length shared out by weight, in whole px, with gaps between. */
function shareOut(length: number, weights: readonly number[]): readonly Stretch[] {
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
function surround(panels: Panels, {width, height, chrome}: PanelsOptions, {compact = false, tight = false}) {
  if (chrome === "page") return {texts: [], area: {x: 0, y: 0, width, height}};
  const isPhone = width < phoneWidth;
  const margin = isPhone ? 16 : 24;
  const sizes = isPhone ? phoneSizes : wideSizes;
  const untitled = {...panels, metric: "", shortMetric: ""};
  const head = headTexts(untitled, {width, height, tight}, chrome, margin, sizes);
  const foot = footTexts(panels, {width, height, tight}, margin);
  // A panel begins with its metric where a single figure would have it, and ends its axis where that would.
  const x = margin - (compact ? inset.phone : inset.wide);
  const y = Math.max(0, head.top - 13);
  const bottom = height - foot.depth + (compact ? 0 : 2);
  return {texts: [...head.texts, ...foot.texts], area: {x, y, width: width - x, height: bottom - y}};
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The first panel over the others side by side, which share the height; undefined where those would be too narrow. */
function firstOverOthers({panels}: Panels, {x, y, width, height}: Place): readonly Place[] | undefined {
  const [first = 1, ...others] = weightsOf(panels);
  const columns = shareOut(width, others);
  if (others.length < 2 || columns.some(({from, to}) => to - from < leastWidth.panel)) return undefined;
  const most = Math.max(...others);
  const [over, under] = shareOut(height, [Math.max(first, 1.3 * most), most]);
  if (over === undefined || under === undefined) return undefined;
  return [
    {x, y: y + over.from, width, height: over.to - over.from},
    ...columns.map(({from, to}) => ({x: x + from, y: y + under.from, width: to - from, height: under.to - under.from}))
  ];
}

/** Four panels and more in two columns, row by row; undefined where there are fewer, or the columns would be too narrow. */
function inTwoColumns({panels}: Panels, {x, y, width, height}: Place): readonly Place[] | undefined {
  const columns = shareOut(width, [1, 1]);
  if (panels.length < 4 || columns.some(({from, to}) => to - from < leastWidth.panel)) return undefined;
  const rows = shareOut(height, Array<number>(Math.ceil(panels.length / 2)).fill(1));
  return panels.flatMap((_, i) => {
    const [column, row] = [columns[i % 2], rows[Math.floor(i / 2)]];
    if (column === undefined || row === undefined) return [];
    return [{x: x + column.from, y: y + row.from, width: column.to - column.from, height: row.to - row.from}];
  });
}

/** Two by two, or the first over the others; undefined where neither has room. */
const placesInRows = (all: Panels, area: Place): readonly Place[] | undefined =>
  inTwoColumns(all, area) ?? firstOverOthers(all, area);

/** The texts around all panels with a place for each: texts as long as they are, unless shorter ones make room for a panel more. */
function arranged(all: Panels, options: PanelsOptions, compact: boolean) {
  const around = (tight: boolean) => {
    const {texts, area} = surround(all, options, {compact, tight});
    return {texts, places: (options.inRows && placesInRows(all, area)) || placesIn(all, area, options.width)};
  };
  const roomy = around(false);
  if (roomy.places.length === all.panels.length) return roomy;
  const tight = around(true);
  return tight.places.length > roomy.places.length ? tight : roomy;
}

/** Where each panel lies: side by side, one under another, or where both leave too little the first over the others. */
function placesIn(all: Panels, area: Place, whole: number): readonly Place[] {
  const {panels} = all;
  const {x, y, width, height} = area;
  const columns = shareOut(width, weightsOf(panels));
  const across = columns.map(({from, to}) => ({x: x + from, y, width: to - from, height}));
  if (standsAcross(whole, columns)) return across;
  if (isTooFlat(all, whole, height)) return inTwoColumns(all, area) ?? across;
  const needs = panels.map(({figure}) => heightFor(figure, width));
  const isFlat = height < leastHeight.scale * needs.reduce((sum, need) => sum + need, 0);
  const over = isFlat ? firstOverOthers(all, area) : undefined;
  if (over !== undefined) return over;
  const places = shareOut(height, needs).map(({from, to}) => ({x, y: y + from, width, height: to - from}));
  const isCrowded = places.length > 1 && panels.some(({figure}, i) => isTooLow(figure, places[i]?.height ?? 0));
  return isCrowded ? placesIn({...all, panels: panels.slice(0, -1)}, area, whole) : places;
}

/**
 * Several figures in one picture, each by the rules of a page, all by those of a phone if one is as narrow.
 *
 * With `previous`, meant for while something is dragged, each keeps its labels and edges as a single figure does.
 */
export function layoutPanels(panels: Panels, options: PanelsOptions, previous?: PlacedPanels): PlacedPanels {
  const {width, height} = options;
  const wide = arranged(panels, options, false);
  const compact = wide.places.some((place) => place.width < phoneWidth);
  const {texts, places} = compact ? arranged(panels, options, true) : wide;
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
