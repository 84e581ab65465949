import type {Scenario} from "../scenario/schema.ts";
import {costReader} from "./costReaders.ts";
import type {CostNumbers} from "./costReaders.ts";
import {drawRecord} from "./drawRecord.ts";
import type {Valuation} from "./valuation.ts";

/** Numbers of the costs that are drawn together with others: one reckoning a draw serves all of them. */
export interface DrawnPart<T> {
  /** The numbers of one draw, the same names in every draw, which no other part uses. */
  readonly read: (value: Valuation, numbers: CostNumbers) => Readonly<Record<string, number>>;
  /** What the draws come to. */
  readonly gather: (drawn: ReadonlyMap<string, Float64Array>) => T;
}

/** Draws one part alone; undefined where the scenario holds no costs, or the part is none. */
export function drawPart<T>(
  scenario: Scenario,
  part: DrawnPart<T> | undefined,
  uncertainty = scenario.uncertainty
): T | undefined {
  const costsOf = costReader(scenario);
  if (part === undefined || costsOf === undefined) return undefined;
  return part.gather(drawRecord(scenario, (value) => part.read(value, costsOf(value)), uncertainty));
}
