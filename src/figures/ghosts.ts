import type {CurveMark, Figure, GhostMark, HandleMark, PointMark, Position} from "../chart/figure.ts";

/** Nearer than this share of an axis nobody sees a difference. */
const least = 0.003;

type Place = PointMark | HandleMark;

/** More curves than this go without their names. */
const mostNamed = 2;

const reachOf = ({domain}: Figure["x"]): number => Math.abs(domain[1] - domain[0]);
const isFinitePlace = ({x, y}: Position): boolean => Number.isFinite(x + y);

/** Whether two figures measure the same by the same scales, so that one can stand behind the other. */
function isSameSpace(one: Figure, other: Figure): boolean {
  return (
    one.id === other.id &&
    one.metric === other.metric &&
    (["x", "y"] as const).every((name) => {
      const [own, its] = [one[name], other[name]];
      const words = (axis: Figure["x"]) => [axis.scale, axis.title, axis.rows?.map((row) => row.name)];
      return JSON.stringify(words(own)) === JSON.stringify(words(its));
    })
  );
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

const isPlace = (mark: Figure["marks"][number]): mark is Place => mark.type === "point" || mark.type === "handle";

/**
 * A figure with what stands elsewhere in another: curves and places as they were before, by the ids of their marks.
 *
 * A mark that only the other has is shown where it was; one that only this has has no ghost. Figures that do not
 * measure the same have none at all: the figure itself is given back then, and where nothing moved.
 */
export function withGhosts(now: Figure, before: Figure): Figure {
  if (!isSameSpace(now, before)) return now;
  const reach = {x: reachOf(now.x), y: reachOf(now.y)};
  const marks = new Map(now.marks.map((mark) => [mark.id, mark]));
  const curves = before.marks.flatMap((mark): GhostMark[] => {
    if (mark.type !== "curve") return [];
    const same = marks.get(mark.id);
    const line = lineOf(mark);
    if (line.length < 2 || (same?.type === "curve" && isSameLine(lineOf(same), line, reach))) return [];
    return [{id: `before-${mark.id}`, role: "context", points: line, isNamed: mark.weight === "main"}];
  });
  const places = before.marks.flatMap((mark): GhostMark[] => {
    if (!isPlace(mark) || !isFinitePlace(mark)) return [];
    const same = marks.get(mark.id);
    const {x, y} = mark;
    const focus = mark.focus || mark.type === "handle";
    const ghost = {id: `before-${mark.id}`, role: "context", points: [{x, y}], isNamed: focus, focus} as const;
    if (same === undefined || !isPlace(same) || !isFinitePlace(same)) return focus ? [ghost] : [];
    const isNear = Math.abs(same.x - x) <= least * reach.x && Math.abs(same.y - y) <= least * reach.y;
    return isNear ? [] : [{...ghost, to: {x: same.x, y: same.y}}];
  });
  const named = curves.filter((ghost) => ghost.isNamed).length;
  const isCurveNamed = named <= mostNamed && !places.some((ghost) => ghost.isNamed);
  const ghosts = [...curves.map((ghost) => ({...ghost, isNamed: ghost.isNamed && isCurveNamed})), ...places];
  return ghosts.length === 0 ? now : {...now, ghosts};
}
