import fs from "node:fs";
import {syncBuiltinESMExports} from "node:module";
import {run} from "../../src/cli/ladder.ts";

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Does something while standard input is a text, and gathers what is written to standard output and error. */
async function gathered(input: string, act: () => Promise<number>): Promise<Ran> {
  const {readSync, writeSync} = fs;
  const written: [Uint8Array[], Uint8Array[]] = [[], []];
  let rest: Uint8Array = Buffer.from(input);
  // The streams alone: node itself reads and writes files by these.
  const faked = {
    writeSync: (file: number, ...how: readonly [Uint8Array, number?]) => {
      const parts = written[file - 1];
      if (parts === undefined) return Reflect.apply(writeSync, fs, [file, ...how]);
      const [bytes, from = 0] = how;
      parts.push(bytes.slice(from));
      return bytes.length - from;
    },
    readSync: (file: number, ...how: readonly [Uint8Array]) => {
      if (file !== 0) return Reflect.apply(readSync, fs, [file, ...how]);
      const [part] = how;
      const taken = rest.subarray(0, part.length);
      part.set(taken);
      rest = rest.subarray(taken.length);
      return taken.length;
    }
  };
  const put = (functions: object) => {
    Object.assign(fs, functions);
    syncBuiltinESMExports();
  };
  put(faked);
  try {
    const status = await act();
    const [stdout, stderr] = written.map((parts) => Buffer.concat(parts).toString("utf8"));
    return {status, stdout: stdout ?? "", stderr: stderr ?? ""};
  } finally {
    put({readSync, writeSync});
  }
}

/** The command from the sources, in this process: in a hundredth of the time that a process of its own takes. */
export const ladder = (args: readonly string[], input = ""): Promise<Ran> => gathered(input, () => run(args));
