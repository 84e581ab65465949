import {spreadOf} from "../fitting/bootstrap.ts";
import type {Coverage} from "../fitting/coverage.ts";
import type {Fit} from "../fitting/fit.ts";
import {scoreObjective} from "../fitting/fitScore.ts";
import {forms, isLossForm} from "../fitting/forms.ts";
import type {HoldOut} from "../fitting/holdOut.ts";
import type {Observation} from "../laws/observation.ts";
import {formatCount, formatFlop, formatShort, withCommas} from "../scenario/numberText.ts";
import type {Runs} from "../scenario/schema.ts";
import type {FitUncertainty} from "../simulation/fitUncertainty.ts";
import type {LadderFit} from "../simulation/fits.ts";

/** What the law says of a run. */
export interface Prediction {
  readonly run: Pick<Observation, "N" | "D" | "C">;
  readonly value: number;
  readonly interval: {readonly low: number; readonly median: number; readonly high: number} | null;
  readonly decadesBeyond: number;
}

/** The size of the residual in the middle: half of all are smaller. */
function medianSize(residuals: Float64Array): number {
  return spreadOf(residuals.map(Math.abs)).median;
}

/** All that one fit found. */
export interface Found {
  readonly file: string;
  readonly runs: Runs;
  readonly central: LadderFit;
  readonly fit: Fit;
  readonly drawn: FitUncertainty | undefined;
  readonly predictions: readonly Prediction[];
  readonly holdOut: HoldOut | undefined;
  readonly coverage: Coverage | undefined;
}

/** The numbers of a fit as JSON says them. */
export function fitReport({file, runs, central, fit, drawn, holdOut: held, coverage, ...rest}: Found) {
  const {form, objective} = fit.options;
  const {taken, rungs, span} = central;
  const isDrawn = drawn !== undefined && drawn.draws > 0;
  return {
    file,
    form,
    formula: forms[form].formula,
    source: forms[form].source,
    runs: {read: rungs.length, used: fit.used.length, leftOut: rungs.length - taken.length},
    objective: {...objective, value: fit.firstValue ?? fit.value},
    ...(fit.firstValue === undefined ? {} : {secondStep: {...scoreObjective(objective), value: fit.value}}),
    parameters: fit.parameters,
    intervals: isDrawn ? drawn.parameters : null,
    bootstrap: isDrawn ? {draws: drawn.draws, seed: drawn.seed, notConverged: drawn.failed} : null,
    converged: fit.converged,
    iterations: fit.iterations,
    conditionNumber: fit.condition,
    cannotBeToldApart: fit.confounded,
    atBound: fit.atBound,
    medianResidual: medianSize(fit.residuals),
    computeSpan: {low: span[0], high: span[1]},
    predictions: rest.predictions.map(({run, value, interval, decadesBeyond}) => ({
      ...run,
      [isLossForm(form) ? "loss" : "score"]: value,
      interval,
      decadesBeyond
    })),
    ...(held === undefined
      ? {}
      : {
          holdOut: {
            fitted: held.fitted,
            leftOut: held.forecasts.length,
            decades: held.decades,
            meanError: held.meanError,
            worstError: held.worstError,
            forecasts: held.forecasts.map(({run, actual, predicted: value, error}) => ({
              row: taken[run]!.row,
              actual,
              predicted: value,
              error
            }))
          }
        }),
    ...(drawn === undefined || drawn.forms.length === 0 ? {} : {forms: drawn.forms}),
    ...(drawn?.isoFlop === undefined ? {} : {isoFlop: drawn.isoFlop.ok ? drawn.isoFlop.fit : drawn.isoFlop.message}),
    ...(coverage === undefined ? {} : {coverage}),
    seed: runs.seed
  };
}

const digits = (value: number): string => formatShort(value, 6);
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/** The same in sentences. */
export function fitLines({
  file,
  central,
  fit,
  drawn,
  predictions: foretold,
  holdOut: held,
  coverage
}: Found): readonly string[] {
  const {form, objective} = fit.options;
  const isLoss = isLossForm(form);
  const miss = (error: number) => (isLoss ? `${(100 * error).toPrecision(3)} %` : error.toPrecision(3));
  const [low, high] = central.span;
  return [
    `${file}: ${forms[form].name}, ${forms[form].formula}`,
    `${fit.used.length} runs of ${central.rungs.length}, ${formatFlop(low).text} to ${formatFlop(high).text} FLOP; half of the residuals under ${miss(medianSize(fit.residuals))}`,
    ...Object.entries(fit.parameters).map(([name, value]) => {
      const spread = drawn?.parameters[name];
      return `${name} = ${digits(value)}${spread === undefined ? "" : ` (90 %: ${digits(spread.low)} to ${digits(spread.high)})`}`;
    }),
    `objective (${objective.kind}${objective.kind === "huber" ? `, delta ${objective.delta}` : ""}): ${(fit.firstValue ?? fit.value).toPrecision(10)}${fit.converged ? "" : "; did not converge"}`,
    ...(fit.firstValue === undefined
      ? []
      : [`objective of the second step (${scoreObjective(objective).kind}): ${fit.value.toPrecision(10)}`]),
    `condition number ${digits(fit.condition)}${fit.confounded.length === 0 ? "" : `; the runs cannot tell apart: ${fit.confounded.join(", ")}`}`,
    ...(fit.atBound.length === 0 ? [] : [`at the edge of what is allowed: ${fit.atBound.join(", ")}`]),
    ...(drawn === undefined || drawn.draws === 0
      ? []
      : [
          `bootstrap: ${withCommas(drawn.draws)} fits, seed ${drawn.seed}${drawn.failed === 0 ? "" : `, ${drawn.failed} of them not converged`}${fit.used.length < 30 && coverage === undefined ? "; from so few runs its intervals may be too narrow: see --coverage" : ""}`
        ]),
    ...foretold.map(({run, value, interval, decadesBeyond}) => {
      const where = Number.isNaN(run.N)
        ? `${formatFlop(run.C).text} FLOP`
        : `N ${formatCount(run.N)}, D ${formatCount(run.D)}`;
      const range = interval === null ? "" : ` (90 %: ${digits(interval.low)} to ${digits(interval.high)})`;
      return `at ${where}: ${digits(value)}${range}, ${decadesBeyond > 0 ? `${decadesBeyond.toFixed(1)} decades beyond the largest run` : "within the runs"}`;
    }),
    ...(held === undefined
      ? []
      : [
          `hold-out: ${held.fitted} runs fitted, ${held.forecasts.length} foretold, ${held.decades.toFixed(1)} decades further: mean error ${miss(held.meanError)}, worst ${miss(held.worstError)}`
        ]),
    ...(drawn?.forms ?? []).map(
      ({form: name, message, holdOutError, aicc}) =>
        `form ${name}: ${message ?? `hold-out error ${holdOutError === undefined ? "none" : miss(holdOutError)}, AICc ${aicc === undefined ? "none" : aicc.toFixed(1)}`}`
    ),
    ...isoFlopLines(drawn),
    ...(coverage === undefined
      ? []
      : [
          `coverage of 90 % intervals over ${coverage.ladders} simulated ladders of ${coverage.runs} runs: ${Object.entries(
            coverage.parameters
          )
            .map(([name, share]) => `${name} ${percent(share)}`)
            .join(
              ", "
            )}; loss ${coverage.forecasts.map(({decades, share}) => `${decades} decades beyond ${percent(share)}`).join(", ")}`
        ])
  ];
}

function isoFlopLines(drawn: FitUncertainty | undefined): readonly string[] {
  const found = drawn?.isoFlop;
  if (found === undefined) return [];
  if (!found.ok) return [`isoFLOP: ${found.message}`];
  const {budgets, exponent, spread, parametric} = found.fit;
  const bare = budgets.filter(({minimum}) => minimum === undefined).length;
  return [
    ...budgets.flatMap(({C, runs, minimum}) =>
      minimum === undefined
        ? []
        : [
            `isoFLOP ${formatFlop(C).text}: ${runs.length} runs, lowest at N ${formatCount(minimum.N)}${minimum.isOutside ? ", outside the sizes run" : ""}${minimum.bias === undefined ? "" : `; the law’s own optimum is ${minimum.bias.toFixed(3)} times what a parabola finds`}`
          ]
    ),
    ...(bare === 0 ? [] : [`isoFLOP: ${bare} of ${budgets.length} groups of runs have no parabola`]),
    `isoFLOP: N grows as C^${digits(exponent)}${spread === undefined ? "" : ` (90 %: ${digits(spread.low)} to ${digits(spread.high)})`}${parametric === undefined ? "" : `; by the law C^${digits(parametric)}`}`
  ];
}
