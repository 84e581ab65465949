import fc from "fast-check";
import {beforeAll, expect, test} from "vitest";
import {compileExpression} from "../../src/laws/expression.ts";
import {formulaAt, formulaCurve} from "../../src/laws/formulaCurve.ts";
import {powerLawCurve} from "../../src/laws/powerLaw.ts";
import {loadFormulaReader, readFormula, type FormulaReader} from "../../src/scenario/formula.ts";
import {relativeError} from "../numerics/relative.ts";

let read: FormulaReader;
beforeAll(async () => {
  read = await loadFormulaReader();
});

/** The value of a formula for C and parameters. */
function valueOf(text: string, C: number, parameters: Readonly<Record<string, number>> = {}): number {
  const names = Object.keys(parameters);
  const formula = read(text, names);
  if (!formula.ok) throw new Error(formula.message);
  return compileExpression(formula.expression, ["C", ...names])([C, ...Object.values(parameters)]);
}

test.each<[string, number, Record<string, number>, number]>([
  ["E + A * C^(-alpha)", 1e24, {E: 1.69, A: 406.4, alpha: 0.15}, 1.69 + 406.4 * 1e24 ** -0.15],
  ["E+A*C^-alpha", 1e22, {E: 1.69, A: 406.4, alpha: 0.15}, 1.69 + 406.4 * 1e22 ** -0.15],
  ["top * logistic(k * (log10(C) - mid))", 1e25, {top: 90, k: 0.8, mid: 24}, 90 / (1 + Math.exp(-0.8))],
  ["floor + (100 - floor) * exp(-(C / C0)^-b)", 3e23, {floor: 25, C0: 1e23, b: 0.4}, 25 + 75 * Math.exp(-(3 ** -0.4))],
  ["min(80, max(5, 5 * log10(C) - 100))", 1e23, {}, 15],
  ["pow(C, 0.5) + sqrt(C) - 2 * C^0.5", 1e20, {}, 0],
  ["log(C) / log(10) + log2(8) + abs(-2)", 1e24, {}, 29],
  ["-C^2", 3, {}, -9],
  ["C^3^2 / 2", 2, {}, 256],
  ["2^-C", 3, {}, 0.125],
  ["C - 2 - 3", 10, {}, 5],
  ["C / 2 / 5", 10, {}, 1],
  ["C / 2 * 5", 10, {}, 25],
  ["1 + 2 * C", 3, {}, 7],
  ["+C - -1", 3, {}, 4],
  ["\t.5*C + 5. + 1E-1", 1, {}, 5.6],
  ["a_1 * C + constructor + toString", 2, {a_1: 3, constructor: 10, toString: 100}, 116]
])("%s at C = %d has its value", (text, C, parameters, expected) => {
  const value = valueOf(text, C, parameters);
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
});

test("a formula in brackets of any number is the formula", () => {
  expect(valueOf("exp(((((0 * C + 1)))))", 1)).toBe(valueOf("exp(0 * C + 1)", 1));
});

test("parameters that are not used are named", () => {
  expect(read("A * C", ["E", "A", "alpha"])).toMatchObject({ok: true, unused: ["E", "alpha"]});
  expect(read("C", [])).toEqual({ok: true, expression: {kind: "variable", name: "C"}, unused: []});
});

test("readFormula says what the loaded reader says", async () => {
  expect(await readFormula("E + C", ["E"])).toEqual(read("E + C", ["E"]));
  expect(await readFormula("E + ", ["E"])).toEqual(read("E + ", ["E"]));
});

test("power laws written as formulas are the curves of powerLaw.ts, there and back", () => {
  const finite = (min: number, max: number) => fc.double({min, max, noNaN: true});
  fc.assert(
    fc.property(
      finite(0, 1),
      finite(10, 1000),
      finite(0.05, 0.2),
      finite(16, 30),
      fc.boolean(),
      (E, k, a, log10C, written) => {
        const text = written ? `${E} + ${k} * C^(-${a})` : "E + k / C^a";
        const parameters = written ? {} : {E, k, a};
        const formula = read(text, Object.keys(parameters));
        if (!formula.ok) throw new Error(formula.message);
        const evaluate = compileExpression(formula.expression, ["C", ...Object.keys(parameters)]);
        const curve = formulaCurve(formulaAt(evaluate, Object.values(parameters)));
        const known = powerLawCurve({E, k, a});
        const loss = known.score(log10C);
        expect(relativeError(curve.score(log10C), loss)).toBeLessThan(1e-12);
        expect(relativeError(curve.log10Compute(loss), known.log10Compute(loss))).toBeLessThan(1e-9);
        const reached = curve.score(curve.log10Compute(loss));
        expect(relativeError(reached, loss)).toBeLessThan(1e-12);
      }
    ),
    {seed: 11, numRuns: 300}
  );
});

/** A formula fully in parentheses, and its value at C = 3, a = 0.7 worked out beside it. */
const written = fc.letrec<{tree: {text: string; value: number}}>((tie) => ({
  tree: fc.oneof(
    {maxDepth: 4, depthSize: "small"},
    fc.constantFrom({text: "C", value: 3}, {text: "a", value: 0.7}),
    fc.integer({min: 1, max: 99}).map((n) => ({text: String(n / 8), value: n / 8})),
    tie("tree").map(({text, value}) => ({text: `(-${text})`, value: -value})),
    tie("tree").map(({text, value}) => ({text: `abs(${text})`, value: Math.abs(value)})),
    tie("tree").map(({text, value}) => ({text: `logistic(${text})`, value: 1 / (1 + Math.exp(-value))})),
    fc.tuple(tie("tree"), tie("tree"), fc.constantFrom("+", "-", "*", "/", "^", "max")).map(([left, right, sign]) => {
      const [a, b] = [left.value, right.value];
      const value = {"+": a + b, "-": a - b, "*": a * b, "/": a / b, "^": a ** b, max: Math.max(a, b)}[sign];
      return {
        text: sign === "max" ? `max(${left.text}, ${right.text})` : `(${left.text} ${sign} ${right.text})`,
        value
      };
    })
  )
})).tree;

test("random formulas have the value that is worked out beside them", () => {
  fc.assert(
    fc.property(written, ({text, value}) => {
      fc.pre(text.length < 280 && Number.isFinite(value) && Math.abs(value) < 1e15);
      const got = valueOf(`0 * C + ${text}`, 3, {a: 0.7});
      // sums that nearly cancel and towers of powers magnify the last bits
      expect(Math.abs(got - value)).toBeLessThan(1e-9 * Math.max(1, Math.abs(value)));
    }),
    {seed: 12, numRuns: 500}
  );
});

const pieces = [
  ...Array.from("EAC12.e+-*/^(),;=[]{}\"'!%?:<>&|#\\ \n\t\u0000\u202e×²α\ud800😀"),
  ..."exp log max pow in mod to not true NaN Infinity i e pi 1e400 0x1f constructor __proto__ .toString f(x)=x".split(
    " "
  )
];

test.each<[string, fc.Arbitrary<string>]>([
  ["any characters", fc.string({unit: "binary", maxLength: 320})],
  ["pieces of formulas", fc.array(fc.constantFrom(...pieces), {maxLength: 120}).map((list) => list.join(""))],
  ["signs and brackets", fc.string({unit: fc.constantFrom(...Array.from("(C1+-^*/,)")), maxLength: 300})],
  ["one piece again and again", fc.tuple(fc.constantFrom(...pieces), fc.nat(1000)).map(([s, n]) => s.repeat(n))]
])("the reader answers to every text and never throws: %s", (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      const result = read(text, ["E", "A"]);
      if (result.ok) {
        expect(typeof compileExpression(result.expression, ["C", "E", "A"])([1e24, 1, 2])).toBe("number");
        return;
      }
      expect(result.message).not.toBe("");
      expect(result.message.length).toBeLessThan(120);
      expect(result.column ?? 1).toBeGreaterThanOrEqual(1);
      expect(result.column ?? 1).toBeLessThanOrEqual(text.length + 1);
    }),
    {seed: 13, numRuns: 2000}
  );
});
