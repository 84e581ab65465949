import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  formatCount,
  formatFlop,
  formatFlopInterval,
  formatIndex,
  formatMultiplier,
  formatMultiplierBound,
  formatMultiplierInterval,
  formatPoints,
  formatShort,
  readWritten,
  writeField
} from "../../src/scenario/numberText.ts";
import {parseQuantity} from "../../src/scenario/parseQuantity.ts";
import type {QuantityKind} from "../../src/scenario/quantity.ts";

test.each([
  [1.68, "1.7×"],
  [0.97, "0.97×"],
  [1, "1×"],
  [6, "6×"],
  [6.02, "6.0×"],
  [1.5, "1.5×"],
  [10, "10×"],
  [9.96, "10×"],
  [9.94, "9.9×"],
  [0.1, "0.1×"],
  [0.0996, "0.10×"],
  [0.996, "1.0×"],
  [0.04, "0.04×"],
  [0.0374, "0.037×"],
  [24.6, "25×"],
  [123, "120×"],
  [994, "990×"],
  [999.6, "1,000×"],
  [1000, "1,000×"],
  [1000.1, "over 1,000×"],
  [32_000, "over 1,000×"],
  [Infinity, "over 1,000×"],
  [0.001, "0.001×"],
  [0.0009, "under 0.001×"],
  [0, "0×"],
  [NaN, "no number"]
])("formatMultiplier(%d) is %j", (multiplier, text) => {
  expect(formatMultiplier(multiplier)).toBe(text);
});

test.each([
  ["over", 10, "over 10×"],
  ["under", 5, "under 5×"],
  ["over", 3200, "over 1,000×"],
  ["under", 1e-4, "under 0.001×"]
] as const)("formatMultiplierBound(%j, %d) is %j", (bound, multiplier, text) => {
  expect(formatMultiplierBound(bound, multiplier)).toBe(text);
});

test.each([
  [0.037, 24.6, "0.04× to 25×"],
  [0.026, 18.3, "0.03× to 18×"],
  [0.23, 80, "0.2× to 80×"],
  [3, 10, "3× to 10×"],
  [3.14, 9.96, "3.1× to 10×"],
  [0.87, 1.31, "0.87× to 1.3×"],
  [0.97, 30, "0.97× to 30×"],
  [0.996, 30, "0.996× to 30×"],
  [0.4, 1.002, "0.4× to 1.002×"],
  [0.401, 1.002, "0.40× to 1.002×"],
  [1, 3, "1× to 3×"],
  [1.68, 1.71, "1.68× to 1.71×"],
  [1.7, 1.7, "1.7×"],
  [32, 5000, "32× or more"],
  [30, 5000, "30× or more"],
  [0.04, 5000, "0.04× or more"],
  [2000, 5000, "over 1,000×"],
  [1e-5, 0.31, "0.31× or less"],
  [1e-6, 1e-5, "under 0.001×"],
  [1e-6, 1e6, "under 0.001× to over 1,000×"],
  [30, Infinity, "30× or more"],
  [NaN, 3, "no number"]
])("formatMultiplierInterval(%d, %d) is %j", (low, high, text) => {
  expect(formatMultiplierInterval(low, high)).toBe(text);
});

test("formatMultiplierInterval never writes 1 for an end that is not 1", () => {
  const seed = 1729;
  fc.assert(
    fc.property(
      fc.double({min: 0.9, max: 1.1, noNaN: true}),
      fc.double({min: 2, max: 90, noNaN: true}),
      (low, high) => {
        fc.pre(Math.abs(low - 1) > 1e-4);
        const written = Number(/^[\d.]+/.exec(formatMultiplierInterval(low, high))?.[0]);
        expect(Math.sign(written - 1)).toBe(Math.sign(low - 1));
      }
    ),
    {seed}
  );
});

test.each([
  [3e24, "3.0×10^24"],
  [2.244e24, "2.2×10^24"],
  [9.96e24, "1.0×10^25"],
  [1e400, "∞"],
  [950, "950"],
  [9999, "10,000"],
  [12_345, "1.2×10^4"],
  [0, "0"],
  [1e-200, "1.0×10^−200"],
  [-3e24, "−3.0×10^24"],
  [NaN, "no number"]
])("formatFlop(%d) is %j", (flop, text) => {
  expect(formatFlop(flop).text).toBe(text);
});

test("formatFlop gives the exponent as a run of its own", () => {
  expect(formatFlop(3e24).runs).toEqual([{text: "3.0×10"}, {text: "24", sup: true}]);
  expect(formatFlop(2.244e24, 3).text).toBe("2.24×10^24");
  expect(formatFlop(950).runs).toEqual([{text: "950"}]);
});

test("formatFlopInterval joins its ends by a word", () => {
  expect(formatFlopInterval(3e24, 1.68e25)).toEqual({
    text: "3.0×10^24 to 1.7×10^25",
    runs: [{text: "3.0×10"}, {text: "24", sup: true}, {text: " to "}, {text: "1.7×10"}, {text: "25", sup: true}]
  });
});

test.each([
  [1.35, "+1.4 points"],
  [-1.35, "\u22121.4 points"],
  [0.04, "0.0 points"],
  [-0.04, "0.0 points"],
  [0, "0.0 points"],
  [1, "+1.0 points"],
  [1234.56, "+1,234.6 points"],
  [NaN, "no number"],
  [Infinity, "no number"]
])("formatPoints(%d) is %j", (points, text) => {
  expect(formatPoints(points)).toBe(text);
});

test.each([
  [52.15, 2, "52.15"],
  [52.15, 1, "52.1"],
  [18.36, 1, "18.4"],
  [52, 2, "52.00"],
  [-3.5, 1, "\u22123.5"],
  [-0.001, 2, "0.00"],
  [1432, 1, "1,432.0"],
  [NaN, 2, "no number"]
] as const)("formatIndex(%d, %d) is %j", (value, decimals, text) => {
  expect(formatIndex(value, decimals)).toBe(text);
});

test.each([
  [17e9, "17B"],
  [405e9, "405B"],
  [1.31e12, "1.31T"],
  [22e12, "22T"],
  [999.6e9, "1T"],
  [8_030, "8.03k"],
  [12, "12"],
  [3e15, "3,000T"],
  [1.2345e17, "123,000T"],
  [3e18, "3.00×10^18"],
  [NaN, "no number"]
])("formatCount(%d) is %j", (count, text) => {
  expect(formatCount(count)).toBe(text);
});

test.each([
  [2e25, "compute", "2e25"],
  [2.244e24, "compute", "2.24e24"],
  [9.999e24, "compute", "1e25"],
  [1.797e308, "compute", "1.79e308"],
  [10, "gain", "10x"],
  [1.678, "gain", "1.68x"],
  [0.97, "gain", "0.97x"],
  [0.0996, "gain", "0.0996x"],
  [9.996, "gain", "10x"],
  [999.6, "gain", "1000x"],
  [2e7, "gain", "2e7x"],
  [0.00034, "gain", "3.4e-4x"],
  [6, "slope", "6"],
  [3.123, "slope", "3.12"],
  [52.149, "score", "52.15"],
  [52.1, "score", "52.1"],
  [-3, "score", "-3"],
  [-0.0001, "score", "-1e-4"],
  [1.8854, "score", "1.89"],
  [0.12345, "score", "0.123"],
  [-0, "score", "0"],
  [17e9, "parameters", "17B"],
  [1.31e12, "tokens", "1.31T"],
  [999.9e9, "tokens", "1T"],
  [22e15, "tokens", "2.2e16"],
  [NaN, "gain", ""],
  [Infinity, "compute", ""]
] as const)("writeField(%d, %j) is %j", (value, kind, text) => {
  expect(writeField(value, kind)).toBe(text);
});

describe.each(["compute", "gain", "score", "slope", "parameters", "tokens"] as const)(
  "writeField of %s",
  (kind: QuantityKind) => {
    const seed = 20261007;
    const magnitude = fc
      .tuple(fc.double({min: 1, max: 10, noNaN: true}), fc.integer({min: -300, max: 306}))
      .map(([m, e]) => Number(`${m}e${e}`));
    const near = fc.double({min: 1e-3, max: 1e9, noNaN: true});
    const signed =
      kind === "score" ? fc.oneof(magnitude, near).chain((x) => fc.constantFrom(x, -x)) : fc.oneof(magnitude, near);

    test(`is read back within its rounding, and written the same again (seed ${seed})`, () => {
      fc.assert(
        fc.property(signed, (value) => {
          const text = writeField(value, kind);
          const parsed = parseQuantity(text, kind);
          if (!parsed.ok) throw new Error(`${text}: ${parsed.message}`);
          // half a unit of the third digit, or of the second decimal
          expect(Math.abs(parsed.value.value / value - 1)).toBeLessThanOrEqual(0.00501);
          expect(writeField(parsed.value.value, kind)).toBe(text);
          expect(readWritten(text)).toBe(parsed.value.value);
          expect(text.length).toBeLessThanOrEqual(11);
        }),
        {seed, numRuns: 1000}
      );
    });
  }
);

test.each([
  ["3e24", 3e24],
  ["-0.5", -0.5],
  ["2.5M", 2.5e6],
  ["10x", 10],
  ["5.1234e-7x", 5.1234e-7],
  ["0", 0],
  ["", NaN],
  ["17B tokens", NaN],
  ["3 to 10", NaN],
  ["1,000", NaN]
])("readWritten(%j) is %d", (text, value) => {
  expect(readWritten(text)).toBe(value);
});

test.each([
  [1030.4, 3, "1,030"],
  [730_000, 3, "730,000"],
  [-12_345.6, 6, "-12,345.6"],
  [0.5, 3, "0.5"],
  [0.000123, 3, "0.000123"],
  [1e25, 3, "1e+25"],
  [NaN, 3, "no number"]
])("formatShort(%d, %d) is %s", (value, digits, text) => {
  expect(formatShort(value, digits)).toBe(text);
});
