import type {BandMark, CurveMark, Figure, KeyEntry, Mark, Position, Trust} from "../chart/figure.ts";
import {mostAgents} from "../laws/agents.ts";
import {log10} from "../numerics/exp.ts";
import type {Agents} from "../scenario/schema.ts";
import type {AgentsNumbers, AgentsRow} from "../simulation/agents.ts";
import type {AgentsUncertainty} from "../simulation/agentsUncertainty.ts";
import type {Band} from "../simulation/draws.ts";
import {agentsAnswer, doublingWords, overSingle} from "./agentsAnswer.ts";
import {agentsFooter} from "./agentsFooter.ts";
import {agentsPoints, measuredTo, withoutValue} from "./agentsPoints.ts";
import {agentsCounted, joiningWords, measured, share, shareDifference} from "./agentsWords.ts";
import type {FigureOptions} from "./ladder.ts";
import {plain} from "./wording.ts";

/** The axis of the number of agents, which all panels share. */
export const agentsAxis: Figure["x"] = {
  scale: "log10",
  domain: [-0.07, log10(mostAgents) + 0.05],
  title: plain("Agents side by side (log axis: each step is 2×)"),
  shortTitle: plain("Agents (each step 2×)"),
  ticks: "doubling"
};

const placeOf = (row: AgentsRow, y: number): Position => ({x: log10(row.agents), y});

/** A curve in points along the number of agents: as it is trusted up to some number, dotted beyond. */
export function agentsPieces(
  rows: readonly AgentsRow[],
  y: (row: AgentsRow) => number,
  within: Trust,
  until: number
): CurveMark["pieces"] {
  const points = (some: readonly AgentsRow[]) => some.map((row) => placeOf(row, y(row)));
  const [near, far] = [
    rows.filter(({agents}) => agents <= until),
    rows.filter(({agents}) => agents >= Math.min(until, mostAgents))
  ];
  return [
    ...(near.length > 1 ? [{trust: within, points: points(near)}] : []),
    ...(far.length > 1 ? [{trust: "beyond" as const, points: points(far)}] : [])
  ];
}

/** A band along the number of agents on its log axis. */
export const agentsBand = (
  id: string,
  role: BandMark["role"],
  band: Band | undefined,
  y: (value: number) => number
): readonly BandMark[] =>
  band === undefined
    ? []
    : [{type: "band", id, role, points: band.map(({x, low, high}) => ({x: log10(x), low: y(low), high: y(high)}))}];

const percent = (value: number): number => 100 * value;

/** How far the law is meant to be read: to the last measured number of agents; all of it where none was measured. */
const reach = (section: Agents): number => Math.max(2, measuredTo(section) ?? mostAgents);

function singleMarks({rows, singleMissing}: AgentsNumbers, low: number): readonly Mark[] {
  if (singleMissing !== undefined) {
    return [
      {
        type: "note",
        id: "single-missing",
        role: "context",
        x: log10(8),
        y: low,
        title: plain("No single agent with as many tokens:"),
        note: plain(singleMissing)
      }
    ];
  }
  return [
    {
      type: "curve",
      id: "single",
      role: "context",
      weight: "minor",
      pieces: [
        {
          trust: "placed",
          points: rows.flatMap((row) => (row.single === undefined ? [] : [placeOf(row, percent(row.single))]))
        }
      ],
      label: {
        name: "one agent, as many tokens",
        shortName: "one, as many tokens",
        place: "near",
        priority: 70
      }
    } satisfies CurveMark
  ];
}

/** The number of agents on show, and what it is above the single one. */
function countMarks(section: Agents, numbers: AgentsNumbers): readonly Mark[] {
  const {rows, count} = numbers;
  const row = rows[count - 1];
  if (row === undefined) return [];
  const x = log10(count);
  const over = overSingle(numbers);
  const single = row.single === undefined ? undefined : percent(row.single);
  return [
    ...(single === undefined || over === undefined || count === 1
      ? []
      : [
          {
            type: "bracket",
            id: "over-single",
            role: "subject",
            along: "y",
            from: {x, y: percent(row.score)},
            to: {x, y: single},
            value: plain(shareDifference(over)),
            note: plain("over one with as many tokens"),
            cross: "context"
          } as const
        ]),
    {
      type: "handle",
      id: "count",
      role: "subject",
      x,
      y: percent(row.score),
      focus: true,
      outside: false,
      label: {name: agentsCounted(count), value: share(row.score), place: "near", priority: 100},
      detail: `${agentsCounted(count)}: ${share(row.score)} of ${measured(section)}${row.single === undefined ? "" : `; one that thinks for as many tokens: ${share(row.single)}`}. Drag to another number.`
    }
  ];
}

function scoreAxis(marks: readonly Mark[]): readonly [number, number] {
  const shown = marks.flatMap((mark): readonly number[] => {
    if (mark.type === "band") return mark.points.flatMap(({low, high}) => [low, high]);
    if (mark.type === "curve") return mark.pieces.flatMap(({points}) => points.map(({y}) => y));
    if (mark.type === "whisker") return [mark.low, mark.high];
    return mark.type === "point" ? [mark.y] : [];
  });
  const finite = shown.filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const room = Math.max(2, 0.12 * (high - low));
  return [Math.max(0, Math.floor(low - 1.6 * room)), Math.min(100, Math.ceil(high + room))];
}

function keyOf(marks: readonly Mark[], section: Agents): readonly KeyEntry[] {
  const points = marks.flatMap((mark) => (mark.type === "point" ? [mark.basis] : []));
  const has = (trust: Trust) =>
    marks.some((mark) => mark.type === "curve" && mark.id === "agents" && mark.pieces.some((p) => p.trust === trust));
  return [
    ...(points.includes("estimate")
      ? [{sample: "estimate", role: "subject", text: "read off a chart by a third party"} as const]
      : []),
    ...(points.includes("known") ? [{sample: "known", role: "subject", text: "measured"} as const] : []),
    ...(has("placed")
      ? [{sample: "placed", role: "subject", text: `law of ${joiningWords[section.joining.kind]}, placed`} as const]
      : []),
    ...(has("beyond") ? [{sample: "beyond", role: "subject", text: "beyond what was measured"} as const] : []),
    ...(marks.some(({type}) => type === "band") ? [{sample: "band", text: "90 % interval"} as const] : [])
  ];
}

/** Score against the number of agents, its band, what was measured, and the single agent that thinks for as many tokens. */
export function agentsFigure(
  section: Agents,
  numbers: AgentsNumbers,
  drawn: AgentsUncertainty | undefined,
  {find}: FigureOptions = {}
): Figure {
  const law: Mark = {
    type: "curve",
    id: "agents",
    role: "subject",
    weight: "main",
    pieces: agentsPieces(
      numbers.rows,
      ({score}) => percent(score),
      section.basis === undefined || section.basis === "placed" ? "placed" : "known",
      reach(section)
    )
  };
  const drawnMarks: readonly Mark[] = [
    ...agentsBand("single-band", "context", drawn?.single, percent),
    ...agentsBand("agents-band", "subject", drawn?.score, percent),
    law,
    ...agentsPoints(section, find)
  ];
  const y = scoreAxis([...drawnMarks, ...singleMarks(numbers, 0)]);
  const marks = [...drawnMarks, ...singleMarks(numbers, y[0] + 0.12 * (y[1] - y[0])), ...countMarks(section, numbers)];
  const answer = agentsAnswer(section, numbers, drawn);
  const heading = `${measured(section)}, problems solved, %`;
  const without = withoutValue(section);
  const single =
    numbers.singleMissing === undefined
      ? "Dashed slate: one agent that thinks for as many tokens."
      : `No single agent is drawn beside: ${numbers.singleMissing}.`;
  return {
    id: "agents",
    title: answer.title,
    subtitle: plain(doublingWords(numbers)),
    description: `Horizontal axis: number of agents, logarithmic, 1 to ${mostAgents}. Vertical axis: ${heading}. ${answer.title}. ${single}`,
    metric: heading,
    shortMetric: heading,
    x: agentsAxis,
    y: {
      scale: "linear",
      domain: y,
      title: plain(heading),
      shortTitle: plain("solved, %"),
      ticks: "number",
      digits: 0,
      whole: true
    },
    marks,
    key: keyOf(marks, section),
    caption: `${single}${without === undefined ? "" : ` Of the points, ${without}.`} The handle sets the number of agents.`,
    footer: agentsFooter(section, drawn, find)
  };
}
