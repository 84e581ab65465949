import {spawn, spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {powerLawCurve} from "../../src/laws/powerLaw.ts";
import {curveBands} from "../../src/numerics/bands.ts";
import {drawInto, logNormal} from "../../src/numerics/distributions.ts";
import {seededRandom} from "../../src/numerics/random.ts";

const [curves, draws, places, repeats] = [5, 10_000, 200, 7];
const probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];
const [low, high] = [20, 27];

/** E, k and a of every draw of every curve, one after another. */
function drawParameters(): Float64Array {
  const all = new Float64Array(curves * 3 * draws);
  const spreads = [
    logNormal({low: 1.6, high: 1.9}),
    logNormal({low: 200, high: 500}),
    logNormal({low: 0.14, high: 0.17})
  ];
  for (let curve = 0; curve < curves; ++curve) {
    spreads.forEach((spread, i) => {
      const from = (curve * 3 + i) * draws;
      drawInto(all.subarray(from, from + draws), spread, seededRandom(7, `${curve} ${i}`));
    });
  }
  return all;
}

function ours(parameters: Float64Array): Float64Array[][] {
  const xs = Array.from({length: places}, (_, i) => low + ((high - low) * i) / (places - 1));
  return Array.from({length: curves}, (_, curve) => {
    const at = (i: number, draw: number) => parameters[(curve * 3 + i) * draws + draw] ?? NaN;
    const family = Array.from({length: draws}, (_, draw) =>
      powerLawCurve({E: at(0, draw), k: at(1, draw), a: at(2, draw)})
    );
    return curveBands(family, xs, probabilities);
  });
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** A Python that has NumPy. */
const findPython = (): string | undefined =>
  ["python3", "/usr/bin/python3"].find((name) => spawnSync(name, ["-c", "import numpy"]).status === 0);

const tell = (what: string, figure: string) => console.log(`${what.padEnd(34)}${figure}`);

/** Ours and NumPy's in turns, the same draws, the same quantiles. */
export async function benchPeers(): Promise<void> {
  const parameters = drawParameters();
  console.log(
    `${draws} draws x ${curves} curves x ${places} places, quantiles ${probabilities.join(", ")}; ${repeats} turns`
  );
  const python = findPython();
  const folder = mkdtempSync(join(tmpdir(), "peers-"));
  const file = join(folder, "parameters");
  writeFileSync(file, parameters);
  const own: number[] = [];
  const other: number[] = [];
  let bands = ours(parameters);
  const heap = process.memoryUsage.rss();
  let peak = heap;
  const turn = () => {
    const start = performance.now();
    bands = ours(parameters);
    own.push(performance.now() - start);
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  if (python === undefined) {
    for (let i = 0; i < repeats; ++i) turn();
    console.log("No python3 with NumPy was found: apt-get install python3-numpy. Ours alone:");
  } else {
    const args = ["test/bench/peers.py", file, ...[curves, draws, places].map(String)];
    const peer = spawn(python, args, {stdio: ["pipe", "pipe", "inherit"]});
    const lines = createInterface({input: peer.stdout})[Symbol.asyncIterator]();
    const next = async () => String((await lines.next()).value);
    const version = await next();
    const ended = new Promise((resolve) => peer.on("close", resolve));
    // The first turn of each warms up and is not counted.
    peer.stdin.write("go\n");
    await next();
    for (let i = 0; i < repeats; ++i) {
      turn();
      peer.stdin.write("go\n");
      other.push(Number(await next()));
    }
    peer.stdin.end();
    await ended;
    const bytes = readFileSync(`${file}.out`);
    const theirs = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8);
    const apart = bands
      .flatMap((curve) => curve.flatMap((band) => [...band]))
      .reduce((most, value, i) => Math.max(most, Math.abs(value / (theirs[i] ?? NaN) - 1)), 0);
    tell(
      `NumPy ${version}`,
      `${median(other).toFixed(0)} ms (${Math.min(...other).toFixed(0)} to ${Math.max(...other).toFixed(0)})`
    );
    tell("largest relative difference", apart.toExponential(1));
    tell("NumPy's time over ours", (median(other) / median(own)).toFixed(2));
  }
  tell("ours", `${median(own).toFixed(0)} ms (${Math.min(...own).toFixed(0)} to ${Math.max(...own).toFixed(0)})`);
  tell("our memory beyond the first turn", `${((peak - heap) / 1e6).toFixed(0)} MB`);
  rmSync(folder, {recursive: true});
}
