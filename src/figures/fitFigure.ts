import type {BandMark, CurveMark, Figure, KeyEntry, Mark, Role} from "../chart/figure.ts";
import {isLossForm} from "../fitting/forms.ts";
import {log10} from "../numerics/exp.ts";
import type {Runs, Scenario} from "../scenario/schema.ts";
import type {LadderFit} from "../simulation/fits.ts";
import type {FitUncertainty} from "../simulation/fitUncertainty.ts";
import {targetOf} from "../simulation/fitUncertainty.ts";
import {computeAxis} from "./axes.ts";
import {fitFooter} from "./fitFooter.ts";
import {holdOutMarks, recipeLaws, targetMarks, trustedPieces} from "./fitLaw.ts";
import {levelText, measureWords} from "./fitNumbers.ts";
import {fitRoles, lawRole, placedRungs, rungDetail, rungMarks} from "./fitRungs.ts";
import type {PlacedRung} from "./fitRungs.ts";
import {fitAnswer, leftOutWords} from "./fitWords.ts";
import type {FigureOptions} from "./ladder.ts";
import {join, plain} from "./wording.ts";

type Domain = readonly [number, number];

const endsOf = (values: readonly number[]): Domain =>
  values.reduce<Domain>(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);

const margin = 0.3;

/** The compute axis: every rung and the target. */
function computeSpan(placed: readonly PlacedRung[], target: number): Domain {
  const [low, high] = endsOf(
    [...placed.map(({x}) => x), ...(target > 0 ? [log10(target)] : [])].filter(Number.isFinite)
  );
  return low <= high ? [low - margin, high + margin] : [0, 1];
}

/** The axis of losses or scores: what takes part and what the law says, and what was put aside as far as it is near. */
function levelAxis(placed: readonly PlacedRung[], marks: readonly Mark[]): Domain {
  const aside = placed.filter(({rung}) => rung.out === "switched off" || rung.out === "largest loss");
  const shown = marks.flatMap((mark): readonly number[] => {
    if (mark.type === "band") return mark.points.flatMap(({low, high}) => [low, high]);
    if (mark.type === "curve") return mark.pieces.flatMap(({points}) => points.map(({y}) => y));
    if (mark.type === "whisker") return [mark.low, mark.high];
    return mark.type === "point" && mark.basis === "forecast" ? [mark.y] : [];
  });
  const part = [...placed.filter((item) => !aside.includes(item)).map(({y}) => y), ...shown].filter(Number.isFinite);
  const [low, high] = endsOf(part.length === 0 ? aside.map(({y}) => y) : part);
  if (!(low <= high)) return [0, 1];
  const size = high - low || Math.abs(high) || 1;
  const near = aside.map(({y}) => y).filter((y) => y > low - size && y < high + size);
  const [least, most] = endsOf([low, high, ...near]);
  // Room below for the bracket of the distance and its words.
  return [least - 0.22 * size, most + 0.08 * size];
}

function keyOf(
  placed: readonly PlacedRung[],
  marks: readonly Mark[],
  roles: ReadonlyMap<string, Role>
): readonly KeyEntry[] {
  const recipes = [...new Set(placed.map(({rung}) => rung.recipe))].filter((name) => name !== "");
  const has = (trust: string) =>
    marks.some((mark) => mark.type === "curve" && mark.pieces.some((piece) => piece.trust === trust));
  const any = (test: (mark: Mark) => boolean) => marks.some(test);
  const runs: readonly KeyEntry[] =
    recipes.length > 1
      ? recipes
          .slice(0, 6)
          .map((name): KeyEntry => ({sample: "known", role: roles.get(name) ?? "context", text: `run, ${name}`}))
      : [{sample: "known", text: "run"}];
  return [
    ...runs,
    ...(any((mark) => "basis" in mark && mark.basis === "left-out")
      ? [{sample: "left-out", text: "run that takes no part"} as const]
      : []),
    ...(any((mark) => "basis" in mark && mark.basis === "forecast" && mark.id !== "target")
      ? [{sample: "forecast", text: "foretold from smaller runs"} as const]
      : []),
    ...(any(({type}) => type === "band") ? [{sample: "band", text: "90 % interval of the law"} as const] : []),
    ...(has("placed") ? [{sample: "placed", text: "within 10× of the runs"} as const] : []),
    ...(has("beyond") ? [{sample: "beyond", text: "over 10× beyond the runs"} as const] : [])
  ];
}

function lawMarks(
  runs: Runs,
  fit: LadderFit,
  uncertainty: FitUncertainty | undefined,
  x: Domain,
  roles: ReadonlyMap<string, Role>
): readonly Mark[] {
  const {curve, span} = fit;
  if (curve === undefined) return [];
  const role = lawRole(runs, fit, roles);
  const target = targetOf(runs, fit);
  const end = log10(Math.max(target, span[1]));
  const name = role === "ink" ? "all recipes together" : fit.recipes.length > 1 ? runs.recipe : undefined;
  const band = (uncertainty?.band ?? []).filter(({low, high}) => Number.isFinite(low + high));
  return [
    ...(band.length > 1 ? [{type: "band", id: "law-band", role, points: band} satisfies BandMark] : []),
    ...recipeLaws(fit, uncertainty, roles).filter(({label}) => label?.name !== runs.recipe),
    {
      type: "curve",
      id: "law",
      role,
      weight: "main",
      pieces: trustedPieces(curve, [x[0], Math.min(x[1], end)], [log10(span[0]), log10(span[1])]),
      ...(name === undefined ? {} : {label: {name, place: "near", priority: 60}})
    } satisfies CurveMark,
    ...holdOutMarks(runs, fit, uncertainty, role),
    ...targetMarks(fit, uncertainty, target, role)
  ];
}

/** Loss or score against training compute: the runs, the law fitted to them, its interval, and where it leads. */
export function fitFigure(
  scenario: Scenario,
  fit: LadderFit,
  uncertainty: FitUncertainty | undefined,
  {window}: FigureOptions = {}
): Figure {
  const {runs} = scenario;
  if (runs === undefined) throw new RangeError("invalid scenario; it holds no runs");
  const placed = placedRungs(fit);
  const roles = fitRoles(runs, fit.recipes);
  const measure = measureWords(runs);
  const x = window?.x ?? computeSpan(placed, fit.curve === undefined ? NaN : targetOf(runs, fit));
  const law = lawMarks(runs, fit, uncertainty, x, roles);
  const y = window?.y ?? levelAxis(placed, law);
  const detail = ({rung, y: value}: PlacedRung) => rungDetail(rung, measure.name, levelText(value));
  const marks: readonly Mark[] = [...law, ...rungMarks(placed, roles, detail)];
  const off = placed.filter((item) => item.y < y[0] || item.y > y[1]).length;
  const answer = fitAnswer(runs, fit, uncertainty);
  const lines = [
    ...(off === 0 || window !== undefined ? [] : [` ${off} ${off === 1 ? "run lies" : "runs lie"} off this axis.`])
  ];
  const heading = `${measure.name}, ${measure.unit}`;
  return {
    id: "fit",
    title: answer.title,
    subtitle: join(answer.place, answer.condition, ...lines),
    description:
      `Horizontal axis: training compute in FLOP, logarithmic. Vertical axis: ${heading}. ${placed.length} runs${fit.curve === undefined ? "" : " and the law fitted to them"}. ${leftOutWords(fit)}`.trim(),
    metric: heading,
    shortMetric: heading,
    x: computeAxis(x),
    y: {
      scale: "linear",
      domain: y,
      title: plain(isLossForm(fit.options.form) ? measure.unit : measure.name),
      shortTitle: plain(measure.name),
      ticks: "number",
      digits: 2,
      whole: true
    },
    marks,
    key: placed.length === 0 ? [] : keyOf(placed, marks, roles),
    caption: captionOf(marks),
    footer: fitFooter(runs, fit, uncertainty),
    ...(placed.length === 0 ? {empty: `No run has both a compute and a ${measure.name}`} : {})
  };
}

function captionOf(marks: readonly Mark[]): string {
  const rings = marks.some((mark) => mark.type === "point" && mark.basis === "left-out")
    ? "Faint rings take no part. "
    : "";
  const band = marks.some(({type}) => type === "band") ? "The band is the 90 % interval. " : "";
  return `${band}${rings}Dashed: within 10× of the runs; dotted: further. Tap a run for what it was.`;
}
