import {withCommas} from "../scenario/numberText.ts";
import type {CsvTable} from "../scenario/table.ts";
import type {RowProblem} from "./run.ts";
import {plainNumber} from "./runCell.ts";

/** The most rows and the longest text that are read. */
export const runLimits = {rows: 200_000, characters: 50_000_000} as const;

const fault = (line: number, message: string, column = ""): RowProblem => ({line, column, message});

/** What files that are no tables begin with. */
const otherFiles: readonly (readonly [start: RegExp, is: string])[] = [
  [/^PK\u0003\u0004/, "a spreadsheet or another packed file; save it as CSV first"],
  [/^%PDF-/, "a PDF"],
  [/^(?:\uFFFD|\u0089)PNG/, "a picture"],
  [/^\s*<(?:!doctype|html|\?xml|svg)/i, "a page or a picture in markup"],
  [/^\s*[{[]\s*["{[\]}]/, "JSON"]
];

/** Why a text is no table at all, before it is parted into cells; undefined if it may be one. */
export function textFault(text: string): RowProblem | undefined {
  if (text.length > runLimits.characters) {
    const size = Math.ceil(text.length / 1e5) / 10;
    return fault(1, `The text has ${size} MB; a table of runs has ${runLimits.characters / 1e6} MB at most`);
  }
  const other = otherFiles.find(([start]) => start.test(text.slice(0, 200)));
  if (other !== undefined) return fault(1, `The file is ${other[1]}, not a table of runs in CSV`);
  const zero = text.indexOf("\0");
  if (zero >= 0) {
    return fault(lineAt(text, zero), "The file is not text in UTF-8: it holds zero bytes. Save it as CSV in UTF-8");
  }
  const start = text.slice(0, 4096);
  const odd = Array.from(start).filter(isOdd).length;
  if (odd > 4 && odd > start.length / 20) return fault(1, "The file is not text: it holds bytes that are no letters");
  return undefined;
}

/** A control character, or the stand-in for bytes that are no UTF-8. */
function isOdd(character: string): boolean {
  const code = character.charCodeAt(0);
  return code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13);
}

const lineAt = (text: string, at: number): number => text.slice(0, at).split("\n").length;

/** Why a table holds no runs, whatever its columns stand for; undefined if it may hold some. */
export function tableFault({rows, openQuote}: CsvTable): RowProblem | undefined {
  const [head, ...below] = rows;
  if (head === undefined) return fault(1, "The table is empty");
  if (openQuote !== undefined) {
    return fault(openQuote, "A quote is opened in this row and never closed, so that all below is one cell");
  }
  const {line, cells} = head;
  const named = cells.filter((title) => title !== "");
  if (named.every((title) => !Number.isNaN(plainNumber(title)))) {
    return fault(
      line,
      `The first line holds numbers where titles should be: ${named.slice(0, 4).join(", ")}. Put a line of titles above, such as params, tokens, loss`
    );
  }
  if (named.length < 2) {
    return fault(
      line,
      `The table has one column, ${named[0] ?? ""}; commas, semicolons or tabs part the cells of a row, and a run has at least two: its size and its loss`
    );
  }
  const twice = named.find((title, i) => named.indexOf(title) !== i);
  if (twice !== undefined) {
    const places = cells.flatMap((title, i) => (title === twice ? [i + 1] : []));
    return fault(line, `Columns ${places.join(" and ")} have the same title; rename all but one`, twice);
  }
  if (below.length === 0) return fault(line, "The table has titles and no runs below them");
  if (below.length > runLimits.rows) {
    return fault(
      below[runLimits.rows]?.line ?? line,
      `The table has ${withCommas(below.length)} rows; at most ${withCommas(runLimits.rows)} are read. Leave out some, such as early checkpoints`
    );
  }
  return undefined;
}
