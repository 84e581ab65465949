import {describe, expect, test} from "vitest";
import {
  questionsSoFar,
  specOf,
  unitsWith,
  usedAs,
  withAnswer,
  withTitle,
  withUnit
} from "../../src/fitting/mappingByHand.ts";
import {readRuns} from "../../src/fitting/readRuns.ts";
import {mostValues, tablePreview} from "../../src/fitting/tablePreview.ts";

const table = "size,toks,loss,dataset\n70,1.4,3.8,a\n160,3.2,3.4,a\n410,8.2,3.1,b";
const unread = (text: string, mapping?: string) => {
  const read = readRuns(text, {mapping});
  if (read.ok) throw new Error("it is read");
  return read;
};

describe("a mapping by hand", () => {
  test("nothing said is no mapping", () => expect(specOf({})).toBeUndefined());

  test("what was said is what the reader of runs takes", () => {
    const first = withTitle({}, "N", "size");
    const source = {title: "size", index: 0, times: 1, unit: "", stated: false};
    const both = withTitle(withUnit(first, "N", source, 1e6), "D", "toks");
    expect(specOf(both)).toBe("N=size*1000000,D=toks");
    expect(specOf(withTitle({}, "score", undefined))).toBe("score=none");
    const read = readRuns(table, {mapping: specOf(withUnit(both, "D", {...source, title: "toks"}, 1e9))});
    expect(read.ok && read.runs.runs[0]).toMatchObject({N: 70e6, D: 1.4e9, recipe: "a"});
  });

  test("a title with signs of its own is quoted", () => {
    expect(specOf(withTitle({}, "N", "a,b"))).toBe('N="a,b"');
  });

  test("a unit that is none of the usual can stay", () => {
    const source = {title: "x", index: 0, times: 5, unit: "fives", stated: true};
    expect(unitsWith("N", source).at(-1)).toEqual({label: "fives", times: 5});
    expect(unitsWith("N", {...source, times: 1e6}).map(({times}) => times)).not.toContain(5);
    expect(unitsWith("loss", source)).toEqual([]);
  });

  test("a question that was answered stays, to be answered otherwise", () => {
    const {questions} = unread(table, "N=size,D=toks");
    expect(questions.map(({quantity}) => quantity)).toEqual(["N", "D"]);
    const asked = questionsSoFar([], questions, {});
    expect(asked.map(({taken}) => taken)).toEqual([undefined, undefined]);
    const [first] = asked;
    if (first === undefined) throw new Error("no question");
    const said = withAnswer({}, first, first.choices[0]!.spec);
    const later = questionsSoFar(asked, questions.slice(1), said);
    expect(later.map(({quantity, taken}) => [quantity, taken])).toEqual([
      ["N", first.choices[0]!.label],
      ["D", undefined]
    ]);
  });

  test("what is assumed counts as taken", () => {
    const read = readRuns("params,tokens,loss,val_loss\n7e7,1e9,3,3\n8e7,1e9,3,3");
    expect(read.ok && questionsSoFar([], read.runs.questions, {}).map(({taken}) => taken)).toEqual(["loss"]);
  });

  test("a column knows what it is used for", () => {
    const read = readRuns("params,tokens,loss\n7e7,1e9,3");
    expect(read.ok && [0, 1, 2, 3].map((i) => usedAs(read.runs.mapping, i))).toEqual(["N", "D", "loss", undefined]);
  });
});

describe("the first rows of a table", () => {
  test("come as they stand, with the texts to choose from", () => {
    const {titles, rows, count, values} = tablePreview(`# made up\n${table}\n1,2,3,b\n1,2,3,b\n1,2,3,`);
    expect(titles).toEqual(["size", "toks", "loss", "dataset"]);
    expect([rows.length, rows[0], count]).toEqual([5, ["70", "1.4", "3.8", "a"], 6]);
    expect(values[3]).toEqual(["a", "b"]);
  });

  test("a column of too many different texts offers none", () => {
    const lines = Array.from({length: mostValues + 1}, (_, i) => `${i},x`);
    expect(tablePreview(["a,b", ...lines].join("\n")).values).toEqual([undefined, ["x"]]);
  });
});
