import type {Evidence, EvidenceKind} from "../scenario/schema.ts";

/** The seven kinds in words, as a filter names them. */
export const kindNames: Readonly<Record<EvidenceKind, string>> = {
  measured: "measured",
  maker: "stated by its maker",
  estimate: "estimate",
  paper: "published",
  derived: "derived",
  press: "press only",
  undisclosed: "not disclosed"
};

/** The seven kinds of evidence in words; the maker by name where its publisher is known. */
export function kindWords({kind, source}: Pick<Evidence, "kind" | "source">): string {
  const maker = source.publisher?.split(/[ ,;]/)[0];
  return kind === "maker" && maker !== undefined ? `stated by ${maker}` : kindNames[kind];
}
