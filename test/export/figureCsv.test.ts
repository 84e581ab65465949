import {csvParse} from "d3-dsv";
import {describe, expect, test} from "vitest";
import {drawing} from "../../src/export/drawing.ts";
import {figureCsv} from "../../src/export/figureCsv.ts";
import {figureJson} from "../../src/export/figureJson.ts";
import type {Figure, Mark} from "../../src/chart/figure.ts";
import {axisNames, figureRows} from "../../src/figures/figureRows.ts";
import type {ViewName} from "../../src/figures/view.ts";
import {loadLedger} from "../../src/scenario/ledger.ts";
import {readScenario} from "../../src/scenario/read.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const ledger = await loadLedger();
const shipped = await shippedScenario("muse-spark.json");
const muse = {...shipped, uncertainty: {...shipped.uncertainty, draws: 200}};
const drawn = (view: ViewName) => {
  const found = drawing(muse, {view, ledger});
  if (found === undefined) throw new Error(`nothing drawn: ${view}`);
  return found;
};

const figure = (marks: readonly Mark[], more: Partial<Figure> = {}): Figure => ({
  id: "f",
  title: "T",
  subtitle: [],
  description: "",
  metric: "Index",
  shortMetric: "Index",
  x: {
    scale: "log10",
    domain: [24, 26],
    title: [{text: "Compute, FLOP (log axis: each step is 10×)"}],
    shortTitle: [],
    ticks: "power",
    unit: "FLOP"
  },
  y: {scale: "linear", domain: [0, 10], title: [{text: "points"}], shortTitle: [], ticks: "number", unit: "points"},
  marks,
  key: [],
  caption: "",
  footer: [],
  ...more
});
const base = {id: "a", role: "subject"} as const;

describe("the rows of a figure", () => {
  test("turn logarithms back into amounts and name the axes with their units", () => {
    const point = {
      ...base,
      type: "point",
      x: 25,
      y: 4,
      shape: "circle",
      basis: "known",
      focus: true,
      detail: "d"
    } as const;
    expect(figureRows(figure([point]), "full")).toMatchObject([{x: {at: 1e25}, y: {at: 4}, part: "known", text: "d"}]);
    expect(axisNames(figure([]))).toEqual({x: "Compute, FLOP", y: "Index, points"});
  });

  test("on show leave out what lies beyond the axes, and cut lines where they leave", () => {
    const points = [23, 27].map((x) => ({x, y: x - 20}));
    const curve = {...base, type: "curve", weight: "main", pieces: [{trust: "known", points}]} as const;
    const at = (rows: "full" | "displayed") => figureRows(figure([curve]), rows).map(({x, y}) => [x.at, y.at]);
    expect(at("full")).toEqual([
      [1e23, 3],
      [1e27, 7]
    ]);
    expect(at("displayed")).toEqual([
      [1e24, 4],
      [1e26, 6]
    ]);
  });

  test("on show cut intervals at the ends of the axes, and leave out what shows only at a touch", () => {
    const shelf = {...base, type: "shelf", y: 5, x1: 20, x2: 25} as const;
    const far = {...shelf, id: "far", x1: 27, x2: 28};
    const high = {...shelf, id: "high", y: 11};
    const band = {...base, id: "band", type: "band", onlyActive: true, points: [{x: 25, low: 1, high: 2}]} as const;
    const marks = [shelf, far, high, band];
    expect(figureRows(figure(marks), "displayed").map(({id, x}) => [id, x])).toEqual([["a", {low: 1e24, high: 1e25}]]);
    expect(figureRows(figure(marks), "full").map(({id, x}) => [id, x.low])).toEqual([
      ["a", 1e20],
      ["far", 1e27],
      ["high", 1e20],
      ["band", undefined]
    ]);
  });

  test("hold every kind of mark", () => {
    const text = [{text: "t"}];
    const place = {x: 25, y: 5};
    const marks: readonly Mark[] = [
      {...base, type: "threshold", x: 25, name: [{text: "10"}, {text: "25", sup: true}], shortName: text},
      {...base, type: "rung", y: 5, x2: 25},
      {...base, type: "whisker", along: "y", at: 25, low: 4, high: 6},
      {
        ...base,
        type: "claim",
        x1: 24,
        x2: 25,
        y: 5,
        open: "left",
        title: text,
        note: text,
        shortTitle: text,
        shortNote: text
      },
      {...base, type: "span", x1: 24, x2: 25, y: 5, title: text, note: [], shortTitle: text, met: false},
      {...base, type: "bracket", along: "x", from: place, to: place, value: text, note: text},
      {...base, type: "cloud", points: [place], shape: "circle", basis: "known"},
      {...base, type: "handle", ...place, focus: true, outside: false, detail: "h"},
      {...base, type: "note", ...place, title: text, note: text},
      {...base, type: "rule", along: "x", at: 5, name: text},
      {...base, type: "bar", row: 1, x1: 25, x2: 24, emphasis: "low", detail: "b"}
    ];
    const rows = [{name: "first"}, {name: "second"}];
    const found = figureRows({...figure(marks), y: {...figure([]).y, domain: [-0.5, 9.5], rows}}, "displayed");
    expect(found.map(({mark, x, y, row}) => [mark, x, y, row])).toEqual([
      ["threshold", {at: 1e25}, {}, ""],
      ["rung", {high: 1e25}, {at: 5}, ""],
      ["whisker", {at: 1e25}, {low: 4, high: 6}, ""],
      ["claim", {high: 1e25}, {at: 5}, ""],
      ["span", {low: 1e24, high: 1e25}, {at: 5}, ""],
      ["bracket", {at: 1e25}, {at: 5}, ""],
      ["bracket", {at: 1e25}, {at: 5}, ""],
      ["cloud", {at: 1e25}, {at: 5}, ""],
      ["handle", {at: 1e25}, {at: 5}, ""],
      ["note", {at: 1e25}, {at: 5}, ""],
      ["rule", {}, {at: 5}, ""],
      ["bar", {at: 1e24, low: 1e24, high: 1e25}, {}, "second"]
    ]);
    expect(found[0]?.name).toBe("10^25");
  });
});

describe("the CSV of a view", () => {
  test("holds the model where it is placed, in FLOP", () => {
    const rows = csvParse(figureCsv(drawn("ladder").picture, "full"));
    const muse = rows.find(({mark, model}) => mark === "handle" && model === "muse-spark");
    expect(muse?.["x: Training compute, FLOP"]).toBe("3e+25");
    expect(muse?.["y: Artificial Analysis Intelligence Index v4.0, points, 10 Apr 2026"]).toBe("52.15");
  });

  test("of several figures says of each row which one, and what its axes measure", () => {
    const rows = csvParse(figureCsv(drawn("gain").picture, "displayed"));
    expect(new Set(rows.map(({panel}) => panel))).toEqual(new Set(["1", "2"]));
    expect(rows.find(({panel}) => panel === "2")?.["x axis"]).toBe("Compute of both, FLOP");
    for (const row of rows) expect(row["x axis"]).not.toBe("");
  });

  test("on show is a part of the whole", () => {
    const {picture} = drawn("ladder");
    const count = (rows: "full" | "displayed") => csvParse(figureCsv(picture, rows)).length;
    expect(count("displayed")).toBeLessThanOrEqual(count("full"));
    expect(count("displayed")).toBeGreaterThan(50);
  });
});

describe("the JSON of a view", () => {
  test("holds what simulate prints, the intervals and what is drawn, and says what is not finite in words", () => {
    const text = figureJson(muse, {view: "ladder", ledger}) ?? "";
    expect(text).not.toMatch(/NaN|Infinity/);
    const found = JSON.parse(text) as Record<string, unknown>;
    expect(found).toMatchObject({view: "ladder", seed: 7, draws: 200, numbers: {rival: "gpt-5-4"}});
    expect(found).toMatchObject({
      intervals: {ladder: {comparisons: {"gpt-5-4": {log10Gain: {median: expect.any(Number)}}}}}
    });
    expect(found["drawn"]).toHaveLength(1);
  });

  test("opens as the scenario it is of, with a word; one without it is refused with what to open", async () => {
    const text = figureJson(muse, {view: "gain", ledger}) ?? "";
    const read = await readScenario(text);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.scenario).toEqual({...muse, view: {...muse.view, figure: "gain"}});
    expect(read.warnings.map(({message}) => message)).toEqual([
      "holds the numbers of a view: what is read is the scenario that they are of"
    ]);
    const {scenario: _, ...bare} = JSON.parse(text) as Record<string, unknown>;
    expect(await readScenario(JSON.stringify(bare))).toMatchObject({
      ok: false,
      problems: [{line: 1, path: "", message: "holds the numbers of a view, and no scenario"}]
    });
    const faulty = text.replace('"reference": "llama-4"', '"reference": "lama-4"');
    expect(await readScenario(faulty)).toMatchObject({ok: false, problems: [{path: "scenario.reference"}]});
  });

  test("is the same on every run, and there is none without a figure", () => {
    expect(figureJson(muse, {view: "gain", ledger})).toBe(figureJson(muse, {view: "gain", ledger}));
    expect(figureJson(muse, {view: "fit", ledger})).toBeUndefined();
  });
});
