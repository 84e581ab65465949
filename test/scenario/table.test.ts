import {expect, test} from "vitest";
import {hasDecimalCommas, readTable} from "../../src/scenario/table.ts";

const lines = (text: string) => readTable(text).rows.map(({line, cells}) => `${line}: ${cells.join("|")}`);

test.each([
  ["a,b\n1,2", ["1: a|b", "2: 1|2"]],
  ["a;b\n1;2", ["1: a|b", "2: 1|2"]],
  ["a\tb\n1\t2", ["1: a|b", "2: 1|2"]],
  ["\uFEFFa,b\r\n1,2\r\n", ["1: a|b", "2: 1|2"]],
  ["a,b\r1,2", ["1: a|b", "2: 1|2"]],
  ["\n\n  \na;b\n\n1;2\n\n", ["4: a|b", "6: 1|2"]],
  ['a,b\n"two\nlines",1\n"say ""hi"", you",2', ["1: a|b", "2: two\nlines|1", '4: say "hi", you|2']],
  ["a,b,\n1,2,,\n", ["1: a|b|", "2: 1|2||"]],
  ['"a,b";c\n1;2', ["1: a,b|c", "2: 1|2"]]
])("%j is read in rows with the line each begins on", (text, expected) => {
  expect(lines(text)).toEqual(expected);
});

test("lines that begin with # are comments where they are asked for, and rows elsewhere", () => {
  const text = '# made by "hand, unclosed\na,b\n  ## more; of; it\n1,2';
  expect(readTable(text, {withComments: true})).toMatchObject({
    delimiter: ",",
    rows: [
      {line: 2, cells: ["a", "b"]},
      {line: 4, cells: ["1", "2"]}
    ],
    comments: [
      {line: 1, text: 'made by "hand, unclosed'},
      {line: 3, text: "more; of; it"}
    ]
  });
  expect(readTable("name,score\n#1 model,5").rows[1]?.cells).toEqual(["#1 model", "5"]);
});

test("a quote that is never closed is named with its line", () => {
  expect(readTable('a,b\n1,2\n3,"4\n5,6\n').openQuote).toBe(3);
  expect(readTable('a,b\n1,"2\n3"\n5,6\n').openQuote).toBeUndefined();
  expect(readTable('a,b\n5" disk,2\n').openQuote).toBeUndefined();
});

test.each([
  ["a;b\n1;2,5", true],
  ["a\tb\n1\t2,5e3", true],
  ["a,b\n1,2", false],
  ["a;b\n1;2", false],
  ["a;b\n1.25;2,5", false],
  ["a;b\n1.234.567,5;2", true],
  ["a,5;b\n1;2", false]
])("the table %j has decimal commas: %s", (text, has) => {
  expect(hasDecimalCommas(readTable(text))).toBe(has);
});
