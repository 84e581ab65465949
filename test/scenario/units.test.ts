import {expect, test} from "vitest";
import {tokenize} from "../../src/scenario/quantityTokens.ts";
import {isPerSecond, magnitudes, meaningOf, readFlopWord, secondsPer} from "../../src/scenario/units.ts";

test.each([
  ["FLOP", 0, "amount"],
  ["flop", 0, "amount"],
  ["FLOPs", 0, "amount"],
  ["flops", 0, "amount"],
  ["FLOPS", 0, "rate"],
  ["kiloFLOP", 3, "amount"],
  ["MFLOP", 6, "amount"],
  ["GFLOP", 9, "amount"],
  ["TFLOP", 12, "amount"],
  ["TFLOPs", 12, "amount"],
  ["TFLOPS", 12, "rate"],
  ["petaflop", 15, "amount"],
  ["petaflops", 15, "rate"],
  ["PF", 15, "short"],
  ["EFLOP", 18, "amount"],
  ["zettaFLOP", 21, "amount"],
  ["yottaFLOP", 24, "amount"],
  ["ronnaFLOP", 27, "amount"],
  ["QFLOP", 30, "amount"]
])("readFlopWord(%j) is 10^%d, %s", (text, power, form) => {
  expect(readFlopWord(text)).toEqual({power, form});
});

test.each(["F", "flopp", "XFLOP", "petaF", "half", "of", "constructor", ""])(
  "readFlopWord(%j) is undefined",
  (text) => {
    expect(readFlopWord(text)).toBeUndefined();
  }
);

test("tables of units do not inherit words from Object", () => {
  expect(magnitudes.get("constructor")).toBeUndefined();
  expect(secondsPer.get("valueOf")).toBeUndefined();
});

test.each([
  ["x", "a factor"],
  ["flop", "an amount or a rate of computing"],
  ["points", "a number of points"],
  ["nats", "a loss"],
  ["%", "a percentage"],
  ["tokens", "a count of tokens"],
  ["params", "a count of parameters"],
  ["usd", "money"],
  ["h100 - hours", "a time"],
  ["banana", undefined]
])("meaningOf(%j) is %j", (unit, meaning) => {
  expect(meaningOf(unit)).toBe(meaning);
});

test.each([
  ["/s", true],
  ["/ second", true],
  ["per sec", true],
  ["/day", false],
  ["s", false],
  ["", false]
])("isPerSecond of %j is %j", (text, perSecond) => {
  expect(isPerSecond(tokenize(text), 0)).toBe(perSecond);
});
