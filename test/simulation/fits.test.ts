import {describe, expect, test} from "vitest";
import {fitLaw} from "../../src/fitting/fitLaw.ts";
import {predict} from "../../src/fitting/fit.ts";
import {allocationOf} from "../../src/fitting/lawCurve.ts";
import {effectiveAmount} from "../../src/laws/dataConstrained.ts";
import {muennighoff2023Repetition} from "../../src/laws/published.ts";
import {log10} from "../../src/numerics/exp.ts";
import {fitForms} from "../../src/scenario/fitChoices.ts";
import type {Runs} from "../../src/scenario/schema.ts";
import {curveOf, fitOptionsOf, ladderFit, laddersOf, policyOf, recipesOf, rungsOf} from "../../src/simulation/fits.ts";
import {relativeError} from "../numerics/relative.ts";
import {runsOf, scoredRuns} from "./scoredRuns.ts";

/** Rows of a few quantities. */
const table = (columns: Runs["columns"], rows: Runs["rows"], change: Partial<Runs> = {}): Runs => ({...runsOf(), columns, rows, ...change}); // prettier-ignore

describe("the rungs of a scenario", () => {
  test("are its rows in their order, by their columns", () => {
    const rungs = rungsOf(runsOf());
    expect(rungs).toHaveLength(40);
    rungs.forEach(({row, name, recipe, N, D, C, loss, score, out}, i) => {
      const run = scoredRuns[i]!;
      expect({row, name, recipe, N, D, C, loss, score, out}).toEqual({row: i + 1, name: run.name, recipe: run.recipe, N: run.N, D: run.D, C: run.C, loss: run.loss, score: run.score, out: undefined}); // prettier-ignore
    });
    expect(recipesOf(rungs)).toEqual(["old", "new"]);
  });

  test("fill in what 6ND = C leaves out", () => {
    const runs = table(["N", "D", "C", "loss"], [[1e9, 2e10, null, 3], [1e9, null, 1.2e20, 3], [null, 2e10, 1.2e20, 3], [1e9, 2e10, 9e19, 3], [1e9, null, null, 3]]); // prettier-ignore
    const rungs = rungsOf(runs);
    for (const {N, D, C} of rungs.slice(0, 3)) expect({N, D, C}).toEqual({N: 1e9, D: 2e10, C: 1.2e20});
    expect(rungs[3]).toMatchObject({N: 1e9, D: 2e10, C: 9e19});
    expect(rungs[4]).toMatchObject({N: 1e9, D: NaN, C: NaN, score: NaN, name: "", recipe: ""});
  });

  test("say why they take no part, the first reason first", () => {
    const {rows} = runsOf();
    const rungs = rungsOf(runsOf({without: {rows: [3, 22], largest: 2}, recipe: "new"}));
    expect(rungs.filter(({out}) => out === "switched off").map(({row}) => row)).toEqual([3, 22]);
    expect(rungs.filter(({out, recipe}) => out === "other recipe" && recipe === "old")).toHaveLength(19);
    const taking = rungs.filter(({recipe, row}) => recipe === "new" && row !== 22);
    const largest = [...taking].sort((a, b) => b.loss - a.loss).slice(0, 2);
    expect(rungs.filter(({out}) => out === "largest loss").map(({row}) => row).sort()).toEqual(largest.map(({row}) => row).sort()); // prettier-ignore
    expect(rungs.filter(({out}) => out === undefined)).toHaveLength(rows.length - 20 - 1 - 2);
  });

  test("of equal losses leave in the order of their rows", () => {
    const runs = table(["N", "D", "loss"], [[1e9, 2e10, 3], [2e9, 2e10, 4], [3e9, 2e10, 4], [4e9, 2e10, 4]], {without: {rows: [], largest: 2}}); // prettier-ignore
    expect(rungsOf(runs).map(({out}) => out)).toEqual([undefined, "largest loss", "largest loss", undefined]);
  });

  test("that saw tokens again count what they were worth, or as many as they saw", () => {
    const rows: Runs["rows"] = [[1e9, 4e10, 1e10, 3], [1e9, 4e10, 4e10, 3], [1e9, 4e10, null, 3], [1e9, 4e10, 9e10, 3]]; // prettier-ignore
    const columns: Runs["columns"] = ["N", "D", "unique", "loss"];
    const [worth, fresh] = (["worth", "fresh"] as const).map((repeats) => rungsOf(table(columns, rows, {repeats})));
    expect(worth!.map(({D}) => D)).toEqual([effectiveAmount(4e10, 1e10, muennighoff2023Repetition.tokens), 4e10, 4e10, 4e10]); // prettier-ignore
    expect(worth![0]!.D).toBeLessThan(4e10);
    expect(worth![0]!.D).toBeGreaterThan(3e10);
    expect(fresh!.map(({D}) => D)).toEqual([4e10, 4e10, 4e10, 4e10]);
    for (const {C} of [...worth!, ...fresh!]) expect(C).toBe(2.4e20);
  });
});

describe("the fit of a scenario", () => {
  test.each(fitForms)("%s: is that of the rungs that take part, and its curve gives its numbers", (form) => {
    const runs = runsOf({form, without: {rows: [1], largest: 3}, recipe: "old"});
    const {taken, options, result, curve, policy, span} = ladderFit({runs})!;
    expect(taken).toHaveLength(16);
    expect(result).toEqual(fitLaw(taken, options));
    if (!result.ok) throw new Error(result.message);
    const {parameters} = result.fit;
    for (const C of [1e18, 3e21, 1e25]) {
      const spent = {C, ...allocationOf(form, parameters, policy, C)};
      expect(relativeError(curve!.score(log10(C)), predict(form, parameters, spent)), `at ${C}`).toBeLessThan(1e-9);
    }
    expect(span).toEqual([Math.min(...taken.map(({C}) => C)), Math.max(...taken.map(({C}) => C))]);
  });

  test("along a fixed mix of tokens and parameters is the law there", () => {
    const policy = {tokensPerParameter: {value: 20, written: "20"}} as unknown as Runs["policy"];
    const {result, curve, policy: split} = ladderFit({runs: runsOf({policy})})!;
    if (!result.ok) throw new Error(result.message);
    expect(split).toEqual({tokensPerParameter: 20});
    expect(policyOf(runsOf())).toBe("compute-optimal");
    const expected = predict("chinchilla", result.fit.parameters, {N: 1e10, D: 2e11, C: 1.2e22});
    expect(relativeError(curve!.score(log10(1.2e22)), expected)).toBeLessThan(1e-12);
  });

  test("is made once for the same runs, anew for others, and not at all without", () => {
    const runs = runsOf();
    expect(ladderFit({runs})).toBe(ladderFit({runs}));
    expect(ladderFit({runs: {...runs}})).not.toBe(ladderFit({runs}));
    expect(ladderFit({runs: undefined})).toBeUndefined();
  });

  test("that cannot be made says why and still shows its rungs", () => {
    const found = ladderFit({runs: runsOf({without: {rows: [], largest: 38}})})!;
    expect(found).toMatchObject({result: {ok: false}, curve: undefined});
    expect(found.rungs).toHaveLength(40);
    expect(found.span[0]).toBeGreaterThan(0);
    expect(ladderFit({runs: table(["loss"], [[3]])})!.span).toEqual([Infinity, 0]);
  });

  test("takes form, objective, delta and anchor as the scenario says", () => {
    expect(fitOptionsOf(runsOf({objective: "huber", delta: 0.01, anchor: false, form: "two-step"}))).toEqual({
      form: "two-step",
      objective: {kind: "huber", delta: 0.01},
      scoreRange: [0, 1],
      anchor: false
    });
    expect(fitOptionsOf(runsOf({objective: "lad"})).objective).toEqual({kind: "lad"});
  });

  test("two steps give a curve of scores between the ends of the second", () => {
    const {result, curve} = ladderFit({runs: runsOf({form: "two-step"})})!;
    if (!result.ok) throw new Error(result.message);
    const {a = NaN, b = NaN} = result.fit.parameters;
    expect(curve).toEqual(expect.objectContaining({score: expect.any(Function)}));
    expect(curveOf("two-step", result.fit.parameters, "compute-optimal").score(20)).toBe(curve!.score(20));
    expect(curve!.score(5)).toBeGreaterThanOrEqual(Math.min(b, a + b) - 1e-12);
    expect(curve!.score(40)).toBeLessThanOrEqual(Math.max(b, a + b) + 1e-12);
    expect(curve!.score(24)).toBeGreaterThan(curve!.score(18));
  });
});

describe("the ladders of a scenario", () => {
  test("are its recipes, the reference first, whatever recipe is looked at", () => {
    const ladders = laddersOf(runsOf({recipe: "new", without: {rows: [2], largest: 0}}));
    expect(ladders.map(({name, runs}) => [name, runs.length])).toEqual([["old", 19], ["new", 20]]); // prettier-ignore
    expect(laddersOf(runsOf({reference: "new"})).map(({name}) => name)).toEqual(["new", "old"]);
    expect(laddersOf(runsOf({reference: "nobody's"})).map(({name}) => name)).toEqual(["old", "new"]);
    expect(laddersOf(table(["N", "D", "loss"], [[1e9, 2e10, 3]]))).toEqual([]);
  });
});
