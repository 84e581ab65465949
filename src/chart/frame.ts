import {ticksOf} from "./axis.ts";
import type {Ticks} from "./axis.ts";
import {clamp} from "./boxes.ts";
import type {Box} from "./boxes.ts";
import type {Axis, Figure, Label, Mark} from "./figure.ts";
import type {Chrome, Frame, View} from "./placed.ts";
import {placeLegend} from "./legend.ts";
import {round} from "./round.ts";
import {barsOf, isNamedOver, nameGap, namesWidth, placeNames, roomForLabels, rowDomain} from "./rows.ts";
import {line, placeText, runsWidth, styled} from "./text.ts";
import type {PlacedText} from "./text.ts";
import {labelWeight, phoneSizes, phoneWidth, wideSizes} from "./textStyle.ts";
import type {Sizes} from "./textStyle.ts";
import {columnGap} from "./columnLabels.ts";
import {footTexts, headTexts} from "./surround.ts";
import type {Size} from "./surround.ts";
import {cutRuns} from "./wrap.ts";

/** Narrower figures keep the names beside the plot and drop the lines under them. */
const linesWidth = 700;

/** What the labels beside the plot want: their names whole, their further lines in what that leaves. */
export function columnLabels(marks: readonly Mark[]): readonly {readonly mark: Mark; readonly label: Label}[] {
  return marks.flatMap((mark) => ("label" in mark && mark.label.place === "column" ? [{mark, label: mark.label}] : []));
}

function columnWidth(figure: Figure, width: number, sizes: Sizes): number {
  const labels = columnLabels(figure.marks);
  if (labels.length === 0 || sizes === phoneSizes) return 0;
  const names = labels.map(({mark, label}) => {
    const focus = mark.type === "curve" || ("focus" in mark && mark.focus);
    const name = runsWidth(line(label.name, "ink", labelWeight(focus, false)), sizes.label);
    const value = label.value === undefined ? 0 : runsWidth(line(` ${label.value}`, "ink3", 400), sizes.label);
    return name + value;
  });
  const lines = labels.flatMap(({label}) =>
    (width < linesWidth ? [] : (label.lines ?? [])).map((text) => runsWidth(styled(text, "ink3", 400), sizes.note))
  );
  const forNames = Math.min(Math.max(...names), width * 0.24);
  const forLines = Math.min(Math.max(0, ...lines), clamp(width * 0.2, 110, 190));
  return Math.ceil(Math.max(forNames, forLines, 80));
}

/** On a phone the y axis shows no more than the marks need, and says so by its ticks. */
function croppedDomain({domain, scale, whole}: Axis, marks: readonly Mark[]): readonly [number, number] {
  if (whole || scale === "log10") return domain;
  const values = marks.flatMap((mark): number[] => {
    if (mark.type === "point" || mark.type === "handle" || mark.type === "shelf") return [mark.y];
    if (mark.type === "whisker") return mark.along === "x" ? [mark.at] : [mark.low, mark.high];
    return [];
  });
  const finite = values.filter((value) => Number.isFinite(value) && value >= domain[0] && value <= domain[1]);
  if (finite.length < 2) return domain;
  const low = finite.reduce((a, b) => Math.min(a, b));
  const high = finite.reduce((a, b) => Math.max(a, b));
  const room = Math.max(0.12 * (high - low), 0.02 * (domain[1] - domain[0]));
  return [Math.max(domain[0], low - room), Math.min(domain[1], high + room)];
}

/** A domain a scale can take: finite and of some length. */
function sound([low, high]: readonly [number, number]): readonly [number, number] {
  if (!(Number.isFinite(low) && Number.isFinite(high)) || Math.abs(high - low) > 1e9) return [0, 1];
  return high - low > 1e-9 ? [low, high] : [Math.min(low, high) - 0.5, Math.max(low, high) + 0.5];
}

/** Texts of the ticks, each kept inside the figure. */
function tickTexts(x: Ticks, y: Ticks, plot: Box, size: Size, sizes: Sizes, scales: Scales): readonly PlacedText[] {
  const isPhone = sizes === phoneSizes;
  const below = x.major.map(({at, label}) => {
    const runs = styled(label, "ink2", 400);
    const half = runsWidth(runs, sizes.decade) / 2;
    const middle = clamp(scales.toX(at), half + 1, size.width - half - 1);
    return placeText(runs, sizes.decade, middle, plot.y2 + (isPhone ? 20 : 23), {anchor: "middle"});
  });
  const beside = y.major.map(({at, label}) =>
    placeText(styled(label, "ink3", 400), sizes.tick, plot.x1 - 8, scales.toY(at) + 4, {anchor: "end"})
  );
  return [...beside, ...below];
}

export interface Scales {
  readonly toX: (value: number) => number;
  readonly toY: (value: number) => number;
  readonly fromX: (pixel: number) => number;
  readonly fromY: (pixel: number) => number;
}

/** Axis units to px and back, for a frame. */
export function scalesOf({plot, x, y}: Pick<Frame, "plot" | "x" | "y">): Scales {
  const perX = (plot.x2 - plot.x1) / (x[1] - x[0]);
  const perY = (plot.y2 - plot.y1) / (y[1] - y[0]);
  return {
    toX: (value) => plot.x1 + (value - x[0]) * perX,
    toY: (value) => plot.y2 - (value - y[0]) * perY,
    fromX: (pixel) => x[0] + (pixel - plot.x1) / perX,
    fromY: (pixel) => y[0] + (plot.y2 - pixel) / perY
  };
}

function axisPaths(x: Ticks, y: Ticks, plot: Box, {toX, toY}: Scales) {
  const across = y.major.map(({at}) => toY(at)).filter((py) => py < plot.y2 - 0.5);
  const columns = x.major.map(({at}) => round(toX(at)));
  const grid = [
    ...across.map((py) => `M${round(plot.x1)} ${round(py)}H${round(plot.x2)}`),
    ...columns.map((px) => `M${px} ${round(plot.y1)}V${round(plot.y2)}`)
  ];
  const tickLines = [
    ...columns.map((px) => `M${px} ${round(plot.y2)}v7`),
    ...x.minor.map((at) => `M${round(toX(at))} ${round(plot.y2)}v3.5`)
  ];
  return {
    grid: grid.join(""),
    tickLines: tickLines.join(""),
    baseline: `M${round(plot.x1)} ${round(plot.y2)}H${round(plot.x2)}`
  };
}

const asksForRoom: ReadonlySet<Mark["type"]> = new Set(["bar", "rule", "threshold"] as const);

/** What a frame depends on; of marks only those on rows. */
function makings(figure: Figure, size: Size, chrome: Chrome, view: View | undefined): string {
  const {title, subtitle, footer, metric, shortMetric, x, y, key, marks} = figure;
  const around = chrome === "export" ? [title, subtitle, footer] : [];
  // Bars ask for room beside their ends, and upright lines for room over the first row.
  const within = y.rows === undefined ? [] : [key, marks.filter(({type}) => asksForRoom.has(type))];
  return JSON.stringify([size, chrome, view, metric, shortMetric, x, y, around, within]);
}

/**
 * Everything that stays while marks move: where the plot lies, its axes, and the texts around it.
 *
 * With a frame held from before, its edges stay, and if nothing else changed it is that very frame.
 */
export function layoutFrame(
  figure: Figure,
  size: Size,
  chrome: Chrome,
  view: View | undefined,
  held: Frame | undefined
): Frame {
  const made = makings(figure, size, chrome, view);
  return held?.made === made ? held : makeFrame(figure, size, chrome, view, held, made);
}

const noTicks: Ticks = {major: [], minor: []};

function makeFrame(
  figure: Figure,
  size: Size,
  chrome: Chrome,
  view: View | undefined,
  held: Frame | undefined,
  made: string
): Frame {
  const isPhone = size.compact ?? size.width < phoneWidth;
  const sizes = isPhone ? phoneSizes : wideSizes;
  const margin = chrome === "export" ? (isPhone ? 16 : 24) : isPhone ? 4 : 8;
  const head = headTexts(figure, size, chrome, margin, sizes);
  const {rows} = figure.y;
  const legend = rows && placeLegend(figure.key, margin, head.top, size.width - 2 * margin, sizes);
  const top = head.top + (legend?.depth ?? 0);
  const foot = chrome === "export" ? footTexts(figure, size, margin) : {texts: [], depth: isPhone ? 0 : 2};
  const column = columnWidth(figure, size.width, sizes);
  const bottom = Math.max(top + 40, size.height - (isPhone ? 44 : 52) - foot.depth);
  const namesOver = rows !== undefined && isNamedOver(rows.length, size.width, bottom - top);
  const y =
    rows === undefined
      ? sound(view?.y ?? held?.y ?? (isPhone ? croppedDomain(figure.y, figure.marks) : figure.y.domain))
      : rowDomain(figure, rows.length, bottom - top, namesOver);
  const yTicks = rows === undefined ? ticksOf(figure.y, y, bottom - top, "y") : noTicks;
  const tickWidth = yTicks.major.reduce(
    (most, {label}) => Math.max(most, runsWidth(styled(label, "ink3", 400), sizes.tick)),
    0
  );
  const pitch = (bottom - top) / Math.abs(y[1] - y[0]);
  const names = rows && !namesOver ? namesWidth(rows, pitch, size.width, sizes) : 0;
  const left =
    rows === undefined
      ? Math.max(margin + (isPhone ? 20 : 32), Math.ceil(margin + tickWidth + 8))
      : margin + (namesOver ? 2 : names + nameGap);
  const right =
    column > 0 ? size.width - column - columnGap - (chrome === "export" ? 16 : 4) : size.width - (isPhone ? 10 : 24);
  const plot = held?.plot ?? {x1: left, y1: top, x2: Math.max(left + 40, right), y2: bottom};
  const bars = rows === undefined ? [] : barsOf(figure);
  const x = sound(
    view?.x ?? (rows === undefined ? figure.x.domain : roomForLabels(figure.x.domain, bars, plot.x2 - plot.x1, sizes))
  );
  const scales = scalesOf({plot, x, y});
  const xTicks = ticksOf(figure.x, x, plot.x2 - plot.x1, "x");
  const axisTitle = [figure.x.title, figure.x.shortTitle]
    .map((title) => styled(title, "ink3", 400))
    .find((runs, i) => i === 1 || (!isPhone && runsWidth(runs, sizes.tick) <= plot.x2 - plot.x1));
  const titleAt = {x: isPhone ? plot.x1 : plot.x2, y: plot.y2 + (isPhone ? 38 : 43)};
  const title = placeText(
    cutRuns(axisTitle ?? [], sizes.tick, size.width - plot.x1),
    sizes.tick,
    titleAt.x,
    titleAt.y,
    {
      anchor: isPhone ? "start" : "end"
    }
  );
  return {
    made,
    plot,
    x,
    y,
    isPhone,
    namesOver,
    yTicks: yTicks.major.map(({at}) => at),
    ...(column > 0
      ? {
          column: {
            x: plot.x2 + columnGap,
            hasLines: size.width >= linesWidth,
            width: size.width - 2 - plot.x2 - columnGap,
            top: plot.y1 - 8,
            bottom: plot.y2 + 8
          }
        }
      : {}),
    ...axisPaths(xTicks, yTicks, plot, scales),
    texts: [
      ...head.texts,
      ...tickTexts(xTicks, yTicks, plot, size, sizes, scales),
      ...(title.runs.length > 0 ? [title] : []),
      ...foot.texts
    ],
    ...(rows === undefined
      ? {}
      : {
          rows: placeNames(
            rows,
            {plotLeft: plot.x1, pitch, toY: scales.toY, namesOver, width: namesOver ? plot.x2 - plot.x1 : names},
            sizes
          ),
          ...(legend === undefined ? {} : {legend: legend.key})
        })
  };
}
