import {execFileSync} from "node:child_process";
import {describe, expect, test} from "vitest";
import {layoutFigure} from "../src/chart/layout.ts";
import {overlaps} from "../src/chart/overlaps.ts";
import {renderSvg} from "../src/export/svg.ts";
import type {SvgOptions} from "../src/export/svg.ts";
import type {Uncertainty} from "../src/figures/view.ts";
import {figureOf, simulate, simulateUncertainty, figureViews} from "../src/figures/view.ts";
import {loadLedger} from "../src/scenario/ledger.ts";
import {expectGolden} from "./expectGolden.ts";
import {shippedScenario} from "./simulation/shipped.ts";

const ledger = await loadLedger();
const files = [
  "muse-spark",
  "pretraining-claim",
  "thresholds",
  "recipe-parts",
  "kimi-linear",
  "contemplating",
  "thought-compression",
  "rl-scaling",
  "cost-per-task",
  "serve-a-billion",
  "plan-3x",
  "autopsy-olmo"
] as const;

describe.each(files)("%s", async (file) => {
  const scenario = await shippedScenario(`${file}.json`);
  const view = scenario.view.figure;
  // The intervals do not hang on size and theme: drawn once, they serve every picture.
  const uncertainty = simulateUncertainty(scenario, view, {bandsOf: "reference"});
  const draw = (options: Partial<SvgOptions>) =>
    renderSvg(scenario, {view, width: 1200, height: 760, theme: "light", ledger, uncertainty, ...options}) ?? "";

  test("is drawn to the byte as before, light", () => expectGolden(file, draw({})));
  test("is drawn to the byte as before, dark", () => expectGolden(`${file}-dark`, draw({theme: "dark"})));
  test("is drawn to the byte as before, in a column", () =>
    expectGolden(`${file}-column`, draw({width: 720, height: 560})));

  test("is one self-contained drawing: no script, no style sheet, no foreign object, nothing from elsewhere", () => {
    const svg = draw({});
    expect(svg).not.toMatch(/<script|<style|foreignObject|<image|<use|href=|url\((?!#)|class=|style=/);
    expect(svg).toMatch(/<title/);
    expect(svg).toMatch(/<desc/);
    expect(svg).toMatch(/<rect[^>]*fill="#FFFFFF"/i);
  });

  test("has no label over another in any view, size and chrome", () => {
    // Where labels stand hardly hangs on how many draws a band comes from.
    const few = {...scenario, uncertainty: {...scenario.uncertainty, draws: 300}};
    const drawn = Object.assign({}, ...figureViews.map((name) => simulateUncertainty(few, name))) as Uncertainty;
    const found: string[] = [];
    for (const name of figureViews) {
      const figure = figureOf(scenario, name, simulate(scenario, name), drawn);
      if (figure === undefined) continue;
      for (const [width, height] of [
        [1200, 760],
        [1280, 720],
        [720, 560],
        [904, 560],
        [1600, 900],
        [366, 440],
        [340, 440],
        [620, 460]
      ] as const) {
        for (const chrome of ["page", "export"] as const) {
          const placed = layoutFigure(figure, {width, height, chrome});
          for (const {a, b} of overlaps(placed)) found.push(`${name} ${width}×${height} ${chrome}: ${a} on ${b}`);
        }
      }
    }
    expect(found).toEqual([]);
  }, 120_000);
});

const hasRsvg = (() => {
  try {
    execFileSync("rsvg-convert", ["--version"], {stdio: "ignore"});
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasRsvg)("the exported figures open in librsvg (rsvg-convert)", () => {
  for (const file of files) {
    const png = execFileSync("rsvg-convert", [`test/golden/${file}.svg`]);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
  }
});
