import {describe, expect, test} from "vitest";
import {readInput, writeInput} from "../../src/scenario/address.ts";
import {inputAt, inputsOf} from "../../src/scenario/inputList.ts";
import {formatPath} from "../../src/scenario/places.ts";
import {readScenario} from "../../src/scenario/read.ts";
import {checkScenario} from "../../src/scenario/check.ts";
import {shippedScenario} from "../simulation/shipped.ts";

/** What is said of a scenario whose plan has these keys. */
async function saidOf(keys: Record<string, unknown>): Promise<readonly string[]> {
  const base = {gain: 3, target: 1e25, noise: 0.005, budget: 3e20, smallest: 1e18, largest: 1e21};
  const document = {
    version: 1,
    title: "t",
    metrics: {loss: {name: "Loss", better: "lower"}},
    reference: "a",
    recipes: [{id: "a", name: "A", curve: {loss: {law: "chinchilla", parameters: "besiroglu2024"}}}],
    models: [],
    plan: {...base, ...keys}
  };
  const read = await readScenario(JSON.stringify(document));
  return read.ok
    ? checkScenario(read.scenario).map(({path, message}) => `${formatPath(path)} ${message}`)
    : read.problems.map(({path, message}) => `${path} ${message}`);
}

const open = {budget: undefined, smallest: undefined, largest: undefined};

describe("a ladder plan in a scenario", () => {
  test("is sound as shipped", async () => expect(await saidOf({})).toEqual([]));

  test.each([
    [{target: 1e20}, "plan.target must lie above the ladder, which reaches 1.0×10^21 FLOP, got 1.0×10^20 FLOP"],
    [{noise: 0}, "plan.noise must be greater than 0, got 0"],
    [{noise: undefined}, "plan.noise is missing, and the scenario has no runs to measure it by"],
    [{noise: {low: 0.001, high: 0.01}}, "plan.noise must be one number, not an interval"],
    [{rungs: 1}, "plan.rungs must be a whole number of rungs from 2 to 60, got 1"],
    [{rungs: 2.5}, "plan.rungs must be a whole number of rungs from 2 to 60, got 2.5"],
    [{seeds: 0.5}, "plan.seeds must be a whole number of seeds from 1 to 1,000, got 0.5"],
    [{budget: 3e18}, "plan.budget must pay for two rungs of each recipe: 4.0×10^18 FLOP at least, got 3.0×10^18 FLOP"],
    [{largest: 1e17}, "plan.largest must be above the smallest rung, 1.0×10^18 FLOP, got 1.0×10^17 FLOP"],
    [{dollars: 1000}, "plan.dollars is a second budget beside budget; give one"],
    [
      {budget: undefined},
      "plan needs a budget: budget (FLOP), gpuHours or dollars; or published, a ladder to take apart"
    ],
    [{gain: 1}, "plan.gain must be greater than 0 and not 1, got 1"],
    [{gain: "2 to 4"}, "plan.gain must be one number, not an interval: a plan is for one case"],
    [{confidence: 1}, "plan.confidence must lie between 0 and 1, both excluded, got 1"],
    [{power: 0}, "plan.power must lie between 0 and 1, both excluded, got 0"],
    [{growth: 2, gainForm: "constant"}, "plan.growth needs a law that allows it"],
    [{growth: 0.05}, "plan.growth must be greater than 0.1, got 0.05"],
    [{law: "fitted"}, "plan.law is that of fitted runs, and the scenario has none"],
    [{claim: "x"}, 'plan.claim names no claim: "x"'],
    [{published: "fitted", ...open}, "plan.published needs the scenario’s runs, and it has none"],
    [{published: [{parameters: 1e9}], ...open}, "plan.published[0].parameters needs tokens beside it"],
    [{published: [{tokens: 1e9}], ...open}, "plan.published[0].tokens needs parameters beside it"],
    [{published: [{seeds: 1}], ...open}, "plan.published[0] needs compute, or parameters and tokens"],
    [
      {published: [{compute: 1e19}, {compute: 1e20, recipe: "new"}], ...open},
      "plan.published must hold two rungs of the reference recipe at least, got 1: one shows no law"
    ],
    [
      {hardware: {chip: "H1", format: "BF16", mfu: 0.4, price: 2}},
      'plan.hardware.chip names no chip whose peak is on record: "H1"'
    ],
    [
      {hardware: {chip: "A100", format: "FP8", mfu: 0.4, price: 2}},
      "plan.hardware.format no FP8 peak of A100 is on record"
    ]
  ])("is refused with a sentence at its field: %j", async (keys, message) => {
    expect(await saidOf(keys)).toContain(message);
  });

  test("has inputs with addresses, in a group of their own", async () => {
    const scenario = await shippedScenario("plan-3x.json");
    const own = inputsOf(scenario).filter(({group}) => group === "Ladder plan");
    expect(own.map(({address}) => address)).toEqual([
      "plan.gain",
      "plan.target",
      "plan.noise",
      "plan.budget",
      "plan.smallest",
      "plan.largest",
      "plan.rungs",
      "plan.seeds",
      "plan.hardware.mfu",
      "plan.hardware.price"
    ]);
    expect(inputAt(scenario, "plan.noise")).toMatchObject({label: "Noise between seeds", placed: true});
    const changed = writeInput(scenario, "plan.hardware.price", {value: 5, written: 5});
    expect(readInput(changed, "plan.hardware.price")?.value).toBe(5);
  });
});
