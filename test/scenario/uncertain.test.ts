import {describe, expect, test} from "vitest";
import {writeInput} from "../../src/scenario/address.ts";
import {inputFault} from "../../src/scenario/checkFloors.ts";
import {formatProblem, readScenario} from "../../src/scenario/read.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {toInput} from "../../src/scenario/write.ts";
import {drawer} from "../../src/simulation/draws.ts";

const law = {law: "power-law", E: 1.7, a: 0.154, k: 300};

interface Changes {
  readonly curve?: object;
  readonly recipe?: object;
  readonly uncertainty?: object;
  readonly score?: unknown;
}

const document = ({curve = law, recipe = {}, uncertainty, score = 2.5}: Changes) => ({
  version: 1,
  title: "two",
  metrics: {loss: {name: "Loss", better: "lower", unit: "nats"}},
  reference: "old",
  recipes: [
    {id: "old", name: "Old", curve: {loss: curve}},
    {id: "new", name: "New", ...recipe}
  ],
  models: [
    {id: "a", name: "A", recipe: "old", compute: 1e22, score: {loss: 2.4}},
    {id: "b", name: "B", recipe: "new", compute: 1e22, score: {loss: score}}
  ],
  ...(uncertainty === undefined ? {} : {uncertainty})
});

async function problems(changes: Changes): Promise<string> {
  const read = await readScenario(JSON.stringify(document(changes)));
  const found = read.ok ? read.warnings : read.problems;
  return found.map((problem) => formatProblem("x", problem)).join("\n");
}

async function read(changes: Changes): Promise<Scenario> {
  const result = await readScenario(JSON.stringify(document(changes)));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.scenario;
}

const at = (name: string) => `recipes.old.curve.loss.${name}`;
const joint = (group: object) => ({uncertainty: {joint: [{inputs: [at("E"), at("k")], ...group}]}});

describe("bad input says what is wrong, where, and what is accepted", () => {
  const cases: readonly (readonly [string, Changes, string])[] = [
    [
      "impossible covariance",
      joint({
        of: "logs",
        covariance: [
          [1, 2],
          [2, 1]
        ]
      }),
      "uncertainty.joint[0].covariance is not positive semi-definite"
    ],
    [
      "crooked covariance",
      joint({
        of: "logs",
        covariance: [
          [1, 0.5],
          [0.4, 1]
        ]
      }),
      "must be symmetric"
    ],
    ["covariance of another size", joint({covariance: [[1]]}), "must have 2 rows of 2 numbers"],
    [
      "values drawn below 0",
      joint({
        covariance: [
          [1, 0],
          [0, 1]
        ]
      }),
      'would draw recipes.old.curve.loss.E below 0: its deviation is 1, its value 1.7 (give the covariance of the logarithms, "of": "logs")'
    ],
    ["neither covariance nor draws", joint({}), "needs a covariance or draws"],
    [
      "both",
      joint({
        covariance: [
          [1e-4, 0],
          [0, 1]
        ],
        draws: []
      }),
      "has a covariance and draws; give one"
    ],
    ["few draws", joint({draws: [[1, 2]]}), "must hold at least 20 rows, got 1"],
    ["narrow draws", joint({draws: Array.from({length: 20}, () => [1])}), "must hold 2 numbers, one an input, got 1"],
    [
      "draws of nothing",
      joint({draws: Array.from({length: 20}, () => [1, 0])}),
      "must be greater than 0, as its inputs are"
    ],
    [
      "an address of nothing",
      {uncertainty: {joint: [{inputs: ["models.x.compute"], covariance: [[1]]}]}},
      'names no input of this scenario: "models.x.compute"'
    ],
    [
      "growth that ends a curve",
      {recipe: {growth: {times: 0.1}}},
      "recipes[1].growth.times must be above 0.1, got 0.1: the recipe’s exponent would be 0 or below"
    ],
    ["an exponent below 0", {curve: {...law, a: -0.1}}, "recipes[0].curve.loss.a must be greater than 0, got -0.1"],
    [
      "a floor above the score of the model a curve goes through",
      {curve: {law: "power-law", E: 2.6, a: 0.154, through: "a"}},
      'recipes[0].curve.loss.E is a floor above the score of "a", 2.4, got 2.6: no curve goes through it'
    ],
    [
      "a floor drawn above the score of the model a curve goes through",
      {curve: {law: "power-law", E: "1.5 to 2.3", a: 0.154, through: "a"}},
      'E is a floor above the score of "a", 2.4, in some draws, got 1.5 to 2.3: no curve goes through it there'
    ],
    [
      "a floor above what its own model reached",
      {curve: {...law, E: 2.45}},
      'recipes[0].curve.loss never reaches the score of its "a", 2.4: its floor is 2.45'
    ],
    [
      "a two-step law through a model",
      {curve: {law: "two-step", loss: {law: "power-law", a: 0.154, through: "a"}, link: {a: 70, L0: 2.1, k: 8, b: 25}}},
      "loss.through has no use here: scores on this metric are no losses; give k"
    ],
    [
      "a formula that gets worse with compute",
      {curve: {law: "formula", formula: "C^0.1"}},
      'recipes[0].curve.loss.formula rises with compute, though on "loss" less is better'
    ],
    [
      "a formula that stays as it is",
      {curve: {law: "formula", formula: "2 + 0 * C"}},
      "recipes[0].curve.loss.formula is the same at every compute: no level of it could be told from another"
    ],
    ["a floor above the score", {recipe: {limit: {loss: 2.6}}}, 'is a floor above the score of "b", 2.5, got 2.6'],
    [
      "a power law from nowhere",
      {curve: {law: "power-law", E: 1.7, a: 0.1}},
      "needs k, the reducible loss at one FLOP, or the model it goes through"
    ],
    ["a power law from two places", {curve: {...law, through: "a"}}, "has both k and a model to go through"],
    [
      "an interval over zero",
      {curve: {...law, k: {value: 300, low: 1, high: 600, shape: "normal"}}},
      "would be drawn below 0"
    ],
    [
      "an interval from below zero",
      {curve: {...law, k: {value: 300, low: -1, high: 600}}},
      "must be greater than 0, got -1"
    ],
    [
      "a shape that is none",
      {score: {low: 2.4, high: 2.6, shape: "flat"}},
      'shape must be one of log-normal, normal, uniform, got "flat"'
    ],
    [
      "a formula without a number",
      {curve: {law: "formula", formula: "log10(1e20 - C)", parameters: {}}},
      "gives no finite number at C = "
    ],
    ["a formula that calls", {curve: {law: "formula", formula: "import(C)", parameters: {}}}, "import"],
    ["far too many draws", {uncertainty: {draws: 1e9}}, "uncertainty.draws must be at most 100000, got 1000000000"]
  ];

  test.each(cases)("%s", async (_, changes, expected) => {
    expect(await problems(changes)).toContain(expected);
  });
});

describe("what a scenario says of its curves and errors is written as it was read", () => {
  const forms: readonly (readonly [string, Changes])[] = [
    [
      "formula",
      {
        curve: {
          law: "formula",
          formula: "E + A * C^(-alpha)",
          parameters: {E: 1.7, A: 300, alpha: {low: 0.14, high: 0.17}}
        }
      }
    ],
    ["two-step", {curve: {law: "two-step", loss: law, link: {a: -0.5, L0: 2.5, k: 4, b: 0.9}}}],
    ["kaplan", {curve: {law: "kaplan", policy: {tokensPerParameter: 20}}}],
    ["repeats", {curve: {law: "chinchilla", parameters: "muennighoff2023", unique: "1T"}}],
    ["parameters", {curve: {law: "chinchilla", parameters: {E: 1.8, A: 480, B: 2000, alpha: 0.35, beta: 0.36}}}],
    [
      "growth, limit, parts",
      {
        recipe: {
          gain: {of: "parts"},
          growth: {times: 1.1, from: 1e22},
          limit: {loss: 1.6},
          parts: {data: "2x"},
          apart: {thinking: "3x"}
        }
      }
    ],
    [
      "covariance",
      joint({
        of: "logs",
        covariance: [
          [0.01, 0.005],
          [0.005, 0.01]
        ]
      })
    ],
    ["shape", {score: {value: 2.5, low: 2.4, high: 2.7, shape: "uniform"}}]
  ];

  test.each(forms)("%s", async (_, changes) => {
    const scenario = await read(changes);
    const again = await readScenario(JSON.stringify(toInput(scenario)));
    expect(again.ok && again.scenario).toEqual(scenario);
  });
});

describe("draws", () => {
  const draws = 20_000;
  const columns = (scenario: Scenario, names: readonly string[]) => {
    const {valuation, select} = drawer(scenario, {seed: 7, draws});
    const spec = scenario.recipes[0]!.curve!["loss"] as unknown as Record<string, {value: number; written: number}>;
    return names.map((name) =>
      Float64Array.from({length: draws}, (_, i) => {
        select(i);
        return valuation(at(name), spec[name]!);
      })
    );
  };
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

  test("have the covariance they are given", async () => {
    const covariance = [
      [0.0004, 0.03],
      [0.03, 9]
    ];
    const [E, k] = columns(await read(joint({covariance})), ["E", "k"]) as [Float64Array, Float64Array];
    const product = mean(E.map((value, i) => (value - 1.7) * (k[i]! - 300)));
    // Standard error of a sample covariance: sqrt((s11 s22 + s12²) / n).
    expect(Math.abs(product - 0.03)).toBeLessThan(5 * Math.sqrt((0.0004 * 9 + 0.03 ** 2) / draws));
    expect(Math.abs(mean(E) - 1.7)).toBeLessThan(1e-3);
  });

  test("of logarithms multiply as log-normals do", async () => {
    const [E, k] = columns(
      await read(
        joint({
          of: "logs",
          covariance: [
            [0.04, -0.04],
            [-0.04, 0.04]
          ]
        })
      ),
      ["E", "k"]
    ) as [Float64Array, Float64Array];
    // Perfectly opposed: the product never changes.
    for (let i = 0; i < 100; ++i) expect(Math.abs((E[i]! * k[i]!) / (1.7 * 300) - 1)).toBeLessThan(1e-12);
  });

  test("given as rows are those rows, each about as often", async () => {
    const rows = Array.from({length: 20}, (_, i) => [1 + i / 100, 300 + i]);
    const [E, k] = columns(await read(joint({draws: rows})), ["E", "k"]) as [Float64Array, Float64Array];
    const seen = new Map<number, number>();
    E.forEach((value, i) => {
      expect(k[i]).toBe(300 + Math.round((value - 1) * 100));
      seen.set(value, (seen.get(value) ?? 0) + 1);
    });
    expect([...seen.values()]).toEqual(Array.from({length: 20}, () => draws / 20));
  });
});

describe("a value is held against all others where it is entered", () => {
  const through = {law: "power-law", E: 1.7, a: 0.154, through: "a"};
  const set = async (changes: Changes, address: string, value: number) =>
    inputFault(writeInput(await read(changes), address, {value, written: value}), address);

  test.each([
    [{curve: through}, at("E"), 2.6, 'is a floor above the score of "a", 2.4, got 2.6: no curve goes through it'],
    [{curve: through}, "models.a.score.loss", 1.6, "lies below the floor of the curve that goes through it"],
    [{}, at("E"), 2.5, 'never reaches the score of its "a", 2.4: its floor is 2.5'],
    [{recipe: {limit: {loss: 1.6}}}, "recipes.new.limit.loss", 2.6, 'is a floor above the score of "b", 2.5, got 2.6'],
    [{recipe: {growth: {times: 1.1}}}, "recipes.new.growth", 0.1, "must be above 0.1, got 0.1"]
  ] as const)("%j, %s = %d", async (changes, address, value, message) => {
    expect(await set(changes, address, value)).toContain(message);
  });

  test("what fits is not remarked", async () => {
    expect(await set({curve: through}, at("E"), 1.8)).toBeUndefined();
    expect(await set({curve: through}, "models.a.score.loss", 2.2)).toBeUndefined();
    expect(await set({}, "models.a.compute", 1e23)).toBeUndefined();
  });
});
