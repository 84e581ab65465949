import {expect, test} from "vitest";
import {requireNonnegative, requirePositive, requireProbability, requireWhole} from "../../src/numerics/ranges.ts";

test("what lies in its range, ends included where they belong, passes", () => {
  for (const p of [0, 0.5, 1]) expect(requireProbability("share", p)).toBeUndefined();
  for (const x of [Number.MIN_VALUE, 1e300]) expect(requirePositive("price", x)).toBeUndefined();
  for (const x of [0, 1e300]) expect(requireNonnegative("price", x)).toBeUndefined();
  for (const n of [1, 7, 64]) expect(requireWhole("number of agents", n, 1, 64)).toBeUndefined();
  expect(requireWhole("number of samples", Number.MAX_SAFE_INTEGER, 1)).toBeUndefined();
});

test.each([
  [() => requireProbability("share", 1.01), "invalid share; not in [0, 1]: 1.01"],
  [() => requireProbability("share", NaN), "invalid share; not in [0, 1]: NaN"],
  [() => requirePositive("price", 0), "invalid price; not positive and finite: 0"],
  [() => requirePositive("price", Infinity), "invalid price; not positive and finite: Infinity"],
  [() => requireNonnegative("price", -1), "invalid price; not 0 or more and finite: -1"],
  [() => requireNonnegative("price", NaN), "invalid price; not 0 or more and finite: NaN"],
  [() => requireWhole("agents", 65, 1, 64), "invalid agents; not a whole number from 1 to 64: 65"],
  [() => requireWhole("agents", 0, 1, 64), "invalid agents; not a whole number from 1 to 64: 0"],
  [() => requireWhole("samples", 2.5, 1), "invalid samples; not a whole number of at least 1: 2.5"]
])("what lies outside is refused by name and value, %#", (call, message) => {
  expect(call).toThrow(new RangeError(message));
});
