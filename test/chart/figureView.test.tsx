import {renderToString} from "preact-render-to-string";
import {expect, test} from "vitest";
import {FigureView} from "../../src/chart/FigureView.tsx";
import {hitAt, inFocusOrder} from "../../src/chart/active.ts";
import type {Figure} from "../../src/chart/figure.ts";
import {layoutFigure} from "../../src/chart/layout.ts";
import {darkTheme, lightTheme, pageTheme} from "../../src/chart/theme.ts";
import {ladderSample} from "./ladderSample.ts";
import {randomFigure} from "./randomFigure.ts";
import {xmlFault} from "./wellFormed.ts";

const page = {width: 900, height: 560, chrome: "page"} as const;
const placed = layoutFigure(ladderSample, page);
const draw = (props: Partial<Parameters<typeof FigureView>[0]> = {}) =>
  renderToString(<FigureView placed={placed} theme={lightTheme} {...props} />);

function renamed(name: string): Figure {
  const marks = ladderSample.marks.map((mark) =>
    mark.id === "model-grok-4" && mark.type === "point"
      ? {...mark, label: {name, place: "near" as const, priority: 99}, detail: name}
      : mark
  );
  return {...ladderSample, title: name, marks};
}

test("xmlFault finds what is wrong", () => {
  expect(xmlFault(`<a b="1"><c/></a>`)).toBeUndefined();
  expect(xmlFault("<a><b></a></b>")).toContain("closes");
  expect(xmlFault("<a>&</a>")).toContain("ampersand");
  expect(xmlFault(`<a b="1" b="2"/>`)).toContain("twice");
});

test.each(["<script>alert(1)</script>", `"quotes" & 'more'`, "👍🏽 فالكون", "a\u0000\u0008b", "]]>", "<!--", "\ud800"])(
  "a name of %j is text and the drawing well-formed",
  (name) => {
    const figure = layoutFigure(renamed(name), page);
    const svg = renderToString(<FigureView placed={figure} theme={lightTheme} interactive />);
    expect(xmlFault(svg)).toBeUndefined();
    expect(svg).not.toContain("<script");
  }
);

test("drawings of random figures are well-formed", () => {
  for (let seed = 1; seed <= 30; ++seed) {
    const figure = layoutFigure(randomFigure(seed), page);
    expect(xmlFault(renderToString(<FigureView placed={figure} theme={darkTheme} />)), `seed ${seed}`).toBeUndefined();
  }
});

test("a drawing has no style, class, script, foreign object or outside reference, and no number over two decimals", () => {
  const svg = draw();
  expect(svg).not.toMatch(/style=|class=|<script|foreignObject|href=|url\((?!#ladder-)|NaN|undefined|Infinity/);
  expect(svg.match(/="[^"]*\d\.\d{3,}[^"]*"/g)).toBeNull();
  expect(svg).toContain(`<rect width="900" height="560" fill="#FFFFFF"`);
  expect(svg).toContain(`role="img" aria-labelledby="ladder-title ladder-desc"`);
});

test("what was measured is drawn over a handle that would hide it, and under one that would not", () => {
  const handle = ladderSample.marks.find(({type}) => type === "handle");
  if (handle?.type !== "handle") throw new Error("no handle");
  const at = (offset: number) => {
    const point = {type: "point", id: "seen", role: "subject", shape: "circle", basis: "estimate"} as const;
    const y = placed.fromY(placed.toY(handle.y) + offset);
    const marks = [...ladderSample.marks, {...point, x: handle.x, y, focus: false, detail: "seen"}];
    const svg = renderToString(<FigureView placed={layoutFigure({...ladderSample, marks}, page)} theme={lightTheme} />);
    return svg.indexOf('data-id="seen"') > svg.indexOf(`data-id="${handle.id}"`);
  };
  expect([at(0), at(4), at(20)]).toEqual([true, true, false]);
});

test("on a page every colour is a variable", () => {
  expect(draw({theme: pageTheme})).not.toMatch(/#[0-9a-f]{6}/i);
});

test("exponents rise, and come back down only where text follows", () => {
  const svg = draw();
  expect(svg).toContain(`>10<tspan dy="-0.42em" font-size="0.74em">25</tspan></text>`);
  expect(svg).toContain(
    `<tspan dy="-0.42em" font-size="0.74em">30</tspan><tspan dy="0.31em">\u00A0FLOP,</tspan></text>`
  );
});

test("an active model fades the others, runs its rung to both axes and stands on them as values", () => {
  const svg = draw({interactive: true, activeModel: "gpt"});
  expect(svg).toMatch(/data-id="model-muse"[^>]*data-faded/);
  expect(svg).not.toMatch(/data-id="model-gpt"[^>]*data-faded/);
  expect(svg).toContain(`>3.0×10<tspan`);
  expect(svg).toContain(">56.80</text>");
  expect(draw()).not.toContain("data-faded");
});

test("a recipe’s own band shows only while it is active", () => {
  const band = {
    type: "band",
    id: "own",
    role: "subject",
    onlyActive: true,
    points: [
      {x: 23, low: 30, high: 40},
      {x: 27, low: 50, high: 70}
    ]
  } as const;
  const figure = layoutFigure({...ladderSample, marks: [band, ...ladderSample.marks]}, page);
  const svg = (activeModel?: string) =>
    renderToString(<FigureView placed={figure} theme={lightTheme} activeModel={activeModel} />);
  expect(svg()).not.toContain(`data-id="own"`);
  expect(svg("gpt")).not.toContain(`data-id="own"`);
  expect(svg("muse")).toContain(`data-id="own"`);
});

test("a drag shows where it began and the value on its way, with a warning outside the band", () => {
  const ghost = {x: 25, y: 52.15};
  expect(draw({activeModel: "muse", ghost})).toContain(">\u00A0FLOP</tspan>");
  const outside = {
    ...ladderSample,
    marks: ladderSample.marks.map((mark) => (mark.type === "handle" ? {...mark, outside: true} : mark))
  };
  const svg = renderToString(
    <FigureView placed={layoutFigure(outside, page)} theme={lightTheme} activeModel="muse" ghost={ghost} />
  );
  expect(svg).toContain("outside the band you set");
});

test("targets come in the order of the keyboard: subject, rivals from the top, then points", () => {
  const ids = inFocusOrder(placed.hits).map(({id}) => id);
  expect(ids.slice(0, 6)).toEqual([
    "model-muse",
    "model-gemini",
    "model-gpt",
    "model-opus",
    "model-llama-4-maverick",
    "model-llama-4-scout"
  ]);
  const svg = draw({
    interactive: true,
    describe: () => ({label: "Compute", valueText: "3e25 FLOP", now: 25, min: 23, max: 27})
  });
  expect(svg.match(/role="slider"/g)).toHaveLength(placed.hits.length);
  expect(svg).toContain(`tabindex="0"`);
});

test("hitAt prefers a handle to a point close by, and gives nothing where nothing is", () => {
  const handle = placed.handles.find(({id}) => id === "model-muse");
  if (handle === undefined) throw new Error("no handle");
  expect(hitAt(placed, handle.x + 6, handle.y)?.id).toBe("model-muse");
  expect(hitAt(placed, 60, 100)).toBeUndefined();
});

test("a thousand plain points are drawn as three paths", () => {
  const many = Array.from({length: 1000}, (_, i) => ({
    type: "point" as const,
    id: `p${i}`,
    role: "context" as const,
    x: 23 + (i % 40) / 10,
    y: 1 + (i % 69),
    shape: "circle" as const,
    basis: i % 2 ? ("known" as const) : ("estimate" as const),
    focus: false,
    detail: ""
  }));
  const svg = renderToString(
    <FigureView placed={layoutFigure({...ladderSample, marks: many}, page)} theme={lightTheme} interactive />
  );
  expect(svg.match(/<(circle|path)/g)?.length).toBeLessThan(400);
  expect(xmlFault(svg)).toBeUndefined();
});
