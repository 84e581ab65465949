import type {
  BandMark,
  BracketMark,
  CurveMark,
  Figure,
  HandleMark,
  KeyEntry,
  Label,
  Mark,
  PointMark,
  Role,
  RungMark,
  ShelfMark,
  Text,
  WhiskerMark
} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import {formatPoints} from "../scenario/numberText.ts";
import type {Model, Scenario} from "../scenario/schema.ts";
import {isOutside} from "../scenario/quantity.ts";
import type {Ladder} from "../simulation/ladder.ts";
import type {Solved} from "../simulation/solve.ts";
import type {LadderUncertainty} from "../simulation/uncertainty.ts";
import {answerOf} from "./answer.ts";
import {claimMarks} from "./claims.ts";
import {curvePieces} from "./curves.ts";
import {footerOf} from "./footer.ts";
import type {EvidenceLookup} from "./footer.ts";
import {rolesOf, shapes} from "./roles.ts";
import {farDecades} from "./verdict.ts";
import {asString, flop, join, metricLine, multiplier, number, plain, powerOfTen} from "./wording.ts";

export interface FigureOptions {
  /** The part of the axes to show, axis units; left out: as the scenario says. */
  readonly window?: {readonly x: readonly [number, number]; readonly y: readonly [number, number]} | undefined;
  /** Looks evidence up, for the footer. */
  readonly find?: EvidenceLookup | undefined;
}

/** A model with everything its marks need. */
interface Placed {
  readonly model: Model;
  readonly run: Solved;
  readonly role: Role;
  /** Subject, rivals and the reference's models: named in full, labelled first. */
  readonly focus: boolean;
  /** The two of the answer, and the reference's models: drawn larger. */
  readonly leading: boolean;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** The axis of a scenario without one: its models with a margin. */
function span(values: readonly number[], margin: number): readonly [number, number] {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const room = Math.max(margin, (high - low) * 0.1);
  return [low - room, high + room];
}

/** The compute axis a scenario asks for, log10 FLOP. */
export function computeDomain({view}: Scenario, solved: Iterable<Solved>): readonly [number, number] {
  if (view.x !== undefined) return [log10(view.x[0]), log10(view.x[1])];
  return span(
    [...solved].map(({log10C}) => log10C),
    0.5
  );
}

function scoreDomain({view, metrics}: Scenario, metric: string, solved: Iterable<Solved>): readonly [number, number] {
  return (
    view.y ??
    metrics[metric]?.range ??
    span(
      [...solved].map(({score}) => score),
      1
    )
  );
}

/** A score as it is printed: in full beside the models in focus, shorter in context, marked where it is estimated. */
function scoreText(scenario: Scenario, metric: string, {model, run, focus}: Placed): string {
  const decimals = scenario.metrics[metric]?.decimals ?? 2;
  const value = run.score.toFixed(focus && model.basis === "placed" ? decimals : Math.max(0, decimals - 1));
  return model.scoreBasis === "estimate" ? `est. ${value}` : value;
}

/** A sentence that says all of a model: for hover, focus and screen readers. */
export function describeModel(
  scenario: Scenario,
  metric: string,
  model: Model,
  {log10C, score, log10Gain}: Solved
): string {
  const {name, unit, version} = scenario.metrics[metric] ?? {name: metric, unit: "points", version: undefined};
  const basis = {
    known: "from parameters and tokens",
    estimate: "a third party’s estimate",
    placed: "not disclosed, placed by you"
  }[model.basis];
  const decimals = scenario.metrics[metric]?.decimals ?? 2;
  const recipe = scenario.recipes.find(({id}) => id === scenario.reference)?.name ?? "the reference recipe";
  const measured = model.scoreBasis === "estimate" ? ", estimated" : "";
  const compute = Number.isFinite(log10C) ? `${asString(flop(log10C))} FLOP, ${basis}` : "compute not disclosed";
  const gain = Number.isFinite(log10Gain) ? `; gain over ${recipe} ${multiplier(log10Gain)}` : "";
  return `${model.name}: ${score.toFixed(decimals)} ${unit}${measured} on ${[name, version].filter(Boolean).join(" ")}; ${compute}${gain}.`;
}

function labelOf(scenario: Scenario, metric: string, placed: Placed, priority: number): Label {
  const {model, focus, low, high} = placed;
  const shelf = model.basis === "placed" && low !== undefined && high !== undefined;
  return {
    name: model.name,
    ...(model.short === undefined ? {} : {shortName: model.short}),
    value: scoreText(scenario, metric, placed),
    place: shelf && focus ? "column" : "near",
    priority
  };
}

/** The marks of a model and what they were made from. */
interface MadeMarks {
  readonly from: readonly unknown[];
  readonly marks: readonly Mark[];
}

const madeMarks = new WeakMap<Model, MadeMarks>();

/** A model's marks; the very ones of before where nothing about it has changed, which spares all that follows. */
function runMarks(scenario: Scenario, metric: string, placed: Placed, priority: number): readonly Mark[] {
  const {model, run, role, focus, low, high} = placed;
  const reference = scenario.recipes.find(({id}) => id === scenario.reference)?.name;
  const from = [
    run.log10C,
    run.score,
    run.log10Gain,
    role,
    focus,
    placed.leading,
    low,
    high,
    metric,
    scenario.metrics[metric],
    reference,
    priority
  ];
  const made = madeMarks.get(model);
  if (made?.from.every((part, i) => Object.is(part, from[i])) === true) return made.marks;
  const marks = marksOf(scenario, metric, placed, priority);
  madeMarks.set(model, {from, marks});
  return marks;
}

function marksOf(scenario: Scenario, metric: string, placed: Placed, priority: number): readonly Mark[] {
  const {model, run, role, leading, low, high} = placed;
  const base = {role, model: model.id};
  const label = labelOf(scenario, metric, placed, priority);
  const detail = describeModel(scenario, metric, model, run);
  const at = {x: run.log10C, y: run.score};
  const hasInterval = low !== undefined && high !== undefined && high > low;
  if (model.basis === "placed") {
    const shelf: readonly ShelfMark[] = hasInterval
      ? [{...base, type: "shelf", id: `shelf-${model.id}`, y: run.score, x1: low, x2: high}]
      : [];
    const outside = model.compute !== undefined && isOutside(model.compute);
    const handle: HandleMark = {
      ...base,
      type: "handle",
      id: `model-${model.id}`,
      ...at,
      focus: leading,
      outside,
      label,
      detail
    };
    return [...shelf, handle];
  }
  const whisker: readonly WhiskerMark[] = hasInterval
    ? [{...base, type: "whisker", id: `whisker-${model.id}`, along: "x", at: run.score, low, high}]
    : [];
  const point: PointMark = {
    ...base,
    type: "point",
    id: `model-${model.id}`,
    ...at,
    shape: shapes[role],
    basis: model.basis,
    focus: leading,
    ...(model.scoreBasis === "estimate" ? {scoreEstimated: true} : {}),
    label,
    detail
  };
  return [...whisker, point];
}

/** The lines under a curve's name: its steepness, and where it would reach the subject if that is off the axis. */
function curveLines(scenario: Scenario, ladder: Ladder, recipe: string, x: readonly [number, number]): readonly Text[] {
  const {metric, solution, subject} = ladder;
  const spec = scenario.recipes.find(({id}) => id === scenario.reference)?.curve?.[metric];
  const unit = scenario.metrics[metric]?.unit ?? "points";
  const isReference = recipe === scenario.reference;
  const slope = spec !== undefined && "slope" in spec ? spec.slope : undefined;
  const range =
    isReference && slope?.low !== undefined && slope.high !== undefined
      ? ` (${number(slope.low)} to ${number(slope.high)})`
      : "";
  const steep = slope === undefined ? [] : [plain(`${number(slope.value)} ${unit} per tenfold${range}`)];
  const target = solution.models.get(subject ?? "")?.score;
  const reaches = target === undefined ? NaN : solution.curve.log10Compute(target);
  if (!isReference || target === undefined || !(reaches > x[1])) return steep;
  const score = target.toFixed(scenario.metrics[metric]?.decimals ?? 2);
  return Number.isFinite(reaches)
    ? [...steep, join(`reaches ${score} at `, powerOfTen(reaches), " FLOP,"), plain("off this axis")]
    : [...steep, plain(`never reaches ${score}`)];
}

function curveMarks(
  scenario: Scenario,
  ladder: Ladder,
  roles: ReadonlyMap<string, Role>,
  x: readonly [number, number]
): readonly CurveMark[] {
  const subjectRecipe = scenario.models.find(({id}) => id === ladder.subject)?.recipe;
  const recipes = [...new Set([scenario.reference, subjectRecipe])];
  return recipes.flatMap((recipe): CurveMark[] => {
    const {name} = scenario.recipes.find(({id}) => id === recipe) ?? {};
    if (recipe === undefined || name === undefined) return [];
    const pieces = curvePieces(scenario, ladder.solution, recipe, x);
    const label: Label = {name, place: "column", priority: 80, lines: curveLines(scenario, ladder, recipe, x)};
    return pieces.length === 0
      ? []
      : [{type: "curve", id: `curve-${recipe}`, role: roles.get(recipe) ?? "context", pieces, weight: "main", label}];
  });
}

/** The rival's stretch of curve and the two brackets between it and the subject. */
function comparisonMarks(scenario: Scenario, ladder: Ladder, roles: ReadonlyMap<string, Role>): readonly Mark[] {
  const {solution, subject, rival} = ladder;
  const comparison = ladder.comparisons.find((item) => item.rival === rival);
  const from = solution.models.get(subject ?? "");
  const to = solution.models.get(rival ?? "");
  const model = scenario.models.find(({id}) => id === rival);
  if (comparison === undefined || from === undefined || to === undefined || model === undefined) return [];
  if (!(comparison.decadesAway <= farDecades) || !Number.isFinite(comparison.log10Gain)) return [];
  const role = roles.get(model.recipe) ?? "context";
  const {better = "higher", unit = "points"} = scenario.metrics[ladder.metric] ?? {};
  const isLoss = better === "lower";
  const level = isLoss ? "at equal loss" : "at equal score";
  const cross = {x: comparison.crossing, y: from.score};
  const stretch: CurveMark = {
    type: "curve",
    id: "stretch",
    role,
    weight: "minor",
    pieces: [{trust: model.basis === "placed" ? "placed" : "known", points: stretchPoints(ladder, cross, to)}]
  };
  const gain: BracketMark = {
    type: "bracket",
    id: "gain",
    role: "ink",
    along: "x",
    from: {x: from.log10C, y: from.score},
    to: cross,
    value: plain(multiplier(comparison.log10Gain)),
    note: plain(`${comparison.log10Gain >= 0 ? "less than" : "gain over"} ${model.name}, ${level}`),
    cross: role
  };
  const upright = to.score + comparison.points * (isLoss ? -1 : 1);
  const points: BracketMark = {
    type: "bracket",
    id: "points",
    role: "ink",
    along: "y",
    from: {x: to.log10C, y: to.score},
    to: {x: to.log10C, y: upright},
    value: plain(
      isLoss ? Math.abs(comparison.points).toFixed(3) : formatPoints(comparison.points).replace(" points", "")
    ),
    note: plain(`${isLoss ? `${comparison.points < 0 ? "more" : "less"} loss` : unit} at equal compute`),
    cross: "subject"
  };
  return [...(stretch.pieces[0]?.points.length === 0 ? [] : [stretch]), gain, points];
}

/** The rival's curve from its run to where it meets the subject's score. */
function stretchPoints({solution}: Ladder, cross: {readonly x: number; readonly y: number}, run: Solved) {
  if (Math.abs(cross.x - run.log10C) < 1e-9) return [];
  const middle = Array.from({length: 7}, (_, i) => run.log10C + ((cross.x - run.log10C) * (i + 1)) / 8);
  return [
    {x: run.log10C, y: run.score},
    ...middle.map((x) => ({x, y: solution.curve.score(x + run.log10Gain)})),
    cross
  ];
}

function bandMarks(
  scenario: Scenario,
  uncertainty: LadderUncertainty | undefined,
  roles: ReadonlyMap<string, Role>
): readonly BandMark[] {
  return Object.entries(uncertainty?.bands ?? {}).map(([recipe, points]) => ({
    type: "band",
    id: `band-${recipe}`,
    role: roles.get(recipe) ?? "context",
    points,
    ...(recipe === scenario.reference ? {} : {onlyActive: true})
  }));
}

const keyEntries: Record<"known" | "estimate" | "handle" | "beyond", KeyEntry> = {
  known: {sample: "known", text: "parameters × tokens"},
  estimate: {sample: "estimate", text: "third-party estimate"},
  handle: {sample: "handle", text: "placed by you; its curve is dashed", shortText: "placed by you"},
  beyond: {sample: "beyond", text: "over 10× beyond the data", shortText: "10× past the data"}
};

function keyOf(runs: readonly Placed[], marks: readonly Mark[]): readonly KeyEntry[] {
  const has = (basis: Model["basis"]) => runs.some(({model}) => model.basis === basis);
  const beyond = marks.some((mark) => mark.type === "curve" && mark.pieces.some(({trust}) => trust === "beyond"));
  return [
    ...(has("known") ? [keyEntries.known] : []),
    ...(has("estimate") ? [keyEntries.estimate] : []),
    ...(has("placed") ? [keyEntries.handle] : []),
    ...(beyond ? [keyEntries.beyond] : [])
  ];
}

/** Models that have a place on both axes, the subject first, then rivals by score, then the rest by score. */
function placedModels(scenario: Scenario, ladder: Ladder, roles: ReadonlyMap<string, Role>): readonly Placed[] {
  const {subject, rivals, rival, solution} = ladder;
  const rank = (id: string) => (id === subject ? 0 : rivals.includes(id) ? 1 : 2);
  return scenario.models
    .flatMap((model): Placed[] => {
      const run = solution.models.get(model.id);
      if (run === undefined || !Number.isFinite(run.log10C) || !Number.isFinite(run.score)) return [];
      const role = roles.get(model.recipe) ?? "context";
      const {low, high} = model.solve === "compute" ? {} : (model.compute ?? {});
      return [
        {
          model,
          run,
          role,
          focus: rank(model.id) < 2 || role === "reference",
          leading: model.id === subject || model.id === rival || role === "reference",
          low: low === undefined ? undefined : log10(low),
          high: high === undefined ? undefined : log10(high)
        }
      ];
    })
    .sort((a, b) => rank(a.model.id) - rank(b.model.id) || b.run.score - a.run.score);
}

/** The ladder: compute against capability, curves, rungs, bands of what is not disclosed, claims and brackets. */
export function ladderFigure(
  scenario: Scenario,
  ladder: Ladder,
  uncertainty: LadderUncertainty | undefined,
  {window, find}: FigureOptions = {}
): Figure {
  const {metric, solution} = ladder;
  const roles = rolesOf(scenario);
  const x = window?.x ?? computeDomain(scenario, solution.models.values());
  const y = window?.y ?? scoreDomain(scenario, metric, solution.models.values());
  const runs = placedModels(scenario, ladder, roles);
  const shown = scenario.metrics[metric];
  const answer = answerOf(scenario, ladder, uncertainty);
  const rungs = runs
    .filter(
      ({model, role}) => model.id === ladder.subject || (role === "reference" && isAnchor(scenario, metric, model.id))
    )
    .map(({model, run, role}): RungMark => ({
      type: "rung",
      id: `rung-${model.id}`,
      role,
      model: model.id,
      y: run.score,
      x2: run.log10C
    }));
  const placed = runs.filter(({model, low}) => model.basis === "placed" && low !== undefined);
  const highest = placed.reduce((top, {run}) => Math.max(top, run.score), -Infinity);
  const marks: readonly Mark[] = [
    ...scenario.thresholds.map((threshold): Mark => {
      const at = log10(threshold.compute.value);
      const value = join(", ", Number.isInteger(at) ? powerOfTen(at) : flop(at));
      return {
        type: "threshold",
        id: `threshold-${threshold.id}`,
        role: "ink",
        x: at,
        name: join(threshold.name, value),
        shortName: plain(threshold.short ?? threshold.name)
      };
    }),
    ...bandMarks(scenario, uncertainty, roles),
    ...curveMarks(scenario, ladder, roles, x),
    ...rungs,
    ...claimMarks(scenario, ladder),
    ...comparisonMarks(scenario, ladder, roles),
    ...runs.flatMap((run, i) => runMarks(scenario, metric, run, (run.focus ? 60 : 40) - i / runs.length)),
    ...(placed.length === 0
      ? []
      : [
          {
            type: "note" as const,
            id: "not-disclosed",
            role: "ink" as const,
            x: Math.min(...placed.filter(({run}) => run.score >= highest - 1e-9).map(({low}) => low ?? 0)),
            y: highest,
            title: plain("Compute not disclosed"),
            note: plain("a band, and a handle you place")
          }
        ])
  ];
  return {
    id: "ladder",
    title: answer?.title ?? scenario.title,
    subtitle: answer?.subtitle ?? plain(scenario.description ?? ""),
    description: describeFigure(scenario, ladder, runs),
    metric: shown === undefined ? "" : metricLine(shown),
    shortMetric: shown === undefined ? "" : metricLine(shown, shown.short ?? shown.name),
    x: {
      scale: "log10",
      domain: x,
      title: plain("Training compute, FLOP (log axis: each step is 10×)"),
      shortTitle: plain("Training compute, FLOP (each step 10×)"),
      ticks: "power",
      unit: "FLOP"
    },
    y: {
      scale: "linear",
      domain: y,
      title: plain(shown?.unit ?? ""),
      shortTitle: plain(shown?.unit ?? ""),
      ticks: "number"
    },
    marks,
    key: keyOf(runs, marks),
    caption: captionOf(ladder, marks),
    footer: footerOf(scenario, metric, find),
    ...(runs.length === 0 ? {empty: "No model has a score and a compute on this metric"} : {})
  };
}

/** Whether a model is the one the reference curve goes through. */
function isAnchor({recipes, reference}: Scenario, metric: string, id: string): boolean {
  const spec = recipes.find((recipe) => recipe.id === reference)?.curve?.[metric];
  return spec !== undefined && "through" in spec && spec.through === id;
}

function captionOf({claims, metric}: Ladder, marks: readonly Mark[]): string {
  const claim = claims.find((place) => place.claim.metric === metric && !place.open);
  const hatched = claim === undefined ? "" : "Hatched: where it would have to be for the claim. ";
  const dotted = marks.some((mark) => mark.type === "curve" && mark.pieces.some(({trust}) => trust === "beyond"));
  return `${hatched}${dotted ? "Dotted: more than 10× past the data. " : ""}Tap a point for its name.`;
}

function describeFigure(scenario: Scenario, {metric}: Ladder, runs: readonly Placed[]): string {
  const shown = scenario.metrics[metric];
  const placed = runs.filter(({model}) => model.basis === "placed").length;
  const bands = placed === 0 ? "" : ` ${placed} of them have undisclosed compute: their places are assumptions.`;
  return `Horizontal axis: training compute in FLOP, logarithmic. Vertical axis: ${shown === undefined ? metric : metricLine(shown)}. ${runs.length} models are shown.${bands}`;
}
