import {claimCases} from "../simulation/claims.ts";
import {ladderFit} from "../simulation/fits.ts";
import {knownPlan} from "../simulation/knownPlan.ts";
import {log10} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import {targetOf} from "../simulation/fitUncertainty.ts";
import {caseRow, claimTitle} from "./claimCards.ts";
import {amount, levelText} from "./fitNumbers.ts";
import {parameterRows} from "./fitParameters.ts";
import {planAnswerWords} from "./planWords.ts";
import {gainsText, gainText} from "./planTexts.ts";
import {asString} from "./wording.ts";

/** What a view says beside its outputs, in words: central, and so at once. */
export interface Finding {
  /** The same in every scenario that has it. */
  readonly id: string;
  readonly name: string;
  readonly words: string;
}

function fitFindings(scenario: Scenario): readonly Finding[] {
  const {runs} = scenario;
  const fit = ladderFit(scenario);
  if (runs === undefined || fit === undefined) return [];
  if (!fit.result.ok || fit.curve === undefined) return [{id: "fit.level", name: "fit", words: "none"}];
  const target = targetOf(runs, fit);
  const level = `${levelText(fit.curve.score(log10(target)))} at ${asString(amount(target))} FLOP`;
  return [
    {id: "fit.level", name: `${runs.measure} by the law`, words: level},
    ...parameterRows(fit, undefined).map(({name, symbol, value}) => ({
      id: `fit.${name}`,
      name: symbol,
      words: asString(value)
    })),
    {id: "fit.runs", name: "runs fitted", words: String(fit.result.fit.used.length)}
  ];
}

const claimFindings = (scenario: Scenario): readonly Finding[] =>
  claimCases(scenario).flatMap((found) => {
    const {against, gain, verdict} = caseRow(scenario, found, undefined);
    const id = `claims.${found.claim.id}.${found.against}`;
    const name = `${claimTitle(found.claim)}, against ${against}`;
    return [
      {id: `${id}.gain`, name: `gain by ${name}`, words: gain},
      {id: `${id}.verdict`, name: `verdict on ${name}`, words: verdict}
    ];
  });

/** What a plan says of the gain it is asked about: its interval at the target by the delta method, and the verdict. */
function planFindings(scenario: Scenario): readonly Finding[] {
  const numbers = knownPlan(scenario);
  if (numbers?.ok !== true) return [];
  const {gain} = numbers.question.model;
  return [
    {id: "plan.gain", name: "gain that is asked about", words: gainText(gain)},
    {id: "plan.interval", name: "90 % of the gain at the target", words: gainsText(numbers.shown.answer)},
    {
      id: "plan.verdict",
      name: "verdict by the delta method",
      words: planAnswerWords(scenario, numbers, undefined).verdict
    }
  ];
}

/** What a view says that is no output of the scenario: a fit’s law, the verdict on each claim, a plan’s interval. */
export function findingsOf(scenario: Scenario, view: Scenario["view"]["figure"]): readonly Finding[] {
  if (view === "fit") return fitFindings(scenario);
  if (view === "plan") return planFindings(scenario);
  return view === "claims" ? claimFindings(scenario) : [];
}
