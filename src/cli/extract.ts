import {parseArgs} from "node:util";
import {extract as extractFrom, tooLarge} from "../export/extract.ts";
import {formatProblem, readScenario} from "../scenario/read.ts";
import {CommandError, nameOf, readBytes, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {filesWithProgress, outputsIn} from "./manyFiles.ts";

export const extractHelp = `Usage: ladder extract [FILE...] [-o OUT]

Gives back the scenario that an exported SVG or PNG carries, with the evidence it uses. FILE is a picture, or - or
nothing for standard input. The picture is read as text or by its chunks: nothing in it is drawn or run. Of several
files, each goes into a folder by its name, as FILE.json; those that are wrong are said and the others still read.

  -o, --output OUT     where to write; left out or -: standard output; a folder for several files
`;

/** The scenario inside one picture, once it has been found sound. */
async function extractOne(file: string, output: string): Promise<void> {
  const name = nameOf(file);
  const carried = await extractFrom(readBytes(file, tooLarge));
  if (!carried.ok) throw new CommandError(`${name}: ${carried.message}`);
  const read = await readScenario(carried.scenario);
  if (!read.ok) {
    const problems = read.problems.map((problem) => formatProblem(`${name}, its scenario`, problem));
    throw new CommandError(problems.join("\n"));
  }
  writeText(output, carried.scenario);
}

/** `ladder extract`: the scenarios inside exported pictures. */
export async function extract(args: readonly string[]): Promise<ExitCode> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {output: {type: "string", short: "o"}}
  });
  const files = positionals.length === 0 ? ["-"] : positionals;
  const outputs = files.length === 1 ? [values.output ?? "-"] : outputsIn("extract", files, values.output, "json");
  return filesWithProgress("extract", files, (file) => extractOne(file, outputs[files.indexOf(file)] ?? "-"));
}
