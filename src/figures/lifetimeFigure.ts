import type {Figure, Mark} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import {formatCount} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {CostUncertainty} from "../simulation/costUncertainty.ts";
import {lifetimeCurves} from "../simulation/lifetimeCurves.ts";
import {costFooter} from "./costMarks.ts";
import {toldText, times} from "./costWords.ts";
import type {FigureOptions} from "./ladder.ts";
import {plain} from "./wording.ts";

/** The id of the handle at the size of least lifetime compute. */
export const lifetimeHandle = "lifetime-optimum";

/** Compute over a model's life by its size, at one loss, with its least; undefined where none is asked for. */
export function lifetimeFigure(
  scenario: Scenario,
  drawn: CostUncertainty,
  {find}: FigureOptions = {}
): Figure | undefined {
  const found = lifetimeCurves(scenario);
  if (found === undefined) return undefined;
  const {numbers, domain, rows} = found;
  const {parameters, total, optimalParameters, optimalTotal, served, saving} = numbers;
  const line = (key: "training" | "serving" | "total", name: string, weight: "main" | "minor"): Mark => ({
    type: "curve",
    id: key,
    role: key === "total" ? "ink" : "context",
    weight,
    pieces: [{trust: "known", points: rows.map((row) => ({x: row.x, y: row[key]}))}],
    label: {name, place: "column", priority: key === "total" ? 90 : 80}
  });
  const size = toldText({value: parameters, interval: drawn.lifetime?.parameters ?? null}, formatCount);
  const span = drawn.lifetime?.parameters;
  const marks: readonly Mark[] = [
    line("training", "training, 6ND", "minor"),
    line("serving", "serving, 2N a token", "minor"),
    line("total", "both", "main"),
    ...(span === undefined || span.high <= span.low * 1.000001
      ? []
      : [
          {
            type: "shelf",
            id: "lifetime-span",
            role: "ink",
            model: lifetimeHandle,
            y: log10(total),
            x1: log10(span.low),
            x2: log10(span.high)
          } as const
        ]),
    {
      type: "point",
      id: "compute-optimal",
      role: "context",
      x: log10(optimalParameters),
      y: log10(optimalTotal),
      shape: "circle",
      basis: "forecast",
      focus: false,
      label: {name: `compute-optimal, ${formatCount(optimalParameters)}`, place: "near", priority: 70},
      detail: `The compute-optimal ${formatCount(optimalParameters)} parameters take ${times({value: saving, interval: drawn.lifetime?.saving ?? null})} the compute over their life.`
    },
    {
      type: "handle",
      id: lifetimeHandle,
      role: "ink",
      model: lifetimeHandle,
      x: log10(parameters),
      y: log10(total),
      focus: true,
      outside: false,
      label: {
        name: formatCount(parameters),
        value: `least for ${formatCount(served)} tokens served`,
        place: "near",
        priority: 100
      },
      detail: `Least compute over the life with ${formatCount(served)} tokens served: ${size} parameters.`
    }
  ];
  const ys = rows.flatMap(({training, serving, total: both}) => [training, serving, both]);
  // Near the smallest size the tokens run away: the axis ends a decade and a half above the least.
  const high = Math.min(Math.max(...ys.filter(Number.isFinite)), log10(total) + 1.5);
  const low = Math.min(log10(total) - 1.5, Math.min(...ys.filter(Number.isFinite)));
  const title = `Least compute over a life at loss ${numbers.loss}: ${formatCount(parameters)} parameters`;
  return {
    id: "lifetime",
    title,
    subtitle: plain("All sizes that reach the loss: training 6ND, and 2N for each token served."),
    description: `${title}. Both axes log. ${marks.flatMap((mark) => ("detail" in mark ? [mark.detail] : [])).join(" ")}`,
    metric: "FLOP over a model’s life (log axis)",
    shortMetric: "FLOP over a life (log axis)",
    x: {
      scale: "log10",
      domain,
      title: plain("Parameters (log axis)"),
      shortTitle: plain("Parameters (log axis)"),
      ticks: "power",
      unit: "parameters"
    },
    y: {
      scale: "log10",
      domain: [Math.max(Math.floor(low), Math.floor(log10(total)) - 3), Math.ceil(high)],
      title: plain("FLOP"),
      shortTitle: plain("FLOP"),
      ticks: "power",
      unit: "FLOP",
      whole: true
    },
    marks,
    key: [],
    caption: `The more is served, the smaller and the longer trained. The handle sets how many ${scenario.cost?.lifetime?.of === undefined ? "tokens" : "tasks"} are served.`,
    footer: costFooter(scenario, drawn, find)
  };
}
