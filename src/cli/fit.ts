import {parseArgs} from "node:util";
import {spreadOf} from "../fitting/bootstrap.ts";
import {predictedDraws} from "../fitting/bootstrap.ts";
import type {Bootstrap} from "../fitting/bootstrap.ts";
import {bindCondition, readCondition} from "../fitting/condition.ts";
import type {Coverage} from "../fitting/coverage.ts";
import {allocationOf} from "../fitting/compareLadders.ts";
import {coverageSteps, usualLadders} from "../fitting/coverage.ts";
import type {Fit} from "../fitting/fit.ts";
import {predict} from "../fitting/fit.ts";
import {scoreObjective} from "../fitting/fitLaw.ts";
import {forms, isLossForm} from "../fitting/forms.ts";
import type {HoldOut} from "../fitting/holdOut.ts";
import {holdOut} from "../fitting/holdOut.ts";
import type {RunTable} from "../fitting/run.ts";
import {runsSection} from "../fitting/runsSection.ts";
import type {Allocation} from "../laws/chinchilla.ts";
import type {Observation} from "../laws/observation.ts";
import {log10} from "../numerics/exp.ts";
import {formatCount, formatFlop} from "../scenario/numberText.ts";
import type {Runs} from "../scenario/schema.ts";
import {formatJson} from "../scenario/write.ts";
import {fitScenario} from "../simulation/fitScenario.ts";
import type {FitPart, FitUncertainty} from "../simulation/fitUncertainty.ts";
import {fitUncertaintySteps} from "../simulation/fitUncertainty.ts";
import type {LadderFit} from "../simulation/fits.ts";
import {ladderFit} from "../simulation/fits.ts";
import {CommandError, nameOf, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {withProgress} from "./progress.ts";
import {amount, fitSettings, readRunsFile, runsHelp, runsOptions} from "./runsFile.ts";
import {whole} from "./setInput.ts";

export const fitHelp = `Usage: ladder fit [RUNS.csv] [options]

Fits a scaling law to training runs: the global optimum, from no starting value, with bootstrap intervals.

${runsHelp}
      --pairs FILE          two-step: a table of losses and scores for the second step
      --pairs-columns SPEC  which of its columns is what: loss=bpb,score=accuracy
      --pairs-where COND    only these of its rows; may be given again
      --no-anchor           two-step: without the perfect model (loss 0, score 1) as one more point
      --predict SPEC        what the law says of N=6.9e9,D=3.9e12 or C=1e25; may be given again
      --hold-out CONDITION  leave out runs such as C>1e21, foretell them and compare
      --forms               the other forms beside this one: rolled hold-out first, AICc second
      --isoflop             minima of isoFLOP parabolas and the exponent of N against C
      --coverage N          how often 90 % intervals hold the truth on N ladders simulated from the fit
      --json                print JSON
  -o, --output OUT          write a scenario that stands on the fit; - for standard output
`;

interface Prediction {
  readonly run: Pick<Observation, "N" | "D" | "C">;
  readonly value: number;
  readonly interval: {readonly low: number; readonly median: number; readonly high: number} | null;
  readonly decadesBeyond: number;
}

/** A run to be foretold, from `N=6.9e9,D=3.9e12` or `C=1e25`; what 6ND = C and the policy give is filled in. */
function predicted(spec: string, split: (C: number) => Allocation): Pick<Observation, "N" | "D" | "C"> {
  const given: Record<string, number> = {};
  for (const part of spec.split(",")) {
    const [name = "", value = ""] = part.split("=").map((side) => side.trim());
    const kind = ({N: "parameters", D: "tokens", C: "compute"} as const)[name];
    if (kind === undefined || value === "") {
      throw new CommandError(`--predict takes N, D or C, as in N=6.9e9,D=3.9e12, got ${part}`);
    }
    given[name] = amount("predict", value, kind).value;
  }
  const {N = NaN, D = NaN, C = NaN} = given;
  if (Number.isNaN(N) && Number.isNaN(D)) return {...split(C), C};
  if (!Number.isNaN(N) && !Number.isNaN(D)) return {N, D, C: Number.isNaN(C) ? 6 * N * D : C};
  return {N: Number.isNaN(N) ? C / (6 * D) : N, D: Number.isNaN(D) ? C / (6 * N) : D, C};
}

function predictions(
  specs: readonly string[],
  {span, policy}: LadderFit,
  fit: Fit,
  boot: Bootstrap | undefined
): Prediction[] {
  return specs.map((spec) => {
    const run = predicted(spec, (C) => allocationOf(fit.options.form, fit.parameters, policy, C));
    const value = predict(fit.options.form, fit.parameters, run);
    if (!Number.isFinite(value)) {
      throw new CommandError(`--predict ${spec}: ${forms[fit.options.form].name} needs N and D, or C`);
    }
    const interval = boot === undefined ? null : spreadOf(predictedDraws(fit, boot, run));
    return {run, value, interval, decadesBeyond: log10(run.C / span[1])};
  });
}

function heldOut(condition: string, table: RunTable, {taken, options}: LadderFit): HoldOut {
  const read = readCondition(condition);
  if (!read.ok) throw new CommandError(`--hold-out: ${read.message}`);
  const bound = bindCondition(read.condition, table.titles, table.mapping);
  if (!bound.ok) throw new CommandError(`--hold-out: ${bound.message}`);
  if (bound.on !== "run") throw new CommandError(`--hold-out takes N, D, C or loss, as in C>1e21, got ${condition}`);
  const found = holdOut(taken, options, (run) => bound.holds({...emptyRun, ...run}));
  if (!found.ok) throw new CommandError(`--hold-out ${condition}: ${found.message}`);
  return found.holdOut;
}

const emptyRun = {line: 0, name: "", recipe: "", task: "", seed: "", budget: NaN, unique: NaN, N: NaN, D: NaN, C: NaN, loss: NaN, score: NaN}; // prettier-ignore

/** The size of the residual in the middle: half of all are smaller. */
function medianSize(residuals: Float64Array): number {
  return spreadOf(residuals.map(Math.abs)).median;
}

interface Found {
  readonly file: string;
  readonly runs: Runs;
  readonly central: LadderFit;
  readonly fit: Fit;
  readonly drawn: FitUncertainty | undefined;
  readonly predictions: readonly Prediction[];
  readonly holdOut: HoldOut | undefined;
  readonly coverage: Coverage | undefined;
}

function report({file, runs, central, fit, drawn, holdOut: held, coverage, ...rest}: Found) {
  const {form, objective} = fit.options;
  const {taken, rungs, span} = central;
  return {
    file,
    form,
    formula: forms[form].formula,
    source: forms[form].source,
    runs: {read: rungs.length, used: fit.used.length, leftOut: rungs.length - taken.length},
    objective: {...objective, value: fit.firstValue ?? fit.value},
    ...(fit.firstValue === undefined ? {} : {secondStep: {...scoreObjective(objective), value: fit.value}}),
    parameters: fit.parameters,
    intervals: drawn === undefined ? null : drawn.parameters,
    bootstrap: drawn === undefined ? null : {draws: drawn.draws, seed: drawn.seed, notConverged: drawn.failed},
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

const digits = (value: number): string => String(Number(value.toPrecision(6)));
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

function lines({file, central, fit, drawn, predictions: foretold, holdOut: held, coverage}: Found): readonly string[] {
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
    ...(drawn === undefined
      ? []
      : [
          `bootstrap: ${drawn.draws} fits, seed ${drawn.seed}${drawn.failed === 0 ? "" : `, ${drawn.failed} of them not converged`}${fit.used.length < 30 ? "; from so few runs its intervals are too narrow: see --coverage" : ""}`
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
  return [
    ...budgets.flatMap(({C, runs, minimum}) =>
      minimum === undefined
        ? []
        : [
            `isoFLOP ${formatFlop(C).text}: ${runs.length} runs, lowest at N ${formatCount(minimum.N)}${minimum.isOutside ? ", outside the sizes run" : ""}${minimum.bias === undefined ? "" : `; the law’s own optimum is ${minimum.bias.toFixed(3)} times what a parabola finds`}`
          ]
    ),
    `isoFLOP: ${budgets.filter(({minimum}) => minimum === undefined).length} of ${budgets.length} groups of runs have no parabola`,
    `isoFLOP: N grows as C^${digits(exponent)}${spread === undefined ? "" : ` (90 %: ${digits(spread.low)} to ${digits(spread.high)})`}${parametric === undefined ? "" : `; by the law C^${digits(parametric)}`}`
  ];
}

/** `ladder fit`: a law from runs. */
export function fit(args: readonly string[]): ExitCode {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...runsOptions,
      pairs: {type: "string"},
      "pairs-columns": {type: "string"},
      "pairs-where": {type: "string", multiple: true},
      "no-anchor": {type: "boolean"},
      predict: {type: "string", multiple: true},
      "hold-out": {type: "string"},
      forms: {type: "boolean"},
      isoflop: {type: "boolean"},
      coverage: {type: "string"}
    }
  });
  if (positionals.length > 1)
    throw new CommandError(`fit takes one table of runs, got ${positionals.length}; see ladder compare`);
  const file = positionals[0] ?? "-";
  const table = readRunsFile(file, values.columns, values.where);
  const pairs =
    values.pairs === undefined ? [] : readRunsFile(values.pairs, values["pairs-columns"], values["pairs-where"]).runs;
  const settings = {
    ...fitSettings(values, table),
    name: nameOf(file).split("/").at(-1) ?? "runs",
    anchor: values["no-anchor"] !== true
  };
  const runs = runsSection([...table.runs, ...pairs], settings);
  const central = ladderFit({runs});
  if (central?.result.ok !== true) {
    throw new CommandError(
      `${nameOf(file)}: ${central?.result.ok === false ? central.result.message : "there are no runs"}`
    );
  }
  const {fit: best} = central.result;
  const parts: readonly FitPart[] = [
    ...(values.forms === true ? (["forms"] as const) : []),
    ...(values.isoflop === true ? (["isoFlop"] as const) : []),
    ...(values.output === undefined ? [] : (["comparison"] as const))
  ];
  // Without a bootstrap what else is asked for is made with the fewest draws there can be, and their spread not told.
  const isDrawn = runs.draws > 0;
  const steps = fitUncertaintySteps({runs: isDrawn ? runs : {...runs, draws: 1}}, parts);
  const drawn = isDrawn || parts.length > 0 ? withProgress("bootstrap", steps) : undefined;
  const boot: Bootstrap | undefined =
    drawn && isDrawn
      ? {
          seed: drawn.seed,
          count: drawn.draws,
          failed: drawn.failed,
          draws: Object.fromEntries(drawn.names.map((name, i) => [name, drawn.drawn[i] ?? new Float64Array(0)]))
        }
      : undefined;
  const ladders =
    values.coverage === undefined ? undefined : whole("coverage", values.coverage || String(usualLadders), 1, 10_000);
  if (ladders !== undefined && !isLossForm(best.options.form)) {
    throw new CommandError(`--coverage is of forms that give a loss, not of ${best.options.form}`);
  }
  const found: Found = {
    file: nameOf(file),
    runs,
    central,
    fit: best,
    drawn: isDrawn ? drawn : drawn && {...drawn, parameters: {}, draws: 0},
    predictions: predictions(values.predict ?? [], central, best, boot),
    holdOut: values["hold-out"] === undefined ? undefined : heldOut(values["hold-out"], table, central),
    coverage:
      ladders === undefined
        ? undefined
        : withProgress("coverage", coverageSteps(central.taken, best, {seed: runs.seed, ladders}))
  };
  if (!best.converged)
    console.error(`${nameOf(file)}: the fit did not converge; its numbers are the best that was found`);
  if (values.output !== undefined && drawn !== undefined) {
    const scenario = fitScenario({runs}, central, drawn);
    if (scenario === undefined) throw new CommandError(`${nameOf(file)}: no run has a compute to place it by`);
    writeText(values.output, `${formatJson(scenario)}\n`);
    if (values.output === "-") return 0;
  }
  writeText("-", values.json === true ? `${JSON.stringify(report(found), null, 2)}\n` : `${lines(found).join("\n")}\n`);
  return 0;
}
