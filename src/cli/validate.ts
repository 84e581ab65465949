import {parseArgs} from "node:util";
import {nameOf, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {filesWithProgress} from "./manyFiles.ts";
import {readScenarioFile} from "./scenarioFile.ts";

export const validateHelp = `Usage: ladder validate [FILE...]

Checks scenario files and prints every problem with its place, and the line it stands on with a caret below:

  FILE:LINE:COLUMN path message (hint)

FILE may be - for standard input. Colours on a terminal, unless NO_COLOR is set; FORCE_COLOR asks for them in a pipe.
Exit 0 when all are sound, 2 when one is not.
`;

/** `ladder validate`: every problem of every file, on standard error; a line a sound file on standard output. */
export async function validate(args: readonly string[]): Promise<ExitCode> {
  const {positionals} = parseArgs({args: [...args], allowPositionals: true, options: {}});
  return filesWithProgress("validate", positionals.length === 0 ? ["-"] : positionals, async (file, clear) => {
    await readScenarioFile(file, clear);
    clear();
    writeText("-", `${nameOf(file)}: sound\n`);
  });
}
