import type {InputKind} from "./inputs.ts";
import type {Quantity} from "./quantity.ts";
import {rangeFault} from "./quantityRange.ts";

/** What a number out of its bounds is told, in the words a file is refused with: the page sets some without reading. */
export function boundsFault(
  {quantity: kind, bounds}: Pick<InputKind, "quantity" | "bounds">,
  {value, low, high}: Quantity
): string | undefined {
  return kind === "count" ? undefined : rangeFault([value, low ?? value, high ?? value], kind, bounds);
}
