import {readFileSync, readSync, statSync, writeFileSync, writeSync} from "node:fs";
import {textOfBytes} from "../scenario/fileText.ts";

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

/** A stream that is not ready yet, as of a slow reader at the other end of a pipe. */
const isBusy = (error: unknown): boolean => (error as {readonly code?: string}).code === "EAGAIN";
/** A reader that closed the pipe early has what it wanted. */
const isClosed = (error: unknown): boolean => (error as {readonly code?: string}).code === "EPIPE";

/** Waits a moment: the streams are used one byte behind the other, without callbacks. */
const pause = (): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);

/** Writes the whole of a text to standard output (1) or standard error (2), however slowly it is read. */
function writeStream(stream: 1 | 2, text: string | Uint8Array): void {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(stream, bytes, done);
    } catch (error) {
      if (isClosed(error)) return;
      if (!isBusy(error)) throw error;
      pause();
    }
  }
}

function standardInput(): Buffer {
  if (process.stdin.isTTY)
    remark("reading what is typed here, to Ctrl-D; a file’s name on the command line reads that");
  const parts: Uint8Array[] = [];
  const part = new Uint8Array(65_536);
  for (;;) {
    try {
      const count = readSync(0, part);
      if (count === 0) return Buffer.concat(parts);
      parts.push(part.slice(0, count));
    } catch (error) {
      if ((error as {readonly code?: string}).code === "EOF") return Buffer.concat(parts);
      if (!isBusy(error)) throw error;
      pause();
    }
  }
}

/** The text of a file, or of standard input for `-`. */
export function readText(file: string): string {
  try {
    return textOfBytes(file === "-" ? standardInput() : readFileSync(file));
  } catch (error) {
    throw new CommandError(`${nameOf(file)}: cannot be read: ${reason(error)}`);
  }
}

/** The bytes of a file, or of standard input for `-`; one of a size that is refused is not read. */
export function readBytes(file: string, refusal: (bytes: number) => string | undefined): Uint8Array {
  let tooMuch: string | undefined;
  try {
    if (file !== "-") tooMuch = refusal(statSync(file).size);
    if (tooMuch === undefined) return file === "-" ? standardInput() : readFileSync(file);
  } catch (error) {
    throw new CommandError(`${nameOf(file)}: cannot be read: ${reason(error)}`);
  }
  throw new CommandError(`${nameOf(file)}: ${tooMuch}`);
}

/** Writes a text, or bytes, to a file, or to standard output for `-`. */
export function writeText(file: string, text: string | Uint8Array): void {
  try {
    if (file === "-") writeStream(1, text);
    else writeFileSync(file, text);
  } catch (error) {
    throw new CommandError(
      `${file === "-" ? "standard output" : file}: cannot be written: ${reason(error).replace("file", "folder")}`,
      1
    );
  }
}

/** Says something beside the result, on standard error. */
export const remark = (text: string): void => writeStream(2, `${text}\n`);

export const nameOf = (file: string): string => (file === "-" ? "standard input" : file);
