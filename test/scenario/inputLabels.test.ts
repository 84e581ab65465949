import {expect, test} from "vitest";
import {inputAt, inputsOf} from "../../src/scenario/inputList.ts";
import {readScenario} from "../../src/scenario/read.ts";
import {shippedScenario} from "../simulation/shipped.ts";
import {shippedFiles} from "./shippedFiles.ts";

const wordsOf = (label: string): readonly string[] => label.toLowerCase().match(/[\p{L}\d.]+/gu) ?? [];

/** Neighbouring words: "held out" said twice is a repeat, "tokens" of a name and of a unit is none. */
const pairsOf = (label: string): readonly string[] =>
  wordsOf(label).flatMap((word, i, all) => (i === 0 ? [] : [`${all[i - 1]} ${word}`]));

/** A part of a label whose every word another part has said. */
function saidTwice(label: string): readonly string[] {
  const parts = label.split(", ").map(wordsOf);
  return parts
    .filter((part, i) => parts.some((other, j) => i !== j && part.every((word) => other.includes(word))))
    .map((part) => part.join(" "));
}

test.each(shippedFiles)("the spoken names of the inputs of %s are all different", async (file) => {
  const inputs = inputsOf(await shippedScenario(file));
  for (const key of ["label", "step"] as const) {
    const names = inputs.map((input) => input[key].toLowerCase());
    expect(
      names.filter((name, i) => names.indexOf(name) !== i),
      key
    ).toEqual([]);
  }
});

test.each(shippedFiles)("no name of an input of %s says a thing twice", async (file) => {
  for (const {label} of inputsOf(await shippedScenario(file))) {
    const pairs = pairsOf(label);
    expect(
      pairs.filter((pair, i) => pairs.indexOf(pair) !== i),
      label
    ).toEqual([]);
    expect(saidTwice(label), label).toEqual([]);
  }
});

test.each([
  [
    "thought-compression.json",
    "thinking.compressed.factors.hard",
    "Hard problems, compression",
    "compression of Hard problems"
  ],
  [
    "thought-compression.json",
    "thinking.index.runs.gpt-5-4.tokens",
    "GPT-5.4, tokens to run the index",
    "tokens to run the index of GPT-5.4"
  ],
  [
    "thought-compression.json",
    "thinking.penalties.lambda.perToken",
    "A price per token, lambda",
    "lambda of A price per token"
  ],
  [
    "rl-scaling.json",
    "reinforcement.heldOut.before",
    "Held-out problems, score before",
    "score before of Held-out problems"
  ],
  ["kimi-linear.json", "recipes.mla.curve.loss.A", "MLA, capital A", "capital A of MLA"],
  ["kimi-linear.json", "recipes.mla.curve.loss.a", "MLA, a", "a of MLA"],
  ["rl-scaling.json", "reinforcement.law.before", "Score before", "score before"]
])("in %s the input %s is called %s", async (file, address, label, step) => {
  expect(inputAt(await shippedScenario(file), address)).toMatchObject({label, step});
});

test("two curves, and two metrics, leave no two inputs of one name", async () => {
  const curve = {law: "log-linear", through: "a", slope: "3 to 12"};
  const read = await readScenario(
    JSON.stringify({
      version: 1,
      title: "Two curves",
      metrics: {index: {name: "Some index", range: [0, 60]}, other: {name: "Another index", range: [0, 60]}},
      reference: "old",
      recipes: [
        {id: "old", name: "Old recipe", curve: {index: curve, other: curve}},
        {id: "new", name: "New recipe", curve: {index: {...curve, through: "b"}}}
      ],
      models: [
        {id: "a", name: "A", recipe: "old", compute: 1e24, score: {index: 18, other: 19}},
        {id: "b", name: "B", recipe: "new", compute: 1e25, score: {index: 28, other: 29}}
      ]
    })
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const labels = inputsOf(read.scenario).map(({label}) => label);
  expect(labels).toContain("Old recipe, points per tenfold compute, Another index");
  expect(new Set(labels).size).toBe(labels.length);
});
