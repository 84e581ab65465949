import {readdirSync} from "node:fs";
import fc from "fast-check";
import {expect, test} from "vitest";
import {
  fieldText,
  intervalRuns,
  intervalText,
  isSame,
  moved,
  numberText,
  plainText,
  spokenValue,
  unitRuns
} from "../../src/app/controls/fieldText.ts";
import {readField, readInterval, withRarerUnits} from "../../src/app/controls/readField.ts";
import {rowRemark} from "../../src/app/controls/rowRemark.ts";
import {beyond, fractionOf, sliderEnds, stepped, valueAt, valueOfKey} from "../../src/app/controls/sliderScale.ts";
import {sourceTextOf} from "../../src/app/controls/sourceText.ts";
import {inputsOf} from "../../src/scenario/inputList.ts";
import type {Input} from "../../src/scenario/inputList.ts";
import {inputKinds} from "../../src/scenario/inputs.ts";
import {sectionKinds} from "../../src/scenario/sectionKinds.ts";
import type {InputKind} from "../../src/scenario/inputs.ts";
import {parseQuantity} from "../../src/scenario/parseQuantity.ts";
import type {Quantity, QuantityInput, QuantityKind} from "../../src/scenario/quantity.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const shippedFiles = readdirSync("scenarios").filter((name) => name.endsWith(".json") && !name.includes("schema"));

const {modelCompute: compute, claimRatio: ratio, modelScore: score, curveSlope: slope, seed, draws} = inputKinds;

function quantity(written: QuantityInput, kind: QuantityKind): Quantity {
  const parsed = parseQuantity(written, kind);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

const placed = quantity({value: 3e25, low: 3e24, high: 3e26}, "compute");
const over10 = quantity("over 10x", "gain");

test.each([
  [3e25, "compute", "3e25"],
  [3.4078e24, "compute", "3.4078e24"],
  ["2.38M H100-hours at 40% of BF16 peak", "compute", "2.38M H100-hours at 40% of BF16 peak"],
  ["3 to 10", "gain", "3 to 10"],
  [{low: 3e24, high: 3e26}, "compute", "3e24 to 3e26"],
  [{value: 3e25, low: 3e24, high: 3e26}, "compute", "3e25"],
  [{value: "17B", low: "10B", high: "20B"}, "parameters", "17B"],
  ["over 10x", "gain", "10x"],
  [6, "slope", "6"],
  [1.97797, "score", "1.97797"],
  [52.15, "score", "52.15"],
  [1 / 3, "slope", "0.333"],
  ["58.369032M", "tokens", "58.369M"],
  ["133.2M", "tokens", "133.2M"],
  ["58369032.5", "tokens", "58369000"],
  [1_000_000, "money", "1M"]
] as const)("%j is shown in its field as %s", (written, kind, text) => {
  expect(fieldText(quantity(written, kind), kind)).toBe(text);
});

test.each([
  [placed, compute, "FLOP"],
  [over10, ratio, "or more"],
  [quantity("under 5x", "gain"), ratio, "or less"],
  [quantity("10x", "gain"), ratio, ""],
  [quantity("2M H100-hours at 390 TFLOP/s", "compute"), compute, "= 2.8×10^24 FLOP"],
  [quantity("3e24 to 3e26", "compute"), compute, "FLOP"]
] as const)("behind the field of %j stands its unit", (value, kind, text) => {
  expect(plainText(unitRuns(value, kind))).toBe(text);
});

test.each([
  [placed, "compute", "3×10^24 to 3×10^26", "3e24 to 3e26"],
  [
    quantity({value: 2.24e24, low: 2.2e24, high: 3.4e24}, "compute"),
    "compute",
    "2.2×10^24 to 3.4×10^24",
    "2.2e24 to 3.4e24"
  ],
  [over10, "gain", "no upper bound given", "over 10x"],
  [quantity("3x to 10x", "gain"), "gain", "3× to 10×", "3x to 10x"],
  [quantity({value: 6, low: 3, high: 12}, "slope"), "slope", "3 to 12", "3 to 12"],
  [quantity({value: 1e6, low: 3e5, high: 3e6}, "money"), "money", "300k to 3M", "300k to 3M"],
  [quantity({value: 2.95, low: 1.99, high: 5}, "money"), "money", "1.99 to 5", "1.99 to 5"],
  [quantity({value: 730e12, low: 2e14, high: 2e15}, "tokens"), "tokens", "200T to 2,000T", "200T to 2e15"],
  [quantity({value: 0, low: -2, high: 2}, "score"), "score", "−2 to 2", "-2 to 2"],
  [quantity(3e25, "compute"), "compute", "no interval", ""]
] as const)("the interval of %j is shown and written", (value, kind, shown, text) => {
  expect(plainText(intervalRuns(value, kind))).toBe(shown);
  expect(intervalText(value, kind)).toBe(text);
});

test("what a field shows is read back as the number it shows", () => {
  const kinds: readonly QuantityKind[] = ["compute", "gain", "score", "slope", "parameters", "tokens"];
  fc.assert(
    fc.property(fc.double({min: 1e-3, max: 1e28, noNaN: true}), fc.constantFrom(...kinds), (value, kind) => {
      const text = numberText(value, kind);
      const back = quantity(text, kind);
      expect(Math.abs(back.value / value - 1), text).toBeLessThan(kind === "score" ? 1 : 0.006);
    }),
    {seed: 5}
  );
});

test("a plain number moves the value and keeps the interval, as it was typed", () => {
  const read = readField("40M H100-hours at 40% of BF16 peak", placed, compute);
  expect(read).toMatchObject({
    ok: true,
    value: {low: 3e24, high: 3e26, written: {value: "40M H100-hours at 40% of BF16 peak", low: 3e24, high: 3e26}}
  });
  expect(readField("2e25", placed, compute)).toMatchObject({ok: true, value: {value: 2e25, written: {value: 2e25}}});
});

test("an amount of none stands without an interval", () => {
  const penalty: InputKind = {...compute, quantity: "amount"};
  const spread = quantity({value: 4e-6, low: 1e-6, high: 2e-5}, "amount");
  const message = "must be above 0 beside an interval, 0.000001 to 0.00002: take that away first";
  expect(readField("0", spread, penalty)).toEqual({ok: false, message});
  expect(readField("0", quantity(4e-6, "amount"), penalty)).toMatchObject({ok: true, value: {value: 0}});
  expect(readInterval("1e-6 to 2e-5", quantity(0, "amount"), penalty)).toMatchObject({ok: false});
});

test("an interval or a bound says everything anew", () => {
  expect(readField("3 to 10", over10, ratio)).toEqual({ok: true, value: quantity("3 to 10", "gain")});
  expect(readField("over 5x", placed, ratio)).toEqual({ok: true, value: quantity("over 5x", "gain")});
});

test("a number typed into a bound is still a bound, and so is one a slider sets", () => {
  for (const next of [readField("12x", over10, ratio), {ok: true, value: moved(over10, 12, "gain")} as const]) {
    expect(next.ok && quantity(next.value.written, "gain")).toMatchObject({value: 12, bound: "over"});
  }
});

test("a bound on compute that a slider moves can be written to a file and read again", () => {
  const bound = quantity("over 1e25", "compute");
  const next = moved(bound, 2.5e25, "compute");
  expect(isSame(quantity(next.written, "compute"), next)).toBe(true);
});

test.each([
  ["", compute, /^is empty; compute takes FLOP/],
  ["abc", compute, /"abc" is not a number; compute takes FLOP/],
  ["-3", compute, /must be greater than 0/],
  ["10 to 3", ratio, /low must not be above high/],
  ["$60M", compute, /dollars/],
  ["3x", compute, /is a factor/],
  ["1.5", seed, /must be a whole number from 0 to 4,294,967,295, got 1.5/],
  ["", draws, /must be a whole number from 100 to 100,000, got nothing/],
  ["1000000", draws, /must be a whole number from 100 to 100,000, got 1000000/]
] as const)("the text %j is refused with what is accepted", (text, kind, message) => {
  const read = readField(text, placed, kind);
  expect(read.ok ? "was taken" : read.message).toMatch(message);
});

test("draws may be written with commas", () => {
  expect(readField("10,000", {value: 4000, written: 4000}, draws)).toEqual({
    ok: true,
    value: {value: 10000, written: 10000}
  });
});

test.each([
  ["3e24 to 4e26", {value: 3e25, low: 3e24, high: 4e26}],
  ["", {value: 3e25, written: 3e25}],
  ["  ", {value: 3e25, written: 3e25}]
])("the interval %j leaves the value where it is", (text, value) => {
  const read = readInterval(text, placed, compute);
  expect(read).toMatchObject({ok: true, value});
  expect(read.ok && read.value.low === undefined).toBe(text.trim() === "");
});

test("one number is no interval", () => {
  const read = readInterval("3e24", placed, compute);
  expect(read.ok ? "was taken" : read.message).toBe("an interval has two ends: for example 3e24 to 3e26");
});

test("an interval in the place of a bound says everything anew", () => {
  expect(readInterval("3 to 10", over10, ratio)).toEqual({ok: true, value: quantity("3 to 10", "gain")});
  expect(readInterval("", over10, ratio)).toEqual({ok: true, value: {value: 10, written: 10}});
});

test("a text with rarer units is read when they are there", async () => {
  const read = await withRarerUnits((units) => readField("100 H100-weeks at 40% of BF16 peak", placed, compute, units));
  expect(read.ok && read.value.value / (100 * 7 * 86400 * 0.4 * 989.4e12)).toBeCloseTo(1, 9);
});

test.each([
  [placed, compute, "placed", "3.0×10^25 FLOP, placed"],
  [over10, ratio, "", "over 10×"],
  [quantity(-2.5, "score"), score, "", "−2.5 points"],
  [{value: 7, written: 7}, seed, "", "7"]
] as const)("the slider of %j speaks its value", (value, kind, remark, spoken) => {
  expect(spokenValue(value, kind, remark)).toBe(spoken);
});

test.each([
  [{...placed, value: 1e27, written: 1e27}, compute, "Outside its interval, 3e24 to 3e26, which is widened to hold it"],
  [
    {...placed, value: 5e28, written: 5e28},
    compute,
    "Outside its interval, 3e24 to 3e26, which is widened to hold it. Beyond the slider, which ends at 1e28"
  ],
  [quantity(1e22, "compute"), compute, "Below the slider, which begins at 1e23"],
  [placed, compute, undefined]
] as const)("what is odd about %j is said", (value, kind, remark) => {
  expect(rowRemark(kind, value)).toBe(remark);
});

// The slider's own arithmetic.

test.each([
  [compute, 1e23, 0],
  [compute, 1e28, 1],
  [compute, Math.sqrt(1e51), 0.5],
  [compute, 5e30, 1],
  [compute, 1, 0],
  [score, 25, 0.25],
  [slope, 6, 0.5]
] as const)("along its slider %# a value stands at its fraction", (kind, value, fraction) => {
  expect(fractionOf(kind, value)).toBeCloseTo(fraction, 12);
});

const kinds: readonly InputKind[] = Object.values({...inputKinds, ...sectionKinds});
const kindAndFraction = fc.record({
  kind: fc.constantFrom(...kinds),
  fraction: fc.double({min: 0, max: 1, noNaN: true})
});

test("a position gives a value whose field text is the value itself", () => {
  fc.assert(
    fc.property(kindAndFraction, ({kind, fraction}) => {
      const [low, high] = sliderEnds(kind);
      const value = valueAt(kind, low + fraction * (high - low));
      expect(beyond(kind, value)).toBeUndefined();
      if (kind.quantity !== "count")
        expect(quantity(numberText(value, kind.quantity), kind.quantity).value).toBe(value);
    }),
    {seed: 11}
  );
});

test("a key moves every slider, back and forth, and stops at its ends", () => {
  fc.assert(
    fc.property(kindAndFraction, fc.constantFrom(1, 10), ({kind, fraction}, stride) => {
      const [low, high] = sliderEnds(kind);
      const value = valueAt(kind, low + fraction * (high - low));
      const up = stepped(kind, value, stride);
      const down = stepped(kind, value, -stride);
      if (value < kind.range[1]) expect(up).toBeGreaterThan(value);
      if (value > kind.range[0]) expect(down).toBeLessThan(value);
      expect([beyond(kind, up), beyond(kind, down)]).toEqual([undefined, undefined]);
    }),
    {seed: 12}
  );
});

test("a value beyond the slider comes back by keys and goes no further out", () => {
  expect(stepped(compute, 5e28, 1)).toBe(5e28);
  expect(stepped(compute, 5e28, -1)).toBeLessThan(5e28);
  expect(stepped(compute, 1e20, -1)).toBe(1e20);
  expect(stepped(compute, 1e20, 1)).toBeGreaterThan(1e20);
});

test.each([
  ["ArrowRight", false, 3.15e25],
  ["ArrowUp", false, 3.15e25],
  ["ArrowLeft", false, 2.86e25],
  ["ArrowRight", true, 4.89e25],
  ["PageUp", false, 4.89e25],
  ["Home", false, 1e23],
  ["End", false, 1e28],
  ["a", false, undefined],
  ["Tab", false, undefined]
])("the key %s (with Shift: %s) sets %s", (key, far, value) => {
  expect(valueOfKey(compute, 3e25, key, far)).toBe(value);
});

const input = (part: Partial<Input>): Input => ({
  address: "models.a.compute",
  kind: compute,
  label: "A, compute",
  step: "compute of A",
  quantity: placed,
  group: "Assumptions",
  evidence: [],
  model: "a",
  recipe: "r",
  placed: false,
  bands: [],
  ...part
});

const {model: _, recipe: __, ...ofSection} = input({group: "Agents", placed: true});

test.each([
  [input({placed: true}), "placed"],
  [input({}), "assumed"],
  [input({group: "Published values"}), "no source given"],
  [input({group: "Claims and thresholds"}), "no source given"],
  [ofSection, "assumed"],
  [input({kind: slope, evidence: ["x"]}), "assumed"],
  [input({kind: seed}), ""],
  [input({evidence: ["x"]}), "estimate, 1 conflict"],
  [input({evidence: ["x", "y"]}), "estimate, 2 conflicts"]
] as const)("beside a slider stands where its number is from, %#", (value, text) => {
  expect(sourceTextOf(value, (ids) => ({text: "estimate", conflicts: ids.length}))).toBe(text);
});

test.each(shippedFiles)("every input of %s lies on its slider", async (file) => {
  const inputs = inputsOf(await shippedScenario(file));
  const odd = inputs.filter(({kind, quantity: {value}}) => beyond(kind, value) !== undefined);
  expect(odd.map(({address}) => address)).toEqual([]);
});
