import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {clipSegment} from "../../src/chart/clip.ts";
import type {Figure} from "../../src/chart/figure.ts";
import {layoutFigure} from "../../src/chart/layout.ts";
import type {PlacedFigure} from "../../src/chart/placed.ts";
import {asPlainText} from "../../src/chart/text.ts";
import {figureOf, simulate} from "../../src/figures/view.ts";
import {readScenario} from "../../src/scenario/read.ts";

const sizes = [
  {width: 904, height: 560, chrome: "page"},
  {width: 636, height: 460, chrome: "page"},
  {width: 1200, height: 760, chrome: "export"},
  {width: 900, height: 520, chrome: "export"},
  {width: 720, height: 560, chrome: "export"}
] as const;

const source = readFileSync("scenarios/muse-spark.json", "utf8");

/** The ladder of the default scenario with Muse Spark placed elsewhere in its band. */
async function ladderAt(compute: number): Promise<Figure> {
  const text = source.replace(
    `"value": 3e25, "low": 3e24, "high": 3e26`,
    `"value": ${compute}, "low": 3e23, "high": 3e27`
  );
  if (text === source) throw new Error("the scenario places Muse Spark in other words");
  const read = await readScenario(text);
  if (!read.ok) throw new Error("the scenario is refused");
  const {scenario} = read;
  const figure = figureOf(scenario, "ladder", simulate(scenario, "ladder"), undefined);
  if (figure === undefined) throw new Error("no figure");
  return figure;
}

/** Every label with the line of a curve through its small letters, and how that stretch is drawn. */
function struck({labels, curves}: PlacedFigure): readonly string[] {
  const pieces = curves.flatMap((curve) => curve.pieces);
  return labels.flatMap(({texts}) =>
    texts.flatMap(({runs, box}) => {
      const height = box.y2 - box.y1;
      const letters = {...box, y1: box.y1 + 0.15 * height, y2: box.y2 - 0.25 * height};
      return pieces
        .filter(({visible}) => visible.some((a, i) => clipSegment(a, visible[i + 1] ?? a, letters) !== undefined))
        .map(({trust}) => `${trust}: ${asPlainText(runs)}`);
    })
  );
}

const places = [2.6e24, 1.4e25, 3e25, 4.4e25, 9.1e25, 1.1e26, 1.6e26, 2.9e26, 9e26];

test.each(places)("with Muse Spark at %d FLOP no stroke goes through a label", async (compute) => {
  const figure = await ladderAt(compute);
  for (const size of sizes) {
    const found = struck(layoutFigure(figure, size));
    expect(found.filter((text) => !text.startsWith("beyond"), `${size.width} × ${size.height}`)).toEqual([]);
    expect(
      found.filter((text) => /equal score|less than|gain over/.test(text)),
      `${size.width} × ${size.height}`
    ).toEqual([]);
  }
});

test.each(places)("with Muse Spark at %d FLOP the gain is written at its bracket", async (compute) => {
  const figure = await ladderAt(compute);
  const gain = figure.marks.find(({id}) => id === "gain");
  for (const size of sizes) {
    const placed = layoutFigure(figure, size);
    const bracket = placed.brackets.find(({id}) => id === "gain");
    const label = placed.labels.find(({id}) => id === "gain");
    expect(label !== undefined, `${size.width} × ${size.height}`).toBe(gain !== undefined && bracket !== undefined);
  }
});
