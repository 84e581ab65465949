import {describe, expect, test} from "vitest";
import {readRuns, type ReadRunsOptions} from "../../src/fitting/readRuns.ts";

const read = (text: string, options?: ReadRunsOptions) => {
  const result = readRuns(text, options);
  if (!result.ok) throw new Error(result.problems.map(({line, message}) => `${line}: ${message}`).join("\n"));
  return result.runs;
};
const said = (text: string, options?: ReadRunsOptions) => {
  const result = readRuns(text, options);
  const {problems} = result.ok ? result.runs : result;
  return problems.map(({line, column, message}) => `${line}${column === "" ? "" : ` ${column}`}: ${message}`);
};
const refused = (text: string, options?: ReadRunsOptions) => {
  expect(readRuns(text, options).ok).toBe(false);
  return said(text, options)[0];
};
const sizes = (text: string) => read(text).runs.map(({N, D, loss}) => [N, D, loss]);

test("a run keeps its line, its texts and its numbers", () => {
  const table =
    "\nrun,dataset,seed,params,tokens,flops,val_loss,acc,unique_tokens,budget\n\na,rpj,7,1e9,2e10,1.2e20,2.5,0.4,1e10,1e20";
  expect(read(table).runs).toEqual([
    {
      line: 4,
      name: "a",
      recipe: "rpj",
      task: "",
      seed: "7",
      N: 1e9,
      D: 2e10,
      C: 1.2e20,
      loss: 2.5,
      score: 0.4,
      unique: 1e10,
      budget: 1e20
    }
  ]);
});

test("the columns of Besiroglu et al. are known", () => {
  const {runs, mapping, questions} = read("Model Size,Training Tokens,Training FLOP,loss\n7.38e7,2.2e9,9.7e17,3.1");
  expect(questions).toEqual([]);
  expect(mapping).toMatchObject({N: {title: "Model Size"}, D: {title: "Training Tokens"}, C: {title: "Training FLOP"}});
  expect(runs).toMatchObject([{N: 7.38e7, D: 2.2e9, C: 9.7e17, loss: 3.1}]);
  const two = read("Model Size,Training FLOP,loss\n1e9,6e19,3");
  expect(two.runs[0]?.D).toBeCloseTo(1e10, -1);
  expect(two.filled).toEqual([{quantity: "D", count: 1, words: "D = C/(6N) is filled in for 1 run without D"}]);
});

describe("numbers as people write them", () => {
  test.each([
    ["7B", 7e9],
    ["7e9", 7e9],
    ["7.0E+9", 7e9],
    ['"7,000,000,000"', 7e9],
    ["7 000 000 000", 7e9],
    ["7\u202f000\u202f000\u202f000", 7e9],
    ["7'000'000'000", 7e9],
    ["7_000_000_000", 7e9],
    ["7 billion", 7e9],
    ["7B params", 7e9],
    ["7×10^9", 7e9],
    ["+7e9", 7e9],
    ['"7,000.5M"', 7.0005e9]
  ])("parameters %s", (cell, N) => {
    expect(read(`N,D,loss\n${cell},1e10,3`).runs[0]?.N).toBe(N);
  });
  test.each([
    ["1.2e21", 1.2e21],
    ["1.2×10^21", 1.2e21],
    ["1.2 ZFLOP", 1.2e21],
    ["10 PF-days", 8.64e20]
  ])("compute %s", (cell, C) => {
    expect((read(`C,loss\n${cell},3`).runs[0]?.C ?? NaN) / C).toBeCloseTo(1, 12);
  });
  test.each([
    ["61%", 0.61],
    ["0.61", 0.61],
    ["-3", -3],
    ["−3", -3],
    ["0", 0]
  ])("score %s", (cell, score) => {
    expect(read(`C,score\n1e20,${cell}`).runs[0]?.score).toBeCloseTo(score, 12);
  });
  test("a unit in the title multiplies bare numbers alone", () => {
    expect(sizes('params (M),tokens (B),loss\n70,1.4,3\n7B,20,2\n"1,200",20,2')).toEqual([
      [7e7, 1.4e9, 3],
      [7e9, 2e10, 2],
      [1.2e9, 2e10, 2]
    ]);
  });
});

test.each([
  ["semicolons and decimal commas", "N;D;loss\n1e9;2e10;2,53\n7,5e9;1.000.000.000,5;2,41"],
  ["tabs and decimal commas", "N\tD\tloss\n1e9\t2e10\t2,53\n7,5e9\t1.000.000.000,5\t2,41"],
  [
    "a byte order mark, CRLF and blank lines",
    "\uFEFFN,D,loss\r\n\r\n1e9,2e10,2.53\r\n\r\n7.5e9,1000000000.5,2.41\r\n\r\n"
  ],
  ["trailing commas", "N,D,loss,,\n1e9,2e10,2.53,,\n7.5e9,1000000000.5,2.41,,,\n"],
  ["spaces around cells", "N , D , loss\n 1e9, 2e10 ,2.53 \n7.5e9,1000000000.5,2.41"],
  ["titles in a comment, as numpy writes them", "# N,D,loss\n1e9,2e10,2.53\n7.5e9,1000000000.5,2.41"]
])("%s are read", (_, text) => {
  expect(sizes(text)).toEqual([
    [1e9, 2e10, 2.53],
    [7.5e9, 1000000000.5, 2.41]
  ]);
});

test("quotes, separators and line ends in names are kept, and lines still count", () => {
  const {runs} = read('name,C,loss\n"a ""big"", odd\nname",1e20,3\nb,1e21,2');
  expect(runs.map(({line, name}) => [line, name])).toEqual([
    [2, 'a "big", odd\nname'],
    [4, "b"]
  ]);
});

test("comments are kept apart, with what they say", () => {
  const {runs, comments} = read("# made by hand\nC,loss\n# and more\n1e20,3");
  expect(comments).toEqual(["made by hand", "and more"]);
  expect(runs.map(({line}) => line)).toEqual([4]);
});

describe("what is missing and follows is filled in, and said", () => {
  test.each([
    ["N,D,loss\n1e9,2e10,3", "C = 6ND is filled in for 1 run without C"],
    ["N,C,loss\n1e9,1.2e20,3", "D = C/(6N) is filled in for 1 run without D"],
    ["D,C,loss\n2e10,1.2e20,3", "N = C/(6D) is filled in for 1 run without N"],
    ["N,D,C,loss\n1e9,2e10,,3\n1e9,2e10,1.2e20,3\n1e9,2e10,NA,3", "C = 6ND is filled in for 2 runs without C"]
  ])("%j", (text, words) => {
    const {runs, filled} = read(text);
    expect(filled.map((one) => one.words)).toEqual([words]);
    for (const {N, D, C} of runs) expect(C / (6 * N * D)).toBeCloseTo(1, 12);
  });
  test("with C alone, N and D stay unknown", () => {
    const {runs, filled} = read("C,loss\n1e20,3");
    expect(runs[0]).toMatchObject({N: NaN, D: NaN});
    expect(filled).toEqual([]);
  });
});

test.each([
  [
    "1e9,2e10,1.32e20,3\n1e9,2e10,1.344e20,3\n1e9,2e10,1.2e20,3",
    1.1,
    2,
    "2 of 3 runs; at the median it is 10 % above 6ND"
  ],
  ["1e9,2e10,1.08e20,3", 0.9, 1, "1 of 1 run; at the median it is 10 % below 6ND"],
  ["1e9,2e10,3.6e20,3\n1e9,2e10,3.6e20,3", 3, 2, "2 of 2 runs; at the median it is 3× of 6ND"],
  ["1e9,2e10,1.2e20,3\n1e9,2e10,1.2e20,3\n1e9,2e10,2e20,3", 1, 1, "1 of 3 runs; at the median it is 6ND"]
])("stated compute that is not 6ND is remarked on: %j", (rows, median, count, words) => {
  const {mismatch} = read(`N,D,C,loss\n${rows}`);
  expect(mismatch?.median).toBeCloseTo(median, 9);
  expect(mismatch?.count).toBe(count);
  expect(mismatch?.words).toBe(`The stated compute C differs from 6ND by more than 2 % in ${words}`);
});

test("compute within 2 % of 6ND is no remark", () => {
  expect(read("N,D,C,loss\n1e9,2e10,1.22e20,3").mismatch).toBeUndefined();
});

describe("a row that cannot be used is named and spoils no other", () => {
  test.each([
    ["1e9,2e10,-2.5", "3 loss: must be greater than 0, got -2.5"],
    ["1e9,2e10,0", "3 loss: must be greater than 0, got 0"],
    ["0,2e10,3", "3 N: must be greater than 0, got 0"],
    ["-1e9,2e10,3", "3 N: must be greater than 0, got -1e9"],
    ["big,2e10,3", '3 N: "big" is not a number; parameters take a count: for example 17B or 1.7e10'],
    ["1e9,2e10,low", '3 loss: "low" is not a number; a loss is a number above 0: for example 2.53'],
    ["1e9,2e10,", "3 loss: is empty"],
    ["1e9,2e10", "3 loss: is empty"],
    ["1e9,2e10,nan", '3 loss: is "nan", which is no number'],
    ["1e9,2e10,inf", "3 loss: must be a finite number, got inf"],
    ["1e999,2e10,3", "3 N: must be a finite number, got 1e999"],
    ["1e9,,3", "3 D: is empty, and without tokens D the row has no compute"],
    [",2e10,3", "3 N: is empty, and without parameters N the row has no compute"],
    ["1e9,2e10 to 3e10,3", '3 D: must be a single number, got "2e10 to 3e10"'],
    ["1e9,>2e10,3", '3 D: must be a single number, got ">2e10"'],
    ["1,000,000,2e10,3", "3: has 5 cells where there are 3 titles; a cell with the separator in it stands in quotes"]
  ])("%s", (row, problem) => {
    const text = `N,D,loss\n1e9,2e10,3\n${row}\n2e9,2e10,2.9`;
    expect(said(text)).toEqual([problem]);
    expect(read(text).runs.map(({line}) => line)).toEqual([2, 4]);
  });
  test.each([
    ["C,loss\n1e20,3\n,3", "3 C: is empty, and nothing else gives the compute"],
    ["C,score\n1e20,3\n1e20,good", '3 score: "good" is not a number; a score is a number: for example 0.61 or 61%'],
    ["C,score\n1e20,3\n1e20,", "3 score: is empty"],
    [
      "C,loss\n1e20,3\n100 H100-weeks at 40% of BF16 peak,3",
      '3 C: "100 H100-weeks at 40% of BF16 peak" has a unit that is not read here; write FLOP: 3e21'
    ],
    ["C (1e21),loss\n1,3\n1e300,3", "3 C (1e21): is beyond what numbers hold: 1e300 × 1e+21"]
  ])("%j", (text, problem) => {
    expect(said(text)).toEqual([problem]);
  });
  test("one of loss and score is enough", () => {
    expect(said("C,loss,acc\n1e20,3,\n1e20,,0.5\n1e20,,")).toEqual(["4 loss: is empty"]);
  });
});

test("odd budgets and unique tokens are warnings", () => {
  const {runs, warnings} = read("C,loss,budget,unique_tokens\n1e20,3,1xC,-5");
  expect(runs).toMatchObject([{budget: NaN, unique: NaN}]);
  expect(warnings).toEqual([
    {line: 2, column: "unique_tokens", message: "must be greater than 0, got -5; it is left out"},
    {line: 2, column: "budget", message: expect.stringMatching(/; it is left out$/) as string}
  ]);
});

test("7 beside 7e9 is a warning, 7B is none", () => {
  const {runs, warnings} = read("params,D,loss\n7e9,1e10,3\n7,1e10,3\n7B,1e10,3\n6e9,1e10,3");
  expect(runs).toHaveLength(4);
  expect(warnings).toEqual([
    {
      line: 3,
      column: "params",
      message: "is 7 where the others are about 7e9; a unit may be missing. It is taken as it stands"
    }
  ]);
});

describe("a file that holds no runs is a sentence", () => {
  const header = "params,tokens,loss";
  test.each([
    ["", "1: The table is empty"],
    ["\n \n", "1: The table is empty"],
    ["# only a comment", "1: The table is empty"],
    [header, "1: The table has titles and no runs below them"],
    [`\n${header}\n\n`, "2: The table has titles and no runs below them"],
    [
      "1e9,2e10,3\n2e9,2e10,2.9",
      "1: The first line holds numbers where titles should be: 1e9, 2e10, 3. Put a line of titles above, such as params, tokens, loss"
    ],
    [
      "loss\n3\n2",
      "1: The table has one column, loss; commas, semicolons or tabs part the cells of a row, and a run has at least two: its size and its loss"
    ],
    [
      "N D loss\n1e9 2e10 3",
      "1: The table has one column, N D loss; commas, semicolons or tabs part the cells of a row, and a run has at least two: its size and its loss"
    ],
    ["N,D,loss,loss\n1e9,2e10,3,4", "1 loss: Columns 3 and 4 have the same title; rename all but one"],
    [
      'N,D,loss\n1e9,2e10,3\n1e9,"2e10,3\n1e9,2e10,3',
      "3: A quote is opened in this row and never closed, so that all below is one cell"
    ],
    [
      "PK\u0003\u0004\u0014\0\u0006",
      "1: The file is a spreadsheet or another packed file; save it as CSV first, not a table of runs in CSV"
    ],
    ["%PDF-1.7 abc", "1: The file is a PDF, not a table of runs in CSV"],
    ["\uFFFDPNG\r\n\u001a", "1: The file is a picture, not a table of runs in CSV"],
    ["<!doctype html><p>", "1: The file is a page or a picture in markup, not a table of runs in CSV"],
    ['{"runs": []}', "1: The file is JSON, not a table of runs in CSV"],
    ["N\0,\0D\0\n", "1: The file is not text in UTF-8: it holds zero bytes. Save it as CSV in UTF-8"],
    ["N,D,loss\n1,2,\0", "2: The file is not text in UTF-8: it holds zero bytes. Save it as CSV in UTF-8"],
    ["\uFFFD\u0001\u0002\uFFFD\uFFFD\uFFFDabc", "1: The file is not text: it holds bytes that are no letters"],
    ["N,D,loss\n-1,2e10,3\n1e9,2e10,x", "1: None of 2 rows can be used"],
    [
      "N,D,width\n1e9,1e10,3",
      "1: No column gives a loss or a score, which are called loss, val_loss, bpb, score or accuracy; there are N, D, width. Say which it is: loss=TITLE"
    ],
    [
      "loss,width\n3,5",
      "1: No column gives compute, or parameters and tokens; there are loss, width. Say which it is: C=TITLE, or N=TITLE,D=TITLE"
    ],
    ["N,loss\n1e9,5", "1: A column gives N and none D or C; there are N, loss. Say which it is: D=TITLE or C=TITLE"],
    ["D,loss\n1e9,5", "1: A column gives D and none N or C; there are D, loss. Say which it is: N=TITLE or C=TITLE"],
    [
      "N,D,loss\n70,2e10,3",
      "1 N: The column N gives the parameters N, from 70 to 70, without a unit: millions, billions, thousands, as they stand?"
    ]
  ])("%j", (text, sentence) => {
    expect(refused(text)).toBe(sentence);
  });
  test("the rows of a table without usable ones are listed below the sentence", () => {
    expect(said("N,D,loss\n-1,2e10,3\n1e9,2e10,x")).toHaveLength(3);
  });
  test("an open unit is refused with the question and its choices, which then are accepted", () => {
    const text = "N,D,loss\n70,2e10,3";
    const result = readRuns(text);
    expect(result.ok || result.questions.map(({choices}) => choices.map(({spec}) => spec))).toEqual([
      ["N=N*1e6", "N=N*1e9", "N=N*1e3", "N=N*1"]
    ]);
    expect(read(text, {mapping: "N=N*1e6"}).runs[0]?.N).toBe(7e7);
    expect(read(text, {mapping: "N=N*1"}).runs[0]?.N).toBe(70);
  });
  test("more than 200,000 rows are refused, 200,000 are not", () => {
    const rows = (count: number) => `C,loss\n${"1e20,3\n".repeat(count)}`;
    expect(refused(rows(200_001))).toBe(
      "200002: The table has 200,001 rows; at most 200,000 are read. Leave out some, such as early checkpoints"
    );
    expect(read(rows(200_000)).runs).toHaveLength(200_000);
  });
  test("more than 50 MB are refused", () => {
    expect(refused(`C,loss\n${" ".repeat(50_100_000)}`)).toBe(
      "1: The text has 50.2 MB; a table of runs has 50 MB at most"
    );
  });
});

describe("a mapping by hand", () => {
  const text = "params,tokens,loss_a,loss_b\n1e9,2e10,3,4";
  test("goes before what is guessed, and leaves no question on it", () => {
    const {runs, questions} = read(text, {mapping: "loss=loss_b"});
    expect(runs).toMatchObject([{N: 1e9, loss: 4}]);
    expect(questions).toEqual([]);
  });
  test("takes a column away from what it was guessed to be", () => {
    expect(read("params,tokens,loss,acc\n1e9,2e10,3,0.5", {mapping: "loss=acc"}).runs).toMatchObject([
      {loss: 0.5, score: NaN}
    ]);
  });
  test("may be the whole mapping of another reading", () => {
    const {mapping} = read(text);
    const {loss: _, ...rest} = mapping;
    expect(read(text, {mapping}).runs).toEqual(read(text).runs);
    expect(refused(text, {mapping: rest})).toMatch(/^1: No column gives a loss or a score/);
  });
  test("of another table is refused", () => {
    const {mapping} = read(text);
    expect(refused("tokens,params,loss_a\n2e10,1e9,3", {mapping})).toBe(
      "1: The mapping takes column 1 for params, and its title is tokens"
    );
    expect(refused("params,tokens\n1e9,2e10", {mapping})).toBe(
      "1: The mapping takes column 3 for loss_a, and its title is missing"
    );
  });
  test("that names no column is refused with the line of the titles", () => {
    expect(refused(`\n${text}`, {mapping: "loss=loss_c"})).toBe(
      "2: loss: no column is called loss_c; did you mean loss_a?; there are params, tokens, loss_a, loss_b"
    );
  });
});

describe("where", () => {
  const text = "dataset,N,D,loss,width\nc4,1e9,2e10,3,8\nrpj,2e9,2e10,2.9,16\nrpj,4e9,2e10,x,16";
  const lines = (where: string | readonly string[]) => read(text, {where}).runs.map(({line}) => line);
  test.each([
    ["dataset=rpj", [3]],
    ["DATASET = RPJ", [3]],
    ["recipe=c4", [2]],
    ["dataset!=rpj", [2]],
    ["N>1e9", [3]],
    ["N>=1B", [2, 3]],
    ["params<2e9", [2]],
    ["N==2B", [3]],
    ["N!=2B", [2]],
    ["C<=1.2e20", [2]],
    ["width=16.0", [3]],
    ["width<10", [2]],
    [["N>1", "dataset=c4"], [2]],
    [[], [2, 3]]
  ] as const)("%j keeps lines %j", (where, expected) => {
    const table = where === "params<2e9" ? text.replace(",N,", ",params,") : text;
    expect(read(table, {where}).runs.map(({line}) => line)).toEqual(expected);
  });
  test("leaves rows out before they can be a problem, and counts them", () => {
    expect(read(text, {where: "dataset=c4"})).toMatchObject({problems: [], filteredOut: 2});
    expect(lines("N>1e9")).toEqual([3]);
    expect(read(text, {where: "N>1e9"})).toMatchObject({problems: [{line: 4}], filteredOut: 1});
  });
  test("one task of a long table answers the question on tasks", () => {
    const long = "task,bpb,accuracy\nmmlu,1,0.3\npiqa,0.9,0.6";
    expect(read(long).questions).toHaveLength(1);
    expect(read(long, {where: "task=piqa"})).toMatchObject({questions: [], runs: [{task: "piqa"}]});
  });
  test.each([
    ["dataset", '1: "dataset" is no condition; write name=value, for example dataset=rpj or C>1e21'],
    ["dataset=", '1: "dataset=" is no condition; write name=value, for example dataset=rpj or C>1e21'],
    ["dataset=rpg", "1: No row has dataset = rpg; did you mean rpj?; there are c4, rpj"],
    ["dataset=pile", "1: No row has dataset = pile; there are c4, rpj"],
    ["datset=rpj", "1: No column is called datset; did you mean dataset?; there are dataset, N, D, loss, width"],
    ["dataset>rpj", "1: dataset>rpj: > compares numbers, and rpj is none"],
    ["N>lots", '1: N>lots: "lots" is not a number; parameters take a count: for example 17B or 1.7e10'],
    ["N>1e12", "1: No run meets N>1e12"]
  ])("%s is refused: %s", (where, sentence) => {
    expect(refused(text, {where})).toBe(sentence);
  });
});
