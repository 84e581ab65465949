import {realpathSync} from "node:fs";
import {parseArgs} from "node:util";
import {currentVersion} from "../scenario/upgrade.ts";
import {writeScenario} from "../scenario/write.ts";
import {CommandError, nameOf, readText, remark, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {filesWithProgress, outputsIn} from "./manyFiles.ts";
import {readScenarioText} from "./scenarioFile.ts";

export const migrateHelp = `Usage: ladder migrate [FILE...] [-o OUT]

Writes a scenario in the current version, ${currentVersion}, and says on standard error what changed and whether results do.
FILE is a scenario, or - or nothing for standard input. A file of a newer version is written without what this program
does not know, and never over itself. Of several files, each goes into a folder by its name; those that are wrong are
said and the others still written.

  -o, --output OUT   where to write; left out or -: standard output; a folder for several files
`;

/** Whether two names lead to one file, whatever links are between. */
function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    // What is not there yet is no other file.
    return false;
  }
}

async function migrateOne(file: string, output: string, clear: () => void): Promise<void> {
  const {scenario, carried, newer, upgrades} = await readScenarioText(file, readText(file), clear);
  if (newer !== undefined && output !== "-" && isSameFile(file, output)) {
    throw new CommandError(
      `${file}: is of version ${newer}, and what version ${currentVersion} does not know would be lost; choose another -o`
    );
  }
  if (newer === undefined && upgrades === undefined) {
    clear();
    remark(`${nameOf(file)}: is of version ${currentVersion} already: only its layout may change`);
  }
  writeText(output, writeScenario({...scenario, evidence: carried}));
}

/** `ladder migrate`: scenarios of any version in the current one. */
export async function migrate(args: readonly string[]): Promise<ExitCode> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {output: {type: "string", short: "o"}}
  });
  const files = positionals.length === 0 ? ["-"] : positionals;
  const outputs = files.length === 1 ? [values.output ?? "-"] : outputsIn("migrate", files, values.output, "json");
  return filesWithProgress("migrate", files, (file, clear) =>
    migrateOne(file, outputs[files.indexOf(file)] ?? "-", clear)
  );
}
