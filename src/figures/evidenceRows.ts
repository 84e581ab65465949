import type {Text} from "../chart/figure.ts";
import type {Evidence} from "../scenario/schema.ts";
import {kindWords} from "./evidenceKinds.ts";
import {dateText, kindBeside, quantityWords, valueText} from "./evidenceWords.ts";
import type {EvidenceLookup} from "./footer.ts";
import {join} from "./wording.ts";

/** A figure the scenario uses, as its row in the list says it. */
export interface EvidenceRow {
  readonly id: string;
  readonly subject: string;
  readonly value: Text;
  /** Its kind in words, and the note. */
  readonly says: string;
  readonly source: string;
  readonly date: string;
  readonly url?: string;
  readonly conflicts: readonly Text[];
}

/** What another figure says instead, and why. */
function conflictText(other: Evidence): Text {
  const why = other.note === undefined ? "" : `: ${other.note}`;
  return join(valueText(other), kindBeside(other) === "" ? why : `, ${kindWords(other)}${why}`);
}

/** The address of a source where it is one of the web. */
export const webAddress = ({url}: Evidence["source"]): {readonly url?: string} =>
  url !== undefined && /^https?:\/\//.test(url) ? {url} : {};

function rowOf(entry: Evidence, find: EvidenceLookup): EvidenceRow {
  const {id, subject, quantity, source, date, note} = entry;
  return {
    id,
    subject: `${subject}, ${quantityWords(quantity)}`,
    value: valueText(entry),
    says: [kindBeside(entry), note].filter(Boolean).join(". "),
    source: source.publisher ?? source.title,
    date: dateText(date),
    ...webAddress(source),
    conflicts: (entry.conflictsWith ?? []).flatMap((other) => {
      const found = find(other);
      return found === undefined ? [] : [conflictText(found)];
    })
  };
}

/** The figures behind some ids, in their order; ids that lead nowhere are left out. */
export function evidenceRows(ids: readonly string[], find: EvidenceLookup): readonly EvidenceRow[] {
  return ids.flatMap((id) => {
    const entry = find(id);
    return entry === undefined ? [] : [rowOf(entry, find)];
  });
}
