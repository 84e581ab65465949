import type {Text} from "../chart/figure.ts";
import {formatFlop} from "../scenario/numberText.ts";
import type {Evidence} from "../scenario/schema.ts";
import {kindWords} from "./evidenceKinds.ts";
import {quantityWords} from "./evidenceNames.ts";
import {asString, join, plain} from "./wording.ts";

export {quantityWords};

/** The grade of confidence, and the reason that stands behind it: `medium: one step from the primary`. */
export function gradeOf({confidence}: Pick<Evidence, "confidence">): {readonly grade: string; readonly why: string} {
  const [grade = "", ...why] = confidence.split(":");
  return {grade: grade.trim(), why: why.join(":").trim()};
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2026-04-10` as `10 Apr 2026`; a month or a year alone as such. */
export function dateText(date: string): string {
  const [year = "", month, day] = date.split("-");
  const named = month === undefined ? undefined : months[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), named, year].filter(Boolean).join(" ");
}

/** As many significant digits as a number has, two at least and four at most. */
const digitsOf = (value: number): number => [2, 3].find((digits) => Number(value.toPrecision(digits)) === value) ?? 4;

/** Six significant digits at most, commas between thousands, a true minus sign. */
function inFull(value: number): string {
  const [whole = "", fraction] = String(Math.abs(Number(value.toPrecision(6)))).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${value < 0 ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** Counts in millions, billions and trillions: `17B`, `2.788M`. */
function counted(value: number): string {
  const steps = [1e12, 1e9, 1e6];
  const step = steps.find((size) => value >= size);
  return step === undefined
    ? inFull(value)
    : `${inFull(Number((value / step).toPrecision(4)))}${"TBM"[steps.indexOf(step)]}`;
}

const yearMonthDay = /^(\d{4})(\d\d)(\d\d)$/;

/** How numbers of a unit read; the unit behind them is left out where the number says it. */
interface Reading {
  readonly unit: RegExp;
  readonly number: (value: number) => Text;
  readonly behind: string;
}
const readings: readonly Reading[] = [
  {
    unit: /^yyyymmdd$/,
    number: (value) => plain(dateText(String(value).replace(yearMonthDay, "$1-$2-$3"))),
    behind: ""
  },
  {unit: /^0 no, 1 yes$/, number: (value) => plain(value === 1 ? "yes" : "no"), behind: ""},
  {unit: /^dimensionless$/, number: (value) => plain(inFull(value)), behind: ""},
  {unit: /^times /, number: (value) => plain(`${inFull(value)}×`), behind: "$'"},
  {unit: /^(parameters|tokens|[A-Z]\w+-hours)$/, number: (value) => plain(counted(value)), behind: "$&"}
];
const anyReading: Reading = {
  unit: /^.*$/,
  number: (value) => (Math.abs(value) >= 1e5 ? formatFlop(value, digitsOf(value)).runs : plain(inFull(value))),
  behind: "$&"
};

/** A figure in words: its value or bounds, its interval where both are given, and the unit that stands behind. */
export interface ValueWords {
  readonly value: Text;
  readonly interval?: Text;
  /** Empty where the value says it: a date, yes or no, a figure nobody disclosed. */
  readonly unit: string;
}

/** A number in the words of a unit, without the unit. */
export const numberIn = (value: number, unit: string): Text =>
  (readings.find((reading) => reading.unit.test(unit)) ?? anyReading).number(value);

/** What stands behind a number of a unit: of `times less compute` it is `less compute`, the sign × being said. */
function unitBehind(unit: string): string {
  const {unit: pattern, behind} = readings.find((reading) => reading.unit.test(unit)) ?? anyReading;
  return behind === "$'" ? unit.replace(pattern, "") : behind === "" ? "" : unit;
}

/** The value of a figure, its interval and its unit as readers see them; one bound alone as `over 10×`. */
export function valueWords({value, low, high, unit, kind, quantity}: Evidence): ValueWords {
  const read = (number: number): Text => numberIn(number, unit);
  const behind = unitBehind(unit);
  const span =
    low === undefined || high === undefined || low === high ? undefined : join(read(low), " to ", read(high));
  if (value === null) {
    if (span !== undefined) return {value: span, unit: behind};
    if (low !== undefined) return {value: join("over ", read(low)), unit: behind};
    if (high !== undefined) return {value: join("under ", read(high)), unit: behind};
    // A multiplier that was claimed in words alone is no secret: the claim has no number.
    const isSecret = kind === "undisclosed" && quantity !== "compute-multiplier";
    return {value: plain(isSecret ? "not disclosed" : "no number"), unit: ""};
  }
  if (low === value && high === undefined) return {value: join("over ", read(value)), unit: behind};
  if (high === value && low === undefined) return {value: join("under ", read(value)), unit: behind};
  const up = high === undefined ? undefined : join("up to ", read(high));
  const interval = span ?? up;
  return {value: read(value), ...(interval === undefined ? {} : {interval}), unit: behind};
}

/** The kind of a figure beside its value; empty where the value says it already: "not disclosed". */
export function kindBeside(entry: Evidence): string {
  const words = kindWords(entry);
  return asString(valueWords(entry).value) === words ? "" : words;
}

/** A figure's value with its unit, or its bounds, or that nobody disclosed it. */
export function valueText(entry: Evidence): Text {
  const {value, unit} = valueWords(entry);
  // The kind of a multiplier is said beside it: what it multiplies would not fit a narrow column.
  return unit === "" || entry.quantity === "compute-multiplier" ? value : join(value, ` ${unit}`);
}
