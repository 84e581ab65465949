import type {Text} from "../chart/figure.ts";
import type {Claim, Model, Scenario} from "../scenario/schema.ts";
import type {ClaimCase} from "../simulation/claims.ts";
import {atBaseline, shownMetric} from "../simulation/ladder.ts";
import type {Solved} from "../simulation/solve.ts";
import {solve} from "../simulation/solve.ts";
import {central} from "../simulation/valuation.ts";
import {isComputed, modelName} from "./claimCards.ts";
import {flop, join, multiplier, number, possessive, raised} from "./wording.ts";

/** Nobody has said what it cost: neither known nor estimated, nor solved for, nor a run that exists on paper alone. */
const isUndisclosed = (model: Model | undefined): model is Model =>
  model?.basis === "placed" && model.solve !== "compute" && model.solve !== "score";

/** Whether a claim says of itself that it comes from a law fitted to small models. */
const isFromSmallModels = ({note}: Claim): boolean => /fitted to small/i.test(note ?? "");

/** Whether a claim is about a metric other than the one on show, or names none. */
const isElsewhere = (scenario: Scenario, {metric}: Claim): boolean => metric !== shownMetric(scenario);

/** Scores differ by a compute factor of at most this many decades: near enough that the computes decide. */
const nearDecades = 1;

/** What a claim about pretraining is about, and what it is not. */
function aboutPretraining(scenario: Scenario, claim: Claim): string {
  const subject = modelName(scenario, claim.subject);
  const from = isFromSmallModels(claim) ? ", read off a law fitted to small models" : "";
  return claim.level === undefined || claim.level === claim.subject
    ? `It is about pretraining FLOP at the level of ${subject}${from}: not about all that its training cost, and not about serving it.`
    : `It is about pretraining FLOP at ${possessive(modelName(scenario, claim.level))} level${from}: not about the training bill of ${subject} itself, and not about serving it.`;
}

/** On which metric a claim is not. */
function aboutMetric({metrics}: Scenario, shown: string, {metric}: Claim): string {
  const name = (id: string) => metrics[id]?.short ?? metrics[id]?.name ?? id;
  return metric === undefined
    ? `It names no metric of this page; its numbers below, read on ${name(shown)}, are an exercise.`
    : `It is about ${name(metric)}, not about ${name(shown)}, on which its numbers below are read.`;
}

/** What must not be got wrong about a claim, from what the scenario says of it. */
export function cautions(scenario: Scenario, claim: Claim): readonly string[] {
  return [
    ...(claim.reading === "pretraining" ? [aboutPretraining(scenario, claim)] : []),
    ...(claim.kind === "press" ? ["It has no primary source: no maker’s own text gives this number."] : []),
    ...(isElsewhere(scenario, claim) ? [aboutMetric(scenario, shownMetric(scenario), claim)] : [])
  ];
}

/** Gain = C_rival / C_subject × 10^((S_subject − S_rival) / points per tenfold), with the numbers of one case. */
function gainTaken(scenario: Scenario, {claim, against, log10Gain}: ClaimCase, own: Solved, rival: Solved): Text {
  const metric = shownMetric(scenario);
  const curve = scenario.recipes.find(({id}) => id === scenario.reference)?.curve?.[metric];
  const computes = rival.log10C - own.log10C;
  const scores = log10Gain - computes;
  const decimals = scenario.metrics[metric]?.decimals ?? 2;
  const slope = curve?.law === "log-linear" ? curve.slope.value : NaN;
  const isStraight = Math.abs((own.score - rival.score) / slope - scores) < 1e-6;
  const exponent = `(${own.score.toFixed(decimals)} − ${rival.score.toFixed(decimals)}) / ${number(slope)}`;
  return join(
    `${modelName(scenario, against)} over ${modelName(scenario, claim.subject)}: `,
    flop(rival.log10C),
    " / ",
    flop(own.log10C),
    isStraight ? join(" × 10", raised(exponent)) : " × what the scores make of it",
    ` = ${multiplier(computes)} from the computes, ${multiplier(scores)} from the scores: ${multiplier(log10Gain)}`
  );
}

/** What a gain between near-equal scores is made of, of models whose computes nobody disclosed. */
export interface NearEqual {
  readonly says: string;
  readonly formula: Text;
  readonly taken: readonly Text[];
}

/** How much of a claim's gains is a ratio of undisclosed computes; undefined where none is between near-equal scores. */
export function nearEqual(scenario: Scenario, cases: readonly ClaimCase[]): NearEqual | undefined {
  const model = (id: string) => scenario.models.find((item) => item.id === id);
  const hidden = cases.filter(
    ({claim, against}) =>
      isComputed(claim.reading) && isUndisclosed(model(claim.subject)) && isUndisclosed(model(against))
  );
  if (hidden.length === 0) return undefined;
  const {models} = solve(scenario, shownMetric(scenario), central) ?? {models: new Map<string, Solved>()};
  const taken = hidden.flatMap((found): readonly Text[] => {
    const [own, rival] = [models.get(found.claim.subject), models.get(found.against)];
    if (own === undefined || rival === undefined) return [];
    const held = atBaseline(rival);
    const scores = found.log10Gain - (held.log10C - own.log10C);
    return Math.abs(scores) <= nearDecades ? [gainTaken(scenario, found, own, held)] : [];
  });
  if (taken.length === 0) return undefined;
  return {
    says: "Near equal scores the gain is mostly the ratio of two computes that nobody disclosed. With the numbers of today:",
    formula: join(
      "gain = C of the rival / C of the subject × 10",
      raised("(score of the subject − score of the rival) / points per tenfold")
    ),
    taken
  };
}

/** What evidence would settle a claim. */
export function settling(scenario: Scenario, claim: Claim): readonly string[] {
  const models = [claim.subject, ...claim.against].map((id) => scenario.models.find((model) => model.id === id));
  const hidden = [...new Set(models.filter(isUndisclosed).map(({name}) => name))];
  return [
    ...(claim.kind === "press" ? ["A primary text with the number, the rivals and the metric."] : []),
    ...(claim.reading === "pretraining" || isFromSmallModels(claim)
      ? ["The runs behind the law: their sizes, tokens and metric, the fit, and how far it was extended."]
      : []),
    ...(isElsewhere(scenario, claim) ? ["The name of the metric the ratio was read on, and its axis."] : []),
    ...hidden.map((name) => `The training compute of ${name}, or its parameters and tokens: not disclosed.`),
    ...(claim.reading === "all-training" ? ["The compute of reinforcement learning and of the runs before."] : []),
    ...(claim.reading === "serving-cost" ? ["Tokens per task, and the price or the hardware behind them."] : [])
  ];
}
