import type {Text} from "../chart/figure.ts";
import type {Spread} from "../fitting/bootstrap.ts";
import {isLossForm} from "../fitting/forms.ts";
import type {FormName} from "../fitting/forms.ts";
import {exp, log10, pow10} from "../numerics/exp.ts";
import {formatFlop, formatMultiplier} from "../scenario/numberText.ts";
import type {Runs} from "../scenario/schema.ts";
import type {LadderFit} from "../simulation/fits.ts";
import {plain, powerOfTen} from "./wording.ts";

/** A number with a true minus sign. */
const signed = (text: string): string => text.replace(/^-/, "−");

/** The decimals that an interval of some width leaves room for: the first that differs, two to four of them. */
export function decimalsFor(width: number): number {
  if (!(width > 0 && width < Infinity)) return 3;
  return Math.min(4, Math.max(2, Math.ceil(-log10(width))));
}

/** A loss or a score with as many decimals as are known. */
export const levelText = (value: number, decimals = 3): string =>
  Number.isFinite(value) ? signed(value.toFixed(decimals)) : "no number";

const isTold = (spread: Spread | undefined): spread is Spread =>
  spread !== undefined && Number.isFinite(spread.low) && Number.isFinite(spread.high);

/** "2.01", and its interval "(90 %: 1.97 to 2.05)" where there is one. */
export function levelWithInterval(value: number, spread: Spread | undefined): {value: string; interval: string} {
  if (!isTold(spread)) return {value: levelText(value), interval: ""};
  const decimals = decimalsFor(spread.high - spread.low);
  return {
    value: levelText(value, decimals),
    interval: `${levelText(spread.low, decimals)} to ${levelText(spread.high, decimals)}`
  };
}

/** An amount of compute: a bare power of ten where it is one. */
export function amount(C: number): Text {
  const at = log10(C);
  return Math.abs(at - Math.round(at)) < 1e-3 ? powerOfTen(at) : formatFlop(C).runs;
}

/** A share of the loss, from the size of a log residual: "0.42 %". Points of a score where it is a fraction: "1.2 points". */
export function errorText(form: FormName, size: number): string {
  if (!Number.isFinite(size)) return "no number";
  const percent = isLossForm(form) ? 100 * (exp(size) - 1) : 100 * size;
  const digits = percent >= 10 ? 0 : percent >= 1 ? 1 : 2;
  return `${percent.toFixed(digits)} ${isLossForm(form) ? "%" : "points"}`;
}

/** How far a compute lies beyond the runs: "2.0 decades beyond the largest run". */
export function extrapolationWords({span}: Pick<LadderFit, "span">, C: number): string {
  const beyond = log10(C / span[1]);
  const below = log10(span[0] / C);
  if (beyond >= 0.05) return `${beyond.toFixed(1)} decades beyond the largest run`;
  if (below >= 0.05) return `${below.toFixed(1)} decades below the smallest run`;
  return Math.abs(beyond) < 0.05 ? "at the largest run" : "inside the runs";
}

/** The same as a multiple of the largest run: "100× its compute"; empty inside the runs. */
export const extrapolationTimes = ({span}: Pick<LadderFit, "span">, C: number): string =>
  log10(C / span[1]) < 0.05 ? "" : `${formatMultiplier(pow10(log10(C / span[1])))} its compute`;

/** What is on the vertical axis: the measure of the runs, or for a form that gives a score, the score. */
export function measureWords({measure, unit, form}: Pick<Runs, "measure" | "unit" | "form">): {
  readonly name: string;
  readonly unit: string;
} {
  if (isLossForm(form)) return {name: measure, unit};
  return {name: measure === "loss" ? "score" : measure, unit: "a fraction, 0 to 1"};
}

/** A parameter in plain decimals, or in powers of ten, with the digits that its interval leaves. */
export function parameterText(
  value: number,
  spread: Spread | undefined
): {readonly value: Text; readonly interval: Text} {
  const told = isTold(spread) ? spread : undefined;
  const largest = Math.max(Math.abs(value), Math.abs(told?.low ?? 0), Math.abs(told?.high ?? 0));
  if (!Number.isFinite(value)) return {value: plain("no number"), interval: []};
  if (largest >= 1e4 || (largest < 1e-3 && largest > 0)) {
    return {
      value: formatFlop(value).runs,
      interval: told === undefined ? [] : [...formatFlop(told.low).runs, {text: " to "}, ...formatFlop(told.high).runs]
    };
  }
  const width = told === undefined || !(told.high > told.low) ? largest / 100 : told.high - told.low;
  const decimals = width > 0 ? Math.min(5, Math.max(0, Math.ceil(1 - log10(width)))) : 2;
  const write = (number: number) => signed(number.toFixed(decimals));
  return {
    value: plain(write(value)),
    interval: told === undefined ? [] : plain(`${write(told.low)} to ${write(told.high)}`)
  };
}
