import {z} from "zod";
import {limits} from "./limits.ts";
import type {InputKind} from "./inputs.ts";
import {parseQuantity} from "./parseQuantity.ts";
import type {Quantity, QuantityInput, QuantityKind} from "./quantity.ts";
import type {Bounds} from "./quantityRange.ts";
import type {RarerUnits} from "./rarerUnits.ts";

// Zod would otherwise try `new Function` once to see whether it may: the page's content security policy forbids it.
z.config({jitless: true});

/** Which quantity a quantity schema stands for; the published JSON Schema and the reader of units look it up here. */
export const quantityKinds = new WeakMap<z.ZodType, QuantityKind>();

/** Rarer units, once loaded; a file that needs them is read twice (see `readScenario`). */
let rarerUnits: RarerUnits | undefined;
export function useRarerUnits(units: RarerUnits): void {
  rarerUnits = units;
}

/** A quantity of a kind, as a file writes it; parsed. */
export function quantity(kind: QuantityKind, description: string, bounds?: Bounds) {
  const written = z.custom<QuantityInput>(() => true);
  quantityKinds.set(written, kind);
  return written
    .transform((input, context): Quantity => {
      const parsed = parseQuantity(input, kind, rarerUnits, bounds);
      if (parsed.ok) return parsed.value;
      context.issues.push({
        code: "custom",
        message: parsed.message,
        input,
        path: [...(parsed.path ?? [])],
        params: {hint: parsed.hint, needs: parsed.needs}
      });
      return z.NEVER;
    })
    .meta({description});
}

export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens")
  .max(64);
export const name = z.string().trim().min(1).max(limits.nameLength);
export const prose = z.string().max(limits.textLength);
export const ids = z.array(id).max(20);

/** What the evidence of a section is told to be. */
export const evidenceHelp =
  "Ledger ids, by what they are of: under the place of a number, such as law.ceiling, its own; under any other name the section’s.";

/** Ledger ids by the place of the number they are of, such as `law.ceiling`, or by a part. */
export const evidenceByPlace = z.record(
  z.string().regex(/^[a-zA-Z0-9][\w-]*(\.[a-zA-Z0-9][\w-]*)*$/, "must be the place of a number, such as law.ceiling"),
  ids
);

/** The quantity of a row of the table of inputs, described as there. */
export function inputQuantity({quantity: kind, help, bounds}: InputKind) {
  if (kind === "count") throw new RangeError("invalid kind of quantity; a count is a plain number");
  return quantity(kind, help, bounds);
}
