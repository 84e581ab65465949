import {exp, log} from "../numerics/exp.ts";
import {findRoot} from "../numerics/root.ts";
import type {Thinking} from "../scenario/schema.ts";
import {penaltyRow} from "./thinking.ts";
import {centralDifficulties} from "./thinkingLaws.ts";
import type {Penalty} from "./thinkingLaws.ts";
import {central} from "./valuation.ts";

/** The number of a penalty that says most of how long a thought it picks. */
export const leadingKeys = {
  linear: "perToken",
  kimi: "weight",
  arora: "alpha",
  "l1-exact": "target",
  "l1-max": "target"
} as const satisfies Record<Penalty["kind"], string>;

/** The penalty in focus; undefined for none, which is reward of correctness alone. */
export function penaltyInFocus({focus, penalties = []}: Thinking): Penalty | undefined {
  return focus === undefined ? penalties[0] : penalties.find(({id}) => id === focus);
}

/** The penalty with another leading number. */
function withLeading(penalty: Penalty, value: number): Penalty {
  return {...penalty, [leadingKeys[penalty.kind]]: {value, written: value}};
}

/**
 * The leading number with which a penalty picks so many tokens on average over problems; an end of the range where none
 * within it does. What is picked may jump from one length to another: the number is then where it jumps.
 *
 * @param range of the number, both > 0
 */
export function penaltyFor(
  section: Thinking,
  penalty: Penalty,
  tokens: number,
  [low, high]: readonly [number, number]
): number {
  const difficulties = centralDifficulties(section);
  const excess = (x: number) => {
    const picked = penaltyRow(section, withLeading(penalty, exp(x)), central, difficulties).tokens;
    return log(Math.max(1, picked)) - log(Math.max(1, tokens));
  };
  const [atLow, atHigh] = [excess(log(low)), excess(log(high))];
  if (Math.sign(atLow) * Math.sign(atHigh) >= 0) return Math.abs(atLow) <= Math.abs(atHigh) ? low : high;
  return exp(findRoot(excess, log(low), log(high), places).x);
}

/** A slider shows three digits. */
const places = {relativeTolerance: 1e-5};
