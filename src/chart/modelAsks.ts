import {ranks} from "./ask.ts";
import type {Ask, AskContext} from "./ask.ts";
import {blockBox, blockOf} from "./block.ts";
import type {Block, Candidate} from "./block.ts";
import type {Box, Pixel} from "./boxes.ts";
import {aroundPoint, besideLine, besideShelf, leaders} from "./candidates.ts";
import type {ShelfSides} from "./candidates.ts";
import {nameRuns} from "./columnLabels.ts";
import type {Label, Mark} from "./figure.ts";
import {estimateReach, shelfBox} from "./marks.ts";
import type {Frame, PlacedHandle, PlacedPoint, PlacedShelf} from "./placed.ts";
import {styled} from "./text.ts";
import {phoneWidth} from "./textStyle.ts";

/** In a crowd of so many points only models in focus may stand apart from their point. */
const crowd = 200;

/** So many models at most ask for a name, the most important first: a cloud of points stays a cloud. */
const mostModels = 100;

function labelBlocks(mark: Mark, whole: Label, focus: boolean, {frame, sizes}: AskContext): readonly Block[] {
  const label = frame.isPhone ? {...whole, name: whole.shortName ?? whole.name} : whole;
  const size = focus || mark.role !== "context" ? sizes.label : sizes.context;
  const named = {runs: nameRuns(mark, label, focus), size};
  const further = frame.isPhone
    ? []
    : (label.lines ?? []).map((text) => ({runs: styled(text, "ink3", 400), size: sizes.note}));
  const full = blockOf([named, ...further], sizes.noteLine);
  const {value: _, ...nameOnly} = label;
  const bare = blockOf([{runs: nameRuns(mark, nameOnly, focus), size}], sizes.noteLine);
  const {tag} = label;
  return [
    full,
    ...(further.length > 0 || label.value !== undefined ? [bare] : []),
    ...(tag === undefined
      ? []
      : [blockOf([{runs: nameRuns(mark, {...nameOnly, name: tag}, focus), size}], sizes.noteLine)])
  ];
}

/** Models in focus before all others, then by priority. */
function importance({mark}: PlacedPoint | PlacedHandle): number {
  return (mark.label?.priority ?? 0) + (mark.focus || mark.type === "handle" ? 1e6 : 0);
}

function sidesOf(shelf: PlacedShelf, {frame, marks: {shelves, rungs}}: AskContext): ShelfSides {
  const box = shelfBox(shelf);
  const others = shelves.filter((other) => other !== shelf && other.x1 < shelf.x2 && other.x2 > shelf.x1);
  const reach = 2 * shelf.height;
  return {
    box,
    isCrowdedAbove: others.some(({y}) => y < shelf.y && shelf.y - y < reach),
    isCrowdedBelow: others.some(({y}) => y > shelf.y && y - shelf.y < reach),
    hasRung: rungs.some(({model}) => model !== undefined && model === shelf.model),
    isInRow: frame.rows !== undefined
  };
}

const isNarrow = ({plot}: Frame): boolean => plot.x2 - plot.x1 < phoneWidth;

/** From a place to the nearest edge of a box, px; 0 inside. */
function gapTo({x, y}: Pixel, box: Box): number {
  const dx = Math.max(box.x1 - x, x - box.x2, 0);
  const dy = Math.max(box.y1 - y, y - box.y2, 0);
  return Math.sqrt(dx * dx + dy * dy);
}

/** In a crowd a name is taken for that of the mark it is nearest to: it stands where its own is nearer by so much, px. */
const nearestBy = 3;

/** What each step to a shorter text costs. */
function shorterCost({keepsValue, tag, lines}: Label, {isPhone}: Frame): number {
  if (keepsValue === true) return 26;
  if (tag !== undefined) return 11;
  return isPhone || lines === undefined ? 5 : 12;
}

function modelAsk(placed: PlacedPoint | PlacedHandle, label: Label, context: AskContext): Ask {
  const {id, mark, radius} = placed;
  const {frame, marks} = context;
  const at = {x: placed.x, y: placed.y};
  // A model may have several rows, each with a shelf.
  const own = marks.shelves.filter((item) => item.model !== undefined && item.model === placed.model);
  const shelf = own.find(({y}) => Math.abs(y - placed.y) < 1) ?? (frame.rows === undefined ? own[0] : undefined);
  const others = label.tag === undefined ? [] : [...marks.handles, ...marks.points].filter((other) => other !== placed);
  const isOwn = (block: Block, candidate: Candidate): boolean => {
    const box = blockBox(block, candidate);
    const least = gapTo(at, box) - radius + nearestBy;
    return others.every((other) => gapTo(other, box) - other.radius >= least);
  };
  const isFocus = mark.focus || mark.type === "handle" || (label.isMain === true && isNarrow(frame));
  return {
    id,
    mark,
    at,
    rank: isFocus ? ranks.focus : ranks.rest,
    priority: label.priority,
    variants: () => labelBlocks(mark, label, mark.focus, context),
    candidates: (block) =>
      shelf === undefined
        ? [
            ...aroundPoint(at, radius, block),
            ...("scoreEstimated" in mark && mark.scoreEstimated ? besideLine(at, radius, estimateReach, block) : [])
          ].filter((candidate) => others.length === 0 || isOwn(block, candidate))
        : besideShelf(sidesOf(shelf, context), at, frame.plot, block),
    ...(isFocus || marks.points.length < crowd ? {leaders: (block: Block) => leaders(at, radius, block)} : {}),
    shorter: shorterCost(label, frame),
    worst: isFocus || label.keepsValue === true || label.tag !== undefined ? 90 : 24
  };
}

/** Names of models at their points and handles; those that stand in the column ask for none. */
export function modelAsks(context: AskContext): readonly Ask[] {
  const {marks, inColumn} = context;
  return [...marks.handles, ...marks.points]
    .filter(({id, mark}) => mark.label !== undefined && !inColumn.has(id))
    .sort((a, b) => importance(b) - importance(a) || (a.id < b.id ? -1 : 1))
    .slice(0, mostModels)
    .flatMap((placed) => (placed.mark.label === undefined ? [] : [modelAsk(placed, placed.mark.label, context)]));
}
