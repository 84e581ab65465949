import {describe, expect, test} from "vitest";
import {drawnComparison} from "../../src/figures/drawnComparison.ts";
import {writeInput} from "../../src/scenario/address.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {shippedScenario} from "../simulation/shipped.ts";
import {sampleScenario} from "./sampleRuns.ts";

const differencesDrawn = (before: Scenario, after: Scenario) => drawnComparison(before, after).differences;
const muse = await shippedScenario("muse-spark.json");
const planned = await shippedScenario("plan-3x.json");
const compute = (scenario: Scenario, ends: {readonly low: number; readonly high: number} | undefined) =>
  writeInput(scenario, "models.muse-spark.compute", {value: 3e25, ...ends, written: ""});
const narrower = compute(muse, {low: 2.9e25, high: 3.1e25});
const asked = (scenario: Scenario): Scenario => ({...scenario, view: {...scenario.view, figure: "sensitivity"}});

describe("what takes draws and differs", () => {
  test("is the interval of the output that the answer begins with, as the answer says it", () => {
    expect(differencesDrawn(muse, narrower)).toEqual([
      {id: "interval.gain.gpt-5-4", name: "90 % of gain against GPT-5.4", was: "0.04× to 25×", now: "0.09× to 7.7×"}
    ]);
    expect(differencesDrawn(muse, muse)).toEqual([]);
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
    expect(differencesDrawn(known, still)[0]?.now).toBe("no interval");
  });

  test("is of the sensitivity also the part of the input that most of it hangs on, then or now", () => {
    const [interval, now, then] = differencesDrawn(asked(muse), asked(narrower));
    expect(interval?.id).toBe("interval.gain.gpt-5-4");
    expect(now?.name).toMatch(/^part of the .+ in what is not known$/);
    expect([now?.was, now?.now].every((words) => /^(under )?\d+ %$/.test(words ?? ""))).toBe(true);
    expect(Number.parseFloat(now?.now ?? "")).toBeGreaterThan(Number.parseFloat(now?.was ?? ""));
    expect(then === undefined || then.id !== now?.id).toBe(true);
  });

  test("is of a fit the interval of what the law says at the target, with forms and parameters beside it", () => {
    const [then, now] = [sampleScenario({draws: 100}), sampleScenario({draws: 100, form: "power-law"})];
    const {differences, before} = drawnComparison(then, now);
    expect(differences.map(({id, name}) => [id, name])).toEqual([["interval.fit.level", "90 % of loss by the law"]]);
    expect(differences[0]?.was).toMatch(/^\d\.\d+ to \d\.\d+$/);
    expect(differences[0]?.now).not.toBe(differences[0]?.was);
    expect(before.forms?.map(({form}) => form).sort()).toEqual([
      "chinchilla",
      "chinchilla-tied",
      "power-law",
      "power-law-no-floor"
    ]);
    expect(before.parameters?.["alpha"]).toMatch(/^0\.\d+ to 0\.\d+$/);
    expect(drawnComparison(then, {...then, title: "Another"})).toEqual({differences: [], before: {}});
  });

  test("is of a fit that cannot be made that there was none", () => {
    const none = sampleScenario({rows: [["a", "old", 1e8, 1e9, 3]]});
    expect(differencesDrawn(none, sampleScenario({draws: 20})).map(({was}) => was)).toEqual(["not there"]);
  });

  test("is of a plan what simulated ladders tell, those of its table too", () => {
    const noisier = writeInput(planned, "plan.noise", {value: 0.006, written: 0.006});
    const few = (scenario: Scenario): Scenario => ({...scenario, uncertainty: {...scenario.uncertainty, draws: 200}});
    const {differences, before} = drawnComparison(few(planned), few(noisier));
    expect(differences.map(({id}) => id)).toEqual(["plan.simulated.power", "plan.simulated.interval"]);
    expect(differences[0]?.was).toMatch(/^8\d %$/);
    expect(before.told?.[0]).toBe(differences[0]?.was);
    expect(drawnComparison(planned, {...planned, title: "Another"}).differences).toEqual([]);
  });

  test("of the baseline is asked for by itself, so that it may be remembered", () => {
    const sides: Scenario[] = [];
    drawnComparison(muse, narrower, (scenario) => {
      sides.push(scenario);
      return {findings: [], tables: {}};
    });
    expect(sides).toEqual([muse, narrower]);
  });

  test("of the sensitivity has the shares of before for the table", () => {
    const {before} = drawnComparison(asked(muse), asked(narrower));
    expect(before.shares?.length).toBeGreaterThan(1);
    expect(drawnComparison(muse, narrower).before).toEqual({});
  });
});
