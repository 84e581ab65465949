import {setupName} from "../scenario/costInputList.ts";
import {formatMultiplier, formatMultiplierBound, formatShort} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Takes} from "../scenario/takesSchema.ts";
import type {CostReport, Told} from "../simulation/costNumbers.ts";
import type {FactorName} from "../simulation/pipeline.ts";
import type {SecondsFactorName} from "../simulation/pipelineSeconds.ts";
import {dollarsTold, measuresApart, measureText, percent, shareText, taskUnitOf, times, toldText} from "./costWords.ts";
import {isShared, ownFactor} from "./sharedFactors.ts";
import {takenViews} from "./takenWords.ts";
import {inARow} from "./wording.ts";

/** What the factors of a waterfall are called. */
export const factorNames: Readonly<Record<FactorName, string>> = {
  output: "tokens written",
  input: "tokens read",
  agents: "agents",
  joining: "joining step",
  price: "price per token",
  parameters: "active parameters",
  compute: "training compute",
  effectiveCompute: "effective compute",
  gain: "training gain"
};

/** What the factors of the seconds are called. */
export const secondsNames: Readonly<Record<SecondsFactorName, string>> = {
  output: "tokens written",
  agents: "waiting for the slowest agent",
  joining: "joining step",
  pace: "pace of the tokens"
};

/** Whether some factor of the seconds changes: a waterfall of them would else be empty. */
export const hasOtherSeconds = ({
  secondsFactors,
  ratios
}: {
  readonly secondsFactors: readonly {readonly value: number | null}[];
  readonly ratios: {readonly seconds: {readonly value: number | null}};
}): boolean => ratios.seconds.value !== null && secondsFactors.some(({value}) => value !== 1);

/** A stated gain, "over 10×" where it is a bound. */
export const gainText = (gain: number, bound: "over" | "under" | null): string =>
  bound === null ? formatMultiplier(gain) : formatMultiplierBound(bound, gain);

/** A factor in words: of a gain that is a bound, the factor is one too, "0.1× or less". */
export function factorText(
  {trainingGain}: {readonly trainingGain: {readonly bound: string | null}},
  name: FactorName,
  told: Told
): string {
  if (name !== "gain" || told.value === null || trainingGain.bound === null) return times(told);
  return `${times({...told, interval: null})} or ${trainingGain.bound === "over" ? "less" : "more"}`;
}

/** Whether no factor of the serving bill changes: a waterfall of it would be empty. */
export const isServedAlike = ({factors}: {readonly factors: readonly {readonly ofServing: number}[]}): boolean =>
  factors.every(({ofServing}) => ofServing === 1);

/** What came from where between the two setups of a pipeline, each part a sentence. */
export interface WhatCameFromWhere {
  readonly serving: string;
  /** Which factors of the bill both share exactly; left out where none is, or all are. */
  readonly same?: string;
  readonly training: string;
  /** In which of the two the training gain stands; left out where both run one training. */
  readonly gain?: string;
  /** What the training would come to without it; left out where it has no number. */
  readonly without?: string;
  readonly seconds: string;
  /** What the two score on one measure of a section, or that theirs are of different ones; left out for a metric. */
  readonly scores?: string;
}

type Pipeline = NonNullable<CostReport["pipeline"]>;

/** The factors of a share that are not 1, in words. */
function factorList(pipeline: Pipeline, share: "serving" | "training"): string {
  const told = pipeline.factors
    .filter((factor) => factor.share === share)
    .map((factor) => ({name: factor.name, told: ownFactor(factor)}))
    .filter((factor) => factor.told.value !== 1);
  return told
    .map((factor) => `${factorNames[factor.name]} ${factorText(pipeline, factor.name, factor.told)}`)
    .join(", ");
}

/** The factors of the bill that both setups share: of an agent where agents are several, and of one agent no number. */
function sharedText({factors, from, to}: Pipeline, setups: CostReport["setups"]): string | undefined {
  const isAlone = setups.every(({id, agents}) => (id !== from && id !== to) || agents.value === 1);
  const names = factors
    .filter((factor) => factor.share === "serving" && isShared(ownFactor(factor)))
    .filter(({name}) => !(isAlone && name === "agents"))
    .map(
      ({name}) => `${factorNames[name]}${!isAlone && (name === "output" || name === "input") ? " by an agent" : ""}`
    );
  return names.length === 0 ? undefined : `The same for both: ${names.join(", ")}.`;
}

const noFactor = "no factor of it changes";

const secondsWord = (value: number): string => `${formatShort(value)} s`;

/** How long a task takes, before and after. */
function secondsText(
  {seconds: {from, to}, ratios, secondsFactors}: Pipeline,
  names: readonly [string, string]
): string {
  const missing = [from, to].flatMap(({value}, i) => (value === null ? [names[i] ?? ""] : []));
  if (missing.length > 0) return `How long a task takes is not told: no pace is set for ${inARow(missing)}.`;
  const [before, after] = [from, to].map((told) => toldText(told, secondsWord));
  const {value} = ratios.seconds;
  if (value === 1) return `A task takes as long: ${after ?? ""}.`;
  const changed = secondsFactors.filter(({value: factor}) => factor !== 1);
  const apart = changed.map(({name, ...told}) => `${secondsNames[name]} ${times(told)}`).join(", ");
  const list = changed.length > 1 ? `: ${apart}` : "";
  return `A task takes ${after ?? ""} in place of ${before ?? ""}, ${times(ratios.seconds)} as long${list}.`;
}

/** What the two score: of the measure of a section, since a metric’s stands in the answer. */
function scoresText(report: CostReport, names: readonly [string, string]): string | undefined {
  const {pipeline} = report;
  if (!pipeline?.isOneMeasure) return measuresApart(report);
  const {from, to} = pipeline.scores;
  if (pipeline.measures.to.kind === "metric" || from === null || to === null) return undefined;
  return `On ${measureText(pipeline.measures.to)} ${names[1]} scores ${shareText(to)}, ${names[0]} ${shareText(from)}.`;
}

/**
 * What came from where, between the two setups of a pipeline: a sentence of the serving bill, one of the training, one
 * that says in which of them the training gain stands, and one of the seconds. Undefined where no two are named.
 */
export function whatCameFromWhere(scenario: Scenario, report: CostReport): WhatCameFromWhere | undefined {
  const {pipeline, setups} = report;
  if (pipeline === null) return undefined;
  const named = (id: string) => {
    const setup = scenario.cost?.setups.find((item) => item.id === id);
    return setup === undefined ? id : setupName(scenario, setup);
  };
  const [from, to] = [named(pipeline.from), named(pipeline.to)];
  const {factors, ratios, trainingPart, trainingGain, withoutGain, after} = pipeline;
  const isAlike = isServedAlike(pipeline);
  const placed = setups.filter(({id, basis}) => (id === pipeline.from || id === pipeline.to) && basis === "placed");
  const {isTrainedOnce} = pipeline;
  const modelOf = ({model}: (typeof setups)[number]) => scenario.models.find(({id}) => id === model)?.name ?? model;
  const trained = isTrainedOnce ? placed.slice(0, 1).map(modelOf) : placed.map(({name}) => name);
  const asPlaced = trained.length === 0 ? "" : `, the compute of ${trained.join(" and ")} as placed`;
  const part = trainingPart.after.value;
  const where =
    part === null
      ? "what training adds to a task has no number"
      : `which is ${percent(part)} of the cost of a task of ${to}`;
  const unit = taskUnitOf(scenario);
  const isFactor = trainingGain.value !== null && factors.some(({name}) => name === "gain");
  const gain = isFactor ? gainText(trainingGain.value ?? NaN, trainingGain.bound) : "";
  const share = (dollars: number) => dollarsTold({value: dollars, interval: null}, unit);
  const gainWords = isFactor
    ? `The training gain of ${gain} stands in the training share alone, ${where}, and is no factor of the serving bill.`
    : `The training gain has no number here; it would stand in the training share alone, ${where}, and is no factor of the serving bill.`;
  const scores = scoresText(report, [from, to]);
  const same = isAlike ? undefined : sharedText(pipeline, setups);
  return {
    serving: isAlike
      ? `${from} and ${to} are served alike: no factor of the serving bill changes.`
      : `From ${from} to ${to} the serving bill of a task is ${times(ratios.serving)} as large: ${factorList(pipeline, "serving") || noFactor}.`,
    ...(same === undefined ? {} : {same}),
    training: isTrainedOnce
      ? `Both run one training${part === null ? "" : `, whose share adds ${share(after.training)} to ${unit.name} of either`}: no training gain stands between them. Serving and training together are ${times(ratios.total)}${asPlaced}.`
      : `${isAlike ? "A task’s" : "Its"} share of the training is ${times(ratios.training)} as large: ${factorList(pipeline, "training") || noFactor}. Serving and training together are ${times(ratios.total)}${asPlaced}.`,
    ...(isTrainedOnce ? {} : {gain: gainWords}),
    ...(isFactor && withoutGain !== null
      ? {
          without: `The compute of ${to} is held as set: without the gain, as much effective compute would put ${trainingGain.bound === "over" ? "over " : ""}${share(withoutGain)} of training on ${unit.name}, not ${share(after.training)}.`
        }
      : {}),
    seconds: secondsText(pipeline, [from, to]),
    ...(scores === undefined ? {} : {scores})
  };
}

/** Whether a section states what a factor is of. */
const isOfSection = ({section}: Takes, name: FactorName | SecondsFactorName): boolean =>
  name === "output" || (section === "agents" && ["input", "agents", "joining", "pace"].includes(name));

/** Where a factor comes from: its sources in two or three words, and what of it was placed. */
export function factorBasis(
  scenario: Scenario,
  {pipeline, setups}: CostReport,
  name: FactorName | SecondsFactorName,
  sources: string
): string {
  const two = setups.filter(({id}) => id === pipeline?.from || id === pipeline?.to);
  const remark = (): string => {
    if (name === "price" && two.some(({priceBasis}) => priceBasis === "later")) return "a later price, a scenario";
    if (name === "price" && two.some(({priceBasis}) => priceBasis === "assumed")) return "an assumed price";
    const placedIn = two.flatMap(({takes}) =>
      takes !== null && isOfSection(takes, name) && (scenario[takes.section]?.basis ?? "placed") === "placed"
        ? [takenViews[takes.section]]
        : []
    );
    if (placedIn.length > 0) return `placed in ${inARow([...new Set(placedIn)])}`;
    const isCompute = name === "compute" || name === "effectiveCompute";
    return isCompute && two.some(({basis}) => basis === "placed") ? "placed" : "";
  };
  return [sources, remark()].filter(Boolean).join("; ") || "as set";
}
