import {expect, test} from "vitest";
import {excerptAt, excerptLines} from "../../src/scenario/excerpt.ts";
import {placeOf} from "../../src/scenario/places.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {problemWithLine} from "../../src/scenario/read.ts";

test("excerptAt gives the line of a place, whatever ends its lines", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const text = ["{", '  "a": 1,', '  "b": -3', "}"].join(end);
    expect(excerptAt(text, placeOf(text, text.indexOf("-3")))).toEqual({line: 3, text: '  "b": -3', before: 7});
  }
});

test("excerptLines put the caret under the place", () => {
  expect(excerptLines({line: 12, text: '  "b": -3', before: 7})).toEqual(['  12 |   "b": -3', "     |        ^"]);
});

test("excerptAt keeps a place in sight in lines of any length, and the line short", () => {
  const random = seededRandom(1729);
  for (let i = 0; i < 500; ++i) {
    const text = Array.from({length: 1 + Math.floor(400 * random())}, (_, k) =>
      String.fromCharCode(97 + (k % 26))
    ).join("");
    const offset = Math.floor(text.length * random());
    const found = excerptAt(text, placeOf(text, offset));
    expect(found?.text.charAt(found.before), `case ${i}`).toBe(text.charAt(offset));
    expect(found?.text.length, `case ${i}`).toBeLessThanOrEqual(102);
  }
});

test("excerptAt holds nothing that a terminal would obey or that turns the writing", () => {
  const found = excerptAt('{"a": "\u001b[31m\u202e\u0007\t"}', {line: 1, column: 7});
  expect(found).toEqual({line: 1, text: '{"a": " [31m   "}', before: 6});
});

test("excerptAt counts a byte order mark for nothing and a character of two halves for one", () => {
  expect(excerptAt("\ufeff{x", {line: 1, column: 2})).toEqual({line: 1, text: "{x", before: 1});
  expect(excerptAt('"😀" x', {line: 1, column: 6})?.before).toBe(4);
});

test("excerptAt has nothing to show of a blank line or one that is not there", () => {
  expect(excerptAt("", {line: 1, column: 1})).toBeUndefined();
  expect(excerptAt("a\n \nb", {line: 2, column: 1})).toBeUndefined();
  expect(excerptAt("a", {line: 9, column: 1})).toBeUndefined();
});

test("excerptAt stops at the end of a line that is shorter than the column says", () => {
  expect(excerptAt("abc\n", {line: 1, column: 99})).toEqual({line: 1, text: "abc", before: 3});
});

test("problemWithLine says the problem and shows its line", () => {
  expect(
    problemWithLine("x.json", '{"a": 1}', {line: 1, column: 7, path: "a", message: "must be text", hint: "no"})
  ).toBe('x.json:1:7 a must be text (no)\n  1 | {"a": 1}\n    |       ^');
});
