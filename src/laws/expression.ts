import {exp, log, log10, pow} from "../numerics/exp.ts";
import {powersOfTwo} from "../numerics/expTables.ts";

/** The signs between two values, bound as on paper; -x^2 is -(x^2) and x^y^z is x^(y^z) wherever they are read. */
export type Sign = "+" | "-" | "*" | "/" | "^";

/** A formula as a tree that holds nothing but numbers, names and known operations. */
export type Expression =
  | {readonly kind: "number"; readonly value: number}
  | {readonly kind: "variable"; readonly name: string}
  | {readonly kind: "negative"; readonly of: Expression}
  | {readonly kind: "binary"; readonly sign: Sign; readonly left: Expression; readonly right: Expression}
  | {readonly kind: "call"; readonly name: FunctionName; readonly values: readonly Expression[]};

type Values = Float64Array | readonly number[];
type Evaluate = (values: Values) => number;

/** The binary logarithm of x, exact for powers of two. */
function log2(x: number): number {
  const y = log(x) / Math.LN2;
  const whole = Math.round(y);
  return powersOfTwo[whole + 1074] === x ? whole : y;
}

const ofOne = {
  exp,
  /** The natural logarithm. */
  log,
  log10,
  log2,
  sqrt: Math.sqrt,
  abs: Math.abs,
  logistic: (x: number) => 1 / (1 + exp(-x))
};

type NameOfOne = keyof typeof ofOne;

/** The functions a formula may call; `log` is the natural logarithm and logistic(x) = 1 / (1 + exp(−x)). */
export type FunctionName = NameOfOne | "pow" | "min" | "max";

/** How many values each function takes; `most` is Infinity for min and max. */
export const functionArity: Readonly<Record<FunctionName, {readonly least: number; readonly most: number}>> = {
  exp: {least: 1, most: 1},
  log: {least: 1, most: 1},
  log10: {least: 1, most: 1},
  log2: {least: 1, most: 1},
  sqrt: {least: 1, most: 1},
  abs: {least: 1, most: 1},
  min: {least: 2, most: Infinity},
  max: {least: 2, most: Infinity},
  pow: {least: 2, most: 2},
  logistic: {least: 1, most: 1}
};

/** The names of the functions, in the order in which they are listed to people. */
export const functionNames = Object.keys(functionArity) as readonly FunctionName[];

/** Whether a name is one of a function; false for what every object has, such as "constructor". */
export const isFunctionName = (name: string): name is FunctionName => Object.hasOwn(functionArity, name);

const ofTwo: Readonly<Record<Sign, (left: Evaluate, right: Evaluate) => Evaluate>> = {
  "+": (left, right) => (values) => left(values) + right(values),
  "-": (left, right) => (values) => left(values) - right(values),
  "*": (left, right) => (values) => left(values) * right(values),
  "/": (left, right) => (values) => left(values) / right(values),
  "^": (left, right) => (values) => pow(left(values), right(values))
};

function compileCall(name: FunctionName, parts: readonly Evaluate[]): Evaluate {
  const {least, most} = functionArity[name];
  if (!(parts.length >= least && parts.length <= most)) {
    throw new RangeError(`invalid call of ${name}; number of values: ${parts.length}`);
  }
  const [first, second] = [parts[0]!, parts[1]!];
  if (name === "pow") return ofTwo["^"](first, second);
  if (name === "min" || name === "max") {
    const best = name === "min" ? Math.min : Math.max;
    return parts.slice(1).reduce<Evaluate>((so, part) => (values) => best(so(values), part(values)), first);
  }
  const f = ofOne[name];
  return (values) => f(first(values));
}

/**
 * A function that gives the value of an expression, its variables given in the order of `variables`.
 *
 * Built once out of closures, no code is made from text. IEEE values flow: 1/0 = Infinity, log(−1) = NaN. The same
 * bits come out in every engine.
 *
 * @throws RangeError if a variable is not among `variables` or a function has the wrong number of values
 */
export function compileExpression(expression: Expression, variables: readonly string[]): Evaluate {
  const compile = (part: Expression): Evaluate => {
    switch (part.kind) {
      case "number": {
        const {value} = part;
        return () => value;
      }
      case "variable": {
        const i = variables.indexOf(part.name);
        if (i < 0) throw new RangeError(`invalid variable; not among those given: ${part.name}`);
        return (values) => values[i]!;
      }
      case "negative": {
        const of = compile(part.of);
        return (values) => -of(values);
      }
      case "binary":
        return ofTwo[part.sign](compile(part.left), compile(part.right));
      case "call":
        return compileCall(part.name, part.values.map(compile));
    }
  };
  return compile(expression);
}

/** The names of the variables of an expression, each once, in the order in which they first stand in it. */
export function variablesOf(expression: Expression): readonly string[] {
  const names = new Set<string>();
  const collect = (part: Expression): void => {
    if (part.kind === "variable") names.add(part.name);
    if (part.kind === "negative") collect(part.of);
    if (part.kind === "binary") [part.left, part.right].forEach(collect);
    if (part.kind === "call") part.values.forEach(collect);
  };
  collect(expression);
  return [...names];
}
