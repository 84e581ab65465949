import type {InputKind} from "../../scenario/inputs.ts";
import type {Quantity} from "../../scenario/quantity.ts";
import {isOutside} from "../../scenario/quantity.ts";
import {intervalText, numberText} from "./fieldText.ts";
import {beyond} from "./sliderScale.ts";

/** What is odd about a value and still allowed: it is said, never put right. */
export function rowRemark(kind: InputKind, quantity: Quantity): string | undefined {
  const side = beyond(kind, quantity.value);
  if (side !== undefined) {
    const end = numberText(kind.range[side === "below" ? 0 : 1], kind.quantity);
    return side === "below" ? `Below the slider, which begins at ${end}` : `Beyond the slider, which ends at ${end}`;
  }
  return isOutside(quantity) ? `Outside its interval, ${intervalText(quantity, kind.quantity)}` : undefined;
}
