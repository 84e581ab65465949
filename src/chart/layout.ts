import {asksOf} from "./asks.ts";
import type {AskContext} from "./ask.ts";
import {barHit, placeBars} from "./bars.ts";
import type {Box} from "./boxes.ts";
import {placeColumn} from "./columnLabels.ts";
import type {ColumnAsk} from "./columnLabels.ts";
import type {Figure} from "./figure.ts";
import {layoutFrame, scalesOf} from "./frame.ts";
import {ghostAsks, placeGhosts} from "./ghosts.ts";
import type {Scales} from "./frame.ts";
import {placeKey} from "./keyPlace.ts";
import {markObstacles} from "./markObstacles.ts";
import {placeMarks} from "./marks.ts";
import type {PlacedMarks} from "./marks.ts";
import {placeNear} from "./nearLabels.ts";
import type {Obstacles} from "./obstacles.ts";
import type {Chrome, Frame, Lean, PlacedFigure, PlacedKey, View} from "./placed.ts";
import {share} from "./share.ts";
import {cleanText, line, placeText} from "./text.ts";
import {phoneSizes, wideSizes} from "./textStyle.ts";
import type {Sizes} from "./textStyle.ts";

export interface LayoutOptions {
  /** px. */
  readonly width: number;
  readonly height: number;
  readonly chrome: Chrome;
  /** The part of the axes to show instead of their own domains, axis units. */
  readonly view?: View | undefined;
  /** By the rules of a phone, however wide; left out, the width decides. */
  readonly compact?: boolean;
}

/** Names that stand beside the plot: of models in it, and of curves that leave it on the right. */
function columnAsks({handles, points, curves, shelves}: PlacedMarks, {plot, column}: Frame): readonly ColumnAsk[] {
  if (column === undefined) return [];
  const models = [...handles, ...points].flatMap((placed): ColumnAsk[] => {
    const {mark, x, y, radius, model} = placed;
    if (mark.label?.place !== "column") return [];
    const shelf = shelves.find((item) => model !== undefined && item.model === model);
    const from = {x: Math.max(x + radius, shelf?.x2 ?? 0) + 3, y};
    return [{mark, label: mark.label, focus: mark.focus, from}];
  });
  const recipes = curves.flatMap(({mark, pieces}): ColumnAsk[] => {
    const end = pieces.at(-1)?.visible.at(-1);
    if (mark.label?.place !== "column" || end === undefined || end.x < plot.x2 - 1) return [];
    return [{mark, label: mark.label, focus: true, from: {x: plot.x2 + 2, y: end.y}}];
  });
  return [...models, ...recipes];
}

/** The key, kept where it was while something is dragged. */
function keyOf(
  figure: Figure,
  context: AskContext,
  field: () => Obstacles,
  held: PlacedFigure | undefined
): PlacedKey | undefined {
  if (context.frame.legend) return context.frame.legend;
  if (context.frame.isPhone || figure.marks.length === 0) return undefined;
  return held === undefined ? placeKey(figure.key, context.frame.plot, field(), context.sizes) : held.key;
}

function emptyText({empty}: Figure, plot: Box) {
  if (empty === undefined) return undefined;
  return placeText(line(empty, "ink2", 400), 14, (plot.x1 + plot.x2) / 2, (plot.y1 + plot.y2) / 2 + 5, {
    anchor: "middle",
    halo: true
  });
}

function withBars(figure: Figure, frame: Frame, scales: Scales, sizes: Sizes, marks: PlacedMarks): PlacedMarks {
  const bars = placeBars(figure, frame, scales, sizes);
  const pitch = scales.toY(1) - scales.toY(0);
  return {...marks, bars, hits: [...marks.hits, ...bars.map((bar) => barHit(bar, pitch))]};
}

function contextOf(figure: Figure, frame: Frame, sizes: Sizes, leans: ReadonlyMap<string, Lean>) {
  const scales = scalesOf(frame);
  const marks = placeMarks(figure, frame.plot, scales, sizes, leans);
  return {
    frame,
    scales,
    sizes,
    marks: frame.rows === undefined ? marks : withBars(figure, frame, scales, sizes, marks)
  };
}

/**
 * A figure with a place in px for everything in it; the same for the same input in every engine.
 *
 * With `previous`, meant for while something is dragged, labels keep their sides and offsets, shelves their lean and
 * the plot its edges, so that nothing jumps; and whatever did not change is the very same object as before.
 */
export function layoutFigure(
  figure: Figure,
  {width, height, chrome, view, compact}: LayoutOptions,
  previous?: PlacedFigure
): PlacedFigure {
  const held =
    previous?.width === width && previous.height === height && previous.chrome === chrome ? previous : undefined;
  const frame = layoutFrame(
    figure,
    compact === undefined ? {width, height} : {width, height, compact},
    chrome,
    view,
    held?.frame
  );
  const sizes = frame.isPhone ? phoneSizes : wideSizes;
  const {plot} = frame;
  const leans = new Map(held?.shelves.map(({id, lean}) => [id, lean]));
  const base = contextOf(figure, frame, sizes, leans);
  const {notes: _, ...marks} = base.marks;
  const beside = columnAsks(base.marks, frame);
  const context = {...base, inColumn: new Set(beside.map(({mark}) => mark.id))};
  const column = placeColumn(beside, frame, sizes);
  // The plot’s top edge is free for the names of thresholds; on a phone names may use the margin right of it.
  const area = {x1: plot.x1 + 1, x2: frame.isPhone ? width - 4 : plot.x2, y1: plot.y1 - 2, y2: plot.y2 - 2};
  let field: Obstacles | undefined;
  const ghosts = figure.ghosts && placeGhosts(figure, frame, base.scales, sizes);
  const obstacles = () => (field ??= markObstacles(context, width, height, ghosts));
  const asks = [...asksOf(context), ...ghostAsks(ghosts ?? [], context, figure)];
  const near = placeNear(asks, area, obstacles, held?.choices ?? new Map());
  const key = keyOf(figure, context, obstacles, held);
  const placed = {
    id: figure.id,
    width,
    height,
    chrome,
    title: cleanText(figure.title),
    description: cleanText(figure.description),
    axes: {x: figure.x, y: figure.y},
    frame,
    plot,
    ...marks,
    ...(ghosts && {ghosts}),
    labels: [...column, ...near.labels],
    key,
    empty: emptyText(figure, plot)
  };
  return {...(held ? share(shareable(held), placed) : placed), ...base.scales, choices: near.choices};
}

/** The parts of a placed figure that can be compared; its functions are made anew. */
function shareable({toX: _toX, toY: _toY, fromX: _fromX, fromY: _fromY, choices: _choices, ...rest}: PlacedFigure) {
  return rest;
}
