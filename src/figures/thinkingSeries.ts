import type {Figure, Mark} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import type {Thinking} from "../scenario/schema.ts";
import {limitsLine, publishersOf} from "./footer.ts";
import type {FigureOptions} from "./ladder.ts";
import {countText, percentText} from "./thinkingWords.ts";
import {plain} from "./wording.ts";

const shapes = ["circle", "square", "diamond", "triangle"] as const;

const alone = "Points of one series compare with each other alone.";

/** Who measured, and that series stand apart. */
function footerOf({series = []}: Thinking, {find}: FigureOptions): readonly string[] {
  const ids = series.flatMap(({points}) => points.flatMap(({evidence = []}) => evidence));
  const sources = publishersOf(
    "Sources",
    ids.flatMap((id) => find?.(id) ?? [])
  );
  return [`${sources} ${alone}`.trim(), limitsLine];
}

/** What papers measured, each series over its own first length; undefined where the section holds none. */
export function thinkingSeriesFigure(section: Thinking, options: FigureOptions = {}): Figure | undefined {
  const {series = []} = section;
  if (series.length === 0) return undefined;
  const marks = series.flatMap(({id, name, unit, points}, k): readonly Mark[] => {
    const first = points[0]?.length ?? 1;
    const places = points.map(({length, accuracy}) => ({x: log10(length / first), y: 100 * accuracy.value}));
    const say = (length: number) => (unit === "tokens" ? `${countText(length)} tokens` : `${length}× the first budget`);
    return [
      {
        type: "curve",
        id: `series-${id}`,
        role: "context",
        weight: "minor",
        pieces: [{trust: "known", points: places}]
      },
      ...places.map((place, i): Mark => ({
        type: "point",
        id: `series-${id}-${i + 1}`,
        role: "ink",
        ...place,
        shape: shapes[k % shapes.length] ?? "circle",
        basis: "known",
        focus: false,
        ...(i === places.length - 1 ? {label: {name, place: "near", priority: 60} as const} : {}),
        detail: `${name}, ${say(points[i]?.length ?? NaN)}: ${percentText(points[i]?.accuracy.value ?? NaN)}.`
      }))
    ];
  });
  const places = marks.flatMap((mark) => (mark.type === "point" ? [mark] : []));
  const [xs, ys] = [places.map(({x}) => x), places.map(({y}) => y)];
  const room = Math.max(1, 0.3 * (Math.max(...ys) - Math.min(...ys)));
  return {
    id: "thinking-series",
    title: "More thinking as papers measured it",
    subtitle: plain(alone),
    description: `Horizontal axis: length of thought over the first of each series, logarithmic. Vertical axis: accuracy in %. ${places.map(({detail}) => detail).join(" ")}`,
    metric: "Measured in papers, % solved",
    shortMetric: "Measured in papers, % solved",
    x: {
      scale: "log10",
      domain: [Math.min(...xs) - 0.06, Math.max(...xs) + 0.12],
      title: plain("Length over the first of each series (log axis)"),
      shortTitle: plain("Length over the first (log)"),
      ticks: "multiplier"
    },
    y: {
      scale: "linear",
      domain: [Math.min(...ys) - room, Math.max(...ys) + room],
      title: plain("% solved"),
      shortTitle: plain("% solved"),
      ticks: "number",
      whole: true
    },
    marks,
    key: [],
    caption: alone,
    footer: footerOf(section, options)
  };
}
