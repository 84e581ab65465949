import {expect, test} from "vitest";
import type {Figure, Mark, PointMark} from "../../src/chart/figure.ts";
import {layoutFigure} from "../../src/chart/layout.ts";
import {overlaps} from "../../src/chart/overlaps.ts";
import type {PlacedFigure} from "../../src/chart/placed.ts";
import {asPlainText} from "../../src/chart/text.ts";
import {ladderSample} from "./ladderSample.ts";
import {randomFigure, seededRandom} from "./randomFigure.ts";

const wide = {width: 1200, height: 760, chrome: "export"} as const;
const page = {width: 900, height: 560, chrome: "page"} as const;
const phone = {width: 366, height: 440, chrome: "page"} as const;
const sizes = [
  wide,
  page,
  phone,
  {width: 600, height: 450, chrome: "export"},
  {width: 800, height: 500, chrome: "export"},
  {width: 1920, height: 1080, chrome: "export"}
] as const;

const textsOf = ({labels, frame}: PlacedFigure) =>
  [...frame.texts, ...labels.flatMap(({texts}) => texts)].map(({runs}) => asPlainText(runs));
const columnOf = (placed: PlacedFigure) =>
  placed.labels.filter(({texts}) => (texts[0]?.x ?? 0) > placed.plot.x2).map(({id}) => id);

function move(figure: Figure, id: string, by: {readonly x?: number; readonly y?: number}): Figure {
  const moved = (mark: Mark): Mark =>
    mark.id === id && mark.type === "handle" ? {...mark, x: mark.x + (by.x ?? 0), y: mark.y + (by.y ?? 0)} : mark;
  return {...figure, marks: figure.marks.map(moved)};
}

function cloud(count: number): Figure {
  const random = seededRandom(7);
  const points = Array.from({length: count}, (_, i): PointMark => ({
    type: "point",
    id: `p${i}`,
    role: "context",
    model: `p${i}`,
    x: 23 + 4 * random(),
    y: 5 + 60 * random() * random(),
    shape: "circle",
    basis: i % 3 === 0 ? "estimate" : "known",
    focus: false,
    label: {name: `Model ${i}`, value: "12.3", place: "near", priority: random()},
    detail: ""
  }));
  return {...ladderSample, marks: [...ladderSample.marks, ...points]};
}

test.each(sizes)("the ladder has no overlaps at $width × $height, $chrome", (options) => {
  expect(overlaps(layoutFigure(ladderSample, options))).toEqual([]);
});

test("random figures have no overlaps at any size", () => {
  for (let seed = 1; seed <= 60; ++seed) {
    const figure = randomFigure(seed);
    for (const options of sizes) {
      const found = overlaps(layoutFigure(figure, options));
      expect(found, `seed ${seed}, ${options.width} × ${options.height}`).toEqual([]);
    }
  }
});

test("overlaps finds text over text, over a strange point, and over the edge", () => {
  const placed = layoutFigure(ladderSample, wide);
  const [first, ...rest] = placed.labels;
  if (first === undefined) throw new Error("no label");
  const shifted = {...first, texts: first.texts.map((text) => ({...text, box: {x1: 1190, x2: 1210, y1: 0, y2: 10}}))};
  expect(overlaps({...placed, labels: [shifted, ...rest]})[0]?.b).toBe("the edge of the figure");
  const twice = {...placed, labels: [...placed.labels, {...first, id: "twin"}]};
  expect(overlaps(twice).some(({a, b}) => a === b)).toBe(true);
});

test("the wide ladder names every model, claim, threshold and recipe", () => {
  const texts = textsOf(layoutFigure(ladderSample, wide)).join("\n");
  for (const mark of ladderSample.marks) if ("label" in mark) expect(texts).toContain(mark.label.name);
  expect(texts).toContain("“3× to 10×” less than GPT-5.4");
  expect(texts).toContain("EU AI Act, 10^25");
  expect(texts).toContain("less than GPT-5.4, at equal score");
});

test("labels beside the plot keep the order of their marks, 18 px apart at least", () => {
  const placed = layoutFigure(ladderSample, wide);
  expect(columnOf(placed)).toEqual([
    "curve-muse",
    "model-gemini",
    "model-gpt",
    "model-opus",
    "model-muse",
    "curve-llama"
  ]);
  const tops = placed.labels.filter(({id}) => columnOf(placed).includes(id)).map(({texts}) => texts[0]?.y ?? 0);
  for (const [i, y] of tops.slice(1).entries()) expect(y - (tops[i] ?? 0)).toBeGreaterThanOrEqual(17.9);
});

test("a column too low for its labels drops the least important", () => {
  const labels = (height: number) => columnOf(layoutFigure(ladderSample, {width: 800, height, chrome: "page"}));
  expect(labels(300)).toHaveLength(6);
  const few = labels(160);
  expect(few.length).toBeLessThan(6);
  expect(few).toContain("curve-llama");
  expect(few).not.toContain("model-opus");
});

test("a phone has no column, a y axis cropped to the data, and short words", () => {
  const placed = layoutFigure(ladderSample, phone);
  expect(placed.frame.column).toBeUndefined();
  expect(placed.frame.y[0]).toBeGreaterThan(5);
  expect(placed.frame.y[1]).toBeLessThan(65);
  const texts = textsOf(placed);
  expect(texts).toContain("3–10×");
  expect(texts).toContain("EU");
  expect(texts.some((text) => text.startsWith("less than"))).toBe(false);
});

test("the same figure gives the same places, and is not changed", () => {
  const frozen = structuredClone(ladderSample);
  const {toX: _a, toY: _b, fromX: _c, fromY: _d, ...once} = layoutFigure(ladderSample, wide);
  const {toX: _e, toY: _f, fromX: _g, fromY: _h, ...again} = layoutFigure(structuredClone(ladderSample), wide);
  expect(again).toEqual(once);
  expect(ladderSample).toEqual(frozen);
});

test("toX and fromX, toY and fromY undo each other", () => {
  const {toX, toY, fromX, fromY, plot} = layoutFigure(ladderSample, wide);
  expect(fromX(toX(25.3))).toBeCloseTo(25.3, 12);
  expect(fromY(toY(52.15))).toBeCloseTo(52.15, 12);
  expect([toX(23), toY(0)]).toEqual([plot.x1, plot.y2]);
});

test("while a handle is dragged along its rung no other label moves, and what is unchanged is the same object", () => {
  const before = layoutFigure(ladderSample, wide);
  let placed = before;
  for (let i = 1; i <= 20; ++i) placed = layoutFigure(move(ladderSample, "model-muse", {x: 0.05 * i}), wide, placed);
  expect(placed.frame).toBe(before.frame);
  expect(placed.points).toBe(before.points);
  expect(placed.curves).toBe(before.curves);
  expect(placed.key).toBe(before.key);
  expect(placed.handles).not.toBe(before.handles);
  for (const label of before.labels) {
    if (label.id !== "model-muse") expect(placed.labels.find(({id}) => id === label.id)).toBe(label);
  }
});

test("a label follows the point it belongs to", () => {
  const before = layoutFigure(ladderSample, wide);
  const shifted: Figure = {
    ...ladderSample,
    marks: ladderSample.marks.map((mark) =>
      mark.id === "model-glm-5" && mark.type === "point" ? {...mark, x: mark.x + 0.1, y: mark.y - 2} : mark
    )
  };
  const after = layoutFigure(shifted, wide, before);
  const at = (placed: PlacedFigure) => {
    const text = placed.labels.find(({id}) => id === "model-glm-5")?.texts[0];
    const point = placed.points.find(({id}) => id === "model-glm-5");
    return [(text?.x ?? 0) - (point?.x ?? 0), (text?.y ?? 0) - (point?.y ?? 0)];
  };
  expect(at(after)[0]).toBeCloseTo(at(before)[0] ?? NaN, 1);
  expect(at(after)[1]).toBeCloseTo(at(before)[1] ?? NaN, 1);
});

test("a mark that appears while something is dragged gets a place of its own", () => {
  const without = {...ladderSample, marks: ladderSample.marks.filter(({id}) => id !== "model-kimi-k2")};
  const before = layoutFigure(without, wide);
  const after = layoutFigure(ladderSample, wide, before);
  expect(after.labels.some(({id}) => id === "model-kimi-k2")).toBe(true);
  expect(overlaps(after)).toEqual([]);
});

test("a view shows only what lies in it, and drops the names of what does not", () => {
  const placed = layoutFigure(ladderSample, {...page, view: {x: [24, 25], y: [10, 30]}});
  expect(placed.points.map(({id}) => id).sort()).toEqual(
    ["model-deepseek-v3", "model-kimi-k2", "model-llama-4-maverick", "model-llama-4-scout", "model-qwen3-235b"].sort()
  );
  expect(placed.handles).toEqual([]);
  expect(textsOf(placed)).not.toContain("GPT-5.4 56.80");
  // The Llama curve leaves this view on the right and keeps its name beside it.
  expect(columnOf(placed)).toEqual(["curve-llama"]);
  expect(overlaps(placed)).toEqual([]);
});

test("views of any size have no overlaps", () => {
  const random = seededRandom(42);
  for (let i = 0; i < 60; ++i) {
    const [x, y, zoom] = [22 + 5 * random(), 70 * random(), random()];
    const view = {x: [x, x + 0.2 + 5 * zoom], y: [y, y + 3 + 60 * zoom]} as const;
    expect(overlaps(layoutFigure(ladderSample, {...(i % 2 ? page : phone), view})), `case ${i}`).toEqual([]);
  }
});

test("an empty figure keeps axes and thresholds and says why it is empty", () => {
  const empty: Figure = {
    ...ladderSample,
    marks: ladderSample.marks.filter(({type}) => type === "threshold"),
    key: [],
    empty: "No model has a score on this metric"
  };
  const placed = layoutFigure(empty, page);
  expect(placed.empty?.runs[0]?.text).toBe("No model has a score on this metric");
  expect(placed.thresholds).toHaveLength(2);
  expect(placed.frame.texts.length).toBeGreaterThan(8);
  expect(overlaps(placed)).toEqual([]);
  expect(overlaps(layoutFigure({...empty, marks: []}, phone))).toEqual([]);
});

test("a figure with one point names it, on a phone too", () => {
  const one = {...ladderSample, marks: ladderSample.marks.filter(({id}) => id === "model-grok-4")};
  for (const options of sizes) expect(textsOf(layoutFigure(one, options)).join()).toContain("Grok 4 41.5");
});

test("a cloud of 1,000 points stays a cloud: few names, none over another", () => {
  const placed = layoutFigure(cloud(1000), wide);
  expect(placed.points.length).toBeGreaterThan(900);
  expect(placed.labels.length).toBeLessThan(80);
  expect(overlaps(placed)).toEqual([]);
});

test("what is not finite is left out", () => {
  const marks: readonly Mark[] = ladderSample.marks.map((mark) => ("x" in mark ? {...mark, x: NaN} : mark));
  const placed = layoutFigure({...ladderSample, marks}, wide);
  expect([placed.points, placed.handles, placed.thresholds]).toEqual([[], [], []]);
  const infinite = layoutFigure({...ladderSample, x: {...ladderSample.x, domain: [-Infinity, 27]}}, wide);
  expect(infinite.frame.x).toEqual([0, 1]);
});

const titleOf = ({frame}: PlacedFigure) =>
  frame.texts.filter(({tracking}) => tracking !== undefined).map(({runs}) => asPlainText(runs));
const secondOf = ({frame}: PlacedFigure) =>
  frame.texts.filter(({runs, size}) => runs[0]?.color === "ink2" && size >= 13 && !asPlainText(runs).startsWith("10"));

test("a title takes the width there is, and two lines where that is too little", () => {
  const title = "Not one word of this title goes, though it has many more characters than sixty-four";
  expect(titleOf(layoutFigure({...ladderSample, title}, wide))).toEqual([title]);
  const narrow = titleOf(layoutFigure({...ladderSample, title: title.slice(0, 55)}, {...wide, width: 390}));
  expect(narrow).toHaveLength(2);
  expect(narrow.join(" ")).toBe(title.slice(0, 55));
});

test("of a second line that is too long whole sentences are left, of one endless sentence what fits", () => {
  const sentence = "Of these sentences some go and no word of the others does.";
  const subtitle = [{text: Array.from({length: 9}, () => sentence).join(" ")}];
  const placed = layoutFigure({...ladderSample, subtitle}, {...wide, width: 390});
  const shown = secondOf(placed).map(({runs}) => asPlainText(runs));
  expect(shown.length).toBeGreaterThan(2);
  expect(shown.length).toBeLessThanOrEqual(4);
  expect(shown.join(" ")).toMatch(/^(Of these sentences some go and no word of the others does\.( |$)){2,}$/);
});

test("a title and a second line without end are cut, and nothing lies over them", () => {
  const long = "word ".repeat(180);
  for (const [options, lines] of [
    [wide, 3],
    [sizes[3], 2],
    [{...wide, width: 390}, 4],
    [{width: 320, height: 300, chrome: "export"}, 2]
  ] as const) {
    const placed = layoutFigure({...ladderSample, title: long, subtitle: [{text: long}]}, options);
    expect(titleOf(placed)).toHaveLength(options.height < 400 ? 1 : 2);
    expect(titleOf(placed).at(-1)).toMatch(/…$/);
    expect(secondOf(placed)).toHaveLength(lines);
    if (options.height > 300) expect(overlaps(placed)).toEqual([]);
  }
});

/** A measured place on a line of reference that runs from side to side, in the middle of its whisker. */
function onRule(y: number): Figure {
  const whisker: Mark = {type: "whisker", id: "span", role: "subject", along: "y", at: 25, low: y - 9, high: y + 9};
  const rule: Mark = {type: "rule", id: "rule", role: "subject", along: "x", at: y, dashed: true};
  const point: PointMark = {
    type: "point",
    id: "point",
    role: "subject",
    x: 25,
    y,
    shape: "circle",
    basis: "forecast",
    focus: true,
    label: {name: "this ladder", value: "2.2× to 4.1×", place: "near", priority: 1},
    detail: ""
  };
  return {...ladderSample, marks: [whisker, rule, point]};
}

test("a name neither lies across a level line of reference nor stands on it", () => {
  for (let y = 30; y < 31; y += 0.05) {
    const placed = layoutFigure(onRule(y), page);
    const text = placed.labels.find(({id}) => id === "point")?.texts[0];
    const at = placed.rules[0]?.at ?? NaN;
    expect(text).toBeDefined();
    const isClear = (text?.y ?? 0) < at - 1.5 || (text?.y ?? 0) - 0.7 * 12.5 > at + 0.5;
    expect(isClear, `${y}: baseline ${text?.y}, line ${at}`).toBe(true);
  }
});

test("a name does not stand on the level end of a curve that rises before", () => {
  const {x, y} = ladderSample;
  const [from, to] = x.domain;
  const at = (share: number) => from + share * (to - from);
  const level = y.domain[0] + 0.6 * (y.domain[1] - y.domain[0]);
  const points = [
    {x: at(0), y: y.domain[0]},
    {x: at(0.3), y: level},
    {x: at(1), y: level}
  ];
  const curve: Mark = {type: "curve", id: "it", role: "subject", weight: "main", pieces: [{trust: "known", points}]};
  const point = {
    type: "point",
    id: "on-it",
    role: "subject",
    x: at(0.6),
    y: level,
    shape: "circle",
    basis: "known",
    focus: false,
    label: {name: "sum on a line", place: "near", priority: 1},
    detail: "on the line"
  } as const;
  for (const options of sizes) {
    const placed = layoutFigure({...ladderSample, marks: [curve, point]}, options);
    const box = placed.labels.find(({id}) => id === "on-it")?.texts[0]?.box;
    const line = placed.toY(level);
    const isClear = box !== undefined && (box.y1 + 1 > line + 1.25 || box.y2 < line - 1.25);
    expect(isClear, `${options.width} × ${options.height}`).toBe(true);
  }
});
