import type {BandMark, BracketMark, CurveMark, Label, Mark, Role, Text} from "../chart/figure.ts";
import {formatPoints} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import {atBaseline} from "../simulation/ladder.ts";
import type {Ladder} from "../simulation/ladder.ts";
import {runCurve} from "../simulation/solve.ts";
import type {Solved} from "../simulation/solve.ts";
import type {LadderUncertainty} from "../simulation/uncertainty.ts";
import {curvePieces} from "./curves.ts";
import {farDecades} from "./verdict.ts";
import {join, multiplier, number, plain, powerOfTen} from "./wording.ts";

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

/** The curves of the reference and of the subject’s recipe. */
export function curveMarks(
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
export function comparisonMarks(scenario: Scenario, ladder: Ladder, roles: ReadonlyMap<string, Role>): readonly Mark[] {
  const {solution, subject, rival} = ladder;
  const comparison = ladder.comparisons.find((item) => item.rival === rival);
  const from = solution.models.get(subject ?? "");
  const asTrained = solution.models.get(rival ?? "");
  const to = asTrained && atBaseline(asTrained);
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
  const than = `${comparison.log10Gain >= 0 ? "less than" : "gain over"} ${model.name}`;
  const gain: BracketMark = {
    type: "bracket",
    id: "gain",
    role: "ink",
    along: "x",
    from: {x: from.log10C, y: from.score},
    to: cross,
    value: plain(multiplier(comparison.log10Gain)),
    note: plain(`${than}, ${level}`),
    shortNote: plain(than),
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
    shortNote: plain("at equal compute"),
    cross: "subject"
  };
  return [...(stretch.pieces[0]?.points.length === 0 ? [] : [stretch]), gain, points];
}

/** The rival's curve from its run to where it meets the subject's score. */
function stretchPoints({solution}: Ladder, cross: {readonly x: number; readonly y: number}, run: Solved) {
  if (Math.abs(cross.x - run.log10C) < 1e-9) return [];
  const curve = runCurve(solution, run);
  const middle = Array.from({length: 7}, (_, i) => run.log10C + ((cross.x - run.log10C) * (i + 1)) / 8);
  return [{x: run.log10C, y: run.score}, ...middle.map((x) => ({x, y: curve.score(x)})), cross];
}

/** The 90 % bands: the reference’s always, those of the answer while their recipe is in hand. */
export function bandMarks(
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
