import type {Ask, AskContext} from "./ask.ts";
import {valueText} from "./axis.ts";
import {blockOf} from "./block.ts";
import {clamp, contains} from "./boxes.ts";
import {bracketLine} from "./bracketMarks.ts";
import type {Box, Pixel} from "./boxes.ts";
import {alongCurve, aroundPoint, leaders} from "./candidates.ts";
import {linePath, nearBox, visiblePart} from "./clip.ts";
import type {Figure, GhostMark, Text} from "./figure.ts";
import type {Scales} from "./frame.ts";
import {outline} from "./outline.ts";
import type {Frame, PlacedGhost} from "./placed.ts";
import {round} from "./round.ts";
import {barHeight} from "./rows.ts";
import {styled} from "./text.ts";
import type {Sizes} from "./textStyle.ts";

/** Nearer than this, px, an arrow would hide what it joins. */
const leastArrow = 30;

/** After what the answer says, before the words that explain it. */
const rank = 3.5;

/** A line with an open head from one place to another, px, clear of both. */
function arrowBetween(from: Pixel & {readonly radius: number}, to: Pixel, radius: number): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (!(distance >= leastArrow)) return "";
  const [ux, uy] = [dx / distance, dy / distance];
  const tip = {x: to.x - ux * (radius + 3), y: to.y - uy * (radius + 3)};
  const wing = (side: 1 | -1) => `${round(tip.x - 5 * ux - 3 * side * uy)} ${round(tip.y - 5 * uy + 3 * side * ux)}`;
  const start = `${round(from.x + ux * (from.radius + 2))} ${round(from.y + uy * (from.radius + 2))}`;
  const end = `${round(tip.x)} ${round(tip.y)}`;
  return `M${start}L${end}M${wing(1)}L${end}L${wing(-1)}`;
}

/** Round a bar between two places of a row, px; nothing where it lies outside the plot. */
function barOutline(ends: readonly Pixel[], plot: Box, height: number): string {
  const x1 = Math.max(plot.x1, Math.min(...ends.map(({x}) => x)));
  const x2 = Math.min(plot.x2, Math.max(...ends.map(({x}) => x)));
  const y = (ends[0]?.y ?? NaN) - height / 2;
  if (!(x1 <= x2 && y >= plot.y1 && y + height <= plot.y2)) return "";
  return `M${round(x1)} ${round(y)}H${round(x2)}v${height}H${round(x1)}Z`;
}

/** Half a cap of an interval, px: higher than the tint that a shelf may have now. */
const cap = 6;

/** An interval between two places, px, with a cap where it ends inside the plot; nothing where it lies outside. */
function spanLine([from, to]: readonly Pixel[], plot: Box): string {
  if (from === undefined || to === undefined) return "";
  const isLevel = from.y === to.y;
  const [least, most] = isLevel ? [plot.x1, plot.x2] : [plot.y1, plot.y2];
  const [low, high] = (isLevel ? [from.x, to.x] : [from.y, to.y]).sort((a, b) => a - b);
  const at = isLevel ? {x: plot.x1, y: from.y} : {x: from.x, y: plot.y1};
  if (low === undefined || high === undefined || high < least || low > most || !contains(plot, at)) return "";
  const [first, last] = [round(clamp(low, least, most)), round(clamp(high, least, most))];
  const caps = [low, high].filter((end) => end >= least && end <= most).map(round);
  return isLevel
    ? `M${first} ${at.y}H${last}${caps.map((x) => `M${x} ${round(at.y - cap)}v${2 * cap}`).join("")}`
    : `M${at.x} ${first}V${last}${caps.map((y) => `M${round(at.x - cap)} ${y}h${2 * cap}`).join("")}`;
}

/** What was elsewhere before, in px; what lies outside the plot is left out. */
export function placeGhosts(
  {ghosts = []}: Figure,
  {plot, namesOver}: Pick<Frame, "plot" | "namesOver">,
  {toX, toY}: Scales,
  sizes: Sizes
): readonly PlacedGhost[] {
  const height = round(barHeight(toY(1) - toY(0), namesOver));
  const pixel = ({x, y}: Pixel): Pixel => ({x: round(toX(x)), y: round(toY(y))});
  return ghosts.flatMap((mark): PlacedGhost[] => {
    const {id, points, focus, to} = mark;
    const places = points.map(pixel).filter(({x, y}) => Number.isFinite(x + y));
    const [only] = places;
    if (only === undefined) return [];
    if (mark.isBar) {
      const d = barOutline(places, plot, height);
      return d === "" ? [] : [{id, mark, d, arrow: "", visible: [], at: undefined}];
    }
    if (mark.isSpan) {
      const d = spanLine(places, plot);
      return d === "" ? [] : [{id, mark, d, arrow: "", visible: [], at: undefined}];
    }
    if (mark.isBracket) {
      const [from, to] = places;
      if (from === undefined || to === undefined || !contains(plot, from) || !contains(plot, to)) return [];
      const line = bracketLine("x", from, to, plot, sizes);
      return line === undefined ? [] : [{id, mark, d: line.d, arrow: "", visible: [], at: undefined}];
    }
    if (points.length > 1) {
      const visible = visiblePart(places, plot);
      return visible.length === 0
        ? []
        : [{id, mark, d: linePath(nearBox(places, plot)), arrow: "", visible, at: undefined}];
    }
    if (!contains(plot, only)) return [];
    const radius = focus === true ? sizes.handle : sizes.point;
    const at = {...only, radius};
    const arrow = to === undefined || !contains(plot, pixel(to)) ? "" : arrowBetween(at, pixel(to), radius);
    return [{id, mark, d: outline("circle", only.x, only.y, radius), arrow, visible: [], at}];
  });
}

/** "before", and the values that are others now, judged by what can be seen. */
function words({points: [was], to}: GhostMark, {frame, scales}: AskContext, figure: Pick<Figure, "x" | "y">): Text {
  if (was === undefined || to === undefined || frame.isPhone) return [{text: "before"}];
  const movesX = Math.abs(scales.toX(was.x) - scales.toX(to.x)) >= 0.5;
  const movesY = Math.abs(scales.toY(was.y) - scales.toY(to.y)) >= 0.5 && figure.y.rows === undefined;
  return [
    {text: "before"},
    ...(movesX ? [{text: ", "}, ...valueText(figure.x, was.x)] : []),
    ...(movesY ? [{text: ", "}, ...valueText(figure.y, was.y)] : [])
  ];
}

/** The words that ghosts ask for, beside them where there is room. */
export function ghostAsks(
  ghosts: readonly PlacedGhost[],
  context: AskContext,
  figure: Pick<Figure, "x" | "y">
): readonly Ask[] {
  return ghosts.flatMap(({id, mark, visible, at}): Ask[] => {
    const last = at ?? visible.at(-1);
    if (!mark.isNamed || last === undefined) return [];
    const block = blockOf([{runs: styled(words(mark, context, figure), "ink3", 450), size: context.sizes.context}], 15);
    return [
      {
        id,
        mark,
        at: {x: last.x, y: last.y},
        rank,
        priority: 0,
        variants: () => [block],
        candidates: () =>
          at === undefined ? alongCurve(visible, context.frame.plot, block) : aroundPoint(at, at.radius, block),
        ...(at === undefined ? {} : {leaders: () => leaders(at, at.radius, block)}),
        shorter: 0,
        worst: mark.focus === true ? 150 : 60
      }
    ];
  });
}
