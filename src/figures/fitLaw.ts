import type {CurveMark, Mark, Role, Trust} from "../chart/figure.ts";
import {lawCurveOf} from "../fitting/compareLadders.ts";
import {isLossForm} from "../fitting/forms.ts";
import type {Curve} from "../laws/curve.ts";
import {log10} from "../numerics/exp.ts";
import type {Runs} from "../scenario/schema.ts";
import type {LadderFit} from "../simulation/fits.ts";
import type {FitUncertainty} from "../simulation/fitUncertainty.ts";
import {extrapolationWords, levelWithInterval} from "./fitNumbers.ts";
import {levelOf, rungName} from "./fitRungs.ts";
import {shapes} from "./roles.ts";
import {plain} from "./wording.ts";

type Span = readonly [number, number];

/** A law is dashed up to so many decades from the runs, dotted beyond. */
export const nearDecades = 1;
const places = 64;

/** A curve over an axis, cut where trust in it changes: inside the runs, near them, beyond. */
export function trustedPieces(curve: Curve, [from, to]: Span, [first, last]: Span): CurveMark["pieces"] {
  const trustAt = (x: number): Trust => {
    const away = Math.max(first - x, x - last);
    return away <= 0 ? "known" : away <= nearDecades ? "placed" : "beyond";
  };
  const cuts = [first - nearDecades, first, last, last + nearDecades].filter((x) => x > from && x < to);
  const ends = [from, ...cuts, to];
  return ends.slice(1).flatMap((end, i) => {
    const start = ends[i] ?? from;
    const count = Math.max(2, Math.ceil((places * (end - start)) / (to - from)) + 1);
    const points = Array.from({length: count}, (_, k) => start + ((end - start) * k) / (count - 1))
      .map((x) => ({x, y: curve.score(x)}))
      .filter(({y}) => Number.isFinite(y));
    return points.length < 2 ? [] : [{trust: trustAt((start + end) / 2), points}];
  });
}

/** The laws of single recipes, each within its own runs, beside a law of all of them. */
export function recipeLaws(
  {recipes, rungs, options, policy}: LadderFit,
  uncertainty: FitUncertainty | undefined,
  roles: ReadonlyMap<string, Role>
): readonly CurveMark[] {
  const {form} = options;
  const result = uncertainty?.comparison;
  if (recipes.length < 2 || result?.ok !== true || !isLossForm(form)) return [];
  return result.comparison.laws.flatMap(({name, parameters}): CurveMark[] => {
    const own = rungs.filter(({recipe, C, loss}) => recipe === name && C > 0 && C < Infinity && loss > 0);
    const computes = own.map(({C}) => log10(C));
    const span = [Math.min(...computes), Math.max(...computes)] as const;
    if (!(span[1] > span[0])) return [];
    return [
      {
        type: "curve",
        id: `law-of-${recipes.indexOf(name)}`,
        role: roles.get(name) ?? "context",
        weight: "minor",
        pieces: trustedPieces(lawCurveOf(form, parameters, policy), span, span),
        label: {name, place: "near", priority: 70}
      }
    ];
  });
}

/** Where the law leads: its value with its whisker, how far beyond the runs, and the edge of the runs. */
export function targetMarks(
  fit: LadderFit,
  uncertainty: FitUncertainty | undefined,
  C: number,
  role: Role
): readonly Mark[] {
  const {curve, span} = fit;
  if (curve === undefined) return [];
  const x = log10(C);
  const y = uncertainty?.target.central ?? curve.score(x);
  const spread = uncertainty?.target.spread;
  const {value, interval} = levelWithInterval(y, spread);
  const where = extrapolationWords(fit, C);
  const isBeyond = where.endsWith("beyond the largest run");
  const low = Math.min(y, spread?.low ?? y);
  return [
    {
      type: "rule",
      id: "largest-run",
      role: "context",
      along: "y",
      at: log10(span[1]),
      dashed: true,
      name: plain("largest run")
    },
    ...(isBeyond
      ? [
          {
            type: "bracket",
            id: "distance",
            role: "ink",
            along: "x",
            from: {x: log10(span[1]), y: low},
            to: {x, y: low},
            value: plain(where),
            note: []
          } satisfies Mark
        ]
      : []),
    ...(interval === "" || spread === undefined
      ? []
      : [
          {
            type: "whisker",
            id: "target-interval",
            role,
            along: "y",
            at: x,
            low: spread.low,
            high: spread.high
          } satisfies Mark
        ]),
    {
      type: "point",
      id: "target",
      role,
      x,
      y,
      shape: shapes[role],
      basis: "forecast",
      focus: true,
      label: {
        name: value,
        ...(interval === "" ? {} : {value: `(90 %: ${interval})`}),
        place: "near",
        priority: 95
      },
      detail: `The law says ${value}${interval === "" ? "" : ` (90 %: ${interval})`}, ${where}.`
    }
  ];
}

/** Forecasts beyond so many stay out of the figure: their errors are in the words. */
const mostForecasts = 150;

/** What the law of the smaller runs said of those left out, each a ring joined to its run, and where they begin. */
export function holdOutMarks(
  {holdOut: above}: Runs,
  {taken, options}: LadderFit,
  uncertainty: FitUncertainty | undefined,
  role: Role
): readonly Mark[] {
  const result = uncertainty?.holdOut;
  if (result?.ok !== true || above === undefined) return [];
  const {forecasts} = result.holdOut;
  const shown = forecasts.length > mostForecasts ? [] : forecasts;
  return [
    {
      type: "rule",
      id: "hold-out",
      role: "context",
      along: "y",
      at: log10(above.value),
      name: plain("held out from here")
    },
    ...shown.flatMap(({run, predicted}): readonly Mark[] => {
      const rung = taken[run];
      if (rung === undefined) return [];
      const [x, actual] = [log10(rung.C), levelOf(options.form, rung)];
      return [
        {
          type: "curve",
          id: `missed-${rung.row}`,
          role,
          weight: "minor",
          pieces: [
            {
              trust: "known",
              points: [
                {x, y: actual},
                {x, y: predicted}
              ]
            }
          ]
        },
        {
          type: "point",
          id: `forecast-${rung.row}`,
          role,
          x,
          y: predicted,
          shape: shapes[role],
          basis: "forecast",
          focus: false,
          detail: `${rungName(rung)}: foretold ${levelWithInterval(predicted, undefined).value}, was ${levelWithInterval(actual, undefined).value}.`
        }
      ];
    })
  ];
}
