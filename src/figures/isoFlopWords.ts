import type {Budget, IsoFlopFit} from "../fitting/isoFlopFit.ts";
import {formatCount} from "../scenario/numberText.ts";
import type {FitUncertainty} from "../simulation/fitUncertainty.ts";
import {levelText} from "./fitNumbers.ts";
import {plural} from "./fitWords.ts";

/** A budget and the lowest point of its parabola, in words. */
export interface BudgetRow {
  /** FLOP. */
  readonly C: number;
  readonly runs: number;
  /** "1.2B"; empty where there is no minimum. */
  readonly N: string;
  readonly loss: string;
  /** How many more parameters the law’s optimum has than the parabola’s: "+8 %"; empty where no law is given. */
  readonly bias: string;
  readonly remark: string;
}

/** The isoFLOP view in words. */
export type IsoFlopAnswer =
  | {readonly kind: "none"}
  | {readonly kind: "failed"; readonly message: string}
  | {readonly kind: "minima"; readonly sentence: string; readonly bias: string; readonly rows: readonly BudgetRow[]};

/** A bias smaller than this is none. */
const noBias = 0.02;

const share = (bias: number): string => `${Math.abs(100 * (bias - 1)).toFixed(0)} %`;

/** "+8 %", "−2 %". */
const biasText = (bias: number): string => {
  const text = share(bias);
  return text === "0 %" ? text : `${bias < 1 ? "−" : "+"}${text}`;
};

function rowOf({C, runs, minimum, message}: Budget): BudgetRow {
  return {
    C,
    runs: runs.length,
    N: minimum === undefined ? "" : formatCount(minimum.N),
    loss: minimum === undefined ? "" : levelText(minimum.loss),
    bias: minimum?.bias === undefined ? "" : biasText(minimum.bias),
    remark: message ?? (minimum?.isOutside ? "lowest point outside the sizes that were run: not used" : "")
  };
}

/** How far the lowest point of a parabola lies from the law’s own optimum. */
function biasSentence({budgets}: IsoFlopFit): string {
  const biases = budgets.flatMap(({minimum}) =>
    minimum?.bias === undefined || minimum.isOutside ? [] : [minimum.bias]
  );
  if (biases.length === 0) return "A parabola is no law: its lowest point may lie beside the true optimum.";
  const [low, high] = [Math.min(...biases), Math.max(...biases)];
  if (Math.max(1 - low, high - 1) < noBias) {
    return "A parabola is no law, but here its lowest point lies within 2 % of the fitted law’s optimum.";
  }
  const way = (bias: number) => (bias < 1 ? "fewer" : "more");
  const range =
    share(low) === share(high) && way(low) === way(high)
      ? `${share(low)} ${way(low)}`
      : way(low) !== way(high)
        ? `between ${share(low)} fewer and ${share(high)} more`
        : low < 1
          ? `${share(high)} to ${share(low)} fewer`
          : `${share(low)} to ${share(high)} more`;
  return `A parabola is no law: for runs of these sizes the fitted law’s optimum has ${range} parameters than a parabola finds.`;
}

const exponentText = (value: number): string => value.toFixed(2);

/** The optimal size against compute, by parabola and by law, and the bias between them. */
export function isoFlopAnswer(uncertainty: FitUncertainty | undefined): IsoFlopAnswer {
  const result = uncertainty?.isoFlop;
  if (result === undefined) return {kind: "none"};
  if (!result.ok) return {kind: "failed", message: `No isoFLOP curves: ${result.message}.`};
  const {fit} = result;
  const {budgets, exponent, spread, parametric} = fit;
  const used = budgets.filter(({minimum}) => minimum !== undefined && !minimum.isOutside).length;
  const range = spread === undefined ? "" : ` (90 %: ${exponentText(spread.low)} to ${exponentText(spread.high)})`;
  const law = parametric === undefined ? "" : `; the fitted law says ${exponentText(parametric)}`;
  return {
    kind: "minima",
    sentence: `Through the lowest points of ${plural(used, "budget")} the optimal size grows with compute to the power ${exponentText(exponent)}${range}${law}.`,
    bias: biasSentence(fit),
    rows: budgets.map(rowOf)
  };
}
