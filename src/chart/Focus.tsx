import type {Active} from "./active.ts";
import {valueText} from "./axis.ts";
import {clamp, grow, rectOf, sharedArea} from "./boxes.ts";
import {nameRuns} from "./columnLabels.ts";
import type {Position, Text} from "./figure.ts";
import type {PlacedFigure, PlacedHandle, PlacedPoint} from "./placed.ts";
import {round} from "./round.ts";
import {line, placeText, runsWidth, styled} from "./text.ts";
import {TextLine} from "./TextLine.tsx";
import {roleColor} from "./theme.ts";
import type {Theme, Token} from "./theme.ts";

const tabSize = 11.5;

interface TabProps {
  readonly text: Text;
  readonly x: number;
  readonly y: number;
  readonly side: "left" | "below";
  readonly width: number;
  readonly theme: Theme;
}

/** A value on an axis, light on ink. */
function Tab({text, x, y, side, width, theme}: TabProps) {
  const runs = styled(text, "bg", 600);
  const size = runsWidth(runs, tabSize) + 10;
  const left = clamp(side === "left" ? x - size : x - size / 2, 1, width - size - 1);
  const top = side === "left" ? y - 9 : y;
  return (
    <>
      <rect x={round(left)} y={round(top)} width={round(size)} height={18} fill={theme.ink} />
      <TextLine text={placeText(runs, tabSize, left + 5, top + 13)} theme={theme} />
    </>
  );
}

/** The name of the active model where its label found no room. */
function MissingName({
  placed,
  item,
  theme
}: {
  readonly placed: PlacedFigure;
  readonly item: PlacedPoint | PlacedHandle;
  readonly theme: Theme;
}) {
  const {label} = item.mark;
  if (label === undefined || placed.labels.some(({id}) => id === item.id)) return null;
  const runs = nameRuns(item.mark, label, item.mark.focus);
  const isLeft = item.x + item.radius + 8 + runsWidth(runs, 12) > placed.width - 4;
  const x = item.x + (isLeft ? -1 : 1) * (item.radius + 7);
  return (
    <TextLine text={placeText(runs, 12, x, item.y - 6, {anchor: isLeft ? "end" : "start", halo: true})} theme={theme} />
  );
}

export interface FocusProps {
  readonly placed: PlacedFigure;
  readonly theme: Theme;
  readonly active: Active | undefined;
}

function itemOf({handles, points}: PlacedFigure, active: Active | undefined): PlacedPoint | PlacedHandle | undefined {
  return active && [...handles, ...points].find(({id, model}) => model === active.model || id === active.model);
}

/** The active model’s rung to both axes, drawn under the marks. */
export function ActiveRung({placed, theme, active}: FocusProps) {
  const item = itemOf(placed, active);
  if (item === undefined) return null;
  const {plot} = placed;
  return (
    <path
      d={`M${plot.x1} ${item.y}H${plot.x2}M${item.x} ${item.y}V${plot.y2}`}
      fill="none"
      stroke={theme[roleColor[item.role]]}
    />
  );
}

/** The active model’s values on the axes, and its name if it has none. */
export function ActiveValues({placed, theme, active}: FocusProps) {
  const item = itemOf(placed, active);
  if (item === undefined) return null;
  const {plot, axes, width} = placed;
  const {unit: _x, ...x} = axes.x;
  const {unit: _y, ...y} = axes.y;
  return (
    <g pointer-events="none">
      <MissingName placed={placed} item={item} theme={theme} />
      {axes.y.rows === undefined && (
        <Tab text={valueText(y, item.mark.y)} x={plot.x1 - 3} y={item.y} side="left" width={width} theme={theme} />
      )}
      <Tab text={valueText(x, item.mark.x)} x={item.x} y={plot.y2 + 8} side="below" width={width} theme={theme} />
    </g>
  );
}

/** A ring at 3 px distance. */
export function FocusRing({
  placed,
  theme,
  focusedId
}: {
  readonly placed: PlacedFigure;
  readonly theme: Theme;
  readonly focusedId: string | undefined;
}) {
  if (focusedId === undefined) return null;
  const item = [...placed.handles, ...placed.points].find(({id}) => id === focusedId);
  const bar = placed.bars.find(({id}) => id === focusedId);
  if (bar) {
    const box = {x1: bar.x1, x2: bar.x2, y1: bar.y, y2: bar.y + bar.height};
    return <rect {...rectOf(grow(box, 4))} fill="none" stroke={theme.focus} stroke-width={2} />;
  }
  if (item === undefined) return null;
  return <circle cx={item.x} cy={item.y} r={item.radius + 5} fill="none" stroke={theme.focus} stroke-width={2} />;
}

interface GhostProps extends FocusProps {
  /** Where the drag began, axis units. */
  readonly ghost: Position;
}

/** Which values a drag changes, judged by what can be seen. */
function changed({axes, toX, toY}: PlacedFigure, item: PlacedHandle | PlacedPoint, ghost: Position): Text {
  const movesX = Math.abs(toX(ghost.x) - item.x) >= 0.5;
  const movesY = Math.abs(toY(ghost.y) - item.y) >= 0.5;
  const x = valueText(axes.x, item.mark.x);
  const y = valueText(axes.y, item.mark.y);
  if (!movesY) return x;
  return movesX ? [...x, {text: ", "}, ...y] : y;
}

/** Right of and over the handle, or wherever round it the tag hides the least text. */
function tagPlace(placed: PlacedFigure, {x, y, radius}: PlacedHandle | PlacedPoint, width: number, height: number) {
  const texts = placed.labels.flatMap((label) => label.texts.map(({box}) => box));
  const tops = [y - radius - height - 6, y + radius + 6];
  const lefts = [x + radius + 8, x - radius - 8 - width];
  let best = {left: 0, top: 0, hidden: Infinity};
  for (const place of tops.flatMap((top) => lefts.map((left) => ({left, top})))) {
    const left = clamp(place.left, 2, placed.width - width - 2);
    const top = clamp(place.top, 2, placed.height - height - 2);
    const box = {x1: left, y1: top, x2: left + width, y2: top + height};
    const hidden = texts.reduce((sum, text) => sum + sharedArea(box, text), 0) + (left === place.left ? 0 : 200);
    if (hidden < best.hidden) best = {left, top, hidden};
  }
  return best;
}

/** Where a drag began, an arrow to now, and the value on its way. */
export function Ghost({placed, theme, active, ghost}: GhostProps) {
  const item = itemOf(placed, active);
  if (item === undefined) return null;
  const at = {x: round(placed.toX(ghost.x)), y: round(placed.toY(ghost.y))};
  const [dx, dy] = [item.x - at.x, item.y - at.y];
  const distance = Math.sqrt(dx * dx + dy * dy);
  const [ux, uy] = distance > 0 ? [dx / distance, dy / distance] : [0, 0];
  const tip = {x: item.x - ux * (item.radius + 3), y: item.y - uy * (item.radius + 3)};
  const arrow =
    distance < 30
      ? ""
      : `M${round(at.x + ux * (item.radius + 2))} ${round(at.y + uy * (item.radius + 2))}L${round(tip.x)} ${round(tip.y)}` +
        `M${round(tip.x - 5 * ux - 3 * uy)} ${round(tip.y - 5 * uy + 3 * ux)}L${round(tip.x)} ${round(tip.y)}` +
        `L${round(tip.x - 5 * ux + 3 * uy)} ${round(tip.y - 5 * uy - 3 * ux)}`;
  const isOutside = item.mark.type === "handle" && item.mark.outside;
  const color: Token = isOutside ? "warn" : "ink";
  const lines = [
    styled(changed(placed, item, ghost), color, 650),
    ...(isOutside ? [line("outside the band you set", "warn", 450)] : [])
  ];
  const width = Math.max(...lines.map((runs) => runsWidth(runs, 12))) + 10;
  const height = 16 * lines.length + 6;
  const {left, top} = tagPlace(placed, item, width, height);
  return (
    <g pointer-events="none">
      <circle
        cx={at.x}
        cy={at.y}
        r={item.radius}
        fill="none"
        stroke={theme.ink3}
        stroke-opacity={0.6}
        stroke-width={1.5}
        stroke-dasharray="3 3"
      />
      {arrow !== "" && <path d={arrow} fill="none" stroke={theme.ink3} />}
      <rect x={round(left)} y={round(top)} width={round(width)} height={height} fill={theme.bg} fill-opacity={0.92} />
      {lines.map((runs, i) => (
        <TextLine text={placeText(runs, 12, left + 5, top + 15 + 16 * i)} theme={theme} />
      ))}
    </g>
  );
}
