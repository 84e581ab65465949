import {withCommas} from "../scenario/numberText.ts";
import type {CurveMark, Figure, KeyEntry, Mark, Position} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {PlanNumbers} from "../simulation/plan.ts";
import type {PlanDraws} from "../simulation/planDraws.ts";
import type {FigureOptions} from "./ladder.ts";
import {planFooter} from "./planFooter.ts";
import {askedText, chanceText, flopShort, gainText} from "./planTexts.ts";
import {claimOnShow} from "./planWords.ts";
import {plain} from "./wording.ts";

/** The handle of the budget, or of the true gain of a ladder taken apart. */
export const powerHandle = "power";

interface Told {
  readonly x: number;
  readonly y: number;
  readonly holds: boolean;
}

/** The stretches of a curve, dotted where at either end the delta method is not to be trusted. */
export function stretches(points: readonly Told[]): CurveMark["pieces"] {
  const pieces: {trust: "known" | "beyond"; points: Position[]}[] = [];
  points.forEach((point, i) => {
    const next = points[i + 1];
    if (next === undefined) return;
    const trust = point.holds && next.holds ? "known" : "beyond";
    const last = pieces.at(-1);
    if (last?.trust === trust) last.points.push({x: next.x, y: next.y});
    else pieces.push({trust, points: [point, next].map(({x, y}) => ({x, y}))});
  });
  return pieces;
}

const quantile90 = 1.6448536269514722;

/** The 90 % interval of a chance of which so many draws show a share (Wilson 1927). */
export function shareInterval(share: number, draws: number): {readonly low: number; readonly high: number} {
  const z = (quantile90 * quantile90) / draws;
  const middle = (share + z / 2) / (1 + z);
  const half = (quantile90 / (1 + z)) * Math.sqrt((share * (1 - share) + z / 4) / draws);
  return {low: middle - half, high: middle + half};
}

/** Simulated powers as rings with the error of their simulation. */
function simulatedMarks(
  points: readonly {readonly at: number; readonly power: number; readonly draws: number}[],
  placeOf: (at: number) => string,
  role: "ink" | "context"
): readonly Mark[] {
  return points.flatMap(({at, power, draws}, i): readonly Mark[] => {
    const {low, high} = shareInterval(power, draws);
    return [
      {type: "whisker", id: `error-${i}`, role, along: "y", at: log10(at), low: 100 * low, high: 100 * high},
      {
        type: "point",
        id: `simulated-${i}`,
        role,
        x: log10(at),
        y: 100 * power,
        shape: "circle",
        basis: "forecast",
        focus: false,
        detail: `${placeOf(at)}: told in ${chanceText(power)} of ${draws} simulated ladders (90 %: ${chanceText(low)} to ${chanceText(high)}).`
      }
    ];
  });
}

/**
 * Power against what is spent, or for a ladder taken apart against the gain that is true.
 *
 * @param isOld the simulation is of a moment ago: slate
 */
export function planPowerFigure(
  scenario: Scenario,
  numbers: PlanNumbers,
  drawn: PlanDraws | undefined,
  {find}: FigureOptions = {},
  isOld = false
): Figure {
  const {kind, question, shown, smallestGain} = numbers;
  const {model, demand} = question;
  const isPlan = kind === "plan";
  const now = isPlan ? (question.budget ?? shown.cost) : model.gain;
  const other = question.ladder === "designed" ? "geometric" : "designed";
  const asked: readonly Told[] = isPlan
    ? numbers.curve.flatMap(({budget, holds = false, ...answers}) => {
        const power = answers[question.ladder]?.power;
        return power === undefined ? [] : [{x: log10(budget), y: 100 * power, holds}];
      })
    : numbers.gains.map(({gain, answer, holds}) => ({x: log10(gain), y: 100 * answer.power, holds}));
  const beside = isPlan
    ? numbers.curve.flatMap(({budget, ...answers}) => {
        const power = answers[other]?.power;
        return power === undefined ? [] : [{x: log10(budget), y: 100 * power}];
      })
    : [];
  const placeOf = (at: number) => (isPlan ? flopShort(at) : `a true ${gainText(at)}`);
  const simulated =
    drawn === undefined ? [] : [{at: drawn.at, power: drawn.uncalibrated.power, draws: drawn.draws}, ...drawn.beside];
  const claim = claimOnShow(scenario);
  const xs = asked.map(({x}) => x);
  const [low, high] = [Math.min(log10(now), ...xs), Math.max(log10(now), ...xs)];
  const nowText = isPlan ? flopShort(now) : gainText(now);
  const smallest = log10(smallestGain);
  const marks: readonly Mark[] = [
    {
      type: "rule",
      id: "asked",
      role: "context",
      along: "x",
      at: 100 * demand.power,
      name: plain(`power asked for, ${askedText(demand.power)}`),
      dashed: true
    },
    ...(beside.length > 1
      ? [
          {
            type: "curve",
            id: other,
            role: "context",
            weight: "minor",
            pieces: [{trust: "known", points: beside}],
            label: {name: other, place: "near", priority: 60}
          } as const
        ]
      : []),
    {
      type: "curve",
      id: "told",
      role: "ink",
      weight: "main",
      pieces: stretches(asked),
      ...(isPlan ? {label: {name: question.ladder, place: "near", priority: 70} as const} : {})
    },
    ...(!isPlan && smallest > low && smallest < high && smallestGain !== model.gain
      ? [
          {
            type: "rule",
            id: "smallest",
            role: "context",
            along: "y",
            at: smallest,
            dashed: true,
            name: plain(`from ${gainText(smallestGain)} on`)
          } as const
        ]
      : []),
    ...simulatedMarks(simulated, placeOf, isOld ? "context" : "ink"),
    {
      type: "handle",
      id: powerHandle,
      role: "ink",
      x: log10(now),
      y: 100 * shown.answer.power,
      focus: true,
      outside: false,
      label: {
        name: isPlan ? nowText : claim === undefined ? nowText : `${nowText} of ${claim}`,
        value: chanceText(shown.answer.power),
        place: "near",
        priority: 100
      },
      detail: `${isPlan ? "Budget" : "True gain"} ${placeOf(now).replace("a true ", "")}: told from no gain in ${chanceText(shown.answer.power)} of cases by the delta method.`
    }
  ];
  const key: readonly KeyEntry[] = [
    ...(asked.some(({holds}) => !holds)
      ? [{sample: "beyond", text: "the delta method may be off", shortText: "may be off"} as const]
      : []),
    ...(simulated.length > 0
      ? [{sample: "forecast", text: "simulated, with its 90 % error", shortText: "simulated"} as const]
      : [])
  ];
  const title = isPlan
    ? "How often the gain is told from none, by budget"
    : "How often a gain is told from none, by how large it is";
  return {
    id: "power",
    title,
    subtitle: plain(""),
    description: `${title}. ${marks.flatMap((mark) => ("detail" in mark ? [mark.detail] : [])).join(" ")}`,
    metric: isPlan
      ? `Share of cases in which ${gainText(model.gain)} is told from 1×`
      : "Share of cases in which the gain is told from 1×",
    shortMetric: "Told from 1×, share of cases",
    space: "share of cases",
    x: isPlan
      ? {
          scale: "log10",
          domain: [low - 0.08, high + 0.08],
          title: plain("Budget of all runs, FLOP (log axis: each step is 10×)"),
          shortTitle: plain("Budget of all runs, FLOP"),
          ticks: "power",
          unit: "FLOP"
        }
      : {
          scale: "log10",
          domain: [Math.min(low, 0), Math.max(high, 0)],
          title: plain("True gain at the target (log axis)"),
          shortTitle: plain("True gain (log axis)"),
          ticks: "multiplier"
        },
    y: {
      scale: "linear",
      domain: [0, 106],
      title: plain("%"),
      shortTitle: plain("%"),
      ticks: "number",
      digits: 0,
      unit: "%",
      whole: true
    },
    marks,
    key,
    caption: captionOf(numbers, drawn),
    footer: planFooter(scenario, numbers, drawn, find)
  };
}

function captionOf({kind, linearity, gains}: PlanNumbers, drawn: PlanDraws | undefined): string {
  const line =
    kind === "plan"
      ? "Line: by the delta method, the best ladder for each budget. The handle sets the budget."
      : "Line: by the delta method, for this ladder. The handle sets the true gain.";
  const dotted = !linearity.holds
    ? ` Dotted: the delta method may be off; here ${linearity.reason}.`
    : gains.some(({holds}) => !holds)
      ? " Dotted: the delta method may be off."
      : "";
  const rings =
    drawn === undefined ? "" : ` Rings: ${withCommas(drawn.draws)} simulated ladders, beside it fewer, each fitted.`;
  return `${line}${dotted}${rings}`;
}
