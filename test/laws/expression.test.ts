import {expect, test} from "vitest";
import {
  compileExpression,
  functionArity,
  functionNames,
  isFunctionName,
  variablesOf,
  type Expression,
  type FunctionName,
  type Sign
} from "../../src/laws/expression.ts";
import {exp, pow} from "../../src/numerics/exp.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {bitsOf, relativeError} from "../numerics/relative.ts";

const number = (value: number): Expression => ({kind: "number", value});
const variable = (name: string): Expression => ({kind: "variable", name});
const call = (name: FunctionName, ...values: Expression[]): Expression => ({kind: "call", name, values});
const binary = (left: Expression, sign: Sign, right: Expression): Expression => ({kind: "binary", sign, left, right});

const x = variable("x");
const y = variable("y");

test.each<[FunctionName, number, number]>([
  ["exp", 1.5, 4.4816890703380645],
  ["log", 10, 2.302585092994046],
  ["log10", 2, 0.3010299956639812],
  ["log2", 10, 3.321928094887362],
  ["sqrt", 2, 1.4142135623730951],
  ["abs", -3.5, 3.5],
  ["logistic", 2, 0.8807970779778823],
  ["logistic", -30, 9.357622968839299e-14],
  ["logistic", -800, 0],
  ["logistic", 800, 1]
])("%s(%d) has the value of the tables", (name, argument, expected) => {
  expect(relativeError(compileExpression(call(name, x), ["x"])([argument]), expected)).toBeLessThan(1e-15);
});

test("log2 is exact for every power of two", () => {
  const log2 = compileExpression(call("log2", x), ["x"]);
  for (let k = -1074; k <= 1023; ++k) expect(log2([2 ** k])).toBe(k);
});

test("min and max take any number of values, pow is the sign ^", () => {
  const values = [number(3), number(-1), x, number(2)];
  expect(compileExpression(call("min", ...values), ["x"])([-7])).toBe(-7);
  expect(compileExpression(call("max", ...values), ["x"])([9])).toBe(9);
  expect(compileExpression(call("pow", x, y), ["x", "y"])([3, 0.5])).toBe(pow(3, 0.5));
});

test.each<[Sign, number]>([
  ["+", 8.5],
  ["-", 5.5],
  ["*", 10.5],
  ["/", 7 / 1.5],
  ["^", 18.520259177452136]
])("7 %s 1.5 keeps its sides apart", (sign, expected) => {
  expect(relativeError(compileExpression(binary(x, sign, y), ["x", "y"])([7, 1.5]), expected)).toBeLessThan(1e-15);
});

test("variables are taken by their place, from a list or a typed array", () => {
  const difference = binary(x, "-", {kind: "negative", of: y});
  expect(compileExpression(difference, ["y", "x"])([1, 10])).toBe(11);
  expect(compileExpression(difference, ["unused", "y", "x"])(Float64Array.of(5, 2, 10))).toBe(12);
});

test("a loss law gives the bits of exp.ts", () => {
  const law = binary(variable("E"), "+", binary(variable("A"), "*", call("exp", binary(x, "*", variable("b")))));
  const evaluate = compileExpression(law, ["x", "E", "A", "b"]);
  const random = seededRandom(7, "expression");
  for (let i = 0; i < 200; ++i) {
    const [at, E, A, b] = [random() * 100, random(), random() * 500, -random()];
    expect(bitsOf(evaluate([at, E, A, b])), `seed 7, case ${i}`).toBe(bitsOf(E + A * exp(at * b)));
  }
});

test("what is no finite number flows as IEEE has it", () => {
  const quotient = compileExpression(binary(x, "/", y), ["x", "y"]);
  expect([quotient([1, 0]), quotient([-1, 0]), quotient([0, 0])]).toEqual([Infinity, -Infinity, NaN]);
  expect(compileExpression(call("log", x), ["x"])([-1])).toBeNaN();
  expect(compileExpression(call("log2", x), ["x"])([0])).toBe(-Infinity);
  expect(compileExpression(call("max", x, number(1)), ["x"])([NaN])).toBeNaN();
});

test("variablesOf names each variable once, from left to right", () => {
  const tree = binary(call("max", y, x), "+", binary({kind: "negative", of: variable("z")}, "*", y));
  expect(variablesOf(tree)).toEqual(["y", "x", "z"]);
  expect(variablesOf(number(2))).toEqual([]);
});

test("names that every object has are variables that are not there, and no functions", () => {
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
    expect(isFunctionName(name)).toBe(false);
    expect(() => compileExpression(variable(name), ["x"])).toThrow(RangeError);
  }
});

test("a function with a wrong number of values is refused", () => {
  for (const name of functionNames) {
    const {least} = functionArity[name];
    const values = Array.from({length: least}, () => x);
    expect(() => compileExpression(call(name, ...values), ["x"])).not.toThrow();
    expect(() => compileExpression(call(name, ...values.slice(1)), ["x"])).toThrow(RangeError);
  }
  expect(() => compileExpression(call("exp", x, x), ["x"])).toThrow(RangeError);
  expect(() => compileExpression(call("pow", x, x, x), ["x"])).toThrow(RangeError);
});
