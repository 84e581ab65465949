import {readFileSync} from "node:fs";
import fc from "fast-check";
import {shippedFiles} from "./shippedFiles.ts";
import {readScenario} from "../../src/scenario/read.ts";
import type {Scenario, ScenarioInput} from "../../src/scenario/schema.ts";

type ModelInput = ScenarioInput["models"][number];

const prose = fc.oneof(
  fc.string({unit: "grapheme", minLength: 1, maxLength: 40}).filter((text) => text.trim() !== ""),
  fc.constantFrom("10× “quoted” & <b>", "نموذج", "🦙", "a\nb", "__proto__")
);
const amount = fc.oneof(
  fc.double({min: 1e20, max: 1e28, noNaN: true}),
  fc.constantFrom("3e24 to 3e26", "over 1e25", "2.38M H100-hours at 40% of BF16 peak", "2.24e24"),
  fc.record({value: fc.constant(6e24), low: fc.constant(3e24), high: fc.double({min: 1e25, max: 1e27, noNaN: true})})
);
const score = fc.oneof(fc.integer({min: 1, max: 69}), fc.double({min: 1, max: 69, noNaN: true}));
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: undefined});

/** A small scenario of two recipes and up to six models, made up from nothing. */
const madeUp: fc.Arbitrary<unknown> = fc
  .record({
    title: prose,
    description: optional(prose),
    metrics: fc.uniqueArray(id, {minLength: 1, maxLength: 3}),
    models: fc.uniqueArray(fc.record({id, name: prose, compute: amount, score, note: optional(prose)}), {
      selector: (model) => model.id,
      minLength: 1,
      maxLength: 6
    }),
    slope: score,
    seed: fc.integer({min: 0, max: 4294967295})
  })
  .map(({title, description, metrics, models, slope, seed}) => ({
    version: 1,
    title,
    ...(description === undefined ? {} : {description}),
    metrics: Object.fromEntries(metrics.map((key) => [key, {name: "Index", range: [0, 70]}])),
    reference: "old",
    recipes: [
      {
        id: "old",
        name: "Old",
        curve: {[metrics[0] ?? ""]: {law: "log-linear", through: models[0]?.id, slope}}
      },
      {id: "new", name: "New"}
    ],
    models: models.map(({note, score: points, ...model}, i) => ({
      ...model,
      recipe: i === 0 ? "old" : "new",
      score: {[metrics[0] ?? ""]: points},
      ...(note === undefined ? {} : {note})
    })),
    uncertainty: {seed, draws: 500}
  }));

/** What a hand may do to a shipped scenario, as a function of it. */
const edits: readonly fc.Arbitrary<(scenario: ScenarioInput) => ScenarioInput>[] = [
  prose.map((title) => (scenario) => ({...scenario, title})),
  fc.constant(({description: _, ...scenario}) => scenario),
  prose.map((description) => (scenario) => ({...scenario, description})),
  fc.integer({min: 0, max: 99}).map((seed) => (scenario) => ({...scenario, uncertainty: {seed}})),
  fc.constant((scenario) => ({...scenario, thresholds: [...(scenario.thresholds ?? [])].reverse()})),
  fc.constant((scenario) => ({...scenario, models: [...scenario.models].reverse()})),
  fc.constant((scenario) => ({...scenario, claims: (scenario.claims ?? []).slice(1)})),
  fc.tuple(fc.nat(), amount).map(([at, compute]) => (scenario) => ({
    ...scenario,
    models: scenario.models.map((model, i) => (i === at % scenario.models.length ? {...model, compute} : model))
  })),
  fc.tuple(id, prose, amount).map(([fresh, name, compute]) => (scenario) => {
    const model: ModelInput = {id: `fresh-${fresh}`, name, recipe: scenario.reference, compute};
    return {...scenario, models: [model, ...scenario.models]};
  })
];

const editedOnes: fc.Arbitrary<unknown> = fc
  .tuple(fc.constantFrom(...shippedFiles), fc.array(fc.oneof(...edits), {maxLength: 5}))
  .map(([file, hands]) =>
    hands.reduce<ScenarioInput>(
      (scenario, hand) => hand(scenario),
      JSON.parse(readFileSync(`scenarios/${file}`, "utf8"))
    )
  );

/** Scenarios as people make them: shipped ones with a few changes, and small ones made up. */
export const randomDocument: fc.Arbitrary<unknown> = fc.oneof(madeUp, editedOnes);

/** The scenario of a random document; undefined where chance made none that fits together. */
export async function scenarioOf(document: unknown): Promise<Scenario | undefined> {
  const read = await readScenario(JSON.stringify(document));
  return read.ok ? read.scenario : undefined;
}
