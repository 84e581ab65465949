import type {Input, InputGroup} from "../../scenario/inputList.ts";

/** What is said of the sources of a number, and how many of them disagree. */
export type Sources = (ids: readonly string[]) => {readonly text: string; readonly conflicts: number};

/** Groups of numbers that somebody has stated. */
const stated: readonly InputGroup[] = ["Published values", "Claims and thresholds"];

/**
 * Where a number comes from, in two or three words: "not disclosed", "estimate, 1 conflict", "assumed".
 *
 * A slope is always assumed: its evidence is of other families of models. So is what nobody gives a source for, but a
 * model’s compute that the reader has placed, and what others are said to have stated.
 */
export function sourceTextOf({evidence, kind, placed, group, model}: Input, sources: Sources): string {
  if (kind.quantity === "count") return "";
  if (kind.quantity === "slope") return "assumed";
  if (evidence.length === 0) {
    if (stated.includes(group)) return "no source given";
    return placed && model !== undefined ? "placed" : "assumed";
  }
  const {text, conflicts} = sources(evidence);
  if (conflicts === 0 || text.includes("conflict")) return text;
  return `${text}, ${conflicts} ${conflicts === 1 ? "conflict" : "conflicts"}`;
}
