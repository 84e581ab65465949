import {oddsOf, offEnds} from "../laws/odds.ts";
import {passAtK} from "../laws/sampling.ts";
import type {SigmoidLaw} from "../laws/logistic.ts";
import type {Success} from "../laws/sampling.ts";
import {overtakenAt, sharpened, sharpeningAt, spreadOf} from "../laws/sharpening.ts";
import type {Sharpening} from "../laws/sharpening.ts";
import type {Reinforcement} from "../scenario/schema.ts";
import type {Valuation} from "./valuation.ts";

/** k of pass@k, where a section leaves it out. */
export const usualSamples = 16;

/** pass@1 and pass@k of a model. */
export interface Passes {
  readonly pass1: number;
  readonly passK: number;
  /** passK less pass1: what samples add, the diversity that is left. */
  readonly advantage: number;
}

export interface PassRow extends Passes {
  readonly compute: number;
}

export interface Sharpened {
  readonly k: number;
  readonly before: Passes;
  /** After the training there is now. */
  readonly now: Passes | undefined;
  /** After training without end. */
  readonly after: Passes | undefined;
  /** Along the training; empty where the section does not say what it does. */
  readonly rows: readonly PassRow[];
  /** Samples with which the model before training solves more than the one of now; Infinity for never. */
  readonly overtakenNow: number | undefined;
  /** … than the one after training without end. */
  readonly overtakenAt: number | undefined;
}

/** How success spreads over problems, before training and at a part of its way, 0 to 1. */
export interface PassLaw {
  readonly k: number;
  readonly base: Success;
  readonly trained: ((progress: number) => Success) | undefined;
}

export function passesOf(success: Success, k: number): Passes {
  const [pass1, passK] = [passAtK(success, 1), passAtK(success, k)];
  return {pass1, passK, advantage: passK - pass1};
}

/**
 * The spread of success at central values or in a draw; undefined where the section does not say it.
 *
 * What the section leaves out is that of the score: pass@1 before training is its floor, and the lift leads to its
 * ceiling, so that pass@1 is the score all the way.
 *
 * @param law of the score, in the same valuation
 */
export function passLaw(section: Reinforcement, law: SigmoidLaw, value: Valuation): PassLaw | undefined {
  const {success, sharpening, samples: k = usualSamples} = section;
  if (success === undefined) return undefined;
  const {mean, concentration} = success;
  const before = mean === undefined ? law.floor : value("reinforcement.success.mean", mean);
  const base = spreadOf(offEnds(before), value("reinforcement.success.concentration", concentration));
  if (sharpening === undefined) return {k, base, trained: undefined};
  const {lift} = sharpening;
  const whole: Sharpening = {
    lift: lift === undefined ? oddsOf(law.ceiling) / oddsOf(before) : value("reinforcement.sharpening.lift", lift),
    sharpness: value("reinforcement.sharpening.sharpness", sharpening.sharpness)
  };
  return {k, base, trained: (progress) => sharpened(base, sharpeningAt(base, whole, progress))};
}

/** Up to so many samples pass@k is quick enough for every place of a curve. */
export const quickSamples = 64;

/**
 * pass@1 and pass@k along the training.
 *
 * @param computes where, in the unit of the axis
 * @param progressOf the part of the way that is done there, 0 to 1
 */
export function passesAlong(
  {k, base, trained}: PassLaw,
  compute: number,
  computes: readonly number[],
  progressOf: (compute: number) => number
): Sharpened {
  const now = trained?.(progressOf(compute));
  const after = trained?.(1);
  const few = k > quickSamples ? computes.filter((_, i) => i % 6 === 0) : computes;
  return {
    k,
    before: passesOf(base, k),
    now: now && passesOf(now, k),
    after: after && passesOf(after, k),
    rows: trained === undefined ? [] : few.map((at) => ({compute: at, ...passesOf(trained(progressOf(at)), k)})),
    overtakenNow: now && overtakenAt(base, now),
    overtakenAt: after && overtakenAt(base, after)
  };
}
