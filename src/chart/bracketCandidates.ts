import type {Block, Candidate} from "./block.ts";
import type {Box} from "./boxes.ts";
import {halfLetter, over, sizeOf, under} from "./candidates.ts";

/** The multiple of a bracket along a rung: centred under it, or beside it. */
export function underBracket({x1, x2, y2}: Box, block: Block): readonly Candidate[] {
  const level = y2 + 4;
  return [
    {x: (x1 + x2) / 2, y: under(block, y2, 5.5), anchor: "middle", cost: 0},
    {x: x2 + 8, y: level, anchor: "start", cost: 3},
    {x: x1 - 8, y: level, anchor: "end", cost: 3.5},
    {x: x1 + 0.75 * (x2 - x1), y: under(block, y2, 5.5), anchor: "middle", cost: 0.8},
    {x: x1 + 0.25 * (x2 - x1), y: under(block, y2, 5.5), anchor: "middle", cost: 0.9},
    {x: x1, y: under(block, y2, 5.5), anchor: "start", cost: 1},
    {x: x2, y: under(block, y2, 5.5), anchor: "end", cost: 1.2},
    {x: (x1 + x2) / 2, y: under(block, y2, 16), anchor: "middle", cost: 6},
    {x: (x1 + x2) / 2, y: under(block, y2, 28), anchor: "middle", cost: 8}
  ];
}

/** Beside an upright bracket, or over and under it. */
export function besideUpright({x1, x2, y1, y2}: Box, block: Block): readonly Candidate[] {
  const middle = (y1 + y2) / 2 + halfLetter * sizeOf(block) - ((block.lines.length - 1) * block.step) / 2;
  return [
    {x: x2 + 6, y: middle, anchor: "start", cost: 0},
    {x: x1 - 6, y: middle, anchor: "end", cost: 1},
    {x: x2, y: under(block, y2, 5), anchor: "middle", cost: 3},
    {x: x2, y: over(block, y1, 5), anchor: "middle", cost: 3.5}
  ];
}

/** The words that go with a bracket’s multiple: behind it on its baseline, before it, or under it. */
export function besideMultiple(value: Box, baseline: number, bracket: Box, block: Block): readonly Candidate[] {
  const right = Math.max(value.x2, bracket.x2);
  const left = Math.min(value.x1, bracket.x1);
  return [
    {x: right + 8, y: baseline, anchor: "start", cost: 0},
    {x: value.x2 + 7, y: baseline, anchor: "start", cost: 1},
    {x: left - 8, y: baseline, anchor: "end", cost: 2},
    {x: value.x1, y: under(block, value.y2, 2), anchor: "start", cost: 3},
    {x: value.x2, y: under(block, value.y2, 2), anchor: "end", cost: 3.4},
    {x: (value.x1 + value.x2) / 2, y: under(block, value.y2, 2), anchor: "middle", cost: 3.2}
  ];
}
