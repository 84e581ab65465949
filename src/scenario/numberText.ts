import type {QuantityKind} from "./quantity.ts";

/** A stretch of text; `sup` sets it as an exponent. */
export interface NumberRun {
  readonly text: string;
  readonly sup?: true;
}

/** A number as one line of plain text ("3.0×10^24") and as runs that set the exponent. */
export interface NumberText {
  readonly text: string;
  readonly runs: readonly NumberRun[];
}

/** What is shown where there is no number, which is NaN. */
const noNumber = "no number";

/** Multipliers beyond these say only on which side they lie. */
const largestMultiplier = 1000;
const smallestMultiplier = 0.001;

/**
 * A multiplier to two significant digits: "1.7×", "0.97×", "10×"; above 1,000 "over 1,000×", below 0.001 "under 0.001×".
 *
 * Closing zeros stay where the number was rounded (6.02 is "6.0×") and go where it is exact (6 is "6×"). 9.96 is "10×",
 * 999.6 is "1,000×": only what is above 1,000 itself is "over".
 */
export function formatMultiplier(multiplier: number): string {
  if (Number.isNaN(multiplier)) return noNumber;
  if (multiplier > largestMultiplier) return "over 1,000×";
  if (multiplier < smallestMultiplier) return multiplier === 0 ? "0×" : "under 0.001×";
  return `${significant(multiplier, 2)}×`;
}

/** A one-sided multiplier: "over 10×", "under 5×". */
export function formatMultiplierBound(bound: "over" | "under", multiplier: number): string {
  const text = formatMultiplier(multiplier);
  return text.startsWith("over") || text.startsWith("under") ? text : `${bound} ${text}`;
}

/**
 * An interval of multipliers: "0.04× to 25×", "3× to 10×"; "30× or more" where it reaches beyond 1,000.
 *
 * A low end below 1 keeps one digit when the interval spans a factor of ten or more, two otherwise: its second digit
 * would claim more than such an interval knows. Digits are added where rounding would put an end on 1, which decides
 * the verdict, or make both ends alike.
 */
export function formatMultiplierInterval(low: number, high: number): string {
  if (Number.isNaN(low) || Number.isNaN(high)) return noNumber;
  const below = low < smallestMultiplier;
  const above = high > largestMultiplier;
  if (below && above) return "under 0.001× to over 1,000×";
  const digits = low < 1 && high >= 10 * low ? 1 : 2;
  if (above) return low > largestMultiplier ? "over 1,000×" : `${offOne(low, digits)}× or more`;
  if (below) return high < smallestMultiplier ? "under 0.001×" : `${offOne(high, 2)}× or less`;
  for (let more = 0; more < 4; ++more) {
    const ends = [offOne(low, digits + more), offOne(high, 2 + more)];
    if (ends[0] !== ends[1]) return `${ends[0]}× to ${ends[1]}×`;
  }
  return `${offOne(low, 2)}×`;
}

/** FLOP to two significant digits, "3.0×10^24"; without the unit, which stands once beside them. */
export function formatFlop(flop: number, digits = 2): NumberText {
  if (Number.isNaN(flop)) return plain(noNumber);
  if (!Number.isFinite(flop)) return plain(flop > 0 ? "∞" : "−∞");
  const size = Math.abs(flop);
  if (size === 0 || (size >= 1e-3 && size < 1e4)) return plain(significant(flop, digits));
  const [mantissa = "", power = ""] = flop
    .toExponential(digits - 1)
    .replace("e+", "e")
    .replaceAll("-", "−")
    .split("e");
  const base = `${mantissa}×10`;
  return {text: `${base}^${power}`, runs: [{text: base}, {text: power, sup: true}]};
}

/** An interval of FLOP: "3.0×10^24 to 1.7×10^25". */
export function formatFlopInterval(low: number, high: number, digits = 2): NumberText {
  const from = formatFlop(low, digits);
  const to = formatFlop(high, digits);
  return {text: `${from.text} to ${to.text}`, runs: [...from.runs, {text: " to "}, ...to.runs]};
}

/** A difference in points with its sign, "+1.4 points", "−0.3 points"; what rounds to nothing is "0.0 points". */
export function formatPoints(points: number): string {
  if (!Number.isFinite(points)) return noNumber;
  const text = fixed(points, 1);
  return `${points > 0 && text !== "0.0" ? "+" : ""}${text} points`;
}

/** An index value: two decimals beside focus labels, one in context. */
export function formatIndex(value: number, decimals: 1 | 2 = 2): string {
  return Number.isFinite(value) ? fixed(value, decimals) : noNumber;
}

/** A whole number with commas in thousands: "20,000". */
export const withCommas = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");

/** A plain number to three significant digits, or to as many as asked, with commas in thousands: "1,030", "0.5". */
export function formatShort(value: number, digits = 3): string {
  if (Number.isNaN(value)) return noNumber;
  return String(Number(value.toPrecision(digits))).replace(/^-?\d+(?!\d*e)/, (whole) =>
    whole.replace(/\B(?=(?:\d{3})+$)/g, ",")
  );
}

/** A count of parameters or tokens to three significant digits: "17B", "405B", "1.31T", "2,000T". */
export function formatCount(count: number): string {
  if (Number.isNaN(count)) return noNumber;
  if (count >= 1e15 && count < 1e18) return `${fixed(Number((count / 1e12).toPrecision(3)), 0)}T`;
  return count < 1e15 ? inMagnitudes(count) : formatFlop(count, 3).text;
}

/**
 * What a field shows for a number that a slider has set: "2.24e24", "10x", "17B", "52.15".
 *
 * Three significant digits at most, a score two decimals, in the shortest form that `parseQuantity` reads back as the
 * same number.
 */
export function writeField(value: number, kind: QuantityKind): string {
  if (!Number.isFinite(value)) return "";
  return writers[kind](value);
}

const writers: Readonly<Record<QuantityKind, (value: number) => string>> = {
  compute: (value) => shortest(value),
  gain: (value) => `${shortest(value)}x`,
  score: (value) => (Math.abs(value) >= 1 && Math.abs(value) < 1e6 ? trimmed(value.toFixed(2)) : shortest(value)),
  slope: (value) => shortest(value),
  parameters: (value) => inMagnitudes(value),
  tokens: (value) => inMagnitudes(value),
  money: (value) => (value >= 1e5 ? inMagnitudes(value) : String(Number(value.toPrecision(4)))),
  utilization: (value) => shortest(value),
  number: (value) => inMagnitudes(value),
  // Two digits of an exponent move an optimum by half: a parameter of a law keeps five.
  coefficient: (value) => String(Number(value.toPrecision(5))).replace("e+", "e"),
  share: (value) => String(Number(value.toPrecision(4))),
  amount: (value) => (value === 0 ? "0" : shortest(value))
};

const powers: Readonly<Record<string, number>> = {k: 3, M: 6, B: 9, T: 12};

/** The number that a text of `writeField`, or a plain one, says: what `parseQuantity` reads in it; NaN of any other. */
export function readWritten(text: string): number {
  const [, digits = "", exponent = "0", unit = ""] = /^(-?\d+(?:\.\d+)?)(?:e(-?\d+))?([kMBTx]?)$/.exec(text) ?? [];
  return digits === "" ? NaN : Number(`${digits}e${Number(exponent) + (powers[unit] ?? 0)}`);
}

const plain = (text: string): NumberText => ({text, runs: [{text}]});

/** Closing zeros of a decimal fraction removed; "-0" is "0". */
function trimmed(decimal: string): string {
  const text = decimal.includes(".") ? decimal.replace(/0+$/, "").replace(/\.$/, "") : decimal;
  return text === "-0" ? "0" : text;
}

/** Three significant digits in decimals from 0.001 to 1,000,000, in powers of ten beyond. */
function shortest(value: number): string {
  const rounded = roundedToField(value);
  const size = Math.abs(rounded);
  if (size === 0 || (size >= 1e-3 && size < 1e6)) return trimmed(String(rounded));
  const [mantissa = "", exponent = ""] = rounded.toExponential(2).split("e");
  return `${trimmed(mantissa)}e${exponent.replace("+", "")}`;
}

/** Three significant digits; the number itself where they would round up to Infinity. */
function roundedToField(value: number): number {
  const rounded = Number(value.toPrecision(3));
  return Number.isFinite(rounded) ? rounded : Math.sign(value) * 1.79e308;
}

function inMagnitudes(value: number): string {
  const rounded = roundedToField(value);
  const [mantissa = "", power = ""] = rounded.toExponential(2).split("e");
  const exponent = Number(power);
  if (exponent < 3 || exponent >= 15) return shortest(value);
  const group = Math.floor(exponent / 3);
  return `${trimmed(Number(`${mantissa}e${exponent - 3 * group}`).toPrecision(3))}${["k", "M", "B", "T"][group - 1]}`;
}

/** Decimals with commas between thousands and a true minus sign; no minus before what rounds to nothing. */
function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  const grouped = text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ","));
  return value < 0 && Number(text) !== 0 ? `−${grouped}` : grouped;
}

/** Significant digits without powers of ten; without closing zeros where the number is exactly what is shown. */
function significant(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  const text = fixed(rounded, rounded === 0 ? 0 : Math.max(0, digits - 1 - powerOf(rounded)));
  return rounded === value ? trimmed(text) : text;
}

const powerOf = (value: number): number => Number(value.toExponential().split("e")[1]);

/** Significant digits, with more of them while the text would be 1 and the number is not. */
function offOne(value: number, digits: number): string {
  for (let more = digits; more < 6; ++more) {
    const text = significant(value, more);
    if (Number(text) !== 1 || value === 1) return text;
  }
  return significant(value, digits);
}
