import {spawn} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {bootstrap, resample} from "../../src/fitting/bootstrap.ts";
import {fitLaw, usualOptions} from "../../src/fitting/fitLaw.ts";
import {lossFitter} from "../../src/fitting/fitLoss.ts";
import {lossProblem} from "../../src/fitting/lossProblem.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {benchRuns} from "./fitRuns.ts";
import {findPython} from "./numpy.ts";

/** How many refits SciPy is timed on; a bootstrap has forty times as many. */
const refits = 100;
const draws = 4000;

/** Times the fit and its refits beside SciPy's on the same runs and weights, and compares the objectives. */
export async function benchFitPeers(root: string): Promise<void> {
  const runs = benchRuns();
  console.log(`\n${runs.length} runs, five parameters, Huber sum; ${refits} refits on the same weights in turns`);
  const result = fitLaw(runs, usualOptions);
  if (!result.ok) throw new Error(result.message);
  bootstrap(runs, result.fit, {seed: 1, draws: 500});
  const fitTimes = Array.from({length: 21}, () => elapsed(() => fitLaw(runs, usualOptions)));
  const bootTimes = Array.from({length: 3}, () => elapsed(() => bootstrap(runs, result.fit, {seed: 42, draws})));
  tell("ours", `global optimum ${median(fitTimes).toFixed(2)} ms, ${draws} refits ${median(bootTimes).toFixed(0)} ms`);
  const folder = mkdtempSync(join(tmpdir(), "fit-peers-"));
  try {
    const file = join(folder, "runs");
    writeFileSync(
      file,
      Float64Array.from([...runs.map(({N}) => N), ...runs.map(({D}) => D), ...runs.map(({loss}) => loss)])
    );
    for (const python of findPython("scipy")) await beside(python, [join(root, "test/bench/fitPeers.py"), file]);
  } finally {
    rmSync(folder, {recursive: true});
  }

  async function beside(python: string, args: readonly string[]): Promise<void> {
    const peer = spawn(python, args, {
      stdio: ["pipe", "pipe", "inherit"],
      // One core each, as ours has.
      env: {...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1"}
    });
    const lines = createInterface({input: peer.stdout})[Symbol.asyncIterator]();
    const line = async (): Promise<string> => {
      const {done, value} = await lines.next();
      if (done === true) throw new Error(`${python} ended early`);
      return value;
    };
    const ask = async (request: unknown): Promise<{readonly ms: number; readonly value: number}> => {
      peer.stdin.write(`${JSON.stringify(request)}\n`);
      return JSON.parse(await line()) as {readonly ms: number; readonly value: number};
    };
    const version = await line();
    const grid = await ask({what: "grid"});
    const own = result.ok ? result.fit.value : NaN;
    tell(`SciPy ${version}`, `81 starts ${grid.ms.toFixed(0)} ms; ours above its best by ${relative(own, grid.value)}`);
    const problem = lossProblem("chinchilla", [runs]);
    const fitOnce = lossFitter(problem, usualOptions.objective);
    const {theta} = fitOnce([new Float64Array(runs.length).fill(1)]);
    const weights = [new Float64Array(runs.length)];
    const random = seededRandom(42, "fit peers");
    const times: number[] = [];
    const theirs: number[] = [];
    let most = -Infinity;
    for (let i = 0; i < refits; ++i) {
      resample(weights[0] ?? new Float64Array(0), random, 5);
      let value = NaN;
      times.push(elapsed(() => (value = fitOnce(weights, [theta]).value)));
      const answer = await ask({what: "refit", weights: [...(weights[0] ?? [])]});
      theirs.push(answer.ms);
      most = Math.max(most, value / answer.value - 1);
    }
    peer.stdin.end();
    tell("", `a refit ${median(theirs).toFixed(2)} ms, ours ${median(times).toFixed(3)} ms in turns with it`);
    tell(
      "",
      `${(median(theirs) / (median(bootTimes) / draws)).toFixed(0)} times ours in a bootstrap; ${draws} of them ${((median(theirs) * draws) / 1000).toFixed(0)} s`
    );
    tell("", `objectives of refits: ours above its by ${most.toExponential(1)} at most, relative`);
  }
}

function elapsed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const relative = (one: number, other: number): string => (one / other - 1).toExponential(1);

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? NaN;
}

function tell(what: string, text: string): void {
  console.log(`  ${what.padEnd(14)} ${text}`);
}
