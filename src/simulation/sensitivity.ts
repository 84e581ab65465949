import {quantileOf} from "../numerics/distributions.ts";
import {exp} from "../numerics/exp.ts";
import {quantiles} from "../numerics/quantiles.ts";
import {varianceShares} from "../numerics/sobol.ts";
import type {VarianceShares} from "../numerics/sobol.ts";
import {readInput} from "../scenario/address.ts";
import type {Scenario} from "../scenario/schema.ts";
import {distributionOf, drawer} from "./draws.ts";
import type {Drawer} from "./draws.ts";
import {outputShown} from "./outputs.ts";
import type {Output} from "./outputs.ts";
import type {Reader} from "./readers.ts";
import type {Valuation} from "./valuation.ts";
import {central} from "./valuation.ts";

/** What one input does to an output while all others stay at their central values. */
export interface Swing {
  readonly address: string;
  /** The input at its 5th and 95th percentile. */
  readonly inputLow: number;
  readonly inputHigh: number;
  /** The output there; log10 for gains and computes. */
  readonly atLow: number;
  readonly atHigh: number;
}

/** The part of an output's variance that inputs answer for; those whose errors go together are one group. */
export interface Share extends VarianceShares {
  readonly addresses: readonly string[];
}

export interface Sensitivity {
  readonly output: string;
  readonly central: number;
  /** The widest swing first. */
  readonly swings: readonly Swing[];
  /** The largest total share first. */
  readonly shares: readonly Share[];
  readonly draws: number;
}

/** Samples for the variance shares; each group costs as many solutions again. */
const usualSamples = 16_384;
/** Of an output whose every reading takes a millisecond. */
const heavySamples = 512;
/** Sample B has streams of its own. */
const otherSeed = 0x9e3779b9;

const z95 = 1.6448536269514722;

/** The 5th and 95th percentile of an input, whatever its errors go together with. */
function endsOf(scenario: Scenario, address: string): readonly [number, number] {
  const quantity = readInput(scenario, address);
  const joint = scenario.uncertainty.joint?.find(({inputs}) => inputs.includes(address));
  if (quantity === undefined) return [NaN, NaN];
  if (joint === undefined) {
    const distribution = distributionOf(address, quantity);
    return [quantileOf(distribution, 0.05), quantileOf(distribution, 0.95)];
  }
  const i = joint.inputs.indexOf(address);
  if (joint.draws !== undefined) {
    const [low = NaN, high = NaN] = quantiles(
      Float64Array.from(joint.draws, (row) => row[i] ?? NaN),
      [0.05, 0.95]
    );
    return [low, high];
  }
  const reach = z95 * Math.sqrt(joint.covariance?.[i]?.[i] ?? 0);
  const {value} = quantity;
  return joint.of === "logs" ? [value * exp(-reach), value * exp(reach)] : [value - reach, value + reach];
}

/** The groups of inputs that move an output, by a few draws of a sample; the output is read once for all its inputs. */
function groupsOf({groups, valuation, select}: Drawer, read: Reader): readonly (readonly string[])[] {
  const middle = read(central);
  read(valuation);
  return groups().filter((group) => matters(group, valuation, central, read, middle, select));
}

function swingsBy(scenario: Scenario, read: Reader, groups: readonly (readonly string[])[]): readonly Swing[] {
  const width = ({atLow, atHigh}: Swing) => Math.abs(atHigh - atLow);
  const swings = groups.flat().map((address): Swing => {
    const [inputLow, inputHigh] = endsOf(scenario, address);
    const at = (end: number) => read((other, quantity) => (other === address ? end : quantity.value));
    return {address, inputLow, inputHigh, atLow: at(inputLow), atHigh: at(inputHigh)};
  });
  return swings.sort((one, other) => width(other) - width(one));
}

/** The swings alone, which take a few readings an input: without variance shares. */
export function swingsOf(
  scenario: Scenario,
  output: Output | undefined = outputShown(scenario)
): Sensitivity | undefined {
  const read = output?.readerOf(scenario);
  if (output === undefined || read === undefined) return undefined;
  const groups = groupsOf(drawer(scenario, {seed: scenario.uncertainty.seed, draws: trials}), read);
  return {output: output.id, central: read(central), swings: swingsBy(scenario, read, groups), shares: [], draws: 0};
}

/**
 * How an output hangs on the scenario's uncertain inputs: a swing for each, and variance shares, one step at a time.
 *
 * Yields the fraction done now and then, so that a worker can stop for a newer question.
 */
export function* sensitivitySteps(
  scenario: Scenario,
  output: Output | undefined = outputShown(scenario)
): Generator<number, Sensitivity | undefined> {
  const read = output?.readerOf(scenario);
  if (output === undefined || read === undefined) return undefined;
  const {seed} = scenario.uncertainty;
  const draws = output.isHeavy ? heavySamples : usualSamples;
  const a = drawer(scenario, {seed, draws});
  const b = drawer(scenario, {seed: (seed ^ otherSeed) >>> 0, draws});
  const groups = groupsOf(a, read);
  const swings = swingsBy(scenario, read, groups);
  const run = (valuation: Valuation): Float64Array =>
    Float64Array.from({length: draws}, (_, draw) => {
      a.select(draw);
      b.select(draw);
      return read(valuation);
    });
  const yA = run(a.valuation);
  yield 1 / (groups.length + 2);
  const yB = run(b.valuation);
  const shares: Share[] = [];
  for (const addresses of groups) {
    yield (shares.length + 2) / (groups.length + 2);
    const own = new Set(addresses);
    const yAB = run((address, quantity) => (own.has(address) ? b : a).valuation(address, quantity));
    shares.push({addresses, ...varianceShares(yA, yB, yAB)});
  }
  return {
    output: output.id,
    central: read(central),
    swings,
    shares: shares.sort((one, other) => other.total - one.total),
    draws
  };
}

/** How many draws an input is tried in before it is held not to matter. */
const trials = 8;

/** Whether anything of a group moves the output, alone. */
function matters(
  group: readonly string[],
  drawn: Valuation,
  middle: Valuation,
  read: (value: Valuation) => number,
  before: number,
  select: (draw: number) => void
): boolean {
  for (let draw = 0; draw < trials; ++draw) {
    select(draw);
    const moved = read((address, quantity) => (group.includes(address) ? drawn : middle)(address, quantity));
    if (!Object.is(moved, before)) return true;
  }
  return false;
}

/** The whole at once, for the command and for tests. */
export function sensitivity(scenario: Scenario, output?: Output): Sensitivity | undefined {
  const steps = sensitivitySteps(scenario, output ?? outputShown(scenario));
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
