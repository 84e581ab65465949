import {moveTo} from "../../scenario/address.ts";
import type {InputKind} from "../../scenario/inputs.ts";
import {formatCount, formatFlop, formatFlopInterval, readWritten, writeField} from "../../scenario/numberText.ts";
import type {NumberRun} from "../../scenario/numberText.ts";
import type {Quantity, QuantityInput} from "../../scenario/quantity.ts";

type Kind = InputKind["quantity"];

const longestNumber = 9;

function plainNumber(value: number): string {
  const size = Math.abs(value);
  return size !== 0 && (size >= 1e6 || size < 1e-3) ? value.toExponential().replace("e+", "e") : String(value);
}

/** A number as a field shows it: exactly where that is short, else to three digits. */
export function numberText(value: number, kind: Kind): string {
  if (kind === "count") return String(value);
  const short = writeField(value, kind);
  if (readWritten(short) === value) return short;
  const exact = `${plainNumber(value)}${kind === "gain" ? "x" : ""}`;
  return exact.length <= longestNumber && readWritten(exact) === value ? exact : short;
}

/** The single value as it was written, where it was written apart from its interval and bound. */
function ownValue({value, low, bound, written}: Quantity): number | string {
  if (typeof written === "object") return "value" in written ? written.value : value;
  return typeof written === "string" && (low !== undefined || bound !== undefined) ? value : written;
}

const endText = (end: number | string, kind: Kind): string => (typeof end === "string" ? end : numberText(end, kind));

/** A single number with more digits than its field holds, to five of them; any other text as it is. */
function shorter(written: string): string {
  const [, digits = "", magnitude = ""] = /^\s*(\d+\.\d+)\s*([kKMBT]?)\s*$/.exec(written) ?? [];
  return digits === "" ? written : `${Number(Number(digits).toPrecision(5))}${magnitude}`;
}

/** What the field holds: the text as it was written; a number as short as it goes. */
export function fieldText(quantity: Quantity, kind: Kind): string {
  const {value, bound, written} = quantity;
  if (bound !== undefined || kind === "count") return numberText(value, kind);
  if (typeof written === "string") return written.length > longestNumber ? shorter(written) : written;
  if (typeof written === "object" && !("value" in written)) {
    return `${endText(written.low, kind)} to ${endText(written.high, kind)}`;
  }
  return endText(ownValue(quantity), kind);
}

/** Whether the field's text says its amount in other words than FLOP: chip hours, YFLOP. */
const inOtherWords = (text: string): boolean => /[a-z]{2,}/i.test(text.replace(/\b(to|and|between|from)\b/gi, ""));

/** Whether the text of a field ends with its unit already: "40% of BF16 peak", "17B tokens". */
const saysUnit = (text: string, unit: string): boolean =>
  unit !== "" && text.toLowerCase().endsWith(` ${unit.split(" ").at(-1)?.toLowerCase()}`);

/** What stands behind the field: the unit, "or more" behind a bound, the FLOP that chip hours come to. */
export function unitRuns(quantity: Quantity, {quantity: kind, unit}: InputKind): readonly NumberRun[] {
  if (quantity.bound !== undefined) return [{text: quantity.bound === "over" ? "or more" : "or less"}];
  if (kind === "gain" || saysUnit(fieldText(quantity, kind), unit)) return [];
  if (kind === "compute" && inOtherWords(fieldText(quantity, kind))) {
    return [{text: "= "}, ...formatFlop(quantity.value).runs, {text: ` ${unit}`}];
  }
  return unit === "" ? [] : [{text: unit}];
}

/** The digits that say an end exactly, one or two. */
const flopDigits = (ends: readonly number[]): number =>
  ends.every((end) => Number(end.toPrecision(1)) === Number(end.toPrecision(6))) ? 1 : 2;

const minus = (text: string): string => text.replace(/^-/, "−");

/** An amount with its exponent set: "3×10^25". */
export const flopRuns = (value: number): readonly NumberRun[] => formatFlop(value, flopDigits([value])).runs;

const plainInterval = (low: number, high: number, kind: Kind): readonly NumberRun[] => [
  {text: `${minus(numberText(low, kind))} to ${minus(numberText(high, kind))}`}
];

/** An interval for the eye: "3×10^24 to 3×10^26", "3× to 10×". */
export function intervalRuns({low, high, bound}: Quantity, kind: Kind): readonly NumberRun[] {
  if (bound !== undefined) return [{text: bound === "over" ? "no upper bound given" : "no lower bound given"}];
  if (low === undefined || high === undefined) return [{text: "no interval"}];
  switch (kind) {
    case "compute":
      return formatFlopInterval(low, high, flopDigits([low, high])).runs;
    case "gain":
      return [{text: `${numberText(low, kind)} to ${numberText(high, kind)}`.replaceAll("x", "×")}];
    case "parameters":
    case "tokens":
      return [{text: `${formatCount(low)} to ${formatCount(high)}`}];
    case "money":
    case "number":
    case "amount":
      if (Math.max(Math.abs(low), Math.abs(high)) >= 1e5)
        return [{text: `${formatCount(low)} to ${formatCount(high)}`}];
      return plainInterval(low, high, kind);
    default:
      return plainInterval(low, high, kind);
  }
}

/** An interval as its field takes it: "3e24 to 3e26", "over 10x"; empty where there is none. */
export function intervalText({value, low, high, bound}: Quantity, kind: Kind): string {
  if (bound !== undefined) return `${bound} ${numberText(value, kind)}`;
  return low === undefined || high === undefined ? "" : `${numberText(low, kind)} to ${numberText(high, kind)}`;
}

export const plainText = (runs: readonly NumberRun[]): string =>
  runs.map(({text, sup}) => (sup ? `^${text}` : text)).join("");

/** The amount as a slider speaks it: "3.0×10^25 FLOP, placed". */
export function spokenValue(quantity: Quantity, {quantity: kind, unit}: InputKind, remark: string): string {
  const {value, bound} = quantity;
  const amount = kind === "compute" ? formatFlop(value).text : numberText(value, kind).replace(/x$/, "×");
  const words = [minus(amount), kind === "gain" ? "" : unit].filter((word) => word !== "").join(" ");
  return [bound === undefined ? words : `${bound} ${words}`, remark].filter((part) => part !== "").join(", ");
}

const sameWritten = (a: QuantityInput, b: QuantityInput): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether two quantities say the same numbers, however written. */
export const isSame = (a: Quantity, b: Quantity): boolean =>
  a === b || (a.value === b.value && a.low === b.low && a.high === b.high && a.bound === b.bound);

/** Whether even the writing is the same. */
export const isSameText = (a: Quantity, b: Quantity): boolean => isSame(a, b) && sameWritten(a.written, b.written);

/** The quantity with another single value, its interval and bound kept. */
export function withValue(quantity: Quantity, value: number, written: number | string, kind: Kind): Quantity {
  const {bound, low, high, shape} = quantity;
  if (bound !== undefined) {
    return {
      ...moveTo(quantity, value),
      written: `${bound} ${typeof written === "string" ? written : exactText(value, kind)}`
    };
  }
  if (low === undefined || high === undefined) return {value, written};
  const stated = shape === undefined ? {} : {shape};
  return {value, low, high, ...stated, written: {value: written, low, high, ...stated}};
}

/** A number that is read back as itself, whatever its length. */
function exactText(value: number, kind: Kind): string {
  const short = numberText(value, kind);
  if (kind === "count" || readWritten(short) === value) return short;
  return `${plainNumber(value)}${kind === "gain" ? "x" : ""}`;
}

/** The quantity moved by a slider. */
export const moved = (quantity: Quantity, value: number, kind: Kind): Quantity =>
  withValue(quantity, value, value, kind);

/** The quantity without interval and bound. */
export function withoutInterval(quantity: Quantity): Quantity {
  return {value: quantity.value, written: ownValue(quantity)};
}

/** The quantity with another interval around the same value. */
export function withInterval(quantity: Quantity, {low, high}: {readonly low: number; readonly high: number}): Quantity {
  const stated = quantity.shape === undefined ? {} : {shape: quantity.shape};
  return {value: quantity.value, low, high, ...stated, written: {value: ownValue(quantity), low, high, ...stated}};
}
