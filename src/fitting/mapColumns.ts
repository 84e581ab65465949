import {nearest} from "../scenario/nearest.ts";
import {sourceOf} from "./guessMapping.ts";
import {readTitleUnit} from "./titleUnit.ts";
import {runColumns, type ColumnSource, type RunColumn} from "./runColumns.ts";

/** What a mapping by hand says: a source for each quantity it names, undefined for one to leave out. */
export type MappedColumns =
  | {readonly ok: true; readonly columns: Readonly<Partial<Record<RunColumn, ColumnSource | undefined>>>}
  | {readonly ok: false; readonly message: string};

/** A quantity by what people call it. */
const aliases: Readonly<Record<string, RunColumn>> = {
  parameters: "N",
  params: "N",
  tokens: "D",
  compute: "C",
  flop: "C",
  bpb: "loss",
  accuracy: "score",
  dataset: "recipe",
  run: "name"
};

const fail = (message: string): MappedColumns => ({ok: false, message});

/**
 * Reads a mapping written by hand: "N=params,D=tokens*1e9,loss=loss_c4_val".
 *
 * After a * stands the unit of the cells, a number or a word: N=params*1e6, N=params*M, C=compute*PF-days; it goes
 * before that of the title. A title with a comma, equals sign or star stands in double quotes. "score=none" leaves a quantity out;
 * "bpb=TITLE" is a loss in bits per byte.
 */
export function mapColumns(spec: string, titles: readonly string[]): MappedColumns {
  const columns: Partial<Record<RunColumn, ColumnSource | undefined>> = {};
  const parts = splitOutsideQuotes(spec, ",").map((part) => part.trim());
  if (parts.every((part) => part === "")) return fail("The mapping is empty; for example N=params,D=tokens,loss=loss");
  for (const part of parts) {
    if (part === "") continue;
    const at = part.indexOf("=");
    if (at < 1) return fail(`"${part}" is no mapping; write quantity=title, for example N=params`);
    const word = part.slice(0, at).trim();
    const column = columnNamed(word);
    if (column === undefined) {
      const meant = nearest(word, [...runColumns, ...Object.keys(aliases)]);
      return fail(
        `There is no quantity ${word}${meant === undefined ? "" : `; did you mean ${meant}?`}; there are ${runColumns.join(", ")}`
      );
    }
    if (column in columns) return fail(`The mapping gives ${column} twice`);
    const read = readSource(part.slice(at + 1).trim(), column, titles);
    if (typeof read === "string") return fail(read);
    const isBits = word.toLowerCase() === "bpb" && read !== undefined;
    columns[column] = isBits ? {...read, unit: "bits per byte"} : read;
  }
  return {ok: true, columns};
}

function columnNamed(word: string): RunColumn | undefined {
  const lower = word.toLowerCase();
  return runColumns.find((column) => column.toLowerCase() === lower) ?? aliases[lower];
}

function readSource(text: string, column: RunColumn, titles: readonly string[]): ColumnSource | undefined | string {
  const exact = titleIndex(text, titles);
  if (exact >= 0) return sourceOf(titles[exact] ?? "", exact, column);
  if (/^(none|-)?$/i.test(text)) return undefined;
  const star = splitOutsideQuotes(text, "*");
  const unitText = star.length > 1 ? (star.at(-1) ?? "").trim() : undefined;
  const written = unquoted((unitText === undefined ? text : star.slice(0, -1).join("*")).trim());
  const index = titleIndex(written, titles);
  if (index < 0) {
    const named = titles.filter((title) => title !== "");
    const meant = nearest(written, named);
    return `${column}: no column is called ${written}${meant === undefined ? "" : `; did you mean ${meant}?`}; there are ${named.join(", ")}`;
  }
  const source = sourceOf(titles[index] ?? "", index, column);
  if (unitText === undefined) return source;
  const number = Number(unitText);
  if (unitText !== "" && number > 0 && number < Infinity) {
    return {...source, times: number, unit: column === "loss" ? source.unit : `× ${unitText}`, stated: true};
  }
  const unit = readTitleUnit(unitText);
  if (unit === undefined || number <= 0) {
    return `${column}: "${unitText}" is no unit; after * stands a number above 0 or a unit: 1e6, M, billions, PF-days, %`;
  }
  return {...source, times: unit.times, unit: unit.words, stated: true};
}

/** The column of a title: as it stands, else in any case. */
function titleIndex(written: string, titles: readonly string[]): number {
  const exact = titles.indexOf(written);
  return exact >= 0
    ? exact
    : titles.findIndex((title) => title !== "" && title.toLowerCase() === written.toLowerCase());
}

const unquoted = (text: string): string => (/^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text);

function splitOutsideQuotes(text: string, separator: string): readonly string[] {
  const parts = [""];
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (character === separator && !isQuoted) parts.push("");
    else parts[parts.length - 1]! += character;
  }
  return parts;
}
