import {limits} from "../scenario/limits.ts";
import type {CsvRow} from "../scenario/table.ts";
import {hasDecimalCommas, readTable, withDecimalPoints} from "../scenario/table.ts";
import {readCell} from "./runCell.ts";

/** A score after an amount of training. */
export interface ScoredPoint {
  /** Steps or GPU-hours, > 0. */
  readonly compute: number;
  /** 0 to 1. */
  readonly score: number;
}

/** What a table of points gave: those that can be used, and each line that cannot. */
export interface ReadPoints {
  readonly points: readonly ScoredPoint[];
  readonly problems: readonly {readonly line: number; readonly message: string}[];
  /** Some score was above 1, so that all without a sign were taken as percent. */
  readonly isPercent: boolean;
}

/** As many points as a scenario holds. */
export const mostPoints = 1000;

const unitBehind = /\s*(?:gpu[- ]?hours?|gpu-?h|steps?)$/i;
const isNumber = (cell: string): boolean => readCell(cell, "score").ok;

const spaced = /^\s*(?:[^\s,]\S*[^\s,]|\d)\s+\S+\s*$/;

/**
 * The text with tabs between columns that are parted by spaces alone, "1000 0.25", or by something other than the
 * comma of a decimal, "1000;0,25".
 */
function withTabs(text: string): string {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "" && !/^\s*#/.test(line));
  // One more tab at the end: a comma that stood as often would be taken for what parts the columns.
  const closed = (parted: string) => parted.replace(/[^\r\n]$/gm, "$&\t");
  if (lines.length > 0 && lines.every((line) => line.split(/[;\t]/).length === 2)) {
    return closed(text.replaceAll(";", "\t"));
  }
  const isSpaced = lines.every((line) => !/[;\t]/.test(line) && spaced.test(line));
  return isSpaced ? closed(text.replace(/([^\s])[ ]+(?=\S)/g, "$1\t")) : text;
}

/**
 * Reads points, a line each: the amount of training, then the score as a share or in percent.
 *
 * Commas, semicolons, tabs or spaces part them; a first line of words is a head, lines that begin with # are remarks,
 * decimal commas are read where the comma parts nothing. Where a score without a sign is above 1, all such are percent.
 */
export function readScoredPoints(text: string): ReadPoints {
  const table = readTable(withTabs(text), {withComments: true});
  const [first] = table.rows;
  const hasHead = first !== undefined && !first.cells.some((cell) => isNumber(withDecimalPoints(cell)));
  // The reader of tables takes the first row for a head: one that is none counts too.
  const unheaded = first === undefined || hasHead ? table : {...table, rows: [first, ...table.rows]};
  const point = hasDecimalCommas(unheaded) ? withDecimalPoints : (cell: string) => cell;
  const read = table.rows.slice(hasHead ? 1 : 0).map((row) => readRow(row, point));
  const rows = read.flatMap((row) => (row.ok ? [row] : []));
  const isPercent = rows.some(({score, own}) => !own && score > 1);
  const placed = rows.map(({line, compute, score, own}) => ({
    line,
    compute,
    score: isPercent && !own ? score / 100 : score
  }));
  const isShare = ({score}: ScoredPoint) => score >= 0 && score <= 1;
  const good = placed.filter(isShare);
  return {
    points: good.slice(0, mostPoints).map(({compute, score}) => ({compute, score})),
    problems: [
      ...read.flatMap((row) => (row.ok ? [] : [{line: row.line, message: row.message}])),
      ...placed
        .filter((row) => !isShare(row))
        .map(({line, score}) => ({
          line,
          message: `score: must lie between 0 and 1 or 0 % and 100 %, got ${scoreText(score, isPercent)}`
        })),
      ...good
        .slice(mostPoints)
        .map(({line}) => ({line, message: `is beyond the ${mostPoints} points that a scenario holds`}))
    ]
      .sort((one, other) => one.line - other.line)
      .slice(0, limits.runs),
    isPercent
  };
}

const scoreText = (score: number, isPercent: boolean): string =>
  isPercent ? `${Number((100 * score).toPrecision(6))} %` : `${score}`;

type Row =
  | {readonly ok: true; readonly line: number; readonly compute: number; readonly score: number; readonly own: boolean}
  | {readonly ok: false; readonly line: number; readonly message: string};

function readRow({line, cells}: CsvRow, point: (cell: string) => string): Row {
  const fail = (message: string): Row => ({ok: false, line, message});
  const filled = cells.filter((cell, i) => cell !== "" || i < 2);
  if (filled.length < 2) return fail("has one cell where two are wanted: steps or GPU-hours, then the score");
  if (filled.length > 2)
    return fail(`has ${filled.length} cells where two are wanted: steps or GPU-hours, then the score`);
  const [amount = "", score = ""] = cells.map(point);
  const compute = readCell(amount.replace(unitBehind, ""), "N");
  if (!compute.ok) {
    const isPlain = compute.missing || compute.message.startsWith("must be greater");
    return fail(
      isPlain
        ? `amount of training: ${compute.message}`
        : `amount of training: must be a number above 0, for example 20000 or 20K, got ${amount}`
    );
  }
  const found = readCell(score.replace(/\s+%$/, "%"), "score");
  if (!found.ok) return fail(`score: ${found.message}`);
  return {ok: true, line, compute: compute.value, score: found.value, own: score.endsWith("%")};
}
