import {contains, grow} from "./boxes.ts";
import type {Box, Pixel} from "./boxes.ts";
import {placeBrackets} from "./bracketMarks.ts";
import {linePath, nearBox, visiblePart} from "./clip.ts";
import type {ClaimMark, Figure, Mark, MarkType, NoteMark, SpanMark} from "./figure.ts";
import type {Scales} from "./frame.ts";
import {placeShelves, placeWhiskers} from "./intervalMarks.ts";
import {base, pixel, stretch} from "./place.ts";
import type {ByType, Place} from "./place.ts";
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

function byType({marks}: Figure): ByType {
  const lists: Partial<Record<MarkType, Mark[]>> = {};
  for (const mark of marks) (lists[mark.type] ??= []).push(mark);
  return lists as ByType;
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

/** How far the dashed line of an estimated score reaches up and down from its point, px. */
export const estimateReach = 13;

/** The box a shelf covers, its rung included. */
export function shelfBox({x1, x2, y, height, lean}: PlacedShelf): Box {
  return grow({x1, x2, y1: lean === "up" ? y - height : y, y2: lean === "down" ? y + height : y}, 0, 0.7);
}

/** The box a hatched place covers, posts included. */
export function spanBox({x1, x2, y, height}: PlacedSpan): Box {
  return {x1: x1 - 1, x2: x2 + 1, y1: y - height - 3, y2: y};
}
