import type {Misfit} from "./misfit.ts";
import {nearest} from "./nearest.ts";

/** What a name of nothing says: that it names none, and which there are, or which was likely meant. */
export function unknownName(path: Misfit["path"], what: string, id: string, known: readonly string[]): Misfit {
  const near = nearest(id, known);
  return {
    path,
    message: `names no ${what}: "${id}"`,
    missing: id,
    hint: near === undefined ? `there are: ${known.join(", ") || "none"}` : `did you mean "${near}"?`
  };
}
