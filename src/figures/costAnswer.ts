import {formatCount} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import {costReport} from "../simulation/costNumbers.ts";
import type {CostReport, Told} from "../simulation/costNumbers.ts";
import type {CostUncertainty} from "../simulation/costUncertainty.ts";
import {leadingSetup, setupLooks} from "./costMarks.ts";
import {
  dollarsTold,
  dollarsWord,
  inUnit,
  measuresApart,
  percent,
  setupScore,
  shareText,
  taskUnitOf,
  toldText
} from "./costWords.ts";
import {gainText, isServedAlike, whatCameFromWhere} from "./pipelineWords.ts";
import type {WhatCameFromWhere} from "./pipelineWords.ts";
import {tokensBasis} from "./takenWords.ts";
import type {TaskUnit} from "./costWords.ts";

/** What a task costs, in words. */
export interface CostAnswer {
  /** Ends where the verdict follows. */
  readonly body: string;
  readonly verdict?: string;
  /** In which part of the cost the training gain stands. */
  readonly condition: string;
  /** What came from where, between the two setups of the pipeline. */
  readonly from?: string;
}

type Setup = CostReport["setups"][number];

/** What was assumed, before a number says what follows. */
function assumptions(scenario: Scenario, {tasks}: CostReport, own: Setup): string {
  const {basis, priceBasis, billedBy} = own;
  const price =
    billedBy === "hardware"
      ? "served on the hardware as set"
      : priceBasis === "later"
        ? "at the price of a later version"
        : priceBasis === "assumed"
          ? "at an assumed price"
          : "at its listed price";
  const compute =
    basis === "placed" ? ", its training compute as placed and spread over" : ", its training spread over";
  const tokens = tokensBasis(scenario, own);
  return `${price}${tokens === "" ? "" : `, ${tokens}`}${compute} ${formatCount(tasks)} tasks`;
}

/** Dollars without their interval, which stands in the table. */
const central = (told: Told, unit: TaskUnit): string => {
  const {value} = inUnit(told, unit);
  return value === null ? "no number" : dollarsWord(told)(value);
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** In which part of the cost the training gain stands, and how little it could take off; between runs of one training there is none. */
function whereItStands(scenario: Scenario, report: CostReport, own: Setup, unit: TaskUnit): string {
  const {pipeline} = report;
  const {name, servingDollars, priceBasis, model} = own;
  const apart = measuresApart(report);
  const scores = apart === undefined ? "" : ` ${apart}`;
  const whose = scenario.models.find(({id}) => id === model)?.name ?? name;
  const price =
    priceBasis === "later" ? ` ${whose} had no price when it was run: its dollars are a scenario, not a fact.` : "";
  if (pipeline?.isTrainedOnce === true) {
    const {value} = pipeline.trainingPart.after;
    const part =
      value === null
        ? ""
        : `, which is ${toldText(pipeline.trainingPart.after, percent)} of the cost of a task of ${name}`;
    return `Both run one training${part}.${scores}${price}`;
  }
  const part = pipeline?.trainingPart.after ?? {value: null, interval: null};
  const share = part.value === null ? "" : `, ${toldText(part, percent)} of the cost of a task of ${name}`;
  const free =
    part.value === null || servingDollars.value === null
      ? "."
      : `: were the training free, ${unit.name} would still cost ${dollarsTold(servingDollars, unit)}.`;
  return `A training gain stands in the training share alone${share}${free}${scores}${price}`;
}

const fromWords = ({serving, same, training, without, seconds, scores}: WhatCameFromWhere): string =>
  [serving, same, training, without, seconds, scores].filter(Boolean).join(" ");

/** The answer of the cost view: assumptions, a task's dollars and their interval, and where the training gain stands. */
export function costAnswer(
  scenario: Scenario,
  drawn: CostUncertainty,
  report = costReport(scenario, drawn)
): CostAnswer | undefined {
  const leading = leadingSetup(scenario);
  const own = report?.setups.find(({id}) => id === leading?.id);
  if (report === undefined || own === undefined) return undefined;
  const {pipeline} = report;
  const other = report.setups.find(({id}) => id === pipeline?.from);
  const unit = taskUnitOf(scenario);
  const isWhole = own.dollars.value !== null;
  const at = (setup: Setup): string => {
    const score = setupScore(scenario, report.metric, setup);
    if (score === undefined || setup.score.value === null) return "";
    const isSaid = setup !== own && setup.measure.kind === "share" && setup.measure.id === own.measure.id;
    return ` at ${isSaid ? shareText(setup.score.value) : score}`;
  };
  const cost = isWhole
    ? `${unit.name} of ${own.name} ${unit.costs} ${dollarsTold(own.dollars, unit)}${at(own)}`
    : `serving ${unit.name} of ${own.name} costs ${dollarsTold(own.servingDollars, unit)}${at(own)}`;
  const against =
    other === undefined
      ? ""
      : `, and ${unit.one} of ${other.name} ${central(isWhole ? other.dollars : other.servingDollars, unit)}${at(other)}`;
  const body = `${capital(assumptions(scenario, report, own))}, ${cost}${against}`;
  const words = whatCameFromWhere(scenario, report);
  if (pipeline === null || words === undefined) {
    return {body, condition: "Choose two setups below, and the way from one to the other is taken apart."};
  }
  const {trainingGain} = pipeline;
  if (pipeline.isTrainedOnce) {
    return {
      body: `${body}; what sets their costs apart is `,
      verdict: isServedAlike(pipeline)
        ? "nothing: both are served and trained alike"
        : "the serving bill, not the training",
      condition: whereItStands(scenario, report, own, unit),
      from: fromWords(words)
    };
  }
  const isFactor = trainingGain.value !== null && pipeline.factors.some(({name}) => name === "gain");
  const gain = isFactor ? ` of ${gainText(trainingGain.value ?? NaN, trainingGain.bound)}` : "";
  return {
    body: `${body}; the training gain${gain} is `,
    verdict: "no factor of the serving bill",
    condition: whereItStands(scenario, report, own, unit),
    from: fromWords(words)
  };
}

/** Title and second line of the exported picture. */
export function costTitle(
  scenario: Scenario,
  drawn: CostUncertainty
): {readonly title: string; readonly subtitle: string} {
  const report = costReport(scenario, drawn);
  const leading = leadingSetup(scenario);
  const own = report?.setups.find(({id}) => id === leading?.id);
  if (report === undefined || own === undefined) return {title: "What a task costs", subtitle: ""};
  const other = report.setups.find(({id}) => id === report.pipeline?.from);
  const looks = setupLooks(scenario);
  const unit = taskUnitOf(scenario);
  const short = ({id, dollars, servingDollars}: Setup): string => {
    return `${looks.get(id)?.shortName ?? id} ${central(dollars.value === null ? servingDollars : dollars, unit)}`;
  };
  const isPlaced = [own, other].some(
    (setup) => setup?.basis === "placed" || (setup?.priceBasis ?? "listed") !== "listed"
  );
  const pair = other === undefined ? short(own) : `${short(own)}, ${short(other)}`;
  const part = report.pipeline?.trainingPart.after.value ?? null;
  const subtitle = [
    `${capital(assumptions(scenario, report, own))}.`,
    part === null
      ? "The training gain is no factor of the serving bill."
      : report.pipeline?.isTrainedOnce === true
        ? `Training is ${percent(part)} of it, the same training for both.`
        : `Training is ${percent(part)} of it, and the training gain stands there alone: it is no factor of the serving bill.`
  ].join(" ");
  const what = unit.behind === "" ? "the cost of a task" : unit.name;
  return {title: capital(`${isPlaced ? "as placed, " : ""}${what}: ${pair}`), subtitle};
}
