/** A number keeps its decimal digits and its power of ten apart, so that "17B" becomes 17e9 without a multiplication. */
export interface NumberToken {
  readonly type: "number";
  readonly digits: string;
  readonly exponent: number;
  readonly start: number;
  readonly end: number;
}

export type Token =
  | NumberToken
  | {readonly type: "word"; readonly text: string; readonly start: number; readonly end: number}
  | {readonly type: "symbol"; readonly text: string; readonly start: number; readonly end: number};

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** The text with spaces, minus signs, dashes and superscripts reduced to one spelling each; "10²⁴" becomes "10^24". */
export function normalizeQuantityText(text: string): string {
  return text
    .trim()
    .replace(/\s/g, " ")
    .replace(/[\u2212\u2010\u2011]/g, "-")
    .replace(/[\u2012\u2014]/g, "–")
    .replace(/[✕⨯✖]/g, "×")
    .replace(/[⋅∙•]/g, "·")
    .replace(/≥/g, ">=")
    .replace(/≤/g, "<=")
    .replace(/[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (run) =>
      ["^", ...run].map((c) => (c === "⁺" ? "" : c === "⁻" ? "-" : c === "^" ? c : superscripts.indexOf(c))).join("")
    );
}

// Each of these moves forward through the text without giving up ground for more than one group of three digits.
const groupedDigits = /\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d{1,3}(?: \d{3})+(?![\d])(?:\.\d+)?/y;
const plainDigits = /\d+(?:\.\d*)?|\.\d+/y;
const exponentPart = /e([+-]?\d+)(?![.\d])/iy;
const powerOfTen = / ?[×x·*] ?10 ?(?:\^|\*\*) ?([+-]?\d+)/iy;
const bareExponent = / ?(?:\^|\*\*) ?([+-]?\d+)/y;
const word = /\p{L}[\p{L}\d]*/uy;
const symbol = />=|<=|[^]/uy;

/** Beyond this Number() gives 0 or Infinity anyway, and the exponent would itself be printed as 1e+21. */
const largestExponent = 9999;

/** The numbers, words and symbols of a normalised text; every character but spaces lands in one of them. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < text.length) {
    if (text[at] === " ") {
      ++at;
      continue;
    }
    const start = at;
    const digits = match(groupedDigits) ?? match(plainDigits);
    if (digits) {
      const mantissa = digits[0].replace(/[ ,]/g, "");
      const bare = mantissa === "10" ? match(bareExponent) : null;
      const exponent = bare ?? match(exponentPart) ?? match(powerOfTen);
      const power = Math.max(-largestExponent, Math.min(largestExponent, Number(exponent?.[1] ?? 0)));
      tokens.push({type: "number", digits: bare ? "1" : mantissa, exponent: power, start, end: at});
      continue;
    }
    const type = match(word) ? "word" : "symbol";
    if (type === "symbol") match(symbol);
    tokens.push({type, text: text.slice(start, at), start, end: at});
  }
  return tokens;
}

/** Whether a token is this symbol. */
export const isSymbol = (token: Token | undefined, text: string): boolean =>
  token?.type === "symbol" && token.text === text;

/** A word in lower case; undefined for anything else. */
export const wordOf = (token: Token | undefined): string | undefined =>
  token?.type === "word" ? token.text.toLowerCase() : undefined;

/** What tokens looked like in the text they came from. */
export function textOf(tokens: readonly Token[], text: string): string {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? text.slice(first.start, last.end) : "";
}
