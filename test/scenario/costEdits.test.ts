import {describe, expect, test} from "vitest";
import {chips} from "../../src/scenario/chips.ts";
import {loadLedger} from "../../src/scenario/ledger.ts";
import {withAddedInput, withBill, withHardware, withPipeline, withTraining} from "../../src/scenario/costEdits.ts";
import type {CostEdit} from "../../src/scenario/costEdits.ts";
import {readInput} from "../../src/scenario/address.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {headlineOfView} from "../../src/scenario/viewInputs.ts";
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
  test("can be another chip at its own price, or its peak in another format; the MFU stays", () => {
    const {training} = done(withHardware(perTask, "training", {chip: "B200", format: "FP8"})).cost!;
    expect(training).toMatchObject({chip: "B200", format: "FP8", mfu: perTask.cost!.training.mfu});
    expect(training.price).toEqual({value: 6.03, written: 6.03});
    expect(training.evidence).toEqual({price: ["b200-price-hour"]});
    const {training: inFp8} = done(withHardware(perTask, "training", {format: "FP8"})).cost!;
    expect(inFp8).toEqual({...perTask.cost!.training, format: "FP8"});
  });

  test("has the prices of the ledger, per chip", async () => {
    const {figures} = await loadLedger();
    for (const {name, price} of chips.filter((chip) => chip.price !== undefined)) {
      const entry = figures.find(({id}) => id === price!.evidence)!;
      const perChip = name === "GB200" ? 2 : 1;
      expect(entry.quantity, name).toBe("gpu-price-hour");
      if (entry.value !== null) expect(price!.value * perChip, name).toBe(entry.value);
      else expect(price!.value, name).toBeCloseTo(Math.sqrt(entry.low! * entry.high!), 2);
      if (name !== "B200" && name !== "GB200") expect([price!.low, price!.high], name).toEqual([entry.low, entry.high]);
    }
  });

  test("without a price on record keeps the one that is set, as an assumption, and finds the original’s again", () => {
    const {training} = perTask.cost!;
    const other = done(withHardware(perTask, "training", {chip: "TPU v5p"}, perTask.cost));
    expect(other.cost!.training.price).toBe(training.price);
    expect(other.cost!.training).not.toHaveProperty("evidence");
    const b200 = done(withHardware(other, "training", {chip: "B200"}, perTask.cost));
    expect(done(withHardware(b200, "training", {chip: "H100"}, perTask.cost)).cost!.training).toEqual(training);
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
  test("by the hardware is that of training at an assumed MFU where none serves", () => {
    const {cost} = done(withBill(perTask, "llama-4-maverick", "hardware"));
    expect(cost!.setups[0]!.bill).toBe("hardware");
    expect(cost!.serving).toMatchObject({chip: "H100", format: "BF16", price: perTask.cost!.training.price});
    expect(cost!.serving!.mfu).toMatchObject({value: 0.1, low: 0.03, high: 0.3});
    expect(cost!.serving!.evidence).toEqual({price: ["h100-price-hour"]});
  });

  test("by the hardware is refused while the parameters are not known, and taken once they are set", () => {
    expect(said(withBill(perTask, "muse-spark", "hardware"))).toBe(
      "The active parameters of Muse Spark are not known: add them first, as an assumption"
    );
    const sized = done(withAddedInput(perTask, "muse-spark", "parameters"));
    expect(numbersOf(done(withBill(sized, "muse-spark", "hardware")), "muse-spark").servingDollars).toBeGreaterThan(0);
  });

  test("can be by price again", () => {
    expect(done(withBill(serve, "maverick", "price")).cost!.setups[1]!.bill).toBe("price");
  });
});

describe("an input that is added", () => {
  test("is an assumption among those the view begins with", () => {
    const added = done(withAddedInput(perTask, "muse-spark", "pace"));
    expect(readInput(added, "cost.setups.muse-spark.pace")).toEqual({value: 60, written: 60});
    expect(headlineOfView(added, "cost")[0]).toMatchObject({
      address: "cost.setups.muse-spark.pace",
      group: "Assumptions",
      evidence: []
    });
    expect(numbersOf(added, "muse-spark").seconds).toBeCloseTo(58_369_032 / 60, 3);
  });

  test("leaves one that is there as it is", () => {
    const pace = serve.cost!.setups[0]!.pace!;
    expect(readInput(done(withAddedInput(serve, "optimal", "pace")), "cost.setups.optimal.pace")).toBe(pace);
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
