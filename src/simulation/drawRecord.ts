import type {Scenario} from "../scenario/schema.ts";
import type {Interval} from "./draws.ts";
import {drawer, interval, isKnown} from "./draws.ts";
import type {Valuation} from "./valuation.ts";

/** A step of draws takes a moment, and between two a newer question is heard. */
const drawsPerStep = 250;

/**
 * The draws of several numbers, by name: what a reading gives in each draw of a scenario's inputs. Yields the fraction
 * done between steps.
 *
 * @param read gives the same names in every draw
 */
export function* drawRecordSteps(
  scenario: Scenario,
  read: (value: Valuation) => Readonly<Record<string, number>>,
  {seed, draws} = scenario.uncertainty
): Generator<number, ReadonlyMap<string, Float64Array>> {
  const {valuation, select} = drawer(scenario, {seed, draws});
  const drawn = new Map<string, Float64Array>();
  for (let draw = 0; draw < draws; ++draw) {
    if (draw > 0 && draw % drawsPerStep === 0) yield draw / draws;
    select(draw);
    for (const [name, number] of Object.entries(read(valuation))) {
      let values = drawn.get(name);
      if (values === undefined) drawn.set(name, (values = new Float64Array(draws).fill(NaN)));
      values[draw] = number;
    }
  }
  return drawn;
}

/** The draws of several numbers, all at once. */
export function drawRecord(
  scenario: Scenario,
  read: (value: Valuation) => Readonly<Record<string, number>>,
  uncertainty = scenario.uncertainty
): ReadonlyMap<string, Float64Array> {
  const steps = drawRecordSteps(scenario, read, uncertainty);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The 90 % interval of draws; undefined where some draw has no number. */
export const knownInterval = (values: Float64Array | undefined): Interval | undefined =>
  values !== undefined && isKnown(values) ? interval(values) : undefined;
