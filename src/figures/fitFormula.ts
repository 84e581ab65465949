import type {Text} from "../chart/figure.ts";
import {isLossForm} from "../fitting/forms.ts";
import {log10, pow10} from "../numerics/exp.ts";
import type {LadderFit} from "../simulation/fits.ts";
import {amount, levelText, parameterText} from "./fitNumbers.ts";
import {join, plain, raised} from "./wording.ts";

/** The fitted law with today’s numbers, and what it comes to at a compute. */
export interface FitFormula {
  /** "L = 1.82 + 482 / N^0.35 + 2,085 / D^0.37". */
  readonly law: Text;
  /** "At 10^23 FLOP: N = 1.2B, D = 14B, L = 2.01"; empty without a compute. */
  readonly at: Text;
}

const power = (letter: string, exponent: Text): Text =>
  join(
    letter,
    exponent.map(({text}) => ({text, sup: true as const}))
  );

/** The law of a fit, its parameters in it, and what it says at the target; undefined where there is no fit. */
export function fitFormula({result, options, curve}: LadderFit, target: number): FitFormula | undefined {
  if (!result.ok) return undefined;
  const {parameters} = result.fit;
  const p = (name: string): Text => parameterText(parameters[name] ?? NaN, undefined).value;
  const over = (scale: string, letter: string, exponent: string): Text =>
    join(p(scale), " / ", power(letter, p(exponent)));
  const floor: Text = (parameters["E"] ?? 0) > 0 ? join(p("E"), " + ") : [];
  const loss = (): Text => {
    switch (options.form) {
      case "chinchilla-tied":
        return join(floor, over("A", "N", "alpha"), " + ", over("B", "D", "alpha"));
      case "power-law":
      case "power-law-no-floor":
        return join(floor, over("k", "C", "a"));
      default:
        return join(floor, over("A", "N", "alpha"), " + ", over("B", "D", "beta"));
    }
  };
  const score = curve?.score(log10(target)) ?? NaN;
  const at = Number.isFinite(score) ? join("At ", amount(target), ` FLOP it comes to ${levelText(score)}`) : plain("");
  if (isLossForm(options.form)) return {law: join("L = ", loss()), at};
  if (options.form === "two-step") {
    const link = join(
      p("a"),
      " / (1 + e",
      raised("−k (L − L₀)".replace("₀", "0")),
      ") + ",
      p("b"),
      ", k = ",
      p("k"),
      ", L0 = ",
      p("L0")
    );
    return {law: join("L = ", loss(), "; score = ", link), at};
  }
  const mid = amount(pow10(parameters["log10CMid"] ?? NaN));
  return {
    law: join(
      "score = ",
      p("floor"),
      " + (",
      p("ceiling"),
      " − ",
      p("floor"),
      ") / (1 + (",
      mid,
      " / C)",
      p("steepness").map(({text}) => ({text, sup: true as const})),
      ")"
    ),
    at
  };
}
