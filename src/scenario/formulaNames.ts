import {functionNames, isFunctionName} from "../laws/expression.ts";
import {faultAt, quoted, type FormulaFault} from "./formulaFault.ts";
import {nearest} from "./nearest.ts";

/** The name of training compute, FLOP, in every formula. */
export const computeName = "C";

/** Constants people may expect, and what to write for them. */
const constants: ReadonlyMap<string, string> = new Map([
  ["e", "write exp(1) or 2.718281828459045"],
  ["pi", "write 3.141592653589793"]
]);

/** What other languages and papers call our functions. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["ln", "log is the natural logarithm"],
  ["lg", "write log10"],
  ["sigmoid", "write logistic"]
]);

/** Words that mathjs reads as signs or values: they can be no names. */
const foreignWords = "mod to in and xor or not true false null undefined NaN Infinity".split(" ");

/** Whether a word is one that could be taken for a sign or a value of another language. */
export const isForeignWord = (word: string): boolean => foreignWords.includes(word);

/** What is wrong with the name of a parameter, without the name of its field; undefined if it may be used. */
export function parameterNameFault(name: string): string | undefined {
  if (!/^[A-Za-z]\w{0,31}$/.test(name)) {
    return `must be 1 to 32 letters, digits and underscores, a letter first, got ${quoted(name)}`;
  }
  if (name === computeName) return `must not be "C", which is the training compute`;
  if (isFunctionName(name)) return `must not be ${quoted(name)}, which is a function`;
  if (constants.has(name) || isForeignWord(name)) return `must not be ${quoted(name)}, which has a meaning elsewhere`;
  return undefined;
}

/** The fault of a name that stands for a value; undefined if it is C or a parameter. */
export function valueNameFault(name: string, column: number, parameters: readonly string[]): FormulaFault | undefined {
  if (name === computeName || parameters.includes(name)) return undefined;
  const constant = constants.get(name);
  if (constant !== undefined) return faultAt(name, column, "there are no constants of this name", constant);
  if (isFunctionName(name)) return faultAt(name, column, "it is a function", `write ${name}(…)`);
  const known = [computeName, ...parameters];
  // Any two single letters are one edit apart, which says nothing.
  const near =
    name.length > 1 ? nearest(name, known) : known.find((other) => other.toLowerCase() === name.toLowerCase());
  const hint = near === undefined ? `there are: ${known.join(", ")}` : `did you mean "${near}"?`;
  return faultAt(name, column, "it is neither C nor a parameter", hint);
}

/** The fault of a name that is called; undefined if it is a function. */
export function functionNameFault(
  name: string,
  column: number,
  parameters: readonly string[]
): FormulaFault | undefined {
  if (isFunctionName(name)) return undefined;
  if (name === computeName || parameters.includes(name)) {
    return faultAt(name, column, "it is not a function", `to multiply write ${name} * (…)`);
  }
  const near = nearest(name, functionNames);
  const hint = near === undefined ? `there are: ${functionNames.join(", ")}` : `did you mean "${near}"?`;
  return faultAt(name, column, "there is no such function", otherNames.get(name) ?? hint);
}
