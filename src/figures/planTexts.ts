import type {Text} from "../chart/figure.ts";
import {
  formatCount,
  formatFlop,
  formatMultiplier,
  formatMultiplierInterval,
  withCommas
} from "../scenario/numberText.ts";
import type {PlanNumbers} from "../simulation/plan.ts";
import type {PlanSize} from "../simulation/planSize.ts";
import type {PlanUncertainty} from "../simulation/planUncertainty.ts";
import {formatRoughDollars} from "./costWords.ts";
import {join} from "./wording.ts";

/** A chance in percent, never rounded to certainty: "84 %", "3.1 %", "over 99.9 %". */
export function chanceText(chance: number): string {
  if (Number.isNaN(chance)) return "no number";
  if (chance > 0.999) return "over 99.9 %";
  if (chance < 0.001) return "under 0.1 %";
  const percent = 100 * chance;
  return `${percent < 10 || percent > 99 ? percent.toFixed(1) : Math.round(percent)} %`;
}

/** A share of simulated ladders in percent; of none or of all of them as such: "84 %", "none of 2,000". */
export function simulatedText(share: number, draws: number): string {
  if (share === 0) return `none of ${withCommas(draws)}`;
  return share === 1 ? `all of ${withCommas(draws)}` : chanceText(share);
}

/** What simulated ladders say of the delta method, as a sentence without its full stop. */
export function agreementText(
  {shown}: Pick<PlanNumbers, "shown">,
  {uncalibrated: {power}, draws, agreement, disagreements}: PlanUncertainty
): string {
  switch (agreement) {
    case "agrees":
      return "Simulated ladders agree with the delta method within their own error";
    case "near":
      return `Simulated ladders agree with the delta method to ${(100 * Math.abs(power - shown.answer.power)).toFixed(1)} points of power, beyond their own error`;
    case "off":
      return `The delta method is off here: ${disagreements.join("; ")}`;
    case "untold":
      return `${draws} simulated ladders are too few to tell whether the delta method holds here: more draws are needed`;
  }
}

/** A share of something in percent, two digits however small: "0.0029 %". */
export function shareText(share: number): string {
  const percent = 100 * share;
  if (!Number.isFinite(percent)) return "no number";
  if (percent < 1e-6) return "under a millionth of a percent";
  return `${percent < 1e-4 ? percent.toFixed(7).replace(/0+$/, "") : String(Number(percent.toPrecision(2)))} %`;
}

/** A confidence or a power as it is asked for: "95 %", "99.5 %". */
export const askedText = (share: number): string => `${Number((100 * share).toPrecision(4))} %`;

/** `3.0×10²⁰ FLOP`, the exponent set as one. */
export const flopText = (compute: number): Text => join(formatFlop(compute).runs, " FLOP");

/** The same on one line, for screen readers and labels. */
export const flopLine = (compute: number): string => `${formatFlop(compute).text} FLOP`;

/** The same as a field takes it, where an exponent cannot be set: "3.0e20 FLOP". */
export const flopShort = (compute: number): string => withoutPowers(flopLine(compute));

/** A gain: "3×", "1.6×". */
export const gainText = (gain: number): string =>
  formatMultiplier(gain > 1000 ? Infinity : Number(gain.toPrecision(6)));

/** The ends of the central 90 % of gains: "1.7× to 5.3×". */
export const gainsText = ({low, high}: {readonly low: number; readonly high: number}): string =>
  formatMultiplierInterval(low, high);

/** Text of one line with powers of ten as a field takes them: "1.0e18 FLOP". */
export const withoutPowers = (text: string): string => text.replace(/×10\^(\d+)/g, "e$1");

/** Noise as a share of the loss: "0.5 %". */
export const noiseText = (noise: number): string => `${Number((100 * noise).toPrecision(2))} %`;

/** Decades: "5.4 decades". */
export const decadesText = (count: number): string => `${count.toFixed(1)} decades`;

/** A whole number of things: "8 rungs", "1 rung", "89,400 runs". */
export const countText = (count: number, what: string): string =>
  `${withCommas(count)} ${what}${count === 1 ? "" : "s"}`;

/** The rungs of both recipes: "8 rungs of each recipe", "7 rungs of the reference and 8 of the new recipe". */
export const rungsText = ({reference, fresh}: PlanSize["rungsOf"]): string =>
  reference === fresh
    ? `${countText(fresh, "rung")} of each recipe`
    : `${countText(reference, "rung")} of the reference and ${fresh} of the new recipe`;

/** The same where there is little room: "8 rungs", "7 and 8 rungs". */
export const rungsShort = ({reference, fresh}: PlanSize["rungsOf"]): string =>
  reference === fresh ? countText(fresh, "rung") : `${reference} and ${countText(fresh, "rung")}`;

/** Chip-hours and dollars of a ladder: "204 GPU-hours, $601". */
export const priceText = ({hours, dollars}: {readonly hours: number; readonly dollars: number}): string =>
  `${formatCount(Number(hours.toPrecision(3)))} GPU-hours, ${formatRoughDollars(dollars)}`;
