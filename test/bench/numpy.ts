import {spawn, spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {createInterface} from "node:readline";

/** A running Python that computes the bands once a turn. */
export interface NumPy {
  readonly python: string;
  readonly version: string;
  /** Computes once; how long it took by Python’s own clock, ms. */
  turn(): Promise<number>;
  /** Ends it: its last quantiles, and by how much its peak memory grew, KiB. */
  end(): Promise<{readonly quantiles: Float64Array; readonly memory: number}>;
}

/** Every Python at hand that has a package, each once: that of the path, and that of the system. */
export function findPython(module: "numpy" | "scipy"): string[] {
  const found = ["python3", "/usr/bin/python3"].flatMap((name) => {
    const {status, stdout} = spawnSync(name, ["-c", `import ${module}, sys; print(sys.executable)`], {
      encoding: "utf8"
    });
    return status === 0 ? [stdout.trim()] : [];
  });
  return [...new Set(found)];
}

/** Starts peers.py, which waits for a line before each turn. */
export async function startNumPy(
  python: string,
  [script, parameters, places]: readonly [string, string, string]
): Promise<NumPy> {
  const output = `${parameters}-${python.replaceAll(/\W/g, "-")}`;
  const peer = spawn(python, [script, parameters, places, output], {stdio: ["pipe", "pipe", "inherit"]});
  const ended = new Promise((resolve) => peer.on("close", resolve));
  const lines = createInterface({input: peer.stdout})[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const {done, value} = await lines.next();
    if (done === true) throw new Error(`${python} ended early`);
    return value;
  };
  const version = await answer();
  return {
    python,
    version,
    async turn() {
      peer.stdin.write("turn\n");
      return Number(await answer());
    },
    async end() {
      peer.stdin.end();
      const memory = Number(await answer());
      await ended;
      const {buffer} = Uint8Array.from(readFileSync(output));
      return {quantiles: new Float64Array(buffer), memory};
    }
  };
}
