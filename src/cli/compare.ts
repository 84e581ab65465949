import {parseArgs} from "node:util";
import type {GainAtLevel, LadderComparison, LadderGain, NamedLadder} from "../fitting/compareLadders.ts";
import {compareLaddersSteps, gainMarks} from "../fitting/compareLadders.ts";
import type {Run} from "../fitting/run.ts";
import {runsSection} from "../fitting/runsSection.ts";
import {isLossForm} from "../fitting/forms.ts";
import {pow10} from "../numerics/exp.ts";
import {fitSharings, usualRuns} from "../scenario/fitChoices.ts";
import {formatFlop, formatMultiplier} from "../scenario/numberText.ts";
import type {Runs} from "../scenario/schema.ts";
import {formatJson} from "../scenario/write.ts";
import {fitScenario} from "../simulation/fitScenario.ts";
import type {DrawnFit} from "../simulation/fitScenario.ts";
import {fitOptionsOf, ladderFit, laddersOf, policyOf} from "../simulation/fits.ts";
import {CommandError, nameOf, writeText, remark} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {withProgress} from "./progress.ts";
import {choice, fitSettings, readRunsFile, runsHelp, runsOptions} from "./runsFile.ts";
import {whole} from "./setInput.ts";

export const compareHelp = `Usage: ladder compare RUNS.csv [MORE.csv...] [options]

Ladder against ladder: the gain of each recipe over the first as a function of the level, with bootstrap intervals.
One table with a column that names the recipe, or a table for each.

      --by COLUMN           the column that names the recipe
      --reference NAME      the recipe others are held against; the first
      --sharing WHAT        what the laws have in common: nothing (default), exponents, floor or
                            exponents-and-floor
      --at LEVEL            a loss the gain is read at beside the others; may be given again
      --levels N            how many levels the gain is read at; 33
      --beyond N            decades beyond the largest run the levels reach; 2
${runsHelp}
      --json                print JSON
  -o, --output OUT          write a scenario that stands on the laws; - for standard output
`;

/** The runs of all tables, each table’s a recipe of its own unless a column names it. */
function tables(
  files: readonly string[],
  by: string | undefined,
  columns: string | undefined,
  where: readonly string[] | undefined
) {
  const spec = [columns, by === undefined ? undefined : `recipe=${by}`].filter((part) => part !== undefined).join(",");
  const read = files.map((file) => ({file, table: readRunsFile(file, spec === "" ? undefined : spec, where)}));
  const [first] = read;
  if (first === undefined) throw new CommandError("compare takes a table of runs; see ladder compare --help");
  const runs = read.flatMap(({file, table}): readonly Run[] => {
    if (files.length === 1 || by !== undefined) return table.runs;
    const name = (nameOf(file).split("/").at(-1) ?? file).replace(/\.[^.]*$/, "");
    return table.runs.map((run) => ({...run, recipe: name}));
  });
  return {runs, table: first.table};
}

const amountOf = (log10Value: number): number | "never" | null =>
  Number.isNaN(log10Value)
    ? null
    : log10Value === Infinity
      ? "never"
      : log10Value === -Infinity
        ? 0
        : pow10(log10Value);

const levelReport = ({level, log10Reference, log10Gain, spread, above, isInside}: GainAtLevel) => ({
  level,
  referenceCompute: amountOf(log10Reference),
  gain: amountOf(log10Gain),
  interval:
    spread === undefined
      ? null
      : {low: amountOf(spread.low), median: amountOf(spread.median), high: amountOf(spread.high)},
  probability: Object.fromEntries(gainMarks.map((mark, i) => [`above${mark}x`, above[i]])),
  insideTheData: isInside
});

function report({reference, laws, value, converged, gains, draws, failed, seed}: LadderComparison, runs: Runs) {
  return {
    form: runs.form,
    sharing: runs.sharing,
    policy: policyOf(runs),
    reference,
    objective: {kind: runs.objective, ...(runs.objective === "huber" ? {delta: runs.delta} : {}), value},
    converged,
    laws: laws.map(({name, parameters, runs: count}) => ({name, runs: count, parameters})),
    bootstrap: {draws, seed, notConverged: failed},
    gains: gains.map(({name, levels, trend}) => ({
      name,
      decadesOfGainPerDecade: Number.isNaN(trend.central) ? null : trend,
      changesWithScale: Number.isNaN(trend.low) ? null : trend.low > 0 || trend.high < 0,
      levels: levels.map(levelReport)
    }))
  };
}

/** What the drawn ladders say is taken out: there were none but one, which the steps need. */
const withoutDraws = (comparison: LadderComparison): LadderComparison => ({
  ...comparison,
  draws: 0,
  gains: comparison.gains.map(({name, levels, trend}) => ({
    name,
    levels: levels.map((at) => ({...at, spread: undefined, above: [NaN, NaN, NaN] as const})),
    trend: {central: trend.central, low: NaN, median: NaN, high: NaN}
  }))
});

function gainLines({name, levels, trend}: LadderGain, reference: string, asked: readonly number[]): readonly string[] {
  const own = levels.filter(({level}) => !asked.includes(level));
  const inside = own.filter(({isInside}) => isInside);
  const told = [
    ...levels.filter(({level}) => asked.includes(level)).map((at) => ["as asked", at] as const),
    ["at the lowest level inside both ladders", inside.at(-1)],
    ["furthest beyond the data", own.at(-1)]
  ] as const;
  const changes =
    trend.low > 0 ? "grows with scale" : trend.high < 0 ? "shrinks with scale" : "cannot be told from constant";
  return [
    ...told.flatMap(([where, at]) =>
      at === undefined ? [] : [`${name} against ${reference}, ${where}: ${levelLine(at)}`]
    ),
    ...(inside.length === 0
      ? [`${name} against ${reference}: no level lies inside both ladders`]
      : Number.isNaN(trend.low)
        ? []
        : [`${name}: the gain ${changes}`])
  ];
}

function levelLine({level, log10Gain, log10Reference, spread, above}: GainAtLevel): string {
  const place = `loss ${level.toPrecision(4)}`;
  if (log10Reference === Infinity) return `${place}: the reference never reaches it`;
  const gain = `${place}, ${formatFlop(pow10(log10Reference)).text} FLOP of the reference: gain ${formatMultiplier(pow10(log10Gain))}`;
  if (Number.isNaN(above[0])) return gain;
  const interval =
    spread === undefined
      ? ""
      : ` (90 %: ${formatMultiplier(pow10(spread.low))} to ${formatMultiplier(pow10(spread.high))})`;
  const shares = gainMarks.map((mark, i) => `above ${mark}× in ${(100 * above[i]!).toFixed(0)} %`).join(", ");
  return `${gain}${interval}; ${shares} of draws`;
}

/** `ladder compare`: ladder against ladder. */
export function compare(args: readonly string[]): ExitCode {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...runsOptions,
      by: {type: "string"},
      reference: {type: "string"},
      sharing: {type: "string"},
      at: {type: "string", multiple: true},
      levels: {type: "string"},
      beyond: {type: "string"}
    }
  });
  const files = positionals.length === 0 ? ["-"] : positionals;
  const {runs: all, table} = tables(files, values.by, values.columns, values.where);
  const settings = fitSettings(values, table);
  const isDrawn = settings.draws > 0;
  const {form} = settings;
  if (!isLossForm(form)) throw new CommandError(`compare takes forms that give a loss, not ${form}`);
  const runs = runsSection(all, {
    ...settings,
    name: files.map((file) => nameOf(file).split("/").at(-1)).join(", "),
    sharing: choice("sharing", values.sharing, fitSharings, "nothing"),
    draws: Math.max(1, settings.draws),
    ...(values.reference === undefined ? {} : {reference: values.reference})
  });
  const ladders: readonly NamedLadder[] = laddersOf(runs);
  const names = ladders.map(({name}) => name);
  if (values.reference !== undefined && !names.includes(values.reference)) {
    throw new CommandError(`--reference takes one of ${names.join(", ")}, got ${values.reference}`);
  }
  const number = (option: string, text: string): number => {
    const value = text.trim() === "" ? NaN : Number(text);
    if (value >= 0 && value <= 1000) return value;
    throw new CommandError(`--${option} must be a number from 0 to 1000, got ${text}`);
  };
  const asked = (values.at ?? []).map((text) => number("at", text));
  const result = withProgress(
    "bootstrap",
    compareLaddersSteps(ladders, {
      form,
      objective: fitOptionsOf(runs).objective,
      sharing: runs.sharing,
      policy: policyOf(runs),
      seed: runs.seed,
      draws: runs.draws,
      ...(values.levels === undefined ? {} : {levels: whole("levels", values.levels, 2, 1000)}),
      ...(values.beyond === undefined ? {} : {beyond: number("beyond", values.beyond)}),
      at: asked
    })
  );
  if (!result.ok) throw new CommandError(`${files.map(nameOf).join(", ")}: ${result.message}`);
  const comparison = isDrawn ? result.comparison : withoutDraws(result.comparison);
  if (!comparison.converged) remark("the fit did not converge; its numbers are the best that was found");
  if (values.output !== undefined) {
    const central = ladderFit({runs});
    const {draws, seed} = result.comparison;
    const drawn: DrawnFit = {comparison: result, names: [], drawn: [], draws, seed};
    // A scenario draws as usual where it was left out here.
    const scenario = central && fitScenario({runs: isDrawn ? runs : {...runs, draws: usualRuns.draws}}, central, drawn);
    if (scenario === undefined) throw new CommandError("no scenario can stand on these laws: no run has a compute");
    writeText(values.output, `${formatJson(scenario)}\n`);
    if (values.output === "-") return 0;
  }
  const words = comparison.gains.flatMap((gain) => gainLines(gain, comparison.reference, asked));
  writeText(
    "-",
    values.json === true ? `${JSON.stringify(report(comparison, runs), null, 2)}\n` : `${words.join("\n")}\n`
  );
  return 0;
}
