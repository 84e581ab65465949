import type {Scenario} from "./schema.ts";

/**
 * The least that is a scenario: a metric, a reference recipe with its curve through one model, and a second model to
 * place. Its numbers are round, for the reader to replace.
 */
export function emptyScenario(): Scenario {
  const number = (value: number) => ({value, written: value});
  const model = {basis: "placed", scoreBasis: "measured", solve: "gain"} as const;
  return {
    version: 1,
    title: "New scenario",
    metrics: {score: {name: "Score", unit: "points", better: "higher", range: [0, 100], decimals: 2}},
    reference: "reference",
    recipes: [
      {
        id: "reference",
        name: "Reference recipe",
        curve: {
          score: {
            law: "log-linear",
            through: "reference-model",
            slope: {value: 6, low: 3, high: 12, written: {value: 6, low: 3, high: 12}}
          }
        }
      },
      {id: "new-recipe", name: "New recipe"}
    ],
    models: [
      {
        ...model,
        id: "reference-model",
        name: "Reference model",
        recipe: "reference",
        compute: number(1e25),
        score: {score: number(50)}
      },
      {
        ...model,
        id: "new-model",
        name: "New model",
        recipe: "new-recipe",
        compute: number(1e25),
        score: {score: number(55)}
      }
    ],
    claims: [],
    thresholds: [],
    evidence: [],
    baseline: {run: "as-trained", law: "besiroglu2024"},
    uncertainty: {seed: 7, draws: 4000},
    view: {figure: "ladder", subject: "new-model", rivals: ["reference-model"]}
  };
}
