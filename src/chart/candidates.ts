import type {Block, Candidate} from "./block.ts";
import {clamp} from "./boxes.ts";
import type {Box, Pixel} from "./boxes.ts";
import type {Anchor} from "./text.ts";

/** From the middle of small letters to their baseline, as a share of the text size. */
export const halfLetter = 0.35;

/** The first baseline that puts a block’s last line `gap` above a height, and its first line `gap` below one. */
export const over = (block: Block, y: number, gap: number) => y - gap - block.below;
export const under = (block: Block, y: number, gap: number) => y + gap + block.above;

export function sizeOf({lines}: Block): number {
  return lines[0]?.size ?? 0;
}

/** Directions of leaders, steep ones first; each of length one. */
const directions: readonly (readonly [number, number])[] = [
  [0.13, -0.99],
  [-0.13, -0.99],
  [0.5, -0.87],
  [-0.5, -0.87],
  [0.87, -0.5],
  [-0.87, -0.5],
  [0.13, 0.99],
  [-0.13, 0.99],
  [0.5, 0.87],
  [-0.5, 0.87],
  [0.87, 0.5],
  [-0.87, 0.5]
];

/** Around a point: right, left, a little off them, clear of a line through it, above, below. */
export function aroundPoint({x, y}: Pixel, radius: number, block: Block): readonly Candidate[] {
  const gap = radius + 6.5;
  const level = y + halfLetter * sizeOf(block);
  const beside: readonly (readonly [number, number, number])[] = [
    [0, 0, gap],
    [5, 1, gap],
    [-5, 1.5, gap],
    [9, 2.2, gap - 1],
    [-8, 2.8, gap - 1],
    [14, 12, gap + 3],
    [-14, 12.3, gap + 3]
  ];
  const sides = beside.flatMap(([dy, cost, dx]): Candidate[] => [
    {x: x + dx, y: level + dy, anchor: "start", cost},
    {x: x - dx, y: level + dy, anchor: "end", cost: cost + 1.2}
  ]);
  const vertical = [
    {at: over(block, y, radius + 4.5), cost: 3},
    {at: under(block, y, radius + 4.5), cost: 3.2}
  ].flatMap(({at, cost}): Candidate[] => [
    {x, y: at, anchor: "middle", cost},
    {x: x - radius, y: at, anchor: "start", cost: cost + 0.8},
    {x: x + radius, y: at, anchor: "end", cost: cost + 0.9}
  ]);
  return [...sides, ...vertical];
}

/** Beside an upright line through a point, over and under the point, or past the line’s ends. */
export function besideLine({x, y}: Pixel, radius: number, reach: number, block: Block): readonly Candidate[] {
  const near = [over(block, y, radius + 4.5), under(block, y, radius + 4.5)];
  return [
    ...near.flatMap((at, k): Candidate[] => [
      {x: x - 5, y: at, anchor: "end", cost: 3.3 + 0.2 * k},
      {x: x + 5, y: at, anchor: "start", cost: 3.4 + 0.2 * k}
    ]),
    {x, y: over(block, y, reach + 2.5), anchor: "middle", cost: 7},
    {x, y: under(block, y, reach + 2.5), anchor: "middle", cost: 7.2}
  ];
}

/** What standing apart costs, at least. */
export const leaderCost = 10;

/** Apart from a point, at the end of a line of 30 to 60 px. */
export function leaders({x, y}: Pixel, radius: number, block: Block): readonly Candidate[] {
  return [30, 38, 45, 60].flatMap((length, i) =>
    directions.map(([ux, uy], k): Candidate => {
      const end = {x: x + ux * length, y: y + uy * length};
      const start = {x: x + ux * (radius + 2.5), y: y + uy * (radius + 2.5)};
      const isSteep = Math.abs(uy) > 0.7;
      const level = isSteep
        ? uy < 0
          ? over(block, end.y, -1)
          : under(block, end.y, -1)
        : end.y + halfLetter * sizeOf(block);
      return {
        x: end.x + (ux > 0 ? 4 : -4),
        y: level,
        anchor: ux > 0 ? "start" : "end",
        cost: leaderCost + i + 0.3 * k,
        leader: [start, end]
      };
    })
  );
}

/** Right of a threshold’s line at the top of the plot, lower, or left of it. */
export function besideThreshold(x: number, plot: Box, block: Block): readonly Candidate[] {
  return [0, 1, 2, 3].flatMap((row): Candidate[] => {
    const y = plot.y1 + 9 + row * (block.above + block.below + 3);
    return [
      {x: x + 6, y, anchor: "start", cost: 3 * row},
      {x: x - 6, y, anchor: "end", cost: 3 * row + 2}
    ];
  });
}

/** Over a stretch, flush with its right end, its left end or its middle; higher; under it. */
export function overStretch(
  x1: number,
  x2: number,
  top: number,
  bottom: number,
  block: Block,
  first: Anchor = "end"
): readonly Candidate[] {
  const at = {start: x1, middle: (x1 + x2) / 2, end: x2};
  const anchors = [first, ...(["end", "start", "middle"] as const).filter((anchor) => anchor !== first)];
  return anchors.flatMap((anchor, i): Candidate[] => {
    const x = at[anchor];
    return [
      ...[4, 9, 17, 27, 39].map((gap, k): Candidate => ({
        x,
        y: over(block, top, gap),
        anchor,
        cost: 0.5 * i + 3 * k
      })),
      ...[5, 12, 22, 34].map((gap, k): Candidate => ({
        x,
        y: under(block, bottom, gap),
        anchor,
        cost: 5 + 0.5 * i + 1.6 * k
      }))
    ];
  });
}

export interface ShelfSides {
  readonly box: Box;
  /** Whether another shelf is so close on that side that a name there would be taken for its name. */
  readonly isCrowdedAbove: boolean;
  readonly isCrowdedBelow: boolean;
  /** Whether the shelf’s rung runs bare from the axis to the shelf. */
  readonly hasRung: boolean;
  /** Whether it lies in a row, whose name says whose it is: the label is the value of the mark on it. */
  readonly isInRow: boolean;
}

/** How far the mark on a shelf reaches up and down, px. */
const reach = 9;

/** A shelf’s own name where there is no column: over it, before it, under it, behind it, or on the bare part of its rung. */
export function besideShelf(
  {box, isCrowdedAbove, isCrowdedBelow, hasRung, isInRow}: ShelfSides,
  at: Pixel,
  plot: Box,
  block: Block
): readonly Candidate[] {
  const level = at.y + halfLetter * sizeOf(block);
  const right = Math.min(box.x2, plot.x2);
  // Of two close shelves the upper has the room over it and leaves the places at the ends to the lower.
  const ceded = isCrowdedBelow && !isCrowdedAbove ? 9 : 0;
  const onRung: readonly Candidate[] = [
    {x: plot.x1 + 4, y: over(block, at.y, 2.5), anchor: "start", cost: 0},
    {x: box.x1 - 6, y: over(block, at.y, 2.5), anchor: "end", cost: 0.6},
    {x: box.x1 - 6, y: under(block, at.y, 2.5), anchor: "end", cost: 2}
  ];
  const along = (y: number, cost: number): readonly Candidate[] => [
    {x: right, y, anchor: "end", cost},
    {x: box.x1, y, anchor: "start", cost: cost + 1},
    {x: at.x - 12, y, anchor: "end", cost: cost + 2.5},
    {x: at.x + 12, y, anchor: "start", cost: cost + 2.5},
    {x: at.x, y, anchor: "middle", cost: cost + 3}
  ];
  const atMark: readonly Candidate[] = [
    {x: at.x, y: over(block, Math.min(box.y1, at.y - reach), 2.5), anchor: "middle", cost: 0},
    {x: at.x, y: under(block, Math.max(box.y2, at.y + reach), 2.5), anchor: "middle", cost: 0.3}
  ];
  return [
    ...(hasRung ? onRung : []),
    ...(isInRow ? atMark : []),
    {x: box.x1 - 6, y: level, anchor: "end", cost: 1 + ceded},
    {x: box.x1 - 6, y: level - 2, anchor: "end", cost: 1.3 + ceded},
    {x: box.x1 - 6, y: level + 2, anchor: "end", cost: 1.4 + ceded},
    {x: box.x1 - 14, y: level, anchor: "end", cost: 3 + ceded},
    {x: box.x2 + 6, y: level, anchor: "start", cost: 1.2 + ceded},
    ...(isCrowdedAbove ? [] : along(over(block, box.y1, 2.5), 0.5)),
    ...(isCrowdedBelow ? [] : along(under(block, box.y2, 2.5), 2))
  ];
}

/** Where along a curve its name may begin, the best first: ends, then what lies between. */
const alongShares = [1, 0, 0.85, 0.15, 0.7, 0.3, 0.5, 0.4, 0.6, 0.22, 0.78, 0.45, 0.55];

/** Along a curve, over or under it, clear of its slope: near the right end first, then towards the left. */
export function alongCurve(visible: readonly Pixel[], plot: Box, block: Block): readonly Candidate[] {
  const [first] = visible;
  const last = visible.at(-1);
  if (first === undefined || last === undefined) return [];
  const room = last.x - first.x - block.width;
  if (room < 0) return [];
  return alongShares.flatMap((share, i): Candidate[] => {
    const x = clamp(
      first.x + room * share + (share === 1 ? -4 : share === 0 ? 6 : 0),
      plot.x1 + 2,
      plot.x2 - block.width
    );
    const {high, low} = extent(visible, x, x + block.width);
    return [
      {x, y: over(block, high, 5), anchor: "start", cost: 0.8 * i},
      {x, y: under(block, low, 5), anchor: "start", cost: 0.8 * i + 0.4},
      {x, y: over(block, high, 14), anchor: "start", cost: 0.8 * i + 4},
      {x, y: under(block, low, 14), anchor: "start", cost: 0.8 * i + 4.4}
    ];
  });
}

/** The highest and lowest a line stands between two places. */
function extent(points: readonly Pixel[], x1: number, x2: number): {readonly high: number; readonly low: number} {
  const at = (x: number) => {
    const i = points.findIndex((point) => point.x >= x);
    const [a, b] = [points[Math.max(0, i - 1)], points[i === -1 ? points.length - 1 : i]];
    if (a === undefined || b === undefined) return 0;
    return b.x === a.x ? b.y : a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
  };
  const ys = [at(x1), at(x2), ...points.filter(({x}) => x > x1 && x < x2).map(({y}) => y)];
  return {high: Math.min(...ys), low: Math.max(...ys)};
}

/** A remark over its place, shifted along to where there is room, or under it. */
export function aroundRemark({x, y}: Pixel, reach: number, block: Block): readonly Candidate[] {
  return [0, 30, 60, 100, 140, 180].flatMap((shift, i): Candidate[] => [
    {x: x + shift, y: over(block, y, reach + 4), anchor: "start", cost: 3 * i},
    {x: x + shift, y: over(block, y, reach + 14), anchor: "start", cost: 3 * i + 2},
    {x: x + shift, y: over(block, y, reach + 26), anchor: "start", cost: 3 * i + 4},
    {x: x + shift, y: under(block, y, reach + 4), anchor: "start", cost: 3 * i + 8},
    {x: x - shift - 6, y: over(block, y, reach + 4), anchor: "end", cost: 3 * i + 8},
    {x: x - 6, y: over(block, y, 4 + 12 * i), anchor: "end", cost: 3 * i + 8}
  ]);
}
