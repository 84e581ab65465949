import type {
  AxisRow,
  BarMark,
  BracketMark,
  CurveMark,
  Figure,
  GhostMark,
  HandleMark,
  PointMark,
  Position,
  ShelfMark,
  WhiskerMark
} from "../chart/figure.ts";

/** Nearer than this share of an axis nobody sees a difference. */
const least = 0.003;

type Place = PointMark | HandleMark;
type Span = ShelfMark | WhiskerMark;

/** More curves than this go without their names. */
const mostNamed = 2;

const reachOf = ({domain}: Figure["x"]): number => Math.abs(domain[1] - domain[0]);
const isFinitePlace = ({x, y}: Position): boolean => Number.isFinite(x + y);

/** Whether two figures measure the same by the same scales, so that one can stand behind the other. */
function isSameSpace(one: Figure, other: Figure): boolean {
  return (
    one.id === other.id &&
    (one.space ?? one.metric) === (other.space ?? other.metric) &&
    (["x", "y"] as const).every((name) => {
      const words = ({scale, title, rows}: Figure["x"]) => JSON.stringify([scale, title, rows === undefined]);
      return words(one[name]) === words(other[name]);
    })
  );
}

const keyOf = ({id, name}: AxisRow): string => id ?? name;

/** The place in this figure’s rows of a height in the other’s; NaN where the row is gone. Heights of a scale stay. */
function rowMover({rows: now}: Figure["y"], {rows: before}: Figure["y"]): (y: number) => number {
  if (now === undefined || before === undefined) return (y) => y;
  const places = new Map(now.map((row, i) => [keyOf(row), i]));
  return (y) => {
    const row = before[Math.round(y)];
    return row === undefined ? NaN : (places.get(keyOf(row)) ?? NaN) + (y - Math.round(y));
  };
}

const lineOf = ({pieces}: CurveMark): readonly Position[] => pieces.flatMap(({points}) => points).filter(isFinitePlace);

/** Height of a line drawn through points that go right; undefined beyond its ends. */
function heightAt(line: readonly Position[], x: number): number | undefined {
  const after = line.findIndex((point) => point.x >= x);
  const [from, to] = [line[after - 1], line[after]];
  if (to === undefined) return undefined;
  if (to.x === x || from === undefined) return to.x === x ? to.y : undefined;
  return from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x);
}

/** Whether two lines lie on each other as far as both reach; lines that turn back are the same point by point. */
function isSameLine(now: readonly Position[], before: readonly Position[], reach: Position): boolean {
  const goesRight = [now, before].every((line) => line.every(({x}, i) => i === 0 || x >= (line[i - 1]?.x ?? x)));
  if (!goesRight) return JSON.stringify(now) === JSON.stringify(before);
  const gaps = [
    ...before.map(({x, y}) => (heightAt(now, x) ?? NaN) - y),
    ...now.map(({x, y}) => (heightAt(before, x) ?? NaN) - y)
  ].filter((gap) => !Number.isNaN(gap));
  return gaps.length > 0 && gaps.every((gap) => Math.abs(gap) <= least * reach.y);
}

/** The outlines of bars that ended elsewhere, on the rows where they stand now. */
function barGhosts(now: Figure, before: Figure, rowNow: (y: number) => number): readonly GhostMark[] {
  const reach = least * reachOf(now.x);
  const isBar = (mark: Figure["marks"][number]): mark is BarMark => mark.type === "bar";
  const placeOf = (emphasis: string, row: number) => `${emphasis} ${row}`;
  const bars = new Map(now.marks.filter(isBar).map((mark) => [placeOf(mark.emphasis, mark.row), mark]));
  return before.marks.filter(isBar).flatMap(({id, row, x1, x2, emphasis}): GhostMark[] => {
    const y = rowNow(row);
    const same = bars.get(placeOf(emphasis, y));
    if (!Number.isFinite(x1 + x2 + y)) return [];
    if (same !== undefined && Math.abs(same.x1 - x1) <= reach && Math.abs(same.x2 - x2) <= reach) return [];
    const points = [x1, x2].map((x) => ({x, y}));
    return [{id: `before-${id}`, role: "context", points, isBar: true, isNamed: false}];
  });
}

const isSpan = (mark: Figure["marks"][number]): mark is Span => mark.type === "shelf" || mark.type === "whisker";

/** The two ends of an interval. */
function endsOf(mark: Span): readonly [Position, Position] {
  if (mark.type === "shelf") {
    const {x1, x2, y} = mark;
    return [
      {x: x1, y},
      {x: x2, y}
    ];
  }
  const {along, at, low, high} = mark;
  return along === "x"
    ? [
        {x: low, y: at},
        {x: high, y: at}
      ]
    : [
        {x: at, y: low},
        {x: at, y: high}
      ];
}

/** Intervals that somebody stated and that ended elsewhere or are gone; one whose model is gone has no ghost. */
function spanGhosts(now: Figure, before: Figure, rowNow: (y: number) => number, reach: Position): readonly GhostMark[] {
  const spans = new Map(now.marks.filter(isSpan).map((mark) => [mark.id, mark]));
  const isNear = (one: Position, other: Position) =>
    Math.abs(one.x - other.x) <= least * reach.x && Math.abs(one.y - other.y) <= least * reach.y;
  return before.marks.filter(isSpan).flatMap((mark): GhostMark[] => {
    const same = spans.get(mark.id);
    const [from, to] = endsOf(mark);
    const points = [from, to].map(({x, y}) => ({x, y: rowNow(y)}));
    const ends = same === undefined ? [] : endsOf(same);
    const isOwned = same !== undefined || now.marks.some((other) => isPlace(other) && other.model === mark.model);
    if (!isOwned || !points.every(isFinitePlace)) return [];
    if (ends.length > 0 && points.every((point, i) => isNear(point, ends[i] ?? point))) return [];
    return [{id: `before-${mark.id}`, role: "context", points, isSpan: true, isNamed: false}];
  });
}

/**
 * Level brackets that ended elsewhere. One that is gone, as where another rival is in focus, has no ghost; nor has an
 * upright one, which would stand in the one of now.
 */
function bracketGhosts(now: Figure, before: Figure, reach: Position): readonly GhostMark[] {
  const isBracket = (mark: Figure["marks"][number]): mark is BracketMark =>
    mark.type === "bracket" && mark.along === "x";
  const brackets = new Map(now.marks.filter(isBracket).map((mark) => [mark.id, mark]));
  const isNear = (one: Position, other: Position) =>
    Math.abs(one.x - other.x) <= least * reach.x && Math.abs(one.y - other.y) <= least * reach.y;
  return before.marks.filter(isBracket).flatMap(({id, from, to}): GhostMark[] => {
    const same = brackets.get(id);
    if (same === undefined || !isFinitePlace(from) || !isFinitePlace(to)) return [];
    if (isNear(same.from, from) && isNear(same.to, to)) return [];
    return [{id: `before-${id}`, role: "context", points: [from, to], isBracket: true, isNamed: false}];
  });
}

const isPlace = (mark: Figure["marks"][number]): mark is Place => mark.type === "point" || mark.type === "handle";

/**
 * A figure with what stands elsewhere in another: curves, places, bars, brackets and stated intervals as they
 * were, by the ids of their marks.
 *
 * A mark that only the other has is shown where it was; one that only this has has no ghost. Figures that do not
 * measure the same have none at all: the figure itself is given back then, and where nothing moved.
 */
export function withGhosts(now: Figure, before: Figure): Figure {
  if (!isSameSpace(now, before)) return now;
  const reach = {x: reachOf(now.x), y: reachOf(now.y)};
  const rowNow = rowMover(now.y, before.y);
  const marks = new Map(now.marks.map((mark) => [mark.id, mark]));
  const curves = before.marks.flatMap((mark): GhostMark[] => {
    if (mark.type !== "curve") return [];
    const same = marks.get(mark.id);
    const line = lineOf(mark);
    if (line.length < 2 || (same?.type === "curve" && isSameLine(lineOf(same), line, reach))) return [];
    return [{id: `before-${mark.id}`, role: "context", points: line, isNamed: mark.weight === "main"}];
  });
  const places = before.marks.flatMap((mark): GhostMark[] => {
    if (!isPlace(mark)) return [];
    const {x} = mark;
    const y = rowNow(mark.y);
    if (!Number.isFinite(x + y)) return [];
    const same = marks.get(mark.id);
    const focus = mark.focus || mark.type === "handle";
    const ghost = {id: `before-${mark.id}`, role: "context", points: [{x, y}], isNamed: focus, focus} as const;
    if (same === undefined || !isPlace(same) || !isFinitePlace(same)) return focus ? [ghost] : [];
    const isNear = Math.abs(same.x - x) <= least * reach.x && Math.abs(same.y - y) <= least * reach.y;
    return isNear ? [] : [{...ghost, to: {x: same.x, y: same.y}}];
  });
  const named = curves.filter((ghost) => ghost.isNamed).length;
  const isCurveNamed = named <= mostNamed && !places.some((ghost) => ghost.isNamed);
  const ghosts = [
    ...curves.map((ghost) => ({...ghost, isNamed: ghost.isNamed && isCurveNamed})),
    ...places,
    ...spanGhosts(now, before, rowNow, reach),
    ...bracketGhosts(now, before, reach),
    ...barGhosts(now, before, rowNow)
  ];
  return ghosts.length === 0 ? now : {...now, ghosts};
}
