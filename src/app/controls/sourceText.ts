import type {Input} from "../../scenario/inputList.ts";

/** What is said of the sources of a number, and how many of them disagree. */
export type Sources = (ids: readonly string[]) => {readonly text: string; readonly conflicts: number};

/**
 * Where a number comes from, in two or three words: "not disclosed", "estimate, 1 conflict", "assumed".
 *
 * A slope is always assumed: its evidence is of other families of models.
 */
export function sourceTextOf({evidence, kind, placed, model, recipe}: Input, sources: Sources): string {
  if (kind.quantity === "count") return "";
  if (kind.quantity === "slope") return "assumed";
  if (evidence.length === 0) {
    if (placed) return "placed";
    return model === undefined && recipe !== undefined ? "assumed" : "no source given";
  }
  const {text, conflicts} = sources(evidence);
  if (conflicts === 0 || text.includes("conflict")) return text;
  return `${text}, ${conflicts} ${conflicts === 1 ? "conflict" : "conflicts"}`;
}
