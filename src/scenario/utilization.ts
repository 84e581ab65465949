import type {Parsed, QuantityInput} from "./quantity.ts";
import {
  isSymbol,
  normalizeQuantityText,
  textOf,
  tokenize,
  wordOf,
  type NumberToken,
  type Token
} from "./quantityTokens.ts";
import {isPerSecond, readFlopWord} from "./units.ts";

/** How hard a chip worked, as far as the text says: a rate in FLOP/s, or a fraction of the peak of a number format. */
export interface Utilization {
  /** Achieved FLOP/s of one chip. */
  readonly rate?: number;
  /** Fraction of a peak; 0 < fraction ≤ 1. */
  readonly fraction?: number;
  /** The number format of that peak, as the chips' table spells it: BF16, FP8. */
  readonly format?: string;
}

const filler = new Set([
  "mfu",
  "of",
  "the",
  "its",
  "dense",
  "peak",
  "utilisation",
  "utilization",
  "per",
  "gpu",
  "chip"
]);
const formats = /^(bf|fp|tf|int|mxfp|nvfp|bfloat|float)(\d+)$/;

const dense = "peaks are dense, half of a sparse headline; give the share of the dense peak";

/** The number format that a word names, as the chips' table spells it; undefined for other words. */
function formatOf(word: string): string | undefined {
  const [, family, bits] = formats.exec(word.toLowerCase()) ?? [];
  return family && `${family.replace("bfloat", "bf").replace("float", "fp").toUpperCase()}${bits}`;
}

/** What stands behind the number of an MFU: "%", "of peak", "% of BF16 peak"; undefined where it is something else. */
export function readPeakUnit(unit: readonly Token[]): Parsed<{power: number; times: number}> | undefined {
  const [first] = unit;
  const words = isSymbol(first, "%") ? unit.slice(1) : unit;
  for (const token of words) {
    const word = wordOf(token) ?? "";
    if (word.startsWith("spars")) return {ok: false, message: dense};
    if (formatOf(word) !== undefined || filler.has(word)) continue;
    return undefined;
  }
  return {ok: true, value: {power: isSymbol(first, "%") ? -2 : 0, times: 1}};
}

/** The number formats that an MFU is written of, without repeats: of "40% of BF16 peak" BF16. */
export function formatsNamed(written: QuantityInput): readonly string[] {
  const texts = typeof written === "object" ? Object.values(written) : [written];
  const words = texts.flatMap((text) => (typeof text === "string" ? tokenize(normalizeQuantityText(text)) : []));
  return [...new Set(words.flatMap((token) => formatOf(wordOf(token) ?? "") ?? []))];
}

/** Reads what follows "at" in chip time: "40% of BF16 peak", "0.4 MFU of FP8 peak", "390 TFLOP/s". */
export function readUtilization(tokens: readonly Token[], text: string): Parsed<Utilization> {
  const phrase = textOf(tokens, text);
  const refuse = (message: string, hint?: string): Parsed<never> => ({ok: false, message, ...(hint && {hint})});
  let number: NumberToken | undefined;
  let format: string | undefined;
  let percent = false;
  let power: number | undefined;
  for (let i = 0; i < tokens.length; ++i) {
    const token = tokens[i]!;
    const word = wordOf(token) ?? "";
    if (token.type === "number") {
      if (number)
        return refuse(`a utilisation is one number, got "${phrase}"`, "write an interval on the hours instead");
      number = token;
      continue;
    }
    if (isSymbol(token, "%")) {
      percent = true;
      continue;
    }
    const flop = token.type === "word" ? readFlopWord(token.text) : undefined;
    if (flop) {
      const perSecond = isPerSecond(tokens, i + 1);
      if (!perSecond && flop.form !== "rate" && !token.text.endsWith("FLOPs")) {
        return refuse(`"${phrase}" is no rate; a rate is FLOP per second: for example 390 TFLOP/s`);
      }
      power = flop.power;
      if (perSecond) i += 2;
      continue;
    }
    if (word.startsWith("spars")) return refuse(dense);
    const named = formatOf(word);
    if (named !== undefined) format = named;
    else if (!filler.has(word)) return refuse(`unexpected "${textOf([token], text)}" in the utilisation "${phrase}"`);
  }
  if (!number) return {ok: true, value: {...(format !== undefined && {format})}};
  if (power !== undefined) {
    const rate = Number(`${number.digits}e${number.exponent + power}`);
    if (percent || !(rate > 0)) return refuse(`a rate must be greater than 0 FLOP/s, got "${phrase}"`);
    return {ok: true, value: {rate}};
  }
  const fraction = Number(`${number.digits}e${number.exponent - (percent ? 2 : 0)}`);
  if (!(fraction > 0 && fraction <= 1)) {
    const hint = !percent && fraction <= 100 && fraction > 1 ? `for a percentage write ${number.digits}%` : undefined;
    return refuse(
      `a utilisation must be above 0 and at most 100%, got ${textOf([number], text)}${percent ? "%" : ""}`,
      hint
    );
  }
  return {ok: true, value: {fraction, ...(format !== undefined && {format})}};
}
