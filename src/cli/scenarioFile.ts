import {readScenario} from "../scenario/read.ts";
import type {Scenario} from "../scenario/schema.ts";
import {stderrPaint} from "./color.ts";
import {CommandError, nameOf, readText, remark} from "./io.ts";
import {problemsText} from "./problemText.ts";

/**
 * The scenario in a file; its problems end the command, its warnings go to standard error.
 *
 * @param beforeRemarks called before anything is said, so that a progress bar can make room
 */
export async function readScenarioFile(file: string, beforeRemarks: () => void = () => undefined): Promise<Scenario> {
  const text = readText(file);
  const read = await readScenario(text);
  const name = nameOf(file);
  if (!read.ok) throw new CommandError(problemsText(name, text, read.problems, "error", stderrPaint()));
  if (read.warnings.length > 0 || read.upgradedFrom !== undefined) beforeRemarks();
  if (read.warnings.length > 0) remark(problemsText(name, text, read.warnings, "warning", stderrPaint()));
  if (read.upgradedFrom !== undefined) remark(`${name}: read as version ${read.upgradedFrom}, upgraded`);
  return read.scenario;
}
