import {sampleLadder} from "../../src/fitting/sampleLadder.ts";
import {emptyScenario} from "../../src/scenario/emptyScenario.ts";
import type {Runs, Scenario} from "../../src/scenario/schema.ts";

/** A scenario that holds the sample ladder, with whatever is set otherwise. */
export function sampleScenario(changes: Partial<Runs> = {}): Scenario {
  const runs: Runs = {
    name: "sample ladder",
    note: "Made-up runs about a published law.",
    measure: "loss",
    unit: "nats per token",
    columns: ["name", "recipe", "N", "D", "loss"],
    rows: sampleLadder().runs.map(({name, recipe, N, D, loss}) => [name, recipe, N, D, loss]),
    without: {rows: [], largest: 0},
    form: "chinchilla",
    objective: "huber",
    delta: 1e-3,
    anchor: true,
    sharing: "nothing",
    policy: "compute-optimal",
    seed: 42,
    draws: 400,
    ...changes
  };
  return {...emptyScenario(), title: "Sample ladder", runs, view: {figure: "fit"}};
}
