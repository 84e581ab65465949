import {expect, test} from "vitest";
import type {Figure, Mark, MarkType} from "../../src/chart/figure.ts";
import {fitFigure} from "../../src/figures/fitFigure.ts";
import {fitFooter, objectiveWords} from "../../src/figures/fitFooter.ts";
import {trustedPieces} from "../../src/figures/fitLaw.ts";
import {fitRoles, lawRole} from "../../src/figures/fitRungs.ts";
import {isoFlopPanels} from "../../src/figures/isoFlopFigure.ts";
import {scalingLawOf} from "../../src/figures/isoFlopSize.ts";
import {ladderGainFigure, ladderGainPanels} from "../../src/figures/ladderGainFigure.ts";
import {farFrom, residualFigure, residualsOf} from "../../src/figures/residualFigure.ts";
import {asString} from "../../src/figures/wording.ts";
import {pictureOf, simulate} from "../../src/figures/view.ts";
import {emptyScenario} from "../../src/scenario/emptyScenario.ts";
import {fitted, quantity, sampleScenario} from "./sampleRuns.ts";

const scenario = sampleScenario({
  draws: 50,
  recipe: "old",
  holdOut: quantity(5e19),
  target: quantity(1e24),
  without: {rows: [3], largest: 2}
});
const {fit, uncertainty} = fitted(scenario);
const figure = fitFigure(scenario, fit, uncertainty);
const find = (id: string, of: Figure = figure): Mark | undefined => of.marks.find((mark) => mark.id === id);
const count = (type: MarkType, of: Figure = figure) => of.marks.filter((mark) => mark.type === type).length;

test("each run has a point of its own, known by its row and faint where it was put aside", () => {
  const runs = figure.marks.filter(({id}) => id.startsWith("rung-"));
  expect(runs).toHaveLength(40);
  const faint = runs.flatMap((mark) => (mark.type === "point" && mark.basis === "left-out" ? [mark.id] : []));
  expect(faint).toContain("rung-3");
  expect(faint).toHaveLength(3);
  expect(find("rung-3")).toMatchObject({role: "reference"});
  expect(find("rung-21")).toMatchObject({role: "subject", basis: "known"});
  const mark = find("rung-3");
  expect(mark?.type === "point" && mark.detail).toMatch(
    /^old-1e18-3: old, [\d.]+M parameters, [\d.]+B tokens, 1\.0×10\^18 FLOP, loss 3\.\d{3}; switched off\.$/
  );
});

test("ids of marks are unique", () => {
  const ids = figure.marks.map(({id}) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("the law is solid inside the runs, dashed for a decade and dotted beyond, and ends at the target", () => {
  const law = find("law");
  if (law?.type !== "curve") throw new Error("no law");
  expect(law.pieces.map(({trust}) => trust)).toEqual(["placed", "known", "placed", "beyond"]);
  const ends = law.pieces.map(({points}) => [points[0]!.x, points.at(-1)!.x]);
  expect(ends[2]![1]! - ends[2]![0]!).toBeCloseTo(1, 9);
  expect(ends[3]![1]).toBeCloseTo(24, 9);
  expect(law.role).toBe("reference");
});

test("pieces of a curve that lies wholly beyond the runs are dotted alone", () => {
  const curve = {score: (x: number) => x, log10Compute: (y: number) => y, limit: Infinity, start: -Infinity};
  expect(trustedPieces(curve, [30, 31], [18, 20]).map(({trust}) => trust)).toEqual(["beyond"]);
  expect(trustedPieces({...curve, score: () => NaN}, [18, 20], [18, 20])).toEqual([]);
});

test("the target has its value, its whisker and its distance in words", () => {
  expect(find("target-interval")).toMatchObject({type: "whisker", along: "y"});
  const [target, distance] = [find("target"), find("distance")];
  expect(target?.type === "point" && target.label?.value).toMatch(/^\(90 %: \d\.\d+ to \d\.\d+\)$/);
  expect(distance?.type === "bracket" && asString(distance.value)).toBe("3.5 decades beyond the largest run");
  expect(find("largest-run")).toMatchObject({type: "rule", along: "y"});
});

test("a target inside the runs has no distance", () => {
  const inside = fitted(sampleScenario({draws: 20, recipe: "old", target: quantity(1e19)}));
  const drawn = fitFigure(sampleScenario({draws: 20, recipe: "old", target: quantity(1e19)}), inside.fit, undefined);
  expect([find("distance", drawn), count("whisker", drawn), count("band", drawn)]).toEqual([undefined, 0, 0]);
});

test("each run held out has a ring where the law of the smaller runs put it, joined to the run", () => {
  const rings = figure.marks.filter(({id}) => id.startsWith("forecast-"));
  const joins = figure.marks.filter(({id}) => id.startsWith("missed-"));
  expect([rings.length, joins.length]).toEqual([5, 5]);
  const ring = rings[0];
  expect(ring?.type === "point" && ring.detail).toMatch(/: foretold 2\.\d{3}, was 2\.\d{3}\.$/);
});

test("runs put aside far from all others do not stretch the axis and are said to lie off it", () => {
  const rows = scenario.runs!.rows.map((row, i) => (i === 2 ? [...row.slice(0, 4), 60] : row));
  const far = sampleScenario({rows, recipe: "old", without: {rows: [3], largest: 0}});
  const {fit: own} = simulate(far, "fit");
  const drawn = fitFigure(far, own!, undefined);
  expect(drawn.y.domain[1]).toBeLessThan(5);
  expect(asString(drawn.subtitle)).toMatch(/ 1 run lies off this axis\.$/);
});

test("runs without what the axis measures leave the figure empty, and say why", () => {
  const bare = sampleScenario({form: "logistic"});
  const {fit: own} = simulate(bare, "fit");
  const drawn = fitFigure(bare, own!, undefined);
  expect([drawn.empty, drawn.key, drawn.marks]).toEqual(["No run has both a compute and a score", [], []]);
});

test("recipes wear the reference’s colour, the subject’s, three rivals’, then slate; a law of several wears ink", () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  expect([...fitRoles({reference: "b"}, names)]).toEqual([
    ["", "context"],
    ["b", "reference"],
    ["a", "subject"],
    ["c", "rival1"],
    ["d", "rival2"],
    ["e", "rival3"],
    ["f", "context"]
  ]);
  expect([...fitRoles({}, [])]).toEqual([["", "reference"]]);
  const {runs} = sampleScenario();
  const roles = fitRoles({}, ["old", "new"]);
  expect(lawRole(runs!, {recipes: ["old", "new"]}, roles)).toBe("ink");
  expect(lawRole({...runs!, recipe: "new"}, {recipes: ["old", "new"]}, roles)).toBe("subject");
  expect(lawRole(runs!, {recipes: ["old"]}, fitRoles({}, ["old"]))).toBe("reference");
});

test("a residual is the run less the law in percent of the law", () => {
  const [first] = residualsOf(fit);
  const {curve: _, ...own} = fit;
  if (first === undefined || !own.result.ok) throw new Error("no residual");
  const {E, A, B, alpha, beta} = own.result.fit.parameters as Record<string, number>;
  const law = E! + A! / first.rung.N ** alpha! + B! / first.rung.D ** beta!;
  expect(first.value).toBeCloseTo(100 * (first.rung.loss / law - 1), 9);
});

test("residuals have a line at the law, one each side at three median deviations, and names beyond those", () => {
  const drawn = residualFigure(scenario, fit)!;
  const points = drawn.marks.filter((mark) => mark.type === "point");
  expect(points).toHaveLength(17);
  const {middle, far} = farFrom(points.map(({y}) => y));
  expect(find("far-above", drawn)).toMatchObject({at: middle + far});
  expect(find("far-below", drawn)).toMatchObject({at: middle - far});
  expect(find("law", drawn)).toMatchObject({at: 0});
  for (const {y, label} of points) expect(label !== undefined).toBe(Math.abs(y - middle) > far);
  expect(farFrom([1, 2, 3, 4, 100])).toEqual({middle: 3, far: 3});
});

test("the gain has rules at 1×, 3× and 10× and where the runs of both begin and end", () => {
  for (const reading of ["level", "compute"] as const) {
    const drawn = ladderGainFigure(scenario, fit, uncertainty, reading)!;
    const ats = ["mark-1", "mark-3", "mark-10"]
      .map((id) => find(id, drawn))
      .map((mark) => mark?.type === "rule" && mark.at);
    expect(ats.map((at) => Math.round(10 ** Number(at)))).toEqual([1, 3, 10]);
    const curve = find("ladder-gain-0", drawn);
    if (curve?.type !== "curve") throw new Error("no curve");
    expect(curve.pieces.map(({trust}) => trust)).toEqual(["beyond", "known", "beyond"]);
    const inside = curve.pieces[1]!.points;
    expect(find("inside-first-0", drawn)).toMatchObject({at: inside[0]!.x});
    expect(find("inside-last-0", drawn)).toMatchObject({at: inside.at(-1)!.x});
  }
  expect(ladderGainPanels(scenario, fit, undefined)).toBeUndefined();
});

test("isoFLOP curves have a parabola and a lowest point for each budget with sizes enough", () => {
  const [loss, size] = isoFlopPanels(scenario, fit, uncertainty)!.panels.map((panel) => panel.figure);
  expect(loss!.marks.filter(({id}) => id.startsWith("parabola-"))).toHaveLength(3);
  expect(loss!.marks.filter(({id}) => id.startsWith("minimum-"))).toHaveLength(3);
  expect(find("law-optimum", loss)).toMatchObject({type: "curve", role: "ink"});
  expect(size!.marks.filter(({type}) => type === "curve")).toHaveLength(2);
  expect(scalingLawOf(fit)).toMatchObject({alpha: expect.closeTo(0.35, 1) as number});
  expect(isoFlopPanels(scenario, fit, undefined)).toBeUndefined();
});

test("the picture of a fit has the gain beside it where there are several recipes, and is none without runs", () => {
  const picture = pictureOf(scenario, "fit", simulate(scenario, "fit"), {fit: uncertainty});
  expect(picture !== undefined && "panels" in picture && picture.panels.length).toBe(2);
  const alone = pictureOf(scenario, "fit", simulate(scenario, "fit"), undefined);
  expect(alone !== undefined && "panels" in alone).toBe(false);
  const none = emptyScenario();
  expect(pictureOf(none, "fit", simulate(none, "fit"), undefined)).toBeUndefined();
  expect(() => fitFigure(none, fit, undefined)).toThrow(new RangeError("invalid scenario; it holds no runs"));
});

test("the footer names the runs, the form, the objective and the draws", () => {
  const [runs, method] = fitFooter(scenario.runs!, fit, {...uncertainty, draws: 4000});
  expect(runs).toBe("Runs: sample ladder. Made-up runs about a published law.");
  expect(method).toMatch(/Huber sum, delta 0\.001\. 90 % intervals from a bootstrap of 4,000 draws, seed 42\./);
  expect([objectiveWords({kind: "lad"}), objectiveWords({kind: "squares"})]).toEqual([
    "least absolute deviations",
    "least squares"
  ]);
});
