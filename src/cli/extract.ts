import {parseArgs} from "node:util";
import {extract as extractFrom, tooLarge} from "../export/extract.ts";
import {formatProblem, readScenario} from "../scenario/read.ts";
import {CommandError, nameOf, readBytes, writeText} from "./io.ts";
import type {ExitCode} from "./io.ts";

export const extractHelp = `Usage: ladder extract [FILE] [-o OUT]

Gives back the scenario that an exported SVG or PNG carries, with the evidence it uses. FILE is a picture, or - or
nothing for standard input. The picture is read as text or by its chunks: nothing in it is drawn or run.

  -o, --output OUT     where to write; left out or -: standard output
`;

/** `ladder extract`: the scenario inside an exported picture, once it has been found sound. */
export async function extract(args: readonly string[]): Promise<ExitCode> {
  const {values, positionals} = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {output: {type: "string", short: "o"}}
  });
  const [file = "-", ...more] = positionals;
  if (more.length > 0) throw new CommandError(`extract takes one file, got ${positionals.length}`);
  const name = nameOf(file);
  const carried = await extractFrom(readBytes(file, tooLarge));
  if (!carried.ok) throw new CommandError(`${name}: ${carried.message}`);
  const read = await readScenario(carried.scenario);
  if (!read.ok) {
    const problems = read.problems.map((problem) => formatProblem(`${name}, its scenario`, problem));
    throw new CommandError(problems.join("\n"));
  }
  writeText(values.output ?? "-", carried.scenario);
  return 0;
}
