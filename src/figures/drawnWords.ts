import {log10} from "../numerics/exp.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Interval} from "../simulation/draws.ts";
import {ladderFit} from "../simulation/fits.ts";
import {fitUncertaintySteps, targetOf} from "../simulation/fitUncertainty.ts";
import {knownPlan} from "../simulation/knownPlan.ts";
import {outputInterval} from "../simulation/outputInterval.ts";
import {outputsOf} from "../simulation/outputs.ts";
import type {Output} from "../simulation/outputs.ts";
import {planUncertainty} from "../simulation/planUncertainty.ts";
import {sensitivity} from "../simulation/sensitivity.ts";
import {outputWords} from "./compareWords.ts";
import type {Finding} from "./findings.ts";
import {levelWithInterval} from "./fitNumbers.ts";
import {parameterRows} from "./fitParameters.ts";
import {formRows} from "./fitTests.ts";
import type {FormRowWords} from "./fitTests.ts";
import {toldRows} from "./planRows.ts";
import {chanceText, gainsText} from "./planTexts.ts";
import {shareRows} from "./sensitivity.ts";
import type {ShareRow} from "./sensitivity.ts";
import {asString, multiplierInterval} from "./wording.ts";

/** What the tables of a view say that takes draws; left out where the view has no such table. */
export interface DrawnTables {
  /** What the inputs answer for of an output’s variance. */
  readonly shares?: readonly ShareRow[];
  /** The forms of a fit side by side. */
  readonly forms?: readonly FormRowWords[];
  /** The 90 % intervals of a fit’s parameters, by name. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What simulated ladders of a plan tell, a row each of its table. */
  readonly told?: readonly (string | undefined)[];
}

/** What a view says of a scenario that takes draws, some seconds at most: in its answer, and in its tables. */
export interface DrawnWords {
  readonly findings: readonly Finding[];
  readonly tables: DrawnTables;
}

/** "0.04× to 25×"; "no interval" where both ends read the same. */
export function intervalWords(kind: Output["kind"], interval: Interval): string {
  const [from, to] = [outputWords(kind, interval.low), outputWords(kind, interval.high)];
  if (from === to) return "no interval";
  return kind === "gain" ? multiplierInterval(interval) : `${from} to ${to}`;
}

/** The interval of the output that an answer begins with. */
function intervalFindings(scenario: Scenario, {id, name, kind}: Output): readonly Finding[] {
  const found = outputInterval(scenario, id);
  return found === undefined
    ? []
    : [{id: `interval.${id}`, name: `90 % of ${name}`, words: intervalWords(kind, found)}];
}

function sharesOf(scenario: Scenario, {id}: Output): readonly ShareRow[] {
  const output = outputsOf(scenario).find((item) => item.id === id);
  const found = output && sensitivity(scenario, output);
  return found?.output === id ? shareRows(scenario, found) : [];
}

/** The interval of what a fitted law says at the target, and of its parameters; how its forms foretell. */
export function fitDrawnWords(scenario: Scenario): DrawnWords {
  const {runs} = scenario;
  const fit = ladderFit(scenario);
  if (runs === undefined || fit?.result.ok !== true || fit.curve === undefined) return {findings: [], tables: {}};
  const steps = fitUncertaintySteps(scenario, ["forms"]);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const drawn = step.value;
  const central = fit.curve.score(log10(targetOf(runs, fit)));
  const {interval} = levelWithInterval(central, drawn?.target.spread);
  const words = interval === "" ? "no interval" : interval;
  return {
    findings: [{id: "interval.fit.level", name: `90 % of ${runs.measure} by the law`, words}],
    tables: {
      forms: formRows(fit, drawn),
      parameters: Object.fromEntries(parameterRows(fit, drawn).map(({name, interval: ends}) => [name, asString(ends)]))
    }
  };
}

/** What simulated ladders tell of a plan’s gain, every one fitted. */
export function planDrawnWords(scenario: Scenario): DrawnWords {
  const numbers = knownPlan(scenario);
  const drawn = planUncertainty(scenario);
  if (numbers?.ok !== true || drawn === undefined) return {findings: [], tables: {}};
  return {
    findings: [
      {
        id: "plan.simulated.power",
        name: "chance to tell the gain from none, simulated",
        words: chanceText(drawn.uncalibrated.power)
      },
      {id: "plan.simulated.interval", name: "90 % of the gain at the target, simulated", words: gainsText(drawn)}
    ],
    tables: {told: toldRows(numbers, drawn).map(({simulated}) => simulated)}
  };
}

/**
 * What a view says that takes draws.
 *
 * @param output the one that the answer begins with, or that it is asked what it hangs on
 */
export function drawnWords(
  scenario: Scenario,
  view: Scenario["view"]["figure"],
  output: Output | undefined
): DrawnWords {
  if (view === "fit") return fitDrawnWords(scenario);
  if (view === "plan") return planDrawnWords(scenario);
  if (output === undefined) return {findings: [], tables: {}};
  return {
    findings: intervalFindings(scenario, output),
    tables: view === "sensitivity" ? {shares: sharesOf(scenario, output)} : {}
  };
}
