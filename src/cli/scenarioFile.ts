import {readScenario} from "../scenario/read.ts";
import type {ReadScenario} from "../scenario/read.ts";
import type {Scenario} from "../scenario/schema.ts";
import {stderrPaint} from "./color.ts";
import {CommandError, nameOf, readText, remark} from "./io.ts";
import {problemsText} from "./problemText.ts";

/**
 * What was read of a text; its problems end the command, its warnings and upgrades go to standard error.
 *
 * @param beforeRemarks called before anything is said, so that a progress bar can make room
 */
export async function readScenarioText(
  file: string,
  text: string,
  beforeRemarks: () => void = () => undefined
): Promise<Extract<ReadScenario, {ok: true}>> {
  const read = await readScenario(text);
  const name = nameOf(file);
  if (!read.ok) throw new CommandError(problemsText(name, text, read.problems, "error", stderrPaint()));
  const upgrades = read.upgrades ?? [];
  if (read.warnings.length > 0 || upgrades.length > 0) beforeRemarks();
  if (read.warnings.length > 0) remark(problemsText(name, text, read.warnings, "warning", stderrPaint()));
  for (const said of upgrades) remark(`${name}: ${said}`);
  return read;
}

/** The scenario in a file, as `readScenarioText` reads it. */
export async function readScenarioFile(file: string, beforeRemarks?: () => void): Promise<Scenario> {
  return (await readScenarioText(file, readText(file), beforeRemarks)).scenario;
}
