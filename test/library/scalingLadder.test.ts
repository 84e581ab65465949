import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {parseScenario, renderSvg, simulate, writeScenario} from "../../src/library/scalingLadder.ts";
import type {Scenario} from "../../src/library/scalingLadder.ts";

const text = readFileSync("scenarios/muse-spark.json", "utf8");

async function museSpark(): Promise<Scenario> {
  const read = await parseScenario(text);
  if (!read.ok) throw new Error("not read");
  return read.scenario;
}

test("parseScenario gives problems with their places and never throws", async () => {
  expect(await parseScenario('{\n"version": 1,')).toMatchObject({ok: false, problems: [{line: 2}]});
  expect((await parseScenario(writeScenario(await museSpark()))).ok).toBe(true);
});

test("simulate gives the same bits for the same seed, others for others, and leaves the scenario as it was", async () => {
  const scenario = await museSpark();
  const before = JSON.stringify(scenario);
  const once = simulate(scenario, {view: "ladder", draws: 200, seed: 3});
  expect(simulate(scenario, {view: "ladder", draws: 200, seed: 3}).uncertainty).toEqual(once.uncertainty);
  expect(simulate(scenario, {view: "ladder", draws: 200, seed: 4}).uncertainty).not.toEqual(once.uncertainty);
  expect(once.uncertainty.ladder).toMatchObject({draws: 200, seed: 3});
  expect(JSON.stringify(scenario)).toBe(before);
});

test("renderSvg writes the golden figure without a word about how", async () => {
  expect(await renderSvg(await museSpark())).toBe(readFileSync("test/golden/muse-spark.svg", "utf8"));
});

test("simulate and renderSvg refuse what is out of range, with the value", async () => {
  const scenario = await museSpark();
  expect(() => simulate(scenario, {draws: 3})).toThrow("invalid draws; not a whole number in [100, 100000]: 3");
  expect(() => simulate(scenario, {seed: -1})).toThrow("invalid seed; not a whole number in [0, 4294967295]: -1");
  await expect(renderSvg(scenario, {width: 9})).rejects.toThrow("invalid width; not a whole number in [320, 4000]: 9");
  await expect(renderSvg(scenario, {height: NaN})).rejects.toThrow("invalid height");
});
