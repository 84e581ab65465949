import {spawnSync} from "node:child_process";
import {root} from "../build.ts";

export interface Timing {
  /** Of the whole process, ms. */
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly runs: number;
}

/** How long the built command takes, from the start of node to its end; two runs go before. */
export function timeCommand(args: readonly string[], runs: number): Timing {
  const times = Array.from({length: runs + 2}, () => {
    const start = performance.now();
    ladder(args);
    return performance.now() - start;
  }).slice(2);
  times.sort((a, b) => a - b);
  return {median: times[Math.floor(runs / 2)]!, least: times[0]!, most: times[runs - 1]!, runs};
}

/** What the built command writes to standard output. */
export function ladder(args: readonly string[]): string {
  const {status, stdout, stderr} = spawnSync(process.execPath, ["dist/cli/ladder.js", ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1e8
  });
  if (status !== 0) throw new Error(`ladder ${args.join(" ")} ended with ${String(status)}: ${stderr.trim()}`);
  return stdout;
}
