import type {BandMark, CurveMark, Figure, HandleMark, KeyEntry, Mark, Trust} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import type {Reinforcement} from "../scenario/schema.ts";
import type {Band} from "../simulation/draws.ts";
import {computeSpan} from "../simulation/reinforcement.ts";
import type {ReinforcementNumbers} from "../simulation/reinforcement.ts";
import type {ReinforcementUncertainty} from "../simulation/reinforcementUncertainty.ts";
import {isFitted} from "../simulation/reinforcementFit.ts";
import type {FigureOptions} from "./ladder.ts";
import {fitMarks, measuredMarks} from "./reinforcementFitMarks.ts";
import {reinforcementFooter} from "./reinforcementFooter.ts";
import {along, lineMarks, stretchMark} from "./reinforcementLine.ts";
import {amountSet, amountText, percent} from "./reinforcementNumbers.ts";
import {basisOf, placeOf, reinforcementAnswer} from "./reinforcementWords.ts";
import {join, plain} from "./wording.ts";

/** The handle’s mark, in every panel that has one. */
export const computeHandle = "compute";

/** A band of shares as one of percent. */
export const percentBand = (band: Band): BandMark["points"] =>
  band.map(({x, low, high}) => ({x, low: 100 * low, high: 100 * high}));

/** The axis of steps or GPU-hours, from one whole decade to another. */
export const amountAxis = (section: Reinforcement): Figure["x"] => ({
  scale: "log10",
  domain: computeSpan(section),
  title: plain(`Reinforcement learning, ${section.unit} (log axis: each step is 10×)`),
  shortTitle: plain(`Reinforcement learning, ${section.unit}`),
  ticks: "number",
  unit: section.unit
});

/** The axis of percent, all that is drawn with some room. */
export function percentAxis(values: readonly number[], [below, above]: readonly [number, number]): Figure["y"] {
  const known = values.filter(Number.isFinite);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const size = Math.max(high - low, 5);
  return {
    scale: "linear",
    domain: [Math.max(-12, low - below * size), Math.min(108, high + above * size)],
    title: plain("%"),
    shortTitle: plain("%"),
    ticks: "number",
    digits: 1,
    unit: "%",
    whole: true
  };
}

/** Solid is measured; what somebody placed is dashed. */
export const trustOf = (section: Reinforcement): Trust => (basisOf(section) === "known" ? "known" : "placed");

/** The place of now on a curve: second thumb of the slider of compute. */
export function handleMark(section: Reinforcement, share: number, what: string): HandleMark {
  const {value, low, high} = section.compute;
  return {
    type: "handle",
    id: computeHandle,
    role: "subject",
    x: log10(value),
    y: 100 * share,
    focus: true,
    outside: low !== undefined && high !== undefined && (value < low || value > high),
    label: {
      name: amountSet(value, section.unit),
      shortName: `at ${amountText(value, 3)}`,
      value: percent(share),
      place: "near",
      priority: 100,
      keepsValue: true
    },
    detail: `${amountSet(value, section.unit)}: ${what} ${percent(share)}.`
  };
}

function curves(section: Reinforcement, {rows}: ReinforcementNumbers): readonly CurveMark[] {
  const trust = trustOf(section);
  const {heldOut} = section;
  return [
    ...(heldOut === undefined
      ? []
      : [
          {
            type: "curve",
            id: "held-out",
            role: "context",
            weight: "minor",
            pieces: [{trust, points: along(rows, (row) => row.heldOut)}],
            label: {name: heldOut.name ?? "Held-out problems", place: "near", priority: 70}
          } satisfies CurveMark
        ]),
    // A law that is the fit to the points is drawn once, as the fit.
    ...(isFitted(section)
      ? []
      : [
          {
            type: "curve",
            id: "score",
            role: "subject",
            weight: "main",
            pieces: [{trust, points: along(rows, ({score}) => score)}],
            label: {name: "sigmoid", place: "near", priority: 80}
          } satisfies CurveMark
        ])
  ];
}

function keyOf(section: Reinforcement, marks: readonly Mark[]): readonly KeyEntry[] {
  const any = (test: (mark: Mark) => boolean) => marks.some(test);
  return [
    ...(trustOf(section) === "placed"
      ? [{sample: "placed", text: "placed, not measured", shortText: "placed"} as const]
      : []),
    ...(any(({id}) => id === "line") ? [{sample: "beyond", text: "the line beyond where it holds"} as const] : []),
    ...(any((mark) => mark.type === "point" && mark.basis === "known")
      ? [{sample: "known", text: "measured"} as const]
      : []),
    ...(any(({type}) => type === "band") ? [{sample: "band", text: "90 % interval"} as const] : [])
  ];
}

/** Score against reinforcement learning: sigmoid, log-linear line and where they part, held-out curve, points and their fit. */
export function reinforcementFigure(
  section: Reinforcement,
  numbers: ReinforcementNumbers,
  drawn: ReinforcementUncertainty | undefined,
  {find}: FigureOptions = {}
): Figure {
  const answer = reinforcementAnswer(section, numbers, drawn);
  const {at} = numbers;
  const measure = section.measure ?? "Score on training problems";
  const bands: readonly BandMark[] = (
    [
      ["held-out-band", "context", drawn?.heldOut],
      ["score-band", "subject", isFitted(section) ? undefined : drawn?.score]
    ] as const
  ).flatMap(([id, role, band]) =>
    band === undefined || band.length < 2 ? [] : [{type: "band", id, role, points: percentBand(band)}]
  );
  const ceiling = 100 * section.law.ceiling.value;
  const lines = curves(section, numbers);
  const measured = [...fitMarks(section, numbers, drawn), ...measuredMarks(section, find)];
  const levels = [...bands, ...lines, ...measured].flatMap((mark) => {
    if (mark.type === "band") return mark.points.flatMap(({low, high}) => [low, high]);
    if (mark.type === "curve") return mark.pieces.flatMap(({points}) => points.map(({y}) => y));
    return mark.type === "point" ? [mark.y] : [];
  });
  const y = percentAxis([...levels, ceiling], [0.22, 0.12]);
  const bottom = y.domain[0] + 0.17 * (y.domain[1] - y.domain[0]);
  const marks: readonly Mark[] = [
    ...bands,
    {
      type: "rule",
      id: "ceiling",
      role: "context",
      along: "x",
      at: ceiling,
      name: plain(`ceiling ${percent(ceiling / 100)}`)
    },
    ...lineMarks(section, numbers),
    ...stretchMark(numbers, bottom),
    ...lines,
    ...measured,
    handleMark(section, at.score, measure.toLowerCase())
  ];
  const where = placeOf(numbers);
  return {
    id: "rl",
    title: answer.title,
    subtitle: join(answer.body, `${answer.verdict}.`),
    description:
      `Horizontal axis: reinforcement learning in ${section.unit}, logarithmic; it is no training compute. Vertical axis: ${measure}, percent. ` +
      `A sigmoid and the line that touches it in its middle; ${where === "nowhere" ? "they never part" : "dashed uprights mark where they part"}.`,
    metric: `${measure}, %`,
    shortMetric: `${measure}, %`,
    x: amountAxis(section),
    y,
    marks,
    key: keyOf(section, marks),
    caption: `Drag the handle along the curve, or move it with the arrow keys. ${drawn === undefined ? "" : "Tints are 90 % intervals. "}Between the dashed uprights line and sigmoid are as good as one.`,
    footer: reinforcementFooter(section, drawn, find)
  };
}
