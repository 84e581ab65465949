import {expect, test} from "vitest";
import {compileExpression, type Expression} from "../../src/laws/expression.ts";
import {checkFormulaCurve, formulaAt, formulaCurve} from "../../src/laws/formulaCurve.ts";
import {powerLawCurve} from "../../src/laws/powerLaw.ts";
import {exp, log10, pow10} from "../../src/numerics/exp.ts";
import {seededRandom, type Random} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";

const between = (random: Random, low: number, high: number) => low + (high - low) * random();
const logistic = (x: number) => 1 / (1 + exp(-x));

/** E + k * C^(-a) as a tree. */
const powerLaw: Expression = {
  kind: "binary",
  sign: "+",
  left: {kind: "variable", name: "E"},
  right: {
    kind: "binary",
    sign: "*",
    left: {kind: "variable", name: "k"},
    right: {
      kind: "binary",
      sign: "^",
      left: {kind: "variable", name: "C"},
      right: {kind: "negative", of: {kind: "variable", name: "a"}}
    }
  }
};
const evaluatePowerLaw = compileExpression(powerLaw, ["C", "E", "k", "a"]);

test("a power law written as a formula is the power law, there and back", () => {
  const random = seededRandom(3, "formula");
  for (let i = 0; i < 300; ++i) {
    const law = {E: random(), k: between(random, 10, 1000), a: between(random, 0.05, 0.2)};
    const known = powerLawCurve(law);
    const curve = formulaCurve(formulaAt(evaluatePowerLaw, [law.E, law.k, law.a]));
    const log10C = between(random, 16, 30);
    const loss = known.score(log10C);
    expect(relativeError(curve.score(log10C), loss), `seed 3, case ${i}`).toBeLessThan(1e-12);
    expect(relativeError(curve.log10Compute(loss), known.log10Compute(loss)), `seed 3, case ${i}`).toBeLessThan(1e-9);
  }
});

const monotone: Record<string, (log10C: number) => number> = {
  "a falling power law": formulaAt(evaluatePowerLaw, [0.5, 1071, 0.15]),
  "a rising line": (log10C) => 5 * log10C - 100,
  "a falling line": (log10C) => 9 - 0.2 * log10C,
  "a rising sigmoid": (log10C) => 80 * logistic(0.8 * (log10C - 25)),
  "a falling sigmoid": (log10C) => 4 - 2 * logistic(0.7 * (log10C - 24)),
  "a square root of log compute": (log10C) => Math.sqrt(log10C - 11)
};

test.each(Object.keys(monotone))("score undoes log10Compute on %s", (name) => {
  const evaluate = monotone[name]!;
  const curve = formulaCurve(evaluate);
  const random = seededRandom(5, name);
  for (let i = 0; i < 300; ++i) {
    const score = evaluate(between(random, 12, 38));
    expect(relativeError(curve.score(curve.log10Compute(score)), score), `seed 5, case ${i}`).toBeLessThan(1e-12);
  }
});

test("a curve starts and ends with the scores at 1e12 and 1e40 FLOP and keeps them beyond", () => {
  const curve = formulaCurve((log10C) => 5 * log10C);
  expect([curve.start, curve.limit]).toEqual([60, 200]);
  expect([curve.score(-Infinity), curve.score(11), curve.score(41), curve.score(Infinity)]).toEqual([60, 60, 200, 200]);
  expect([curve.log10Compute(60), curve.log10Compute(200)]).toEqual([12, 40]);
});

test("a score beyond the upper end needs Infinity, one before the lower end −Infinity, rising and falling", () => {
  const rising = formulaCurve((log10C) => log10C);
  expect([11.9, 40.1, -Infinity, Infinity].map(rising.log10Compute)).toEqual([
    -Infinity,
    Infinity,
    -Infinity,
    Infinity
  ]);
  const falling = formulaCurve((log10C) => -log10C);
  expect([-11.9, -40.1, Infinity, -Infinity].map(falling.log10Compute)).toEqual([
    -Infinity,
    Infinity,
    -Infinity,
    Infinity
  ]);
  expect(rising.log10Compute(NaN)).toBeNaN();
});

test("a flat curve is reached by any compute up to its height and by none above", () => {
  expect([17, 18, 18.1].map(formulaCurve(() => 18).log10Compute)).toEqual([-Infinity, -Infinity, Infinity]);
});

test("a plateau is reached where it begins", () => {
  const capped = formulaCurve((log10C) => Math.min(50, Math.max(10, 10 * (log10C - 20.3))));
  expect(relativeError(capped.log10Compute(50), 25.3)).toBeLessThan(1e-12);
  expect(capped.log10Compute(10)).toBe(-Infinity);
});

test("a curve that turns round gives the least compute that reaches a score", () => {
  const hill = formulaCurve((log10C) => 50 - (log10C - 25) * (log10C - 25));
  expect(relativeError(hill.log10Compute(46), 23)).toBeLessThan(1e-12);
  expect(hill.log10Compute(51)).toBe(Infinity);
  const valley = formulaCurve((log10C) => 2 + (log10C - 25) * (log10C - 25));
  expect(relativeError(valley.log10Compute(6), 23)).toBeLessThan(1e-12);
  expect(valley.log10Compute(1)).toBe(Infinity);
});

test("parts without a finite number are passed over", () => {
  const partly = formulaCurve((log10C) => log10(log10C - 20));
  expect(relativeError(partly.log10Compute(log10(5)), 25)).toBeLessThan(1e-12);
  const pole = formulaCurve((log10C) => 1 / (log10C - 12));
  expect(pole.start).toBe(Infinity);
  expect(relativeError(pole.log10Compute(0.1), 22)).toBeLessThan(1e-12);
});

test("another domain moves the ends", () => {
  const curve = formulaCurve((log10C) => log10C, {low: 20, high: 30});
  expect([curve.start, curve.limit, curve.log10Compute(19), curve.log10Compute(31)]).toEqual([
    20,
    30,
    -Infinity,
    Infinity
  ]);
  expect(() => formulaCurve((log10C) => log10C, {low: 20, high: 20})).toThrow(RangeError);
});

test.each(Object.entries(monotone))("checkFormulaCurve finds nothing wrong with %s", (name, evaluate) => {
  expect(checkFormulaCurve(evaluate)).toEqual({
    ok: true,
    direction: name.includes("falling") ? "falls" : "rises"
  });
});

test("checkFormulaCurve tells a flat curve from one that goes somewhere", () => {
  expect(checkFormulaCurve(() => 3)).toEqual({ok: true, direction: "flat"});
  expect(checkFormulaCurve(() => 0)).toEqual({ok: true, direction: "flat"});
  const rounding = formulaAt(([C]) => (C! * 0.1) / C!, []);
  expect(checkFormulaCurve(rounding)).toEqual({ok: true, direction: "flat"});
});

test("checkFormulaCurve says where a formula first has no finite number", () => {
  expect(checkFormulaCurve((log10C) => (log10C < 24 ? 1 : NaN))).toEqual({ok: false, fault: "not finite", log10C: 24});
  expect(checkFormulaCurve(formulaAt(([C]) => exp(C!), []))).toMatchObject({ok: false, log10C: 12});
  expect(checkFormulaCurve((log10C) => pow10(10 * log10C))).toMatchObject({fault: "not finite", log10C: 30.85});
});

test("checkFormulaCurve says where a formula turns round", () => {
  const hill = checkFormulaCurve((log10C) => 50 - (log10C - 25.48) * (log10C - 25.48));
  expect(hill).toMatchObject({ok: false, fault: "turns", first: "rises"});
  expect(!hill.ok && Math.abs(hill.log10C - 25.48)).toBeLessThan(0.05);
  const valley = checkFormulaCurve((log10C) => 2 + (log10C - 23) * (log10C - 23));
  expect(valley).toMatchObject({ok: false, fault: "turns", first: "falls"});
  expect(!valley.ok && Math.abs(valley.log10C - 23)).toBeLessThan(0.05);
});

test("checkFormulaCurve sees a small turn after a steep fall, and a pole between two of its points", () => {
  const steep = checkFormulaCurve((log10C) => pow10(44 - 2 * log10C) + 2 + (log10C > 25 ? 1e-3 * (log10C - 25) : 0));
  expect(steep).toMatchObject({ok: false, fault: "turns", first: "falls"});
  expect(checkFormulaCurve((log10C) => 1 / (log10C - 24.013))).toMatchObject({fault: "turns", first: "falls"});
});

test("checkFormulaCurve takes the rounding of a cancellation for none", () => {
  // C × 0.1 / C is 0.1 but for the last bit, which is all there is at small C
  const saturating = formulaAt(([C]) => (C! * 0.1) / C! - 0.1 + C! / (C! + 1e30), []);
  expect(checkFormulaCurve(saturating)).toEqual({ok: true, direction: "rises"});
});
