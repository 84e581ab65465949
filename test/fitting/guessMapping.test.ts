import {expect, test} from "vitest";
import {guessMapping} from "../../src/fitting/guessMapping.ts";
import {mapColumns} from "../../src/fitting/mapColumns.ts";

const guess = (text: string) => {
  const [titles = [], ...rows] = text.split("\n").map((line) => line.split(","));
  return {titles, ...guessMapping(titles, rows)};
};

test("titles that leave nothing open bring no question", () => {
  const {mapping, questions} = guess("run,params,tokens,loss\na,7e9,1.4e11,2.3");
  expect(questions).toEqual([]);
  expect(Object.entries(mapping).map(([column, source]) => `${column}=${source.title}`)).toEqual([
    "N=params",
    "D=tokens",
    "loss=loss",
    "name=run"
  ]);
});

test("several losses are named and the first is taken", () => {
  const {mapping, questions} = guess("N,D,loss_a,loss_b,train_loss\n1e9,1e10,3,4,5");
  expect(mapping.loss?.title).toBe("train_loss");
  expect(questions).toEqual([
    {
      quantity: "loss",
      column: "train_loss",
      question: "3 columns may give the loss: train_loss, loss_a, loss_b. train_loss is taken",
      choices: [
        {label: "train_loss", spec: "loss=train_loss"},
        {label: "loss_a", spec: "loss=loss_a"},
        {label: "loss_b", spec: "loss=loss_b"}
      ],
      assumed: "train_loss"
    }
  ]);
});

test.each([
  [
    "N,D,loss\n70,1e10,3\n6900,1e11,2",
    "N",
    "The column N gives the parameters N, from 70 to 6900, without a unit: millions, billions, thousands, as they stand?"
  ],
  [
    "N,D,loss\n1e9,20,3\n1e9,300,2",
    "D",
    "The column D gives the tokens D, from 20 to 300, without a unit: billions, millions, trillions, as they stand?"
  ],
  [
    "C,loss\n0.5,3\n20,2",
    "C",
    "The column C gives the compute C, from 0.5 to 20, without a unit: 1e18 FLOP, 1e21 FLOP, PF-days, 1e24 FLOP, as they stand?"
  ],
  [
    "C,loss,budget\n1e19,3,10",
    "budget",
    "The column budget gives the budget, from 10 to 10, without a unit: 1e18 FLOP, 1e21 FLOP, PF-days, 1e24 FLOP, as they stand?"
  ],
  [
    "N,D,loss,unique\n1e9,1e10,3,4",
    "unique",
    "The column unique gives the unique tokens, from 4 to 4, without a unit: billions, millions, trillions, as they stand?"
  ]
])("numbers too small for %j ask for the unit of %s", (text, quantity, question) => {
  const {questions, titles} = guess(text);
  expect(questions).toHaveLength(1);
  expect(questions[0]).toMatchObject({quantity, question});
  expect(questions[0]?.assumed).toBeUndefined();
  for (const {spec} of questions[0]?.choices ?? []) expect(mapColumns(spec, titles).ok).toBe(true);
});

test.each([
  ["params (M),D,loss\n70,1e10,3", 1e6],
  ["params,D,loss\n7B,1e10,3", 1],
  ["params,D,loss\n70000000,1e10,3", 1]
])("%j says its unit or needs none", (text, times) => {
  const {mapping, questions} = guess(text);
  expect(questions).toEqual([]);
  expect(mapping.N?.times).toBe(times);
});

test("the one unit that is unclear follows from C = 6ND", () => {
  const {mapping, questions} = guess("N,D,C,loss\n70,1.4e9,5.9e17,3\n410,8.2e9,2e19,2.8");
  expect(mapping.N).toMatchObject({times: 1e6, unit: "millions", stated: false});
  expect(questions[0]).toMatchObject({quantity: "N", assumed: "millions"});
  expect(questions[0]?.question).toMatch(/\? millions is taken, as 6ND = C then holds$/);
  expect(guess("N,D,C,loss\n7e7,1.4e9,0.59,3").mapping.C).toMatchObject({times: 1e18});
  expect(guess("N,D,C,loss\n7e7,1.4,5.9e17,3").mapping.D).toMatchObject({times: 1e9});
  expect(guess("N,D,C,loss\n70,1.4,5.9e17,3").questions.map(({assumed}) => assumed)).toEqual([undefined, undefined]);
});

test("an accuracy up to 1 is a fraction; above it percent is assumed and asked", () => {
  expect(guess("C,accuracy\n1e20,0.5\n1e21,1").mapping.score).toMatchObject({times: 1, unit: "fraction"});
  const {mapping, questions} = guess("C,accuracy\n1e20,25\n1e21,61.5");
  expect(mapping.score).toMatchObject({times: 0.01, unit: "percent"});
  expect(questions).toMatchObject([
    {
      assumed: "percent",
      question: "The scores in accuracy reach 61.5: percent, or points as they stand? Percent is taken",
      choices: [{spec: "score=accuracy*0.01"}, {spec: "score=accuracy*1"}]
    }
  ]);
  expect(guess("C,score\n1e20,25").questions).toEqual([]);
  expect(guess("C,accuracy (%)\n1e20,0.9").mapping.score).toMatchObject({times: 0.01, unit: "percent"});
});

test("a long table of several tasks is remarked on", () => {
  const {questions} = guess("task,bpb,accuracy\nmmlu,1,0.3\npiqa,0.9,0.6");
  expect(questions).toMatchObject([
    {
      quantity: "task",
      question: "The column task holds 2 tasks: mmlu, piqa. Keep one of them with where, as in task=mmlu",
      assumed: "all together"
    }
  ]);
  expect(guess("task,bpb,accuracy\nmmlu,1,0.3\nmmlu,0.9,0.6").questions).toEqual([]);
});

test("bits per byte and nats per token are told apart", () => {
  expect(guess("C,bpb\n1e20,1").mapping.loss?.unit).toBe("bits per byte");
  expect(guess("C,loss (bits/byte)\n1e20,1").mapping.loss?.unit).toBe("bits per byte");
  expect(guess("C,val_loss\n1e20,1").mapping.loss?.unit).toBe("nats per token");
});
