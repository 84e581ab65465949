import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {
  duplicateKeys,
  firstSyntaxError,
  formatPath,
  placeOf,
  placeOfPath,
  placesIn,
  type Path
} from "../../src/scenario/places.ts";

test.each([
  ["", 0, 1, 1],
  ["abc", 2, 1, 3],
  ["a\nbc", 2, 2, 1],
  ["a\nbc", 1, 1, 2],
  ["a\r\nbc", 4, 2, 2],
  ["a\r\nbc", 2, 1, 3],
  ["a\rbc", 2, 2, 1],
  ["\n\n\n", 3, 4, 1],
  ["\tx", 1, 1, 2],
  ["\uFEFFabc", 1, 1, 1],
  ["\uFEFFabc", 0, 1, 1],
  ["\uFEFFa\nbc", 4, 2, 2],
  ["abc", 99, 1, 4],
  ["abc", -1, 1, 1]
])("placeOf(%j, %d) is line %d, column %d", (text, offset, line, column) => {
  expect(placeOf(text, offset)).toEqual({line, column});
});

test.each([
  [[], ""],
  [["models", 2, "compute"], "models[2].compute"],
  [["models", "muse-spark", "compute"], "models.muse-spark.compute"],
  [[0, "id"], "[0].id"],
  [["scores", "AA index v4.0"], 'scores["AA index v4.0"]'],
  [["a.b", ""], '["a.b"][""]'],
  [['say "x"'], '["say \\"x\\""]'],
  [["models", "2"], 'models["2"]']
] satisfies [Path, string][])("formatPath(%j) is %j", (path, text) => {
  expect(formatPath(path)).toBe(text);
});

const scenario = `{
  "name": "test",
  "models": [
    {"id": "a", "compute": 3e24},
\t{"id": "b",
      "compute": -3}
  ]
}`;

describe.each([
  ["LF", scenario],
  ["CR LF", scenario.replaceAll("\n", "\r\n")],
  ["a byte order mark", `\uFEFF${scenario}`]
])("placeOfPath in a text with %s", (_, text) => {
  test.each([
    [[], 1, 1],
    [["name"], 2, 11],
    [["models"], 3, 13],
    [["models", 0], 4, 5],
    [["models", 0, "compute"], 4, 28],
    [["models", 1], 5, 2],
    [["models", 1, "compute"], 6, 18],
    // the nearest existing parent
    [["models", 1, "score"], 5, 2],
    [["models", 1, "compute", "low"], 6, 18],
    [["models", 7, "compute"], 3, 13],
    [["models", "a"], 3, 13],
    [["name", 0], 2, 11],
    [["banana", "peel"], 1, 1],
    [["__proto__"], 1, 1]
  ] satisfies [Path, number, number][])("%j stands at %d:%d", (path, line, column) => {
    expect(placeOfPath(text, path)).toEqual({line, column});
  });
});

test("placesIn answers many paths of one text", () => {
  const place = placesIn(scenario);
  expect([place(["name"]), place(["models", 1])]).toEqual([
    {line: 2, column: 11},
    {line: 5, column: 2}
  ]);
});

test("placeOfPath has no answer for an empty text", () => {
  expect(placeOfPath("", ["a"])).toBeUndefined();
  expect(placeOfPath(" \n", [])).toBeUndefined();
});

test("placeOfPath still finds what stands before a syntax error", () => {
  expect(placeOfPath('{"a": 1,\n "b": }', ["a"])).toEqual({line: 1, column: 7});
});

test.each([
  ["", 1, 1, "is empty; expected a JSON object"],
  [" \n ", 1, 1, "is empty; expected a JSON object"],
  ["\uFEFF", 1, 1, "is empty; expected a JSON object"],
  ["<!DOCTYPE html>\n<html>", 1, 1, "is HTML or XML, not JSON; save the file itself, not its page"],
  ['{"a": 1,}', 1, 8, "a comma before } is not allowed in JSON; remove it"],
  ['{"a": [1, 2,\n]}', 1, 12, "a comma before ] is not allowed in JSON; remove it"],
  ['{\n  // why\n  "a": 1}', 2, 3, "comments are not allowed in JSON; remove it"],
  ['{"a": 1 /* why */}', 1, 9, "comments are not allowed in JSON; remove it"],
  ['{"a": 1} /* why', 1, 10, "comments are not allowed in JSON; remove it"],
  ['{"a": "b\n}', 1, 7, 'a string is not closed; its " is missing before the end of the line'],
  ['{"a": "b', 1, 7, 'a string is not closed; its " is missing before the end of the line'],
  ['{"a": "b\tc"}', 1, 7, "a string holds a tab or another control character; write \\t or \\n"],
  [
    '{"a": "C:\\path"}',
    1,
    7,
    'a string holds a backslash that begins no escape; write \\\\ for a backslash, \\" for a quote'
  ],
  ['{"a": "\\u12"}', 1, 7, "a string holds \\u without four hexadecimal digits"],
  ["{'a': 1}", 1, 2, "strings take double quotes, not single ones"],
  ["{“a”: 1}", 1, 2, 'strings take straight quotes ("), not typographic ones'],
  ["{a: 1}", 1, 2, '"a" must stand in double quotes'],
  ['{"a": banana}', 1, 7, '"banana" must stand in double quotes'],
  ["name: test", 1, 1, '"name" must stand in double quotes'],
  ['{"a": True}', 1, 7, "True is not JSON; write true"],
  ['{"a": None}', 1, 7, "None is not JSON; write null"],
  ['{"a": undefined}', 1, 7, "undefined is not JSON; write null"],
  ['{"a": NaN}', 1, 7, '"NaN" is not a number in JSON; numbers are finite'],
  ['{"a": -Infinity}', 1, 7, '"-Infinity" is not a number in JSON; numbers are finite'],
  ['{"a": +1}', 1, 7, '"+1" is not a number in JSON; write it without the +'],
  ['{"a": .5}', 1, 7, '".5" is not a number in JSON; write a 0 before the point'],
  ['{"a": 1.}', 1, 7, '"1." is not a number in JSON; a digit is missing'],
  ['{"a": 1e}', 1, 7, '"1e" is not a number in JSON; a digit is missing'],
  ['{"a": 012}', 1, 7, '"012" is not a number in JSON; write it without the leading 0'],
  ['{"a": 0x10}', 1, 7, '"0x10" is not a number in JSON; write it in decimals'],
  ['{"a": 1 "b": 2}', 1, 9, 'a comma is missing before "b"'],
  ["[1 2]", 1, 4, 'a comma is missing before "2"'],
  ['{"a" 1}', 1, 6, 'a colon is missing after the key, before "1"'],
  ['{"a": }', 1, 7, 'a value is missing after :, got "}"'],
  ['{"a":\u00a01}', 1, 6, "U+00A0 is not JSON"],
  ["[1}", 1, 3, 'a closing ] is missing before "}"'],
  ['{"a": 1]', 1, 8, 'a closing } is missing before "]"'],
  ['{"a": 1.5 "b": 2}', 1, 11, 'a comma is missing before "b"'],
  ["[,1]", 1, 2, 'a value is missing after [, got ","'],
  ["}", 1, 1, 'a value is missing, got "}"'],
  ["{1: 2}", 1, 2, 'a key in double quotes is expected, got "1"'],
  ['{"a": 1', 1, 8, "the text ends too early; a closing } or ] is missing"],
  ["[[1, 2]", 1, 8, "the text ends too early; a closing } or ] is missing"],
  ['{"a": 1}\n{"b": 2}', 2, 1, '"{" follows the end of the document; one value is expected'],
  ['\uFEFF{"a": 1,}', 1, 8, "a comma before } is not allowed in JSON; remove it"]
])("firstSyntaxError(%j) is at %d:%d: %s", (text, line, column, message) => {
  expect(firstSyntaxError(text)).toEqual({line, column, message});
});

test.each(["{}", "[]", "1", '"a"', "null", ' {"a": [1, {"b": "\\u00e9\\n"}]}\r\n', "\uFEFF{}", scenario])(
  "firstSyntaxError finds nothing in %j",
  (text) => {
    expect(firstSyntaxError(text)).toBeUndefined();
  }
);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("firstSyntaxError finds a fault exactly where JSON.parse does, and gives a place inside the text", () => {
  const seed = 20261007;
  const piece = fc.constantFrom(
    ...["{", "}", "[", "]", ",", ":", '"', "a", '"a"', '"b"', "1", "-", "0", ".", "e", "+", "true", "null", "nul"],
    ...["//", "/*", "*/", "\n", "\r", "\t", " ", "\\", "\\u", "\\n", "'", "\u00a0", "\u2028", "NaN", "é", "\0", "<"]
  );
  const damaged = fc
    .tuple(fc.json(), fc.nat(), fc.nat({max: 3}), fc.array(piece, {maxLength: 2}))
    .map(([json, at, cut, put]) => {
      const start = at % (json.length + 1);
      return json.slice(0, start) + put.join("") + json.slice(start + cut);
    });
  const text = fc.oneof(
    fc.array(piece, {maxLength: 12}).map((pieces) => pieces.join("")),
    damaged
  );
  fc.assert(
    fc.property(text, (written) => {
      const fault = firstSyntaxError(written);
      expect(fault === undefined).toBe(isJson(written));
      if (!fault) return;
      const lines = written.split(/\r\n|\r|\n/);
      expect(fault.line).toBeLessThanOrEqual(lines.length);
      expect(fault.column).toBeGreaterThanOrEqual(1);
      expect(fault.message).toMatch(/^.{8,}/);
    }),
    {seed, numRuns: 20_000}
  );
});

test.each([
  ['{"a": 1, "a": 2}', [{path: [], key: "a", line: 1, column: 10}]],
  [
    '{"m": [{"x": 1},\n {"x": 1, "y": {"x": 2}, "x": 3, "x": 4}]}',
    [
      {path: ["m", 1], key: "x", line: 2, column: 26},
      {path: ["m", 1], key: "x", line: 2, column: 34}
    ]
  ],
  ['{"a": {"b": [[], {"c": 0, "\\u0063": 1}]}}', [{path: ["a", "b", 1], key: "c", line: 1, column: 27}]],
  ['{"__proto__": 1, "__proto__": 2}', [{path: [], key: "__proto__", line: 1, column: 18}]],
  ['{"a": "a", "b": ["a", "a"], "c": {"a": "a"}}', []],
  ["[1, 1]", []],
  ["", []]
])("duplicateKeys(%j) is %j", (text, found) => {
  expect(duplicateKeys(text)).toEqual(found);
});

describe("a text of some megabytes", () => {
  const models = Array.from({length: 30_000}, (_, i) => ({id: `model-${i}`, compute: {low: 1e24, high: 3e24}}));
  const text = JSON.stringify({models}, undefined, 1);

  test("is searched for places, repeated keys and faults before the test times out", () => {
    expect(text.length).toBeGreaterThan(2e6);
    expect(placeOfPath(text, ["models", 29_999, "compute", "high"])?.line).toBe(2 + 7 * 29_999 + 5);
    expect(duplicateKeys(text)).toEqual([]);
    expect(firstSyntaxError(text)).toBeUndefined();
  });
});

describe("a text nested a million deep", () => {
  const arrays = "[".repeat(1e6);
  const objects = '{"a":'.repeat(1e6);
  const closed = `${"[".repeat(1e5)}${"]".repeat(1e5)}`;

  test.each([
    ["[", arrays, 201],
    ["{", objects, 1001],
    ["[]", closed, 201]
  ])("is refused without a full stack (%s)", (_, text, column) => {
    const message = "is nested more than 200 levels deep";
    expect(firstSyntaxError(text)).toEqual({line: 1, column, message});
    expect(placeOfPath(text, ["a"])).toBeUndefined();
    expect(duplicateKeys(text)).toEqual([]);
  });

  test("is not mistaken for brackets inside strings", () => {
    expect(firstSyntaxError(JSON.stringify("[".repeat(1000)))).toBeUndefined();
    expect(firstSyntaxError(JSON.stringify(`\\"${"[".repeat(1000)}`))).toBeUndefined();
  });
});
