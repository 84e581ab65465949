import {ranks} from "./ask.ts";
import type {Ask, AskContext} from "./ask.ts";
import {blockOf} from "./block.ts";
import type {Block} from "./block.ts";
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
  return further.length > 0 || label.value !== undefined ? [full, bare] : [full];
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

function modelAsk(placed: PlacedPoint | PlacedHandle, label: Label, context: AskContext): Ask {
  const {id, mark, radius} = placed;
  const {frame, marks} = context;
  const at = {x: placed.x, y: placed.y};
  // A model may have several rows, each with a shelf.
  const own = marks.shelves.filter((item) => item.model !== undefined && item.model === placed.model);
  const shelf = own.find(({y}) => Math.abs(y - placed.y) < 1) ?? (frame.rows === undefined ? own[0] : undefined);
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
          ]
        : besideShelf(sidesOf(shelf, context), at, frame.plot, block),
    ...(isFocus || marks.points.length < crowd ? {leaders: (block: Block) => leaders(at, radius, block)} : {}),
    shorter: label.keepsValue === true ? 14 : frame.isPhone || label.lines === undefined ? 5 : 12,
    worst: isFocus || label.keepsValue === true ? 60 : 24
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
