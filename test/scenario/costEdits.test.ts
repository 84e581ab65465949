import {describe, expect, test} from "vitest";
import {withBill, withHardware, withPipeline, withTraining} from "../../src/scenario/costEdits.ts";
import type {CostEdit} from "../../src/scenario/costEdits.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {costs} from "../../src/simulation/cost.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const perTask = await shippedScenario("cost-per-task.json");
const serve = await shippedScenario("serve-a-billion.json");

function done(edit: CostEdit): Scenario {
  if (!edit.ok) throw new Error(edit.message);
  return edit.scenario;
}
const said = (edit: CostEdit) => (edit.ok ? "no refusal" : edit.message);
const numbersOf = (scenario: Scenario, id: string) => costs(scenario)!.numbers.setups.get(id)!;

describe("hardware", () => {
  test("can be another chip, or its peak in another format; MFU and price stay", () => {
    const {training} = done(withHardware(perTask, "training", {chip: "B200", format: "FP8"})).cost!;
    expect(training).toMatchObject({chip: "B200", format: "FP8", mfu: perTask.cost!.training.mfu});
  });

  test("is refused where the chip has no such peak on record, and where there is no such chip", () => {
    expect(said(withHardware(perTask, "training", {chip: "A100", format: "FP8"}))).toBe(
      "No FP8 peak of A100 is on record; on record is BF16"
    );
    expect(said(withHardware(perTask, "training", {chip: "Abacus"}))).toMatch(/^Names no chip whose peak is on record/);
    expect(said(withHardware(perTask, "serving", {chip: "H200"}))).toBe("The scenario holds no costs");
  });
});

describe("a bill", () => {
  test("is refused by the hardware where none serves", () => {
    expect(said(withBill(perTask, "muse-spark", "hardware"))).toBe("Is the hardware, so cost.serving must say which");
  });

  test("can be by price again", () => {
    expect(done(withBill(serve, "maverick", "price")).cost!.setups[1]!.bill).toBe("price");
  });
});

describe("training compute", () => {
  test("from chips and hours begins as it was, and goes back to the model’s", () => {
    const {compute, trainingDollars} = numbersOf(perTask, "llama-4-maverick");
    const run = done(withTraining(perTask, "llama-4-maverick", "chips", compute));
    const now = numbersOf(run, "llama-4-maverick");
    expect(now.compute / compute).toBeCloseTo(1, 12);
    expect(now.trainingDollars / trainingDollars).toBeCloseTo(1, 12);
    expect(run.cost!.setups[0]!.chips!.value).toBe(32000);
    const back = done(withTraining(run, "llama-4-maverick", "model", compute));
    expect(back.cost!.setups[0]).not.toHaveProperty("chips");
    expect(back.cost!.setups[0]).not.toHaveProperty("hours");
  });
});

describe("the pair of the pipeline", () => {
  test("loses a gain that was stated of another pair, and finds it again with its own", () => {
    const other = done(withPipeline(perTask, {from: "llama-4-maverick", to: "gpt-5-4"}, perTask.cost));
    expect(other.cost!.pipeline).toEqual({from: "llama-4-maverick", to: "gpt-5-4"});
    const back = done(withPipeline(other, {from: "llama-4-maverick", to: "muse-spark"}, perTask.cost));
    expect(back.cost!.pipeline).toEqual(perTask.cost!.pipeline);
  });

  test("is refused where it is one setup twice, or none there is", () => {
    expect(said(withPipeline(perTask, {from: "gpt-5-4", to: "gpt-5-4"}, undefined))).toBe(
      'Must be another setup than "gpt-5-4"'
    );
    expect(said(withPipeline(perTask, {from: "gpt-5-4", to: "gpt-5"}, undefined))).toBe(
      'Names no setup: "gpt-5"; did you mean "gpt-5-4"?'
    );
  });
});
