import type {Parsed, Quantity} from "../../scenario/quantity.ts";
import type {RarerUnits} from "../../scenario/rarerUnits.ts";
import type {Complaint} from "./useDraft.ts";

/** How fields are read: most of what the page knows of words and units, and none of it is needed before one is typed. */
export type FieldReader = typeof import("./readField.ts");

let reader: FieldReader | undefined;
let loading: Promise<FieldReader> | undefined;

/**
 * Loads what reads fields: asked for as a hand comes near, so that it is there before a text is.
 *
 * All wait for one promise, so that texts which were typed before are taken in the order they were typed in.
 */
export const loadFieldReader = (): Promise<FieldReader> => (loading ??= importReader());

async function importReader(): Promise<FieldReader> {
  try {
    return (reader = await import("./readField.ts"));
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Hands over the quantity that was read, or says what is wrong with it or its text, and what is accepted.
 *
 * At once where all is there that it takes, else in a moment.
 */
export function takeQuantity(
  read: (reader: FieldReader, units?: RarerUnits) => Parsed<Quantity>,
  commit: (quantity: Quantity) => Complaint
): Complaint | Promise<Complaint> {
  const take = (parsed: Parsed<Quantity>): Complaint => {
    if (!parsed.ok) return sentence([parsed.message, parsed.hint].filter((part) => part !== undefined).join("; "));
    const complaint = commit(parsed.value);
    return complaint && sentence(complaint);
  };
  const takeBy = (by: FieldReader) => {
    const parsed = by.withRarerUnits((units) => read(by, units));
    return parsed instanceof Promise ? parsed.then(take) : take(parsed);
  };
  if (reader !== undefined) return takeBy(reader);
  return loadFieldReader().then(takeBy, () => "What reads fields could not be loaded: reload the page");
}
