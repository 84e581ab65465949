import {log10, pow10} from "../numerics/exp.ts";
import type {Bootstrap, Spread} from "../fitting/bootstrap.ts";
import {bootstrapSteps, drawnParameters, spreadOf} from "../fitting/bootstrap.ts";
import type {FormRow} from "../fitting/compareForms.ts";
import {compareForms} from "../fitting/compareForms.ts";
import type {ComparisonResult} from "../fitting/compareLadders.ts";
import {compareLaddersSteps, scalingLawOf} from "../fitting/compareLadders.ts";
import type {Fit} from "../fitting/fit.ts";
import {isLossForm} from "../fitting/forms.ts";
import type {HoldOutResult} from "../fitting/holdOut.ts";
import {holdOut} from "../fitting/holdOut.ts";
import type {IsoFlopResult} from "../fitting/isoFlopFit.ts";
import {isoFlopSteps} from "../fitting/isoFlopFit.ts";
import type {Runs, Scenario} from "../scenario/schema.ts";
import type {Band} from "./draws.ts";
import type {LadderFit} from "./fits.ts";
import {curveOf, ladderFit, laddersOf} from "./fits.ts";

/** What the law says at a compute beyond the runs. */
export interface Extended {
  /** FLOP. */
  readonly C: number;
  readonly central: number;
  readonly spread: Spread;
  /** Decades beyond the largest run; below 0 inside. */
  readonly decades: number;
}

/** A form in the comparison, without its residuals. */
export interface FormSummary extends Pick<FormRow, "form" | "message" | "holdOutError" | "aicc"> {
  readonly converged: boolean;
}

/** How sure a fit is, and all that takes a moment: a plain value that a worker can send. */
export interface FitUncertainty {
  readonly parameters: Readonly<Record<string, Spread>>;
  /** Along log10 compute, from the smallest run to the target. */
  readonly band: Band;
  readonly target: Extended;
  readonly draws: number;
  readonly failed: number;
  readonly seed: number;
  /** Draws of the parameters as a table: the names, and rows of values drawn together. */
  readonly names: readonly string[];
  readonly drawn: readonly Float64Array[];
  readonly forms: readonly FormSummary[];
  readonly holdOut: HoldOutResult | undefined;
  /** Undefined where the runs are of one recipe. */
  readonly comparison: ComparisonResult | undefined;
  readonly isoFlop: IsoFlopResult | undefined;
}

/** How far the law is drawn beyond the runs where no target is set, decades. */
const usualBeyond = 2;
const bandPlaces = 61;

/** What a scenario’s law is extended to, FLOP. */
export const targetOf = (runs: Runs, {span}: LadderFit): number => runs.target?.value ?? span[1] * pow10(usualBeyond);

/** Share of all work that a part begins at, of bootstrap, forms, comparison and isoFLOP. */
const shares = {bootstrap: 0, forms: 0.5, comparison: 0.55, isoFlop: 0.95} as const;

/** What is asked for beside the bootstrap. */
export type FitPart = "forms" | "comparison" | "isoFlop";
export const fitParts: readonly FitPart[] = ["forms", "comparison", "isoFlop"];

/** Passes on the steps of a part as a stretch of the whole. */
function* part<T>(steps: Generator<number, T>, from: number, to: number): Generator<number, T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}

/**
 * The intervals of a fit and what else takes long, a step at a time; undefined where there is no fit.
 *
 * Same scenario and seed, same bits, in page, worker and command.
 */
export function* fitUncertaintySteps(
  scenario: Pick<Scenario, "runs">,
  parts: readonly FitPart[] = fitParts
): Generator<number, FitUncertainty | undefined> {
  const {runs} = scenario;
  const central = ladderFit(scenario);
  if (runs === undefined || central?.result.ok !== true) return undefined;
  const {fit} = central.result;
  const {seed, draws} = runs;
  const boot = yield* part(bootstrapSteps(central.taken, fit, {seed, draws}), shares.bootstrap, shares.forms);
  const forms = parts.includes("forms") ? compareForms(central.taken, central.options) : [];
  yield shares.comparison;
  const comparison = parts.includes("comparison")
    ? yield* part(comparisonSteps(runs, central), shares.comparison, shares.isoFlop)
    : undefined;
  const isoFlop = parts.includes("isoFlop") ? yield* part(isoFlopOf(runs, central, fit), shares.isoFlop, 1) : undefined;
  const {holdOut: above} = runs;
  return {
    parameters: Object.fromEntries(Object.entries(boot.draws).map(([name, values]) => [name, spreadOf(values)])),
    ...extendedBand(runs, central, fit, boot),
    draws: boot.count,
    failed: boot.failed,
    seed,
    names: Object.keys(boot.draws),
    drawn: Object.values(boot.draws),
    forms: forms.map(({form, message, holdOutError, aicc, fit: found}) => ({
      form,
      converged: found?.converged ?? false,
      ...(message === undefined ? {} : {message}),
      ...(holdOutError === undefined ? {} : {holdOutError}),
      ...(aicc === undefined ? {} : {aicc})
    })),
    holdOut: above && holdOut(central.taken, central.options, ({C}) => C > above.value),
    comparison,
    isoFlop
  };
}

function extendedBand(
  runs: Runs,
  central: LadderFit,
  fit: Fit,
  boot: Bootstrap
): Pick<FitUncertainty, "band" | "target"> {
  const {form} = fit.options;
  const target = targetOf(runs, central);
  const curves = Array.from({length: boot.count}, (_, draw) =>
    curveOf(form, drawnParameters(boot, draw), central.policy)
  );
  const spreadAt = (x: number) => spreadOf(Float64Array.from(curves, (curve) => curve.score(x)));
  const [from, to] = [log10(central.span[0]), Math.max(log10(target), log10(central.span[1]))];
  const places = Array.from({length: bandPlaces}, (_, i) => from + ((to - from) * i) / (bandPlaces - 1));
  const at = log10(target);
  return {
    band: places.map((x) => {
      const {low, high} = spreadAt(x);
      return {x, low, high};
    }),
    target: {
      C: target,
      central: central.curve?.score(at) ?? NaN,
      spread: spreadAt(at),
      decades: at - log10(central.span[1])
    }
  };
}

function* comparisonSteps(runs: Runs, {options, policy}: LadderFit): Generator<number, ComparisonResult | undefined> {
  const {form, objective} = options;
  const ladders = laddersOf(runs);
  if (ladders.length < 2 || !isLossForm(form)) return undefined;
  const {sharing, seed, draws} = runs;
  return yield* compareLaddersSteps(ladders, {form, objective, sharing, policy, seed, draws});
}

function* isoFlopOf(runs: Runs, {taken}: LadderFit, fit: Fit): Generator<number, IsoFlopResult | undefined> {
  if (!taken.some(({N, loss}) => N > 0 && loss > 0)) return undefined;
  const {A, B} = fit.parameters;
  const law = A === undefined || B === undefined ? undefined : scalingLawOf(fit.parameters);
  return yield* isoFlopSteps(taken, {law, seed: runs.seed, draws: runs.draws});
}
