import type {Figure, Mark} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {PlanNumbers} from "../simulation/plan.ts";
import type {PlanDraws} from "../simulation/planDraws.ts";
import type {FigureOptions} from "./ladder.ts";
import {planFooter} from "./planFooter.ts";
import {countText, decadesText, gainsText, gainText} from "./planTexts.ts";
import {plain} from "./wording.ts";

/** Ends beyond these are cut off: nobody reads more of an interval that wide. */
const [leastEnd, mostEnd] = [-3, 3] as const;

const end = (gain: number): number => Math.min(mostEnd, Math.max(leastEnd, log10(gain)));

/**
 * The interval of the gain at the target against the decades from the largest rung to it.
 *
 * @param isOld the simulation is of a moment ago: slate
 */
export function planIntervalFigure(
  scenario: Scenario,
  numbers: PlanNumbers,
  drawn: PlanDraws | undefined,
  {find}: FigureOptions = {},
  isOld = false
): Figure {
  const {question, shown, size, decadesBuy} = numbers;
  const {model, shape} = question;
  const gain = log10(model.gain);
  const at = size.extrapolation;
  const rows = decadesBuy.filter(({answer}) => answer.low > 0 && answer.high < Infinity);
  const seeds = numbers.kind === "plan" ? shape.seeds : 1;
  const others = `geometric, ${countText(shape.rungs, "rung")}${seeds === undefined || seeds === 1 ? "" : ` × ${seeds} seeds`}`;
  const marks: readonly Mark[] = [
    ...(rows.length > 1
      ? [
          {
            type: "band",
            id: "decades",
            role: "context",
            points: rows.map(({extrapolation, answer}) => ({
              x: extrapolation,
              low: end(answer.low),
              high: end(answer.high)
            }))
          } as const
        ]
      : []),
    {type: "rule", id: "none", role: "ink", along: "x", at: 0, name: plain("1×, no gain")},
    {
      type: "rule",
      id: "gain",
      role: "subject",
      along: "x",
      at: gain,
      dashed: true,
      name: plain(`true gain, ${gainText(model.gain)}`)
    },
    {
      type: "whisker",
      id: "shown-interval",
      role: "subject",
      along: "y",
      at,
      low: end(shown.answer.low),
      high: end(shown.answer.high)
    },
    {
      type: "point",
      id: "shown",
      role: "subject",
      x: at,
      y: gain,
      shape: "circle",
      basis: "forecast",
      focus: true,
      label: {name: "this ladder", value: gainsText(shown.answer), place: "near", priority: 100},
      detail: `This ladder, ${decadesText(at)} below the target: gains of ${gainsText(shown.answer)} in 90 % of cases by the delta method.`
    },
    ...(drawn === undefined
      ? []
      : [
          {
            type: "whisker",
            id: "simulated-interval",
            role: isOld ? "context" : "ink",
            along: "y",
            at: at + offset,
            low: end(drawn.low),
            high: end(drawn.high)
          } as const,
          {
            type: "point",
            id: "simulated",
            role: isOld ? "context" : "ink",
            x: at + offset,
            y: end(drawn.median),
            shape: "circle",
            basis: "forecast",
            focus: false,
            detail: `Simulated: gains of ${gainsText(drawn)} in 90 % of cases, their median ${gainText(drawn.median)}.`
          } as const
        ])
  ];
  const levels = [
    0,
    gain,
    end(shown.answer.low),
    end(shown.answer.high),
    ...(drawn === undefined ? [] : [end(drawn.low), end(drawn.high)])
  ];
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const room = 0.12 * Math.max(0.6, high - low);
  const most = Math.max(at + 0.5, ...rows.map(({extrapolation}) => extrapolation));
  const title = "The gain that such ladders give, by decades of extrapolation";
  return {
    id: "interval",
    title,
    subtitle: plain(""),
    description: `${title}. ${marks.flatMap((mark) => ("detail" in mark ? [mark.detail] : [])).join(" ")}`,
    metric: "Gain at the target, 90 % of cases (log axis)",
    shortMetric: "Gain at the target, 90 % of cases",
    x: {
      scale: "linear",
      domain: [0, Math.ceil(2 * most) / 2],
      title: plain("Decades from the largest rung to the target"),
      shortTitle: plain("Decades of extrapolation"),
      ticks: "number",
      digits: 0
    },
    y: {
      scale: "log10",
      domain: [low - room, high + room],
      title: plain("×"),
      shortTitle: plain("×"),
      ticks: "multiplier",
      whole: true
    },
    marks,
    key: [
      {sample: "band", text: others, shortText: "geometric"},
      ...(drawn === undefined ? [] : [{sample: "forecast", text: "simulated"} as const])
    ],
    caption: `Band: 90 % of the gains that geometric ladders give (${others.replace("geometric, ", "")} of each recipe), whatever they cost; by the delta method.`,
    footer: planFooter(scenario, numbers, drawn, find)
  };
}

/** The simulated interval stands beside the other, decades. */
const offset = 0.12;
