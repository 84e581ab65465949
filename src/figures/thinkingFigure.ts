import type {BandMark, CurveMark, Figure, HandleMark, Mark, PointMark, Role, Trust} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import type {Scenario, Thinking} from "../scenario/schema.ts";
import type {Band} from "../simulation/draws.ts";
import {penaltyInFocus} from "../simulation/penaltyFor.ts";
import {mixedAccuracyAt} from "../simulation/thinking.ts";
import type {PenaltyRow, ThinkingNumbers} from "../simulation/thinking.ts";
import type {ThinkingUncertainty} from "../simulation/thinkingUncertainty.ts";
import {thinkingFooter} from "./thinkingFooter.ts";
import {countText, measureOf, ninety, percentText, pickInFocus, thinkingAnswer} from "./thinkingWords.ts";
import type {FigureOptions} from "./ladder.ts";
import {plain} from "./wording.ts";

/** The handle of the penalty in focus. */
export const pickHandle = "pick";

const trustOf = ({basis = "placed"}: Thinking): Trust => (basis === "placed" ? "placed" : "known");

/** A band in the units of the axes. */
const bandMark = (id: string, role: Role, band: Band | undefined): readonly BandMark[] =>
  !band?.every(({low, high}) => Number.isFinite(low + high))
    ? []
    : [
        {
          type: "band",
          id,
          role,
          points: band.map(({x, low, high}) => ({x: log10(x), low: 100 * low, high: 100 * high}))
        }
      ];

/** The curves of difficulties share a colour: their dashes tell them apart. */
const difficultyDashes = ["short", "long", "dash-dot"] as const;

function curveMarks(section: Thinking, {rows}: ThinkingNumbers): readonly CurveMark[] {
  const trust = trustOf(section);
  const curve = (
    id: string,
    role: Role,
    weight: CurveMark["weight"],
    name: string,
    priority: number,
    accuracyOf: (i: number) => number | undefined,
    dash?: CurveMark["dash"]
  ): CurveMark => ({
    type: "curve",
    id,
    role,
    weight,
    pieces: [{trust, points: rows.map(({tokens}, i) => ({x: log10(tokens), y: 100 * (accuracyOf(i) ?? NaN)}))}],
    ...(dash === undefined ? {} : {dash}),
    label: {name, place: "column", priority}
  });
  return [
    ...section.difficulties.map(({id, name}, k) =>
      curve(
        `difficulty-${id}`,
        "context",
        "minor",
        name,
        20,
        (i) => rows[i]?.accuracies[k],
        difficultyDashes[k % difficultyDashes.length]
      )
    ),
    ...(section.compressed === undefined
      ? []
      : [curve("compressed", "subject", "main", section.compressed.name, 60, (i) => rows[i]?.compressed)]),
    curve("mixed", "reference", "main", "All problems", 80, (i) => rows[i]?.mixed)
  ];
}

/** A place on the token axis, which leaves out no thought at all. */
const onAxis = (tokens: number, limit: number): number => log10(Math.max(tokens, limit / 1000));

function pickDetail(
  {id, name, tokens, accuracy}: PenaltyRow,
  interval: ThinkingUncertainty["penalties"][number] | undefined
): string {
  const who = id === "none" ? "No penalty, reward for correctness alone" : name;
  return `${who}: picks ${countText(tokens)} tokens${ninety(interval?.tokens, countText)} and solves ${percentText(accuracy)}${ninety(interval?.accuracy, percentText)}, means over problems.`;
}

/** Every pick from the shortest to the longest. */
const inOrder = ({penalties}: ThinkingNumbers): readonly PenaltyRow[] =>
  [...penalties].sort((a, b) => a.tokens - b.tokens);

/** What the number stands for that a mark has where its name finds no place. */
function numberedPicks(numbers: ThinkingNumbers): string {
  const picks = inOrder(numbers).map(({name, tokens}, i) => `${i + 1} ${name} ${countText(tokens)}`);
  return picks.length < 2 ? "" : `Picks from left to right: ${picks.join(", ")}.`;
}

/** What each penalty picks: the one in focus a handle, its picks by difficulty small points on their curves. */
function pickMarks(
  section: Thinking,
  numbers: ThinkingNumbers,
  drawn: ThinkingUncertainty | undefined
): readonly Mark[] {
  const limit = section.limit.value;
  const focus = penaltyInFocus(section)?.id ?? "none";
  const order = inOrder(numbers);
  const marks = numbers.penalties.map((row, i): PointMark | HandleMark => {
    const {id, name, tokens, accuracy} = row;
    const isFocus = id === focus;
    const base = {
      role: "ink" as const,
      x: onAxis(tokens, limit),
      y: 100 * accuracy,
      focus: isFocus,
      // The answer holds the penalty in focus against none: both are named, however narrow the figure.
      label: {
        name,
        value: countText(tokens),
        place: "near" as const,
        priority: isFocus ? 90 : 40,
        ...(isFocus || id === "none" ? {keepsValue: true as const} : {tag: String(order.indexOf(row) + 1)}),
        ...(id === "none" ? {isMain: true as const} : {})
      },
      detail: pickDetail(row, drawn?.penalties[i])
    };
    return isFocus && id !== "none"
      ? {type: "handle", id: pickHandle, outside: false, ...base}
      : {type: "point", id: `pick-${id}`, shape: "circle", basis: "forecast", ...base};
  });
  const {row, interval} = pickInFocus(section, numbers, drawn);
  const whisker: readonly Mark[] =
    interval === undefined || row === undefined || !(interval.tokens.high > interval.tokens.low * 1.001)
      ? []
      : [
          {
            type: "whisker",
            id: "pick-tokens",
            role: "ink",
            along: "x",
            at: 100 * row.accuracy,
            low: onAxis(interval.tokens.low, limit),
            high: onAxis(interval.tokens.high, limit)
          }
        ];
  const byDifficulty = (row?.byDifficulty ?? []).map(({tokens, accuracy}, k): PointMark => {
    const difficulty = section.difficulties[k];
    return {
      type: "point",
      id: `pick-of-${difficulty?.id ?? k}`,
      role: "context",
      x: onAxis(tokens, limit),
      y: 100 * accuracy,
      shape: "circle",
      basis: "forecast",
      focus: false,
      detail: `${difficulty?.name ?? ""}: ${row?.id === "none" ? "the best length is" : `${row?.name ?? ""} picks`} ${countText(tokens)} tokens, ${percentText(accuracy)} solved.`
    };
  });
  return [...whisker, ...byDifficulty, ...marks];
}

/** Where the path of training stands, on the curve of all problems. */
function pathMark(section: Thinking, {path}: ThinkingNumbers): readonly PointMark[] {
  if (path === undefined) return [];
  const accuracy = mixedAccuracyAt(section, path.tokens);
  const percent = Math.round(100 * path.progress);
  return [
    {
      type: "point",
      id: "path",
      role: "reference",
      x: onAxis(path.tokens, section.limit.value),
      y: 100 * accuracy,
      shape: "diamond",
      basis: "forecast",
      focus: true,
      label: {name: `at ${percent} % of training`, tag: `${percent} %`, place: "near", priority: 70},
      detail: `At ${percent} % of training, phase ${path.phase}: ${countText(path.tokens)} tokens a thought, ${percentText(accuracy)} solved if all problems get as many.`
    }
  ];
}

/** Accuracy against thinking tokens: by difficulty, of all problems, of a compressed recipe, and what penalties pick. */
export function thinkingFigure(
  scenario: Scenario,
  section: Thinking,
  numbers: ThinkingNumbers,
  drawn: ThinkingUncertainty | undefined,
  {find}: FigureOptions = {}
): Figure {
  const answer = thinkingAnswer(scenario, section, numbers, drawn);
  const limit = section.limit.value;
  const most = Math.max(...numbers.rows.flatMap(({accuracies, compressed = 0}) => [...accuracies, compressed]));
  const heading = `${measureOf(section)}, % solved`;
  const hasPicks = numbers.penalties.length > 1;
  const picks = numberedPicks(numbers);
  return {
    id: "thinking",
    title: answer.title,
    subtitle: answer.summary,
    description: `Horizontal axis: thinking tokens, logarithmic. Vertical axis: ${heading}. Curves of ${section.difficulties.map(({name}) => name.toLowerCase()).join(", ")}, of all problems${section.compressed === undefined ? "" : " and of the compressed recipe"}; each rises, peaks and declines. ${numbers.penalties.length} lengths that rewards pick.`,
    metric: heading,
    shortMetric: heading,
    x: {
      scale: "log10",
      domain: [log10(limit) - 3, log10(limit)],
      title: plain("Thinking tokens a problem (log axis)"),
      shortTitle: plain("Thinking tokens (log axis)"),
      ticks: "number",
      unit: "tokens"
    },
    y: {
      scale: "linear",
      domain: [0, Math.min(100, Math.ceil(10 * most + 0.5) * 10)],
      title: plain("% solved"),
      shortTitle: plain("% solved"),
      ticks: "number",
      whole: true
    },
    marks: [
      ...bandMark("band-mixed", "reference", drawn?.mixed),
      ...bandMark("band-compressed", "subject", drawn?.compressed),
      ...curveMarks(section, numbers),
      ...pathMark(section, numbers),
      ...pickMarks(section, numbers, drawn)
    ],
    key: [
      ...(hasPicks ? [{sample: "forecast", text: "length a reward picks, mean over problems"} as const] : []),
      ...(penaltyInFocus(section) === undefined ? [] : [{sample: "handle", text: "the penalty in focus"} as const]),
      ...(trustOf(section) === "placed" ? [{sample: "placed", text: "placed, not measured"} as const] : []),
      ...(drawn === undefined ? [] : [{sample: "band", text: "90 % interval"} as const])
    ],
    caption:
      `A reward gives each difficulty a length of its own, so its mark may stand above the curve, where all problems get one length. ${picks}`.trim(),
    footer: [...(picks === "" ? [] : [picks]), ...thinkingFooter(section, drawn, find)]
  };
}
