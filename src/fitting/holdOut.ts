import {log10} from "../numerics/exp.ts";
import type {Observation} from "../laws/observation.ts";
import type {FitOptions} from "./fit.ts";
import {missed, predict} from "./fit.ts";
import {fitLaw} from "./fitLaw.ts";
import {isLossForm} from "./forms.ts";

/** A run that was left out of a fit, and what the fit said of it. */
export interface Forecast {
  /** Its place in the list of runs. */
  readonly run: number;
  readonly actual: number;
  readonly predicted: number;
  /** Natural log of predicted over actual loss; of a score the difference. */
  readonly error: number;
}

/** What a fit to some runs says of the others. */
export interface HoldOut {
  /** How many runs it was fitted to. */
  readonly fitted: number;
  readonly forecasts: readonly Forecast[];
  /** Mean and largest size of the errors. */
  readonly meanError: number;
  readonly worstError: number;
  /** Decades of compute between the largest run fitted to and the largest left out. */
  readonly decades: number;
}

export type HoldOutResult =
  {readonly ok: true; readonly holdOut: HoldOut} | {readonly ok: false; readonly message: string};

const actualOf = (isLoss: boolean, run: Observation): number => (isLoss ? run.loss : run.score);

const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);

/** Leaves out runs, fits the rest and compares: an honest test of a form, for it is one of extrapolation. */
export function holdOut(
  runs: readonly Observation[],
  options: FitOptions,
  isLeftOut: (run: Observation) => boolean
): HoldOutResult {
  const {form} = options;
  const isLoss = isLossForm(form);
  const kept = runs.filter((run) => !isLeftOut(run));
  const result = fitLaw(kept, options);
  if (!result.ok) return {ok: false, message: `the runs that are kept: ${result.message}`};
  const {parameters, used} = result.fit;
  const forecasts = runs.flatMap((run, i): Forecast[] => {
    if (!isLeftOut(run)) return [];
    const actual = actualOf(isLoss, run);
    const predicted = predict(form, parameters, run);
    if (!Number.isFinite(actual) || !Number.isFinite(predicted)) return [];
    return [{run: i, actual, predicted, error: missed(form, parameters, run)}];
  });
  if (forecasts.length === 0) return {ok: false, message: "no run is left out that the form could be asked about"};
  const sizes = forecasts.map(({error}) => Math.abs(error));
  const decades = log10(most(forecasts.map(({run}) => runs[run]!.C)) / most(used.map((i) => kept[i]!.C)));
  return {
    ok: true,
    holdOut: {
      fitted: used.length,
      forecasts,
      meanError: sizes.reduce((sum, size) => sum + size, 0) / sizes.length,
      worstError: most(sizes),
      decades
    }
  };
}

/** A hold-out at one place of a roll: the runs up to a compute are fitted, those above foretold. */
export interface Rolled extends HoldOut {
  /** FLOP. */
  readonly upTo: number;
}

/** The smallest part of the runs that a roll begins with. */
const firstPart = 0.4;

/** At how many computes a roll stops at most. */
const mostStops = 8;

/**
 * The hold-out rolled over increasing compute: fit the smaller runs, foretell the larger, move on.
 *
 * A stop whose runs cannot be fitted is left out.
 */
export function rolledHoldOut(runs: readonly Observation[], options: FitOptions): readonly Rolled[] {
  const result = fitLaw(runs, options);
  if (!result.ok) return [];
  const computes = [...new Set(result.fit.used.map((i) => runs[i]!.C))].sort((a, b) => a - b);
  const sorted = result.fit.used.map((i) => runs[i]!.C).sort((a, b) => a - b);
  const from = sorted[Math.floor(firstPart * sorted.length)]!;
  const places = computes.filter((C, i) => C >= from && i < computes.length - 1);
  const stride = Math.max(1, places.length / mostStops);
  const stops = Array.from({length: Math.min(places.length, mostStops)}, (_, i) => places[Math.floor(i * stride)]!);
  return stops.flatMap((upTo) => {
    const found = holdOut(runs, options, ({C}) => C > upTo);
    return found.ok ? [{upTo, ...found.holdOut}] : [];
  });
}
