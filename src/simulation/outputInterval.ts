import type {Scenario} from "../scenario/schema.ts";
import {drawer, interval, isKnown} from "./draws.ts";
import type {Interval} from "./draws.ts";
import {outputsOf} from "./outputs.ts";

/**
 * The 90 % interval of an output, the one that its view shows: same scenario and seed, same draws.
 *
 * @returns undefined where the scenario has no such output, some draw gives no number, or no interval is made of it
 */
export function outputInterval(scenario: Scenario, id: string): Interval | undefined {
  const output = outputsOf(scenario).find((item) => item.id === id);
  const read = output?.readerOf(scenario);
  if (output === undefined || read === undefined) return undefined;
  const {seed, draws: asked} = scenario.uncertainty;
  const {most = asked, first = asked} = output.draws ?? {};
  const draws = Math.min(asked, most);
  if (draws === 0) return undefined;
  const {valuation, select} = drawer(scenario, {seed, draws});
  const values = Float64Array.from({length: Math.min(draws, first)}, (_, draw) => {
    select(draw);
    return read(valuation);
  });
  return isKnown(values) ? interval(values) : undefined;
}
