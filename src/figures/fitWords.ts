import type {Text} from "../chart/figure.ts";
import {isLossForm} from "../fitting/forms.ts";
import {log10} from "../numerics/exp.ts";
import type {Runs} from "../scenario/schema.ts";
import type {LadderFit} from "../simulation/fits.ts";
import type {FitUncertainty} from "../simulation/fitUncertainty.ts";
import {targetOf} from "../simulation/fitUncertainty.ts";
import {amount, extrapolationTimes, extrapolationWords, levelWithInterval, measureWords} from "./fitNumbers.ts";
import {atBoundWords, symbolOf} from "./fitParameters.ts";
import {inARow, join, plain} from "./wording.ts";

/** The sentence above the figure, in the order of what is said: place, value, interval, how far off the runs. */
export interface FitAnswer {
  readonly body: Text;
  /** The place and its distance alone, where the title says the rest. */
  readonly place: Text;
  /** What it rests on: the form, the runs, and what has to be known of them. */
  readonly condition: Text;
  /** The finding in at most 64 characters, for an exported figure. */
  readonly title: string;
}

/** Longest title that is drawn whole. */
const titleLength = 64;

/** On simulated ladders of fewer runs intervals were seen to be too narrow, inside the runs most of all. */
export const fewRuns = 20;

/** A sentence begins with a capital, but not with that of a letter of a law: β is not B. */
const capital = (words: string): string =>
  /^[a-z]{2}/.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words;

export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

/** What the fit says at the target, how sure, and how far beyond the runs. */
export function fitAnswer(runs: Runs, fit: LadderFit, uncertainty: FitUncertainty | undefined): FitAnswer {
  const {result, curve} = fit;
  if (!result.ok || curve === undefined) {
    const why = result.ok ? "the law gives no curve of compute" : result.message;
    return {
      body: plain(`No fit: ${why}`),
      place: plain(`${capital(why)}. `),
      condition: [],
      title: "These runs cannot be fitted"
    };
  }
  const target = targetOf(runs, fit);
  const central = uncertainty?.target.central ?? curve.score(log10(target));
  const {value, interval} = levelWithInterval(central, uncertainty?.target.spread);
  const where = extrapolationWords(fit, target);
  const apart = extrapolationTimes(fit, target);
  const range = interval === "" ? "" : ` (90 %: ${interval})`;
  const full = `${capital(where)}: ${value}${range}`;
  const short = `${capital(where)} the law says ${value}`;
  return {
    body: join("At ", amount(target), ` FLOP the law says ${value}${range}, ${where}`),
    place: join(
      "At ",
      amount(target),
      ` FLOP${apart === "" ? "" : `, ${apart.replace("its compute", "the compute of the largest run")}`}. `
    ),
    condition: join(...conditionOf(runs, fit)),
    title: range !== "" && full.length <= titleLength ? full : short
  };
}

/** The form, the runs it was fitted to, and the policy that makes it a curve. */
function conditionOf(runs: Runs, {result, policy, recipes}: LadderFit): readonly (Text | string)[] {
  if (!result.ok) return [];
  const {name} = measureWords(runs);
  const count = result.fit.used.length;
  const whose =
    runs.recipe !== undefined
      ? ` of ${runs.recipe}`
      : recipes.length > 1
        ? ` of ${recipes.length} recipes together`
        : "";
  const fitted = `${capital(name)} of ${plural(count, "run")}${whose}. `;
  return [fitted, policyWords(runs, policy)];
}

/** What the curve is a curve of, where the law is one of N and D; empty where it is one of compute. */
export function policyWords({form}: Pick<Runs, "form">, policy: LadderFit["policy"]): string {
  if (form === "power-law" || form === "power-law-no-floor" || form === "logistic") return "";
  const mix =
    policy === "compute-optimal"
      ? "compute-optimal mix"
      : `mix of ${Number(policy.tokensPerParameter.toPrecision(3))} tokens per parameter`;
  return isLossForm(form)
    ? `The curve is the law at the ${mix}; runs of another mix stand above it.`
    : `The curve is the law at the ${mix}; runs of another mix stand off it.`;
}

export type FitRemarkKind =
  | "converged"
  | "recipes"
  | "few-runs"
  | "at-bound"
  | "confounded"
  | "condition"
  | "left-out"
  | "failed-draws"
  | "distance";

/** Something that has to be known of a fit. */
export interface FitRemark {
  readonly kind: FitRemarkKind;
  readonly words: string;
  /** It takes away from the answer. */
  readonly isWarning: boolean;
}

/** How the condition number reads. */
export function conditionWords(condition: number): string {
  if (!(condition < 1e6)) {
    return "Condition number over 1,000,000: at least one combination of parameters is not known at all.";
  }
  const times = Number(condition.toPrecision(2))
    .toString()
    .replace(/\B(?=(?:\d{3})+$)/g, ",");
  const known = `Condition number ${times}: the best known combination of parameters is known ${times} times as well as the worst`;
  if (condition <= 30) return `${known}, which is good.`;
  return condition <= 316
    ? `${known}.`
    : `${known}; single parameters say little, forecasts inside the runs may still be sure.`;
}

/** What is said of an interval from few runs; empty where they are enough. */
export const fewRunsWords = (count: number): string =>
  count >= fewRuns
    ? ""
    : `A bootstrap of ${plural(count, "run")} may be too narrow: intervals of simulated ladders as small held the truth less often than 90 %; see coverage.`;

/** Which runs take no part, and why; empty where all do. */
export function leftOutWords({rungs}: Pick<LadderFit, "rungs">): string {
  const count = (why: LadderFit["rungs"][number]["out"]) => rungs.filter(({out}) => out === why).length;
  const parts = [
    [count("switched off"), "switched off"],
    [count("largest loss"), count("largest loss") === 1 ? "the largest loss" : "the largest losses"],
    [count("other recipe"), "of other recipes"]
  ] as const;
  const told = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  const all = parts.reduce((sum, [number]) => sum + number, 0);
  return told.length === 0 ? "" : `${plural(all, "run")} ${all === 1 ? "takes" : "take"} no part: ${inARow(told)}.`;
}

/** All that has to be known of a fit, what takes away from the answer first. */
export function fitRemarks(runs: Runs, fit: LadderFit, uncertainty: FitUncertainty | undefined): readonly FitRemark[] {
  const {result, recipes} = fit;
  const leftOut = leftOutWords(fit);
  const remark = (kind: FitRemarkKind, words: string, isWarning: boolean): readonly FitRemark[] =>
    words === "" ? [] : [{kind, words, isWarning}];
  if (!result.ok) return remark("left-out", leftOut, false);
  const {converged, iterations, atBound, confounded, condition, used, parameters, options} = result.fit;
  const together =
    runs.recipe === undefined && recipes.length > 1
      ? `One law is fitted to the runs of ${recipes.length} recipes: choose one to see its own.`
      : "";
  const apart =
    confounded.length === 0
      ? ""
      : confounded.length === 1
        ? `The runs do not tell ${confounded.map(symbolOf).join("")}: many values fit as well.`
        : `The runs cannot tell ${inARow(confounded.map(symbolOf))} apart: many values of them fit as well.`;
  const bounds = atBound.map((name) => capital(atBoundWords(options.form, name, parameters[name] ?? NaN)));
  const failed = uncertainty?.failed ?? 0;
  const target = targetOf(runs, fit);
  const times = extrapolationTimes(fit, target);
  return [
    ...remark(
      "converged",
      converged ? "" : `Not converged after ${iterations} iterations: a better law may exist.`,
      true
    ),
    ...remark("recipes", together, true),
    ...remark("few-runs", fewRunsWords(used.length), true),
    ...remark("at-bound", bounds.length === 0 ? "" : `${bounds.join(". ")}.`, true),
    ...remark("confounded", apart, true),
    ...remark(
      "distance",
      times === "" ? "" : `The target lies ${extrapolationWords(fit, target)}, ${times}: nothing was measured there.`,
      true
    ),
    ...remark(
      "failed-draws",
      failed === 0
        ? ""
        : `${plural(failed, "draw")} of ${uncertainty?.draws ?? 0} did not converge; they count all the same.`,
      true
    ),
    ...remark("left-out", leftOut, false),
    ...remark("converged", converged ? `Converged in ${plural(iterations, "iteration")}.` : "", false),
    ...remark("condition", conditionWords(condition), false)
  ];
}
