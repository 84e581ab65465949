import {formatProblem, readScenario} from "../scenario/read.ts";
import type {Problem} from "../scenario/read.ts";
import type {Scenario} from "../scenario/schema.ts";
import {CommandError, nameOf, readText} from "./io.ts";

const listed = (file: string, problems: readonly Problem[]) =>
  problems.map((problem) => formatProblem(nameOf(file), problem)).join("\n");

/** The scenario in a file; its problems end the command, its warnings go to standard error. */
export async function readScenarioFile(file: string): Promise<Scenario> {
  const read = await readScenario(readText(file));
  if (!read.ok) throw new CommandError(listed(file, read.problems));
  if (read.warnings.length > 0) console.error(listed(file, read.warnings.map(asWarning)));
  if (read.upgradedFrom !== undefined) console.error(`${nameOf(file)}: read as version ${read.upgradedFrom}, upgraded`);
  return read.scenario;
}

export const asWarning = (problem: Problem): Problem => ({...problem, message: `warning: ${problem.message}`});
