import {compareScenarios} from "../scenario/compareScenarios.ts";
import type {InputDifference} from "../scenario/compareScenarios.ts";
import {formatFlop} from "../scenario/numberText.ts";
import type {Quantity} from "../scenario/quantity.ts";
import type {Scenario} from "../scenario/schema.ts";
import {quantityWords} from "./compareWords.ts";

/** The two values of an input: the central ones where they differ, else with their intervals. */
function sides({kind, before, after}: InputDifference): readonly [string, string] | undefined {
  if (before === undefined || after === undefined) return undefined;
  const isMoved = before.value !== after.value || before.bound !== after.bound;
  const words = (quantity: Quantity): string => {
    const {value, bound} = quantity;
    if (!isMoved) return quantityWords(quantity, kind);
    if (kind.quantity === "compute") return `${bound === undefined ? "" : `${bound} `}${formatFlop(value, 3).text}`;
    return quantityWords({value, written: value, ...(bound === undefined ? {} : {bound})}, kind);
  };
  return [words(before), words(after)];
}

/**
 * A step of undo in words: what changed, and from what to what where it was one input.
 *
 * `gain of Muse Spark: 3.0× → 10×`; a step of several inputs, or of something that is no input, is its label alone.
 */
export function stepWords(before: Scenario, after: Scenario, label: string): string {
  const {inputs, structure} = compareScenarios(before, after);
  const [only, ...others] = inputs;
  if (only === undefined || others.length > 0 || structure.some(({path}) => path !== "view.figure")) return label;
  const values = sides(only);
  return values === undefined ? label : `${label}: ${values[0]} → ${values[1]}`;
}
