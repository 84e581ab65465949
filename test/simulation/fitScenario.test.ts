import {describe, expect, test} from "vitest";
import {spreadOf} from "../../src/fitting/bootstrap.ts";
import {compareLadders} from "../../src/fitting/compareLadders.ts";
import {log10} from "../../src/numerics/exp.ts";
import {fitForms} from "../../src/scenario/fitChoices.ts";
import {readScenario} from "../../src/scenario/read.ts";
import type {Runs, Scenario, ScenarioInput} from "../../src/scenario/schema.ts";
import {fitScenario} from "../../src/simulation/fitScenario.ts";
import type {FitUncertainty} from "../../src/simulation/fitUncertainty.ts";
import {fitUncertaintySteps} from "../../src/simulation/fitUncertainty.ts";
import {ladderFit, laddersOf} from "../../src/simulation/fits.ts";
import {gains, gainUncertainty} from "../../src/simulation/gains.ts";
import {solve} from "../../src/simulation/solve.ts";
import {central} from "../../src/simulation/valuation.ts";
import {relativeError} from "../numerics/relative.ts";
import {runsOf} from "./scoredRuns.ts";

interface Made {
  readonly input: ScenarioInput;
  readonly drawn: FitUncertainty;
  readonly scenario: Scenario;
  readonly warnings: readonly unknown[];
}

/** The scenario that stands on a fit of runs, written and read again. */
async function made(runs: Runs): Promise<Made> {
  const steps = fitUncertaintySteps({runs}, ["comparison"]);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const drawn = step.value!;
  const input = fitScenario({runs}, ladderFit({runs})!, drawn)!;
  const read = await readScenario(JSON.stringify(input));
  if (!read.ok) throw new Error(JSON.stringify(read.problems.map(({path, message}) => `${path} ${message}`)));
  return {input, drawn, scenario: read.scenario, warnings: read.warnings};
}

/** A floor of 0 is a very low one in a scenario, whose floors are positive. */
const drawnAs = (value: number): number => Math.max(value, Number.MIN_VALUE);

const jointOf = ({input}: Made) => input.uncertainty?.joint?.[0];

/** The runs with their recipes called something else. */
function named(names: Readonly<Record<string, string>>, change: Partial<Runs> = {}): Runs {
  const {columns, rows} = runsOf();
  const at = columns.indexOf("recipe");
  const renamed = rows.map((cells) => cells.map((cell, i) => (i === at ? (names[String(cell)] ?? cell) : cell)));
  return runsOf({rows: renamed, draws: 40, ...change});
}

describe("a scenario that stands on a fit", () => {
  test.each(fitForms.flatMap((form) => [[form, undefined] as const, [form, "old"] as const]))(
    "of form %s, recipe %s, is read without a remark, and its curves give the fit's numbers",
    async (form, recipe) => {
      const runs = runsOf({form, ...(recipe === undefined ? {} : {recipe}), draws: 60});
      const {scenario, warnings, drawn, input} = await made(runs);
      expect(warnings).toEqual([]);
      const solution = solve(scenario, "measure", central)!;
      const {comparison} = drawn;
      const isCompared = recipe === undefined && comparison?.ok === true;
      expect(input.recipes.map(({name}) => name)).toEqual(isCompared ? ["old", "new"] : [recipe ?? "Fitted recipe"]);
      if (isCompared) {
        // Each is the law of its ladder alone.
        for (const {name, parameters} of comparison.comparison.laws) {
          const alone = ladderFit({runs: {...runs, recipe: name}})!;
          const curve = solution.curves.get(name)!;
          expect(Object.keys(parameters).length).toBeGreaterThan(1);
          for (const x of [18, 21, 24]) expect(relativeError(curve.score(x), alone.curve!.score(x))).toBeLessThan(1e-7);
        }
        return;
      }
      const fit = ladderFit({runs})!;
      for (const x of [18, 21, 24]) {
        expect(relativeError(solution.curve.score(x), fit.curve!.score(x)), `at ${x}`).toBeLessThan(1e-8);
      }
      const target = [...solution.models].find(([id]) => id.endsWith("-target"))![1];
      expect(relativeError(target.score, drawn.target.central)).toBeLessThan(1e-8);
      expect(target.log10C).toBeCloseTo(log10(drawn.target.C), 9);
    }
  );

  test("carries its runs, so that it is fitted alike again", async () => {
    const runs = runsOf({without: {rows: [4], largest: 1}, sharing: "floor", draws: 40, note: "made up"});
    const {scenario, input} = await made(runs);
    expect(scenario.runs).toEqual(runs);
    expect(scenario.description).toBe("made up");
    expect(input.title).toBe("Fit of the sample ladder");
    expect(ladderFit(scenario)!.result).toEqual(ladderFit({runs})!.result);
  });

  test("holds the largest run of each recipe, where it was measured", async () => {
    const {scenario} = await made(runsOf({draws: 40}));
    const {taken} = ladderFit({runs: runsOf({draws: 40})})!;
    for (const name of ["old", "new"]) {
      const largest = taken.filter(({recipe}) => recipe === name).reduce((a, b) => (b.C > a.C ? b : a));
      const model = scenario.models.find(({id}) => id === `${name}-largest-run`)!;
      expect(relativeError(model.compute!.value, largest.C)).toBeLessThan(1e-9);
      expect(relativeError(model.score["measure"]!.value, largest.loss)).toBeLessThan(1e-9);
      expect(model).toMatchObject({recipe: name, name: `Largest run of ${name}`, basis: "known"});
    }
    expect(scenario.view).toMatchObject({figure: "gain", subject: "new-target", rivals: ["old-target"]});
    const one = await made(runsOf({recipe: "old", draws: 40}));
    expect(one.scenario.view).toMatchObject({figure: "ladder", subject: "old-target", rivals: []});
  });

  test("has axes of its runs and its target with a little room, so that the curve is no flat line", async () => {
    const runs = runsOf({recipe: "old", draws: 40});
    const {scenario} = await made(runs);
    const {taken} = ladderFit({runs})!;
    const target = solve(scenario, "measure", central)!.models.get("old-target")!;
    const losses = [...taken.map(({loss}) => loss), target.score];
    const [low, high] = scenario.metrics["measure"]!.range!;
    const span = Math.max(...losses) - Math.min(...losses);
    for (const [end, room] of [
      [low, Math.min(...losses) - low],
      [high, high - Math.max(...losses)]
    ] as const) {
      expect(room, String(end)).toBeGreaterThan(0);
      expect(room, String(end)).toBeLessThan(0.1 * span);
    }
    const [from, to] = scenario.view.x!;
    expect(from).toBeLessThan(Math.min(...taken.map(({C}) => C)));
    expect(log10(to)).toBeGreaterThan(target.log10C);
    expect(log10(to)).toBeLessThan(target.log10C + 1);
  });

  test("along a fixed mix keeps the policy", async () => {
    const policy = {tokensPerParameter: {value: 20, written: "20"}} as unknown as Runs["policy"];
    const runs = runsOf({policy, recipe: "old", draws: 40});
    const {scenario, drawn} = await made(runs);
    expect(relativeError(solve(scenario, "measure", central)!.curve.score(22.5), ladderFit({runs})!.curve!.score(22.5))).toBeLessThan(1e-8); // prettier-ignore
    expect(drawn.target.central).toBeGreaterThan(1);
  });

  test("whose floor is 0 leaves it out", async () => {
    const {columns, rows} = runsOf();
    const [C, loss] = [columns.indexOf("C"), columns.indexOf("loss")];
    const bent = rows.map((cells) => cells.map((cell, i) => (i === loss ? 3 - 0.3 * (log10(Number(cells[C])) - 18) - 0.03 * (log10(Number(cells[C])) - 18) ** 2 : cell))); // prettier-ignore
    const runs = runsOf({rows: bent, form: "power-law", recipe: "old", draws: 40});
    const {input, warnings} = await made(runs);
    expect(input.recipes[0]!.curve!["measure"]).toEqual({
      law: "power-law",
      a: expect.any(Number),
      k: expect.any(Number)
    });
    expect(warnings).toEqual([]);
    expect(input.uncertainty!.joint![0]!.inputs).toEqual([
      "recipes.old.curve.measure.a",
      "recipes.old.curve.measure.k"
    ]);
  });

  test("is not made without runs or without a fit", async () => {
    const {drawn} = await made(runsOf({draws: 40}));
    expect(fitScenario({runs: undefined}, ladderFit({runs: runsOf()})!, drawn)).toBeUndefined();
    const none = runsOf({recipe: "old", without: {rows: [], largest: 19}});
    expect(fitScenario({runs: none}, ladderFit({runs: none})!, {...drawn, comparison: undefined})).toBeUndefined();
  });
});

describe("the draws of a scenario that stands on a fit", () => {
  test.each([
    [10, undefined],
    [19, undefined],
    [20, 20],
    [60, 60],
    [1300, 1000]
  ])("%s of them are kept as %s rows, and read", async (draws, rows) => {
    const {input, warnings} = await made(runsOf({draws, recipe: "old", form: "power-law-no-floor"}));
    expect(input.uncertainty?.joint?.[0]?.draws?.length).toBe(rows);
    if (rows !== undefined) expect(input.uncertainty).toMatchObject({seed: 42, draws: Math.max(1000, draws)});
    expect(warnings).toEqual([]);
  });

  test("are kept without those that no file can hold: the scale of a law too steep for numbers", async () => {
    const {columns, rows} = runsOf();
    const [N, loss] = [columns.indexOf("N"), columns.indexOf("loss")];
    // Losses that have nothing to do with compute.
    const odd = rows.map((cells) => cells.map((cell, i) => (i === loss ? 2 + ((Number(cells[N]) / 1e5) % 7) / 10 : cell))); // prettier-ignore
    const found = await made(runsOf({rows: odd, form: "power-law", draws: 60}));
    expect(found.warnings).toEqual([]);
    expect(jointOf(found)!.draws!.length).toBeLessThan(60);
    expect(jointOf(found)!.note).toBe(`Bootstrap over runs: 60 fits, seed 42; ${jointOf(found)!.draws!.length} kept.`);
  });

  test("stand together, row by row, evenly from all", async () => {
    const found = await made(runsOf({draws: 2000, recipe: "old", form: "power-law-no-floor"}));
    const {inputs, draws} = jointOf(found)!;
    expect(inputs).toEqual(["a", "k"].map((letter) => `recipes.old.curve.measure.${letter}`));
    const column = (name: string) => found.drawn.drawn[found.drawn.names.indexOf(name)]!;
    draws!.forEach((row, i) => {
      ["a", "k"].forEach((name, j) => expect(relativeError(row[j]!, column(name)[2 * i]!)).toBeLessThan(1e-9));
    });
  });

  test("give the parameters' intervals again", async () => {
    const found = await made(runsOf({draws: 300, form: "power-law"}));
    const {inputs, draws} = jointOf(found)!;
    expect(inputs).toHaveLength(6);
    if (found.drawn.comparison?.ok !== true) throw new Error("no comparison");
    for (const law of found.drawn.comparison.comparison.laws) {
      for (const letter of ["E", "a", "k"]) {
        const at = inputs.indexOf(`recipes.${law.name}.curve.measure.${letter}`);
        const rows = spreadOf(Float64Array.from(draws!, (row) => row[at]!));
        const {low, high} = spreadOf(law.draws[letter]!);
        expect(relativeError(rows.low, drawnAs(low))).toBeLessThan(1e-8);
        expect(relativeError(rows.high, high)).toBeLessThan(1e-8);
      }
    }
  });

  test.each(["nothing", "exponents-and-floor"] as const)(
    "with %s in common: the scenario's gain and its interval are the comparison's",
    async (sharing) => {
      const runs = runsOf({draws: 400, sharing});
      const level = 2.3;
      const {input, scenario: plain} = await made(runs);
      expect(plain.view.subject).toBe("new-target");
      const read = await readScenario(JSON.stringify({...input, view: {...input.view, level}}));
      if (!read.ok) throw new Error("not read");
      const {scenario} = read;
      const {form, objective} = ladderFit({runs})!.options;
      if (form !== "chinchilla") throw new Error("another form");
      const result = compareLadders(laddersOf(runs), {form, objective, sharing, policy: "compute-optimal", seed: 42, draws: 400, at: [level]}); // prettier-ignore
      if (!result.ok) throw new Error(result.message);
      const expected = result.comparison.gains[0]!.levels.find((row) => row.level === level)!;
      const place = gains(scenario)!.landmarks.findIndex(({kind}) => kind === "level");
      const {gain} = gains(scenario)!.landmarks[place]!;
      expect(gain.kind === "gain" ? Math.abs(gain.log10Gain - expected.log10Gain) : NaN).toBeLessThan(1e-6);
      const {low, high} = gainUncertainty(scenario)!.landmarks[place]!;
      const width = expected.spread!.high - expected.spread!.low;
      // 1,000 of 400 draws drawn anew know a 5 % quantile to about 0.07 of a deviation, 2 % of the width: four of those.
      expect(Math.abs(low - expected.spread!.low)).toBeLessThan(0.08 * width);
      expect(Math.abs(high - expected.spread!.high)).toBeLessThan(0.08 * width);
    }
  );
});

describe("recipes named oddly", () => {
  const long =
    "a recipe whose name goes on and on, as those of automated sweeps do, up to the very last letter there may be: 0123456789";
  test.each([
    ["in another script", {old: "旧", new: "新しい"}, ["recipe-1", "recipe-2"]],
    ["with signs that an id cannot hold", {old: "C4 (orig.)", new: "--RedPajama_v2--"}, ["c4-orig", "redpajama-v2"]],
    ["alike but for case and signs", {old: "Mix A+", new: "mix_a"}, ["mix-a", "mix-a-2"]],
    ["as long as a name may be", {old: long, new: `${long.slice(0, 110)}!`}, [expect.any(String), expect.any(String)]],
    ["as another's model", {old: "x", new: "x-largest-run"}, ["x", "x-largest-run"]]
  ])("%s still make a scenario that is read", async (_, names, ids) => {
    const {scenario, warnings} = await made(named(names));
    expect(scenario.recipes.map(({id}) => id)).toEqual(ids);
    expect(new Set(scenario.recipes.map(({id}) => id)).size).toBe(2);
    expect(warnings).toEqual([]);
    expect(scenario.recipes.map(({name}) => name)).toEqual([names.old, names.new]);
  });

  test("and many: each keeps its draws, though not all fit in one table", async () => {
    const {columns, rows} = runsOf();
    const at = columns.indexOf("recipe");
    // Eighteen times the old recipe, each a little worse than the last.
    const loss = columns.indexOf("loss");
    const many = Array.from({length: 18}, (_, g) => rows.slice(0, 20).map((cells) => cells.map((cell, i) => (i === at ? `r${g}` : i === loss ? Number(cell) * (1 + g / 1000) : cell)))).flat(); // prettier-ignore
    const {input, scenario, warnings} = await made(runsOf({rows: many, draws: 20}));
    expect(warnings).toEqual([]);
    expect(scenario.recipes).toHaveLength(18);
    const addresses = input.uncertainty!.joint!.flatMap(({inputs}) => inputs);
    expect(new Set(addresses).size).toBe(90);
    for (const {inputs} of input.uncertainty!.joint!) expect(inputs.length).toBeLessThanOrEqual(40);
    expect(scenario.view.rivals).toHaveLength(12);
  });
});
