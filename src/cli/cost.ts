import {parseArgs} from "node:util";
import {dollarsTold, lifetimeWords, paysText, setupScore, taskUnitOf, times, toldText} from "../figures/costWords.ts";
import {factorNames, hasOtherSeconds, secondsNames, whatCameFromWhere} from "../figures/pipelineWords.ts";
import {tellingFactors} from "../figures/sharedFactors.ts";
import {takenFrom} from "../figures/takenWords.ts";
import type {TaskUnit} from "../figures/costWords.ts";
import {formatCount, formatFlop, formatShort} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import {costReport} from "../simulation/costNumbers.ts";
import type {CostReport} from "../simulation/costNumbers.ts";
import {CommandError, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {readScenarioFile} from "./scenarioFile.ts";
import {computingHelp, computingOptions, withOptions} from "./setInput.ts";

export const costHelp = `Usage: ladder cost [FILE] [options]

What training and serving cost: dollars and seconds of a task, days and dollars of the training, the size of least
compute over a model's life, when a change has paid, and a task's cost taken apart from one model to another.

${computingHelp}
`;

type Setup = CostReport["setups"][number];

const seconds = (value: number): string => `${formatShort(value)} s`;
const days = (value: number): string => `${formatShort(value)} days`;
const flop = (value: number): string => `${formatFlop(value).text} FLOP`;

const priceWords: Readonly<Record<string, string>> = {
  later: ", at the price of a later version: a scenario, not a fact",
  assumed: ", at an assumed price"
};

function setupLines(scenario: Scenario, metric: string, setup: Setup, unit: TaskUnit): readonly string[] {
  const {name, dollars, servingDollars, trainingShare, ...rest} = setup;
  const {trainingDollars, trainingDays, compute, basis, priceBasis, bill} = rest;
  const placed = basis === "placed" ? ", placed" : "";
  const scored = setupScore(scenario, metric, setup) ?? "no score";
  const taken = takenFrom(scenario, setup);
  const billed =
    bill === null
      ? ""
      : bill.measured === null
        ? "; measured cost not disclosed"
        : `; measured ${dollarsTold({value: bill.measured, interval: null}, unit)}${bill.agrees === true ? ", the same to the cent" : ", which differs"}`;
  return [
    `${name}: ${unit.name} ${dollarsTold(dollars, unit)}, ${scored}`,
    ...(taken === undefined ? [] : [`  from ${taken.name}: ${taken.text}`]),
    `  serving ${dollarsTold(servingDollars, unit)}${priceWords[priceBasis ?? ""] ?? ""}${billed}`,
    `  training share ${dollarsTold(trainingShare, unit)}${placed}: ${toldText(compute, flop)}, ${dollarsTold(trainingDollars)}${trainingDays.value === null ? "" : `, ${toldText(trainingDays, days)}`}`,
    ...(rest.seconds.value === null ? [] : [`  ${toldText(rest.seconds, seconds)} a task`]),
    ...(rest.tasksPerDay.value === null ? [] : [`  ${toldText(rest.tasksPerDay, formatCount)} tasks a day`])
  ];
}

function lifetimeLines(report: CostReport): readonly string[] {
  const words = lifetimeWords(report);
  if (words === undefined) return [];
  const {total} = report.lifetime ?? {};
  return [words, ...(total?.value == null ? [] : [`  training and serving ${toldText(total, flop)}`])];
}

function changeLine(change: CostReport["changes"][number]): string {
  const {name, probabilityPaysAtTasks: share} = change;
  const byTasks = share === null ? "" : `; by the tasks served it pays in ${(100 * share).toFixed(0)} % of draws`;
  return `${name}: ${paysText(change)}${byTasks}`;
}

const sentences = (scenario: Scenario, report: CostReport): readonly string[] => {
  const words = whatCameFromWhere(scenario, report);
  return words === undefined ? [] : (Object.values(words) as string[]);
};

function costLines(scenario: Scenario, report: CostReport): readonly string[] {
  const unit = taskUnitOf(scenario);
  const telling = report.pipeline && tellingFactors(report.pipeline);
  return [
    report.title,
    `Task: ${report.task} Training is spread over ${formatCount(report.tasks)} of them.`,
    ...report.setups.flatMap((setup) => setupLines(scenario, report.metric, setup, unit)),
    ...lifetimeLines(report),
    ...report.changes.map(changeLine),
    ...sentences(scenario, report),
    ...(telling?.factors ?? []).map(
      ({name, share, ofTotal}) => `  ${factorNames[name]} (${share}): ${times(ofTotal)} of the cost of a task`
    ),
    ...(telling !== null && report.pipeline !== null && hasOtherSeconds(report.pipeline)
      ? telling.secondsFactors.map(
          ({name, ...told}) => `  ${secondsNames[name]} (seconds): ${times(told)} of the seconds of a task`
        )
      : [])
  ];
}

/** `ladder cost`: what training, serving and a task cost. */
export async function cost(args: readonly string[]): Promise<ExitCode> {
  const {values, positionals} = parseArgs({args: [...args], allowPositionals: true, options: computingOptions});
  if (positionals.length > 1) throw new CommandError(`cost takes one file, got ${positionals.length}`);
  const file = positionals[0] ?? "-";
  const scenario = await withOptions(await readScenarioFile(file), values);
  const report = costReport(scenario);
  if (report === undefined) throw new CommandError(`${file}: the scenario holds no costs; it needs a section "cost"`);
  const whole = {...report, whatCameFromWhere: report.pipeline === null ? null : sentences(scenario, report)};
  const text = values.json === true ? JSON.stringify(whole, null, 2) : costLines(scenario, report).join("\n");
  writeText(values.output ?? "-", `${text}\n`);
  return 0;
}
