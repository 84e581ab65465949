import type {CurveMark, Figure, Mark, PointMark} from "../chart/figure.ts";
import {scalingLawOf as lawOf} from "../fitting/compareLadders.ts";
import type {IsoFlopFit} from "../fitting/isoFlopFit.ts";
import {isLossForm} from "../fitting/forms.ts";
import {optimalAllocation} from "../laws/chinchilla.ts";
import type {ScalingLaw} from "../laws/chinchilla.ts";
import {log10, pow10} from "../numerics/exp.ts";
import {formatCount} from "../scenario/numberText.ts";
import type {LadderFit} from "../simulation/fits.ts";
import {amount} from "./fitNumbers.ts";
import {asString, plain} from "./wording.ts";

/** The law of N and D that a fit found, in the letters of the papers; undefined where the form is another. */
export function scalingLawOf({result}: LadderFit): ScalingLaw | undefined {
  if (!result.ok || !(isLossForm(result.fit.options.form) || result.fit.options.form === "two-step")) return undefined;
  const {parameters} = result.fit;
  return parameters["A"] === undefined ? undefined : lawOf(parameters);
}

/** An amount of compute in one line: "10^20". */
export const amountText = (C: number): string => asString(amount(C));

/** Optimal size against compute: the lowest points, the power law through them, and the fitted law’s. */
export function sizeFigure(fit: LadderFit, found: IsoFlopFit): Figure {
  const {budgets, exponent, log10Coefficient, spread, parametric} = found;
  const minima = budgets.flatMap(({C, minimum}, i) => (minimum === undefined ? [] : [{C, minimum, i}]));
  const computes = minima.map(({C}) => log10(C));
  const domain = [Math.min(...computes) - 0.4, Math.max(...computes) + 0.4] as const;
  const line = (read: (x: number) => number): CurveMark["pieces"] => [
    {trust: "known", points: domain.map((x) => ({x, y: read(x)}))}
  ];
  const law = scalingLawOf(fit);
  const range = spread === undefined ? "" : ` (90 %: ${spread.low.toFixed(2)} to ${spread.high.toFixed(2)})`;
  const marks: readonly Mark[] = [
    {
      type: "curve",
      id: "minima-law",
      role: "ink",
      weight: "main",
      pieces: line((x) => log10Coefficient + exponent * x),
      label: {name: `parabolas: power ${exponent.toFixed(2)}${range}`, place: "near", priority: 80}
    },
    ...(law === undefined
      ? []
      : [
          {
            type: "curve",
            id: "law-size",
            role: "ink",
            weight: "minor",
            pieces: [{trust: "placed", points: domain.map((x) => ({x, y: log10(optimalAllocation(law, pow10(x)).N)}))}],
            label: {name: `fitted law: power ${(parametric ?? NaN).toFixed(2)}`, place: "near", priority: 75}
          } satisfies CurveMark
        ]),
    ...minima.map(({C, minimum, i}): PointMark => ({
      type: "point",
      id: `minimum-${i}`,
      role: "ink",
      x: log10(C),
      y: log10(minimum.N),
      shape: "diamond",
      basis: minimum.isOutside ? "left-out" : "known",
      focus: false,
      detail: `${amountText(C)} FLOP: ${formatCount(minimum.N)} parameters.`
    }))
  ];
  const ys = marks.flatMap((mark): readonly number[] =>
    mark.type === "point"
      ? [mark.y]
      : mark.type === "curve"
        ? mark.pieces.flatMap(({points}) => points.map(({y}) => y))
        : []
  );
  return {
    id: "isoflop-size",
    title: "Optimal size by compute",
    subtitle: [],
    description: `Horizontal axis: training compute in FLOP, logarithmic. Vertical axis: parameters at the lowest loss, logarithmic. Power ${exponent.toFixed(2)}${range}.`,
    metric: "Parameters at the lowest loss",
    shortMetric: "Parameters at the lowest loss",
    x: {
      scale: "log10",
      domain,
      title: plain("Training compute, FLOP (log axis)"),
      shortTitle: plain("Compute, FLOP"),
      ticks: "power",
      unit: "FLOP"
    },
    y: {
      scale: "log10",
      domain: [Math.min(...ys) - 0.1, Math.max(...ys) + 0.1],
      title: plain("Parameters"),
      shortTitle: plain("Parameters"),
      ticks: "power",
      whole: true
    },
    marks,
    key: [],
    caption: "Diamonds: lowest points of the parabolas.",
    footer: []
  };
}
