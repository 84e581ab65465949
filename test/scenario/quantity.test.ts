import {existsSync, readFileSync} from "node:fs";
import fc from "fast-check";
import {expect, test} from "vitest";
import {needsRarerUnits, parseQuantity} from "../../src/scenario/parseQuantity.ts";
import {isOutside, type QuantityKind} from "../../src/scenario/quantity.ts";

const kinds: readonly QuantityKind[] = ["compute", "gain", "score", "slope", "parameters", "tokens"];

test("parseQuantity keeps what was written", () => {
  const input = Object.freeze({low: "3x", high: 10});
  expect(parseQuantity("10x", "gain")).toEqual({ok: true, value: {value: 10, written: "10x"}});
  expect(parseQuantity(6, "gain")).toEqual({ok: true, value: {value: 6, written: 6}});
  expect(parseQuantity(input, "gain")).toMatchObject({ok: true, value: {low: 3, high: 10, written: input}});
});

test("the value of an interval alone is its geometric mean, for a score its arithmetic mean", () => {
  expect(parseQuantity({low: 4, high: 9}, "gain")).toMatchObject({value: {value: 6, low: 4, high: 9}});
  expect(parseQuantity("4 to 9", "slope")).toMatchObject({value: {value: 6}});
  expect(parseQuantity({low: 4, high: 9}, "score")).toMatchObject({value: {value: 6.5}});
  expect(parseQuantity({low: 1e308, high: 1e308}, "compute")).toMatchObject({value: {value: 1e308}});
  expect(parseQuantity({low: -1.7e308, high: 1.7e308}, "score")).toMatchObject({value: {value: 0}});
});

test("the mean of an interval lies inside it", () => {
  const seed = 1729;
  const end = fc.double({min: 1e-300, max: 1e300, noNaN: true});
  fc.assert(
    fc.property(end, end, (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const parsed = parseQuantity({low, high}, "compute");
      expect(parsed.ok && parsed.value.value >= low && parsed.value.value <= high).toBe(true);
    }),
    {seed}
  );
});

test("a split interval keeps its value, inside or not", () => {
  const inside = parseQuantity({value: "5x", low: 3, high: "12"}, "gain");
  const outside = parseQuantity({value: 20, low: 3, high: 12}, "gain");
  expect(inside).toMatchObject({ok: true, value: {value: 5, low: 3, high: 12}});
  expect(inside.ok && isOutside(inside.value)).toBe(false);
  expect(outside.ok && isOutside(outside.value)).toBe(true);
  expect(isOutside({value: 2, low: 3, high: 12, written: "2 (3 to 12)"})).toBe(true);
  expect(isOutside({value: 2, written: 2})).toBe(false);
});

const takesFactor = "a gain takes a factor: for example 6, 10x, 3x to 10x or over 10x";

test.each([
  [-3, "must be greater than 0, got -3"],
  [0, "must be greater than 0, got 0"],
  [NaN, "must be a finite number, got NaN"],
  [Infinity, "must be a finite number, got Infinity"],
  [true, `must be a number, a text or {low, high}, got true; ${takesFactor}`],
  [null, `must be a number, a text or {low, high}, got null; ${takesFactor}`],
  [undefined, `must be a number, a text or {low, high}, got undefined; ${takesFactor}`],
  [[3, 10], `must be a number, a text or {low, high}, got a list; ${takesFactor}`],
  [{}, "low is missing; an interval is {low, high} or {value, low, high}"],
  [{value: 3}, "low is missing; an interval is {low, high} or {value, low, high}"],
  [{low: 3}, "high is missing; an interval is {low, high} or {value, low, high}"],
  [{low: 5, high: 3}, "low must not be above high, got 5 and 3"],
  [{low: "5x", high: "3x"}, "low must not be above high, got 5x and 3x"]
])("parseQuantity(%j) as a gain is refused: %s", (input, message) => {
  expect(parseQuantity(input, "gain")).toEqual({ok: false, message});
});

test.each([
  [{low: 3, hi: 10}, "hi", 'unknown key "hi"; did you mean "high"?'],
  [{lwo: 3, high: 10}, "lwo", 'unknown key "lwo"; did you mean "low"?'],
  [{low: 3, high: 10, banana: 1}, "banana", 'unknown key "banana"; an interval has value, low and high'],
  [
    JSON.parse('{"__proto__": 1, "low": 3, "high": 10}'),
    "__proto__",
    'unknown key "__proto__"; an interval has value, low and high'
  ],
  [{low: -3, high: 10}, "low", "must be greater than 0, got -3"],
  [{low: 3, high: "banana"}, "high", `"banana" is not a number; ${takesFactor}`],
  [{low: [3], high: 10}, "low", `low must be a number or a text, got a list; ${takesFactor}`],
  [{low: null, high: 10}, "low", `low must be a number or a text, got null; ${takesFactor}`],
  [{low: "3 to 4", high: 10}, "low", 'low must be a single number, got "3 to 4"'],
  [{low: "over 3", high: 10}, "low", 'low must be a single number, got "over 3"'],
  [{value: "5 (3 to 12)", low: 3, high: 12}, "value", 'value must be a single number, got "5 (3 to 12)"']
])("parseQuantity(%j) as a gain blames %j: %s", (input, key, message) => {
  expect(parseQuantity(input, "gain")).toMatchObject({ok: false, message, path: [key]});
});

test("a score may be zero or negative, nothing else may", () => {
  for (const kind of kinds) expect(parseQuantity(-1, kind).ok, kind).toBe(kind === "score");
  for (const kind of kinds) expect(parseQuantity("-1", kind).ok, kind).toBe(kind === "score");
});

test("a rare unit inside an interval asks for the rarer units and names the key", () => {
  const parsed = parseQuantity({low: "1 PF-weeks", high: "2 PF-weeks"}, "compute");
  expect(parsed).toMatchObject({ok: false, needs: "rarer-units", path: ["low"]});
});

test.each([
  ["2 PF-weeks", true],
  ["2 H100-years at 40% of BF16 peak", true],
  [{low: "1 PF-days", high: "2 PF-months"}, true],
  [{models: [{compute: 3}, {compute: "2 PF-weeks"}]}, true],
  ["2 PF-days", false],
  ["2 weeks", false],
  ["banana", false],
  [{low: 1, high: 2}, false],
  [null, false],
  [undefined, false]
])("needsRarerUnits(%j) is %j", (input, needed) => {
  expect(needsRarerUnits(input)).toBe(needed);
});

test("needsRarerUnits ends on a document that holds itself, and on a deep one", () => {
  const circle: {self?: unknown} = {};
  circle.self = circle;
  let deep: unknown = "2 PF-weeks";
  for (let i = 0; i < 100_000; ++i) deep = [deep];
  expect(needsRarerUnits(circle)).toBe(false);
  expect(needsRarerUnits(deep)).toBe(true);
});

test("parseQuantity answers every text without throwing, with a finite value or a message", () => {
  const seed = 20261007;
  const piece = fc.constantFrom(
    ..."0 1 3 24 100 , . e e24 ×10^ x × k M B T % to - – and between over under >= < ( ) [ ± $ ~ FLOP YFLOP PF /s -days hours H100- H100 at of BF16 peak MFU 40% TFLOP/s weeks tokens points \u2212 ²⁴ \u00a0".split(
      " "
    )
  );
  const text = fc.oneof(
    fc.string({unit: "binary", maxLength: 210}),
    fc.array(piece, {maxLength: 14}).map((pieces) => pieces.join(" ")),
    fc.array(piece, {maxLength: 14}).map((pieces) => pieces.join(""))
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...kinds), (written, kind) => {
      const parsed = parseQuantity(written, kind);
      if (!parsed.ok) return parsed.message.length > 5;
      const {value, low = value, high = value} = parsed.value;
      return [value, low, high].every(Number.isFinite) && low <= high;
    }),
    {seed, numRuns: 20_000}
  );
});

test("parseQuantity answers every JSON value without throwing", () => {
  const seed = 20261007;
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...kinds), (input, kind) => {
      expect(typeof parseQuantity(input, kind).ok).toBe("boolean");
    }),
    {seed, numRuns: 2000}
  );
});

test("parseQuantity answers hostile texts of the greatest length before the test times out", () => {
  const pieces = ["1,000", "1 000", "1e", "(", "3 to ", "x10^", "10×", "- ", "²"];
  for (const piece of pieces) {
    for (const kind of kinds) expect(parseQuantity(piece.repeat(200).slice(0, 200), kind).ok, piece).toBe(false);
  }
});

/** Every module that a source file imports at once, itself included; packages by name. */
function importsOf(file: URL, found = new Set<string>()): Set<string> {
  if (found.has(file.href)) return found;
  found.add(file.href);
  const source = readFileSync(file, "utf8");
  for (const [, names, path = ""] of source.matchAll(/^import ([^;]*?) ?from "([^"]+)";/gm)) {
    if (names?.startsWith("type ")) continue;
    if (path.startsWith(".")) importsOf(new URL(path, file), found);
    else found.add(path);
  }
  return found;
}

test.each(["quantity.ts", "numberText.ts"])("%s, which answers every move of a slider, needs no package", (name) => {
  const modules = importsOf(new URL(`../../src/scenario/${name}`, import.meta.url));
  for (const module of modules) expect(existsSync(new URL(module)), module).toBe(true);
});
