import {renderToString} from "preact-render-to-string";
import {expect, test} from "vitest";
import {FigureView} from "../../src/chart/FigureView.tsx";
import type {GhostMark} from "../../src/chart/figure.ts";
import {layoutFigure} from "../../src/chart/layout.ts";
import {lightTheme} from "../../src/chart/theme.ts";
import {ladderSample} from "./ladderSample.ts";
import {xmlFault} from "./wellFormed.ts";

const page = {width: 900, height: 560, chrome: "page"} as const;
const handle = ladderSample.marks.find((mark) => mark.type === "handle");
if (handle?.type !== "handle") throw new Error("the sample has no handle");
const {x, y} = handle;
const ghost: GhostMark = {
  id: "before-it",
  role: "context",
  points: [{x: x - 1.2, y}],
  focus: true,
  to: {x, y},
  isNamed: true
};
const line: GhostMark = {
  id: "before-line",
  role: "context",
  points: [ladderSample.x.domain[0], ladderSample.x.domain[1]].map((at) => ({x: at, y: y - 9})),
  isNamed: false
};
const draw = (ghosts: readonly GhostMark[], size: {width: number; height: number} = page) => {
  const placed = layoutFigure({...ladderSample, ghosts}, {...size, chrome: "page"});
  return {placed, svg: renderToString(<FigureView placed={placed} theme={lightTheme} interactive />)};
};

test("a ghost is a dashed outline at 60 %, with an arrow to now and words that say the value", () => {
  const {svg, placed} = draw([ghost, line]);
  expect(xmlFault(svg)).toBeUndefined();
  expect(svg.match(/stroke-opacity="0.6" stroke-width="1.5" stroke-dasharray="3 3"/g)).toHaveLength(2);
  expect(placed.ghosts?.map(({arrow}) => arrow !== "")).toEqual([true, false]);
  const words = placed.labels.find(({id}) => id === "before-it");
  expect(words?.texts.flatMap(({runs}) => runs.map(({text}) => text)).join("")).toMatch(/^before,.\d/);
});

test("a ghost is painted before the marks of now and is nothing to take hold of", () => {
  const {svg, placed} = draw([ghost]);
  expect(svg.indexOf('data-ghost="before-it"')).toBeLessThan(
    svg.indexOf(`data-id="${handle.id}"`, svg.indexOf("</g>"))
  );
  expect(placed.hits.some(({id}) => id === "before-it")).toBe(false);
});

test("a ghost near its mark has no arrow, and one outside the plot is not drawn", () => {
  const near = {...ghost, points: [{x: x - 0.02, y}]};
  const far = {...ghost, id: "far", points: [{x: x + 90, y}]};
  const {placed} = draw([near, far]);
  expect(placed.ghosts?.map(({id, arrow}) => [id, arrow])).toEqual([["before-it", ""]]);
});

test("a phone says no more than “before”", () => {
  const {placed} = draw([ghost], {width: 366, height: 440});
  const words = placed.labels.find(({id}) => id === "before-it");
  expect(words?.texts.flatMap(({runs}) => runs.map(({text}) => text)).join("") ?? "before").toBe("before");
});

test("a figure without ghosts has no trace of them", () => {
  const placed = layoutFigure(ladderSample, page);
  expect("ghosts" in placed).toBe(false);
});

test("a bar that was longer is outlined on its row, over the bar of now", () => {
  const bar = {
    type: "bar",
    id: "step",
    role: "subject",
    row: 0,
    x1: 0,
    x2: 1,
    emphasis: "part",
    detail: "a step"
  } as const;
  const rows = [{name: "one"}, {name: "other"}];
  const figure = {
    ...ladderSample,
    x: {...ladderSample.x, scale: "linear", domain: [0, 2]} as const,
    y: {...ladderSample.y, domain: [-0.5, 1.5], rows} as const,
    marks: [bar],
    ghosts: [
      {
        id: "was",
        role: "context",
        isBar: true,
        isNamed: false,
        points: [
          {x: 0, y: 0},
          {x: 1.5, y: 0}
        ]
      },
      {
        id: "outside",
        role: "context",
        isBar: true,
        isNamed: false,
        points: [
          {x: 3, y: 1},
          {x: 4, y: 1}
        ]
      }
    ] as const
  };
  const placed = layoutFigure(figure, page);
  const [now] = placed.bars;
  const [was, ...others] = placed.ghosts ?? [];
  expect(others).toEqual([]);
  const [, x1 = NaN, y1 = NaN, x2 = NaN, height = NaN] = was?.d.match(/^M([\d.]+) ([\d.]+)H([\d.]+)v([\d.]+)H/) ?? [];
  expect([Number(x1), Number(y1), Number(height)]).toEqual([now?.x1, now?.y, now?.height]);
  expect(Number(x2)).toBeCloseTo(placed.toX(1.5), 1);
  const svg = renderToString(<FigureView placed={placed} theme={lightTheme} />);
  expect(svg.indexOf('data-ghost="was"')).toBeGreaterThan(svg.indexOf("<rect"));
});

test("a ghost of an interval is a line with a cap at each end that lies in the plot", () => {
  const [from, to] = ladderSample.x.domain;
  const span: GhostMark = {
    id: "before-span",
    role: "context",
    points: [from - 9, (from + to) / 2].map((at) => ({x: at, y})),
    isSpan: true,
    isNamed: false
  };
  const {placed, svg} = draw([span]);
  expect(placed.ghosts?.map(({d}) => d.replace(/-?[\d.]+/g, "0"))).toEqual(["M0 0H0M0 0v0"]);
  expect(svg.indexOf('data-ghost="before-span"')).toBeGreaterThan(svg.indexOf("data-id"));
  const outside = {...span, points: [from - 9, from - 8].map((at) => ({x: at, y}))};
  expect(draw([outside]).placed.ghosts).toEqual([]);
});

test("a ghost of a bracket is thin, lies as the bracket would, and is painted with the places", () => {
  const bracket = ladderSample.marks.find((mark) => mark.type === "bracket" && mark.along === "x");
  if (bracket?.type !== "bracket") throw new Error("the sample has no bracket");
  const {from, to} = bracket;
  const before: GhostMark = {
    id: "before-gain",
    role: "context",
    points: [from, to],
    isBracket: true,
    isNamed: false
  };
  const placed = layoutFigure({...ladderSample, ghosts: [before]}, page);
  expect(placed.ghosts?.[0]?.d).toBe(placed.brackets.find(({id}) => id === bracket.id)?.d);
  const svg = renderToString(<FigureView placed={placed} theme={lightTheme} />);
  expect(svg).toMatch(/data-ghost="before-gain">.{0,120}stroke-width="1" stroke-dasharray="3 3"/);
  const gone = layoutFigure({...ladderSample, ghosts: [{...before, points: [from, {x: 40, y: to.y}]}]}, page);
  expect(gone.ghosts).toEqual([]);
});
