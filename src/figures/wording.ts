import type {Text} from "../chart/figure.ts";
import {
  formatFlop,
  formatMultiplier,
  formatMultiplierBound,
  formatMultiplierInterval,
  formatPoints,
  writeField
} from "../scenario/numberText.ts";
import {pow10} from "../numerics/exp.ts";
import type {Claim, Metric, Model} from "../scenario/schema.ts";
import type {Interval} from "../simulation/draws.ts";

/** Text without exponents. */
export const plain = (text: string): Text => [{text}];

/** Pieces of text one behind another. */
export const join = (...parts: readonly (Text | string)[]): Text =>
  parts.flatMap((part) => (typeof part === "string" ? plain(part) : part));

/** Text set as an exponent. */
export const raised = (text: string): Text => [{text, sup: true}];

/** Text as one string, exponents after a caret: for screen readers, titles and tests. */
export const asString = (text: Text): string => text.map((run) => (run.sup ? `^${run.text}` : run.text)).join("");

/** `3.0×10²⁴` from log10 FLOP, the exponent set as one. */
export const flop = (log10C: number): Text => formatFlop(pow10(log10C)).runs;

/** A power of ten, for orders of magnitude: `10³⁰`. */
export const powerOfTen = (log10C: number): Text => [{text: "10"}, {text: String(Math.round(log10C)), sup: true}];

/** A plain number in its shortest form: `6`, `0.5`. */
export const number = (value: number): string => writeField(value, "slope");

/** `1.7×` from log10 of a ratio. */
export const multiplier = (log10Ratio: number): string => formatMultiplier(pow10(log10Ratio));

/** `0.04× to 25×` from log10 of the ends. */
export const multiplierInterval = ({low, high}: Interval): string => formatMultiplierInterval(pow10(low), pow10(high));

/** `GPT-5.4’s`. */
export const possessive = (name: string): string => `${name}${name.endsWith("s") ? "’" : "’s"}`;

/** Name, version and date of a metric, as printed over the axis. */
export function metricLine({name, version, date, unit}: Metric, shortName?: string): string {
  const named = [shortName ?? name, version].filter(Boolean).join(" ");
  return [named, ...(shortName === undefined ? [unit] : []), date].filter(Boolean).join(", ");
}

/** A claim's ratio in quotation marks, as it is shown: “3× to 10×”, “over 10×”. */
export function claimWords({ratio}: Claim): string {
  const {low, high, value, bound} = ratio;
  if (bound !== undefined) return formatMultiplierBound(bound, value);
  if (low !== undefined && high !== undefined) return `${formatMultiplier(low)} to ${formatMultiplier(high)}`;
  return formatMultiplier(value);
}

/** A difference in score with its sign: points to a tenth, other units to a thousandth. */
export function pointsText(points: number, unit: string): string {
  if (unit === "points") return formatPoints(points);
  return `${points < 0 ? "−" : "+"}${Math.abs(points).toFixed(3)} ${unit}`;
}

/** What is said of computes that nobody disclosed; empty where both are. */
export function undisclosed(models: readonly (Model | undefined)[]): string {
  // A compute that is solved for is nobody's secret: it follows from what was assumed.
  const placed = models.filter((model) => model?.basis === "placed" && model.solve !== "compute");
  if (placed.length > 1) return "Neither run’s compute is disclosed.";
  return placed[0] === undefined ? "" : `${possessive(placed[0].name)} compute is not disclosed.`;
}

/** Names as a sentence has them: "a", "a and b", "a, b and c". */
export const inARow = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
