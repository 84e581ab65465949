import {ascending, descending} from "d3-array";
import type {Text} from "../chart/figure.ts";
import {evidenceKinds} from "../scenario/schema.ts";
import type {Evidence, EvidenceKind} from "../scenario/schema.ts";
import {webAddress} from "./evidenceRows.ts";
import {dateText, gradeOf, kindBeside, quantityWords, valueWords} from "./evidenceWords.ts";
import type {EvidenceLookup} from "./footer.ts";

/** A figure in words, column by column. */
export interface FigureWords {
  readonly id: string;
  readonly subject: string;
  readonly quantity: string;
  readonly value: Text;
  readonly interval?: Text;
  readonly unit: string;
  readonly kind: EvidenceKind;
  /** Empty where the value says it. */
  readonly kindWords: string;
  readonly grade: string;
  readonly why: string;
  readonly source: string;
  readonly title: string;
  readonly url?: string;
  readonly date: string;
  readonly note: string;
}

/** A row of the table: a figure, where the scenario uses it, what disagrees with it, and what search and sort go by. */
export interface TableRow extends FigureWords {
  readonly uses: readonly string[];
  readonly conflicts: readonly FigureWords[];
  readonly haystack: string;
  readonly keys: Readonly<Record<Column, string | number>>;
}

export const columns = ["subject", "quantity", "value", "kind", "confidence", "source", "date"] as const;
export type Column = (typeof columns)[number];

export function figureWords(entry: Evidence): FigureWords {
  const {id, subject, quantity, kind, source, date, note = ""} = entry;
  return {
    id,
    subject,
    quantity: quantityWords(quantity),
    ...valueWords(entry),
    kind,
    kindWords: kindBeside(entry),
    ...gradeName(entry),
    source: source.publisher ?? source.title,
    title: source.title,
    ...webAddress(source),
    date: dateText(date),
    note
  };
}

/** Nobody grades what nobody disclosed. */
function gradeName(entry: Evidence): {readonly grade: string; readonly why: string} {
  const {grade, why} = gradeOf(entry);
  return {grade: grade === "none" ? "no grade" : grade, why};
}

const grades = ["high", "medium", "low", "unverified", "no grade"];

/** A figure's number for sorting: the middle of its bounds where it has no value; NaN, which comes last, without any. */
function sizeOf({value, low, high}: Evidence): number {
  return value ?? (low !== undefined && high !== undefined ? (low + high) / 2 : (low ?? high ?? NaN));
}

function rowOf(entry: Evidence, uses: readonly string[], find: EvidenceLookup): TableRow {
  const words = figureWords(entry);
  const {subject, quantity, kind, grade, source, title, note} = words;
  const rank = grades.indexOf(grade);
  return {
    ...words,
    uses,
    conflicts: (entry.conflictsWith ?? []).flatMap((id) => {
      const other = find(id);
      return other === undefined ? [] : [figureWords(other)];
    }),
    haystack: [subject, quantity, entry.quantity, note, source, title, ...uses].join("\n").toLowerCase(),
    keys: {
      subject,
      quantity,
      value: sizeOf(entry),
      kind: evidenceKinds.indexOf(kind),
      confidence: rank < 0 ? grades.length : rank,
      source,
      date: entry.date
    }
  };
}

/** Figures as rows, in the order given. */
export function evidenceTable(
  entries: readonly Evidence[],
  uses: ReadonlyMap<string, readonly string[]>,
  find: EvidenceLookup
): readonly TableRow[] {
  return entries.map((entry) => rowOf(entry, uses.get(entry.id) ?? [], find));
}

/** What a reader asked the table for; no kinds: all. */
export interface TableFilter {
  readonly search: string;
  readonly kinds: ReadonlySet<EvidenceKind>;
  readonly conflictsOnly: boolean;
}

/** A column and its direction; undefined: the order the rows came in. */
export type TableOrder = {readonly column: Column; readonly direction: "ascending" | "descending"} | undefined;

const wordsOf = (search: string): readonly string[] =>
  search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");

/** The rows that hold every word of the search, and have a conflict where that is asked; kinds aside. */
function found(rows: readonly TableRow[], {search, conflictsOnly}: TableFilter): readonly TableRow[] {
  const words = wordsOf(search);
  return rows.filter(
    ({haystack, conflicts}) =>
      (!conflictsOnly || conflicts.length > 0) && words.every((word) => haystack.includes(word))
  );
}

/** Smaller first or larger first, what has no number last either way; equal rows keep their order. */
function sorted(rows: readonly TableRow[], order: TableOrder): readonly TableRow[] {
  if (order === undefined) return rows;
  const {column, direction} = order;
  const compare = direction === "ascending" ? ascending : descending;
  const hasNone = ({keys}: TableRow) => Number.isNaN(keys[column]);
  return rows.toSorted((a, b) => {
    if (hasNone(a) || hasNone(b)) return Number(hasNone(a)) - Number(hasNone(b));
    const [first, second] = [a.keys[column], b.keys[column]];
    return typeof first === "string" && typeof second === "string"
      ? compare(first.toLowerCase(), second.toLowerCase())
      : compare(first, second);
  });
}

/** The rows to show, those that nobody disclosed apart, and how many of each kind the search finds. */
export interface TableView {
  readonly disclosed: readonly TableRow[];
  readonly undisclosed: readonly TableRow[];
  readonly counts: Readonly<Record<EvidenceKind, number>>;
  readonly conflicts: number;
}

export function tableView(rows: readonly TableRow[], filter: TableFilter, order: TableOrder): TableView {
  const matching = found(rows, filter);
  const shown = sorted(
    matching.filter(({kind}) => filter.kinds.size === 0 || filter.kinds.has(kind)),
    order
  );
  const counts = Object.fromEntries(
    evidenceKinds.map((kind) => [kind, matching.filter((row) => row.kind === kind).length])
  );
  return {
    disclosed: shown.filter(({kind}) => kind !== "undisclosed"),
    undisclosed: shown.filter(({kind}) => kind === "undisclosed"),
    counts: counts as Record<EvidenceKind, number>,
    conflicts: shown.filter(({conflicts}) => conflicts.length > 0).length
  };
}

/** The order after a click on a column: ascending, descending, then as it came. */
export function nextOrder(order: TableOrder, column: Column): TableOrder {
  if (order?.column !== column) return {column, direction: "ascending"};
  return order.direction === "ascending" ? {column, direction: "descending"} : undefined;
}
