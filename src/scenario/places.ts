import {createScanner, findNodeAtLocation, parseTree, type Node} from "jsonc-parser";
import {describeSyntaxError} from "./syntaxError.ts";

/** A place in a text, both counted from 1; a tab is one column, as is each UTF-16 unit, and a byte order mark none. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset; a line ends with LF, CR LF or CR. */
export function placeOf(text: string, offset: number): Place {
  const end = Math.min(Math.max(0, offset), text.length);
  let line = 1;
  let start = hasMark(text) ? 1 : 0;
  for (let i = start; i < end; ++i) {
    const code = text.charCodeAt(i);
    if (code !== 10 && (code !== 13 || text.charCodeAt(i + 1) === 10)) continue;
    ++line;
    start = i + 1;
  }
  return {line, column: Math.max(0, end - start) + 1};
}

export type Path = readonly (string | number)[];

/** A path as people write it: `models[2].compute`; keys that are no plain words stand quoted in brackets. */
export function formatPath(path: Path): string {
  return path
    .map((key, i) => {
      if (typeof key === "number") return `[${key}]`;
      if (!/^[A-Za-z_][\w-]*$/.test(key)) return `[${JSON.stringify(key)}]`;
      return i === 0 ? key : `.${key}`;
    })
    .join("");
}

/**
 * The places of the values in a JSON text, by path; parses once, for many questions.
 *
 * A path that leads nowhere gives the place of its nearest existing parent. Undefined for every path where the text is
 * empty or nested too deep.
 */
export function placesIn(text: string): (path: Path) => Place | undefined {
  const tree = tooDeep(text) ? undefined : parseTree(withoutMark(text));
  return (path) => {
    if (!tree) return undefined;
    let node: Node | undefined;
    for (let length = path.length; length >= 0 && !node; --length) {
      node = findNodeAtLocation(tree, path.slice(0, length));
    }
    return placeOf(text, (node ?? tree).offset);
  };
}

/** The place of one value; see `placesIn`. */
export function placeOfPath(text: string, path: Path): Place | undefined {
  return placesIn(text)(path);
}

/** A key that an object holds more than once, and where it stands again; `path` leads to the object. */
export interface DuplicateKey extends Place {
  readonly path: Path;
  readonly key: string;
}

/** Every repetition of a key, of which JSON.parse silently keeps the last; expects a text that is JSON. */
export function duplicateKeys(text: string): DuplicateKey[] {
  const scanner = createScanner(withoutMark(text), true);
  const found: {readonly path: Path; readonly key: string; readonly offset: number}[] = [];
  const open: Container[] = [];
  for (;;) {
    const container = open.at(-1);
    switch (symbolOf[scanner.scan()]) {
      case "{":
        open.push({keys: new Set(), key: "", expectsKey: true});
        break;
      case "[":
        open.push({keys: undefined, key: 0, expectsKey: false});
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case ",":
        if (container?.keys) container.expectsKey = true;
        else if (container) container.key = Number(container.key) + 1;
        break;
      case "string": {
        if (!container?.expectsKey) break;
        const key = scanner.getTokenValue();
        if (container.keys?.has(key)) {
          found.push({path: open.slice(0, -1).map((outer) => outer.key), key, offset: scanner.getTokenOffset()});
        }
        container.keys?.add(key);
        container.key = key;
        container.expectsKey = false;
        break;
      }
      case "end":
        return found.map(({path, key, offset}) => ({path, key, ...placeOf(text, offset)}));
      case undefined:
    }
  }
}

/** An object or array that the scan is inside of; an array has no keys. */
interface Container {
  readonly keys: Set<string> | undefined;
  key: string | number;
  expectsKey: boolean;
}

// jsonc-parser declares its token kinds as a const enum, which does not outlive its own compilation.
const symbolOf: Readonly<Record<number, "{" | "}" | "[" | "]" | "," | "string" | "end">> = {
  1: "{",
  2: "}",
  3: "[",
  4: "]",
  5: ",",
  10: "string",
  17: "end"
};

/** The first reason why a text is not JSON, in plain words, or that it is nested too deep; undefined if it is fine. */
export function firstSyntaxError(text: string): (Place & {readonly message: string}) | undefined {
  const deep = tooDeep(text);
  if (deep) return {...placeOf(text, deep.offset), message: `is nested more than ${deepestNesting} levels deep`};
  const error = describeSyntaxError(withoutMark(text));
  return error && {...placeOf(text, error.offset), message: error.message};
}

/** jsonc-parser recurses once a level, and a stack holds some thousands; a scenario needs fewer than ten. */
const deepestNesting = 200;

function tooDeep(text: string): {readonly offset: number} | undefined {
  let depth = 0;
  for (let i = 0; i < text.length; ++i) {
    const c = text[i];
    if (c === '"') i = endOfString(text, i);
    else if (c === "{" || c === "[") ++depth;
    else if (c === "}" || c === "]") --depth;
    if (depth > deepestNesting) return {offset: i};
  }
  return undefined;
}

/** The offset of the quote that closes a string, or of the end of its line. */
function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; ++i) {
    const c = text[i];
    if (c === '"' || c === "\n" || c === "\r") return i;
    if (c === "\\" && text[i + 1] !== "\n" && text[i + 1] !== "\r") ++i;
  }
  return text.length;
}

const hasMark = (text: string): boolean => text.charCodeAt(0) === 0xfeff;

/** The text with a space for its byte order mark, so that offsets stay. */
const withoutMark = (text: string): string => (hasMark(text) ? ` ${text.slice(1)}` : text);
