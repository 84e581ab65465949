import {sigmoidFitter} from "../fitting/fitSigmoid.ts";
import {logLinearCurve} from "../laws/logLinear.ts";
import {sigmoidCurve} from "../laws/logistic.ts";
import type {SigmoidLaw} from "../laws/logistic.ts";
import {middleLine, scaleRlSigmoid, straightStretch} from "../laws/reinforcement.ts";
import type {ScaleRl} from "../laws/reinforcement.ts";
import {passAtK} from "../laws/sampling.ts";
import type {Success} from "../laws/sampling.ts";
import {overtakenAt, sharpened, spreadOf} from "../laws/sharpening.ts";
import {log10, pow10} from "../numerics/exp.ts";
import type {Reinforcement, Scenario} from "../scenario/schema.ts";
import {central} from "./valuation.ts";
import type {Valuation} from "./valuation.ts";

/** Points less than which no sigmoid of four numbers is fitted. */
const leastPoints = 4;
const usualSamples = 16;
const usualTolerance = 0.02;
const places = 61;

/** Score after so much reinforcement learning. */
export interface ReinforcementRow {
  readonly compute: number;
  readonly score: number;
  /** The line that touches the sigmoid in its middle. */
  readonly line: number;
  readonly heldOut: number | undefined;
}

/** pass@1 and pass@k of a model. */
export interface Passes {
  readonly pass1: number;
  readonly passK: number;
  /** passK less pass1: what samples add, the diversity that is left. */
  readonly advantage: number;
}

export interface Sharpened {
  readonly k: number;
  readonly before: Passes;
  readonly after: Passes | undefined;
  /** Samples with which the model before training solves more; Infinity for never. */
  readonly overtakenAt: number | undefined;
}

/** The sigmoid of least squares through measured points. */
export interface ReinforcementFit extends ScaleRl {
  /** The sigmoid less the score, point by point. */
  readonly residuals: readonly number[];
  readonly largestResidual: number;
  /** As many numbers as points: the residuals say nothing of error. */
  readonly isExact: boolean;
  readonly converged: boolean;
}

export interface ReinforcementNumbers {
  readonly rows: readonly ReinforcementRow[];
  readonly at: ReinforcementRow;
  /** Score per tenfold in the middle. */
  readonly slope: number;
  readonly tolerance: number;
  /** Where sigmoid and line differ by the tolerance; between, they are as good as one. */
  readonly parting: {readonly low: number; readonly high: number} | undefined;
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
  const heldOut = section.heldOut && sigmoidCurve(lawOf(section.heldOut, "heldOut", value));
  const row = (compute: number): ReinforcementRow => {
    const x = log10(compute);
    return {compute, score: sigmoid.score(x), line: straight.score(x), heldOut: heldOut?.score(x)};
  };
  return {law, slope: line.slope, row};
}

/** Where sigmoid and line part, in the unit of the axis; undefined where training adds nothing. */
export function partingOf(section: Reinforcement, law: SigmoidLaw, value: Valuation) {
  const stated = section.tolerance;
  const tolerance = stated === undefined ? usualTolerance : value("reinforcement.tolerance", stated);
  if (law.ceiling === law.floor || !(tolerance > 0)) return undefined;
  const {log10Low, log10High} = straightStretch(law, tolerance);
  return {low: pow10(log10Low), high: pow10(log10High)};
}

const passesOf = (success: Success, k: number): Passes => {
  const [pass1, passK] = [passAtK(success, 1), passAtK(success, k)];
  return {pass1, passK, advantage: passK - pass1};
};

/** pass@1 and pass@k before and after training; undefined where the section does not say how success spreads. */
export function passesIn(section: Reinforcement, value: Valuation): Sharpened | undefined {
  const {success, sharpening, samples: k = usualSamples} = section;
  if (success === undefined) return undefined;
  const off = 1e-9;
  const base = spreadOf(
    Math.min(1 - off, Math.max(off, value("reinforcement.success.mean", success.mean))),
    value("reinforcement.success.concentration", success.concentration)
  );
  const trained =
    sharpening &&
    sharpened(base, {
      lift: value("reinforcement.sharpening.lift", sharpening.lift),
      sharpness: value("reinforcement.sharpening.sharpness", sharpening.sharpness)
    });
  return {
    k,
    before: passesOf(base, k),
    after: trained && passesOf(trained, k),
    overtakenAt: trained && overtakenAt(base, trained)
  };
}

/** The sigmoid of least squares through points of a score in [0, 1], or why there is none. */
export function fitReinforcement(
  points: readonly {readonly compute: number; readonly score: number}[]
): ReinforcementFit | {readonly missing: string} {
  const amounts = new Set(points.map(({compute}) => compute));
  if (amounts.size < leastPoints) {
    return {missing: `a sigmoid has ${leastPoints} numbers and needs as many points apart, got ${amounts.size}`};
  }
  const x = Float64Array.from(points, ({compute}) => log10(compute));
  const y = Float64Array.from(points, ({score}) => score);
  const fit = sigmoidFitter(x, y, [0, 1], {kind: "squares"});
  const {before, after, middle, k, converged} = fit(new Float64Array(points.length).fill(1));
  const law: ScaleRl = {R0: before, A: after, B: k / Math.LN10, CMid: pow10(middle)};
  const curve = sigmoidCurve(scaleRlSigmoid(law));
  const residuals = points.map(({compute, score}) => curve.score(log10(compute)) - score);
  return {
    ...law,
    residuals,
    largestResidual: Math.max(...residuals.map(Math.abs)),
    isExact: points.length === leastPoints,
    converged
  };
}

/** The amounts that curves are drawn at: three decades to each side of the middle. */
export function computePlaces({law}: Reinforcement, count = places): readonly number[] {
  return Array.from({length: count}, (_, i) => law.middle.value * pow10((6 * i) / (count - 1) - 3));
}

/** The numbers of the view of reinforcement learning; undefined where the scenario has none. */
export function reinforcement({reinforcement: section}: Scenario): ReinforcementNumbers | undefined {
  if (section === undefined) return undefined;
  const {law, slope, row} = reinforcementCurves(section, central);
  const {points = []} = section;
  return {
    rows: computePlaces(section).map(row),
    at: row(section.compute.value),
    slope,
    tolerance: section.tolerance?.value ?? usualTolerance,
    parting: partingOf(section, law, central),
    passes: passesIn(section, central),
    fit:
      points.length === 0
        ? undefined
        : fitReinforcement(points.map(({compute, score}) => ({compute, score: score.value})))
  };
}
