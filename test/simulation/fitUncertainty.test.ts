import {describe, expect, test} from "vitest";
import {bootstrap, spreadOf} from "../../src/fitting/bootstrap.ts";
import {compareForms} from "../../src/fitting/compareForms.ts";
import {compareLadders} from "../../src/fitting/compareLadders.ts";
import {parameterNames} from "../../src/fitting/forms.ts";
import {holdOut} from "../../src/fitting/holdOut.ts";
import {isoFlopFit} from "../../src/fitting/isoFlopFit.ts";
import type {ScalingLaw} from "../../src/laws/chinchilla.ts";
import {log10} from "../../src/numerics/exp.ts";
import {fitForms} from "../../src/scenario/fitChoices.ts";
import type {Runs} from "../../src/scenario/schema.ts";
import type {FitPart, FitUncertainty} from "../../src/simulation/fitUncertainty.ts";
import {fitUncertaintySteps, targetOf} from "../../src/simulation/fitUncertainty.ts";
import {curveOf, ladderFit, laddersOf} from "../../src/simulation/fits.ts";
import {relativeError} from "../numerics/relative.ts";
import {runsOf} from "./scoredRuns.ts";

function uncertain(runs: Runs, parts?: readonly FitPart[]): FitUncertainty & {readonly told: readonly number[]} {
  const told: number[] = [];
  const steps = fitUncertaintySteps({runs}, parts);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) told.push(step.value);
  if (step.value === undefined) throw new Error("no fit");
  return {...step.value, told};
}

const compute = (value: number) => ({value}) as unknown as NonNullable<Runs["target"]>;

describe("the uncertainty of a scenario's fit", () => {
  test.each(fitForms)("%s: has the intervals of its bootstrap, a band about its curve and a target", (form) => {
    const runs = runsOf({form, draws: 120});
    const central = ladderFit({runs})!;
    if (!central.result.ok) throw new Error(central.result.message);
    const {parameters, names, drawn, band, target, draws, seed} = uncertain(runs, []);
    const boot = bootstrap(central.taken, central.result.fit, {seed: 42, draws: 120});
    expect({draws, seed, names}).toEqual({draws: 120, seed: 42, names: parameterNames(form)});
    names.forEach((name, i) => {
      expect(drawn[i]).toEqual(boot.draws[name]);
      expect(parameters[name]).toEqual(spreadOf(boot.draws[name]!));
    });
    expect(band).toHaveLength(61);
    expect(band[0]!.x).toBe(log10(central.span[0]));
    expect(band[60]!.x).toBeCloseTo(log10(central.span[1]) + 2, 12);
    for (const {x, low, high} of band) {
      const at = central.curve!.score(x);
      const slack = 1e-3 * Math.abs(at);
      expect(low, `at ${x}`).toBeLessThanOrEqual(at + slack);
      expect(high, `at ${x}`).toBeGreaterThanOrEqual(at - slack);
    }
    expect(relativeError(target.C, 100 * central.span[1])).toBeLessThan(1e-12);
    expect(target.decades).toBeCloseTo(2, 12);
    expect(target.central).toBe(central.curve!.score(log10(target.C)));
    const scores = Float64Array.from({length: 120}, (_, i) =>
      curveOf(form, Object.fromEntries(names.map((name, n) => [name, drawn[n]![i]!])), central.policy).score(
        log10(target.C)
      )
    );
    expect(target.spread).toEqual(spreadOf(scores));
  });

  test("reaches to the target that is set; inside the runs it is no decades beyond them", () => {
    const runs = runsOf({target: compute(1e25), draws: 20});
    const {target, band} = uncertain(runs, []);
    expect(target.C).toBe(1e25);
    expect(band[60]!.x).toBe(25);
    expect(target.decades).toBeCloseTo(25 - log10(3e20), 5);
    const inside = uncertain(runsOf({target: compute(1e19), draws: 20}), []);
    expect(inside.target.decades).toBeLessThan(0);
    expect(inside.band[60]!.x).toBeCloseTo(log10(3e20), 5);
    expect(targetOf(runs, ladderFit({runs})!)).toBe(1e25);
  });

  test("is wider the further it reaches", () => {
    const {band} = uncertain(runsOf({draws: 200, recipe: "old"}), []);
    const width = (i: number) => band[i]!.high - band[i]!.low;
    expect(width(60)).toBeGreaterThan(width(45));
    expect(width(45)).toBeGreaterThan(width(30));
  });

  test("comes with forms, comparison and isoFLOP where they are asked for, each as by itself", () => {
    const runs = runsOf({draws: 60});
    const {forms, comparison, isoFlop, holdOut: held} = uncertain(runs);
    const central = ladderFit({runs})!;
    const rows = compareForms(central.taken, central.options);
    expect(forms.map(({form, holdOutError, aicc, converged}) => ({form, holdOutError, aicc, converged}))).toEqual(
      rows.map(({form, holdOutError, aicc, fit}) => ({form, holdOutError, aicc, converged: fit!.converged}))
    );
    const {objective} = central.options;
    const options = {form: "chinchilla", objective, sharing: "nothing", policy: "compute-optimal", seed: 42, draws: 60} as const; // prettier-ignore
    expect(comparison).toEqual(compareLadders(laddersOf(runs), options));
    const law = central.result.ok ? (central.result.fit.parameters as unknown as ScalingLaw) : undefined;
    expect(isoFlop).toEqual(isoFlopFit(central.taken, {law: law!, seed: 42, draws: 60}));
    expect(held).toBeUndefined();
    expect(uncertain(runs, [])).toMatchObject({forms: [], comparison: undefined, isoFlop: undefined});
  });

  test("leaves out the runs above the compute of its hold-out", () => {
    const runs = runsOf({holdOut: compute(1e20), draws: 10});
    const central = ladderFit({runs})!;
    const expected = holdOut(central.taken, central.options, ({C}) => C > 1e20);
    expect(uncertain(runs, []).holdOut).toEqual(expected);
    expect(expected).toMatchObject({ok: true, holdOut: {fitted: 30}});
  });

  test("compares no scores, no single recipe, and has no isoFLOP view of bare computes", () => {
    expect(uncertain(runsOf({form: "logistic", draws: 10}), ["comparison"]).comparison).toBeUndefined();
    const {columns, rows} = runsOf();
    const only = (kept: readonly string[]) => ({
      columns: columns.filter((column) => kept.includes(column)),
      rows: rows.map((cells) => cells.filter((_, i) => kept.includes(columns[i]!)))
    });
    expect(uncertain(runsOf({...only(["N", "D", "loss"]), draws: 10}), ["comparison"]).comparison).toBeUndefined();
    const bare = runsOf({...only(["C", "loss"]), form: "power-law", draws: 10});
    expect(uncertain(bare, ["isoFlop"]).isoFlop).toBeUndefined();
  });

  test("tells its progress, never falling, below 1", () => {
    const {told} = uncertain(runsOf({draws: 250}));
    expect(told.length).toBeGreaterThan(10);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.every((part) => part > 0 && part < 1)).toBe(true);
  });

  test("is the same bits for the same scenario, others for another seed", () => {
    expect(uncertain(runsOf({draws: 60}))).toEqual(uncertain(runsOf({draws: 60})));
    expect(uncertain(runsOf({draws: 60, seed: 43}), []).drawn).not.toEqual(uncertain(runsOf({draws: 60}), []).drawn);
  });

  test("can be sent: a plain value without functions", () => {
    const {told: _, ...plain} = uncertain(runsOf({draws: 20}));
    expect(structuredClone(plain)).toEqual(plain);
  });

  test("is not there where there is no fit", () => {
    for (const runs of [undefined, runsOf({without: {rows: [], largest: 38}})]) {
      expect(fitUncertaintySteps({runs}).next()).toEqual({done: true, value: undefined});
    }
  });
});
