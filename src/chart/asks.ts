import {ranks} from "./ask.ts";
import type {Ask, AskContext} from "./ask.ts";
import {blockOf} from "./block.ts";
import type {Block} from "./block.ts";
import {besideMultiple, besideUpright, underBracket} from "./bracketCandidates.ts";
import {aroundRemark, besideThreshold, overStretch} from "./candidates.ts";
import {curveAsks} from "./curveAsks.ts";
import type {BracketMark, Text} from "./figure.ts";
import {spanBox} from "./marks.ts";
import {modelAsks} from "./modelAsks.ts";
import type {PlacedBracket} from "./placed.ts";
import {styled} from "./text.ts";
import type {StyledRun} from "./text.ts";
import type {Sizes} from "./textStyle.ts";
import {nameColor} from "./theme.ts";
import {wrapEvenly} from "./wrap.ts";

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

/** The words of a bracket: on one line, broken into two of about the same length, in short. */
function wordsOf({note, shortNote}: BracketMark, {note: size, noteLine}: Sizes): readonly Block[] {
  const blockIn = (lines: readonly (readonly StyledRun[])[]) =>
    blockOf(
      lines.map((runs) => ({runs, size})),
      noteLine
    );
  const runs = styled(note, "ink3", 400);
  const whole = blockIn([runs]);
  const broken = wrapEvenly(runs, size, 0.7 * whole.width, 2);
  return [
    whole,
    ...(broken.length < 2 ? [] : [blockIn(broken)]),
    ...(shortNote === undefined ? [] : [blockIn([styled(shortNote, "ink3", 400)])])
  ];
}

function bracketAsks({id, mark, box}: PlacedBracket, {frame, sizes}: AskContext): readonly Ask[] {
  const at = {x: box.x2, y: box.y2};
  const value = blockOf([{runs: styled(mark.value, "ink", 700), size: sizes.multiplier}], sizes.noteLine);
  const words = wordsOf(mark, sizes);
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
    variants: () => words,
    shorter: 4,
    worst: 22,
    candidates: (block, placed) => {
      const valueBox = placed.get(id);
      return valueBox === undefined ? [] : besideMultiple(valueBox, valueBox.y1 + value.above, box, block);
    }
  };
  return [...(value.width > 0 ? [multiple] : []), ...((words[0]?.width ?? 0) > 0 && !frame.isPhone ? [note] : [])];
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

/** Every label that wants a place in the plot, in the order in which they choose. */
export function asksOf(context: AskContext): readonly Ask[] {
  const {marks, frame, scales, sizes} = context;
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
    ...modelAsks(context),
    ...(frame.isPhone ? [] : remarks)
  ];
  return asks.sort((a, b) => a.rank - b.rank || b.priority - a.priority || (a.id < b.id ? -1 : 1));
}
