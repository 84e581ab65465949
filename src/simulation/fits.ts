import type {Policy} from "../laws/chinchilla.ts";
import type {Curve} from "../laws/curve.ts";
import type {Observation} from "../laws/observation.ts";
import {sigmoidCurve} from "../laws/logistic.ts";
import {effectiveAmount} from "../laws/dataConstrained.ts";
import {muennighoff2023Repetition} from "../laws/published.ts";
import {twoStepCurve} from "../laws/twoStep.ts";
import type {NamedLadder} from "../fitting/compareLadders.ts";
import {lawCurveOf} from "../fitting/lawCurve.ts";
import type {FitOptions, FitResult} from "../fitting/fit.ts";
import {fitLaw} from "../fitting/fitLaw.ts";
import {isLossForm} from "../fitting/forms.ts";
import type {Parameters} from "../fitting/lossProblem.ts";
import type {FitForm, RunField} from "../scenario/fitChoices.ts";
import type {Runs, Scenario} from "../scenario/schema.ts";

/**
 * A run of the scenario: a rung, what it is called, and whether it takes part.
 *
 * Where it saw tokens again, its D is what they were worth; its C is what they cost.
 */
export interface Rung extends Observation {
  /** Its place in the scenario’s rows, from 1. */
  readonly row: number;
  readonly name: string;
  /** "" where the runs name no recipes. */
  readonly recipe: string;
  /** Why it takes no part: switched off by hand, one of the largest losses, or of a recipe that is not looked at. */
  readonly out: "switched off" | "largest loss" | "other recipe" | undefined;
}

/** The central answer of the fit view. */
export interface LadderFit {
  readonly rungs: readonly Rung[];
  /** Recipes in the order they appear; empty where the runs name none. */
  readonly recipes: readonly string[];
  /** The rungs that take part; `result.fit.used` counts in these. */
  readonly taken: readonly Rung[];
  readonly options: FitOptions;
  readonly policy: Policy;
  readonly result: FitResult;
  /** The law as a curve of compute under the policy; undefined where there is no fit. */
  readonly curve: Curve | undefined;
  /** Ends of the compute that the fitted runs spent, FLOP. */
  readonly span: readonly [number, number];
}

/** What makes a law of N and D one of compute. */
export const policyOf = ({policy}: Runs): Policy =>
  policy === "compute-optimal" ? policy : {tokensPerParameter: policy.tokensPerParameter.value};

/** How the runs are fitted. */
export function fitOptionsOf({form, objective, delta, anchor}: Runs): FitOptions {
  return {
    form,
    objective: objective === "huber" ? {kind: objective, delta} : {kind: objective},
    scoreRange: [0, 1],
    anchor
  };
}

/** The runs of a scenario as rungs, each with why it takes no part, if it does not. */
export function rungsOf({columns, rows, without, recipe: chosen, repeats}: Runs): readonly Rung[] {
  const place = (field: RunField) => columns.indexOf(field);
  const [N, D, C, loss, score] = (["N", "D", "C", "loss", "score"] as const).map(place);
  const [name, recipe, unique] = [place("name"), place("recipe"), place("unique")];
  const off = new Set(without.rows);
  const rungs = rows.map((cells, i): Rung => {
    const numberAt = (at: number | undefined) => {
      const cell = at === undefined || at < 0 ? null : cells[at];
      return typeof cell === "number" ? cell : NaN;
    };
    const textAt = (at: number) => String((at < 0 ? null : cells[at]) ?? "");
    const own = textAt(recipe);
    const run = completed({N: numberAt(N), D: numberAt(D), C: numberAt(C)});
    return {
      ...run,
      ...(repeats === "worth" ? {D: worthOf(run.D, numberAt(unique))} : {}),
      loss: numberAt(loss),
      score: numberAt(score),
      row: i + 1,
      name: textAt(name),
      recipe: own,
      out: off.has(i + 1) ? "switched off" : chosen !== undefined && own !== chosen ? "other recipe" : undefined
    };
  });
  const largest = largestRows(rungs, without.largest);
  return rungs.map((rung) => (largest.has(rung.row) && rung.out === undefined ? {...rung, out: "largest loss"} : rung));
}

/** What tokens come to of which only some are different: as many as they are worth (Muennighoff et al. 2023, equation 5). */
const worthOf = (D: number, unique: number): number =>
  unique > 0 && unique < D ? effectiveAmount(D, unique, muennighoff2023Repetition.tokens) : D;

/** 6ND = C, solved for the one that is missing. */
function completed({N, D, C}: Pick<Observation, "N" | "D" | "C">): Pick<Observation, "N" | "D" | "C"> {
  if (Number.isNaN(C)) return {N, D, C: 6 * N * D};
  if (Number.isNaN(D)) return {N, C, D: C / (6 * N)};
  return Number.isNaN(N) ? {D, C, N: C / (6 * D)} : {N, D, C};
}

/** The rows of the largest losses among those that take part. */
function largestRows(rungs: readonly Rung[], count: number): ReadonlySet<number> {
  const part = rungs.filter(({out, loss}) => out === undefined && loss > 0);
  return new Set(
    [...part]
      .sort((one, other) => other.loss - one.loss || one.row - other.row)
      .slice(0, count)
      .map(({row}) => row)
  );
}

/** A fitted law as a curve of compute. */
export function curveOf(form: FitForm, parameters: Parameters, policy: Policy): Curve {
  if (isLossForm(form)) return lawCurveOf(form, parameters, policy);
  const p = (name: string) => parameters[name] ?? NaN;
  if (form === "logistic") {
    const [floor, ceiling, log10CMid, steepness] = [p("floor"), p("ceiling"), p("log10CMid"), p("steepness")];
    return sigmoidCurve({floor, ceiling, log10CMid, steepness});
  }
  const link = {a: p("a"), L0: p("L0"), k: p("k"), b: p("b")};
  return twoStepCurve(lawCurveOf("chinchilla", parameters, policy), link);
}

/** The recipes of rungs in the order they appear. */
export const recipesOf = (rungs: readonly Rung[]): readonly string[] =>
  [...new Set(rungs.map(({recipe}) => recipe))].filter((recipe) => recipe !== "");

/** What a fit is of rows and choices, whatever is asked of it after. */
type RowsFit = Omit<LadderFit, "policy" | "curve">;

// A fit is looked at by every view of it and changes only with the runs; and where a target moves, not even then.
const known = new WeakMap<Runs, LadderFit>();
const knownOfRows = new WeakMap<Runs["rows"], Map<string, RowsFit>>();
/** As many choices are remembered for the same rows. */
const mostKnown = 8;

/** The rows fitted as chosen; the mix of the curve, the target, hold-out, draws and seed have no say in it. */
function fitOfRows(runs: Runs): RowsFit {
  const {rows, columns, without, recipe, form, objective, delta, anchor, repeats} = runs;
  const choice = JSON.stringify([columns, without, recipe, form, objective, delta, anchor, repeats]);
  const before = knownOfRows.get(rows) ?? new Map<string, RowsFit>();
  const same = before.get(choice);
  if (same !== undefined) return same;
  const rungs = rungsOf(runs);
  const taken = rungs.filter(({out}) => out === undefined);
  const options = fitOptionsOf(runs);
  const result = fitLaw(taken, options);
  const computes = (result.ok ? result.fit.used.map((i) => taken[i]?.C ?? NaN) : taken.map(({C}) => C)).filter(
    (C) => C > 0 && C < Infinity
  );
  const found: RowsFit = {
    rungs,
    recipes: recipesOf(rungs),
    taken,
    options,
    result,
    span: computes.reduce<[number, number]>(([low, high], C) => [Math.min(low, C), Math.max(high, C)], [Infinity, 0])
  };
  for (const oldest of [...before.keys()].slice(0, Math.max(0, before.size + 1 - mostKnown))) before.delete(oldest);
  knownOfRows.set(rows, before.set(choice, found));
  return found;
}

/** The runs of a scenario, fitted; undefined where it holds none. */
export function ladderFit({runs}: Pick<Scenario, "runs">): LadderFit | undefined {
  if (runs === undefined) return undefined;
  const before = known.get(runs);
  if (before !== undefined) return before;
  const fit = fitOfRows(runs);
  const policy = policyOf(runs);
  const {result, options} = fit;
  const found: LadderFit = {
    ...fit,
    policy,
    curve: result.ok ? curveOf(options.form, result.fit.parameters, policy) : undefined
  };
  known.set(runs, found);
  return found;
}

/** The rungs that take part, or would if no recipe were chosen, by recipe: the reference first. */
export function laddersOf(runs: Runs): readonly NamedLadder[] {
  const {recipe: _, ...all} = runs;
  const rungs = rungsOf(all).filter(({out}) => out === undefined);
  const names = recipesOf(rungs);
  const reference = runs.reference !== undefined && names.includes(runs.reference) ? runs.reference : names[0];
  return [...names.filter((name) => name === reference), ...names.filter((name) => name !== reference)].map((name) => ({
    name,
    runs: rungs.filter(({recipe}) => recipe === name)
  }));
}
