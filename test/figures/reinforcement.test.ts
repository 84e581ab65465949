import {expect, test} from "vitest";
import type {Figure, Panels} from "../../src/chart/figure.ts";
import {layoutFigure} from "../../src/chart/layout.ts";
import {isFitted} from "../../src/simulation/reinforcementFit.ts";
import {fitAsLaw, fitRows, fitWords} from "../../src/figures/reinforcementFitWords.ts";
import {reinforcementFigure} from "../../src/figures/reinforcementFigure.ts";
import {reinforcementPassFigure} from "../../src/figures/reinforcementPassFigure.ts";
import {reinforcementFormulas} from "../../src/figures/reinforcementFormulas.ts";
import {amountText, inBrackets, percent, pointsOf} from "../../src/figures/reinforcementNumbers.ts";
import {reinforcementPart} from "../../src/figures/reinforcementPart.ts";
import {lineRows, todayRows} from "../../src/figures/reinforcementTable.ts";
import {passVerdict, passWords, reinforcementReport} from "../../src/figures/reinforcementWords.ts";
import {asString} from "../../src/figures/wording.ts";
import {writeInput} from "../../src/scenario/address.ts";
import {setPoints, takeLaw} from "../../src/scenario/editReinforcement.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {reinforcement} from "../../src/simulation/reinforcement.ts";
import {reinforcementUncertainty} from "../../src/simulation/reinforcementUncertainty.ts";
import {withOwnPasses} from "../simulation/ownPasses.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const shipped = await shippedScenario("rl-scaling.json");
const apart = withOwnPasses(shipped);
const few = {seed: 7, draws: 200};
const set = (address: string, value: number, scenario = shipped) =>
  writeInput(scenario, address, {value, written: value});

function all(scenario: Scenario) {
  const drawn = reinforcementUncertainty(scenario, few);
  const report = reinforcementReport(scenario, drawn);
  if (report === undefined) throw new Error("no reinforcement learning");
  return {...report, drawn};
}

/** Points on the shipped sigmoid, each a little off. */
const measured = [300, 1000, 3000, 6000, 10_000, 20_000, 40_000, 100_000, 400_000].map((compute, i) => ({
  compute,
  score: (reinforcement(set("reinforcement.compute", compute))?.at.score ?? NaN) + (i % 2 === 0 ? 0.004 : -0.004)
}));

test.each([
  [1000, "does not hold yet as placed"],
  [20_000, "holds as placed"],
  [200_000, "does not hold any more as placed"]
])("at %d GPU-hours the log-linear claim %s", (compute, verdict) => {
  const {answer} = all(set("reinforcement.compute", compute));
  expect(answer.verdict).toBe(verdict);
  expect(asString(answer.body)).toMatch(/is within 2 points from 3,900 to 26,000 GPU-hours: at /);
  expect(asString(answer.condition)).toMatch(/^The line passes the ceiling of 61\.0\s% at 38,000 GPU-hours \(90\s%: /);
  expect(answer.title.length).toBeLessThanOrEqual(64);
});

test("training that adds nothing has no line to speak of", () => {
  const flat = set("reinforcement.law.before", 0.61, set("reinforcement.law.ceiling", 0.61));
  const {answer, section, numbers, drawn} = all(flat);
  expect(answer.verdict).toBe("has nothing to hold of: training adds nothing as placed");
  expect(lineRows(section, numbers, drawn)).toEqual([]);
  const {marks} = reinforcementFigure(section, numbers, drawn);
  expect(marks.some(({id}) => id === "line" || id === "stretch" || id === "parts-low")).toBe(false);
});

test("more reliable without less diverse: by sharpness alone it fails, by lift alone it holds for any number", () => {
  const words = (scenario: Scenario) => passVerdict(all(scenario).numbers);
  expect(words(shipped)).toBe(
    "More reliable, and at 16 samples not less diverse; at very many samples it is less diverse."
  );
  expect(words(set("reinforcement.sharpening.sharpness", 1))).toMatch(
    /^More reliable without less diverse, however many/
  );
  const little = set("reinforcement.sharpening.lift", 1.2, set("reinforcement.sharpening.sharpness", 4, apart));
  expect(words(little)).toBe("More reliable, and less diverse: pass@16 does not rise with it.");
  expect(words(set("reinforcement.sharpening.lift", 0.8, apart))).toBe("Training makes no problem more reliable here.");
  const {section, numbers, drawn} = all(shipped);
  expect(passWords(section, numbers, drawn)?.join(" ")).toMatch(
    /pass@1 rises from 20\.0\s% to 50\.3\s% \(90\s%: .* The model before training is ahead of that after 20,000 GPU-hours from [\d,]+ samples on, of that after training without end from [\d,]+ samples on/
  );
});

test("a section without success or without sharpening has no second panel", () => {
  const {reinforcement: section} = shipped;
  if (section === undefined) throw new Error("no section");
  const {sharpening: _, ...unsharpened} = section;
  const {success: __, ...bare} = unsharpened;
  for (const part of [unsharpened, bare]) {
    const scenario = {...shipped, reinforcement: part};
    const drawn = reinforcementUncertainty(scenario, few);
    expect(reinforcementPart.picture(scenario, {reinforcement: drawn}, {})).not.toHaveProperty("panels");
    expect(passWords(part, all(scenario).numbers, drawn)).toBeUndefined();
    expect(reinforcementFormulas(part, all(scenario).numbers)).toHaveLength(2);
  }
});

test("what is placed is dashed and never looks measured", () => {
  const {section, numbers, drawn} = all(shipped);
  const curves = reinforcementFigure(section, numbers, drawn).marks.flatMap((mark) =>
    mark.type === "curve" && mark.id !== "line" ? [mark] : []
  );
  expect(curves.map(({id}) => id)).toEqual(["held-out", "score"]);
  expect(curves.flatMap(({pieces}) => pieces.map(({trust}) => trust))).toEqual(["placed", "placed"]);
});

test("the handle stands on the curve at the compute of now", () => {
  const {section, numbers, drawn} = all(shipped);
  const handle = reinforcementFigure(section, numbers, drawn).marks.find(({type}) => type === "handle");
  expect(handle).toMatchObject({id: "compute", x: Math.log10(20_000), outside: false});
  expect(handle).toHaveProperty("y", 100 * numbers.at.score);
});

test("on a phone the place of now is named inside the plot, with its score, and no upright strikes it", () => {
  const {section, numbers, drawn} = all(shipped);
  for (const figure of [
    reinforcementFigure(section, numbers, drawn),
    reinforcementPassFigure(section, numbers, drawn)
  ]) {
    if (figure === undefined) throw new Error("no figure");
    const {labels, rules, plot} = layoutFigure(figure, {width: 366, height: 400, chrome: "page"});
    const text = labels.find(({id}) => id === "compute")?.texts[0];
    if (text === undefined) throw new Error("no name");
    expect(text.runs.map((run) => run.text).join("")).toMatch(/^at 20,000 50\.3\s%$/);
    expect(text.box.x2).toBeLessThanOrEqual(plot.x2);
    const strikes = rules.filter(({mark, at}) => mark.along === "y" && at > text.box.x1 && at < text.box.x2);
    expect(strikes.map(({id}) => id)).toEqual([]);
  }
});

test("the formulas hold the numbers of today", () => {
  const {section, numbers} = all(shipped);
  const [score, line, pass, spread] = reinforcementFormulas(section, numbers).map((item) => asString(item.numbers));
  expect(score).toMatch(/^20\.0\s% \+ \(61\.0\s% − 20\.0\s%\) \/ \(1 \+ \(10,000 \/ 20,000\)\^1\.5\) = 50\.3\s%$/);
  expect(line).toMatch(/= \+35\.4 points, .*10,000 × e\^2\/1\.5 = 38,000 GPU-hours$/);
  expect(pass).toMatch(/^1 − B\(0\.148, 0\.147 \+ 16\) \/ B\(0\.148, 0\.147\) = 68\.2\s%$/);
  expect(spread).toMatch(/^0\.2 \/ 1\.5\^0\.739 = 0\.148, .* = 50\.3\s%$/);
});

test("the tables hold before, now and without end, a unit in words once", () => {
  const {section, numbers, drawn} = all(shipped);
  const rows = todayRows(section, numbers, drawn);
  expect(rows.map(({name}) => name)).toEqual([
    "Pass rate on training problems",
    "Held-out problems",
    "pass@1",
    "pass@16",
    "What 16 samples add"
  ]);
  expect(rows[0]?.before).toEqual({value: percent(0.2), range: ""});
  expect(rows[4]?.now.range).toMatch(/^\+\d+\.\d to \+\d+\.\d points$/);
  expect(lineRows(section, numbers, drawn)).toHaveLength(5);
});

test("the table to be saved holds curves with their intervals, then every point", () => {
  const {scenario} = setPoints(shipped, measured);
  const rows = reinforcementPart.table(scenario, {reinforcement: reinforcementUncertainty(scenario, few)}) ?? [];
  const [head = [], first = []] = rows;
  expect(head.slice(0, 5)).toEqual(["row", "GPU-hours", "score", "score, 5 %", "score, 95 %"]);
  expect(rows).toHaveLength(1 + 41 + measured.length);
  expect(rows.every(({length}) => length === head.length)).toBe(true);
  expect(first.every((cell) => cell !== "")).toBe(true);
  expect(rows.at(-1)?.slice(0, 3)).toEqual(["point", 400_000, measured.at(-1)?.score]);
});

test("points are drawn and fitted, and the fit is taken over with its intervals", () => {
  const {scenario, label} = setPoints(shipped, measured);
  expect(label).toBe("9 points measured");
  const {section, numbers, drawn} = all(scenario);
  expect(fitWords(section, numbers, drawn)).toMatch(
    /^9 points, fitted by least squares: off by \d\.\d points at most\. 90 % from 200 bootstrap draws over points, seed 7\.$/
  );
  expect(fitRows(section, numbers, drawn).map(({name}) => name)).toContain("Middle, Cmid, GPU-hours");
  const figure = reinforcementFigure(section, numbers, drawn);
  expect(figure.marks.filter(({id}) => id.startsWith("point-"))).toHaveLength(9);
  expect(figure.marks.filter(({id}) => ["score", "fit", "fit-band"].includes(id))).toHaveLength(3);
  const law = fitAsLaw(section, numbers, drawn);
  if (law === undefined) throw new Error("no law");
  const taken = all(takeLaw(scenario, law).scenario);
  expect(isFitted(taken.section)).toBe(true);
  expect(taken.section.law.ceiling.low).toBeLessThan(taken.section.law.ceiling.value);
  expect(taken.answer.verdict).toBe("holds as fitted");
  expect(asString(taken.answer.body)).toMatch(/^As fitted, /);
  expect(fitAsLaw(taken.section, taken.numbers, taken.drawn)).toBeUndefined();
  expect(fitWords(taken.section, taken.numbers, taken.drawn)).toMatch(/The scenario stands on this fit\.$/);
  const ids = reinforcementFigure(taken.section, taken.numbers, taken.drawn).marks.map(({id}) => id);
  expect(ids).toContain("fit");
  expect(ids).not.toContain("score");
});

test("why a fit cannot be taken over is said", () => {
  const words = (points: typeof measured) => {
    const {section, numbers, drawn} = all(setPoints(shipped, points).scenario);
    return {says: fitWords(section, numbers, drawn), law: fitAsLaw(section, numbers, drawn)};
  };
  expect(words([]).says).toMatch(/^No points yet: .* four at least/);
  expect(words(measured.slice(0, 3)).says).toBe(
    "3 points, drawn and not fitted: a sigmoid has 4 numbers and needs as many points apart, got 3."
  );
  const four = words([measured[0], measured[3], measured[5], measured[8]] as typeof measured);
  expect(four.says).toMatch(/As many numbers as points: the fit goes through them and is sure of nothing\./);
  expect(four.law).toBeDefined();
  const falling = words(measured.map(({compute, score}) => ({compute, score: 0.9 - score})));
  expect(falling.says).toMatch(/The score falls with training in these points: there is no rise to take over\./);
  expect(falling.law).toBeUndefined();
  expect(words(measured.slice(2, 8)).says).toMatch(/of so few points they are too narrow/);
});

test("intervals of a fit that overlap are cut halfway, so that the scenario stays one", () => {
  const wide = {value: 0.3, low: 0.1, high: 0.6};
  const {scenario} = takeLaw(shipped, {
    before: wide,
    ceiling: {value: 0.5, low: 0.2, high: 0.8},
    steepness: {value: 1, low: 0.5, high: 2},
    middle: {value: 1e4, low: 1e3, high: 1e5}
  });
  expect(scenario.reinforcement?.law).toMatchObject({before: {high: 0.4}, ceiling: {low: 0.4}});
});

test("the words on what samples add now are not crossed by the curve of pass@k", () => {
  const {panels} = reinforcementPart.picture(
    shipped,
    {reinforcement: reinforcementUncertainty(shipped, few)},
    {}
  ) as Panels;
  const [, passes] = panels;
  if (passes === undefined) throw new Error("no second panel");
  for (const [width, height] of [
    [904, 381],
    [700, 434],
    [572, 544]
  ] as const) {
    const {labels, curves} = layoutFigure(passes.figure, {width, height, chrome: "page"});
    const box = labels.find(({id}) => id === "added-now-words")?.texts[0]?.box;
    if (box === undefined) throw new Error("no words");
    const on = curves
      .flatMap(({pieces}) => pieces.flatMap(({visible}) => visible))
      .filter(({x, y}) => x > box.x1 && x < box.x2 && y > box.y1 && y < box.y2);
    expect(on, `${width} × ${height}`).toEqual([]);
  }
});

test("the picture has both panels and says its draws, its laws and what is assumed", () => {
  const drawn = reinforcementUncertainty(shipped, few);
  const picture = reinforcementPart.picture(shipped, {reinforcement: drawn}, {}) as Panels;
  expect(picture.panels.map(({figure}: {figure: Figure}) => figure.id)).toEqual(["rl", "rl-passes"]);
  expect(picture.footer.join(" ")).toMatch(/Assumed: pass@1 .* 90 % intervals from 200 draws, seed 7\./);
  const {reinforcement: _, ...without} = shipped;
  expect(reinforcementPart.picture(without, undefined, {})).toBeUndefined();
  expect(reinforcementPart.table(without, undefined)).toBeUndefined();
});

test.each([
  [20_000, 3, "20,000"],
  [25_608, 2, "26,000"],
  [3.2456, 2, "3.2"],
  [38e6, 2, "38M"],
  [NaN, 2, "no number"]
])("the amount %d to %d digits is %s", (amount, digits, text) => {
  expect(amountText(amount, digits)).toBe(text);
});

test("numbers without a value or an interval say so or nothing", () => {
  expect([percent(NaN), pointsOf(NaN), pointsOf(-0.0001), pointsOf(-0.031)]).toEqual([
    "no number",
    "no number",
    "0.0 points",
    "−3.1 points"
  ]);
  expect(inBrackets(undefined, percent)).toBe("");
  expect(inBrackets({low: 0.2, median: 0.2, high: 0.2}, percent)).toBe("");
});
