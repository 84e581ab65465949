import {isFunctionName} from "../laws/expression.ts";
import {faultAt, quoted, shortened, wholeFault, type FormulaFault} from "./formulaFault.ts";
import {isForeignWord} from "./formulaNames.ts";
import {foreignSign} from "./formulaSigns.ts";

/** What a formula may be at most: far more than any scaling law needs. */
export const formulaLimits = {characters: 300, depth: 40, nodes: 200} as const;

/** A piece of a formula; columns count from 1. */
export interface Token {
  readonly kind: "number" | "name" | "sign" | "open" | "close" | "comma";
  readonly text: string;
  readonly column: number;
}

/** An opened parenthesis, and whether it holds the values of a function. */
interface Opened {
  readonly column: number;
  readonly call: boolean;
}

const forms: readonly (readonly [Token["kind"], RegExp])[] = [
  ["number", /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ["name", /[A-Za-z_]\w*/y],
  ["sign", /[-+*/^]/y],
  ["open", /\(/y],
  ["close", /\)/y],
  ["comma", /,/y]
];

function tokenAt(text: string, offset: number): Token | undefined {
  for (const [kind, form] of forms) {
    form.lastIndex = offset;
    const piece = form.exec(text)?.[0];
    if (piece !== undefined) return {kind, text: piece, column: offset + 1};
  }
  return undefined;
}

function pieceFault({kind, text, column}: Token): FormulaFault | undefined {
  if (kind === "name" && isForeignWord(text)) return faultAt(text, column, "it means nothing in a formula");
  if (kind !== "number") return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) return faultAt(text, column, "a number must be below 1.8e308");
  if (value === 0 && /^[^e]*[1-9]/i.test(text)) return faultAt(text, column, "so small a number cannot be held");
  if (/^0\d/.test(text)) return faultAt(text, column, "a number does not begin with 0", "thousands take no sign");
  return undefined;
}

/** The advice on two values side by side. */
function signHint(left: Token, right: Token): string {
  if (left.kind === "number" && right.kind === "number") return "a number has one point and no spaces";
  if (left.kind === "number" && left.column + left.text.length === right.column) {
    if (/^e$/i.test(right.text)) return `digits are missing after ${left.text}${right.text}`;
    if (left.text === "0" && /^[xbo][\da-f]+$/i.test(right.text)) return "numbers are written in decimals";
  }
  if (isFunctionName(left.text)) return `write ${left.text}(…)`;
  const [before, after] = [left.kind === "close" ? "(…)" : left.text, right.kind === "open" ? "(…)" : right.text];
  return `write ${shortened(before)} * ${shortened(after)}`;
}

/** The fault of two pieces side by side: values without a sign as in 2C, or **. */
function neighborFault(left: Token, right: Token): FormulaFault | undefined {
  if (left.text === "*" && right.text === "*") return faultAt("**", left.column, "it is not a sign", "write ^");
  const ends = left.kind === "number" || left.kind === "name" || left.kind === "close";
  const begins = right.kind === "number" || right.kind === "name" || right.kind === "open";
  const calls = left.kind === "name" && right.kind === "open";
  if (!ends || !begins || calls) return undefined;
  const message = `has no sign between ${quoted(left.text)} and ${quoted(right.text)} at column ${right.column}`;
  return {...wholeFault(message, signHint(left, right)), column: right.column};
}

/** Keeps the list of opened parentheses, and says what is wrong with a parenthesis or comma. */
function nestingFault(token: Token, before: Token | undefined, opened: Opened[]): FormulaFault | undefined {
  const {kind, text, column} = token;
  if (kind === "open") opened.push({column, call: before?.kind === "name"});
  if (opened.length > formulaLimits.depth) {
    return faultAt(text, column, `parentheses may nest ${formulaLimits.depth} deep at most`);
  }
  if (kind === "close" && opened.pop() === undefined) return faultAt(text, column, `no "(" stands before it`);
  if (kind === "comma" && opened.at(-1)?.call !== true) {
    return faultAt(text, column, "it stands outside a function", "decimals take a point, thousands no sign");
  }
  return undefined;
}

/**
 * The pieces of a formula from left to right, or the first that has no place in one.
 *
 * Whatever the text, this takes no longer than a formula of the greatest length does.
 */
export function formulaTokens(text: string): {readonly ok: true; readonly tokens: readonly Token[]} | FormulaFault {
  const {characters, nodes} = formulaLimits;
  if (text.length > characters) return wholeFault(`must be at most ${characters} characters, got ${text.length}`);
  const tokens: Token[] = [];
  const opened: Opened[] = [];
  for (let offset = 0; offset < text.length;) {
    if (text[offset] === " " || text[offset] === "\t") {
      ++offset;
      continue;
    }
    const token = tokenAt(text, offset);
    if (token === undefined) return foreignSign(text, offset);
    const before = tokens.at(-1);
    const fault = pieceFault(token) ?? (before && neighborFault(before, token)) ?? nestingFault(token, before, opened);
    if (fault !== undefined) return fault;
    tokens.push(token);
    offset += token.text.length;
  }
  const open = opened.at(-1);
  if (open !== undefined) return faultAt("(", open.column, "it is never closed");
  if (tokens.length === 0) return wholeFault("must not be empty", "such as E + A * C^(-alpha)");
  const count = tokens.filter(({kind}) => kind === "number" || kind === "name" || kind === "sign").length;
  if (count > nodes) return wholeFault(`must hold at most ${nodes} numbers, names and signs, got ${count}`);
  return {ok: true, tokens};
}
