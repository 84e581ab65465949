import {expect, test} from "vitest";
import {writeField} from "../../src/scenario/numberText.ts";
import {parseQuantity} from "../../src/scenario/parseQuantity.ts";
import type {QuantityInput, QuantityKind} from "../../src/scenario/quantity.ts";

test.each<[QuantityInput, QuantityKind, object]>([
  ["$2.95", "money", {value: 2.95}],
  ["0.31 dollars", "money", {value: 0.31}],
  ["$1.99 to $5", "money", {low: 1.99, high: 5}],
  ["$2.95 ($1.99 to $5)", "money", {value: 2.95, low: 1.99, high: 5}],
  ["$60M", "money", {value: 60e6}],
  ["40%", "utilization", {value: 0.4}],
  ["0.38 to 0.43", "utilization", {low: 0.38, high: 0.43}],
  [1, "utilization", {value: 1}],
  ["32,000 chips", "number", {value: 32000}],
  ["1B", "number", {value: 1e9}],
  ["20 to 60 s", "number", {low: 20, high: 60}]
])("%j is read as %s", (written, kind, numbers) => {
  expect(parseQuantity(written, kind)).toMatchObject({ok: true, value: numbers});
});

test.each<[QuantityInput, QuantityKind, string]>([
  [0, "money", "must be greater than 0, got 0"],
  ["$0", "money", "must be greater than 0, got $0"],
  [-2, "money", "must be greater than 0, got -2"],
  ["40%", "money", '"40%" is a percentage; money takes US dollars: for example $2.95, 0.31 or 2 to 5'],
  ["€3", "money", '"€3" is money in another currency; money takes US dollars: for example $2.95, 0.31 or 2 to 5'],
  [1.1, "utilization", "must be above 0 and at most 1, or 100%, got 1.1"],
  ["140%", "utilization", "must be above 0 and at most 1, or 100%, got 140%"],
  [0, "utilization", "must be above 0 and at most 1, or 100%, got 0"],
  [
    "3x",
    "utilization",
    '"3x" is a factor; a utilisation takes a share of the peak: for example 0.4, 40% of BF16 peak or 0.3 to 0.45'
  ],
  [0, "number", "must be greater than 0, got 0"],
  ["$5", "number", '"$5" is money; a count or a time takes a number above 0: for example 32,000, 1B or 20 to 60']
])("%j is refused as %s", (written, kind, message) => {
  expect(parseQuantity(written, kind)).toMatchObject({ok: false, message});
});

test("a field shows dollars, shares of a peak and counts as they are read back", () => {
  expect([0.31, 2.95, 2851.01].map((value) => writeField(value, "money"))).toEqual(["0.31", "2.95", "2851"]);
  expect(writeField(0.394, "utilization")).toBe("0.394");
  expect([0.5, 32000, 1e9].map((value) => writeField(value, "number"))).toEqual(["0.5", "32k", "1B"]);
});
