import type {BandMark, CurveMark, Figure, Mark, PointMark, Role} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Band} from "../simulation/draws.ts";
import type {Slip, ThresholdReach, Thresholds} from "../simulation/thresholds.ts";
import {gainDomain} from "../simulation/thresholds.ts";
import {footerOf} from "./footer.ts";
import type {FigureOptions} from "./ladder.ts";
import {rolesOf} from "./roles.ts";
import {flop, join, metricLine, multiplier, plain, powerOfTen} from "./wording.ts";

/** Each threshold's line in a colour of its own; slate beyond the fourth. */
const lineRoles: readonly Role[] = ["reference", "subject", "rival1", "rival2"];

const amount = (log10C: number) => (Number.isInteger(log10C) ? powerOfTen(log10C) : flop(log10C));

/** A model stands on the line where a run under the threshold matches it; at no gain where it is matched already. */
function slipMark(scenario: Scenario, metric: string, threshold: string, role: Role, {model, score, log10Gain}: Slip): PointMark[] {
  const found = scenario.models.find(({id}) => id === model);
  if (found === undefined || log10Gain > gainDomain[1] || log10Gain < gainDomain[0]) return [];
  const decimals = Math.max(0, (scenario.metrics[metric]?.decimals ?? 2) - 1);
  return [
    {
      type: "point",
      id: `slip-${threshold}-${model}`,
      role,
      model,
      x: log10Gain,
      y: score,
      shape: "circle",
      basis: found.basis === "estimate" ? "estimate" : "known",
      focus: false,
      ...(found.scoreBasis === "estimate" ? {scoreEstimated: true} : {}),
      label: {name: found.name, value: `${score.toFixed(decimals)}, from ${multiplier(log10Gain)}`, place: "near", priority: 50},
      detail: `${found.name}: a run under the line reaches its ${score.toFixed(decimals)} from a gain of ${multiplier(log10Gain)}.`
    }
  ];
}

/** What a threshold's line says at its ends, and whom it misses at no gain. */
function lineOf(scenario: Scenario, {threshold, log10C, line, slips}: ThresholdReach, role: Role): CurveMark[] {
  const found = scenario.thresholds.find(({id}) => id === threshold);
  const [first, last] = [line[0], line.at(-1)];
  if (found === undefined || first === undefined || last === undefined) return [];
  const already = slips.filter(({log10Gain}) => log10Gain < gainDomain[0]).length;
  const missed = already === 0 ? [] : [plain(`${already} over it matched at no gain`)];
  return [
    {
      type: "curve",
      id: `line-${threshold}`,
      role,
      weight: "main",
      pieces: [{trust: "known", points: line}],
      label: {
        name: found.name,
        place: "column",
        priority: 90,
        lines: [
          join("just under ", amount(log10C), " FLOP:"),
          plain(`${first.y.toFixed(1)} at no gain, ${last.y.toFixed(1)} at 100×`),
          ...missed
        ]
      }
    }
  ];
}

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
  const roles = reach.map((_, i) => lineRoles[i] ?? "context");
  const roleOf = new Map(reach.map(({threshold}, i) => [threshold, roles[i] ?? "context"]));
  const modelRoles = rolesOf(scenario);
  const placed = scenario.models.filter(({basis, recipe}) => basis === "placed" && modelRoles.get(recipe) !== undefined);
  const marks: readonly Mark[] = [
    ...Object.entries(bands ?? {}).map(([id, points]): BandMark => ({type: "band", id: `band-${id}`, role: roleOf.get(id) ?? "context", points})),
    ...placed.flatMap(({id, name}): Mark[] => {
      const score = solution.models.get(id)?.score;
      return score === undefined || !Number.isFinite(score)
        ? []
        : [{type: "rung", id: `rung-${id}`, role: "context", model: id, y: score}, rungName(id, name, score, scenario, metric)];
    }),
    ...reach.flatMap((item, i) => lineOf(scenario, item, roles[i] ?? "context")),
    ...reach.flatMap(({threshold, slips}) =>
      slips.flatMap((slip) => slipMark(scenario, metric, threshold, roleOf.get(threshold) ?? "context", slip))
    )
  ];
  const reference = scenario.recipes.find(({id}) => id === scenario.reference)?.name ?? "reference";
  const answer = thresholdsAnswer(scenario, thresholds);
  const y = window?.y ?? scenario.view.y ?? shown?.range ?? [0, 100];
  return {
    id: "thresholds",
    title: "What a compute threshold still catches as recipes improve",
    subtitle: plain(answer),
    description: `Horizontal axis: gain over the ${reference}, 1× to 100×, logarithmic. Vertical axis: ${shown === undefined ? metric : metricLine(shown)}. A line for each of ${reach.length} thresholds. ${answer}`,
    metric: shown === undefined ? "" : metricLine(shown),
    shortMetric: shown === undefined ? "" : metricLine(shown, shown.short ?? shown.name),
    x: {
      scale: "log10",
      domain: window?.x ?? gainDomain,
      title: plain(`Gain over the ${reference} (log axis)`),
      shortTitle: plain(`Gain over the ${reference}`),
      ticks: "multiplier"
    },
    y: {scale: "linear", domain: y, title: plain(shown?.unit ?? ""), shortTitle: plain(shown?.unit ?? ""), ticks: "number"},
    marks,
    key: [
      {sample: "known", text: "over the line, parameters × tokens"},
      {sample: "estimate", text: "over the line, third-party estimate"}
    ],
    caption: "A point stands where a run just under the line reaches a model that is over it.",
    footer: footerOf(scenario, metric, find),
    ...(reach.length === 0 ? {empty: "This scenario has no threshold"} : {})
  };
}

/** The name of a model whose compute is not disclosed, on its own rung: neither in nor out. */
function rungName(id: string, name: string, score: number, scenario: Scenario, metric: string): Mark {
  const decimals = scenario.metrics[metric]?.decimals ?? 2;
  return {
    type: "note",
    id: `note-${id}`,
    role: "ink",
    x: gainDomain[0],
    y: score,
    title: plain(`${name} ${score.toFixed(decimals)}`),
    note: plain("compute not disclosed: neither in nor out")
  };
}
