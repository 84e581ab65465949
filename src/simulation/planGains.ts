import {gainDeviation} from "../fitting/plan/gainDeviation.ts";
import type {PlanRung} from "../fitting/plan/planModel.ts";
import {planAnswer} from "../fitting/plan/planPower.ts";
import type {PlanAnswer} from "../fitting/plan/planPower.ts";
import {geometricRungs} from "../fitting/plan/plannedLadder.ts";
import {linearityOf} from "./planLinearity.ts";
import type {PlanQuestion} from "./planQuestion.ts";

/** What a ladder tells where another gain is true. */
export interface GainPoint {
  readonly gain: number;
  readonly answer: PlanAnswer;
  /** Whether the delta method may be trusted there. */
  readonly holds: boolean;
}

const gains = 25;
/** The curve runs from a gain as good as none to this far beyond the gain asked about and the smallest told. */
const [nearNone, beyond, least, most] = [1.02, 2, 10, 1000] as const;

/**
 * What one ladder tells, by the true gain: evenly spaced in its logarithm, on the side of 1 the asked one is on.
 *
 * @param smallest the smallest gain told apart; Infinity where there is none
 */
export function gainCurve(question: PlanQuestion, rungs: readonly PlanRung[], smallest: number): readonly GainPoint[] {
  const {model, noise, demand} = question;
  const isBelow = model.gain < 1;
  const asked = isBelow ? 1 / model.gain : model.gain;
  const wanted = Math.max(least, beyond * asked, smallest === Infinity ? 0 : beyond * smallest);
  return geometricRungs(nearNone, Math.max(beyond * asked, Math.min(most, wanted)), gains).map((size) => {
    const gain = isBelow ? 1 / size : size;
    const there = {...model, gain};
    const answer = planAnswer(gain, gainDeviation(there, rungs, noise), demand.confidence);
    return {gain, answer, holds: linearityOf({...question, model: there}, rungs, answer).holds};
  });
}
