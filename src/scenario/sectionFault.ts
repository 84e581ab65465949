import {readInput} from "./address.ts";
import {checkCost} from "./checkCost.ts";
import {checkLadders} from "./checkLadders.ts";
import {checkPlan} from "./checkPlan.ts";
import {inputAt} from "./inputList.ts";
import type {Misfit} from "./misfit.ts";
import type {Scenario} from "./schema.ts";

const misfits = (scenario: Scenario): readonly Misfit[] =>
  [...checkLadders(scenario), ...checkCost(scenario), ...checkPlan(scenario)].filter(({warning}) => warning !== true);

const keyOf = ({path, message}: Misfit): string => `${path.join(".")} ${message}`;

/** The name of the input a fault is of, where another one was changed: the fault is read beside that one. */
function elsewhere(before: Scenario, after: Scenario, {path}: Misfit): string {
  const address = path.join(".");
  const input = inputAt(after, address);
  return input !== undefined && readInput(before, address) === readInput(after, address) ? `${input.label} ` : "";
}

/**
 * Why a section of a scenario no longer fits together after a change: what a file with it would be told.
 *
 * Undefined where the change brings nothing that was not amiss before.
 */
export function sectionFault(before: Scenario, after: Scenario): string | undefined {
  const {agents, thinking, reinforcement, cost, plan} = after;
  const isSame =
    agents === before.agents &&
    thinking === before.thinking &&
    reinforcement === before.reinforcement &&
    cost === before.cost &&
    plan === before.plan;
  if (isSame) return undefined;
  const known = new Set(misfits(before).map(keyOf));
  const fault = misfits(after).find((misfit) => !known.has(keyOf(misfit)));
  if (fault === undefined) return undefined;
  const message = `${elsewhere(before, after, fault)}${fault.message}`;
  return [message, fault.hint].filter((part) => part !== undefined).join("; ");
}
