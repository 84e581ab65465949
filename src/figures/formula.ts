import type {Text} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Ladder} from "../simulation/ladder.ts";
import {flop, multiplier, number} from "./wording.ts";

/** The formula of the answer with today's numbers in it: gain = C_rival / C_subject × 10^exponent. */
export interface Formula {
  readonly symbols: {readonly above: string; readonly below: string; readonly exponent?: string};
  readonly numbers: {readonly above: Text; readonly below: Text; readonly exponent?: string};
  readonly result: string;
}

/**
 * The gain of the answer as its formula.
 *
 * On a straight curve gain = C_rival / C_subject × 10^((S_subject − S_rival) / slope); on any other the rival's compute
 * at the subject's score stands for both factors.
 */
export function formulaOf(
  scenario: Scenario,
  {comparisons, rival, subject, metric, solution}: Ladder
): Formula | undefined {
  const comparison = comparisons.find((item) => item.rival === rival);
  const [from, to] = [solution.models.get(subject ?? ""), solution.models.get(rival ?? "")];
  const name = (id: string | undefined) => scenario.models.find((model) => model.id === id)?.name ?? "";
  if (comparison === undefined || from === undefined || to === undefined) return undefined;
  if (!Number.isFinite(comparison.log10Gain)) return undefined;
  const spec = scenario.recipes.find(({id}) => id === scenario.reference)?.curve?.[metric];
  const decimals = scenario.metrics[metric]?.decimals ?? 2;
  const result = multiplier(comparison.log10Gain);
  if (spec?.law !== "log-linear") {
    return {
      symbols: {above: `C ${name(rival)}’s recipe, at ${from.score.toFixed(decimals)}`, below: `C ${name(subject)}`},
      numbers: {above: flop(comparison.crossing), below: flop(from.log10C)},
      result
    };
  }
  return {
    symbols: {
      above: `C ${name(rival)}`,
      below: `C ${name(subject)}`,
      exponent: `(score ${name(subject)} − score ${name(rival)}) / points per tenfold`
    },
    numbers: {
      above: flop(to.log10C),
      below: flop(from.log10C),
      exponent: `(${from.score.toFixed(decimals)} − ${to.score.toFixed(decimals)}) / ${number(spec.slope.value)}`
    },
    result
  };
}
