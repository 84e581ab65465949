import type {Ask} from "./ask.ts";
import {blockBox, blockTexts} from "./block.ts";
import type {Block, Candidate} from "./block.ts";
import {leaderCost} from "./candidates.ts";
import {around, grow, isWithin, sharedArea} from "./boxes.ts";
import type {Box} from "./boxes.ts";
import type {Obstacles} from "./obstacles.ts";
import type {Choice, PlacedLabel} from "./placed.ts";
import {round} from "./round.ts";
import {roleColor} from "./theme.ts";

/** So many labels at most are placed, and after so many in a row that found no room none is tried any more. */
const mostPlaced = 60;
const mostMisses = 12;

/** What it costs to stand so close to other text that the two may read as one, or so close that they do. */
const crowdingCost = 3;
const touchingCost = 11;

/** What a place costs for the texts around it. */
function crowding(box: Box, texts: readonly Box[]): number {
  const meets = (near: Box) => texts.some((text) => sharedArea(near, text) > 0);
  return meets(grow(box, 4, 2)) ? touchingCost : meets(grow(box, 8, 5)) ? crowdingCost : 0;
}

interface Found {
  readonly candidate: Candidate;
  readonly block: Block;
  readonly variant: number;
  readonly price: number;
}

/** Small boxes along a leader. */
function leaderBoxes([start, end]: NonNullable<Candidate["leader"]>): readonly Box[] {
  return [0.1, 0.25, 0.4, 0.55, 0.7, 0.85].map((share) =>
    around({x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share}, 2)
  );
}

/** The part of a text’s box that most letters fill: a line under all but the few that hang does no harm. */
function ink({x1, y1, x2, y2}: Box, {below, step, lines}: Block): Box {
  const hang = below - step * (lines.length - 1);
  return {x1, x2, y1: y1 + 1, y2: y2 - Math.min(2.5, hang)};
}

/** What a leader pays for the lines and shelves it crosses; its first stretch leaves its own mark. */
function leaderPrice(leader: NonNullable<Candidate["leader"]>, obstacles: Obstacles): number {
  return leaderBoxes(leader)
    .slice(2)
    .reduce((sum, part) => sum + 0.14 * obstacles.cost(part) + (obstacles.isFree(part) ? 0 : 3), 0);
}

interface Field {
  readonly area: Box;
  readonly obstacles: Obstacles;
  /** Texts that have their place. */
  readonly texts: readonly Box[];
}

/** What a place costs with all it crosses; Infinity where it is not free, or once it cannot be below a limit. */
function priceOf(
  candidate: Candidate,
  block: Block,
  base: number,
  limit: number,
  {area, obstacles, texts}: Field
): number {
  if (base >= limit) return Infinity;
  const box = blockBox(block, candidate);
  if (!isWithin(box, area) || !obstacles.isFree(grow(box, 3, 1))) return Infinity;
  if (candidate.leader && !leaderBoxes(candidate.leader).every((part) => obstacles.isFreeForLine(part)))
    return Infinity;
  const crossed = candidate.leader ? leaderPrice(candidate.leader, obstacles) : 0;
  return base + crossed + obstacles.cost(ink(box, block)) + crowding(box, texts);
}

/** The cheapest place for a label, or none that is worth it; leaders are tried only where they can still win. */
function search(ask: Ask, boxes: ReadonlyMap<string, Box>, field: Field): Found | undefined {
  let best: Found | undefined;
  for (const [variant, block] of ask.variants().entries()) {
    const consider = (candidate: Candidate) => {
      const price = priceOf(candidate, block, candidate.cost + variant * ask.shorter, best?.price ?? ask.worst, field);
      if (price < (best?.price ?? ask.worst)) best = {candidate, block, variant, price};
    };
    ask.candidates(block, boxes).forEach(consider);
    if ((best?.price ?? Infinity) > leaderCost) ask.leaders?.(block).forEach(consider);
  }
  return best;
}

function labelOf({id, mark, at}: Ask, block: Block, choice: Choice): PlacedLabel {
  const {dx, dy, anchor, leader} = choice;
  const texts = blockTexts(block, {x: at.x + dx, y: at.y + dy, anchor});
  const base = {id, role: mark.role, ...(mark.model === undefined ? {} : {model: mark.model}), texts};
  if (leader === undefined) return base;
  const [x1, y1, x2, y2] = leader;
  const d = `M${round(at.x + x1)} ${round(at.y + y1)}L${round(at.x + x2)} ${round(at.y + y2)}`;
  return {...base, leader: {d, color: roleColor[mark.role], isDotted: false}};
}

function choiceOf({at}: Ask, {candidate, variant}: Found): Choice {
  const {x, y, anchor, leader} = candidate;
  const [start, end] = leader ?? [];
  return {
    variant,
    dx: x - at.x,
    dy: y - at.y,
    anchor,
    ...(start && end ? {leader: [start.x - at.x, start.y - at.y, end.x - at.x, end.y - at.y] as const} : {})
  };
}

export interface NearLabels {
  readonly labels: readonly PlacedLabel[];
  readonly choices: ReadonlyMap<string, Choice | undefined>;
}

/** Places for labels one after another, each the cheapest left; what was held stays where it was to its mark. */
export function placeNear(
  asks: readonly Ask[],
  area: Box,
  obstacles: () => Obstacles,
  held: ReadonlyMap<string, Choice | undefined>
): NearLabels {
  const choices = new Map(held);
  const labels: PlacedLabel[] = [];
  const boxes = new Map<string, Box>();
  const waiting: Ask[] = [];
  for (const ask of asks) {
    if (!held.has(ask.id)) {
      waiting.push(ask);
      continue;
    }
    const choice = held.get(ask.id);
    const block = choice && ask.variants()[choice.variant];
    if (choice === undefined || block === undefined) continue;
    labels.push(labelOf(ask, block, choice));
    boxes.set(ask.id, blockBox(block, {x: ask.at.x + choice.dx, y: ask.at.y + choice.dy, anchor: choice.anchor}));
  }
  if (waiting.length === 0) return {labels, choices};
  const field = obstacles();
  for (const box of boxes.values()) field.add(box);
  let misses = 0;
  for (const ask of waiting) {
    const found =
      labels.length < mostPlaced && misses < mostMisses
        ? search(ask, boxes, {area, obstacles: field, texts: [...boxes.values()]})
        : undefined;
    const choice = found && choiceOf(ask, found);
    choices.set(ask.id, choice);
    misses = found === undefined ? misses + 1 : 0;
    if (found === undefined || choice === undefined) continue;
    labels.push(labelOf(ask, found.block, choice));
    const box = blockBox(found.block, found.candidate);
    boxes.set(ask.id, box);
    field.add(box);
    for (const part of found.candidate.leader ? leaderBoxes(found.candidate.leader) : []) field.add(part);
  }
  return {labels, choices};
}
