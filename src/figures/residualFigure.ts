import type {Figure, Mark, PointMark} from "../chart/figure.ts";
import {isLossForm} from "../fitting/forms.ts";
import {exp, log10} from "../numerics/exp.ts";
import {quantiles} from "../numerics/quantiles.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {LadderFit, Rung} from "../simulation/fits.ts";
import {computeAxis} from "./axes.ts";
import {fitFooter} from "./fitFooter.ts";
import {measureWords} from "./fitNumbers.ts";
import {fitRoles, mostPoints, rungName} from "./fitRungs.ts";
import {shapes} from "./roles.ts";
import {plain} from "./wording.ts";

/** A rung and what the law missed it by: percent of the loss, or points of the score; above 0 the run is above the law. */
export interface Residual {
  readonly rung: Rung;
  readonly value: number;
}

/**
 * What the law missed each fitted run by, the run less the law: percent of the law’s loss, or points of a score.
 *
 * In two steps they are of the second: of the rungs with a loss and a score, in their order.
 */
export function residualsOf({taken, result}: Pick<LadderFit, "taken" | "result">): readonly Residual[] {
  if (!result.ok) return [];
  const {used, residuals, options} = result.fit;
  const {form} = options;
  const rungs =
    form === "two-step"
      ? taken.filter(({loss, score}) => loss > 0 && loss < Infinity && Number.isFinite(score))
      : used.flatMap((i) => taken[i] ?? []);
  return rungs.flatMap((rung, i) => {
    const missed = residuals[i] ?? NaN;
    const value = isLossForm(form) ? 100 * (exp(-missed) - 1) : -100 * missed;
    return Number.isFinite(value) ? [{rung, value}] : [];
  });
}

/** Three times the median distance from the median: what lies beyond is far for runs like these. */
export function farFrom(values: readonly number[]): {readonly middle: number; readonly far: number} {
  const median = (of: readonly number[]) => quantiles(Float64Array.from(of), [0.5])[0] ?? NaN;
  const middle = median(values);
  return {middle, far: 3 * median(values.map((value) => Math.abs(value - middle)))};
}

const signed = (value: number, unit: string): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)} ${unit}`;

/** What each run missed the law by against its compute; undefined where there is no fit. */
export function residualFigure(scenario: Scenario, fit: LadderFit): Figure | undefined {
  const {runs} = scenario;
  if (runs === undefined || !fit.result.ok) return undefined;
  const roles = fitRoles(runs, fit.recipes);
  const residuals = residualsOf(fit).filter(({rung: {C}}) => C > 0 && C < Infinity);
  const unit = isLossForm(fit.options.form) ? "%" : "points";
  const {middle, far} = farFrom(residuals.map(({value}) => value));
  const beyond = residuals.filter(({value}) => Math.abs(value - middle) > far).length;
  const values = [...residuals.map(({value}) => value), 0];
  const ends = far > 0 ? [middle - far, middle + far] : [];
  const [low, high] = [Math.min(...values, ...ends), Math.max(...values, ...ends)];
  const room = 0.1 * (high - low) || 1;
  const computes = residuals.map(({rung: {C}}) => log10(C));
  const points = residuals.map(({rung, value}): PointMark => {
    const role = roles.get(rung.recipe) ?? "context";
    return {
      type: "point",
      id: `rung-${rung.row}`,
      role,
      x: log10(rung.C),
      y: value,
      shape: shapes[role],
      basis: "known",
      focus: false,
      ...(Math.abs(value - middle) > far && far > 0
        ? {label: {name: rungName(rung), place: "near", priority: Math.abs(value)}}
        : {}),
      detail: `${rungName(rung)}: ${signed(value, unit)} from the law.`
    };
  });
  const {name} = measureWords(runs);
  const heading = `${name} less the law, ${unit === "%" ? "% of the law" : unit}`;
  const title =
    far > 0
      ? `${beyond === 0 ? "No run lies" : beyond === 1 ? "1 run lies" : `${beyond} runs lie`} further than ${far.toFixed(2)} ${unit} from the law`
      : "The law goes through half of the runs";
  const marks: readonly Mark[] = [
    {type: "rule", id: "law", role: "ink", along: "x", at: 0, name: plain("the law")},
    ...(far > 0
      ? ([
          {
            type: "rule",
            id: "far-above",
            role: "context",
            along: "x",
            at: middle + far,
            dashed: true,
            name: plain("3 median deviations")
          },
          {type: "rule", id: "far-below", role: "context", along: "x", at: middle - far, dashed: true}
        ] as const)
      : []),
    ...(points.length > mostPoints
      ? [...new Set(points.map(({role}) => role))].map((role): Mark => ({
          type: "cloud",
          id: `cloud-${role}`,
          role,
          shape: shapes[role],
          basis: "known",
          points: points.filter((point) => point.role === role).map(({x, y}) => ({x, y}))
        }))
      : points)
  ];
  return {
    id: "residuals",
    title,
    subtitle: plain(
      `A run above the line did ${unit === "%" ? "worse" : "better"} than the law says. A pattern says that the form does not fit.`
    ),
    description: `Horizontal axis: training compute in FLOP, logarithmic. Vertical axis: ${heading}. ${residuals.length} runs. ${title}.`,
    metric: heading,
    shortMetric: heading,
    x: computeAxis(computes.length === 0 ? [0, 1] : [Math.min(...computes) - 0.3, Math.max(...computes) + 0.3]),
    y: {
      scale: "linear",
      domain: [low - room, high + room],
      title: plain(unit),
      shortTitle: plain(unit),
      ticks: "number",
      digits: 2,
      whole: true
    },
    marks,
    key: [],
    caption: "Dashed: three median deviations. Tap a run for what it was.",
    footer: fitFooter(runs, fit, undefined),
    ...(residuals.length === 0 ? {empty: "No run has both a compute and a residual"} : {})
  };
}
