import {describe, expect, test} from "vitest";
import type {Figure, Panels} from "../src/chart/figure.ts";
import {layoutFigure} from "../src/chart/layout.ts";
import {overlaps} from "../src/chart/overlaps.ts";
import {layoutPanels} from "../src/chart/panels.ts";
import {darkTheme, lightTheme} from "../src/chart/theme.ts";
import {renderSvg} from "../src/export/svg.ts";
import {svgText} from "../src/export/svgText.tsx";
import {fitFigure} from "../src/figures/fitFigure.ts";
import {isoFlopPanels} from "../src/figures/isoFlopFigure.ts";
import {ladderGainFigure, ladderGainPanels} from "../src/figures/ladderGainFigure.ts";
import {residualFigure} from "../src/figures/residualFigure.ts";
import {pictureOf, simulate, simulateUncertainty} from "../src/figures/view.ts";
import {loadLedger} from "../src/scenario/ledger.ts";
import type {Scenario} from "../src/scenario/schema.ts";
import {expectGolden} from "./expectGolden.ts";
import {crowdedScenario, quantity, sampleScenario} from "./figures/sampleRuns.ts";

const ledger = await loadLedger();
const both = sampleScenario({draws: 200});
const one = sampleScenario({
  draws: 200,
  recipe: "old",
  holdOut: quantity(5e19),
  target: quantity(1e24),
  without: {rows: [3], largest: 2}
});
const power = sampleScenario({draws: 200, recipe: "new", form: "power-law"});
const crowd = crowdedScenario();

const layout = (picture: Figure | Panels, width: number, height: number, chrome: "export" | "page") =>
  "panels" in picture ? layoutPanels(picture, {width, height, chrome}) : layoutFigure(picture, {width, height, chrome});

function numbersOf(scenario: Scenario) {
  const {fit} = simulate(scenario, "fit");
  const uncertainty = simulateUncertainty(scenario, "fit").fit;
  if (fit === undefined || uncertainty === undefined) throw new Error("no fit");
  return {fit, uncertainty};
}

/** Every figure of the fit view, by name; without draws those there are at once. */
function picturesOf(scenario: Scenario): Readonly<Record<string, Figure | Panels | undefined>> {
  const {fit, uncertainty} = numbersOf(scenario);
  return {
    fit: fitFigure(scenario, fit, uncertainty),
    "fit-at-once": fitFigure(scenario, fit, undefined),
    picture: pictureOf(scenario, "fit", simulate(scenario, "fit"), {fit: uncertainty}),
    residuals: residualFigure(scenario, fit),
    "gain-by-level": ladderGainFigure(scenario, fit, uncertainty, "level"),
    "gain-by-compute": ladderGainFigure(scenario, fit, uncertainty, "compute"),
    gains: ladderGainPanels(scenario, fit, uncertainty),
    isoflop: isoFlopPanels(scenario, fit, uncertainty)
  };
}

describe("a fit is drawn to the byte as before", () => {
  const draw = (scenario: Scenario, theme: "light" | "dark", width = 1200, height = 760) =>
    renderSvg(scenario, {view: "fit", width, height, theme, ledger}) ?? "";
  const pictures = picturesOf(one);
  const drawPicture = (picture: Figure | Panels | undefined) =>
    picture === undefined ? "" : svgText(layout(picture, 1200, 760, "export"), lightTheme);

  test("of two recipes, light", () => expectGolden("fit", draw(both, "light")));
  test("of two recipes, dark", () => expectGolden("fit-dark", draw(both, "dark")));
  test("of two recipes, in a column", () => expectGolden("fit-column", draw(both, "light", 720, 560)));
  test("of one recipe with runs held out", () => expectGolden("fit-held-out", drawPicture(pictures["fit"])));
  test("of one recipe with runs held out, dark", () =>
    expectGolden("fit-held-out-dark", svgText(layout(pictures["fit"]!, 1200, 760, "export"), darkTheme)));
  test("by its residuals", () => expectGolden("fit-residuals", drawPicture(pictures["residuals"])));
  test("against another ladder", () => expectGolden("fit-gains", drawPicture(pictures["gains"])));
  test("by budget", () => expectGolden("fit-isoflop", drawPicture(pictures["isoflop"])));
  test("of more runs than have a point each", () => expectGolden("fit-crowd", draw(crowd, "light")));
});

test("a crowd of runs is one path a series, not an element each", () => {
  const {fit} = numbersOf(crowd);
  const {marks} = fitFigure(crowd, fit, undefined);
  const clouds = marks.filter(({type}) => type === "cloud");
  expect(clouds.map(({id, role}) => [id, role])).toEqual([
    ["cloud-left-out-0", "reference"],
    ["cloud-known-0", "reference"],
    ["cloud-known-1", "subject"]
  ]);
  expect(clouds.reduce((sum, mark) => sum + (mark.type === "cloud" ? mark.points.length : 0), 0)).toBe(640);
  const svg = svgText(layout(fitFigure(crowd, fit, undefined), 1200, 760, "export"), lightTheme);
  expect(svg.match(/<(path|circle)\b/g)?.length).toBeLessThan(60);
});

test.each([
  ["of two recipes", both],
  ["of one, with runs held out", one],
  ["of one, by compute alone", power],
  ["of a crowd", crowd]
])("no label lies over another, a point or the edge in a fit %s", (_, scenario) => {
  const found: string[] = [];
  for (const [name, picture] of Object.entries(picturesOf(scenario))) {
    if (picture === undefined) continue;
    for (const width of [1200, 720, 366]) {
      for (const chrome of ["page", "export"] as const) {
        const height = "panels" in picture && width < 700 ? 900 : width < 700 ? 440 : 560;
        for (const {a, b} of overlaps(layout(picture, width, height, chrome))) {
          found.push(`${name} ${width} ${chrome}: ${a} on ${b}`);
        }
      }
    }
  }
  expect(found).toEqual([]);
});
