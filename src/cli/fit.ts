import {parseArgs} from "node:util";
import {spreadOf} from "../fitting/bootstrap.ts";
import {predictedDraws} from "../fitting/bootstrap.ts";
import type {Bootstrap} from "../fitting/bootstrap.ts";
import {bindCondition, readCondition} from "../fitting/condition.ts";
import {allocationOf} from "../fitting/lawCurve.ts";
import {coverageSteps, usualLadders} from "../fitting/coverage.ts";
import type {Fit} from "../fitting/fit.ts";
import {predict} from "../fitting/fit.ts";
import {forms, isLossForm} from "../fitting/forms.ts";
import type {HoldOut} from "../fitting/holdOut.ts";
import {holdOut} from "../fitting/holdOut.ts";
import type {RunTable} from "../fitting/run.ts";
import {runsSection} from "../fitting/runsSection.ts";
import type {Allocation} from "../laws/chinchilla.ts";
import {log10} from "../numerics/exp.ts";
import {usualRuns} from "../scenario/fitChoices.ts";
import {formatJson} from "../scenario/write.ts";
import {fitScenario} from "../simulation/fitScenario.ts";
import type {FitPart, FitUncertainty} from "../simulation/fitUncertainty.ts";
import {fitUncertaintySteps} from "../simulation/fitUncertainty.ts";
import type {LadderFit} from "../simulation/fits.ts";
import {ladderFit} from "../simulation/fits.ts";
import type {Found, Prediction} from "./fitReport.ts";
import {fitLines, fitReport} from "./fitReport.ts";
import {CommandError, nameOf, writeText, remark} from "./io.ts";
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

/** What a run to be foretold is given by. */
type Given = Readonly<Partial<Record<"N" | "D" | "C", number>>>;

/** Reads `N=6.9e9,D=3.9e12` or `C=1e25`. */
function readPredicted(spec: string): Given {
  const given: Record<string, number> = {};
  for (const part of spec.split(",")) {
    const [name = "", value = ""] = part.split("=").map((side) => side.trim());
    const kind = ({N: "parameters", D: "tokens", C: "compute"} as const)[name];
    if (kind === undefined || value === "") {
      throw new CommandError(`--predict takes N, D or C, as in N=6.9e9,D=3.9e12, got ${part}`);
    }
    given[name] = amount("predict", value, kind).value;
  }
  return given;
}

/** The run with what 6ND = C and the policy give filled in. */
function runOf({N = NaN, D = NaN, C = NaN}: Given, split: (C: number) => Allocation): Prediction["run"] {
  if (Number.isNaN(N) && Number.isNaN(D)) return {...split(C), C};
  if (!Number.isNaN(N) && !Number.isNaN(D)) return {N, D, C: Number.isNaN(C) ? 6 * N * D : C};
  return {N: Number.isNaN(N) ? C / (6 * D) : N, D: Number.isNaN(D) ? C / (6 * N) : D, C};
}

/** What the fit itself says of runs to be foretold; the bootstrap gives the intervals. */
function predictions(
  specs: readonly string[],
  given: readonly Given[],
  {span, policy}: LadderFit,
  fit: Fit
): readonly Prediction[] {
  return given.map((parts, i) => {
    const run = runOf(parts, (C) => allocationOf(fit.options.form, fit.parameters, policy, C));
    const value = predict(fit.options.form, fit.parameters, run);
    if (!Number.isFinite(value)) {
      throw new CommandError(`--predict ${specs[i] ?? ""}: ${forms[fit.options.form].name} needs N and D, or C`);
    }
    return {run, value, interval: null, decadesBeyond: log10(run.C / span[1])};
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

/** What the drawn fits say is taken out: there were none but one, which the steps need. */
function withoutDraws({isoFlop, ...drawn}: FitUncertainty): FitUncertainty {
  const told = isoFlop?.ok === true ? {...isoFlop, fit: {...isoFlop.fit, spread: undefined}} : isoFlop;
  return {...drawn, parameters: {}, draws: 0, isoFlop: told};
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
  const given = (values.predict ?? []).map(readPredicted);
  const ladders =
    values.coverage === undefined ? undefined : whole("coverage", values.coverage || String(usualLadders), 1, 10_000);
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
  const {recipes} = central;
  if (recipes.length > 1) {
    const title = table.mapping.recipe?.title ?? "recipe";
    remark(
      `${nameOf(file)}: runs of ${recipes.length} recipes are fitted as one; --where ${title}=${recipes[0] ?? ""} takes those of one, ladder compare sets them side by side`
    );
  }
  // All that can be wrong with what is asked is said before the bootstrap, which takes its time.
  if (ladders !== undefined && !isLossForm(best.options.form)) {
    throw new CommandError(`--coverage is of forms that give a loss, not of ${best.options.form}`);
  }
  const foretold = predictions(values.predict ?? [], given, central, best);
  const held = values["hold-out"] === undefined ? undefined : heldOut(values["hold-out"], table, central);
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
  const found: Found = {
    file: nameOf(file),
    runs,
    central,
    fit: best,
    drawn: isDrawn ? drawn : drawn && withoutDraws(drawn),
    predictions: foretold.map((prediction) => ({
      ...prediction,
      interval: boot === undefined ? null : spreadOf(predictedDraws(best, boot, prediction.run))
    })),
    holdOut: held,
    coverage:
      ladders === undefined
        ? undefined
        : withProgress("coverage", coverageSteps(central.taken, best, {seed: runs.seed, ladders}))
  };
  if (!best.converged) remark(`${nameOf(file)}: the fit did not converge; its numbers are the best that was found`);
  if (values.output !== undefined && drawn !== undefined) {
    // A scenario draws as usual where it was left out here.
    const scenario = fitScenario({runs: isDrawn ? runs : {...runs, draws: usualRuns.draws}}, central, drawn);
    if (scenario === undefined)
      throw new CommandError(
        `${nameOf(file)}: no scenario can stand on this fit: no run has a compute, or the score does not rise at the largest`
      );
    writeText(values.output, `${formatJson(scenario)}\n`);
    if (values.output === "-") return 0;
  }
  writeText(
    "-",
    values.json === true ? `${JSON.stringify(fitReport(found), null, 2)}\n` : `${fitLines(found).join("\n")}\n`
  );
  return 0;
}
