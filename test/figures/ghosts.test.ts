import {describe, expect, test} from "vitest";
import {withGhosts} from "../../src/figures/ghosts.ts";
import {subjectWaterfall} from "../../src/figures/waterfall.ts";
import {figureOf, figureViews, pictureOf, simulate, isSectionView} from "../../src/figures/view.ts";
import {writeInput} from "../../src/scenario/address.ts";
import type {Quantity} from "../../src/scenario/quantity.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const muse = await shippedScenario("muse-spark.json");
const parts = await shippedScenario("recipe-parts.json");
const contemplating = await shippedScenario("contemplating.json");

function figure(scenario: Scenario, view: Scenario["view"]["figure"] = "ladder") {
  const drawn = figureOf(scenario, view, simulate(scenario, view), undefined);
  if (drawn === undefined) throw new Error(`no figure of ${view}`);
  return drawn;
}
const at = (scenario: Scenario, model: string, value: number) =>
  writeInput(scenario, `models.${model}.compute`, {value, written: value});

const planned = await shippedScenario("plan-3x.json");
const training = await shippedScenario("rl-scaling.json");

/** The ghosts of one of the figures that a view is exported as. */
function ghostsOf(now: Scenario, before: Scenario, view: Scenario["view"]["figure"], id: string) {
  const figureById = (scenario: Scenario) => {
    const picture = pictureOf(scenario, view, simulate(scenario, view), undefined);
    const all =
      picture === undefined ? [] : "panels" in picture ? picture.panels.map((panel) => panel.figure) : [picture];
    return all.find((item) => item.id === id)!;
  };
  return withGhosts(figureById(now), figureById(before)).ghosts ?? [];
}

describe("ghosts", () => {
  test("of a chance to tell a gain stand where another gain is asked about", () => {
    const smaller = writeInput(planned, "plan.gain", {value: 2, written: 2});
    const ghosts = ghostsOf(smaller, planned, "plan", "power");
    expect(ghosts.map(({id}) => id)).toContain("before-told");
  });

  test("of pass@k stand where another k is asked about", () => {
    const {reinforcement} = training;
    if (reinforcement === undefined) throw new Error("no reinforcement learning");
    const more = {...training, reinforcement: {...reinforcement, samples: 64}};
    expect(ghostsOf(more, training, "rl", "rl-passes").map(({id}) => id)).toEqual(["before-pass-k"]);
  });

  test("of an interval stand between the ends it had, where they moved or it is gone", () => {
    const compute = (scenario: Scenario, quantity: Quantity) =>
      writeInput(scenario, "models.muse-spark.compute", quantity);
    const spans = (scenario: Scenario) =>
      (withGhosts(figure(scenario), figure(muse)).ghosts ?? []).filter(({isSpan}) => isSpan);
    const narrower = compute(muse, {value: 3e25, low: 2.9e25, high: 3.1e25, written: "2.9e25 to 3.1e25"});
    const ends = [Math.log10(3e24), Math.log10(3e26)];
    for (const now of [narrower, compute(muse, {value: 3e25, written: 3e25})]) {
      const [ghost, ...others] = spans(now);
      expect(others).toEqual([]);
      expect(ghost?.id).toBe("before-shelf-muse-spark");
      ghost?.points.forEach(({x}, i) => expect(x).toBeCloseTo(ends[i] ?? NaN, 9));
    }
    expect(spans({...muse, models: muse.models.filter(({id}) => id !== "muse-spark")})).toEqual([]);
  });

  test.each(figureViews.filter((view) => view !== "fit" && !isSectionView(view)))(
    "of the same scenario there are none in the view %s",
    (view) => {
      const now = figure(muse, view);
      expect(withGhosts(now, figure(muse, view))).toBe(now);
    }
  );

  test("of a model that moved stand where it was and lead to where it is", () => {
    const {ghosts = []} = withGhosts(figure(at(muse, "muse-spark", 8e25)), figure(muse));
    const ghost = ghosts.find(({to}) => to !== undefined);
    expect(ghost?.points[0]?.x).toBeCloseTo(Math.log10(3e25), 9);
    expect(ghost?.to?.x).toBeCloseTo(Math.log10(8e25), 9);
    expect(ghost?.isNamed).toBe(true);
    expect(ghosts.filter(({to}) => to !== undefined)).toHaveLength(1);
  });

  test("of a curve are drawn where it was, and not where a stretch of it alone got longer", () => {
    const {ghosts = []} = withGhosts(figure(at(muse, "muse-spark", 8e25)), figure(muse));
    const lines = ghosts.filter(({points, isSpan, isBracket}) => points.length > 1 && !isSpan && !isBracket);
    expect(lines.map(({id}) => id)).toEqual(["before-curve-muse"]);
  });

  test("of a model that is gone stand alone", () => {
    const gone = {...muse, models: muse.models.filter(({id}) => id !== "gemini-3-1-pro")};
    const {ghosts = []} = withGhosts(figure(gone), figure(muse));
    expect(ghosts.filter(({points}) => points.length === 1).map(({to}) => to)).toEqual([undefined]);
  });

  test("of a model that is new there are none", () => {
    const gone = {...muse, models: muse.models.filter(({id}) => id !== "gemini-3-1-pro")};
    const {ghosts = []} = withGhosts(figure(muse), figure(gone));
    expect(ghosts.filter(({points}) => points.length === 1)).toEqual([]);
  });

  test("of agents follow the number of agents", () => {
    const moved = writeInput(contemplating, "agents.count", {value: 40, written: 40});
    const {ghosts = []} = withGhosts(figure(moved, "agents"), figure(contemplating, "agents"));
    expect(ghosts.some(({to}) => to !== undefined)).toBe(true);
  });

  test("of bars stand where the bars ended, on the rows where they stand now", () => {
    const now = subjectWaterfall(parts, simulate(parts, "gain").ladder);
    if (now === undefined) throw new Error("no parts");
    expect(withGhosts(now, now)).toBe(now);
    const [first] = now.marks;
    const [row] = now.y.rows ?? [];
    if (first?.type !== "bar" || row === undefined) throw new Error("no bar");
    const shorter = {...first, x2: first.x1 + (first.x2 - first.x1) / 2};
    const before = {...now, marks: [shorter, ...now.marks.slice(1)]};
    const ends = [shorter.x1, shorter.x2];
    const ghosts = withGhosts(now, before).ghosts?.map(({isBar, points}) => [isBar, ...points.map(({x}) => x)]);
    expect(ghosts).toEqual([[true, ...ends]]);
    const rows = [{name: "a new step"}, ...(now.y.rows ?? [])];
    const later = {
      ...now,
      y: {...now.y, rows},
      marks: now.marks.map((mark) => ("row" in mark ? {...mark, row: mark.row + 1} : mark))
    };
    expect(withGhosts(later, before).ghosts?.[0]?.points).toEqual(ends.map((x) => ({x, y: 1})));
    expect(withGhosts(later, now)).toBe(later);
  });

  test("of another metric, or of another figure, there are none", () => {
    const now = figure(at(muse, "muse-spark", 8e25));
    expect(withGhosts(now, {...figure(muse), metric: "another"})).toBe(now);
    expect(withGhosts(now, figure(muse, "thresholds"))).toBe(now);
  });
});

test("brackets stand where they were, where they ended elsewhere and are still there", () => {
  const moved = at(muse, "muse-spark", 8e25);
  const ghosts = withGhosts(figure(moved), figure(muse)).ghosts ?? [];
  const gain = figure(muse).marks.find(({id}) => id === "gain");
  if (gain?.type !== "bracket") throw new Error("no bracket");
  expect(ghosts.find(({id}) => id === "before-gain")).toEqual({
    id: "before-gain",
    role: "context",
    points: [gain.from, gain.to],
    isBracket: true,
    isNamed: false
  });
  expect(ghosts.map(({id}) => id)).not.toContain("before-points");
  const without = {...figure(moved), marks: figure(moved).marks.filter(({type}) => type !== "bracket")};
  expect(withGhosts(without, figure(muse)).ghosts?.some(({isBracket}) => isBracket)).toBe(false);
});
