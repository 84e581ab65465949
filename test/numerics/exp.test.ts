import {expect, test} from "vitest";
import {exp, log, log10, pow, pow10} from "../../src/numerics/exp.ts";
import {seededRandom, type Random} from "../../src/numerics/random.ts";
import {dividedBy, fixed, fixedLog, ln10, times, ulpsFrom, ulpsFromExp} from "./precise.ts";
import {bitsOf, relativeError} from "./relative.ts";

const cases = 4000;

/** The largest error in ulps over random arguments, and where it was. */
function worst(seed: number, argument: (random: Random) => number, ulps: (x: number) => number) {
  const random = seededRandom(seed);
  let result = {ulps: 0, x: NaN};
  for (let i = 0; i < cases; ++i) {
    const x = argument(random);
    const error = ulps(x);
    if (!(error <= result.ulps)) result = {ulps: error, x};
  }
  return result;
}

const upTo = (size: number) => (random: Random) => size * (2 * random() - 1);
const anyMagnitude = (random: Random) => 2 ** Math.floor(2046 * random() - 1022) * (1 + random());
const aroundOne = (random: Random) => 1 + (random() - 0.5) * 2 ** -Math.floor(50 * random());
const subnormal = (random: Random) => Math.ceil(random() * 2 ** Math.ceil(52 * random())) * Number.MIN_VALUE;

test.each([
  ["the whole range", upTo(708)],
  ["arguments around 0", upTo(1)],
  ["tiny arguments", upTo(1e-9)]
])("exp is within 0.52 ulp over %s", (_, argument) => {
  expect(worst(1, argument, (x) => ulpsFromExp(fixed(x), exp(x)))).toHaveProperty(
    "ulps",
    expect.toSatisfy(below(0.52))
  );
});

test("exp is within 0.76 ulp where its result is subnormal", () => {
  const result = worst(
    2,
    (random) => -708.4 - 36 * random(),
    (x) => ulpsFromExp(fixed(x), exp(x))
  );
  expect(result).toHaveProperty("ulps", expect.toSatisfy(below(0.76)));
});

test.each([
  ["all magnitudes", anyMagnitude],
  ["arguments around 1", aroundOne],
  ["subnormal arguments", subnormal]
])("log and log10 are within 0.51 ulp over %s", (_, argument) => {
  expect(worst(3, argument, (x) => ulpsFrom(fixedLog(x), log(x)))).toHaveProperty(
    "ulps",
    expect.toSatisfy(below(0.51))
  );
  const decimal = worst(4, argument, (x) => ulpsFrom(dividedBy(fixedLog(x), ln10), log10(x)));
  expect(decimal).toHaveProperty("ulps", expect.toSatisfy(below(0.51)));
});

test("pow10 is within 0.52 ulp over the whole range", () => {
  const result = worst(5, upTo(307), (x) => ulpsFromExp(times(ln10, x), pow10(x)));
  expect(result).toHaveProperty("ulps", expect.toSatisfy(below(0.52)));
});

test("pow is within 0.52 ulp for small and large bases, as long as the result is normal", () => {
  const random = seededRandom(6);
  for (let i = 0; i < cases; ++i) {
    const x = i % 2 === 0 ? anyMagnitude(random) : aroundOne(random);
    if (x === 1) continue;
    const y = ((2 * random() - 1) * 707) / Math.log(x);
    expect(ulpsFromExp(times(fixedLog(x), y), pow(x, y)), `seed 6, pow(${x}, ${y})`).toBeLessThan(0.52);
  }
});

test("log10 gives k for the double nearest to 10^k, and pow10 gives that double", () => {
  for (let k = -307; k <= 308; ++k) {
    expect(log10(Number(`1e${k}`))).toBe(k);
    expect(pow10(k)).toBe(Number(`1e${k}`));
  }
  for (let k = -323; k < -307; ++k) expect(pow10(k)).toBe(Number(`1e${k}`));
});

test("pow is exact where the result is a double", () => {
  for (let n = 1; n <= 15; ++n) for (let k = 0; k <= 13; ++k) expect(pow(n, k)).toBe(Number(BigInt(n) ** BigInt(k)));
  for (let n = 1; n <= 1000; ++n) expect(pow(n * n, 0.5)).toBe(n);
});

test("exp, log and their kin have the limits of IEEE arithmetic", () => {
  expect([exp(0), exp(-0), exp(Infinity), exp(-Infinity), exp(NaN)]).toEqual([1, 1, Infinity, 0, NaN]);
  expect([exp(709.782712893384), exp(709.7827128933841), exp(-745.1332191019411)]).toEqual([
    1.7976931348622732e308,
    Infinity,
    Number.MIN_VALUE
  ]);
  expect([exp(-745.14), exp(1e300), exp(-1e300)]).toEqual([0, Infinity, 0]);
  expect([log(1), log(0), log(-0), log(-1), log(Infinity), log(NaN)]).toEqual([
    0,
    -Infinity,
    -Infinity,
    NaN,
    Infinity,
    NaN
  ]);
  expect([log10(0), log10(-1), log10(Infinity), log10(NaN)]).toEqual([-Infinity, NaN, Infinity, NaN]);
  expect([pow10(-Infinity), pow10(-324), pow10(308.3), pow10(Infinity), pow10(NaN)]).toEqual([
    0,
    0,
    Infinity,
    Infinity,
    NaN
  ]);
});

test("pow has the special cases of Math.pow", () => {
  const specials = [0, -0, 1, -1, 2, -2, 0.5, -0.5, 3, -3, 1e300, -1e300, Infinity, -Infinity, NaN];
  for (const x of specials) {
    for (const y of [...specials, 1e-300, 2 ** 53]) {
      const expected = x ** y;
      if (Number.isFinite(expected) && expected !== 0) expect(relativeError(pow(x, y), expected)).toBeLessThan(1e-15);
      else expect(pow(x, y), `pow(${x}, ${y})`).toBe(expected);
    }
  }
});

test("exp and log undo each other, and exp rises", () => {
  const random = seededRandom(7);
  for (let i = 0; i < cases; ++i) {
    const x = upTo(700)(random);
    expect(Math.abs(log(exp(x)) - x), `seed 7, x ${x}`).toBeLessThanOrEqual(2.3e-16 * Math.max(1, Math.abs(x)));
    expect(exp(x + Math.abs(x) * 1e-15)).toBeGreaterThanOrEqual(exp(x));
  }
});

test("the bits are these in every engine", () => {
  expect([1, -0.1, 1e-5, 123.456, -700.1, -740].map((x) => bitsOf(exp(x)))).toEqual([
    "4005bf0a8b145769",
    "3fecf46d99d52b3a",
    "3ff0000a7c5e340e",
    "4b11428e1cbc0143",
    "00cf52f93df4dfcf",
    "0000000000000055"
  ]);
  expect([2, 0.1, 0.99, 1.01, 5.76e23, 5e-324].map((x) => bitsOf(log(x)))).toEqual([
    "3fe62e42fefa39ef",
    "c0026bb1bbb55515",
    "bf8495453e6fd4bc",
    "3f8460d6ccca367c",
    "404b5aee35f0454b",
    "c0874385446d71c3"
  ]);
  expect([2, 0.1, 0.99, 1.01, 5.76e23, 5e-324].map((x) => bitsOf(log10(x)))).toEqual([
    "3fd34413509f79ff",
    "bff0000000000000",
    "bf71e0d4874f92f2",
    "3f71b349f11fb5bf",
    "4037c2ab0c417220",
    "c07434e6420f4374"
  ]);
  expect([0.5, -0.154, 23.7, -300.3].map((x) => bitsOf(pow10(x)))).toEqual([
    "40094c583ada5b53",
    "3fe6725261ca3af5",
    "44da885a85230efd",
    "01957b2693ab3fe6"
  ]);
  expect([bitsOf(pow(5.76e23, -0.34)), bitsOf(pow(1.0001, 1e6)), bitsOf(pow(0.3, 0.28))]).toEqual([
    "3e41ec0782d77de7",
    "48f330ab10a37aa5",
    "3fe6d7af19bac52f"
  ]);
});

function below(limit: number) {
  return (x: number) => x < limit;
}
