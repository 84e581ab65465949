import type {Quantity, QuantityInput} from "./quantity.ts";
import type {Reinforcement, Scenario} from "./schema.ts";

/** A scenario after an edit of reinforcement learning, and what a step of undo calls it. */
export interface ReinforcementEdit {
  readonly scenario: Scenario;
  readonly label: string;
}

/** A number with the ends of its 90 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A sigmoid that was fitted, each of its numbers as an estimate. */
export interface FittedLaw {
  readonly before: Estimate;
  readonly ceiling: Estimate;
  readonly steepness: Estimate;
  readonly middle: Estimate;
}

const edit = (
  scenario: Scenario,
  change: (section: Reinforcement) => Reinforcement,
  label: string
): ReinforcementEdit => ({
  scenario:
    scenario.reinforcement === undefined ? scenario : {...scenario, reinforcement: change(scenario.reinforcement)},
  label
});

/** Other measured points in place of those there are; none removes them. */
export function setPoints(
  scenario: Scenario,
  points: readonly {readonly compute: number; readonly score: number}[]
): ReinforcementEdit {
  const label =
    points.length === 0 ? "points removed" : `${points.length} ${points.length === 1 ? "point" : "points"} measured`;
  return edit(
    scenario,
    ({points: _, ...section}) =>
      points.length === 0
        ? section
        : {...section, points: points.map(({compute, score}) => ({compute, score: {value: score, written: score}}))},
    label
  );
}

const short = (value: number): number => Number(value.toPrecision(5));

function quantityOf({value, low, high}: Estimate): Quantity {
  const at = short(value);
  const [from, to] = [Math.min(short(low), at), Math.max(short(high), at)];
  if (!(from < to)) return {value: at, written: at};
  const written: QuantityInput = {value: at, low: from, high: to};
  return {value: at, low: from, high: to, written};
}

/**
 * The sigmoid of a section replaced by one that was fitted, intervals included.
 *
 * The four are drawn apart from then on, so that intervals of what follows are rather too wide. Intervals of score
 * before and ceiling that overlap are cut halfway: a score before training is never above the ceiling.
 */
export function takeLaw(scenario: Scenario, {before, ceiling, steepness, middle}: FittedLaw): ReinforcementEdit {
  const half = (before.value + ceiling.value) / 2;
  return edit(
    scenario,
    (section) => ({
      ...section,
      law: {
        before: quantityOf({...before, high: Math.min(before.high, half)}),
        ceiling: quantityOf({...ceiling, low: Math.max(ceiling.low, half)}),
        steepness: quantityOf(steepness),
        middle: quantityOf(middle)
      }
    }),
    "sigmoid fitted to the points"
  );
}
