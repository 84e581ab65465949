import type {Parsed, Quantity} from "../../scenario/quantity.ts";
import type {RarerUnits} from "../../scenario/rarerUnits.ts";
import {withRarerUnits} from "./readField.ts";
import type {Complaint} from "./useDraft.ts";

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Hands over the quantity that was read, or says what is wrong with it or its text, and what is accepted. */
export function takeQuantity(
  read: (units?: RarerUnits) => Parsed<Quantity>,
  commit: (quantity: Quantity) => Complaint
): Complaint | Promise<Complaint> {
  const take = (parsed: Parsed<Quantity>): Complaint => {
    if (!parsed.ok) return sentence([parsed.message, parsed.hint].filter((part) => part !== undefined).join("; "));
    const complaint = commit(parsed.value);
    return complaint && sentence(complaint);
  };
  const parsed = withRarerUnits(read);
  return parsed instanceof Promise ? parsed.then(take) : take(parsed);
}
