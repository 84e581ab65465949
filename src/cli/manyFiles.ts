import {mkdirSync, statSync} from "node:fs";
import {basename, join} from "node:path";
import {CommandError, remark} from "./io.ts";
import type {ExitCode} from "./io.ts";
import {progressBar} from "./progress.ts";

/**
 * Does something with each of several files, with a bar on a terminal where there are more than one. What is wrong
 * with one of several is said on standard error, and the others are still done.
 *
 * @param each what is done; calls `clear` before it writes anything where the bar stands
 * @returns the largest exit code of the files that were wrong; 0 where none was
 */
export async function filesWithProgress(
  label: string,
  files: readonly string[],
  each: (file: string, clear: () => void) => Promise<void>
): Promise<ExitCode> {
  const bar = progressBar(label, files.length > 1);
  let worst: ExitCode = 0;
  for (const [i, file] of files.entries()) {
    bar.show(i / files.length);
    try {
      await each(file, bar.clear);
    } catch (error) {
      if (!(error instanceof CommandError) || files.length === 1) throw error;
      bar.clear();
      remark(error.message);
      if (error.exitCode > worst) worst = error.exitCode;
    }
  }
  bar.clear();
  return worst;
}

/** What is taken off the name of a file that is read. */
const inputEndings = /\.(json|svg|png)$/i;

const isFolder = (path: string): boolean => statSync(path, {throwIfNoEntry: false})?.isDirectory() ?? false;

/**
 * Where the results of several files go: into the folder that `output` names, each by the name of its file. The
 * folder is made where there is none; the one it stands in has to be there.
 *
 * @param command is the name of the command, for what is said
 * @param output ends with a slash, or is a folder
 * @param ending of the files written, such as "svg"
 * @throws CommandError if there is no folder to write to, or two results would be one file
 */
export function outputsIn(
  command: string,
  files: readonly string[],
  output: string | undefined,
  ending: string
): readonly string[] {
  if (output === undefined || !(/[/\\]$/.test(output) || isFolder(output))) {
    throw new CommandError(
      `${command} of ${files.length} files needs -o with a folder, such as -o ${ending === "json" ? "out" : "figures"}/${output === undefined ? "" : `; got ${output}`}`
    );
  }
  const outputs = files.map((file) =>
    join(output, `${file === "-" ? "standard-input" : basename(file).replace(inputEndings, "")}.${ending}`)
  );
  const i = outputs.findIndex((path, place) => outputs.indexOf(path) !== place);
  if (i >= 0) {
    throw new CommandError(
      `${files[outputs.indexOf(outputs[i] ?? "")] ?? ""} and ${files[i] ?? ""} would both be written to ${outputs[i] ?? ""}`
    );
  }
  makeFolder(output);
  return outputs;
}

function makeFolder(path: string): void {
  if (isFolder(path)) return;
  try {
    mkdirSync(path);
  } catch {
    throw new CommandError(`${path}: cannot be written: no such folder, and none can be made there`, 1);
  }
}
