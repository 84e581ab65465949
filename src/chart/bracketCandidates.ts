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
    {x: (x1 + x2) / 2, y: under(block, y2, 28), anchor: "middle", cost: 8},
    ...[3, 7, 12].flatMap((down, k): Candidate[] => [
      {x: x2 + 8, y: level + down, anchor: "start", cost: 5 + k},
      {x: x1 - 8, y: level + down, anchor: "end", cost: 5.5 + k}
    ])
  ];
}

/** Beside an upright bracket: at its middle, nearer one of its ends, over and under it. */
export function besideUpright({x1, x2, y1, y2}: Box, block: Block): readonly Candidate[] {
  const half = halfLetter * sizeOf(block) - ((block.lines.length - 1) * block.step) / 2;
  const beside = [0.5, 0.25, 0.75].flatMap((share, k): Candidate[] => {
    const y = y1 + share * (y2 - y1) + half;
    return [
      {x: x2 + 6, y, anchor: "start", cost: 1.5 * k},
      {x: x1 - 6, y, anchor: "end", cost: 1 + 1.5 * k}
    ];
  });
  const past = [5, 12, 20].flatMap((gap, k): Candidate[] => [
    {x: x2, y: under(block, y2, gap), anchor: "middle", cost: 3 + 2.5 * k},
    {x: x2, y: over(block, y1, gap), anchor: "middle", cost: 3.5 + 2.5 * k}
  ]);
  return [...beside, ...past];
}

/** So far from the multiple its words still read on from it, px. */
const readsOn = 24;

/**
 * The words that go with a bracket’s multiple: behind it on its baseline, before it, or under it; on two lines also
 * about the height of its middle.
 */
export function besideMultiple(value: Box, baseline: number, bracket: Box, block: Block): readonly Candidate[] {
  const right = Math.max(value.x2, bracket.x2);
  const left = Math.min(value.x1, bracket.x1);
  const isFar = right - value.x2 > readsOn;
  const isLeftFar = value.x1 - left > readsOn;
  const drop = (block.lines.length - 1) * block.step;
  const rises = drop === 0 ? [0] : [drop / 2, 0, drop];
  const beside = rises.flatMap((rise, k): Candidate[] => [
    {x: right + 8, y: baseline - rise, anchor: "start", cost: (isFar ? 2 : 0) + 0.6 * k},
    {x: value.x2 + 8, y: baseline - rise, anchor: "start", cost: 1 + 0.6 * k},
    ...(isLeftFar ? [] : [{x: left - 8, y: baseline - rise, anchor: "end" as const, cost: 2 + 0.6 * k}]),
    {x: value.x1 - 8, y: baseline - rise, anchor: "end", cost: 2.5 + 0.6 * k}
  ]);
  const below = [2, 8].flatMap((gap, k): Candidate[] => {
    const y = under(block, value.y2, gap);
    return [
      {x: value.x1, y, anchor: "start", cost: 3 + 2 * k},
      {x: (value.x1 + value.x2) / 2, y, anchor: "middle", cost: 3.2 + 2 * k},
      {x: value.x2, y, anchor: "end", cost: 3.4 + 2 * k}
    ];
  });
  return [...beside, ...below];
}
