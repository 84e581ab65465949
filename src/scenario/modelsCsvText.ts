import {dsvFormat} from "d3-dsv";

/** One row of a table with the line of the file it begins on; lines count from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table as text gives it, before anything is known of its columns. */
export interface CsvTable {
  readonly delimiter: "," | ";" | "\t";
  readonly rows: readonly CsvRow[];
}

const delimiters = [",", ";", "\t"] as const;

const isLineEnd = (character: string): boolean => character === "\n" || character === "\r";

/** Visits the characters outside quotes with their lines, until a visit answers false. */
function unquoted(text: string, delimiter: string, visit: (character: string, line: number) => boolean): void {
  let isQuoted = false;
  let atStart = true;
  let line = 1;
  for (let i = 0; i < text.length; ++i) {
    const character = text.charAt(i);
    if (isQuoted && character === '"') {
      // A doubled quote stands for one and does not end the cell.
      if (text.charAt(i + 1) === '"') ++i;
      else isQuoted = false;
    } else if (!isQuoted && atStart && character === '"') {
      isQuoted = true;
      atStart = false;
    } else if (!isQuoted) {
      if (!visit(character, line)) return;
      atStart = character === delimiter || isLineEnd(character);
    }
    if (isLineEnd(character)) ++line;
  }
}

/** The delimiter the first line has most of; the comma where none is ahead. */
function delimiterOf(text: string): CsvTable["delimiter"] {
  const counts = delimiters.map((delimiter) => {
    let count = 0;
    unquoted(text, delimiter, (character) => {
      if (isLineEnd(character)) return false;
      if (character === delimiter) ++count;
      return true;
    });
    return count;
  });
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}

/** The line each row begins on, rows being parted by line ends outside quotes. */
function lineStarts(text: string, delimiter: string): readonly number[] {
  const starts = [1];
  unquoted(text, delimiter, (character, line) => {
    if (isLineEnd(character)) starts.push(line + 1);
    return true;
  });
  return starts;
}

/** Reads a table parted by commas, semicolons or tabs; blank lines are left out, lines counted nevertheless. */
export function readTable(text: string): CsvTable {
  const plain = (text.startsWith("\uFEFF") ? text.slice(1) : text).replace(/\r\n/g, "\n");
  const delimiter = delimiterOf(plain);
  const starts = lineStarts(plain, delimiter);
  // `parseRows` alone: the other readers of d3-dsv build their objects with `new Function`, which the page forbids.
  const rows = dsvFormat(delimiter)
    .parseRows(plain)
    .map((cells, i): CsvRow => ({line: starts[i] ?? i + 1, cells: cells.map((cell) => cell.trim())}));
  return {delimiter, rows: rows.filter(({cells}) => cells.some((cell) => cell !== ""))};
}

const commaDecimal = /^[-+−]?(?:\d+|\d{1,3}(?:\.\d{3})+),\d+(?:e[-+]?\d+)?$/i;
const pointDecimal = /\d\.\d(?!\d\d(?:\.|,|$))/;

/** Whether a table writes 52,15 for 52.15: never where the comma parts cells, nor where a point does the same work. */
export function hasDecimalCommas({delimiter, rows}: CsvTable): boolean {
  if (delimiter === ",") return false;
  const cells = rows.slice(1).flatMap((row) => row.cells);
  return (
    cells.some((cell) => commaDecimal.test(cell)) &&
    !cells.some((cell) => /^[-+−]?[\d.]+(?:e|$)/i.test(cell) && pointDecimal.test(cell))
  );
}

/** A cell of a table with decimal commas as the rest of the program writes numbers. */
export const withDecimalPoints = (cell: string): string =>
  cell.replace(/(\d)\.(?=\d{3}(?:\D|$))/g, "$1").replace(/(\d),(?=\d)/g, "$1.");

/** What spreadsheets take for a formula when a text begins with it. */
const formulaStart = /^[=+\-@\t\r]/;

/** A text that no spreadsheet runs as a formula. */
export const guarded = (text: string): string =>
  formulaStart.test(text) || /^'[=+\-@]/.test(text) ? `'${text}` : text;

/** The text behind the apostrophe that guards it. */
export const unguarded = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);
