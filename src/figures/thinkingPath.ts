import type {Figure, Mark, Position} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import type {Thinking} from "../scenario/schema.ts";
import type {ThinkingNumbers} from "../simulation/thinking.ts";
import type {ThinkingUncertainty} from "../simulation/thinkingUncertainty.ts";
import {thinkingFooter} from "./thinkingFooter.ts";
import {countText, ninety} from "./thinkingWords.ts";
import type {FigureOptions} from "./ladder.ts";
import {plain} from "./wording.ts";

/** The handle of the progress of training. */
export const progressHandle = "progress";

type Path = NonNullable<Thinking["path"]>;

/** Where each phase begins and ends, shares of training. */
const phasesOf = ({longestAt, compressedAt}: Path) =>
  [
    {name: "1 longer", shortName: "1 longer", from: 0, to: longestAt.value},
    {name: "2 compressed", shortName: "2 shorter", from: longestAt.value, to: compressedAt.value},
    {name: "3 longer again", shortName: "3 longer", from: compressedAt.value, to: 1}
  ] as const;

/** The ends of the phases after a progress of training, the first of them first; the start again from the end. */
export function nextPhaseEnd(path: Path, progress: number): number {
  return phasesOf(path).find(({to}) => to > progress + 1e-9)?.to ?? 0;
}

/** The part of a line between two places along x, its ends on the line. */
function stretch(points: readonly Position[], from: number, to: number): readonly Position[] {
  const at = (x: number): Position => {
    const i = Math.min(points.length - 2, Math.max(0, Math.floor(x)));
    const [a, b] = [points[i], points[i + 1]];
    return {x, y: a === undefined || b === undefined ? NaN : a.y + (b.y - a.y) * (x - i)};
  };
  return [at(from), ...points.filter(({x}) => x > from && x < to), at(to)];
}

/** Length of thought over training: longer, compressed, longer again; undefined where the section has no path. */
export function thinkingPathFigure(
  section: Thinking,
  {path, pathCurve}: ThinkingNumbers,
  drawn: ThinkingUncertainty | undefined,
  {find}: FigureOptions = {}
): Figure | undefined {
  if (section.path === undefined || path === undefined) return undefined;
  const phases = phasesOf(section.path);
  const points = pathCurve.map((tokens, i) => ({x: i, y: log10(tokens)}));
  const heights = points.map(({y}) => y);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const room = Math.max(0.12, 0.25 * (high - low));
  const percent = Math.round(100 * path.progress);
  const interval = drawn?.path;
  const now = `${countText(path.tokens)} tokens${ninety(interval, countText)}`;
  const isWide = interval !== undefined && interval.high > interval.low * 1.001;
  const trust = (section.basis ?? "placed") === "placed" ? "placed" : "known";
  const marks: readonly Mark[] = [
    ...phases.slice(0, 2).map(({to}, i): Mark => ({
      type: "rule",
      id: `turn-${i + 1}`,
      role: "context",
      along: "y",
      at: 100 * to,
      dashed: true
    })),
    ...phases.map(({name, shortName, from, to}, i): Mark => ({
      type: "curve",
      id: `phase-${i + 1}`,
      role: "reference",
      weight: "main",
      pieces: [{trust, points: stretch(points, 100 * from, 100 * to)}],
      label: {name, shortName, place: "near", priority: 60}
    })),
    ...(isWide
      ? [
          {
            type: "whisker",
            id: "path-tokens",
            role: "reference",
            along: "y",
            at: 100 * path.progress,
            low: log10(interval.low),
            high: log10(interval.high)
          } satisfies Mark
        ]
      : []),
    {
      type: "handle",
      id: progressHandle,
      role: "reference",
      x: 100 * path.progress,
      y: log10(path.tokens),
      focus: true,
      outside: false,
      label: {name: countText(path.tokens), value: `at ${percent} %`, place: "near", priority: 90},
      detail: `At ${percent} % of training, phase ${path.phase}: ${now} a thought.`
    }
  ];
  return {
    id: "thinking-path",
    title: "Length of thought over training",
    subtitle: plain(`At ${percent} % of training, phase ${path.phase}: ${now} a thought.`),
    description: `Horizontal axis: training, % done. Vertical axis: tokens of a thought, logarithmic. Three phases: answers lengthen, are compressed, and lengthen again. At ${percent} % of training ${now}.`,
    metric: "Length of thought over training, tokens",
    shortMetric: "Length of thought, tokens",
    x: {
      scale: "linear",
      domain: [0, 100],
      title: plain("Training under a penalty, % done"),
      shortTitle: plain("Training, % done"),
      ticks: "number",
      digits: 0,
      unit: "%"
    },
    y: {
      scale: "log10",
      domain: [low - room, high + room],
      title: plain("Tokens"),
      shortTitle: plain("Tokens"),
      ticks: "number",
      unit: "tokens",
      whole: true
    },
    marks,
    key: [],
    caption: `Phase ${path.phase}: ${now}. Meta tells of the three phases and gives no lengths: these are placed.`,
    footer: thinkingFooter(section, drawn, find)
  };
}
