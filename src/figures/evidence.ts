import type {Text} from "../chart/figure.ts";
import {formatFlop} from "../scenario/numberText.ts";
import type {Evidence, Scenario} from "../scenario/schema.ts";
import {evidenceIds} from "../scenario/ledger.ts";
import type {EvidenceLookup} from "./footer.ts";
import {join, number, plain} from "./wording.ts";

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

/** The seven kinds of evidence in words; the maker by name where its publisher is known. */
export function kindWords({kind, source}: Pick<Evidence, "kind" | "source">): string {
  const maker = source.publisher?.split(/[ ,;]/)[0];
  const words: Record<Evidence["kind"], string> = {
    measured: "measured",
    maker: maker === undefined ? "stated by its maker" : `stated by ${maker}`,
    estimate: "estimate",
    paper: "published",
    derived: "derived",
    press: "press only",
    undisclosed: "not disclosed"
  };
  return words[kind];
}

const quantityNames: Record<string, string> = {
  "training-compute": "training compute",
  "aa-index-v4.0": "index v4.0",
  "compute-multiplier": "multiplier",
  "regulatory-threshold": "threshold",
  "compute-index-slope": "steepness",
  "active-parameters": "active parameters",
  "training-tokens": "training tokens",
  "overtraining-penalty": "over-training penalty",
  "scaling-law-parameter": "law"
};

/** A figure as its source gives it: in full, or to four digits as a power of ten. */
const amount = (value: number, unit: string): Text =>
  Math.abs(value) >= 1e5 ? join(formatFlop(value, digitsOf(value)).runs, ` ${unit}`) : plain(`${value} ${unit}`);

/** As many significant digits as a number has, two at least and four at most. */
const digitsOf = (value: number): number => [2, 3].find((digits) => Number(value.toPrecision(digits)) === value) ?? 4;

/** A figure's value with its unit, or its bounds, or that nobody disclosed it. */
export function valueText({value, low, high, unit, kind, quantity}: Evidence): Text {
  if (quantity === "compute-multiplier") {
    if (value !== null) return plain(low === value ? `over ${number(value)}×` : `${number(value)}×`);
    return low === undefined || high === undefined ? plain("no number") : plain(`${number(low)}× to ${number(high)}×`);
  }
  if (value !== null) return amount(value, unit);
  if (low !== undefined && high !== undefined) return join(amount(low, ""), "to ", amount(high, unit));
  if (low !== undefined) return join("over ", amount(low, unit));
  return plain(kind === "undisclosed" ? "not disclosed" : "no number");
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2026-04-10` as `10 Apr 2026`; a month or a year alone as such. */
export function dateText(date: string): string {
  const [year = "", month, day] = date.split("-");
  const named = month === undefined ? undefined : months[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), named, year].filter(Boolean).join(" ");
}

/** What another figure says instead, and why. */
function conflictText(other: Evidence): Text {
  const why = other.note === undefined ? "" : `: ${other.note}`;
  return join(valueText(other), `, ${kindWords(other)}${why}`);
}

function rowOf(entry: Evidence, find: EvidenceLookup): EvidenceRow {
  const {id, subject, quantity, source, date, note} = entry;
  return {
    id,
    subject: quantityNames[quantity] === undefined ? subject : `${subject}, ${quantityNames[quantity]}`,
    value: valueText(entry),
    says: [kindWords(entry), note].filter(Boolean).join(". "),
    source: source.publisher ?? source.title,
    date: dateText(date),
    ...(source.url !== undefined && /^https?:\/\//.test(source.url) ? {url: source.url} : {}),
    conflicts: (entry.conflictsWith ?? []).flatMap((other) => {
      const found = find(other);
      return found === undefined ? [] : [conflictText(found)];
    })
  };
}

/** The figures the scenario refers to: those of the answer first. Ids that lead nowhere are left out. */
export function evidenceRows(
  scenario: Scenario,
  find: EvidenceLookup,
  first: readonly (string | undefined)[]
): readonly EvidenceRow[] {
  const leading = scenario.models
    .filter(({id}) => first.includes(id))
    .flatMap(({evidence}) => [...(evidence?.compute ?? []), ...(evidence?.score ?? [])]);
  const ids = [
    ...new Set([...scenario.claims.flatMap(({evidence}) => evidence ?? []), ...leading, ...evidenceIds(scenario)])
  ];
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
