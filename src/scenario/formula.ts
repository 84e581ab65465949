import {variablesOf, type Expression} from "../laws/expression.ts";
import {faultAt, wholeFault, type FormulaFault} from "./formulaFault.ts";
import {computeName, parameterNameFault} from "./formulaNames.ts";
import {formulaTokens, type Token} from "./formulaTokens.ts";
import {copyTree, type ParsedNode} from "./formulaTree.ts";

/** A formula that was read, or what is wrong with it. */
export type FormulaResult =
  | {
      readonly ok: true;
      readonly expression: Expression;
      /** Parameters that the formula does not use: worth a remark. */
      readonly unused: readonly string[];
    }
  | FormulaFault;

/** Reads a formula of C, training compute in FLOP, and of parameters, whose names it is given. */
export type FormulaReader = (text: string, parameters: readonly string[]) => FormulaResult;

type Parse = (text: string) => ParsedNode;

/** What stands where the parser expected a value; the pieces themselves are known to be right. */
function grammarFault(tokens: readonly Token[], error: unknown): FormulaFault {
  const {char} = error as {readonly char?: unknown};
  const at = typeof char === "number" ? tokens.find(({column}) => column >= char) : undefined;
  if (at !== undefined) return faultAt(at.text, at.column, "a value must stand before it");
  const last = tokens.at(-1);
  const column = last === undefined ? 1 : last.column + last.text.length;
  return {...wholeFault(`ends at column ${column} where a value must stand`), column};
}

function readWith(parse: Parse, text: string, parameters: readonly string[]): FormulaResult {
  const scanned = formulaTokens(text);
  if (!scanned.ok) return scanned;
  for (const name of parameters) {
    const fault = parameterNameFault(name);
    if (fault !== undefined) return wholeFault(`has a parameter whose name ${fault}`);
  }
  const {tokens} = scanned;
  let root: ParsedNode;
  try {
    root = parse(text);
  } catch (error) {
    return grammarFault(tokens, error);
  }
  const leaves = tokens.filter(({kind}) => kind === "number" || kind === "name");
  const expression = copyTree(root, leaves, parameters);
  if ("ok" in expression) return expression;
  const used = variablesOf(expression);
  if (!used.includes(computeName)) return wholeFault("must contain C, the training compute in FLOP");
  return {ok: true, expression, unused: parameters.filter((name) => !used.includes(name))};
}

/**
 * A reader of formulas such as "E + A * C^(-alpha)", by the parser of mathjs, which is fetched on the first call.
 *
 * mathjs parses and does nothing else: the text is looked over before and its tree is copied node by node after, so
 * that nothing of a formula is ever evaluated by it. The reader never throws.
 */
export async function loadFormulaReader(): Promise<FormulaReader> {
  const {create, parseDependencies} = await import("mathjs/number");
  // the declarations hold every collection of factories for possibly undefined; this one is part of mathjs
  const {parse} = create(parseDependencies ?? {});
  return (text, parameters) => readWith(parse, text, parameters);
}

/** Reads one formula, as `loadFormulaReader` does. */
export async function readFormula(text: string, parameters: readonly string[]): Promise<FormulaResult> {
  const read = await loadFormulaReader();
  return read(text, parameters);
}
