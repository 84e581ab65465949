import {readFileSync, statSync, writeFileSync} from "node:fs";

/** What a command did: 0 done, 1 failed, 2 wrong usage or wrong input. */
export type ExitCode = 0 | 1 | 2;

/** Something that ends a command with a sentence on standard error. */
export class CommandError extends Error {
  readonly exitCode: ExitCode;
  constructor(message: string, exitCode: ExitCode = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Why a file could not be read or written, without a stack trace. */
function reason(error: unknown): string {
  const {code} = error as {readonly code?: string};
  const reasons: Record<string, string> = {
    ENOENT: "no such file",
    EISDIR: "is a folder",
    EACCES: "permission denied",
    ENOSPC: "no space left",
    ENOTDIR: "no such folder",
    EPERM: "not permitted"
  };
  return reasons[code ?? ""] ?? (error instanceof Error ? error.message : String(error));
}

/** The text of a file, or of standard input for `-`. */
export function readText(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new CommandError(`${nameOf(file)}: cannot be read: ${reason(error)}`);
  }
}

/** The bytes of a file, or of standard input for `-`; one of a size that is refused is not read. */
export function readBytes(file: string, refusal: (bytes: number) => string | undefined): Uint8Array {
  let tooMuch: string | undefined;
  try {
    if (file !== "-") tooMuch = refusal(statSync(file).size);
    if (tooMuch === undefined) return readFileSync(file === "-" ? 0 : file);
  } catch (error) {
    throw new CommandError(`${nameOf(file)}: cannot be read: ${reason(error)}`);
  }
  throw new CommandError(`${nameOf(file)}: ${tooMuch}`);
}

/** Writes a text, or bytes, to a file, or to standard output for `-`. */
export function writeText(file: string, text: string | Uint8Array): void {
  try {
    writeFileSync(file === "-" ? 1 : file, text);
  } catch (error) {
    // A reader that closed the pipe early has what it wanted.
    if ((error as {readonly code?: string}).code === "EPIPE") return;
    throw new CommandError(`${file}: cannot be written: ${reason(error).replace("file", "folder")}`, 1);
  }
}

export const nameOf = (file: string): string => (file === "-" ? "standard input" : file);
