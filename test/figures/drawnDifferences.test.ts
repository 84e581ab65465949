import {describe, expect, test} from "vitest";
import {drawnDifferences} from "../../src/figures/drawnDifferences.ts";
import {writeInput} from "../../src/scenario/address.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {shippedScenario} from "../simulation/shipped.ts";
import {sampleScenario} from "./sampleRuns.ts";

const muse = await shippedScenario("muse-spark.json");
const planned = await shippedScenario("plan-3x.json");
const compute = (scenario: Scenario, ends: {readonly low: number; readonly high: number} | undefined) =>
  writeInput(scenario, "models.muse-spark.compute", {value: 3e25, ...ends, written: ""});
const narrower = compute(muse, {low: 2.9e25, high: 3.1e25});
const asked = (scenario: Scenario): Scenario => ({...scenario, view: {...scenario.view, figure: "sensitivity"}});

describe("what takes draws and differs", () => {
  test("is the interval of the output that the answer begins with, as the answer says it", () => {
    expect(drawnDifferences(muse, narrower)).toEqual([
      {id: "interval.gain.gpt-5-4", name: "90 % of gain against GPT-5.4", was: "0.04× to 25×", now: "0.09× to 7.7×"}
    ]);
    expect(drawnDifferences(muse, muse)).toEqual([]);
  });

  test("is that there is none any more where nothing is uncertain", () => {
    const known = {...muse, uncertainty: {...muse.uncertainty, draws: 50}};
    const still = {
      ...known,
      models: known.models.map((model) => ({...model, compute: {value: 3e25, written: 3e25}})),
      recipes: known.recipes.map((recipe) => ({
        ...recipe,
        ...(recipe.curve === undefined
          ? {}
          : {curve: {"aa-index": {law: "log-linear", through: "llama-4-maverick", slope: {value: 9, written: 9}}}})
      }))
    } as Scenario;
    expect(drawnDifferences(known, still)[0]?.now).toBe("no interval");
  });

  test("is of the sensitivity also the part of the input that most of it hangs on, then or now", () => {
    const [interval, now, then] = drawnDifferences(asked(muse), asked(narrower));
    expect(interval?.id).toBe("interval.gain.gpt-5-4");
    expect(now?.name).toMatch(/^part of the .+ in what is not known$/);
    expect([now?.was, now?.now].every((words) => /^(under )?\d+ %$/.test(words ?? ""))).toBe(true);
    expect(Number.parseFloat(now?.now ?? "")).toBeGreaterThan(Number.parseFloat(now?.was ?? ""));
    expect(then === undefined || then.id !== now?.id).toBe(true);
  });

  test("is nothing of a plan, whose inputs nobody draws, nor of a fit", () => {
    expect(drawnDifferences(planned, writeInput(planned, "plan.noise", {value: 0.006, written: 0.006}))).toEqual([]);
    expect(drawnDifferences(sampleScenario(), sampleScenario({form: "power-law"}))).toEqual([]);
  });
});
