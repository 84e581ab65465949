import {parseArgs} from "node:util";
import {formatProblem, readScenario} from "../scenario/read.ts";
import {CommandError, nameOf, readText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {asWarning} from "./scenarioFile.ts";

export const validateHelp = `Usage: ladder validate [FILE...]

Checks scenario files and prints every problem with its place, one a line:

  FILE:LINE:COLUMN path message (hint)

FILE may be - for standard input. Exit 0 when all are sound, 2 when one is not.
`;

/** `ladder validate`: every problem of every file, on standard error; a line a sound file on standard output. */
export async function validate(args: readonly string[]): Promise<ExitCode> {
  const {positionals} = parseArgs({args: [...args], allowPositionals: true, options: {}});
  let exitCode: ExitCode = 0;
  for (const file of positionals.length === 0 ? ["-"] : positionals) {
    try {
      const read = await readScenario(readText(file));
      const problems = read.ok ? read.warnings.map(asWarning) : read.problems;
      for (const problem of problems) console.error(formatProblem(nameOf(file), problem));
      if (read.ok) console.log(`${nameOf(file)}: sound`);
      else exitCode = 2;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      console.error(error.message);
      exitCode = error.exitCode;
    }
  }
  return exitCode;
}
