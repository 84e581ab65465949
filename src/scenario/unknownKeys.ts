import type {z} from "zod";

type Path = readonly (string | number)[];

/** Where a schema met keys that it does not know, one path a key. */
export function unknownKeys(issues: readonly z.core.$ZodIssue[]): readonly Path[] {
  return issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => [...issue.path.map((step) => (typeof step === "number" ? step : String(step))), key])
      : []
  );
}

/** A document without the key that a path leads to; the same document where it leads nowhere. */
export function without(document: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined || document === null || typeof document !== "object") return document;
  if (Array.isArray(document)) return document.map((item: unknown, i) => (i === step ? without(item, rest) : item));
  return Object.fromEntries(
    Object.entries(document).flatMap(([key, item]: readonly [string, unknown]) => {
      if (key !== step) return [[key, item]];
      return rest.length === 0 ? [] : [[key, without(item, rest)]];
    })
  );
}
