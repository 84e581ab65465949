import {renderToString} from "preact-render-to-string";
import {expect, test} from "vitest";
import {Curves} from "../../src/chart/Lines.tsx";
import {lightTheme} from "../../src/chart/theme.ts";
import {evidenceIndex, loadLedger} from "../../src/scenario/ledger.ts";
import {leanWords, thinkingAnswer} from "../../src/figures/thinkingWords.ts";
import {ticksOf} from "../../src/chart/axis.ts";
import type {Box, Pixel} from "../../src/chart/boxes.ts";
import type {Panels} from "../../src/chart/figure.ts";
import {layoutPanels} from "../../src/chart/panels.ts";
import {layoutFigure} from "../../src/chart/layout.ts";
import {thinkingFigure} from "../../src/figures/thinkingFigure.ts";
import {thinkingFormulas} from "../../src/figures/thinkingFormula.ts";
import {thinkingIndexFigure} from "../../src/figures/thinkingIndex.ts";
import {thinkingPart} from "../../src/figures/thinkingPart.ts";
import {nextPhaseEnd, thinkingPathFigure} from "../../src/figures/thinkingPath.ts";
import {thinkingSeriesFigure} from "../../src/figures/thinkingSeries.ts";
import {asString} from "../../src/figures/wording.ts";
import {readScenario} from "../../src/scenario/read.ts";
import {writeScenario} from "../../src/scenario/write.ts";
import {thinking} from "../../src/simulation/thinking.ts";
import {thinkingUncertainty} from "../../src/simulation/thinkingUncertainty.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const shipped = await shippedScenario("thought-compression.json");
const ledger = await loadLedger();
const section = shipped.thinking;
const numbers = thinking(shipped);
if (section === undefined || numbers === undefined) throw new Error("no thinking");
const drawn = thinkingUncertainty(shipped, {seed: 7, draws: 300});

test("the answer says that Muse Spark takes half of GPT-5.4’s tokens as run, and no more than is known at equal score", () => {
  const {body, verdict, condition} = thinkingAnswer(shipped, section, numbers, drawn);
  expect(asString(body)).toMatch(
    /^As placed, “A price per token” picks 13\.7k tokens of thinking \(90\s%: .* where correctness alone picks 24\.8k/
  );
  expect(verdict).toBe("half of GPT-5.4’s tokens as run; at equal score it cannot be told");
  expect(asString(condition)).toContain("no fewer tokens than Gemini 3.1 Pro, which scores higher");
  expect(asString(condition)).toContain("no gain of training compute");
});

test.each([
  [0.9, 5, undefined, "no fewer tokens than R, which scores higher"],
  [0.9, -1, undefined, "no fewer tokens than R, for a higher score"],
  [0.9, -1, [1.2, 2], "no fewer tokens than R as run, for a higher score; at equal score fewer"],
  [0.9, -1, [0.9, 2], "no fewer tokens than R as run, for a higher score; at equal score it cannot be told"],
  [2, -1, undefined, "half of R’s tokens, at no lower score"],
  [2, 1, undefined, "half of R’s tokens as run, for a lower score"],
  [2, 1, [1.1, 3], "half of R’s tokens as run, and fewer at equal score"],
  [1.6, 1, [0.9, 3], "63 % of R’s tokens as run; at equal score it cannot be told"],
  [2, 4, [0.1, 0.9], "half of R’s tokens as run; at equal score not fewer"],
  [1.001, -1, undefined, "almost all of R’s tokens, at no lower score"],
  [200, -1, undefined, "less than 1 % of R’s tokens, at no lower score"]
] as const)("a ratio of %d for %d points with %j at equal score reads %s", (ratio, points, ends, words) => {
  const equal = ends && {low: ends[0], median: ends[0], high: ends[1]};
  const row = {id: "r", tokens: 1, score: 1, ratio, points, ratioAtEqualScore: NaN} as const;
  expect(leanWords("R", row, equal)).toBe(words);
});

test("what is placed is dashed, what was measured is a filled point", () => {
  const main = thinkingFigure(shipped, section, numbers, drawn);
  for (const mark of main.marks) {
    if (mark.type === "curve") expect(mark.pieces.map(({trust}) => trust)).toEqual(["placed"]);
    if (mark.type === "point") expect(mark.basis).toBe("forecast");
  }
  const known = thinkingFigure(shipped, {...section, basis: "known"}, numbers, drawn);
  expect(known.marks.some((mark) => mark.type === "curve" && mark.pieces[0]?.trust === "placed")).toBe(false);
  const runs = thinkingIndexFigure(shipped, section, numbers, drawn)?.marks.filter(({id}) => id.startsWith("run-"));
  expect(runs?.map((mark) => mark.type === "point" && mark.basis)).toEqual(["known", "known", "known", "known"]);
});

test("the penalty in focus is the one handle; without one there is none", () => {
  const handles = (focus: string) =>
    thinkingFigure(shipped, {...section, focus}, numbers, drawn).marks.filter(({type}) => type === "handle");
  expect(handles("kimi")).toHaveLength(1);
  expect(handles("none")).toEqual([]);
});

test.each([300, 366, 480, 540, 620, 660, 700, 820, 904, 980, 1100])(
  "at %d pixels every length that a reward picks has its name, or the number that the caption tells of",
  (width) => {
    const figure = thinkingFigure(shipped, section, numbers, drawn);
    const picks = figure.marks.filter(({id}) => id === "pick" || /^pick-(?!of-|tokens)/.test(id));
    expect(picks).toHaveLength(numbers.penalties.length);
    const height = width < 560 ? 400 : Math.max(400, Math.round(0.56 * width));
    const {labels, points, handles} = layoutFigure(figure, {width, height, chrome: "page"});
    for (const mark of picks) {
      const label = labels.find(({id}) => id === mark.id);
      const said = label?.texts[0]?.runs[0]?.text ?? "";
      const name = "label" in mark ? mark.label.name : "";
      expect(said === name || figure.caption.includes(`${said} ${name}`), `${mark.id}: ${said}`).toBe(true);
      // A number beside two marks would be either’s.
      const box = label?.texts[0]?.box;
      if (said === name || box === undefined || label?.leader !== undefined) continue;
      const gaps = [...points, ...handles].map((placed) => ({
        id: placed.id,
        gap: distance([placed, placed], box) - placed.radius
      }));
      expect(gaps.sort((a, b) => a.gap - b.gap)[0]?.id).toBe(mark.id);
    }
  }
);

test("caption and footer tell the picks from left to right", () => {
  const {caption, footer} = thinkingFigure(shipped, section, numbers, drawn);
  expect(caption).toMatch(/Picks from left to right: 1 L1 max 5\.93k, 2 L1 exact 8k, .*, 6 no penalty 24\.8k\.$/);
  // An exported picture has no caption.
  expect(caption.endsWith(footer[0] ?? "none")).toBe(true);
});

test("the curves of difficulties share a colour and differ in their dashes", () => {
  const figure = thinkingFigure(shipped, section, numbers, drawn);
  const curves = figure.marks.flatMap((mark) =>
    mark.type === "curve" && mark.id.startsWith("difficulty-") ? [mark] : []
  );
  expect(new Set(curves.map(({role}) => role))).toEqual(new Set(["context"]));
  const {curves: placed} = layoutFigure(figure, {width: 904, height: 507, chrome: "page"});
  const svg = renderToString(<Curves items={placed} theme={lightTheme} active={undefined} />);
  const dashes = curves.map(({id}) => new RegExp(`data-id="${id}".*?stroke-dasharray="([^"]+)"`).exec(svg)?.[1]);
  expect(new Set(dashes).size).toBe(section.difficulties.length);
});

test.each([280, 300, 340, 438, 600])("at %d pixels no word of the path stands on its turns", (width) => {
  const height = Math.round(Math.min(340, Math.max(270, width * 0.7)));
  const {labels, rules} = layoutFigure(thinkingPathFigure(section, numbers, drawn)!, {width, height, chrome: "page"});
  expect(rules).toHaveLength(2);
  for (const {at} of rules) {
    expect(labels.flatMap(({texts}) => texts).filter(({box}) => box.x1 < at && at < box.x2)).toEqual([]);
  }
});

test("what papers measured can be exported alone, with its sources, and stands in the table", () => {
  const find = evidenceIndex(shipped, ledger);
  const others = thinkingPart.others?.(shipped, {thinking: drawn}, {find}) ?? [];
  expect(others.map((figure) => figure?.id)).toEqual(["thinking-series"]);
  expect(others[0]?.footer.join(" ")).toMatch(/Sources: .*alone\. What is wrong/);
  const measured = thinkingPart.table(shipped, {thinking: drawn})?.filter(([of]) => of === "measured");
  expect(measured?.map((row) => row.slice(1, 7))).toEqual(
    (section.series ?? []).flatMap(({name, unit, points}) =>
      points.map(({length, accuracy}) =>
        unit === "tokens"
          ? [name, "", length, "", "", accuracy.value]
          : [name, `${length} ${unit}`, "", "", "", accuracy.value]
      )
    )
  );
});

/** How near a curve comes to a box, px. */
function distance(points: readonly Pixel[], {x1, x2, y1, y2}: Box): number {
  const places = points.slice(1).flatMap((b, i) => {
    const a = points[i] ?? b;
    return Array.from({length: 41}, (_, k) => ({x: a.x + ((b.x - a.x) * k) / 40, y: a.y + ((b.y - a.y) * k) / 40}));
  });
  return Math.min(...places.map(({x, y}) => Math.hypot(Math.max(x1 - x, x - x2, 0), Math.max(y1 - y, y - y2, 0))));
}

test.each([
  [904, 507],
  [620, 420],
  [518, 573],
  [366, 400]
])("at %d × %d pixels the name of a curve stands at no other, or is tied to its own", (width, height) => {
  const {labels, curves} = layoutFigure(thinkingFigure(shipped, section, numbers, drawn), {
    width,
    height,
    chrome: "page"
  });
  const visible = (curve: (typeof curves)[number]) => curve.pieces.flatMap((piece) => piece.visible);
  for (const curve of curves) {
    const label = labels.find(({id}) => id === curve.id);
    const box = label?.texts[0]?.box;
    expect(box, `${curve.id} has no name`).toBeDefined();
    if (box === undefined || label?.leader !== undefined) continue;
    const own = distance(visible(curve), box);
    for (const other of curves) {
      if (other !== curve) expect(distance(visible(other), box), `${curve.id}, ${other.id}`).toBeGreaterThan(own - 1.5);
    }
  }
});

test.each([904, 700, 620, 366])("at %d pixels the two lengths of the answer are named with their numbers", (width) => {
  const all = thinkingUncertainty(shipped);
  const figure = thinkingFigure(shipped, section, numbers, all);
  const height = width < 560 ? 400 : Math.max(400, Math.round(0.56 * width));
  const {labels} = layoutFigure(figure, {width, height, chrome: "page"});
  const said = (id: string) =>
    labels
      .find((label) => label.id === id)
      ?.texts.flatMap(({runs}) => runs.map(({text}) => text))
      .join("");
  expect([said("pick"), said("pick-none")]).toEqual(["A price per token 13.7k", "no penalty 24.8k"]);
});

test("in the exported picture every phase is named and every run of the index has its tokens", () => {
  const picture = thinkingPart.picture(shipped, {thinking: drawn}, {}) as Panels;
  const {panels} = layoutPanels(picture, {width: 1200, height: 760, chrome: "export"});
  const texts = panels.flatMap(({placed}) => placed.labels).flatMap(({texts: lines}) => lines);
  const words = texts.map(({runs}) => runs.map(({text}) => text).join(""));
  expect(words).toEqual(expect.arrayContaining(["1 longer", "2 shorter", "3 longer again", "GPT-5.4 121M"]));
});

test("the path names its phases and leads from turn to turn", () => {
  const figure = thinkingPathFigure(section, numbers, drawn);
  const names = figure?.marks.flatMap((mark) => (mark.type === "curve" ? [mark.label?.name] : []));
  expect(names).toEqual(["1 longer", "2 compressed", "3 longer again"]);
  if (section.path === undefined) throw new Error("no path");
  expect([0, 0.35, 0.5, 0.65, 1].map((at) => section.path && nextPhaseEnd(section.path, at))).toEqual([
    0.35, 0.65, 0.65, 1, 0
  ]);
});

test("the formulas hold today’s numbers and name their papers", () => {
  const texts = (focus: string) =>
    thinkingFormulas(shipped, {...section, focus}, numbers).map(
      ({law, numbers: today, source}) => `${asString(law)} | ${asString(today)} | ${source}`
    );
  expect(texts("lambda")[0]).toMatch(
    /λ T \| λ = 4\.0×10\^−6; at T = 13\.7k a right answer earns 0\.945, a wrong one −0\.055/
  );
  expect(texts("kimi")[0]).toContain("arXiv:2501.12599");
  expect(texts("arora")[0]).toContain("arXiv:2502.04463");
  expect(texts("l1-exact")[0]).toContain("arXiv:2503.04697");
  expect(texts("l1-max")[0]).toContain("clip");
  expect(texts("none")[0]).toContain("reward = [correct]");
  expect(texts("lambda").at(-1)).toContain("= 0.35×");
});

test("a section without index, path, penalties, compression or series still has an answer, a figure and a table", () => {
  const {index: _i, path: _p, penalties: _q, compressed: _c, series: _s, ...bare} = section;
  const scenario = {...shipped, thinking: bare};
  const uncertainty = {thinking: thinkingUncertainty(scenario, {seed: 1, draws: 50})};
  const picture = thinkingPart.picture(scenario, uncertainty, {});
  expect(picture !== undefined && "marks" in picture).toBe(true);
  expect(thinkingPart.table(scenario, uncertainty)?.length).toBeGreaterThan(100);
  expect(thinkingSeriesFigure(bare)).toBeUndefined();
  const found = thinking(scenario);
  if (found === undefined) throw new Error("no numbers");
  expect(thinkingAnswer(scenario, bare, found, undefined).verdict).toBeUndefined();
});

test("every row of the table is as long as its head, and its intervals are those that were drawn", () => {
  const table = thinkingPart.table(shipped, {thinking: drawn}) ?? [];
  expect(new Set(table.map((row) => row.length))).toEqual(new Set([12]));
  const gpt = table.find((row) => row[1] === "GPT-5.4" && row[2] === "equal score");
  expect(gpt?.[10]).toBe(drawn?.index.find(({id}) => id === "gpt-5-4")?.ratioAtEqualScore?.low);
  const {thinking: _, ...thoughtless} = shipped;
  expect(thinkingPart.table(thoughtless, undefined)).toBeUndefined();
  expect(thinkingPart.picture(thoughtless, undefined, {})).toBeUndefined();
});

test("a focus that names no penalty is said with those there are", async () => {
  const document = JSON.parse(writeScenario(shipped)) as {thinking: {focus?: string}};
  document.thinking.focus = "mu";
  const read = await readScenario(JSON.stringify(document));
  expect(read.ok ? [] : read.problems.map(({message}) => message)).toEqual([
    expect.stringContaining('names no penalty: "mu"')
  ]);
});

test("intervals come in steps, and say how many draws were made", () => {
  const steps = thinkingPart.steps({...shipped, uncertainty: {...shipped.uncertainty, draws: 120}});
  const done: number[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) done.push(step.value);
  expect(done).toEqual([50 / 120, 100 / 120]);
  expect(step.value.thinking).toMatchObject({draws: 120, penaltyDraws: 120});
});

test.each([300, 358, 450])("every series is named at %d pixels", (width) => {
  const placed = layoutFigure(thinkingSeriesFigure(section)!, {width, height: 300, chrome: "page"});
  const names = JSON.stringify(placed.labels);
  for (const {name} of section.series ?? []) expect(names).toContain(name);
});

test.each([300, 560, 720, 860])("at %d pixels the axis says of its steps what they are", (pixels) => {
  const {x} = thinkingFigure(shipped, section, numbers, drawn, {find: () => undefined});
  const places = ticksOf(x, x.domain, pixels, "x").major.map(({at}) => at);
  const isByTen = places.every((at) => Number.isInteger(Number(at.toFixed(9))));
  if (!isByTen) expect(`${asString(x.title)} ${asString(x.shortTitle)}`).not.toContain("10×");
});
