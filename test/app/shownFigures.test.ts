import {expect, test} from "vitest";
import {shownFigures} from "../../src/app/compare/shownFigures.ts";
import {withGhosts} from "../../src/figures/ghosts.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {sampleScenario} from "../figures/sampleRuns.ts";

const byId = (scenario: Scenario) =>
  new Map(
    shownFigures(scenario, "fit").flatMap((figure) => (figure === undefined ? [] : [[figure.id, figure] as const]))
  );
/** The figures of a fit that have ghosts, by their ids. */
function ghosted(now: Scenario, before: Scenario): readonly string[] {
  const old = byId(before);
  return [...byId(now)].flatMap(([id, figure]) => {
    const other = old.get(id);
    return other === undefined || withGhosts(figure, other) === figure ? [] : [id];
  });
}
const old = sampleScenario({recipe: "old"});

test("a fit of another recipe moves its law and its budgets, and not what is between the recipes", () => {
  expect(ghosted(sampleScenario({recipe: "new"}), old)).toEqual(["fit", "isoflop-loss", "isoflop-size"]);
});

test("a fit of another form moves everything that stands under it too", () => {
  const under = ["residuals", "ladder-gain-level", "ladder-gain-compute", "isoflop-loss", "isoflop-size"];
  expect(ghosted(sampleScenario({recipe: "old", form: "power-law"}), old)).toEqual(["fit", ...under]);
  expect(ghosted(old, sampleScenario({recipe: "old"}))).toEqual([]);
});
