import type {Parsed} from "./quantity.ts";
import {isSymbol, textOf, wordOf, type NumberToken, type Token} from "./quantityTokens.ts";
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
    if (word.startsWith("spars"))
      return refuse("peaks are dense, half of a sparse headline; give the share of the dense peak");
    const [, family, bits] = formats.exec(word) ?? [];
    if (family) format = `${family.replace("bfloat", "bf").replace("float", "fp").toUpperCase()}${bits}`;
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
