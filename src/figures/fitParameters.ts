import type {Text} from "../chart/figure.ts";
import type {FormName} from "../fitting/forms.ts";
import {isLossForm, parameterNames} from "../fitting/forms.ts";
import {pow10} from "../numerics/exp.ts";
import type {LadderFit} from "../simulation/fits.ts";
import type {FitUncertainty} from "../simulation/fitUncertainty.ts";
import {amount, parameterText} from "./fitNumbers.ts";
import {inARow, join} from "./wording.ts";

/** One parameter of a fitted law, as its row says it. */
export interface ParameterRow {
  /** As the fit and the command call it: "alpha". */
  readonly name: string;
  /** As the papers write it: "α". */
  readonly symbol: string;
  readonly meaning: string;
  readonly value: Text;
  /** "1.79 to 1.85"; empty until the draws are there. */
  readonly interval: Text;
  /** What the runs do not tell of it; empty where they tell. */
  readonly remark: string;
}

const symbols: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  log10CMid: "C mid",
  L0: "L0"
};

const lossMeanings: Readonly<Record<string, string>> = {
  E: "irreducible loss, which no compute takes away",
  A: "scale of the term of parameters",
  B: "scale of the term of tokens",
  alpha: "exponent of parameters",
  beta: "exponent of tokens",
  k: "reducible loss at one FLOP",
  a: "exponent of compute"
};

const meanings: Readonly<Record<FormName, Readonly<Record<string, string>>>> = {
  chinchilla: lossMeanings,
  "chinchilla-tied": {...lossMeanings, alpha: "exponent of parameters and of tokens"},
  "power-law": lossMeanings,
  "power-law-no-floor": {...lossMeanings, k: "loss at one FLOP"},
  logistic: {
    floor: "score without compute",
    ceiling: "score without limit of compute",
    log10CMid: "compute at which half of the way is done, FLOP",
    steepness: "how sharply the score rises"
  },
  "two-step": {
    ...lossMeanings,
    a: "what the score gains or loses along the sigmoid",
    L0: "loss at the middle of the sigmoid",
    k: "steepness of the sigmoid",
    b: "score at the end of large losses"
  }
};

export const symbolOf = (name: string): string => symbols[name] ?? name;

const ends = new Set(["floor", "ceiling", "a", "b"]);

/** What is said of a parameter that ended at the edge of what is allowed. */
export function atBoundWords(form: FormName, name: string, value: number): string {
  if (name === "E" && value === 0) return "floor at 0: the runs do not show one";
  if (!isLossForm(form) && ends.has(name))
    return "at the end of the range of scores: the runs do not show where it ends";
  return `${symbolOf(name)} at the edge of what is allowed`;
}

/** Each parameter with its interval and what the runs do not tell of it; empty where there is no fit. */
export function parameterRows({result}: LadderFit, uncertainty: FitUncertainty | undefined): readonly ParameterRow[] {
  if (!result.ok) return [];
  const {parameters, options, atBound, confounded} = result.fit;
  const {form} = options;
  return parameterNames(form).map((name): ParameterRow => {
    const value = parameters[name] ?? NaN;
    const spread = uncertainty?.parameters[name];
    const others = confounded.filter((other) => other !== name).map(symbolOf);
    const remarks = [
      ...(atBound.includes(name) ? [atBoundWords(form, name, value)] : []),
      ...(confounded.includes(name) && others.length > 0 ? [`cannot be told from ${inARow(others)}`] : []),
      ...(confounded.includes(name) && others.length === 0 ? ["the runs do not tell it"] : [])
    ];
    const isLog = name === "log10CMid";
    const text = parameterText(value, spread);
    const told = spread !== undefined && Number.isFinite(spread.low + spread.high);
    return {
      name,
      symbol: symbolOf(name),
      meaning: meanings[form][name] ?? name,
      value: isLog ? amount(pow10(value)) : text.value,
      interval: !isLog
        ? text.interval
        : told
          ? join(amount(pow10(spread.low)), " to ", amount(pow10(spread.high)))
          : [],
      remark: remarks.join("; ")
    };
  });
}
