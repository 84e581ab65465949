import type {Figure, Mark} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import type {Scenario, Thinking} from "../scenario/schema.ts";
import type {IndexRow, ThinkingNumbers} from "../simulation/thinking.ts";
import type {ThinkingUncertainty} from "../simulation/thinkingUncertainty.ts";
import {rolesOf, shapes} from "./roles.ts";
import {thinkingFooter} from "./thinkingFooter.ts";
import {countText, equalScoreOf, indexPoints, modelName, ninetyTimes, timesText} from "./thinkingWords.ts";
import type {FigureOptions} from "./ladder.ts";
import {metricLine, plain, possessive} from "./wording.ts";

const perMillion = (tokens: number): number => log10(tokens) - 6;

/** What a rival's run says against the subject's, in a sentence. */
function rowDetail(
  scenario: Scenario,
  {id, ratio, points, ratioAtEqualScore, ...run}: IndexRow,
  own: string,
  drawn: ThinkingUncertainty | undefined,
  numbers: ThinkingNumbers
): string {
  const equal = Number.isNaN(ratioAtEqualScore)
    ? ""
    : `; at ${possessive(own)} score ${timesText(ratioAtEqualScore)}${ninetyTimes(equalScoreOf(numbers, drawn, id))}`;
  return `${modelName(scenario, id)}: ${countText(run.tokens)} tokens, score ${run.score.toFixed(2)}; ${timesText(ratio)} the tokens of ${own} for ${indexPoints(points)}${equal}.`;
}

/** Score against the tokens of one run of an index: measured points, and rivals read down to the subject's score. */
export function thinkingIndexFigure(
  scenario: Scenario,
  section: Thinking,
  numbers: ThinkingNumbers,
  drawn: ThinkingUncertainty | undefined,
  {find}: FigureOptions = {}
): Figure | undefined {
  const {index} = section;
  const metric = scenario.metrics[index?.metric ?? ""];
  const subject = scenario.models.find(({id}) => id === index?.subject);
  const own = index?.runs.find(({id}) => id === index.subject);
  const score = subject?.score[index?.metric ?? ""]?.value;
  if (
    index === undefined ||
    metric === undefined ||
    subject === undefined ||
    own === undefined ||
    score === undefined
  ) {
    return undefined;
  }
  const roles = rolesOf(scenario);
  const at = {x: perMillion(own.tokens.value), y: score};
  const short = (id: string) => scenario.models.find((model) => model.id === id)?.short ?? modelName(scenario, id);
  const rivals = numbers.index.flatMap((row): readonly Mark[] => {
    const {id, tokens, score: reached, ratioAtEqualScore} = row;
    const recipe = scenario.models.find((model) => model.id === id)?.recipe ?? "";
    const role = roles.get(recipe) ?? "context";
    const from = {x: perMillion(tokens), y: reached};
    const detail = rowDetail(scenario, row, subject.name, drawn, numbers);
    const equal = {x: at.x + log10(ratioAtEqualScore), y: score};
    const reading: readonly Mark[] = Number.isNaN(ratioAtEqualScore)
      ? []
      : [
          {type: "curve", id: `slope-${id}`, role, weight: "minor", pieces: [{trust: "placed", points: [from, equal]}]},
          {
            type: "point",
            id: `equal-${id}`,
            role,
            ...equal,
            shape: shapes[role],
            basis: "forecast",
            focus: false,
            label: {name: timesText(ratioAtEqualScore), place: "near", priority: 50},
            detail
          }
        ];
    return [
      ...reading,
      {
        type: "point",
        id: `run-${id}`,
        role,
        model: id,
        ...from,
        shape: shapes[role],
        basis: "known",
        focus: false,
        label: {name: short(id), value: countText(tokens), place: "near", priority: 70, keepsValue: true},
        detail
      }
    ];
  });
  const places = rivals.flatMap((mark) => (mark.type === "point" ? [mark] : []));
  const xs = [at.x, ...places.map(({x}) => x)];
  const ys = [at.y, ...places.map(({y}) => y)];
  const span = (values: readonly number[], least: number, room: number): readonly [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const more = Math.max(least, room * (high - low));
    return [low - more, high + more];
  };
  return {
    id: "thinking-index",
    title: `Tokens to run the ${metric.short ?? metric.name}`,
    subtitle: plain(`Rivals’ tokens against ${possessive(subject.name)}, as run and read at its score.`),
    description: `Horizontal axis: output tokens of one run, millions, logarithmic. Vertical axis: ${metricLine(metric)}. ${places
      .filter(({basis}) => basis === "known")
      .map(({detail}) => detail)
      .join(" ")}`,
    metric: metricLine(metric),
    shortMetric: metricLine(metric, metric.short),
    x: {
      scale: "log10",
      domain: span(xs, 0.15, 0.12),
      title: plain("Output tokens of one run, millions (log axis)"),
      shortTitle: plain("Output tokens, millions (log)"),
      ticks: "number",
      unit: "million tokens"
    },
    y: {
      scale: "linear",
      domain: span(ys, 0.8, 0.18),
      title: plain(metric.unit),
      shortTitle: plain(metric.unit),
      ticks: "number",
      whole: true
    },
    marks: [
      {
        type: "rule",
        id: "equal-score",
        role: "context",
        along: "x",
        at: score,
        name: plain(`${possessive(subject.name)} score`)
      },
      ...rivals,
      {
        type: "point",
        id: `run-${subject.id}`,
        role: roles.get(subject.recipe) ?? "subject",
        model: subject.id,
        ...at,
        shape: shapes[roles.get(subject.recipe) ?? "subject"],
        basis: "known",
        focus: true,
        label: {name: subject.name, value: countText(own.tokens.value), place: "near", priority: 90, keepsValue: true},
        detail: `${subject.name}: ${countText(own.tokens.value)} tokens, score ${score.toFixed(2)}.`
      }
    ],
    key: [
      {sample: "known", text: "measured run"},
      ...(index.slope === undefined
        ? []
        : [
            {sample: "forecast", text: `read at ${possessive(subject.name)} score`} as const,
            {sample: "placed", text: `${index.slope.value} points a tenfold, assumed`} as const
          ])
    ],
    caption: "Filled: measured. Dashed: read down to equal score by an assumed slope.",
    footer: thinkingFooter(section, drawn, find)
  };
}
