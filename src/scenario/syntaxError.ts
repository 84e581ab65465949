import {printParseErrorCode, visit} from "jsonc-parser";

/** A fault in a text that should be JSON. */
export interface SyntaxFault {
  readonly offset: number;
  readonly message: string;
}

/** The first fault of a text that should be JSON, in plain words; expects no byte order mark and no deep nesting. */
export function describeSyntaxError(text: string): SyntaxFault | undefined {
  const start = text.search(/\S/);
  if (start < 0) return {offset: 0, message: "is empty; expected a JSON object"};
  if (text[start] === "<") {
    return {offset: start, message: "is HTML or XML, not JSON; save the file itself, not its page"};
  }
  let first: {readonly code: string; readonly offset: number; readonly length: number} | undefined;
  visit(
    text,
    {
      onError: (error, offset, length) => {
        first ??= {code: printParseErrorCode(error), offset, length};
      }
    },
    {disallowComments: true}
  );
  if (first) return describe(text, first.code, first.offset, first.length);
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    return {offset: start, message: "is not JSON"};
  }
}

function describe(text: string, code: string, offset: number, length: number): SyntaxFault {
  const at = (message: string, from = offset): SyntaxFault => ({offset: from, message});
  const found = text.slice(offset, offset + Math.max(1, length));
  const before = lastVisible(text, offset);
  const trailing = /^[}\]]/.test(found) && text[before] === ",";
  if (trailing) return at(`a comma before ${found[0]} is not allowed in JSON; remove it`, before);
  const number = describeNumber(text, offset);
  if (number) return number;
  const general = describeToken(found, text, offset);
  if (general !== undefined) return at(general);
  switch (code) {
    case "InvalidCommentToken":
      return at("comments are not allowed in JSON; remove it");
    case "UnexpectedEndOfString":
      return at('a string is not closed; its " is missing before the end of the line');
    case "InvalidCharacter":
      return at("a string holds a tab or another control character; write \\t or \\n");
    case "InvalidEscapeCharacter":
      return at('a string holds a backslash that begins no escape; write \\\\ for a backslash, \\" for a quote');
    case "InvalidUnicode":
      return at("a string holds \\u without four hexadecimal digits");
    case "EndOfFileExpected":
      return at(`${quoted(found)} follows the end of the document; one value is expected`);
  }
  if (offset >= text.length) return at("the text ends too early; a closing } or ] is missing");
  const previous = text[before] ?? "";
  switch (code) {
    case "CommaExpected":
      if (/^[}\]]/.test(found))
        return at(`a closing ${found.startsWith("}") ? "]" : "}"} is missing before ${quoted(found)}`);
      return at(`a comma is missing before ${quoted(found)}`);
    case "ColonExpected":
      return at(`a colon is missing after the key, before ${quoted(found)}`);
    case "PropertyNameExpected":
      return at(`a key in double quotes is expected, got ${quoted(found)}`);
    case "ValueExpected":
      return at(`a value is missing${previous === "" ? "" : ` after ${previous}`}, got ${quoted(found)}`);
  }
  return at(`${quoted(found)} is not JSON`);
}

const literals: ReadonlyMap<string, string> = new Map([
  ["true", "true"],
  ["false", "false"],
  ["null", "null"],
  ["none", "null"],
  ["nil", "null"],
  ["undefined", "null"]
]);

/** What is wrong with a token whatever stood before it: a quote of the wrong kind or a bare word. */
function describeToken(found: string, text: string, offset: number): string | undefined {
  if (/^['‘’`]/.test(found)) return "strings take double quotes, not single ones";
  if (/^[“”„«»]/.test(found)) return 'strings take straight quotes ("), not typographic ones';
  const bare = /^[\p{L}_$][\p{L}\d_$-]*/u.exec(text.slice(offset, offset + 80))?.[0];
  if (bare === undefined || found.startsWith('"')) return undefined;
  const literal = literals.get(bare.toLowerCase());
  if (literal === bare) return undefined;
  if (literal !== undefined) return `${bare} is not JSON; write ${literal}`;
  return `"${bare}" must stand in double quotes`;
}

/** The offset of the last character before a place that is no space; -1 if there is none. */
function lastVisible(text: string, offset: number): number {
  let i = offset - 1;
  while (i >= 0 && " \t\r\n".includes(text[i]!)) --i;
  return i;
}

const numberFaults: readonly (readonly [RegExp, string])[] = [
  [/^[-+]?(nan|infinity|inf)$/i, "numbers are finite"],
  [/^[-+]?0x[\da-f]+$/i, "write it in decimals"],
  [/^[-+]?0\d+(\.\d*)?$/, "write it without the leading 0"],
  [/^[-+]?\.\d/, "write a 0 before the point"],
  [/^\+\d/, "write it without the +"],
  [/^-?\d+(\.|(\.\d+)?e[-+]?)$/i, "a digit is missing"]
];

/** What is wrong with the number that an offset stands at or in; undefined if there is none. */
function describeNumber(text: string, offset: number): SyntaxFault | undefined {
  let start = offset;
  while (start > 0 && offset - start < 40 && /[-+.\w]/.test(text[start - 1]!)) --start;
  const number = /^[-+.\w]*/.exec(text.slice(start, start + 80))?.[0] ?? "";
  const advice = numberFaults.find(([pattern]) => pattern.test(number))?.[1];
  return advice === undefined ? undefined : {offset: start, message: `"${number}" is not a number in JSON; ${advice}`};
}

const invisible = /(?! )[\p{C}\p{Z}]/u;

/** A token in quotes, up to what cannot be seen, and shortened; what begins invisibly is named by its code point. */
function quoted(found: string): string {
  const visible = found.split(invisible)[0] ?? "";
  if (visible === "") return `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const short = visible.length > 20 ? `${visible.slice(0, 20)}…` : visible;
  return visible.startsWith('"') ? short : `"${short}"`;
}
