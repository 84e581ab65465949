import type {Mark, Position} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import type {Reinforcement} from "../scenario/schema.ts";
import type {ReinforcementNumbers, ReinforcementRow} from "../simulation/reinforcement.ts";
import {amountText, percent} from "./reinforcementNumbers.ts";
import {plain} from "./wording.ts";

/** A column of the rows as places, percent over decades. */
export const along = (
  rows: readonly ReinforcementRow[],
  of: (row: ReinforcementRow) => number | undefined
): Position[] =>
  rows.flatMap((row) => {
    const y = of(row);
    return y === undefined ? [] : [{x: log10(row.compute), y: 100 * y}];
  });

/** The line of the maker’s wording, thin where sigmoid and line are as good as one and dotted beyond, to just over the ceiling. */
export function lineMarks(
  section: Reinforcement,
  {rows, parting, lineEnds, at, slope}: ReinforcementNumbers
): readonly Mark[] {
  if (parting === undefined || lineEnds === undefined) return [];
  const [low, high] = [log10(parting.low), log10(parting.high)];
  const over = 0.05 * (section.law.ceiling.value - section.law.before.value);
  const [least, most] = [section.law.before.value - over, section.law.ceiling.value + over];
  const lineAt = (x: number): Position => ({x, y: 100 * (at.line + slope * (x - log10(at.compute)))});
  const drawn = along(rows, ({line}) => (line >= least && line <= most ? line : undefined));
  const [left, right] = [drawn.filter(({x}) => x < low), drawn.filter(({x}) => x > high)];
  const ceiling = 100 * section.law.ceiling.value;
  return [
    ...[low, high].map((x, i): Mark => ({
      type: "rule",
      id: i === 0 ? "parts-low" : "parts-high",
      role: "context",
      along: "y",
      at: x,
      dashed: true,
      name: plain(`parts at ${amountText(i === 0 ? parting.low : parting.high)}`)
    })),
    {
      type: "curve",
      id: "line",
      role: "ink",
      weight: "minor",
      pieces: [
        {trust: "beyond", points: [...left, lineAt(low)]},
        {trust: "known", points: [lineAt(low), ...drawn.filter(({x}) => x > low && x < high), lineAt(high)]},
        {trust: "beyond", points: [lineAt(high), ...right]}
      ],
      label: {name: "log-linear line", place: "near", priority: 60}
    },
    {
      type: "point",
      id: "line-ends",
      role: "ink",
      x: log10(lineEnds),
      y: ceiling,
      shape: "diamond",
      basis: "forecast",
      focus: false,
      label: {
        name: `passes the ceiling at ${amountText(lineEnds)}`,
        shortName: amountText(lineEnds),
        place: "near",
        priority: 70
      },
      detail: `The log-linear line passes the ceiling, ${percent(section.law.ceiling.value)}, at ${amountText(lineEnds)} ${section.unit}: it has to end before.`
    }
  ];
}

/** The width of the stretch on which the line holds, under both curves. */
export function stretchMark({parting, tolerance}: ReinforcementNumbers, y: number): readonly Mark[] {
  if (parting === undefined) return [];
  return [
    {
      type: "bracket",
      id: "stretch",
      role: "ink",
      along: "x",
      from: {x: log10(parting.low), y},
      to: {x: log10(parting.high), y},
      value: plain(`${amountText(parting.high / parting.low)}×`),
      note: plain(
        `within ${Number((100 * tolerance).toPrecision(2))} points, ${amountText(parting.low)} to ${amountText(parting.high)}`
      )
    }
  ];
}
