import type {Parsed, QuantityKind} from "./quantity.ts";
import {amountOf, fail, lend, readPart, spelling, type Part, type Reader} from "./quantityPart.ts";
import {isSymbol, normalizeQuantityText, tokenize, wordOf, type Token} from "./quantityTokens.ts";
import type {Bounds} from "./quantityRange.ts";
import type {RarerUnits} from "./rarerUnits.ts";
import {accepted} from "./units.ts";

/** The numbers of a quantity as text gives them; `value` alone, an interval alone, or both. */
export interface QuantityNumbers {
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly bound?: "over" | "under";
}

const longestText = 200;

/** Reads a quantity as people write it: "2e24", "10x", "3 to 10", "5 (3 to 12)", "over 10x", "5 ± 2". */
export function readQuantityText(
  written: string,
  kind: QuantityKind,
  units?: RarerUnits,
  bounds?: Bounds
): Parsed<QuantityNumbers> {
  if (written.length > longestText) {
    return fail(`must be at most ${longestText} characters, got ${written.length}; ${accepted[kind]}`);
  }
  const text = normalizeQuantityText(written);
  if (text === "") return fail(`is empty; ${accepted[kind]}`);
  const tokens = tokenize(text);
  const reader = {text, kind, units, bounds};
  const bounded = splitBound(tokens);
  if (bounded) return readBound(bounded.bound, bounded.rest, reader);
  const open = tokens.findIndex((token) => isSymbol(token, "(") || isSymbol(token, "["));
  if (open > 0) return readBracketed(tokens, open, reader);
  const spread = tokens.findIndex((token) => isSymbol(token, "±"));
  if (spread >= 0) return readSpread(tokens.slice(0, spread), tokens.slice(spread + 1), reader);
  const interval = splitInterval(tokens);
  if (interval) return readInterval(interval, reader);
  if (lacksEnd(tokens)) return fail(`an interval takes two ends, got "${text}"; for example 3 to 10`);
  const part = readPart(tokens, reader);
  if (!part.ok) return part;
  const value = amountOf(part.value, reader);
  return value.ok ? {ok: true, value: {value: value.value}} : value;
}

const leadingBounds: readonly (readonly [readonly string[], "over" | "under"])[] = [
  [["over"], "over"],
  [["above"], "over"],
  [["more", "than"], "over"],
  [["greater", "than"], "over"],
  [["at", "least"], "over"],
  [[">="], "over"],
  [[">"], "over"],
  [["under"], "under"],
  [["below"], "under"],
  [["less", "than"], "under"],
  [["fewer", "than"], "under"],
  [["at", "most"], "under"],
  [["up", "to"], "under"],
  [["<="], "under"],
  [["<"], "under"]
];

/** Words of a bound behind its number: "10x or more". */
const trailingBounds: readonly (readonly [readonly string[], "over" | "under"])[] = [
  [["or", "more"], "over"],
  [["and", "more"], "over"],
  [["or", "less"], "under"],
  [["or", "fewer"], "under"]
];

function splitBound(tokens: readonly Token[]): {bound: "over" | "under"; rest: readonly Token[]} | undefined {
  for (const [words, bound] of leadingBounds) {
    if (words.every((word, i) => spelling(tokens[i]) === word)) return {bound, rest: tokens.slice(words.length)};
  }
  for (const [words, bound] of trailingBounds) {
    const end = tokens.slice(-words.length);
    if (tokens.length > words.length && words.every((word, i) => wordOf(end[i]) === word))
      return {bound, rest: tokens.slice(0, -words.length)};
  }
  return tokens.length > 1 && isSymbol(tokens.at(-1), "+") ? {bound: "over", rest: tokens.slice(0, -1)} : undefined;
}

function readBound(bound: "over" | "under", rest: readonly Token[], reader: Reader): Parsed<QuantityNumbers> {
  const single = `a bound takes one number, got "${reader.text}"; for example ${bound} 10`;
  if (splitInterval(rest) || rest.some((token) => isSymbol(token, "±") || isSymbol(token, "("))) return fail(single);
  const part = readPart(rest, reader);
  if (!part.ok) return part;
  const value = amountOf(part.value, reader);
  return value.ok ? {ok: true, value: {value: value.value, bound}} : value;
}

type Ends = readonly [low: readonly Token[], high: readonly Token[]];

function splitInterval(tokens: readonly Token[]): Ends | undefined {
  const opening = wordOf(tokens[0]);
  const led = opening === "between" || opening === "from";
  for (let i = led ? 2 : 1; i < tokens.length - 1; ++i) {
    const word = wordOf(tokens[i]);
    const separates =
      word === "to" ||
      isSymbol(tokens[i], "–") ||
      (word === "and" && opening === "between") ||
      (isSymbol(tokens[i], "-") && isRangeHyphen(tokens, i));
    if (separates) return [tokens.slice(led ? 1 : 0, i), tokens.slice(i + 1)];
  }
  return undefined;
}

/** Whether one end of an interval is missing: "3 to", "– 10", "between 3 and". */
function lacksEnd(tokens: readonly Token[]): boolean {
  const separates = (token: Token | undefined) => wordOf(token) === "to" || isSymbol(token, "–");
  const last = tokens.at(-1);
  const opening = wordOf(tokens[0]);
  return separates(tokens[0]) || separates(last) || (opening === "between" && wordOf(last) === "and");
}

/** Tells the hyphen of "3x-10x" from those of "H100-hours" and "A100-80GB". */
function isRangeHyphen(tokens: readonly Token[], at: number): boolean {
  const before = wordOf(tokens[at - 1]) ?? "";
  const next = isSymbol(tokens[at + 1], "-") ? tokens[at + 2] : tokens[at + 1];
  return next?.type === "number" && !/\d/.test(before);
}

function readInterval([lowTokens, highTokens]: Ends, reader: Reader): Parsed<QuantityNumbers> {
  if (lowTokens.some((token) => wordOf(token) === "at" || isSymbol(token, "@"))) {
    return fail(`a utilisation is one number, got "${reader.text}"`, "write the interval on the hours instead");
  }
  const low = readPart(lowTokens, reader);
  if (!low.ok) return low;
  const high = readPart(highTokens, reader);
  if (!high.ok) return high;
  const lent = intervalOf(lend(low.value, high.value), high.value, reader);
  if (lent.ok || low.value.magnitude !== undefined || high.value.magnitude === undefined) return lent;
  // "900 to 3k" cannot mean 900 thousand
  const literal = intervalOf({...lend(low.value, high.value), magnitude: undefined}, high.value, reader);
  return literal.ok ? literal : lent;
}

function intervalOf(low: Part, high: Part, reader: Reader): Parsed<Required<Pick<QuantityNumbers, "low" | "high">>> {
  // "2 to 3×10^24" may mean 2 or 2×10^24; nobody means an interval over twenty powers of ten.
  const large = reader.kind === "compute" || reader.kind === "parameters" || reader.kind === "tokens";
  if (
    large &&
    low.magnitude === undefined &&
    low.number.exponent === 0 &&
    Number(low.number.digits) < 1000 &&
    high.number.exponent >= 6
  ) {
    return fail(
      `the power of ten of "${low.shown}" is not clear in "${reader.text}"; write it on both ends: for example 2e24 to 3e24`
    );
  }
  const from = amountOf(low, reader);
  if (!from.ok) return from;
  const to = amountOf(high, reader);
  if (!to.ok) return to;
  if (from.value > to.value) {
    return fail(
      `low must not be above high, got ${low.shown} and ${high.shown}`,
      "write magnitude and unit on both ends"
    );
  }
  return {ok: true, value: {low: from.value, high: to.value}};
}

/** Reads "5 (3 to 12)", "5x (3x to 12x)", "5 (3 to 12) million". */
function readBracketed(tokens: readonly Token[], open: number, reader: Reader): Parsed<QuantityNumbers> {
  const close = tokens.findIndex((token) => isSymbol(token, ")") || isSymbol(token, "]"));
  const ends = close > open ? splitInterval(tokens.slice(open + 1, close)) : undefined;
  if (!ends) return fail(`brackets must hold an interval, got "${reader.text}"; for example 5 (3 to 12)`);
  const center = readPart([...tokens.slice(0, open), ...tokens.slice(close + 1)], reader);
  if (!center.ok) return center;
  const low = readPart(ends[0], reader);
  if (!low.ok) return low;
  const high = readPart(ends[1], reader);
  if (!high.ok) return high;
  const value = amountOf(center.value, reader);
  if (!value.ok) return value;
  const top = lend(high.value, center.value);
  const interval = intervalOf(lend(low.value, top), top, reader);
  return interval.ok ? {ok: true, value: {value: value.value, ...interval.value}} : interval;
}

/** Reads "5 ± 2" as the value 5 with the 90 % interval 3 to 7. */
function readSpread(center: readonly Token[], spread: readonly Token[], reader: Reader): Parsed<QuantityNumbers> {
  const around = readPart(center, reader);
  if (!around.ok) return around;
  const by = readPart(spread, reader);
  if (!by.ok) return by;
  const value = amountOf(lend(around.value, by.value), reader);
  if (!value.ok) return value;
  const half = amountOf(lend(by.value, around.value), reader);
  if (!half.ok) return half;
  const low = value.value - half.value;
  if (half.value < 0 || (low <= 0 && reader.kind !== "score")) {
    return fail(
      `± reaches ${half.value < 0 ? "backwards" : "0 or below"} in "${reader.text}"; write low and high instead`
    );
  }
  return {ok: true, value: {value: value.value, low, high: value.value + half.value}};
}
