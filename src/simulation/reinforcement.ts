import {logLinearCurve} from "../laws/logLinear.ts";
import {sigmoidCurve} from "../laws/logistic.ts";
import type {SigmoidLaw} from "../laws/logistic.ts";
import {lineAtCeiling, middleLine, progressAt, scaleRlSigmoid, straightStretch} from "../laws/reinforcement.ts";
import {log10, pow10} from "../numerics/exp.ts";
import type {Reinforcement, Scenario} from "../scenario/schema.ts";
import {fitOfSection} from "./reinforcementFit.ts";
import type {ReinforcementFit} from "./reinforcementFit.ts";
import {passLaw, passesAlong} from "./reinforcementPasses.ts";
import type {Sharpened} from "./reinforcementPasses.ts";
import {central} from "./valuation.ts";
import type {Valuation} from "./valuation.ts";

const usualTolerance = 0.02;
const places = 121;

/** Score after so much reinforcement learning. */
export interface ReinforcementRow {
  readonly compute: number;
  readonly score: number;
  /** The line that touches the sigmoid in its middle. */
  readonly line: number;
  readonly heldOut: number | undefined;
}

export interface ReinforcementNumbers {
  readonly rows: readonly ReinforcementRow[];
  readonly at: ReinforcementRow;
  /** The part of the way to the ceiling that is done at that compute, 0 to 1. */
  readonly progress: number;
  /** Score per tenfold in the middle. */
  readonly slope: number;
  readonly tolerance: number;
  /** Where sigmoid and line differ by the tolerance; between, they are as good as one. */
  readonly parting: {readonly low: number; readonly high: number} | undefined;
  /** Where the line passes the ceiling; undefined where training adds nothing. */
  readonly lineEnds: number | undefined;
  readonly passes: Sharpened | undefined;
  /** Why there is no fit, where there are points. */
  readonly fit: ReinforcementFit | {readonly missing: string} | undefined;
}

type LawSection = Reinforcement["law"];

function lawOf(law: LawSection, section: "law" | "heldOut", value: Valuation): SigmoidLaw {
  const at = (key: string) => `reinforcement.${section}.${key}`;
  const R0 = value(at("before"), law.before);
  const A = Math.max(R0, value(at("ceiling"), law.ceiling));
  const B = value(at("steepness"), law.steepness);
  return scaleRlSigmoid({R0, A, B, CMid: value(at("middle"), law.middle)});
}

/** The score by compute of a section, at central values or in a draw. */
export function reinforcementCurves(section: Reinforcement, value: Valuation) {
  const law = lawOf(section.law, "law", value);
  const line = middleLine(law);
  const [sigmoid, straight] = [sigmoidCurve(law), logLinearCurve(line)];
  const heldOutLaw = section.heldOut && lawOf(section.heldOut, "heldOut", value);
  const heldOut = heldOutLaw && sigmoidCurve(heldOutLaw);
  const row = (compute: number): ReinforcementRow => {
    const x = log10(compute);
    return {compute, score: sigmoid.score(x), line: straight.score(x), heldOut: heldOut?.score(x)};
  };
  return {law, heldOutLaw, slope: line.slope, row, progress: (compute: number) => progressAt(law, log10(compute))};
}

/** Where sigmoid and line part, in the unit of the axis; undefined where training adds nothing. */
export function partingOf(section: Reinforcement, law: SigmoidLaw, value: Valuation) {
  const stated = section.tolerance;
  const tolerance = stated === undefined ? usualTolerance : value("reinforcement.tolerance", stated);
  if (law.ceiling === law.floor || !(tolerance > 0)) return undefined;
  const {log10Low, log10High} = straightStretch(law, tolerance);
  return {low: pow10(log10Low), high: pow10(log10High)};
}

/** Where the log-linear line passes the ceiling, in the unit of the axis; undefined where training adds nothing. */
export const lineEndsOf = (law: SigmoidLaw): number | undefined =>
  law.ceiling === law.floor ? undefined : pow10(lineAtCeiling(law));

/** Decades to each side of a middle that an axis holds at least. */
const reach = 1.5;

/** The compute that is drawn, log10, from one whole decade to another: both middles, the amount of now, every point. */
export function computeSpan({law, heldOut, compute, points = []}: Reinforcement): readonly [number, number] {
  const middles = [law.middle.value, ...(heldOut === undefined ? [] : [heldOut.middle.value])].map(log10);
  const inside = [compute.value, ...points.map((point) => point.compute)].map(log10);
  const low = Math.min(...middles.map((x) => x - reach), ...inside);
  const high = Math.max(...middles.map((x) => x + reach), ...inside);
  return [Math.floor(low + 1e-9), Math.ceil(high - 1e-9)];
}

/** The amounts that curves are drawn at, evenly in their logarithm. */
export function computePlaces(section: Reinforcement, count = places): readonly number[] {
  const [low, high] = computeSpan(section);
  return Array.from({length: count}, (_, i) => pow10(low + ((high - low) * i) / (count - 1)));
}

/** The numbers of the view of reinforcement learning; undefined where the scenario has none. */
export function reinforcement({reinforcement: section}: Scenario): ReinforcementNumbers | undefined {
  if (section === undefined) return undefined;
  const {law, slope, row, progress} = reinforcementCurves(section, central);
  const success = passLaw(section, law, central);
  const compute = section.compute.value;
  const computes = computePlaces(section);
  return {
    rows: computes.map(row),
    at: row(compute),
    progress: progress(compute),
    slope,
    tolerance: section.tolerance?.value ?? usualTolerance,
    parting: partingOf(section, law, central),
    lineEnds: lineEndsOf(law),
    passes: success && passesAlong(success, compute, computes, progress),
    fit: fitOfSection(section)
  };
}
