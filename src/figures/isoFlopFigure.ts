import type {CurveMark, Figure, Mark, Panels, PointMark, Position} from "../chart/figure.ts";
import type {Budget, IsoFlopFit} from "../fitting/isoFlopFit.ts";
import {isLossForm} from "../fitting/forms.ts";
import {optimalAllocation} from "../laws/chinchilla.ts";
import type {ScalingLaw} from "../laws/chinchilla.ts";
import {log10, pow10} from "../numerics/exp.ts";
import {formatCount} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {LadderFit, Rung} from "../simulation/fits.ts";
import type {FitUncertainty} from "../simulation/fitUncertainty.ts";
import {fitFooter} from "./fitFooter.ts";
import {amount, levelText} from "./fitNumbers.ts";
import {fitRoles, rungDetail} from "./fitRungs.ts";
import {isoFlopAnswer} from "./isoFlopWords.ts";
import {shapes} from "./roles.ts";
import {asString, join, plain} from "./wording.ts";

/** The law of N and D that a fit found, in the letters of the papers; undefined where the form is another. */
export function scalingLawOf({result}: LadderFit): ScalingLaw | undefined {
  if (!result.ok || !(isLossForm(result.fit.options.form) || result.fit.options.form === "two-step")) return undefined;
  const {E = 0, A, B, alpha, beta = alpha} = result.fit.parameters;
  return A === undefined || B === undefined || alpha === undefined || beta === undefined
    ? undefined
    : {E, A, B, alpha, beta};
}

const places = 41;

/** The parabola of a budget over the sizes that were run, and to its lowest point where that lies outside. */
function parabolaMark({minimum}: Budget, i: number, rungs: readonly Rung[]): readonly CurveMark[] {
  if (minimum === undefined) return [];
  const middle = log10(minimum.N);
  const sizes = rungs.map(({N}) => log10(N));
  const [from, to] = [Math.min(...sizes, middle), Math.max(...sizes, middle)];
  const points = Array.from({length: places}, (_, k): Position => {
    const x = from + ((to - from) * k) / (places - 1);
    return {x, y: minimum.loss + minimum.curvature * (x - middle) * (x - middle)};
  });
  return [
    {
      type: "curve",
      id: `parabola-${i}`,
      role: "context",
      weight: "minor",
      pieces: [{trust: "known", points}]
    }
  ];
}

/** A budget’s runs, their parabola, its lowest point, and the law’s optimum beside it. */
function budgetMarks(
  budget: Budget,
  i: number,
  taken: readonly Rung[],
  detail: (rung: Rung) => PointMark
): readonly Mark[] {
  const {C, runs, minimum} = budget;
  const rungs = runs.flatMap((place) => taken[place] ?? []);
  if (rungs.length === 0) return [];
  return [
    ...parabolaMark(budget, i, rungs),
    ...rungs.map(detail),
    ...(minimum === undefined
      ? []
      : [
          {
            type: "point",
            id: `minimum-${i}`,
            role: "ink",
            x: log10(minimum.N),
            y: minimum.loss,
            shape: "diamond",
            basis: minimum.isOutside ? "left-out" : "known",
            focus: true,
            label: {
              name: formatCount(minimum.N),
              place: "near",
              priority: 60 - i,
              lines: [join("at ", amount(C), " FLOP")]
            },
            detail: `Lowest point at ${amountText(C)} FLOP: ${formatCount(minimum.N)} parameters, loss ${levelText(minimum.loss)}${minimum.isOutside ? "; outside the sizes that were run" : ""}.`
          } satisfies PointMark
        ])
  ];
}

/** An amount of compute in one line: "10^20". */
const amountText = (C: number): string => asString(amount(C));

/** Computes from the smallest budget to the largest, evenly spaced in their logarithms. */
function alongBudgets(budgets: readonly Budget[]): readonly number[] {
  const at = budgets.map(({C}) => log10(C));
  const [from, to] = [Math.min(...at), Math.max(...at)];
  return to > from ? Array.from({length: places}, (_, k) => pow10(from + ((to - from) * k) / (places - 1))) : [];
}

/** Loss against size, a parabola for each budget. */
function lossFigure(
  {runs}: {readonly runs: NonNullable<Scenario["runs"]>},
  fit: LadderFit,
  uncertainty: FitUncertainty,
  {budgets}: IsoFlopFit
): Figure {
  const roles = fitRoles(runs, fit.recipes);
  const law = scalingLawOf(fit);
  const point = (rung: Rung): PointMark => {
    const role = roles.get(rung.recipe) ?? "context";
    return {
      type: "point",
      id: `rung-${rung.row}`,
      role,
      x: log10(rung.N),
      y: rung.loss,
      shape: shapes[role],
      basis: "known",
      focus: false,
      detail: rungDetail(rung, runs.measure, levelText(rung.loss))
    };
  };
  const told = budgets.filter(({runs: own}) => own.length > 1);
  const optimum: readonly Position[] =
    law === undefined
      ? []
      : alongBudgets(told).map((C) => {
          const {N, D} = optimalAllocation(law, C);
          return {x: log10(N), y: law.E + law.A * pow10(-law.alpha * log10(N)) + law.B * pow10(-law.beta * log10(D))};
        });
  const marks: readonly Mark[] = [
    ...(optimum.length > 1
      ? [
          {
            type: "curve",
            id: "law-optimum",
            role: "ink",
            weight: "minor",
            pieces: [{trust: "placed", points: optimum}],
            label: {name: "optimum of the fitted law", place: "near", priority: 80}
          } satisfies CurveMark
        ]
      : []),
    ...told.flatMap((budget, i) => budgetMarks(budget, i, fit.taken, point))
  ];
  const answer = isoFlopAnswer(uncertainty);
  const own = marks.filter((mark) => mark.type === "point");
  const [xs, ys] = [own.map(({x}) => x), own.map(({y}) => y)];
  const heading = `${runs.measure}, ${runs.unit}, by budget`;
  const room = 0.08 * (Math.max(...ys) - Math.min(...ys)) || 0.1;
  return {
    id: "isoflop-loss",
    title: "Loss by size at equal compute",
    subtitle: plain(answer.kind === "minima" ? `${answer.sentence} ${answer.bias}` : ""),
    description: `Horizontal axis: parameters, logarithmic. Vertical axis: ${runs.measure}, ${runs.unit}. ${told.length} budgets, each with its runs, a parabola and its lowest point.`,
    metric: heading,
    shortMetric: heading,
    x: {
      scale: "log10",
      domain: own.length === 0 ? [0, 1] : [Math.min(...xs) - 0.2, Math.max(...xs) + 0.2],
      title: plain("Parameters (log axis)"),
      shortTitle: plain("Parameters"),
      ticks: "power"
    },
    y: {
      scale: "linear",
      domain: own.length === 0 ? [0, 1] : [Math.min(...ys) - room, Math.max(...ys) + room],
      title: plain(runs.unit),
      shortTitle: plain(runs.unit),
      ticks: "number",
      digits: 2,
      whole: true
    },
    marks,
    key: [],
    caption: "Diamonds: lowest points of the parabolas. Dashed: the optimum of the fitted law.",
    footer: fitFooter(runs, fit, uncertainty)
  };
}

/** Optimal size against compute: the lowest points, the power law through them, and the fitted law’s. */
function sizeFigure(fit: LadderFit, found: IsoFlopFit): Figure {
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

/** Runs by budget with their parabolas, and the optimal size against compute; undefined where there is no isoFLOP fit. */
export function isoFlopPanels(
  {runs}: Scenario,
  fit: LadderFit,
  uncertainty: FitUncertainty | undefined
): Panels | undefined {
  const result = uncertainty?.isoFlop;
  if (runs === undefined || uncertainty === undefined || result?.ok !== true) return undefined;
  const loss = lossFigure({runs}, fit, uncertainty, result.fit);
  const size = sizeFigure(fit, result.fit);
  const {exponent, spread} = result.fit;
  const range = spread === undefined ? "" : ` (90 %: ${spread.low.toFixed(2)} to ${spread.high.toFixed(2)})`;
  return {
    id: "isoflop",
    title: `Optimal size: power ${exponent.toFixed(2)} of compute${range}`,
    subtitle: loss.subtitle,
    description: `${loss.description} ${size.description}`,
    caption: loss.caption,
    footer: loss.footer,
    panels: [{figure: loss}, {figure: size}]
  };
}
