import {describe, expect, test} from "vitest";
import {readRuns} from "../../src/fitting/readRuns.ts";
import {sampleLadder} from "../../src/fitting/sampleLadder.ts";
import type {TableRuns} from "../../src/fitting/tableRuns.ts";
import {addRuns, hasRecipes, runsAndRecipes, runsOfTable} from "../../src/fitting/tableRuns.ts";
import type {Runs} from "../../src/scenario/schema.ts";

function tableOf(text: string): TableRuns {
  const read = readRuns(text);
  if (!read.ok) throw new Error(read.problems[0]?.message);
  return read.runs;
}

function sectionOf(text: string, name = "a.csv"): Runs {
  const result = runsOfTable(tableOf(text), {name});
  if (!result.ok) throw new Error(result.message);
  return result.runs;
}

const rows = (count: number) =>
  Array.from({length: count}, (_, i) => `${7 + i}e7,${1 + i}e9,${3 - i / 100}`).join("\n");
const plain = `params,tokens,loss\n${rows(8)}`;

describe("runs of a table", () => {
  test("the columns that hold something become those of the section, C filled in", () => {
    const {columns, rows: cells, form, recipe, measure} = sectionOf(plain);
    expect(columns).toEqual(["N", "D", "C", "loss"]);
    expect(cells[0]).toEqual([7e7, 1e9, 6 * 7e7 * 1e9, 3]);
    expect([form, recipe, measure]).toEqual(["chinchilla", undefined, "loss"]);
  });

  test.each([
    [6, "chinchilla"],
    [5, "chinchilla-tied"],
    [4, "power-law"],
    [2, "power-law"]
  ])("%i runs are given the form %s, which they can bear", (count, form) => {
    expect(sectionOf(`params,tokens,loss\n${rows(count)}`).form).toBe(form);
  });

  test("runs without a loss are given the form of scores", () => {
    expect(sectionOf("flops,accuracy\n1e20,0.2\n1e21,0.4\n1e22,0.6").form).toBe("logistic");
  });

  test("of several recipes the first is fitted", () => {
    const {runs, statement} = sampleLadder();
    const result = runsOfTable({runs, mapping: {}, comments: statement}, {name: "sample"});
    expect(result.ok && [result.runs.recipe, result.runs.rows.length]).toEqual(["old", 40]);
    expect(result.ok && result.runs.note).toContain("nobody trained them");
    expect(runsAndRecipes(runs)).toBe("40 runs of 2 recipes");
  });

  test("more runs than a scenario holds are refused with the limit and a way out", () => {
    const result = runsOfTable({...tableOf(plain), count: 200_000}, {name: "a"});
    expect(result).toEqual({
      ok: false,
      message:
        "A scenario holds 5,000 runs at most, and there are 200,000. Leave some out by a filter, or fit them with the command: npx ladder fit takes 200,000."
    });
  });
});

describe("runs added to those there are", () => {
  test("each table is a recipe of its own, and the choices of the fit stay", () => {
    const before = {...sectionOf(plain, "old.csv"), delta: 0.01};
    const result = addRuns(before, tableOf(plain), {name: "new.csv", recipe: "new", recipeBefore: "old"});
    if (!result.ok) throw new Error(result.message);
    const {columns, rows: cells, delta, recipe, name} = result.runs;
    expect(columns).toEqual(["recipe", "N", "D", "C", "loss"]);
    expect(cells.map(([own]) => own)).toEqual([...Array(8).fill("old"), ...Array(8).fill("new")]);
    expect(cells[8]?.slice(1)).toEqual(before.rows[0]);
    expect([delta, recipe, name]).toEqual([0.01, "old", "old.csv and new.csv"]);
    expect([hasRecipes(before), hasRecipes(result.runs)]).toEqual([false, true]);
  });

  test("a column that only one of them has is empty for the other", () => {
    const result = addRuns(sectionOf(plain), tableOf("flops,loss\n1e20,3\n1e21,2.8"), {name: "b", recipe: "b"});
    expect(result.ok && result.runs.rows.at(-1)).toEqual(["b", null, null, 1e21, 2.8]);
  });

  test("together they may not be more than a scenario holds", () => {
    const before = {...sectionOf(plain), rows: Array.from({length: 4995}, () => [7e7, 1e9, 4e17, 3])};
    expect(addRuns(before, tableOf(plain), {name: "b"})).toMatchObject({
      ok: false,
      message: expect.stringMatching(/5,000 runs at most, and there are 5,003/) as string
    });
  });
});
