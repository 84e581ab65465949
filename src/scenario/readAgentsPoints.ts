import type {AgentsPoint} from "./editAgents.ts";
import {parseQuantity} from "./parseQuantity.ts";
import type {Quantity} from "./quantity.ts";
import {readTable} from "./table.ts";

/** What a text of points gave, and the lines that cannot be used; lines count from 1. */
export interface ReadAgentsPoints {
  readonly points: readonly AgentsPoint[];
  readonly problems: readonly {readonly line: number; readonly message: string}[];
  /** Scores without a sign were above 1: all of them were taken in percent. */
  readonly isPercent: boolean;
}

const mostAgents = 64;
const mostPoints = 64;

const isNumber = (cell: string): boolean => /^[-+−]?[\d.,]+(?:e[-+]?\d+)?\s*%?$/i.test(cell);
const isNone = (cell: string): boolean => /^(?:|-|–|not disclosed|none|n\/?a)$/i.test(cell);

/** Blanks between numbers part them where nothing else does; where other than commas part them, commas are decimal. */
function withTabs(text: string): string {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== "" && !/^\s*#/.test(line));
  const isParted = lines.some((line) => /[;\t]/.test(line));
  const isSpaced =
    !isParted && lines.every((line) => !/,\s|,$/.test(line)) && lines.some((line) => /\d\s+\d/.test(line));
  const parted = isSpaced
    ? text.replace(/([\d%]) +(?=[\d.])/g, "$1\t").replace(/^([a-z]\S*) +(?=[a-z])/gim, "$1\t")
    : text;
  return isParted || isSpaced ? parted.replace(/(\d),(?=\d)/g, "$1.") : parted;
}

type Cell =
  {readonly ok: true; readonly quantity: Quantity | undefined} | {readonly ok: false; readonly message: string};

/** A share from a cell; without a sign it is in percent where the table is. */
function numberIn(cell: string, isPercent: boolean): number | string {
  const bare = cell.replace(/\s+(?=%$)/, "").replace("−", "-");
  return bare.endsWith("%") || !isPercent ? bare : `${bare}%`;
}

function scoreIn([value = "", low = "", high = ""]: readonly string[], isPercent: boolean): Cell {
  if (isNone(value)) return {ok: true, quantity: undefined};
  if (!isNumber(value)) return {ok: false, message: `The score must be a share or in percent, got ${value}`};
  const hasEnds = low !== "" && high !== "";
  if (!hasEnds && (low !== "" || high !== "")) {
    return {ok: false, message: "An interval has two ends: agents, score, low, high"};
  }
  const [at, from, to] = [value, low, high].map((cell) => numberIn(cell, isPercent));
  const parsed = parseQuantity(hasEnds ? {value: at ?? "", low: from ?? "", high: to ?? ""} : (at ?? ""), "share");
  if (!parsed.ok) return {ok: false, message: `The score ${parsed.message}`};
  const {low: least, high: most} = parsed.value;
  return least !== undefined && most !== undefined && (parsed.value.value < least || parsed.value.value > most)
    ? {ok: false, message: `The score must lie within its interval, got ${value}, ${low} to ${high}`}
    : {ok: true, quantity: parsed.value};
}

function agentsIn(cell: string): number | undefined {
  const agents = /^\d+$/.test(cell) ? Number(cell) : NaN;
  return agents >= 1 && agents <= mostAgents ? agents : undefined;
}

/**
 * Measured points from a text, a line each: agents and score, and where they are known the ends of its interval.
 *
 * A first line without numbers is a head. Commas, semicolons, tabs or blanks part the cells; with other than commas a
 * comma may be the decimal sign. Where an unsigned score is above 1, unsigned ones are in percent. A score that is left
 * out, or "not disclosed", is a point without one. Lines that begin with # are remarks.
 */
export function readAgentsPoints(text: string): ReadAgentsPoints {
  const table = readTable(withTabs(text), {withComments: true});
  const [first, ...others] = table.rows;
  const hasHead = first !== undefined && !first.cells.some((cell) => isNumber(cell));
  const rows = hasHead ? others : table.rows;
  const unsigned = rows.flatMap(({cells}) => cells.slice(1).filter((cell) => isNumber(cell) && !cell.endsWith("%")));
  const isPercent = unsigned.some((cell) => Number(cell) > 1);
  const points: AgentsPoint[] = [];
  const problems: {line: number; message: string}[] = [];
  for (const {line, cells} of rows) {
    const [count = "", ...scores] = cells;
    const agents = agentsIn(count);
    if (agents === undefined) {
      problems.push({
        line,
        message: `Agents must be a whole number from 1 to ${mostAgents}, got ${count || "nothing"}`
      });
      continue;
    }
    if (scores.length > 3) {
      problems.push({line, message: `A line holds agents, score, low and high, got ${cells.length} numbers`});
      continue;
    }
    if (points.length >= mostPoints) {
      problems.push({line, message: `${mostPoints} points are read at most: this line and those below are left out`});
      break;
    }
    const score = scoreIn(scores, isPercent);
    if (!score.ok) problems.push({line, message: score.message});
    else points.push({agents, ...(score.quantity === undefined ? {} : {score: score.quantity})});
  }
  return {points, problems, isPercent};
}

const percentText = (share: number): string => `${Number((100 * share).toPrecision(6))} %`;

/** Points as a person would paste them, a head above. */
export function agentsPointsText(points: readonly AgentsPoint[]): string {
  const lines = points.map(({agents, score}) => {
    if (score === undefined) return `${agents}, not disclosed`;
    const {value, low, high} = score;
    return [
      String(agents),
      ...[value, ...(low === undefined || high === undefined ? [] : [low, high])].map(percentText)
    ].join(", ");
  });
  return points.length === 0 ? "" : ["agents, score, low, high", ...lines].join("\n");
}
