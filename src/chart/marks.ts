import {clamp, contains, grow} from "./boxes.ts";
import type {Box, Pixel} from "./boxes.ts";
import {linePath, nearBox, visiblePart} from "./clip.ts";
import type {ClaimMark, Figure, Mark, MarkType, NoteMark, SpanMark} from "./figure.ts";
import type {Scales} from "./frame.ts";
import type {
  Hit,
  Lean,
  PlacedBand,
  PlacedBar,
  PlacedBracket,
  PlacedClaim,
  PlacedCloud,
  PlacedCurve,
  PlacedHandle,
  PlacedPoint,
  PlacedRule,
  PlacedRung,
  PlacedShelf,
  PlacedSpan,
  PlacedThreshold,
  PlacedWhisker
} from "./placed.ts";
import {round} from "./round.ts";
import {leansOf} from "./shelves.ts";
import {outline} from "./outline.ts";
import type {Sizes} from "./textStyle.ts";

export interface PlacedMarks {
  readonly thresholds: readonly PlacedThreshold[];
  readonly bands: readonly PlacedBand[];
  readonly curves: readonly PlacedCurve[];
  readonly rungs: readonly PlacedRung[];
  readonly shelves: readonly PlacedShelf[];
  readonly whiskers: readonly PlacedWhisker[];
  readonly claims: readonly PlacedClaim[];
  readonly spans: readonly PlacedSpan[];
  readonly brackets: readonly PlacedBracket[];
  readonly points: readonly PlacedPoint[];
  readonly clouds: readonly PlacedCloud[];
  readonly handles: readonly PlacedHandle[];
  readonly rules: readonly PlacedRule[];
  readonly bars: readonly PlacedBar[];
  /** Remarks have no shape of their own, only text. */
  readonly notes: readonly NoteMark[];
  readonly hits: readonly Hit[];
}

/** Reach of a pointer around a handle and around a point, px. */
const reach = {handle: 22, point: 22};

/** Upright brackets shorter than this are left to the table. */
const leastUpright = 14;

interface Place {
  readonly plot: Box;
  readonly scales: Scales;
  readonly sizes: Sizes;
}

type ByType = {readonly [T in MarkType]?: readonly Extract<Mark, {type: T}>[]};

function byType({marks}: Figure): ByType {
  const lists: Partial<Record<MarkType, Mark[]>> = {};
  for (const mark of marks) (lists[mark.type] ??= []).push(mark);
  return lists as ByType;
}

function base({id, role, model}: Mark) {
  return {id, role, ...(model === undefined ? {} : {model})};
}

function pixel({toX, toY}: Scales, {x, y}: {readonly x: number; readonly y: number}): Pixel {
  return {x: round(toX(x)), y: round(toY(y))};
}

/** A stretch along x cut to the plot; undefined where nothing of it shows. */
function stretch({plot, scales: {toX, toY}}: Place, from: number, to: number, y: number) {
  const py = toY(y);
  const [x1, x2] = [toX(Math.min(from, to)), toX(Math.max(from, to))];
  if (!(py >= plot.y1 - 0.5 && py <= plot.y2 + 0.5 && x2 >= plot.x1 && x1 <= plot.x2)) return undefined;
  return {x1: round(Math.max(plot.x1, x1)), x2: round(Math.min(plot.x2, x2)), y: round(py)};
}

function placeBands(marks: ByType, {plot, scales}: Place): readonly PlacedBand[] {
  return (marks.band ?? []).flatMap((mark) => {
    const points = mark.points.filter(({x, low, high}) => Number.isFinite(x + low + high));
    const upper = nearBox(
      points.map(({x, high}) => pixel(scales, {x, y: high})),
      plot
    );
    const lower = nearBox(
      points.map(({x, low}) => pixel(scales, {x, y: low})),
      plot
    );
    if (upper.length < 2) return [];
    return [{...base(mark), mark, d: `${linePath([...upper, ...[...lower].reverse()])}Z`}];
  });
}

function placeCurves(marks: ByType, {plot, scales}: Place): readonly PlacedCurve[] {
  return (marks.curve ?? []).flatMap((mark) => {
    const pieces = mark.pieces
      .map(({trust, points}) => ({
        trust,
        points: points.filter(({x, y}) => Number.isFinite(x + y)).map((point) => pixel(scales, point))
      }))
      .map(({trust, points}) => ({trust, d: linePath(nearBox(points, plot)), visible: visiblePart(points, plot)}))
      .filter(({visible}) => visible.length > 0);
    return pieces.length === 0 ? [] : [{...base(mark), mark, pieces}];
  });
}

function placeShelves(marks: ByType, place: Place, held: ReadonlyMap<string, Lean>): readonly PlacedShelf[] {
  const {height, shelves} = {
    height: place.sizes.shelf,
    shelves: (marks.shelf ?? []).flatMap((mark) => {
      const at = stretch(place, mark.x1, mark.x2, mark.y);
      return at === undefined ? [] : [{...base(mark), mark, ...at}];
    })
  };
  const leans = leansOf(shelves, height);
  return shelves.map((shelf) => ({...shelf, height, lean: held.get(shelf.id) ?? leans.get(shelf.id) ?? "up"}));
}

function placeWhiskers(marks: ByType, {plot, scales: {toX, toY}}: Place): readonly PlacedWhisker[] {
  return (marks.whisker ?? []).flatMap((mark) => {
    const isAlongX = mark.along === "x";
    const to = isAlongX ? toX : toY;
    const ends = [to(mark.low), to(mark.high)].sort((a, b) => a - b);
    const at = round(isAlongX ? toY(mark.at) : toX(mark.at));
    const [least, most] = isAlongX ? [plot.x1, plot.x2] : [plot.y1, plot.y2];
    const [first = 0, last = 0] = ends;
    const isInside = isAlongX ? at >= plot.y1 && at <= plot.y2 : at >= plot.x1 && at <= plot.x2;
    if (!(isInside && last >= least && first <= most)) return [];
    const [low, high] = [round(clamp(first, least, most)), round(clamp(last, least, most))];
    // A cap stands only where the interval ends, not where the plot does.
    const caps = [first, last].filter((end) => end >= least && end <= most).map((end) => round(end));
    const d = isAlongX
      ? `M${low} ${at}H${high}${caps.map((x) => `M${x} ${round(at - 4)}v8`).join("")}`
      : `M${at} ${low}V${high}${caps.map((y) => `M${round(at - 4)} ${y}h8`).join("")}`;
    const box = isAlongX ? {x1: low, x2: high, y1: at - 4, y2: at + 4} : {x1: at - 4, x2: at + 4, y1: low, y2: high};
    return [{...base(mark), mark, d, box}];
  });
}

/** Brackets along one rung hang below each other, so that two gains can be shown at once. */
function placeBrackets(marks: ByType, {plot, scales, sizes}: Place): readonly PlacedBracket[] {
  const hung: {y: number; x1: number; x2: number; level: number}[] = [];
  return (marks.bracket ?? []).flatMap((mark): PlacedBracket[] => {
    const from = pixel(scales, mark.from);
    const to = pixel(scales, mark.to);
    if (!Number.isFinite(from.x + from.y + to.x + to.y)) return [];
    if (!contains(plot, from) || !contains(plot, to)) return [];
    const [x1, x2] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    const [y1, y2] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    if (mark.along === "y") {
      if (y2 - y1 < leastUpright) return [];
      const x = x2 + sizes.handle + 5 > plot.x2 - 6 ? x2 - sizes.handle - 9 : x2 + sizes.handle + 5;
      const d = `M${round(x)} ${y1}H${round(x + 4)}V${y2}H${round(x)}`;
      return [{...base(mark), mark, d, cross: to, box: {x1: x, x2: x + 4, y1, y2}}];
    }
    const near = hung.filter((other) => Math.abs(other.y - from.y) < 20 && other.x1 < x2 + 30 && other.x2 > x1 - 30);
    const level = near.length;
    hung.push({y: from.y, x1, x2, level});
    const y = from.y + sizes.shelf + 5 + level * (sizes.multiplier + 12);
    const d = `M${x1} ${round(y)}v4H${x2}v-4`;
    return [{...base(mark), mark, d, cross: to, box: {x1, x2, y1: y, y2: y + 4}}];
  });
}

function hitOf({mark, id, role, model, x, y}: PlacedPoint | PlacedHandle): Hit {
  const {type, focus, detail} = mark;
  const position = {x: mark.x, y: mark.y};
  return {id, role, ...(model === undefined ? {} : {model}), type, focus, x, y, radius: reach[type], position, detail};
}

/** Lines of reference that lie in the plot. */
function placeRules(marks: ByType, {plot, scales: {toX, toY}}: Place): readonly PlacedRule[] {
  return (marks.rule ?? []).flatMap((mark) => {
    const at = mark.along === "x" ? toY(mark.at) : toX(mark.at);
    const [least, most] = mark.along === "x" ? [plot.y1, plot.y2] : [plot.x1, plot.x2];
    return at >= least - 0.5 && at <= most + 0.5 ? [{...base(mark), mark, at: round(at)}] : [];
  });
}

/** Everything drawn, in px. What lies outside the plot is left out; what crosses its edge is cut there. */
export function placeMarks(
  figure: Figure,
  plot: Box,
  scales: Scales,
  sizes: Sizes,
  held: ReadonlyMap<string, Lean>
): PlacedMarks {
  const marks = byType(figure);
  const place = {plot, scales, sizes};
  const isInside = (at: Pixel) => Number.isFinite(at.x + at.y) && contains(plot, at);
  const points = (marks.point ?? []).flatMap((mark): PlacedPoint[] => {
    const at = pixel(scales, mark);
    if (!isInside(at)) return [];
    const {id, role, model, focus, basis} = mark;
    // A forecast that comes true is a ring around its run.
    const plain = basis === "forecast" ? sizes.point + 2.5 : sizes.point;
    const placed = {id, role, mark, x: at.x, y: at.y, radius: focus ? sizes.focusPoint : plain};
    return [model === undefined ? placed : {...placed, model}];
  });
  const clouds = (marks.cloud ?? []).flatMap((mark): PlacedCloud[] => {
    const places = mark.points.map((point) => pixel(scales, point)).filter(isInside);
    const d = places.map(({x, y}) => outline(mark.shape, x, y, sizes.cloud)).join("");
    return places.length === 0 ? [] : [{...base(mark), mark, d, places}];
  });
  const handles = (marks.handle ?? []).flatMap((mark): PlacedHandle[] => {
    const at = pixel(scales, mark);
    return isInside(at) ? [{...base(mark), mark, ...at, radius: sizes.handle}] : [];
  });
  const onRung = <T extends ClaimMark | SpanMark>(mark: T) => {
    const at = stretch(place, mark.x1, mark.x2, mark.y);
    const ends = [scales.toX(mark.x1), scales.toX(mark.x2)];
    const cut = {left: Math.min(...ends) < plot.x1 - 0.5, right: Math.max(...ends) > plot.x2 + 0.5};
    return at === undefined ? [] : [{...base(mark), mark, ...at, cut}];
  };
  return {
    thresholds: (marks.threshold ?? []).flatMap((mark) => {
      const x = scales.toX(mark.x);
      return x >= plot.x1 && x <= plot.x2 ? [{...base(mark), mark, x: round(x)}] : [];
    }),
    bands: placeBands(marks, place),
    curves: placeCurves(marks, place),
    rungs: (marks.rung ?? []).flatMap((mark) => {
      const at = stretch(place, scales.fromX(plot.x1), mark.x2 ?? scales.fromX(plot.x2), mark.y);
      return at === undefined ? [] : [{...base(mark), mark, ...at}];
    }),
    shelves: placeShelves(marks, place, held),
    whiskers: placeWhiskers(marks, place),
    claims: (marks.claim ?? []).flatMap(onRung),
    spans: (marks.span ?? []).flatMap(onRung).map((span) => ({...span, height: sizes.span})),
    brackets: placeBrackets(marks, place),
    points,
    clouds,
    handles,
    rules: placeRules(marks, place),
    bars: [],
    notes: marks.note ?? [],
    hits: [...handles, ...points].map(hitOf)
  };
}

/** The box a shelf covers, its rung included. */
export function shelfBox({x1, x2, y, height, lean}: PlacedShelf): Box {
  return grow({x1, x2, y1: lean === "up" ? y - height : y, y2: lean === "down" ? y + height : y}, 0, 0.7);
}

/** The box a hatched place covers, posts included. */
export function spanBox({x1, x2, y, height}: PlacedSpan): Box {
  return {x1: x1 - 1, x2: x2 + 1, y1: y - height - 3, y2: y};
}
