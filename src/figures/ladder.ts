import type {Figure, KeyEntry, Mark, RungMark} from "../chart/figure.ts";
import {log10} from "../numerics/exp.ts";
import type {Model, Scenario} from "../scenario/schema.ts";
import type {Ladder} from "../simulation/ladder.ts";
import type {Solved} from "../simulation/solve.ts";
import type {LadderUncertainty} from "../simulation/uncertainty.ts";
import {computeAxis, metricAxis} from "./axes.ts";
import {answerOf} from "./answer.ts";
import {claimMarks} from "./claims.ts";
import {bandMarks, comparisonMarks, curveMarks} from "./curveMarks.ts";
import {footerOf} from "./footer.ts";
import type {EvidenceLookup} from "./footer.ts";
import {placedModels, runMarks} from "./modelMarks.ts";
import type {Placed} from "./modelMarks.ts";
import {rolesOf} from "./roles.ts";
import {flop, join, metricLine, plain, powerOfTen} from "./wording.ts";

export interface FigureOptions {
  /** The part of the axes to show, axis units; left out: as the scenario says. */
  readonly window?: {readonly x: readonly [number, number]; readonly y: readonly [number, number]} | undefined;
  /** Looks evidence up, for the footer. */
  readonly find?: EvidenceLookup | undefined;
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

const keyEntries: Record<"known" | "estimate" | "handle" | "beyond", KeyEntry> = {
  known: {sample: "known", text: "parameters × tokens"},
  estimate: {sample: "estimate", text: "third-party estimate"},
  handle: {sample: "handle", text: "placed, not disclosed; its curve is dashed", shortText: "placed, not disclosed"},
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
            note: plain("a band, and a handle placed in it")
          }
        ])
  ];
  return {
    id: "ladder",
    title: answer?.title ?? scenario.title,
    subtitle: answer?.subtitle ?? plain(scenario.description ?? ""),
    description: describeFigure(scenario, ladder, runs),
    ...metricAxis(shown, y),
    x: computeAxis(x),
    marks,
    key: keyOf(runs, marks),
    caption: captionOf(ladder, marks),
    footer: footerOf(scenario, metric, find),
    ...(runs.length === 0 ? {empty: "No model has a score and a compute here"} : {})
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
