import {renderToString} from "preact-render-to-string";
import {expect, test} from "vitest";
import {FigureView} from "../../src/chart/FigureView.tsx";
import {hitAt, inFocusOrder} from "../../src/chart/active.ts";
import type {BarMark, Figure} from "../../src/chart/figure.ts";
import {layoutFigure} from "../../src/chart/layout.ts";
import {overlaps} from "../../src/chart/overlaps.ts";
import type {PlacedFigure} from "../../src/chart/placed.ts";
import {round} from "../../src/chart/round.ts";
import {asPlainText} from "../../src/chart/text.ts";
import {darkTheme, lightTheme} from "../../src/chart/theme.ts";
import {seededRandom} from "./randomFigure.ts";
import {gainSample, tornadoSample, waterfallSample} from "./rowSamples.ts";
import {xmlFault} from "./wellFormed.ts";

const wide = {width: 1200, height: 760, chrome: "export"} as const;
const phone = {width: 390, height: 700, chrome: "export"} as const;
const sizes = [
  wide,
  phone,
  {width: 720, height: 560, chrome: "export"},
  {width: 900, height: 560, chrome: "page"},
  {width: 366, height: 440, chrome: "page"},
  {width: 340, height: 900, chrome: "page"}
] as const;

const labelsOf = ({bars}: PlacedFigure) => bars.flatMap(({labels}) => labels.map(({runs}) => asPlainText(runs)));
const rowsOf = ({frame}: PlacedFigure) => frame.rows ?? [];

test.each([tornadoSample, waterfallSample, gainSample])("$id has no overlaps at any size", (figure) => {
  for (const options of sizes) {
    expect(overlaps(layoutFigure(figure, options)), `${options.width} × ${options.height}`).toEqual([]);
  }
});

function randomTornado(seed: number): Figure {
  const random = seededRandom(seed);
  const count = 1 + Math.floor(16 * random());
  const row = (i: number) => {
    const ends = [3 * (random() - 0.6), 3 * (random() - 0.4)];
    return ends.map((end, k): BarMark => ({
      type: "bar",
      id: `bar-${i}-${k}`,
      role: "ink",
      row: i,
      x1: 0.2,
      x2: end,
      emphasis: k === 0 ? "low" : "high",
      endLabel: [{text: `${(10 ** end).toPrecision(2)}×`.repeat(random() < 0.1 ? 6 : 1)}],
      detail: ""
    }));
  };
  const rows = Array.from({length: count}, () => ({
    name: "A word or more ".repeat(1 + Math.floor(4 * random())),
    ...(random() < 0.5 ? {note: [{text: "3e25 to 1e27 FLOP"}]} : {})
  }));
  return {
    ...tornadoSample,
    y: {...tornadoSample.y, domain: [-0.5, count - 0.5], rows},
    marks: [...rows.flatMap((_, i) => row(i)), ...tornadoSample.marks.filter(({type}) => type === "rule")]
  };
}

test("random tornados have no overlaps, ends on one side of the middle included", () => {
  for (let seed = 1; seed <= 60; ++seed) {
    for (const options of sizes) {
      const found = overlaps(layoutFigure(randomTornado(seed), options));
      expect(found, `seed ${seed}, ${options.width} × ${options.height}`).toEqual([]);
    }
  }
});

test("overlaps finds text over a bar, its own included", () => {
  const placed = layoutFigure(tornadoSample, wide);
  const wider = placed.bars.map((bar) => (bar.id === "high-0" ? {...bar, x2: bar.x2 + 20} : bar));
  expect(overlaps({...placed, bars: wider}).map(({a, b}) => [a, b])).toEqual([["5.6×", "high-0"]]);
});

test("rows stand from the top down, each bar on its own and every end labelled outside it, inside the plot", () => {
  for (const options of [wide, phone]) {
    const placed = layoutFigure(tornadoSample, options);
    const heights = placed.bars.map(({y}) => y);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(new Set(heights).size).toBe(8);
    expect(labelsOf(placed)).toHaveLength(16);
    for (const {mark, x1, x2, labels} of placed.bars) {
      const [label] = labels;
      if (label === undefined) throw new Error("no label");
      if (mark.emphasis === "low") expect(label.box.x2).toBeLessThan(x1);
      else expect(label.box.x1).toBeGreaterThan(x2);
      expect(label.box.x1).toBeGreaterThanOrEqual(placed.plot.x1 - 2);
      expect(label.box.x2).toBeLessThanOrEqual(placed.plot.x2 + 2);
    }
  }
});

test("the axis widens until the labels of the longest bars fit, and not while it is zoomed", () => {
  const narrow = {...tornadoSample, x: {...tornadoSample.x, domain: [-0.7, 1.2] as const}};
  const [low, high] = layoutFigure(narrow, wide).frame.x;
  expect(low).toBeLessThan(-0.77);
  expect(high).toBeGreaterThan(1.25);
  expect(labelsOf(layoutFigure(narrow, wide))).toHaveLength(16);
  const view = {x: [-0.7, 1.2], y: [0, 1]} as const;
  const zoomed = layoutFigure(narrow, {...wide, view});
  expect(zoomed.frame.x).toEqual([-0.7, 1.2]);
  expect(labelsOf(zoomed).length).toBeLessThan(16);
  expect(overlaps(zoomed)).toEqual([]);
});

test("names stand left of the plot in two lines at most, cut beyond; on a phone over their bars", () => {
  const long = "An input with a name that nobody would read to its end ".repeat(4);
  const rows = [{name: long}, ...(tornadoSample.y.rows ?? []).slice(1)];
  const figure = {...tornadoSample, y: {...tornadoSample.y, rows}};
  const [first] = rowsOf(layoutFigure(figure, wide));
  expect(first?.texts).toHaveLength(2);
  expect(asPlainText(first?.texts[1]?.runs ?? [])).toMatch(/…$/);
  const placed = layoutFigure(figure, wide);
  for (const {texts} of rowsOf(placed)) for (const {box} of texts) expect(box.x2).toBeLessThan(placed.plot.x1 - 8);
  const small = layoutFigure(figure, phone);
  for (const [i, {texts}] of rowsOf(small).entries()) {
    const bar = small.bars.find(({mark}) => mark.row === i);
    expect(texts).toHaveLength(1);
    expect(texts[0]?.box.y2).toBeLessThan(bar?.y ?? 0);
    expect(texts[0]?.box.x1).toBeGreaterThanOrEqual(small.plot.x1);
  }
});

test("on a phone a name hides what is left of a tie between it and its bar", () => {
  const placed = layoutFigure(waterfallSample, {width: 366, height: 440, chrome: "page"});
  expect(placed.frame.namesOver).toBe(true);
  const drawn = renderToString(<FigureView placed={placed} theme={lightTheme} />);
  for (const [i, {texts}] of rowsOf(placed).entries()) {
    const bar = placed.bars.find(({mark}) => mark.row === i);
    const ground = new RegExp(`M${round((texts[0]?.box.x1 ?? 0) - 2)} (\\d+(?:\\.\\d+)?)h[\\d.]+v([\\d.]+)h`, "g");
    const ends = [...drawn.matchAll(ground)].map(([, from, height]) => Number(from) + Number(height));
    expect(ends.some((end) => Math.abs(end - (bar?.y ?? 0)) < 0.02)).toBe(true);
  }
});

test("a step is tied to the next where that begins or ends, and the ends of a tornado are not", () => {
  const ties = layoutFigure(waterfallSample, wide).bars.map(({tie}) => tie);
  expect(ties.map((tie) => tie !== "")).toEqual([true, true, true, true, false]);
  expect(layoutFigure(tornadoSample, wide).bars.every(({tie}) => tie === "")).toBe(true);
  const apart = waterfallSample.marks.map((mark) => (mark.id === "part-1" ? {...mark, x1: 0.6, x2: 0.7} : mark));
  const broken = layoutFigure({...waterfallSample, marks: apart}, wide).bars.map(({tie}) => tie !== "");
  expect(broken).toEqual([false, false, true, true, false]);
});

test("the key of a figure with rows stands over the plot, on a phone too", () => {
  for (const options of [wide, phone]) {
    const {key, plot} = layoutFigure(tornadoSample, options);
    expect(key?.entries.map(({sample}) => sample)).toEqual(["low", "high"]);
    expect(key?.box.y2).toBeLessThanOrEqual(plot.y1);
  }
});

test("a pointer and the keyboard find bars with their sentences, from the top down", () => {
  const placed = layoutFigure(tornadoSample, wide);
  const bar = placed.bars.find(({id}) => id === "high-2");
  if (bar === undefined) throw new Error("no bar");
  const hit = hitAt(placed, bar.x2 - 2, bar.y + 2);
  expect([hit?.id, hit?.model, hit?.detail]).toEqual([
    "high-2",
    "input-2",
    "Points per tenfold of compute on the Llama 4 curve, high end: gain 4.1×."
  ]);
  expect(hitAt(placed, placed.plot.x1 + 3, bar.y + 2)).toBeUndefined();
  expect(
    inFocusOrder(placed.hits)
      .slice(0, 3)
      .map(({id}) => id)
  ).toEqual(["low-0", "high-0", "low-1"]);
  const svg = renderToString(
    <FigureView
      placed={placed}
      theme={lightTheme}
      interactive
      activeModel="input-2"
      focusedId="high-2"
      describe={() => ({label: "Compute", valueText: "", now: 0, min: 0, max: 1})}
    />
  );
  expect(svg.match(/role="img" aria-label=/g)).toHaveLength(16);
  expect(svg).toMatch(/data-id="high-0"[^>]*data-faded/);
  expect(svg).not.toMatch(/data-id="high-2"[^>]*data-faded/);
  expect(svg).toMatch(/<rect[^>]*stroke="#1F5FD6"/);
});

test("the keyboard goes through rows from the top down, whoever they belong to", () => {
  const marks = tornadoSample.marks.map((mark) =>
    mark.id === "low-5" ? {...mark, role: "subject" as const} : {...mark, role: "context" as const}
  );
  const ids = inFocusOrder(layoutFigure({...tornadoSample, marks}, wide).hits).map(({id}) => id);
  expect(ids.indexOf("low-5")).toBe(10);
});

test("the name of a point on a row keeps off the bars", () => {
  const points = [0.1, 0.4, 0.8].map((x, i) => ({
    type: "point" as const,
    id: `p${i}`,
    role: "subject" as const,
    x,
    y: i,
    shape: "circle" as const,
    basis: "known" as const,
    focus: true,
    label: {name: `Point ${i}`, place: "near" as const, priority: 1},
    detail: ""
  }));
  const placed = layoutFigure({...tornadoSample, marks: [...tornadoSample.marks, ...points]}, wide);
  expect(placed.labels.filter(({id}) => id.startsWith("p"))).toHaveLength(3);
  expect(overlaps(placed)).toEqual([]);
});

test("a drawing of rows is well-formed and says each bar in a title", () => {
  for (const figure of [tornadoSample, waterfallSample, gainSample]) {
    const svg = renderToString(<FigureView placed={layoutFigure(figure, phone)} theme={darkTheme} />);
    expect(xmlFault(svg)).toBeUndefined();
    expect(svg).not.toMatch(/NaN|undefined|Infinity|\sd(?=\s)/);
    expect(svg.match(/="[^"]*\d\.\d{3,}[^"]*"/g)).toBeNull();
  }
  const svg = renderToString(<FigureView placed={layoutFigure(waterfallSample, wide)} theme={lightTheme} />);
  expect(svg).toContain("<title>The whole recipe: 7.6×.</title>");
});

test("lines of reference are named inside the plot, on a phone too", () => {
  for (const figure of [tornadoSample, gainSample]) {
    for (const options of [wide, phone]) {
      const {rules, labels, plot} = layoutFigure(figure, options);
      for (const {id} of rules) {
        const box = labels.find((label) => label.id === id)?.texts[0]?.box;
        expect(box?.x1, `${id} at ${options.width}`).toBeGreaterThanOrEqual(plot.x1);
        expect(box?.y2).toBeLessThanOrEqual(plot.y2);
      }
      expect(rules.length).toBeGreaterThan(1);
    }
  }
  const away = [{type: "rule", id: "off", role: "ink", along: "x", at: 99, name: [{text: "off"}]}] as const;
  expect(layoutFigure({...gainSample, marks: away}, wide).rules).toEqual([]);
});

test("a log axis upwards shows each decade, on a phone whole", () => {
  const {frame} = layoutFigure(gainSample, wide);
  expect(frame.yTicks).toEqual([-1, 0, 1, 2, 3, 4]);
  const texts = frame.texts.map(({runs}) => asPlainText(runs));
  for (const label of ["0.1×", "1×", "10×", "100×", "1,000×", "10^4×"]) expect(texts).toContain(label);
  expect(layoutFigure(gainSample, phone).frame.y).toEqual(gainSample.y.domain);
});

test("a bar that moves leaves the plot, the names and the other bars where they were", () => {
  const before = layoutFigure(tornadoSample, wide);
  expect(layoutFigure(tornadoSample, wide, before).frame).toBe(before.frame);
  const marks = tornadoSample.marks.map((mark) => (mark.id === "high-3" ? {...mark, x2: 0.5} : mark));
  const after = layoutFigure({...tornadoSample, marks}, wide, before);
  expect(after.plot).toBe(before.plot);
  expect(after.frame.rows).toBe(before.frame.rows);
  expect(after.bars.filter((bar, i) => bar !== before.bars[i]).map(({id}) => id)).toEqual(["high-3"]);
});

test("a bar that is not finite or on no row is left out, and one of no length is still there", () => {
  const marks = tornadoSample.marks.map((mark) => {
    if (mark.type !== "bar") return mark;
    if (mark.id === "low-0") return {...mark, x2: NaN};
    if (mark.id === "high-0") return {...mark, row: 12};
    return mark.id === "high-1" ? {...mark, x2: mark.x1} : mark;
  });
  const placed = layoutFigure({...tornadoSample, marks}, wide);
  expect(placed.bars).toHaveLength(14);
  expect(labelsOf(placed)).toHaveLength(14);
  expect(overlaps(placed)).toEqual([]);
});

test("what stands behind a bar keeps clear of the cap of its interval", () => {
  const bare = layoutFigure(waterfallSample, wide);
  const [bar] = bare.bars.filter(({labels, mark}) => labels.length > 0 && mark.x2 > mark.x1);
  if (bar === undefined) throw new Error("no bar with a label");
  for (const beyond of [2, 4, 6, 8]) {
    const high = bare.fromX(bar.x2 + beyond);
    const whisker = {
      type: "whisker",
      id: "interval",
      role: "ink",
      along: "x",
      at: bar.mark.row,
      low: bar.mark.x1,
      high
    } as const;
    const placed = layoutFigure({...waterfallSample, marks: [...waterfallSample.marks, whisker]}, wide);
    const [label] = placed.bars.find(({id}) => id === bar.id)?.labels ?? [];
    expect((label?.box.x1 ?? NaN) - placed.toX(high), `${beyond} px`).toBeGreaterThan(2.9);
  }
});
