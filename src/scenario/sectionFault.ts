import {writeInput} from "./address.ts";
import {checkLadders} from "./checkLadders.ts";
import type {Misfit} from "./misfit.ts";
import type {Quantity} from "./quantity.ts";
import type {Scenario} from "./schema.ts";
import {isLadderSection} from "./sectionAddress.ts";

const placeOf = ({path}: Misfit): string => path.join(".");

/**
 * Why a number of agents, thinking or reinforcement learning cannot be what someone wants to set it to, given all
 * others; undefined where it can, and for every other address.
 *
 * What was amiss before is no reason against a change that does not touch it.
 */
export function sectionFault(scenario: Scenario, address: string, quantity: Quantity): string | undefined {
  const [section] = address.split(".");
  if (!isLadderSection(section)) return undefined;
  const misfits = checkLadders(writeInput(scenario, address, quantity)).filter(({path}) => path[0] === section);
  if (misfits.length === 0) return undefined;
  const before = new Set(checkLadders(scenario).map(placeOf));
  const fault = misfits.find((misfit) => misfit.warning !== true && !before.has(placeOf(misfit)));
  return fault && [fault.message, fault.hint].filter((part) => part !== undefined).join("; ");
}
