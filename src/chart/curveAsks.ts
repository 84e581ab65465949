import {ranks} from "./ask.ts";
import type {Ask, AskContext} from "./ask.ts";
import {blockBox, blockOf} from "./block.ts";
import {alongCurve, leaders} from "./candidates.ts";
import type {Box, Pixel} from "./boxes.ts";
import type {PlacedCurve} from "./placed.ts";
import {line} from "./text.ts";
import {nameColor} from "./theme.ts";

/** A name is taken for that of another curve which is nearer than its own by more than this, px. */
const asNear = 1;
/** One that is farther than its own by this leaves no doubt, px; what each px of doubt costs. */
const clear = 9;
const doubtCost = 0.9;

/** Steps along a line that are looked at, px. */
const step = 3;

/** Where a leader may leave a curve, shares of what shows of it. */
const leaveAt = [0.5, 0.65, 0.35, 0.8, 0.2];

const visibleOf = ({pieces}: PlacedCurve): readonly Pixel[] => pieces.flatMap(({visible}) => visible);

const gap = (value: number, low: number, high: number): number => Math.max(low - value, value - high, 0);

/** How near a line comes to a box, px; no less than the limit where it stays outside of that. */
function distanceTo(points: readonly Pixel[], box: Box, limit: number): number {
  let least = limit;
  for (const [i, a] of points.entries()) {
    const b = points[i + 1] ?? a;
    const isFar =
      Math.max(a.x, b.x) < box.x1 - least ||
      Math.min(a.x, b.x) > box.x2 + least ||
      Math.max(a.y, b.y) < box.y1 - least ||
      Math.min(a.y, b.y) > box.y2 + least;
    if (isFar) continue;
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y)) / step));
    for (let k = 0; k <= steps; ++k) {
      const dx = gap(a.x + ((b.x - a.x) * k) / steps, box.x1, box.x2);
      const dy = gap(a.y + ((b.y - a.y) * k) / steps, box.y1, box.y2);
      least = Math.min(least, Math.sqrt(dx * dx + dy * dy));
    }
  }
  return least;
}

/** Names of curves: each where no other curve is nearer than its own, or apart and tied to it. */
export function curveAsks({marks, frame, inColumn, sizes}: AskContext): readonly Ask[] {
  return marks.curves.flatMap((curve): Ask[] => {
    const {id, mark} = curve;
    const visible = visibleOf(curve);
    const at = visible.at(-1);
    if (mark.label === undefined || at === undefined || inColumn.has(id)) return [];
    const {name, shortName = name, priority} = mark.label;
    const others = marks.curves.filter((other) => other !== curve).map(visibleOf);
    // A name between two curves belongs to either: a place that no other is near to is worth some way.
    const doubt = (box: Box): number => {
      const own = distanceTo(visible, box, Infinity);
      const next = others.reduce((least, other) => distanceTo(other, box, least), own + clear);
      return next < own - asNear ? Infinity : doubtCost * Math.min(clear, own + clear - next);
    };
    return [
      {
        id,
        mark,
        at,
        rank: ranks.focus,
        priority,
        variants: () =>
          [...new Set([name, shortName])].map((text) =>
            blockOf([{runs: line(text, nameColor[mark.role], 650), size: sizes.label}], 15)
          ),
        candidates: (block) =>
          alongCurve(visible, frame.plot, block).map((candidate) => ({
            ...candidate,
            cost: candidate.cost + doubt(blockBox(block, candidate))
          })),
        leaders: (block) =>
          leaveAt.flatMap((share) => {
            const from = visible[Math.round(share * (visible.length - 1))];
            if (from === undefined) return [];
            return leaders(from, 0, block).map((candidate) => ({
              ...candidate,
              cost: candidate.cost + Math.min(clear, doubt(blockBox(block, candidate)))
            }));
          }),
        shorter: 5,
        worst: 60
      }
    ];
  });
}
