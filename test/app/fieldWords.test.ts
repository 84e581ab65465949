import {describe, expect, test} from "vitest";
import {fieldText, intervalRuns, intervalText, plainText, unitRuns} from "../../src/app/controls/fieldText.ts";
import {readField, readInterval} from "../../src/app/controls/readField.ts";
import {rowRemark} from "../../src/app/controls/rowRemark.ts";
import {writeInput} from "../../src/scenario/address.ts";
import {inputAt, inputsOf} from "../../src/scenario/inputList.ts";
import type {Input} from "../../src/scenario/inputList.ts";
import {moveTo} from "../../src/scenario/address.ts";
import {sectionFault} from "../../src/scenario/sectionFault.ts";
import {withOptions} from "../../src/cli/setInput.ts";
import {shippedFiles} from "../scenario/shippedFiles.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const inputOf = async (file: string, address: string): Promise<Input> => inputAt(await shippedScenario(file), address)!;

/** What stands in a field and behind it, as one reads it. */
function displayed({quantity, kind}: Input): readonly string[] {
  const text = fieldText(quantity, kind.quantity);
  const behind = plainText(unitRuns(quantity, kind));
  return [text, `${text} ${behind}`, ...(/^[\d.,]+$/.test(text) ? [`${text}${behind}`] : [])];
}

/** Digits that a field leaves out: it shows three at least. */
const shownDigits = 0.005;

test.each(shippedFiles)("what a field of %s shows is taken back as the same quantity", async (file) => {
  for (const input of inputsOf(await shippedScenario(file))) {
    const {quantity, kind, address} = input;
    for (const text of displayed(input)) {
      const read = readField(text, quantity, kind);
      expect(read.ok || read.message, `${address}: ${text}`).toBe(true);
      if (!read.ok) continue;
      const {value, low, high, bound} = read.value;
      expect(Math.abs(value - quantity.value), `${address}: ${text}`).toBeLessThanOrEqual(
        shownDigits * Math.abs(quantity.value)
      );
      expect({low, high, bound}, `${address}: ${text}`).toEqual({
        low: quantity.low,
        high: quantity.high,
        bound: quantity.bound
      });
      expect(fieldText(read.value, kind.quantity).replace(/ .*/, "")).toBe(
        fieldText(quantity, kind.quantity).replace(/ .*/, "")
      );
    }
  }
});

test.each(shippedFiles)("what an interval of %s shows is taken back as the same interval", async (file) => {
  for (const {quantity, kind, address} of inputsOf(await shippedScenario(file))) {
    if (quantity.low === undefined || kind.quantity === "count") continue;
    for (const text of [intervalText(quantity, kind.quantity), plainText(intervalRuns(quantity, kind.quantity))]) {
      const read = readInterval(text, quantity, kind);
      expect(read.ok || read.message, `${address}: ${text}`).toBe(true);
      if (!read.ok) continue;
      for (const end of ["low", "high"] as const) {
        expect(Math.abs(read.value[end]! / quantity[end]! - 1), `${address}: ${text}`).toBeLessThan(0.05);
      }
    }
  }
});

test("a bound is taken back by the words behind it", async () => {
  const {quantity, kind} = await inputOf("pretraining-claim.json", "recipes.new.gain");
  for (const text of ["10x or more", "10× or more", "over 10x", "10x and more"]) {
    expect(readField(text, quantity, kind)).toMatchObject({ok: true, value: {value: 10, bound: "over"}});
  }
  expect(readField("10x or less", quantity, kind)).toMatchObject({ok: true, value: {value: 10, bound: "under"}});
});

describe("an MFU is written as its hint, its source and its unit write it", () => {
  test.each([
    ["40 % of BF16 peak", 0.4],
    ["39.4% of BF16 peak", 0.394],
    ["0.4 of peak", 0.4],
    ["40% of peak", 0.4],
    ["40% MFU", 0.4],
    ["0.4 MFU of BF16 peak", 0.4],
    ["40% of the dense bfloat16 peak", 0.4]
  ])("%s", async (text, value) => {
    const {quantity, kind} = await inputOf("cost-per-task.json", "cost.training.mfu");
    const read = readField(text, quantity, kind);
    expect(read).toMatchObject({ok: true, value: {value, low: 0.25, high: 0.45}});
    if (read.ok) expect(plainText(unitRuns(read.value, kind))).toBe(text.endsWith("16 peak") ? "" : "of peak");
  });

  test.each([
    ["cost.training.mfu", "BF16", "FP8"],
    ["cost.serving.mfu", "FP8", "BF16"]
  ])("of another number format %s is refused", async (address, own, other) => {
    const scenario = await shippedScenario("serve-a-billion.json");
    const {quantity, kind} = inputAt(scenario, address)!;
    const read = readField(`20% of ${other} peak`, quantity, kind);
    if (!read.ok) throw new Error(read.message);
    expect(sectionFault(scenario, writeInput(scenario, address, read.value))).toBe(
      `is written of the ${other} peak, and this MFU is of the ${own} peak; write it of the ${own} peak`
    );
    await expect(withOptions(scenario, {set: [`${address}=20% of ${other} peak`]})).rejects.toThrow(
      `is written of the ${other} peak`
    );
    await expect(withOptions(scenario, {set: [`${address}=20% of ${own} peak`]})).resolves.toBeDefined();
  });

  test("of a sparse peak, or of a plan’s other format, it is refused with a sentence", async () => {
    const plan = await shippedScenario("plan-3x.json");
    const {quantity, kind} = inputAt(plan, "plan.hardware.mfu")!;
    expect(readField("40% of sparse BF16 peak", quantity, kind)).toMatchObject({
      ok: false,
      message: /dense/
    });
    const read = readField("40% of FP8 peak", quantity, kind);
    if (!read.ok) throw new Error(read.message);
    expect(sectionFault(plan, writeInput(plan, "plan.hardware.mfu", read.value))).toMatch(/BF16 peak/);
  });
});

describe("a field has one sentence about its bounds, true for every wrong number", () => {
  test.each([
    ["rl-scaling.json", "reinforcement.compute", ["0", "-1"], "must be greater than 0"],
    ["rl-scaling.json", "reinforcement.law.middle", ["0", "-1"], "must be greater than 0"],
    ["rl-scaling.json", "reinforcement.tolerance", ["0", "-1", "2"], "must be above 0 and at most 1, or 100%"],
    ["contemplating.json", "agents.count", ["0", "-3", "65", "2.5"], "must be a whole number of agents from 1 to 64"],
    ["contemplating.json", "agents.success.mean", ["0", "1", "-1", "2"], "must lie between 0 and 1, both excluded"],
    [
      "thought-compression.json",
      "thinking.penalties.arora.alpha",
      ["0", "-1", "1", "2"],
      "must lie between 0 and 1, both excluded"
    ],
    ["thought-compression.json", "thinking.penalties.l1-max.alpha", ["0", "-1"], "must be greater than 0"],
    ["plan-3x.json", "plan.rungs", ["1", "0", "-1", "2.5", "61"], "must be a whole number of rungs from 2 to 60"],
    ["plan-3x.json", "plan.seeds", ["0", "-1", "1.5", "1001"], "must be a whole number of seeds from 1 to 1,000"],
    ["plan-3x.json", "plan.gain", ["1", "0", "-3"], "must be greater than 0 and not 1"]
  ])("%s, %s", async (file, address, texts, sentence) => {
    const scenario = await shippedScenario(file);
    const {quantity, kind} = inputAt(scenario, address)!;
    for (const text of texts) {
      const said = `${sentence}, got ${text}`;
      expect(readField(text, quantity, kind)).toMatchObject({ok: false, message: said});
      await expect(withOptions(scenario, {set: [`${address}=${text}`]})).rejects.toThrow(said);
      // A drag writes its number unread.
      const dragged = writeInput(scenario, address, moveTo({value: 1, written: 1}, Number(text)));
      expect(sectionFault(scenario, dragged)).toBe(said);
    }
  });

  test("the loss to reach has the law’s floor for its bound", async () => {
    const scenario = await shippedScenario("serve-a-billion.json");
    const {quantity, kind} = inputAt(scenario, "cost.lifetime.loss")!;
    for (const text of ["-1", "0", "1.5"]) {
      const read = readField(text, quantity, kind);
      if (!read.ok) throw new Error(read.message);
      expect(sectionFault(scenario, writeInput(scenario, "cost.lifetime.loss", read.value))).toMatch(
        /^must be above the irreducible loss of besiroglu2024/
      );
    }
  });

  test("beside an interval none and less than none are refused alike", async () => {
    const {quantity, kind} = await inputOf("thought-compression.json", "thinking.penalties.lambda.perToken");
    for (const text of ["0", "-1"]) {
      expect(readField(text, quantity, kind)).toMatchObject({
        ok: false,
        message: /^must be above 0 beside an interval/
      });
    }
  });
});

test.each([
  ["thought-compression.json", "thinking.penalties.lambda.perToken", "1e-4", "Outside its interval, 1e-6 to 2e-5"],
  ["serve-a-billion.json", "cost.tasks", "1B", "Outside its interval, 100B to 1T"],
  ["rl-scaling.json", "reinforcement.law.steepness", "5", "Outside its interval, 1 to 2.2"],
  ["contemplating.json", "agents.work.tokens", "200k", "Outside its interval, 5k to 80k"]
])(
  "in %s a value of %s outside its interval keeps the interval, which is said",
  async (file, address, text, remark) => {
    const {quantity, kind} = await inputOf(file, address);
    const read = readField(text, quantity, kind);
    if (!read.ok) throw new Error(read.message);
    expect(read.value).toMatchObject({low: quantity.low, high: quantity.high});
    expect(rowRemark(kind, read.value)).toBe(`${remark}, which is widened to hold it`);
  }
);
