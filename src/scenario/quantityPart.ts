import {readComputeUnit, type UnitFactor} from "./computeUnits.ts";
import type {Parsed, QuantityKind} from "./quantity.ts";
import {isSymbol, textOf, wordOf, type NumberToken, type Token} from "./quantityTokens.ts";
import {isInRange, rangeWords} from "./quantityRange.ts";
import type {Bounds} from "./quantityRange.ts";
import type {RarerUnits} from "./rarerUnits.ts";
import {readPeakUnit} from "./utilization.ts";
import {accepted, magnitudes, meaningOf, plainUnits} from "./units.ts";

type Failure = Extract<Parsed<never>, {ok: false}>;

/** What every step of reading a text needs to know. */
export interface Reader {
  readonly text: string;
  readonly kind: QuantityKind;
  readonly units: RarerUnits | undefined;
  readonly bounds: Bounds | undefined;
}

/** One number with what follows it, before an interval's other end has lent it a magnitude or a unit. */
export interface Part {
  readonly number: NumberToken;
  readonly negative: boolean;
  readonly magnitude: number | undefined;
  readonly unit: readonly Token[];
  readonly shown: string;
}

/** A refusal. */
export const fail = (message: string, hint?: string): Failure => ({ok: false, message, ...(hint && {hint})});

/** A symbol or word in lower case; undefined for a number. */
export const spelling = (token: Token | undefined): string | undefined =>
  token?.type === "symbol" ? token.text : wordOf(token);

/** Reads a sign, a number, a magnitude and the tokens of a unit. */
export function readPart(tokens: readonly Token[], {text, kind}: Reader): Parsed<Part> {
  const signed = isSymbol(tokens[0], "-") || isSymbol(tokens[0], "+");
  const unsigned = signed ? tokens.slice(1) : tokens;
  const [number, ...rest] = kind === "money" && isSymbol(unsigned[0], "$") ? unsigned.slice(1) : unsigned;
  const shown = textOf(tokens, text);
  if (number?.type !== "number") return notANumber(tokens, text, kind);
  if (isSymbol(rest[0], ",") && rest[1]?.type === "number") {
    return fail(`commas group thousands, as in 1,000, and a decimal takes a point; got "${shown}"`);
  }
  const magnitude = magnitudes.get(wordOf(rest[0]) ?? "");
  const unit = magnitude === undefined ? rest : rest.slice(1);
  return {ok: true, value: {number, negative: isSymbol(tokens[0], "-"), magnitude, unit, shown}};
}

function notANumber(tokens: readonly Token[], text: string, kind: QuantityKind): Failure {
  const opening = spelling(tokens[0]) ?? "";
  if (/^[$€£]$/.test(opening)) return moneyRefused(text, kind);
  if (/^(nan|infinity|inf)$/.test(spelling(tokens.at(-1)) ?? "")) return fail(`must be a finite number, got ${text}`);
  if (/^([~≈]|about|around|roughly|approximately|approx|circa|ca)$/.test(opening)) {
    return fail(
      `"${textOf(tokens.slice(0, 1), text)}" says nothing of how far; leave it out or write an interval: 3 to 10`
    );
  }
  return fail(`"${textOf(tokens, text) || text}" is not a number; ${accepted[kind]}`);
}

function moneyRefused(text: string, kind: QuantityKind): Failure {
  if (kind === "money") return fail(`"${text}" is money in another currency; ${accepted.money}`);
  const why = "dollars need a price per hour and are not read as compute yet";
  return fail(
    kind === "compute" ? `${why}, got "${text}"; ${accepted.compute}` : `"${text}" is money; ${accepted[kind]}`
  );
}

/** The number of a part in the unit of its kind. */
export function amountOf({number, negative, magnitude, unit, shown}: Part, reader: Reader): Parsed<number> {
  const factor = readUnit(unit, shown, reader);
  if (!factor.ok) return factor;
  const power = number.exponent + (magnitude ?? 0) + factor.value.power;
  const value = Number(`${negative ? "-" : ""}${number.digits}e${power}`) * factor.value.times;
  if (!Number.isFinite(value)) return fail(`must be a finite number, got ${shown}`);
  if (isInRange(value, reader.kind, reader.bounds)) return {ok: true, value};
  return fail(`${rangeWords(reader.kind, reader.bounds)}, got ${shown}`);
}

function readUnit(unit: readonly Token[], shown: string, {text, kind, units}: Reader): Parsed<UnitFactor> {
  const name = unit.map((token) => textOf([token], text).toLowerCase()).join(" ");
  const ofPeak = kind === "utilization" ? readPeakUnit(unit) : undefined;
  if (ofPeak !== undefined) return ofPeak;
  if (kind === "share" && name === "%") return {ok: true, value: {power: -2, times: 1}};
  if (kind !== "compute") {
    if (name === "" || plainUnits[kind].includes(name)) return {ok: true, value: {power: 0, times: 1}};
    const meaning = meaningOf(name);
    return fail(`${meaning ? `"${shown}" is ${meaning}` : `unknown unit "${textOf(unit, text)}"`}; ${accepted[kind]}`);
  }
  const meaning = meaningOf(name);
  if (meaning === "money") return moneyRefused(shown, kind);
  if (name !== "" && meaning !== undefined && !/comput|time/.test(meaning)) {
    return fail(`"${shown}" is ${meaning}; ${accepted.compute}`);
  }
  return readComputeUnit(unit, text, units);
}

/** The part with the other's magnitude and unit where it has none: "3 to 10 million", "300k to 2M H100-hours". */
export function lend(part: Part, other: Part): Part {
  if (part.unit.length > 0) return part;
  return {...part, magnitude: part.magnitude ?? other.magnitude, unit: other.unit};
}
