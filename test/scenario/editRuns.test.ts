import {expect, test} from "vitest";
import {sampleLadder} from "../../src/fitting/sampleLadder.ts";
import {runsOfTable} from "../../src/fitting/tableRuns.ts";
import {readInput, writeInput} from "../../src/scenario/address.ts";
import * as edit from "../../src/scenario/editRuns.ts";
import {emptyScenario} from "../../src/scenario/emptyScenario.ts";
import type {Scenario} from "../../src/scenario/schema.ts";

const section = runsOfTable({runs: sampleLadder().runs, mapping: {}, comments: []}, {name: "sample"});
if (!section.ok) throw new Error(section.message);
const start: Scenario = {...emptyScenario(), runs: section.runs};

test("a run is switched off and on again, and says which", () => {
  const off = edit.switchRun(start, 12);
  expect(off.label).toBe("run 12 switched off");
  expect(edit.switchRun(off.scenario, 3).scenario.runs?.without.rows).toEqual([3, 12]);
  const on = edit.switchRun(off.scenario, 12);
  expect([on.label, on.scenario.runs?.without.rows]).toEqual(["run 12 switched on", []]);
  expect(edit.switchAllOn(off.scenario).scenario.runs?.without).toEqual({rows: [], largest: 0});
});

test("a row that is not there changes nothing", () => {
  expect(edit.switchRun(start, 41).scenario).toBe(start);
  expect(edit.switchRun(emptyScenario(), 1).scenario.runs).toBeUndefined();
});

test("choices of the fit are steps of their own, the rows the same object", () => {
  const {scenario} = edit.setPolicy(start, 20);
  expect(scenario.runs?.policy).toEqual({tokensPerParameter: {value: 20, written: 20}});
  expect(edit.setPolicy(scenario, undefined).scenario.runs?.policy).toBe("compute-optimal");
  expect(scenario.runs?.rows).toBe(start.runs?.rows);
  expect(edit.leaveOutLargest(start, 5)).toMatchObject({
    label: "5 of the largest losses left out",
    scenario: {runs: {without: {rows: [], largest: 5}}}
  });
  expect(edit.setBootstrap(start, {seed: 3})).toMatchObject({label: "seed of the fit", scenario: {runs: {seed: 3}}});
  expect(edit.setBootstrap(start, {draws: 9})).toMatchObject({label: "draws of the fit", scenario: {runs: {draws: 9}}});
});

test("a recipe, a hold-out and the runs themselves can be taken away again", () => {
  const chosen = edit.chooseRecipe(start, "new").scenario;
  expect(chosen.runs?.recipe).toBe("new");
  expect("recipe" in (edit.chooseRecipe(chosen, undefined).scenario.runs ?? {})).toBe(false);
  const held = edit.setHoldOut(start, 1e20).scenario;
  expect(held.runs?.holdOut).toEqual({value: 1e20, written: 1e20});
  expect("holdOut" in (edit.setHoldOut(held, undefined).scenario.runs ?? {})).toBe(false);
  expect("runs" in edit.setRuns(start, undefined, "runs removed").scenario).toBe(false);
});

test("target and hold-out are inputs with an address", () => {
  expect(readInput(start, "runs.target")).toBeUndefined();
  const next = writeInput(start, "runs.target", {value: 1e24, written: "1e24"});
  expect(readInput(next, "runs.target")?.value).toBe(1e24);
  expect(writeInput(emptyScenario(), "runs.target", {value: 1, written: 1}).runs).toBeUndefined();
});

test("a run is called by its row and its name", () => {
  expect(edit.runName(section.runs, 1)).toBe("run 1, old-1e18-1");
  expect(edit.runName({...section.runs, columns: []}, 1)).toBe("run 1");
});
