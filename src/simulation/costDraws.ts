import type {Scenario} from "../scenario/schema.ts";
import {costReader} from "./costReaders.ts";
import type {CostNumbers} from "./costReaders.ts";
import {drawRecord} from "./drawRecord.ts";
import {mostDraws} from "./setupWork.ts";
import type {Valuation} from "./valuation.ts";

/** Numbers of the costs that are drawn together with others: one reckoning a draw serves all of them. */
export interface DrawnPart<T> {
  /** The numbers of one draw, the same names in every draw, which no other part uses. */
  readonly read: (value: Valuation, numbers: CostNumbers) => Readonly<Record<string, number>>;
  /** What the draws come to. */
  readonly gather: (drawn: ReadonlyMap<string, Float64Array>) => T;
}

/**
 * The draws of the costs: where a setup takes its work from a section, as many as that section’s view makes, so that
 * both show one interval.
 */
export const costDraws = (scenario: Scenario, uncertainty = scenario.uncertainty): Scenario["uncertainty"] => ({
  ...uncertainty,
  draws: Math.min(uncertainty.draws, mostDraws(scenario) ?? uncertainty.draws)
});

/** Draws one part alone; undefined where the scenario holds no costs, or the part is none. */
export function drawPart<T>(
  scenario: Scenario,
  part: DrawnPart<T> | undefined,
  uncertainty = scenario.uncertainty
): T | undefined {
  const costsOf = costReader(scenario);
  if (part === undefined || costsOf === undefined) return undefined;
  return part.gather(
    drawRecord(scenario, (value) => part.read(value, costsOf(value)), costDraws(scenario, uncertainty))
  );
}
