import {readInput} from "./address.ts";
import {canSetCost} from "./costAddress.ts";
import type {Scenario} from "./schema.ts";

/** Whether an address names an input of the scenario, or one that a setup of its costs may be given. */
export function canSetInput(scenario: Scenario, address: string): boolean {
  const [section, ...rest] = address.split(".");
  return section === "cost" ? canSetCost(scenario.cost, rest) : readInput(scenario, address) !== undefined;
}
