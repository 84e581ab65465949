import type {Text} from "../chart/figure.ts";
import type {Evidence, Scenario} from "../scenario/schema.ts";
import {evidenceIds} from "../scenario/ledger.ts";
import {cast} from "../simulation/ladder.ts";
import {dateText, kindBeside, kindWords, quantityWords, valueText} from "./evidenceWords.ts";
import type {EvidenceLookup} from "./footer.ts";
import {join} from "./wording.ts";

export {dateText, kindWords, valueText};

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

/** Whose figures come first: the answer's, and the models of the reference. */
export function leadingModels(scenario: Scenario): readonly (string | undefined)[] {
  const {subject, rival} = cast(scenario);
  return [subject, ...scenario.models.flatMap(({id, recipe}) => (recipe === scenario.reference ? [id] : [])), rival];
}

/** The ids the scenario refers to, without repeats: those of the claims and of the models named first before the rest. */
export function orderedIds(scenario: Scenario, first: readonly (string | undefined)[]): readonly string[] {
  const leading = scenario.models
    .filter(({id}) => first.includes(id))
    .flatMap(({evidence}) => [...(evidence?.compute ?? []), ...(evidence?.score ?? [])]);
  return [
    ...new Set([...scenario.claims.flatMap(({evidence}) => evidence ?? []), ...leading, ...evidenceIds(scenario)])
  ];
}

/** The figures behind some ids, in their order; ids that lead nowhere are left out. */
export function evidenceRows(ids: readonly string[], find: EvidenceLookup): readonly EvidenceRow[] {
  return ids.flatMap((id) => {
    const entry = find(id);
    return entry === undefined ? [] : [rowOf(entry, find)];
  });
}

/** What is said of a number's sources in two or three words, and how many figures disagree with the first. */
export function sourcesOf(
  ids: readonly string[],
  find: EvidenceLookup
): {readonly text: string; readonly conflicts: number} {
  const entries = ids.flatMap((id) => find(id) ?? []);
  const [first] = entries;
  if (first === undefined) return {text: "assumed", conflicts: 0};
  return {text: kindWords(first), conflicts: new Set(first.conflictsWith ?? []).size};
}
