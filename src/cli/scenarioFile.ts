import {formatProblem, readScenario} from "../scenario/read.ts";
import type {Problem, ReadScenario} from "../scenario/read.ts";
import type {Scenario} from "../scenario/schema.ts";
import {CommandError, nameOf, readText} from "./io.ts";

const listed = (file: string, problems: readonly Problem[]) =>
  problems.map((problem) => formatProblem(nameOf(file), problem)).join("\n");

/** What was read of a text; its problems end the command, its warnings and upgrades go to standard error. */
export async function readScenarioText(file: string, text: string): Promise<Extract<ReadScenario, {ok: true}>> {
  const read = await readScenario(text);
  if (!read.ok) throw new CommandError(listed(file, read.problems));
  if (read.warnings.length > 0) console.error(listed(file, read.warnings.map(asWarning)));
  for (const said of read.upgrades ?? []) console.error(`${nameOf(file)}: ${said}`);
  return read;
}

/** The scenario in a file; its problems end the command, its warnings and upgrades go to standard error. */
export async function readScenarioFile(file: string): Promise<Scenario> {
  return (await readScenarioText(file, readText(file))).scenario;
}

export const asWarning = (problem: Problem): Problem => ({...problem, message: `warning: ${problem.message}`});
