import type {BandMark, CurveMark, Figure, Mark, PointMark} from "../chart/figure.ts";
import type {Model, Scenario} from "../scenario/schema.ts";
import type {Band} from "../simulation/draws.ts";
import type {Slip, ThresholdReach, Thresholds} from "../simulation/thresholds.ts";
import {gainDomain} from "../simulation/thresholds.ts";
import {metricAxis} from "./axes.ts";
import {footerOf} from "./footer.ts";
import type {FigureOptions} from "./ladder.ts";
import {rolesOf} from "./roles.ts";
import {flop, join, metricLine, multiplier, plain, powerOfTen} from "./wording.ts";

const amount = (log10C: number) => (Number.isInteger(log10C) ? powerOfTen(log10C) : flop(log10C));

/** Where a model that is over a line stands: on it where a run under it matches the model, else at an end of the axis. */
interface Stand {
  readonly slip: Slip;
  readonly x: number;
  readonly words: string;
}

function standsOf(reach: readonly ThresholdReach[]): readonly Stand[] {
  const [least, most] = gainDomain;
  const slips = reach.flatMap((item) => item.slips);
  const models = [...new Set(slips.map(({model}) => model))];
  return models.flatMap((id): Stand[] => {
    const own = slips.filter(({model}) => model === id);
    const on = own.filter(({log10Gain}) => log10Gain >= least && log10Gain <= most);
    if (on.length > 0)
      return on.map((slip) => ({slip, x: slip.log10Gain, words: `from ${multiplier(slip.log10Gain)}`}));
    const [slip] = own;
    if (slip === undefined) return [];
    return [
      slip.log10Gain < least ? {slip, x: least, words: "matched already"} : {slip, x: most, words: "not by 100×"}
    ];
  });
}

function standMark(scenario: Scenario, metric: string, {slip, x, words}: Stand, i: number): PointMark[] {
  const {model, score} = slip;
  const found = scenario.models.find(({id}) => id === model);
  if (found === undefined) return [];
  const decimals = Math.max(0, (scenario.metrics[metric]?.decimals ?? 2) - 1);
  const value = `${found.scoreBasis === "estimate" ? "est. " : ""}${score.toFixed(decimals)}`;
  return [
    {
      type: "point",
      id: `stand-${i}-${model}`,
      role: "context",
      model,
      x,
      y: score,
      shape: "circle",
      basis: found.basis === "estimate" ? "estimate" : "known",
      focus: false,
      ...(found.scoreBasis === "estimate" ? {scoreEstimated: true} : {}),
      label: {name: found.name, value: `${value}, ${words}`, place: "near", priority: 50},
      detail: `${found.name} scores ${value} and its compute is over a line; a run under the line: ${words}.`
    }
  ];
}

/** What a threshold's line says at its ends, and whom it misses at no gain. */
function lineOf(scenario: Scenario, {threshold, log10C, line}: ThresholdReach): CurveMark[] {
  const found = scenario.thresholds.find(({id}) => id === threshold);
  const [first, last] = [line[0], line.at(-1)];
  if (found === undefined || first === undefined || last === undefined) return [];
  return [
    {
      type: "curve",
      id: `line-${threshold}`,
      role: "reference",
      weight: "main",
      pieces: [{trust: "known", points: line}],
      label: {
        name: found.name,
        place: "column",
        priority: 90,
        lines: [
          join("just under ", amount(log10C), " FLOP:"),
          plain(`${first.y.toFixed(1)} at no gain, ${last.y.toFixed(1)} at 100×`)
        ]
      }
    }
  ];
}

/** What stands under the sentence above the figure. */
export const thresholdsCondition =
  "A score counts for a line only where the compute is known or estimated. What is not disclosed is neither in nor out.";

/** The sentence above the figure: how many models each line would miss at ten times the efficiency. */
export function thresholdsAnswer(scenario: Scenario, {reach}: Thresholds): string {
  const counts = reach.map(({threshold, slips}) => {
    const name = scenario.thresholds.find(({id}) => id === threshold)?.short ?? threshold;
    const missed = slips.filter(({log10Gain}) => log10Gain <= 1).length;
    return `${missed} of the ${slips.length} models known or estimated to be over the ${name} line`;
  });
  if (counts.length === 0) return "This scenario has no threshold.";
  return `With a recipe ten times as efficient, a run just under the line reaches the score of ${counts.join(", and of ")}.`;
}

/** Score against gain: what a run just under each threshold reaches, and the models that would slip under it. */
export function thresholdsFigure(
  scenario: Scenario,
  thresholds: Thresholds,
  bands: Readonly<Record<string, Band>> | undefined,
  {window, find}: FigureOptions = {}
): Figure {
  const {metric, reach, solution} = thresholds;
  const shown = scenario.metrics[metric];
  const modelRoles = rolesOf(scenario);
  // Without a line there is nothing to be in or out of.
  const placed =
    reach.length === 0
      ? []
      : scenario.models.filter(({basis, recipe}) => basis === "placed" && modelRoles.get(recipe) !== undefined);
  const undisclosed = placed.flatMap((model) => rungOf(scenario, metric, model, solution.models.get(model.id)?.score));
  const top = Math.max(...undisclosed.flatMap(({pieces}) => pieces.flatMap(({points}) => points.map(({y}) => y))));
  const marks: readonly Mark[] = [
    ...Object.entries(bands ?? {}).map(([id, points]): BandMark => ({
      type: "band",
      id: `band-${id}`,
      role: "reference",
      points
    })),
    ...undisclosed,
    ...reach.flatMap((item) => lineOf(scenario, item)),
    ...standsOf(reach).flatMap((stand, i) => standMark(scenario, metric, stand, i)),
    ...(undisclosed.length === 0
      ? []
      : [
          {
            type: "note" as const,
            id: "not-disclosed",
            role: "ink" as const,
            x: gainDomain[0],
            y: top,
            title: plain("Compute not disclosed"),
            note: plain("neither in nor out of any line")
          }
        ])
  ];
  const reference = scenario.recipes.find(({id}) => id === scenario.reference)?.name ?? "reference";
  const answer = thresholdsAnswer(scenario, thresholds);
  const y = window?.y ?? scenario.view.y ?? shown?.range ?? [0, 100];
  return {
    id: "thresholds",
    title: "What a compute threshold still catches as recipes improve",
    subtitle: plain(answer),
    description: `Horizontal axis: gain over the ${reference}, 1× to 100×, logarithmic. Vertical axis: ${shown === undefined ? metric : metricLine(shown)}. A line for each of ${reach.length} thresholds. ${answer}`,
    ...metricAxis(shown, y),
    x: {
      scale: "log10",
      domain: window?.x ?? gainDomain,
      title: plain(`Gain over the ${reference} (log axis)`),
      shortTitle: plain(`Gain over the ${reference}`),
      ticks: "multiplier"
    },
    marks,
    key:
      reach.length === 0
        ? []
        : [
            {sample: "known", text: "over the line, parameters × tokens"},
            {sample: "estimate", text: "over the line, third-party estimate"}
          ],
    caption: "A point stands where a run just under the line reaches a model that is over it.",
    footer: footerOf(scenario, metric, find),
    ...(reach.length === 0 ? {empty: "This scenario has no threshold"} : {})
  };
}

/** A model whose compute is not disclosed, as its rung with its name at the right. */
function rungOf(scenario: Scenario, metric: string, {id, name}: Model, score = NaN): CurveMark[] {
  if (!Number.isFinite(score)) return [];
  const value = score.toFixed(scenario.metrics[metric]?.decimals ?? 2);
  const points = gainDomain.map((x) => ({x, y: score}));
  return [
    {
      type: "curve",
      id: `rung-${id}`,
      role: "context",
      weight: "minor",
      pieces: [{trust: "beyond", points}],
      label: {name, value, place: "column", priority: 60}
    }
  ];
}
