import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {powerLawCurve} from "../../src/laws/powerLaw.ts";
import {curveBands} from "../../src/numerics/bands.ts";
import {drawInto, logNormal} from "../../src/numerics/distributions.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {findPython, startNumPy} from "./numpy.ts";

const [bands, draws, places, turns] = [5, 10_000, 200, 9];
const probabilities = [0.05, 0.25, 0.5, 0.75, 0.95];
const [low, high] = [20, 28];

/** E, k and a of every draw of every band, one after another, log-normal. */
function drawParameters(): Float64Array {
  const all = new Float64Array(bands * 3 * draws);
  const spreads = [
    logNormal({low: 1.6, high: 1.9}),
    logNormal({low: 200, high: 500}),
    logNormal({low: 0.14, high: 0.17})
  ];
  for (let band = 0; band < bands; ++band) {
    spreads.forEach((spread, i) => {
      const from = (band * 3 + i) * draws;
      drawInto(all.subarray(from, from + draws), spread, seededRandom(7, `${band} ${i}`));
    });
  }
  return all;
}

/** From parameters to quantiles, the making of the curves included: bands × probabilities × places. */
function ours(parameters: Float64Array, log10Computes: readonly number[]): Float64Array {
  const found = new Float64Array(bands * probabilities.length * places);
  for (let band = 0; band < bands; ++band) {
    const at = (i: number, draw: number) => parameters[(band * 3 + i) * draws + draw]!;
    const curves = Array.from({length: draws}, (_, draw) =>
      powerLawCurve({E: at(0, draw), k: at(1, draw), a: at(2, draw)})
    );
    curveBands(curves, log10Computes, probabilities).forEach((quantile, i) =>
      found.set(quantile, (band * probabilities.length + i) * places)
    );
  }
  return found;
}

/** Times ours and every NumPy found in turns, on the same draws, and compares the quantiles. */
export async function benchPeers(root: string): Promise<void> {
  console.log(
    `${bands} power laws × ${draws} draws × ${places} places, quantiles ${probabilities.join(", ")}; ${turns} turns each`
  );
  const folder = mkdtempSync(join(tmpdir(), "peers-"));
  try {
    const parameters = drawParameters();
    const log10Computes = Array.from({length: places}, (_, i) => low + ((high - low) * i) / (places - 1));
    const file = join(folder, "parameters");
    const placesFile = join(folder, "places");
    writeFileSync(file, parameters);
    writeFileSync(placesFile, Float64Array.from(log10Computes));
    const peers = await Promise.all(
      findPython("numpy").map((python) => startNumPy(python, [join(root, "test/bench/peers.py"), file, placesFile]))
    );
    const memoryBefore = process.resourceUsage().maxRSS;
    const start = performance.now();
    const found = ours(parameters, log10Computes);
    const first = performance.now() - start;
    const times: number[] = [];
    const theirTimes = peers.map((): number[] => []);
    // The first turn of each is not counted: code and caches are cold.
    for (const peer of peers) await peer.turn();
    for (let turn = 0; turn < turns; ++turn) {
      const before = performance.now();
      ours(parameters, log10Computes);
      times.push(performance.now() - before);
      for (const [i, peer] of peers.entries()) theirTimes[i]!.push(await peer.turn());
    }
    tell("ours", summary(times));
    tell("", `the first time ${first.toFixed(0)} ms`);
    tell("", `peak memory grows by ${mb(process.resourceUsage().maxRSS - memoryBefore)}, the curves included`);
    for (const [i, peer] of peers.entries()) {
      const {quantiles, memory} = await peer.end();
      tell(`NumPy ${peer.version}`, `${summary(theirTimes[i]!)}, ${peer.python}`);
      tell("", `${(median(theirTimes[i]!) / median(times)).toFixed(2)} times ours`);
      tell("", `peak memory grows by ${mb(memory)}`);
      tell("", `quantiles differ by ${relativeDifference(found, quantiles).toExponential(1)} at most, relative`);
    }
    if (peers.length === 0)
      console.log("No python3 with NumPy here to compare with; on Debian: apt-get install python3-numpy");
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function relativeDifference(one: Float64Array, other: Float64Array): number {
  if (one.length !== other.length) return NaN;
  return one.reduce((most, value, i) => Math.max(most, Math.abs(value / other[i]! - 1)), 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? NaN;
}

function summary(times: readonly number[]): string {
  return `median ${median(times).toFixed(0)} ms (${Math.min(...times).toFixed(0)} to ${Math.max(...times).toFixed(0)})`;
}

function mb(kibibytes: number): string {
  return `${((kibibytes * 1024) / 1e6).toFixed(0)} MB`;
}

function tell(what: string, text: string): void {
  console.log(`  ${what.padEnd(14)} ${text}`);
}
