import type {Ask, AskContext} from "./asks.ts";
import {blockBox, blockTexts} from "./block.ts";
import type {Block, Candidate} from "./block.ts";
import {around, grow, isWithin} from "./boxes.ts";
import type {Box} from "./boxes.ts";
import {shelfBox, spanBox} from "./marks.ts";
import {Obstacles} from "./obstacles.ts";
import type {Choice, PlacedLabel} from "./placed.ts";
import {round} from "./round.ts";
import {roleColor} from "./theme.ts";

/** So many labels at most are placed, and so many tried: a cloud of points stays a cloud. */
const mostPlaced = 60;
const mostTried = 160;

/** What it costs to cross a line, in the units of Candidate.cost times `lineScale`, per 6 px of it. */
const lineCosts = {solid: 12, dashed: 9, dotted: 6, threshold: 9, rung: 5, leader: 8, grid: 1};
const lineScale = 4;

/** What a shorter text costs. */
const variantCost = 6;

/** The marks as obstacles: boxes no text may touch, lines it had better not cross. */
export function obstaclesOf({frame, marks, sizes}: AskContext, width: number, height: number): Obstacles {
  const {plot} = frame;
  const obstacles = new Obstacles(width, height);
  for (const {x, y, radius} of marks.points) obstacles.add(around({x, y}, radius + 1.5));
  for (const {x, y, radius} of marks.handles) obstacles.add(around({x, y}, radius + 2));
  for (const shelf of marks.shelves) obstacles.add(shelfBox(shelf));
  for (const {box} of marks.whiskers) obstacles.add(grow(box, 1));
  for (const span of marks.spans) obstacles.add(spanBox(span));
  for (const {x1, x2, y} of marks.claims) obstacles.add({x1: x1 - 14, x2, y1: y - 6, y2: y + 6});
  for (const {box, cross} of marks.brackets) {
    obstacles.add(grow(box, 2));
    obstacles.add(around(cross, sizes.span / 2));
  }
  for (const {mark, visible} of marks.curves) {
    const trust = mark.pieces.every((piece) => piece.trust === "beyond")
      ? "dotted"
      : mark.weight === "main"
        ? "solid"
        : "dashed";
    obstacles.addLine(visible, lineCosts[trust]);
  }
  for (const {x} of marks.thresholds)
    obstacles.addLine(
      [
        {x, y: plot.y1},
        {x, y: plot.y2}
      ],
      lineCosts.threshold
    );
  for (const {x1, x2, y} of marks.rungs)
    obstacles.addLine(
      [
        {x: x1, y},
        {x: x2, y}
      ],
      lineCosts.rung
    );
  return obstacles;
}

interface Found {
  readonly candidate: Candidate;
  readonly block: Block;
  readonly variant: number;
  readonly price: number;
}

function leaderIsFree([start, end]: NonNullable<Candidate["leader"]>, obstacles: Obstacles): boolean {
  return [0.15, 0.35, 0.55, 0.75, 0.95].every((share) =>
    obstacles.isFree(around({x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share}, 1))
  );
}

/** The cheapest place for a label, or none that is worth it. */
function search(ask: Ask, area: Box, obstacles: Obstacles, boxes: ReadonlyMap<string, Box>): Found | undefined {
  let best: Found | undefined;
  for (const [variant, block] of ask.variants().entries()) {
    for (const candidate of ask.candidates(block, boxes)) {
      const base = candidate.cost + variant * variantCost;
      if (base >= (best?.price ?? ask.worst)) continue;
      const box = blockBox(block, candidate);
      if (!isWithin(box, area) || !obstacles.isFree(grow(box, 3, 1))) continue;
      if (candidate.leader && !leaderIsFree(candidate.leader, obstacles)) continue;
      const price = base + obstacles.cost(box) / lineScale;
      if (price < (best?.price ?? ask.worst)) best = {candidate, block, variant, price};
    }
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
  for (const [i, ask] of waiting.entries()) {
    const found = i < mostTried && labels.length < mostPlaced ? search(ask, area, field, boxes) : undefined;
    const choice = found && choiceOf(ask, found);
    choices.set(ask.id, choice);
    if (found === undefined || choice === undefined) continue;
    labels.push(labelOf(ask, found.block, choice));
    const box = blockBox(found.block, found.candidate);
    boxes.set(ask.id, box);
    field.add(box);
    if (found.candidate.leader) field.addLine(found.candidate.leader, lineCosts.leader);
  }
  return {labels, choices};
}
