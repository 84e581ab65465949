import type {CurveMark, Figure, Mark, Position} from "../chart/figure.ts";
import {mostAgents} from "../laws/agents.ts";
import {log10} from "../numerics/exp.ts";
import type {Agents} from "../scenario/schema.ts";
import type {AgentsNumbers, AgentsRow} from "../simulation/agents.ts";
import type {AgentsUncertainty} from "../simulation/agentsUncertainty.ts";
import {agentsAxis, agentsBand} from "./agentsFigure.ts";
import {agentsFooter} from "./agentsFooter.ts";
import {agentsCounted, timeText} from "./agentsWords.ts";
import type {FigureOptions} from "./ladder.ts";
import {plain} from "./wording.ts";

/** Why no time is drawn; undefined where it is. */
export const timeMissing = ({pace, work}: Agents): string | undefined => {
  if (work === undefined) return "the tokens of one agent are not disclosed and none are placed";
  return pace === undefined ? "no pace is disclosed and none is placed" : undefined;
};

const along = (rows: readonly AgentsRow[], of: (row: AgentsRow) => number | undefined): readonly Position[] =>
  rows.flatMap((row) => {
    const seconds = of(row);
    return seconds === undefined || !(seconds > 0) ? [] : [{x: log10(row.agents), y: log10(seconds)}];
  });

/** The ends of what is drawn, with room. */
function timeAxis(marks: readonly Mark[]): readonly [number, number] {
  const shown = marks.flatMap((mark): readonly number[] => {
    if (mark.type === "band") return mark.points.flatMap(({low, high}) => [low, high]);
    return mark.type === "curve" ? mark.pieces.flatMap(({points}) => points.map(({y}) => y)) : [];
  });
  const finite = shown.filter(Number.isFinite);
  return finite.length === 0 ? [0, 1] : [Math.min(...finite) - 0.1, Math.max(...finite) + 0.1];
}

/**
 * Seconds to the answer against the number of agents: side by side with the joining step, and the single agent that
 * writes as many tokens. Undefined where no time can be told.
 */
export function agentsTimeFigure(
  section: Agents,
  numbers: AgentsNumbers,
  drawn: AgentsUncertainty | undefined,
  {find}: FigureOptions = {}
): Figure | undefined {
  if (timeMissing(section) !== undefined) return undefined;
  const {rows, count} = numbers;
  const row = rows[count - 1];
  const single: CurveMark = {
    type: "curve",
    id: "single-time",
    role: "context",
    weight: "minor",
    pieces: [{trust: "placed", points: along(rows, ({singleSeconds}) => singleSeconds)}],
    label: {name: "one agent, as many tokens", shortName: "one, as many tokens", place: "near", priority: 70}
  };
  const parallel: CurveMark = {
    type: "curve",
    id: "time",
    role: "subject",
    weight: "main",
    pieces: [{trust: "placed", points: along(rows, ({seconds}) => seconds)}],
    label: {name: "agents side by side", shortName: "side by side", place: "near", priority: 80}
  };
  const lines: readonly Mark[] = [
    ...agentsBand("single-time-band", "context", drawn?.singleSeconds, log10),
    ...agentsBand("time-band", "subject", drawn?.seconds, log10),
    single,
    parallel
  ];
  const seconds = row?.seconds;
  const words = seconds === undefined ? "" : `${agentsCounted(count)}: ${timeText(seconds)}`;
  return {
    id: "agents-time",
    title: words,
    subtitle: plain("Seconds to the answer: the slowest agent, then the joining step."),
    description: `Horizontal axis: number of agents, logarithmic, 1 to ${mostAgents}. Vertical axis: seconds to the answer, logarithmic. ${words}.`,
    metric: "Seconds to the answer",
    shortMetric: "Seconds to the answer",
    x: agentsAxis,
    y: {
      scale: "log10",
      domain: timeAxis(lines),
      title: plain("seconds"),
      shortTitle: plain("seconds"),
      ticks: "number",
      whole: true
    },
    marks: [
      ...lines,
      ...(seconds === undefined
        ? []
        : [
            {
              type: "point",
              id: "time-at-count",
              role: "subject",
              x: log10(count),
              y: log10(seconds),
              shape: "circle",
              basis: "forecast",
              focus: true,
              label: {name: timeText(seconds), place: "near", priority: 90},
              detail: `${words}, as placed.`
            } as const
          ])
    ],
    key: [],
    caption: "Placed, not disclosed: the time of the slowest agent and of the joining step.",
    footer: agentsFooter(section, drawn, find)
  };
}
