import {expect, test} from "vitest";
import {writeField} from "../../src/scenario/numberText.ts";
import {parseQuantity} from "../../src/scenario/parseQuantity.ts";
import type {QuantityInput} from "../../src/scenario/quantity.ts";

test.each<[QuantityInput, object]>([
  [0, {value: 0}],
  [1, {value: 1}],
  [0.3, {value: 0.3}],
  ["30%", {value: 0.3}],
  ["30 to 40%", {value: 0.35, low: 0.3, high: 0.4}],
  ["0.5 ± 0.1", {value: 0.5, low: 0.4, high: 0.6}],
  [
    {value: 0.5, low: 0.49, high: 0.51, shape: "normal"},
    {value: 0.5, low: 0.49, high: 0.51}
  ]
])("a share takes %j", (written, numbers) => {
  expect(parseQuantity(written, "share")).toMatchObject({ok: true, value: numbers});
});

test.each<[QuantityInput, string]>([
  [1.2, "must be from 0 to 1, or 0% to 100%, got 1.2"],
  [-0.1, "must be from 0 to 1, or 0% to 100%, got -0.1"],
  ["120%", "must be from 0 to 1, or 0% to 100%, got 120%"],
  ["0.9 ± 0.2", "must be from 0 to 1, or 0% to 100%, got an upper end of 1.1"],
  ["3x", '"3x" is a factor; a share takes a number from 0 to 1: for example 0.3, 30% or 0.2 to 0.4']
])("a share refuses %j", (written, message) => {
  expect(parseQuantity(written, "share")).toMatchObject({ok: false, message});
});

test.each<[QuantityInput, object]>([
  [0, {value: 0}],
  ["4k", {value: 4000}],
  ["20 seconds", {value: 20}],
  ["2e-5 per token", {value: 2e-5}],
  ["1 to 4", {value: 2, low: 1, high: 4}]
])("an amount takes %j", (written, numbers) => {
  expect(parseQuantity(written, "amount")).toMatchObject({ok: true, value: numbers});
});

test.each<[QuantityInput, string]>([
  [-1, "must be 0 or more, got -1"],
  ["-1e-5", "must be 0 or more, got -1e-5"],
  ["0 to 4", "an interval must lie above 0, got 0 to 4"],
  [{value: 0, low: 1, high: 4}, "must be above 0 beside an interval, 1 to 4: take that away first"],
  ["30%", '"30%" is a percentage; an amount takes a number, 0 or more: for example 0, 2.5 or 4k']
])("an amount refuses %j", (written, message) => {
  expect(parseQuantity(written, "amount")).toMatchObject({ok: false, message});
});

test("a field shows shares and amounts as they are read back", () => {
  expect([0, 0.3, 1 / 3, 1].map((value) => writeField(value, "share"))).toEqual(["0", "0.3", "0.3333", "1"]);
  expect([0, 2e-5, 4000].map((value) => writeField(value, "amount"))).toEqual(["0", "2e-5", "4000"]);
});
