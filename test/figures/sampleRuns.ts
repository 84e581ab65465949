import {sampleDesign, sampleLadder} from "../../src/fitting/sampleLadder.ts";
import type {Fit} from "../../src/fitting/fit.ts";
import {simulate, simulateUncertainty} from "../../src/figures/view.ts";
import {emptyScenario} from "../../src/scenario/emptyScenario.ts";
import type {Quantity} from "../../src/scenario/quantity.ts";
import type {Runs, Scenario} from "../../src/scenario/schema.ts";
import type {LadderFit} from "../../src/simulation/fits.ts";
import type {FitUncertainty} from "../../src/simulation/fitUncertainty.ts";

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
    repeats: "worth",
    seed: 42,
    draws: 400,
    ...changes
  };
  return {...emptyScenario(), title: "Sample ladder", runs, view: {figure: "fit"}};
}

/** A quantity as a file would write it. */
export const quantity = (value: number): Quantity => ({value, written: value});

/** More runs than have a point each. */
export function crowdedScenario(): Scenario {
  const seeds = Array.from({length: 16}, (_, i) => i + 1);
  const rows = seeds.flatMap((seed) =>
    sampleLadder({...sampleDesign, noise: 0.02, seed}).runs.map(({name, recipe, N, D, loss}) => [
      name,
      recipe,
      N,
      D,
      loss
    ])
  );
  return sampleScenario({rows, form: "power-law", draws: 20, without: {rows: [], largest: 40}});
}

/** A scenario’s fit and its intervals, with whatever is set otherwise. */
export function fitted(scenario: Scenario): {
  readonly runs: Runs;
  readonly fit: LadderFit;
  readonly uncertainty: FitUncertainty;
} {
  const {fit} = simulate(scenario, "fit");
  const uncertainty = simulateUncertainty(scenario, "fit").fit;
  if (scenario.runs === undefined || fit === undefined || uncertainty === undefined) throw new Error("no fit");
  return {runs: scenario.runs, fit, uncertainty};
}

/** A fit as it would be with some of its results otherwise. */
export function withResults(fit: LadderFit, changes: Partial<Fit>): LadderFit {
  if (!fit.result.ok) throw new Error(fit.result.message);
  return {...fit, result: {ok: true, fit: {...fit.result.fit, ...changes}}};
}
