import {expect, test} from "vitest";
import {layoutFigure} from "../../src/chart/layout.ts";
import {overlaps} from "../../src/chart/overlaps.ts";
import {heightFor, hitInPanels, layoutPanels} from "../../src/chart/panels.ts";
import {asPlainText} from "../../src/chart/text.ts";
import {lightTheme} from "../../src/chart/theme.ts";
import {svgText} from "../../src/export/svgText.tsx";
import {curvePanels, gainSample, panelsSample, tornadoSample} from "./rowSamples.ts";
import {xmlFault} from "./wellFormed.ts";

const wide = {width: 1200, height: 760, chrome: "export"} as const;
const phone = {width: 390, height: 700, chrome: "export"} as const;
const sizes = [
  wide,
  phone,
  {width: 720, height: 560, chrome: "export"},
  {width: 900, height: 560, chrome: "page"},
  {width: 366, height: 800, chrome: "page"}
] as const;

test.each([panelsSample, curvePanels])("the panels of $id have no overlaps at any size", (panels) => {
  for (const options of sizes) {
    expect(overlaps(layoutPanels(panels, options)), `${options.width} × ${options.height}`).toEqual([]);
  }
});

test("overlaps finds a text of one panel over a bar of another, and one that leaves the picture", () => {
  const placed = layoutPanels(panelsSample, wide);
  const [first, second] = placed.panels;
  if (first === undefined || second === undefined) throw new Error("no panels");
  const over = overlaps({...placed, panels: [first, {...second, x: first.x, y: first.y}]});
  expect(over.some(({b}) => b === "part-0")).toBe(true);
  const beyond = overlaps({...placed, panels: [first, {...second, x: second.x + 300}]});
  expect(beyond.some(({b}) => b === "the edge of the figure")).toBe(true);
});

test("panels stand side by side by weight from 700 px on, else one under another, with one title", () => {
  const across = layoutPanels(panelsSample, wide);
  const [left, right] = across.panels;
  expect(left?.y).toBe(right?.y);
  expect((right?.placed.width ?? 0) / (left?.placed.width ?? 1)).toBeCloseTo(1.3, 2);
  expect(left?.placed.plot.y2).toBe(right?.placed.plot.y2);
  const upright = layoutPanels(panelsSample, phone);
  expect(upright.panels[0]?.x).toBe(upright.panels[1]?.x);
  expect(upright.panels[1]?.y).toBeGreaterThan(upright.panels[0]?.placed.height ?? Infinity);
  for (const placed of [across, upright]) {
    const own = placed.texts.map(({runs}) => asPlainText(runs));
    expect(own.join(" ")).toMatch(/^Where the gain comes from/);
    const within = placed.panels.flatMap(({placed: {frame}}) => frame.texts.map(({runs}) => asPlainText(runs)));
    expect(within).toContain("Gain over the reference recipe");
    expect(within.join()).not.toContain("Three parts make");
  }
});

test("where panels one under another would be too low for their axes the last give way", () => {
  const three = {...panelsSample, panels: Array.from({length: 3}, () => ({figure: gainSample}))};
  const placed = layoutPanels(three, {width: 390, height: 440, chrome: "export"});
  expect(placed.panels).toHaveLength(2);
  const foot = Math.min(...placed.texts.filter(({y}) => y > 220).map(({y}) => y)) - 11;
  for (const {y, placed: panel} of placed.panels) {
    expect(y + Math.max(...panel.frame.texts.map((text) => text.y))).toBeLessThan(foot);
  }
  expect(layoutPanels(three, {width: 390, height: 700, chrome: "export"}).panels).toHaveLength(3);
});

test("a second line is shorter where that makes room for a panel more", () => {
  const subtitle = [{text: Array.from({length: 8}, () => "A sentence of some words stands here.").join(" ")}];
  const three = {...panelsSample, subtitle, panels: Array.from({length: 3}, () => ({figure: gainSample}))};
  const at = (height: number) => {
    const {panels, texts} = layoutPanels(three, {width: 390, height, chrome: "export"});
    const second = texts.filter(({runs}) => asPlainText(runs).includes("sentence") || runs[0]?.color === "ink2");
    return {panels: panels.length, lines: second.length};
  };
  const lowest = Array.from({length: 50}, (_, i) => 440 + 10 * i).find((height) => at(height).panels === 3) ?? NaN;
  expect(at(lowest).lines).toBe(2);
  expect(at(900)).toEqual({panels: 3, lines: 4});
});

test("four narrow panels stand one under another even where two would not", () => {
  const panels = {...panelsSample, panels: Array.from({length: 4}, () => ({figure: gainSample}))};
  const places = layoutPanels(panels, {width: 700, height: 900, chrome: "page"}).panels;
  expect(new Set(places.map(({x}) => x)).size).toBe(1);
});

test("three panels too flat one under another and too narrow side by side: the first stands over the others", () => {
  const panels = {
    ...panelsSample,
    panels: [{figure: gainSample, weight: 1.7}, {figure: gainSample}, {figure: gainSample}]
  };
  const [over, left, right] = layoutPanels(panels, {width: 700, height: 480, chrome: "page"}).panels;
  expect([over?.x, over?.y, left?.x]).toEqual([0, 0, 0]);
  expect(left?.y).toBe(right?.y);
  expect(left?.y).toBeGreaterThanOrEqual(over?.placed.height ?? NaN);
  expect(right?.x).toBeGreaterThanOrEqual(left?.placed.width ?? NaN);
  expect(over?.placed.height).toBeGreaterThan(left?.placed.height ?? NaN);
  const places = layoutPanels(panels, {width: 700, height: 1000, chrome: "page"}).panels;
  expect(new Set(places.map(({x}) => x)).size).toBe(1);
});

test("four panels of rows that fit neither side by side nor one under another stand two and two", () => {
  const panels = {...panelsSample, panels: Array.from({length: 4}, () => ({figure: tornadoSample}))};
  const [a, b, c, d] = layoutPanels(panels, {width: 800, height: 560, chrome: "page"}).panels;
  expect([a?.y, c?.y]).toEqual([b?.y, d?.y]);
  expect([a?.x, b?.x]).toEqual([c?.x, d?.x]);
  expect(b?.x).toBeGreaterThanOrEqual(a?.placed.width ?? NaN);
  expect(c?.y).toBeGreaterThanOrEqual(a?.placed.height ?? NaN);
  const across = layoutPanels(panels, {width: 1200, height: 560, chrome: "page"}).panels;
  expect(new Set(across.map(({y}) => y)).size).toBe(1);
});

test("of rows one under another only as many are shown as have room for the names of all", () => {
  const many = {
    ...tornadoSample,
    y: {...tornadoSample.y, domain: [-0.5, 6.5] as const, rows: Array.from({length: 7}, (_, i) => ({name: `row ${i}`}))}
  };
  const panels = {...panelsSample, panels: Array.from({length: 3}, () => ({figure: many}))};
  const at = (height: number) => layoutPanels(panels, {width: 390, height, chrome: "page"}).panels;
  for (const height of [450, 560, 700, 900]) {
    for (const {placed} of at(height)) expect(placed.frame.rows?.every(({texts}) => texts.length > 0)).toBe(true);
  }
  expect(at(450).length).toBeLessThan(3);
  expect(at(900)).toHaveLength(3);
});

test("as one drawing it is well-formed, with ids of its own for each panel", () => {
  const twice = {...panelsSample, panels: [{figure: tornadoSample}, {figure: tornadoSample}]};
  const svg = svgText(layoutPanels(twice, wide), lightTheme);
  expect(xmlFault(svg)).toBeUndefined();
  expect(svg.match(/<svg/g)).toHaveLength(1);
  for (const id of ["pair-title", "pair-1-title", "pair-2-title", "pair-1-hatch", "pair-2-plot"])
    expect(svg).toContain(`id="${id}"`);
  expect(svg).not.toMatch(/style=|class=|href=/);
  expect(svgText(layoutFigure(tornadoSample, wide), lightTheme)).toContain(`id="tornado-title"`);
});

test("a pointer finds the bar of the panel it is over", () => {
  const placed = layoutPanels(panelsSample, wide);
  const [, second] = placed.panels;
  const bar = second?.placed.bars.find(({id}) => id === "low-1");
  if (second === undefined || bar === undefined) throw new Error("no bar");
  expect(hitInPanels(placed, second.x + bar.x1 + 4, second.y + bar.y + 4)?.id).toBe("low-1");
  expect(hitInPanels(placed, second.x + bar.x1 + 4, 5)).toBeUndefined();
});

test("panels that did not change are the very same while something is dragged", () => {
  const before = layoutPanels(panelsSample, wide);
  const after = layoutPanels(panelsSample, wide, before);
  expect(after.panels[1]?.placed.bars).toBe(before.panels[1]?.placed.bars);
  expect(after.panels[0]?.placed.frame).toBe(before.panels[0]?.placed.frame);
});

test("a figure with rows asks for a height by their number, panels for all of theirs", () => {
  const rows = (count: number) => ({
    ...tornadoSample,
    y: {...tornadoSample.y, rows: Array.from({length: count}, (_, i) => ({name: `row ${i}`}))}
  });
  expect(heightFor(rows(9), 900) - heightFor(rows(8), 900)).toBe(44);
  expect(heightFor(gainSample, 366)).toBe(440);
  expect(heightFor(panelsSample, 366)).toBeGreaterThan(heightFor(tornadoSample, 366) + 200);
  expect(heightFor(panelsSample, 900)).toBe(heightFor(tornadoSample, 450));
});
