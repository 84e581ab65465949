import {parseArgs} from "node:util";
import {nearest} from "../scenario/nearest.ts";
import type {Scenario} from "../scenario/schema.ts";
import {shownMetric} from "../simulation/ladder.ts";
import {claimReport, gainReport, simulationReport} from "../simulation/numbers.ts";
import {CommandError, remark, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {filesWithProgress} from "./manyFiles.ts";
import {readScenarioFile} from "./scenarioFile.ts";
import {claimLines, readingLine, simulationLines} from "./simulateText.ts";
import type {Report} from "./simulateText.ts";
import {computingHelp, computingOptions, withOptions} from "./setInput.ts";

export const simulateHelp = `Usage: ladder simulate [FILE...] [options]

Prints every number the page shows: models, gains, both readings, intervals, claims, thresholds, sensitivity,
rounded as the page does; with --json in full, with medians. Of several files one behind the other; with --json as a
list, each with its file.

${computingHelp}
`;

export const gainHelp = `Usage: ladder gain [FILE] --of A --against B [--at LEVEL] [options]

How many times less compute A needs than B to reach a level. A and B are models or recipes; left out: the subject and
the rival of the scenario's answer. Without --at it is read at the scenario's landmarks.

      --of A           a model or recipe by its id
      --against B      a model or recipe by its id
      --at LEVEL       a score on the metric
${computingHelp}
`;

export const claimHelp = `Usage: ladder claim [FILE] [options]

Takes each claim apart: what it implies, how often it holds in the draws, and the value of each input that turns it.

${computingHelp}
`;

const noCurve = (file: string, {reference}: Scenario): CommandError =>
  new CommandError(`${file}: the reference recipe "${reference}" has no curve on the metric on show`);

function put(
  output: string | undefined,
  json: boolean | undefined,
  report: unknown,
  lines: () => readonly string[]
): ExitCode {
  writeText(output ?? "-", json === true ? `${JSON.stringify(report, null, 2)}\n` : `${lines().join("\n")}\n`);
  return 0;
}

function oneFile(command: string, positionals: readonly string[]): string {
  if (positionals.length > 1) throw new CommandError(`${command} takes one file, got ${positionals.length}`);
  return positionals[0] ?? "-";
}

/** `ladder simulate`: every number of one scenario, or of several, one behind the other. */
export async function simulate(args: readonly string[]): Promise<ExitCode> {
  const {values, positionals} = parseArgs({args: [...args], allowPositionals: true, options: computingOptions});
  const files = positionals.length === 0 ? ["-"] : positionals;
  const reports: (Report & {readonly file?: string})[] = [];
  const lines: string[][] = [];
  const exitCode = await filesWithProgress("simulate", files, async (file, clear) => {
    const scenario = await withOptions(await readScenarioFile(file, clear), values);
    const report = simulationReport(scenario);
    if (report === undefined) throw noCurve(file, scenario);
    reports.push(files.length === 1 ? report : {file, ...report});
    if (values.json !== true) lines.push([...(lines.length === 0 ? [] : [""]), ...simulationLines(scenario, report)]);
  });
  if (reports.length === 0) return exitCode;
  put(values.output, values.json, files.length === 1 ? reports[0] : reports, () => lines.flat());
  return exitCode;
}

/** Says that a level lies where the metric has no scores: what is read there is the curves alone. */
function remarkOutside(scenario: Scenario, level: number | undefined): void {
  const metric = scenario.metrics[shownMetric(scenario)];
  if (level === undefined || metric?.range === undefined) return;
  const [low, high] = metric.range;
  if (level >= low && level <= high) return;
  remark(`--at ${level} lies outside the range of ${metric.name}, ${low} to ${high}: the curves alone are read there`);
}

/** `ladder gain`: one curve against another. */
export async function gain(args: readonly string[]): Promise<ExitCode> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {...computingOptions, of: {type: "string"}, against: {type: "string"}, at: {type: "string"}}
  });
  const file = oneFile("gain", positionals);
  const scenario = await withOptions(await readScenarioFile(file), values);
  const {subject, rival} = simulationCast(scenario);
  const level = values.at === undefined ? undefined : values.at.trim() === "" ? NaN : Number(values.at);
  if (level !== undefined && !Number.isFinite(level))
    throw new CommandError(`--at must be a score, got ${values.at === "" ? "nothing" : values.at}`);
  const ids = [...new Set([...scenario.models, ...scenario.recipes].map(({id}) => id))];
  const side = (option: "of" | "against", usual: string | undefined): string => {
    const id = values[option] ?? usual;
    if (id === undefined || !ids.includes(id)) {
      const near = id === undefined ? undefined : nearest(id, ids);
      throw new CommandError(
        `--${option} must be a model or recipe of the scenario, got ${id ?? "nothing"}; ${near === undefined ? `there are: ${ids.join(", ")}` : `did you mean "${near}"?`}`
      );
    }
    return id;
  };
  const pair = {of: side("of", subject), against: side("against", rival)};
  const report = gainReport(scenario, pair, level);
  if (report === undefined) {
    throw new CommandError(
      `${file}: "${pair.of}" or "${pair.against}" has no curve on "${shownMetric(scenario)}": its compute or score is not given`
    );
  }
  remarkOutside(scenario, level);
  return put(values.output, values.json, report, () =>
    report.readings.filter(({at}) => level === undefined || at === "level").map((reading) => readingLine(pair, reading))
  );
}

const simulationCast = ({view, models, reference}: Scenario) => ({
  subject: view.subject ?? models.find(({recipe}) => recipe !== reference)?.id,
  rival: view.rival ?? view.rivals?.[0] ?? reference
});

/** `ladder claim`: the claims of a scenario taken apart. */
export async function claim(args: readonly string[]): Promise<ExitCode> {
  const {values, positionals} = parseArgs({args: [...args], allowPositionals: true, options: computingOptions});
  const file = oneFile("claim", positionals);
  const scenario = await withOptions(await readScenarioFile(file), values);
  const report = claimReport(scenario);
  return put(values.output, values.json, report, () =>
    report.claims.length === 0
      ? ["the scenario holds no claim"]
      : report.claims.flatMap((found) => claimLines(scenario, found))
  );
}
