import type {Box, Pixel} from "./boxes.ts";
import {round} from "./round.ts";

/** The part of a segment inside a box, by the method of Liang and Barsky; undefined where there is none. */
export function clipSegment(a: Pixel, b: Pixel, box: Box): readonly [Pixel, Pixel] | undefined {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  let from = 0;
  let to = 1;
  const sides = [
    [-dx, a.x - box.x1],
    [dx, box.x2 - a.x],
    [-dy, a.y - box.y1],
    [dy, box.y2 - a.y]
  ] as const;
  for (const [along, room] of sides) {
    if (along === 0) {
      if (room < 0) return undefined;
      continue;
    }
    const at = room / along;
    if (along < 0) from = Math.max(from, at);
    else to = Math.min(to, at);
    if (from > to) return undefined;
  }
  return [
    {x: a.x + from * dx, y: a.y + from * dy},
    {x: a.x + to * dx, y: a.y + to * dy}
  ];
}

/** The points of a line that lie in a box, with the places where it enters and leaves. */
export function visiblePart(points: readonly Pixel[], box: Box): readonly Pixel[] {
  return points.flatMap((point, i) => {
    const next = points[i + 1];
    const part = next && clipSegment(point, next, box);
    return part === undefined ? [] : i === 0 || visiblyApart(points[i - 1], point, box) ? part : [part[1]];
  });
}

/** Whether a line arrives at a point from outside the box, so that its next stretch begins anew. */
function visiblyApart(before: Pixel | undefined, point: Pixel, box: Box): boolean {
  return before === undefined || clipSegment(before, point, box) === undefined;
}

export function linePath(points: readonly Pixel[]): string {
  return points.map(({x, y}, i) => `${i === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

/** Points without those far left and right of a box: zooming in must not write numbers of ten digits. */
export function nearBox(points: readonly Pixel[], {x1, x2}: Box): readonly Pixel[] {
  const reach = x2 - x1;
  return points.filter((_, i) => {
    const before = points[i - 1] ?? points[i];
    const after = points[i + 1] ?? points[i];
    return before !== undefined && after !== undefined && after.x >= x1 - reach && before.x <= x2 + reach;
  });
}
