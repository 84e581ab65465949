import type {CurveMark, Figure, Mark, Panels, PointMark, Position} from "../chart/figure.ts";
import type {Budget, IsoFlopFit} from "../fitting/isoFlopFit.ts";
import {optimalAllocation} from "../laws/chinchilla.ts";
import {log10, pow10} from "../numerics/exp.ts";
import {formatCount} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {LadderFit, Rung} from "../simulation/fits.ts";
import type {FitUncertainty} from "../simulation/fitUncertainty.ts";
import {fitFooter} from "./fitFooter.ts";
import {amount, levelText} from "./fitNumbers.ts";
import {fitRoles, rungDetail} from "./fitRungs.ts";
import {amountText, scalingLawOf, sizeFigure} from "./isoFlopSize.ts";
import {isoFlopAnswer} from "./isoFlopWords.ts";
import {shapes} from "./roles.ts";
import {join, plain} from "./wording.ts";

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
  const {C, runs, near, minimum} = budget;
  const rungs = runs.flatMap((place) => taken[place] ?? []);
  if (rungs.length === 0) return [];
  return [
    // Through the sizes it was laid through, not beyond them.
    ...parabolaMark(
      budget,
      i,
      near.flatMap((place) => taken[place] ?? [])
    ),
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
