import {withCommas} from "../../scenario/numberText.ts";
import type {InputKind} from "../../scenario/inputs.ts";
import {limits} from "../../scenario/limits.ts";
import {withoutUnit} from "../../scenario/ownUnit.ts";
import {parseQuantity} from "../../scenario/parseQuantity.ts";
import type {Parsed, Quantity} from "../../scenario/quantity.ts";
import {intervalFault} from "../../scenario/quantityRange.ts";
import {loadRarerUnits} from "../../scenario/rarerUnits.ts";
import type {RarerUnits} from "../../scenario/rarerUnits.ts";
import {intervalText, withInterval, withoutInterval, withValue} from "./fieldText.ts";

const fail = (message: string): Parsed<never> => ({ok: false, message});

const counts: Readonly<Record<string, readonly [least: number, most: number]>> = {
  "uncertainty.seed": [0, 4294967295],
  "uncertainty.draws": [limits.minDraws, limits.maxDraws]
};

function readCount(text: string, {path}: InputKind): Parsed<Quantity> {
  const [least, most] = counts[path] ?? [0, Number.MAX_SAFE_INTEGER];
  const value = /^\d[\d, ]*$/.test(text) ? Number(text.replace(/[, ]/g, "")) : NaN;
  if (value >= least && value <= most) return {ok: true, value: {value, written: value}};
  return fail(
    `must be a whole number from ${withCommas(least)} to ${withCommas(most)}, got ${text === "" ? "nothing" : text}`
  );
}

/** The quantity, where its interval can be drawn with it. */
function drawable(
  quantity: Quantity,
  {quantity: kind, bounds}: Pick<InputKind, "quantity" | "bounds">
): Parsed<Quantity> {
  const fault = kind === "count" ? undefined : intervalFault(quantity, kind, bounds);
  return fault === undefined ? {ok: true, value: quantity} : fail(fault);
}

/** A text as a file would hold it: a number where it is one. */
const asWritten = (text: string): number | string => (/^[\d.]+(e\+?\d+)?$/i.test(text) ? Number(text) : text);

/**
 * The quantity that a text typed into a field makes of the one before.
 *
 * An interval or a bound says everything anew; a plain number moves the value and keeps interval and bound.
 */
export function readField(text: string, before: Quantity, kind: InputKind, units?: RarerUnits): Parsed<Quantity> {
  const typed = withoutUnit(text, kind.unit);
  if (kind.quantity === "count") return readCount(typed, kind);
  // Beside its interval an amount of none is refused for another reason, and so is less: that one says it of both.
  const isBeside = kind.quantity === "amount" && before.low !== undefined;
  const parsed = parseQuantity(typed, kind.quantity, units, kind.bounds ?? (isBeside ? {} : undefined));
  if (!parsed.ok) return parsed;
  const {value, low, bound} = parsed.value;
  if (low !== undefined || bound !== undefined) return parsed;
  return drawable(withValue(before, value, asWritten(typed), kind.quantity), kind);
}

/** The quantity that a text typed as its interval makes of the one before; nothing typed removes the interval. */
export function readInterval(text: string, before: Quantity, kind: InputKind, units?: RarerUnits): Parsed<Quantity> {
  const typed = withoutUnit(text, kind.unit);
  if (kind.quantity === "count") return fail("takes no interval");
  if (typed === "") return {ok: true, value: withoutInterval(before)};
  const parsed = parseQuantity(typed, kind.quantity, units, kind.bounds);
  if (!parsed.ok) return parsed;
  const {low, high, bound} = parsed.value;
  // Of a bound the value is an end, not a middle: an interval in its place says everything anew.
  if (bound !== undefined || (before.bound !== undefined && low !== undefined)) return parsed;
  if (low === undefined || high === undefined) {
    const example = intervalText({value: 1, low: 3, high: 10, written: 1}, kind.quantity);
    return fail(`an interval has two ends: for example ${kind.quantity === "compute" ? "3e24 to 3e26" : example}`);
  }
  return drawable(withInterval(before, {low, high}), kind);
}

/** Reads at once where that is possible; a text with rarer units is read again when they are there. */
export function withRarerUnits(
  read: (units?: RarerUnits) => Parsed<Quantity>
): Parsed<Quantity> | Promise<Parsed<Quantity>> {
  const first = read();
  if (first.ok || first.needs === undefined) return first;
  return loadRarerUnits().then(read, () => fail(`${first.message}; the table of rarer units could not be loaded`));
}
