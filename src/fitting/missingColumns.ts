import type {ColumnMapping} from "./runColumns.ts";

/** What a table must have and has not, with the titles it has; undefined if it has what any fit needs. */
export function missingColumns({N, D, C, loss, score}: ColumnMapping, titles: readonly string[]): string | undefined {
  const there = `; there are ${titles.filter((title) => title !== "").join(", ")}`;
  if (loss === undefined && score === undefined) {
    return `No column gives a loss or a score, which are called loss, val_loss, bpb, score or accuracy${there}. Say which it is: loss=TITLE`;
  }
  if (C !== undefined || (N !== undefined && D !== undefined) || (loss !== undefined && score !== undefined)) return;
  if (N === undefined && D === undefined) {
    return `No column gives compute, or parameters and tokens${there}. Say which it is: C=TITLE, or N=TITLE,D=TITLE`;
  }
  const [has, lacks] = N === undefined ? ["D", "N"] : ["N", "D"];
  return `A column gives ${has} and none ${lacks} or C${there}. Say which it is: ${lacks}=TITLE or C=TITLE`;
}
