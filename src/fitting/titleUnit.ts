import {parseQuantity} from "../scenario/parseQuantity.ts";
import {magnitudes} from "../scenario/units.ts";

/** The unit that a title gives its cells. */
export interface TitleUnit {
  /** What a bare number is multiplied by. */
  readonly times: number;
  readonly words: string;
}

const magnitudeWords: Readonly<Record<number, string>> = {
  3: "thousands",
  6: "millions",
  9: "billions",
  12: "trillions"
};

/** Plain names of units that change nothing. */
const plain = /^(count|tokens?|params?|parameters?|nats?( ?(\/|per) ?token)?|fraction|0 ?(-|–|to) ?1|flops?)$/;

/**
 * The unit in the brackets or at the end of a title: "M", "billions", "1e21", "1e21 FLOP", "PF-days", "%", "nats".
 *
 * Undefined for what is no unit, such as "(C4)". FLOPs in brackets are an amount, however they are spelt.
 */
export function readTitleUnit(written: string): TitleUnit | undefined {
  const text = written
    .trim()
    .toLowerCase()
    .replace(/^in\s+/, "");
  if (text === "") return undefined;
  if (plain.test(text)) return {times: 1, words: /^flops?$/.test(text) ? "FLOP" : text};
  if (text === "%" || text === "percent") return {times: 0.01, words: "percent"};
  if (isBits.test(text)) return {times: 1, words: "bits per byte"};
  const bare = text.replace(/[\s_]*(of )?(tokens?|params?|parameters?)$/, "");
  const power = magnitudes.get(bare) ?? magnitudes.get(bare.replace(/s$/, ""));
  if (power !== undefined) return {times: Number(`1e${power}`), words: magnitudeWords[power] ?? bare};
  // A bare power of ten, "x 1e21" or "10^21", and units of compute as a field reads them.
  const amount = written
    .trim()
    .replace(/^[x×]\s*/i, "")
    .replace(/FLOP[sS]?$/i, "FLOP");
  const one = /^\d/.test(amount) ? amount : `1 ${amount}`;
  const parsed = parseQuantity(one, "compute");
  return parsed.ok && parsed.value.low === undefined && parsed.value.bound === undefined
    ? {times: parsed.value.value, words: written.trim()}
    : undefined;
}

const isBits = /^(bits? ?(\/|per) ?byte|bpb)$/;
