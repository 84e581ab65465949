import {functionArity, isFunctionName, type Expression, type Sign} from "../laws/expression.ts";
import {faultAt, wholeFault, type FormulaFault} from "./formulaFault.ts";
import {functionNameFault, valueNameFault} from "./formulaNames.ts";
import {formulaLimits, type Token} from "./formulaTokens.ts";

/** What is read of a node of mathjs; nothing else of it is touched, and it is never evaluated. */
export interface ParsedNode {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: unknown;
  readonly op?: unknown;
  readonly implicit?: unknown;
  readonly fn?: unknown;
  readonly args?: readonly ParsedNode[];
  readonly content?: ParsedNode;
}

type Copied = Expression | FormulaFault;

const isFault = (copied: object): copied is FormulaFault => "ok" in copied;

const isNode = (value: unknown): value is ParsedNode => typeof value === "object" && value !== null && "type" in value;

const signs: readonly unknown[] = ["+", "-", "*", "/", "^"] satisfies Sign[];
const isSign = (op: unknown): op is Sign => signs.includes(op);

const foreign = (node: ParsedNode) => wholeFault(`holds what no formula may: ${node.type}`);

/** The fault of a function with too few or too many values; undefined if the number is right. */
function arityFault(name: keyof typeof functionArity, column: number, count: number): FormulaFault | undefined {
  const {least, most} = functionArity[name];
  if (count >= least && count <= most) return undefined;
  const wanted = `${most === Infinity ? `at least ${least}` : least} value${least === 1 ? "" : "s"}`;
  const hint = name === "log" && count === 2 ? "for another base divide, as in log(C) / log(2)" : undefined;
  return faultAt(name, column, `it takes ${wanted}, got ${count}`, hint);
}

/**
 * Our own tree with what a parsed one says, or why it may not be said.
 *
 * Only known kinds of nodes are copied, and of them only numbers, known names and known signs; all others are refused.
 *
 * @param leaves the numbers and names of the text from left to right, which give the places
 */
export function copyTree(root: ParsedNode, leaves: readonly Token[], parameters: readonly string[]): Copied {
  let leaf = 0; // leaves stand in the tree in the order of the text
  let nodes = 0;
  const nextColumn = () => leaves[leaf++]?.column ?? 1;

  function copyAll(parts: readonly ParsedNode[], depth: number): readonly Expression[] | FormulaFault {
    const copies: Expression[] = [];
    for (const part of parts) {
      const copied = copy(part, depth);
      if (isFault(copied)) return copied;
      copies.push(copied);
    }
    return copies;
  }

  function copyName(node: ParsedNode): Copied {
    const column = nextColumn();
    if (typeof node.name !== "string") return foreign(node);
    return valueNameFault(node.name, column, parameters) ?? {kind: "variable", name: node.name};
  }

  function copyNumber(node: ParsedNode): Copied {
    ++leaf;
    if (typeof node.value !== "number" || !Number.isFinite(node.value)) return foreign(node);
    return {kind: "number", value: node.value};
  }

  function copyOperation(node: ParsedNode, depth: number): Copied {
    const {op, implicit, args = []} = node;
    if (!isSign(op) || implicit === true) return foreign(node);
    const [first, second] = args;
    if (first === undefined || args.length > 2) return foreign(node);
    // A sum of many terms leans to the left without being deep to a reader.
    const left = copy(first, second === undefined || op === "^" ? depth + 1 : depth);
    if (isFault(left)) return left;
    if (second === undefined) {
      if (op === "+") return left;
      return op === "-" ? {kind: "negative", of: left} : foreign(node);
    }
    const right = copy(second, depth + 1);
    return isFault(right) ? right : {kind: "binary", sign: op, left, right};
  }

  function copyCall(node: ParsedNode, depth: number): Copied {
    const {fn, args = []} = node;
    // The callee of x.toString() is an accessor that has the name of a function too.
    if (!isNode(fn) || fn.type !== "SymbolNode" || typeof fn.name !== "string") return foreign(node);
    const {name} = fn;
    const column = nextColumn();
    if (!isFunctionName(name)) return functionNameFault(name, column, parameters) ?? foreign(node);
    const fault = arityFault(name, column, args.length);
    if (fault !== undefined) return fault;
    const values = copyAll(args, depth + 1);
    return isFault(values) ? values : {kind: "call", name, values};
  }

  function copy(node: ParsedNode, depth: number): Copied {
    if (depth > formulaLimits.depth) return wholeFault(`must nest at most ${formulaLimits.depth} deep`);
    if (++nodes > 2 * formulaLimits.nodes) return wholeFault("holds too much"); // parentheses are nodes here
    switch (node.type) {
      case "ConstantNode":
        return copyNumber(node);
      case "SymbolNode":
        return copyName(node);
      case "OperatorNode":
        return copyOperation(node, depth);
      case "FunctionNode":
        return copyCall(node, depth);
      case "ParenthesisNode":
        return node.content === undefined ? foreign(node) : copy(node.content, depth);
      default:
        return foreign(node);
    }
  }

  return copy(root, 0);
}
