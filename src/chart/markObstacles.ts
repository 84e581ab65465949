import type {AskContext} from "./ask.ts";
import {around, grow} from "./boxes.ts";
import type {Pixel} from "./boxes.ts";
import {estimateReach, shelfBox, spanBox} from "./marks.ts";
import {Obstacles} from "./obstacles.ts";
import type {PlacedGhost} from "./placed.ts";

/** What text pays for each 4 px of a line it covers, in twelfths: a halo carries it over dots, not along a stroke. */
const lineCosts = {
  known: 96,
  placed: 72,
  beyond: 32,
  threshold: 8,
  rule: 14,
  upright: 60,
  rung: 14,
  grid: 1,
  cloud: 14
};

/** A line is so thick, from its middle, that letters standing on a level stretch of it would hide in it. */
const strokeEdges = [-1.5, 1.5];

/** The stretches of a curve that are level or nearly so. */
function levelStretches(points: readonly Pixel[]): readonly (readonly Pixel[])[] {
  const stretches: Pixel[][] = [];
  let isOn = false;
  for (const [i, from] of points.entries()) {
    const to = points[i + 1];
    if (to === undefined) break;
    const isLevel = Math.abs(to.y - from.y) < 0.1 * (to.x - from.x);
    if (isLevel && isOn) stretches.at(-1)?.push(to);
    else if (isLevel) stretches.push([from, to]);
    isOn = isLevel;
  }
  return stretches;
}

/** The marks as obstacles: boxes no text may touch, lines it had better not cross. */
export function markObstacles(
  {frame, marks, scales, sizes}: AskContext,
  width: number,
  height: number,
  ghosts: readonly PlacedGhost[] = []
): Obstacles {
  const {x1, x2, y1, y2} = frame.plot;
  const obstacles = new Obstacles(width, height);
  for (const point of marks.points) {
    obstacles.add(around(point, point.radius + 1.5));
    if (point.mark.scoreEstimated) obstacles.addCrossable(grow(around(point, 1), 0, estimateReach));
  }
  for (const {places} of marks.clouds) {
    for (const {x, y} of places) obstacles.addLevel(x - sizes.cloud, x + sizes.cloud, y, lineCosts.cloud);
  }
  for (const {at, visible} of ghosts) {
    if (at !== undefined) obstacles.add(around(at, at.radius + 1));
    obstacles.addLine(visible, lineCosts.beyond);
  }
  for (const handle of marks.handles) obstacles.add(around(handle, handle.radius + 2));
  for (const shelf of marks.shelves) obstacles.addCrossable(shelfBox(shelf));
  for (const {box} of marks.whiskers) obstacles.addCrossable(grow(box, 1));
  for (const span of marks.spans) obstacles.add(spanBox(span));
  for (const claim of marks.claims) {
    obstacles.addCrossable({x1: claim.x1 - 14, x2: claim.x2, y1: claim.y - 6, y2: claim.y + 6});
  }
  for (const {box, cross, mark} of marks.brackets) {
    obstacles.addCrossable(grow(box, 2));
    if (mark.cross) obstacles.add(around(cross, sizes.span / 2));
  }
  for (const y of frame.yTicks) obstacles.addLevel(x1, x2, scales.toY(y), lineCosts.grid);
  for (const {pieces} of marks.curves) {
    for (const {trust, visible} of pieces) {
      obstacles.addLine(visible, lineCosts[trust]);
      for (const stretch of levelStretches(visible)) {
        for (const dy of strokeEdges) {
          obstacles.addLine(
            stretch.map(({x, y}) => ({x, y: y + dy})),
            lineCosts[trust]
          );
        }
      }
    }
  }
  for (const {x} of marks.thresholds) obstacles.addUpright(x, y1, y2, lineCosts.threshold);
  for (const rung of marks.rungs) obstacles.addLevel(rung.x1, rung.x2, rung.y, lineCosts.rung);
  for (const {mark, at} of marks.rules) {
    if (mark.along === "x") for (const dy of strokeEdges) obstacles.addLevel(x1, x2, at + dy, lineCosts.rule);
    else obstacles.addUpright(at, y1, y2, lineCosts.upright);
  }
  for (const bar of marks.bars) {
    obstacles.addCrossable({x1: bar.x1, x2: bar.x2, y1: bar.y, y2: bar.y + bar.height});
    for (const {box} of bar.labels) obstacles.add(box);
  }
  if (frame.namesOver) for (const {texts} of frame.rows ?? []) for (const {box} of texts) obstacles.add(box);
  return obstacles;
}
