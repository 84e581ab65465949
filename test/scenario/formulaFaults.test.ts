import {all, create} from "mathjs";
import {beforeAll, expect, test} from "vitest";
import {loadFormulaReader, type FormulaReader} from "../../src/scenario/formula.ts";
import {parameterNameFault} from "../../src/scenario/formulaNames.ts";
import {copyTree} from "../../src/scenario/formulaTree.ts";

let read: FormulaReader;
beforeAll(async () => {
  read = await loadFormulaReader();
});

const parameters = ["E", "A", "alpha"];

/** Message, hint and column as one line. */
function fault(text: string, names: readonly string[] = parameters): string {
  const result = read(text, names);
  if (result.ok) return "accepted";
  const {message, hint, column} = result;
  expect(column === undefined || new RegExp(`column ${column}\\b`).test(message), message).toBe(true);
  return hint === undefined ? message : `${message} (${hint})`;
}

const functions = "there are: exp, log, log10, log2, sqrt, abs, min, max, pow, logistic";

test.each([
  // what other programs would do
  ["x = 1", `has "=" at column 3: a formula assigns nothing`],
  ["f(x)=x", `has "=" at column 5: a formula assigns nothing`],
  ["C; E", `has ";" at column 2: a formula is one expression on one line`],
  ["C\nE", `has "line break" at column 2: a formula is one expression on one line`],
  ["x.toString()", `has "." at column 2: nothing has properties (a decimal point needs a digit after it or before it)`],
  [
    "C.constructor(1)()",
    `has "." at column 2: nothing has properties (a decimal point needs a digit after it or before it)`
  ],
  ["C[1]", `has "[" at column 2: there are no lists`],
  ["[1, 2]", `has "[" at column 1: there are no lists`],
  ["{a: 1}", `has "{" at column 1: there are no objects`],
  [`C + "a"`, `has '"' at column 5: there is no text`],
  [`createUnit("foo")`, `has '"' at column 12: there is no text`],
  ["C'", `has "'" at column 2: there is no text`],
  ["1:3", `has ":" at column 2: there are no ranges`],
  ["C ? 1 : 2", `has "?" at column 3: there are no conditions (min and max can bound a value)`],
  ["C < 3", `has "<" at column 3: there are no comparisons (min and max can bound a value)`],
  ["C == 3", `has "=" at column 3: a formula assigns nothing`],
  ["C!", `has "!" at column 2: there is no factorial`],
  ["5% * C", `has "%" at column 2: there are no percentages (write 0.05 for 5 %)`],
  ["C # note", `has "#" at column 3: there are no comments`],
  ["C @ 2", `has "@" at column 3: it means nothing in a formula`],
  ["C in m", `has "in" at column 3: it means nothing in a formula`],
  ["C mod 2", `has "mod" at column 3: it means nothing in a formula`],
  ["not C", `has "not" at column 1: it means nothing in a formula`],
  ["C * true", `has "true" at column 5: it means nothing in a formula`],
  ["C * NaN", `has "NaN" at column 5: it means nothing in a formula`],
  ["Infinity * C", `has "Infinity" at column 1: it means nothing in a formula`],
  ["import(C)", `has "import" at column 1: there is no such function (${functions})`],
  ["createUnit(C)", `has "createUnit" at column 1: there is no such function (${functions})`],
  ["C + random()", `has "random" at column 5: there is no such function (${functions})`],
  ["ones(2000,2000)", `has "ones" at column 1: there is no such function (${functions})`],
  ["constructor(C)", `has "constructor" at column 1: there is no such function (${functions})`],
  ["toString()", `has "toString" at column 1: there is no such function (${functions})`],
  ["constructor", `has "constructor" at column 1: it is neither C nor a parameter (there are: C, E, A, alpha)`],
  ["C + __proto__", `has "__proto__" at column 5: it is neither C nor a parameter (there are: C, E, A, alpha)`],
  ["i * C", `has "i" at column 1: it is neither C nor a parameter (there are: C, E, A, alpha)`],
  // values side by side
  ["2C", `has no sign between "2" and "C" at column 2 (write 2 * C)`],
  ["A C", `has no sign between "A" and "C" at column 3 (write A * C)`],
  ["5 cm * C", `has no sign between "5" and "cm" at column 3 (write 5 * cm)`],
  ["2(C + 1)", `has no sign between "2" and "(" at column 2 (write 2 * (…))`],
  ["(C + 1) A", `has no sign between ")" and "A" at column 9 (write (…) * A)`],
  ["exp(C)(2)", `has no sign between ")" and "(" at column 7 (write (…) * (…))`],
  ["A(C + 1)", `has "A" at column 1: it is not a function (to multiply write A * (…))`],
  ["exp C", `has no sign between "exp" and "C" at column 5 (write exp(…))`],
  ["1 000 C", `has "000" at column 3: a number does not begin with 0 (thousands take no sign)`],
  ["10 100", `has no sign between "10" and "100" at column 4 (a number has one point and no spaces)`],
  ["1.5.2", `has no sign between "1.5" and ".2" at column 4 (a number has one point and no spaces)`],
  ["C * 1e", `has no sign between "1" and "e" at column 6 (digits are missing after 1e)`],
  ["0x1f * C", `has no sign between "0" and "x1f" at column 2 (numbers are written in decimals)`],
  // numbers
  ["1e400 * C", `has "1e400" at column 1: a number must be below 1.8e308`],
  ["C + 1e-400", `has "1e-400" at column 5: so small a number cannot be held`],
  ["1,000 * C", `has "," at column 2: it stands outside a function (decimals take a point, thousands no sign)`],
  ["max(C, 1,000)", `has "000" at column 10: a number does not begin with 0 (thousands take no sign)`],
  // names
  ["E + A * C^-alpah", `has "alpah" at column 12: it is neither C nor a parameter (did you mean "alpha"?)`],
  ["E + a * C", `has "a" at column 5: it is neither C nor a parameter (did you mean "A"?)`],
  ["E * c", `has "c" at column 5: it is neither C nor a parameter (did you mean "C"?)`],
  ["e^C", `has "e" at column 1: there are no constants of this name (write exp(1) or 2.718281828459045)`],
  ["pi * C", `has "pi" at column 1: there are no constants of this name (write 3.141592653589793)`],
  ["exp + C", `has "exp" at column 1: it is a function (write exp(…))`],
  ["ln(C)", `has "ln" at column 1: there is no such function (log is the natural logarithm)`],
  ["sigmoid(C)", `has "sigmoid" at column 1: there is no such function (write logistic)`],
  ["sqr(C)", `has "sqr" at column 1: there is no such function (did you mean "sqrt"?)`],
  ["log(C, 10)", `has "log" at column 1: it takes 1 value, got 2 (for another base divide, as in log(C) / log(2))`],
  ["E + pow(C)", `has "pow" at column 5: it takes 2 values, got 1`],
  ["max(C)", `has "max" at column 1: it takes at least 2 values, got 1`],
  ["exp(max(C, 1), E)", `has "exp" at column 1: it takes 1 value, got 2`],
  // signs of print
  ["E × C", `has "×" at column 3: it is not a sign that is read (write *)`],
  ["C − E", `has "−" at column 3: it is not a sign that is read (write -)`],
  ["C²", `has "²" at column 2: raised digits are not read (write ^2 for ²)`],
  ["C^(-α)", `has "α" at column 5: names are written in the letters a to z (write alpha)`],
  ["é * C", `has "é" at column 1: names are written in the letters a to z`],
  ["C **2", `has "**" at column 3: it is not a sign (write ^)`],
  ["C\u00a0+ 1", "has U+00A0 at column 2: it cannot be seen"],
  ["\u202eC", "has U+202E at column 1: it cannot be seen"],
  // grammar
  ["", "must not be empty (such as E + A * C^(-alpha))"],
  [" \t ", "must not be empty (such as E + A * C^(-alpha))"],
  ["E + ", "ends at column 4 where a value must stand"],
  ["E + * C", `has "*" at column 5: a value must stand before it`],
  ["C ^^ 2", `has "^" at column 4: a value must stand before it`],
  ["() + C", `has ")" at column 2: a value must stand before it`],
  ["max(C, )", `has ")" at column 8: a value must stand before it`],
  ["(C", `has "(" at column 1: it is never closed`],
  ["C)", `has ")" at column 2: no "(" stands before it`],
  ["(C, E)", `has "," at column 3: it stands outside a function (decimals take a point, thousands no sign)`],
  ["E + A", "must contain C, the training compute in FLOP"]
])("%j is refused", (text, expected) => {
  expect(fault(text)).toBe(expected);
});

test("a formula may be 300 characters, 200 pieces and 40 levels, and no more", () => {
  expect(fault(`C${" ".repeat(299)}`)).toBe("accepted");
  expect(fault(`C${" ".repeat(300)}`)).toBe("must be at most 300 characters, got 301");
  expect(fault("x".repeat(1e6))).toBe("must be at most 300 characters, got 1000000");
  expect(fault(`C${"+C".repeat(99)}`)).toBe("accepted");
  expect(fault(`-C${"+C".repeat(99)}`)).toBe("accepted");
  expect(fault(`--C${"+C".repeat(99)}`)).toBe("must hold at most 200 numbers, names and signs, got 201");
  expect(fault(`${"(".repeat(40)}C${")".repeat(40)}`)).toBe("accepted");
  expect(fault(`${"(".repeat(41)}C${")".repeat(41)}`)).toBe(
    `has "(" at column 41: parentheses may nest 40 deep at most`
  );
  expect(fault("(".repeat(300))).toBe(`has "(" at column 41: parentheses may nest 40 deep at most`);
  expect(fault(`${"exp(".repeat(39)}C${")".repeat(39)}`)).toBe("accepted");
  expect(fault(`${"-".repeat(40)}C`)).toBe("accepted");
  expect(fault(`${"-".repeat(41)}C`)).toBe("must nest at most 40 deep");
  expect(fault(`C${"^C".repeat(41)}`)).toBe("must nest at most 40 deep");
});

test.each([
  ["E", undefined],
  ["alpha_2", undefined],
  ["constructor", undefined],
  ["x".repeat(32), undefined],
  ["x".repeat(33), `must be 1 to 32 letters, digits and underscores, a letter first, got "${"x".repeat(32)}…"`],
  ["", `must be 1 to 32 letters, digits and underscores, a letter first, got ""`],
  ["9x", `must be 1 to 32 letters, digits and underscores, a letter first, got "9x"`],
  ["__proto__", `must be 1 to 32 letters, digits and underscores, a letter first, got "__proto__"`],
  ["a-b", `must be 1 to 32 letters, digits and underscores, a letter first, got "a-b"`],
  ["α", `must be 1 to 32 letters, digits and underscores, a letter first, got "α"`],
  ["a\n", `must be 1 to 32 letters, digits and underscores, a letter first, got "a\n"`],
  ["C", `must not be "C", which is the training compute`],
  ["exp", `must not be "exp", which is a function`],
  ["e", `must not be "e", which has a meaning elsewhere`],
  ["pi", `must not be "pi", which has a meaning elsewhere`],
  ["in", `must not be "in", which has a meaning elsewhere`],
  ["NaN", `must not be "NaN", which has a meaning elsewhere`]
])("a parameter named %j: %s", (name, expected) => {
  expect(parameterNameFault(name)).toBe(expected);
  if (expected !== undefined) expect(fault("C", [name])).toBe(`has a parameter whose name ${expected}`);
});

const {parse} = create(all ?? {});

// Whatever came past the first look would still meet the copying of the tree, which is asked alone here, with the
// whole of mathjs as the parser.
test.each([
  ["x = 1", "AssignmentNode"],
  ["f(x) = x", "FunctionAssignmentNode"],
  ["C; E", "BlockNode"],
  ["C.E", "AccessorNode"],
  ["C[1]", "AccessorNode"],
  ["C.toString()", "FunctionNode"],
  ["C.exp(E)", "FunctionNode"],
  ["exp(C).log(E)", "FunctionNode"],
  ["[1, 2]", "ArrayNode"],
  ["{a: 1}", "ObjectNode"],
  ["exp({a: 1})", "ObjectNode"],
  [`"text"`, "ConstantNode"],
  ["1:3", "RangeNode"],
  ["C ? 1 : 2", "ConditionalNode"],
  ["1 < C < 3", "RelationalNode"],
  ["1e400", "ConstantNode"],
  ["true", "ConstantNode"],
  ["null", "ConstantNode"],
  ["undefined", "ConstantNode"],
  ["NaN", "ConstantNode"],
  ["", "ConstantNode"],
  ["C!", "OperatorNode"],
  ["C'", "OperatorNode"],
  ["C % 2", "OperatorNode"],
  ["2C", "OperatorNode"],
  ["C mod 2", "OperatorNode"],
  ["C to E", "OperatorNode"],
  ["C .* E", "OperatorNode"],
  ["C == E", "OperatorNode"],
  ["not C", "OperatorNode"],
  ["~C", "OperatorNode"],
  ["C | E", "OperatorNode"],
  ["C and E", "OperatorNode"]
])("the tree of %j is not copied", (text, type) => {
  expect(copyTree(parse(text), [], parameters)).toEqual({ok: false, message: `holds what no formula may: ${type}`});
});

test("a function of mathjs that is none of ours is not copied", () => {
  for (const text of ["ones(2000, 2000)", "random()", "import(C)", "constructor(C)", "evaluate(C)", "__proto__(C)"]) {
    expect(copyTree(parse(text), [], parameters)).toMatchObject({ok: false});
  }
});

test("a deep or large tree is not copied", () => {
  expect(copyTree(parse(`C${"^C".repeat(200)}`), [], parameters)).toMatchObject({message: "must nest at most 40 deep"});
  expect(copyTree(parse(`C${"+C".repeat(1000)}`), [], parameters)).toMatchObject({message: "holds too much"});
});
