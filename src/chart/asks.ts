import {blockOf} from "./block.ts";
import type {Block, Candidate} from "./block.ts";
import type {Box, Pixel} from "./boxes.ts";
import {besideMultiple, besideUpright, underBracket} from "./bracketCandidates.ts";
import {
  alongCurve,
  aroundPoint,
  aroundRemark,
  besideShelf,
  besideThreshold,
  leaders,
  overStretch
} from "./candidates.ts";
import type {ShelfSides} from "./candidates.ts";
import {nameRuns} from "./columnLabels.ts";
import type {GhostMark, Label, Mark, Text} from "./figure.ts";
import type {Scales} from "./frame.ts";
import {shelfBox, spanBox} from "./marks.ts";
import type {PlacedMarks} from "./marks.ts";
import type {Frame, PlacedBracket, PlacedHandle, PlacedPoint, PlacedShelf} from "./placed.ts";
import {line, styled} from "./text.ts";
import type {Sizes} from "./textStyle.ts";
import {nameColor} from "./theme.ts";

/** A label that asks for a place in the plot. */
export interface Ask {
  /** The label’s own id: the mark’s, with an ending where a mark has two. */
  readonly id: string;
  readonly mark: Mark | GhostMark;
  /** What the label moves with. */
  readonly at: Pixel;
  /** Lower is placed first; within a rank the higher priority. */
  readonly rank: number;
  readonly priority: number;
  /** The full text, then shorter ones. */
  readonly variants: () => readonly Block[];
  readonly candidates: (block: Block, placed: ReadonlyMap<string, Box>) => readonly Candidate[];
  /** Places apart from the mark, for when none beside it is cheap. */
  readonly leaders?: (block: Block) => readonly Candidate[];
  /** What each step to a shorter text costs. */
  readonly shorter: number;
  /** Above this price the label is rather left out. */
  readonly worst: number;
}

const ranks = {threshold: 0, multiple: 1, span: 2, claim: 3, words: 4, focus: 5, remark: 6, rest: 7};

/** In a crowd of so many points only models in focus may stand apart from their point. */
const crowd = 200;

/** So many models at most ask for a name, the most important first: a cloud of points stays a cloud. */
const mostModels = 100;

export interface AskContext {
  readonly frame: Frame;
  readonly scales: Scales;
  readonly sizes: Sizes;
  readonly marks: PlacedMarks;
  /** Marks whose names stand in the column. */
  readonly inColumn: ReadonlySet<string>;
}

function remark(title: Text, note: Text | undefined, {note: small, noteTitle, noteLine}: Sizes): Block {
  const lines = [{runs: styled(title, "ink", 600), size: noteTitle}];
  return blockOf(note === undefined ? lines : [...lines, {runs: styled(note, "ink3", 400), size: small}], noteLine);
}

function thresholdAsks({marks, frame, sizes}: AskContext): readonly Ask[] {
  return marks.thresholds.map(({id, mark, x}) => ({
    id,
    mark,
    at: {x, y: frame.plot.y1},
    rank: ranks.threshold,
    priority: 0,
    variants: () =>
      (frame.isPhone ? [mark.shortName] : [mark.name, mark.shortName]).map((name) =>
        blockOf([{runs: styled(name, "ink3", 400), size: sizes.tick}], sizes.noteLine)
      ),
    candidates: (block: Block) => besideThreshold(x, frame.plot, block),
    shorter: 3,
    worst: 90
  }));
}

/** Names of lines of reference: at the top of upright ones, at the right end of level ones. */
function ruleAsks({marks, frame, sizes}: AskContext): readonly Ask[] {
  return marks.rules.flatMap(({id, mark, at}): Ask[] => {
    const {name, along, role} = mark;
    const {plot} = frame;
    if (name === undefined) return [];
    return [
      {
        id,
        mark,
        at: along === "x" ? {x: plot.x2, y: at} : {x: at, y: plot.y1},
        rank: ranks.threshold,
        priority: 0,
        variants: () => [blockOf([{runs: styled(name, nameColor[role], 450), size: sizes.note}], sizes.noteLine)],
        candidates: (block) =>
          along === "x" ? overStretch(plot.x1 + 4, plot.x2 - 4, at, at, block) : besideThreshold(at, plot, block),
        shorter: 0,
        worst: 90
      }
    ];
  });
}

function bracketAsks({id, mark, box}: PlacedBracket, {frame, sizes}: AskContext): readonly Ask[] {
  const at = {x: box.x2, y: box.y2};
  const value = blockOf([{runs: styled(mark.value, "ink", 700), size: sizes.multiplier}], sizes.noteLine);
  const words = blockOf([{runs: styled(mark.note, "ink3", 400), size: sizes.note}], sizes.noteLine);
  const base = {mark, at, priority: 0, shorter: 0, worst: Infinity};
  const multiple: Ask = {
    ...base,
    id,
    rank: ranks.multiple,
    variants: () => [value],
    candidates: (block) => (mark.along === "x" ? underBracket(box, block) : besideUpright(box, block))
  };
  const note: Ask = {
    ...base,
    id: `${id}-words`,
    rank: ranks.words,
    variants: () => [words],
    worst: 60,
    candidates: (block, placed) => {
      const valueBox = placed.get(id);
      return valueBox === undefined ? [] : besideMultiple(valueBox, valueBox.y1 + value.above, box, block);
    }
  };
  return [...(value.width > 0 ? [multiple] : []), ...(words.width > 0 && !frame.isPhone ? [note] : [])];
}

function spanAsks({marks, frame, sizes}: AskContext): readonly Ask[] {
  return marks.spans.map((span) => {
    const {id, mark, x1, x2, y} = span;
    return {
      id,
      mark,
      at: {x: x2, y},
      rank: ranks.span,
      priority: 0,
      variants: () => [
        ...(frame.isPhone ? [] : [remark(mark.title, mark.note, sizes)]),
        remark(mark.shortTitle, undefined, sizes)
      ],
      candidates: (block: Block) =>
        overStretch(x1, x2, spanBox(span).y1, y + sizes.shelf, block, frame.isPhone ? "middle" : "end"),
      shorter: 20,
      worst: 120
    };
  });
}

function claimAsks({marks, frame, sizes}: AskContext): readonly Ask[] {
  return marks.claims.map(({id, mark, x1, x2, y}) => ({
    id,
    mark,
    at: {x: x2, y},
    rank: ranks.claim,
    priority: 0,
    variants: () => [
      ...(frame.isPhone ? [] : [remark(mark.title, mark.note, sizes)]),
      remark(mark.shortTitle, mark.shortNote, sizes),
      remark(mark.shortTitle, undefined, sizes)
    ],
    candidates: (block: Block) => overStretch(Math.max(frame.plot.x1 + 4, x1), x2 - 7, y - 3, y + 3, block),
    shorter: 16,
    worst: 120
  }));
}

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

function sidesOf(shelf: PlacedShelf, {shelves, rungs}: PlacedMarks): ShelfSides {
  const box = shelfBox(shelf);
  const others = shelves.filter((other) => other !== shelf && other.x1 < shelf.x2 && other.x2 > shelf.x1);
  const reach = 2 * shelf.height;
  return {
    box,
    isCrowdedAbove: others.some(({y}) => y < shelf.y && shelf.y - y < reach),
    isCrowdedBelow: others.some(({y}) => y > shelf.y && y - shelf.y < reach),
    hasRung: rungs.some(({model}) => model !== undefined && model === shelf.model)
  };
}

function modelAsk(placed: PlacedPoint | PlacedHandle, label: Label, context: AskContext): Ask {
  const {id, mark, radius} = placed;
  const {frame, marks} = context;
  const at = {x: placed.x, y: placed.y};
  const shelf = marks.shelves.find((item) => item.model !== undefined && item.model === placed.model);
  const isFocus = mark.focus || mark.type === "handle";
  return {
    id,
    mark,
    at,
    rank: isFocus ? ranks.focus : ranks.rest,
    priority: label.priority,
    variants: () => labelBlocks(mark, label, mark.focus, context),
    candidates: (block) =>
      shelf === undefined ? aroundPoint(at, radius, block) : besideShelf(sidesOf(shelf, marks), at, frame.plot, block),
    ...(isFocus || marks.points.length < crowd ? {leaders: (block: Block) => leaders(at, radius, block)} : {}),
    shorter: frame.isPhone || label.lines === undefined ? 5 : 12,
    worst: isFocus ? 60 : 22
  };
}

function curveAsks(context: AskContext): readonly Ask[] {
  const {marks, frame, inColumn} = context;
  return marks.curves.flatMap(({id, mark, pieces}): Ask[] => {
    const visible = pieces.flatMap((piece) => piece.visible);
    const at = visible.at(-1);
    if (mark.label === undefined || at === undefined || inColumn.has(id)) return [];
    const {name} = mark.label;
    return [
      {
        id,
        mark,
        at,
        rank: ranks.focus,
        priority: mark.label.priority,
        variants: () => [blockOf([{runs: line(name, nameColor[mark.role], 650), size: context.sizes.label}], 15)],
        candidates: (block) => alongCurve(visible, frame.plot, block),
        shorter: 0,
        worst: 60
      }
    ];
  });
}

/** Every label that wants a place in the plot, in the order in which they choose. */
export function asksOf(context: AskContext): readonly Ask[] {
  const {marks, frame, scales, sizes, inColumn} = context;
  const models = [...marks.handles, ...marks.points]
    .filter(({id, mark}) => mark.label !== undefined && !inColumn.has(id))
    .sort((a, b) => importance(b) - importance(a) || (a.id < b.id ? -1 : 1))
    .slice(0, mostModels)
    .flatMap((placed) => (placed.mark.label === undefined ? [] : [modelAsk(placed, placed.mark.label, context)]));
  const remarks = marks.notes.flatMap((mark): Ask[] => {
    const at = {x: scales.toX(mark.x), y: scales.toY(mark.y)};
    const isInside = at.x >= frame.plot.x1 && at.x <= frame.plot.x2 && at.y >= frame.plot.y1 && at.y <= frame.plot.y2;
    const variants = () => [remark(mark.title, mark.note, sizes), remark(mark.title, undefined, sizes)];
    const candidates = (block: Block) => aroundRemark(at, sizes.shelf, block);
    return isInside
      ? [{id: mark.id, mark, at, rank: ranks.remark, priority: 0, variants, candidates, shorter: 6, worst: 30}]
      : [];
  });
  const asks = [
    ...thresholdAsks(context),
    ...ruleAsks(context),
    ...marks.brackets.flatMap((bracket) => bracketAsks(bracket, context)),
    ...spanAsks(context),
    ...claimAsks(context),
    ...curveAsks(context),
    ...models,
    ...(frame.isPhone ? [] : remarks)
  ];
  return asks.sort((a, b) => a.rank - b.rank || b.priority - a.priority || (a.id < b.id ? -1 : 1));
}
