import {describe, expect, test} from "vitest";
import {missed, predict} from "../../src/fitting/fit.ts";
import {fitLaw, usualOptions} from "../../src/fitting/fitLaw.ts";
import type {HoldOut} from "../../src/fitting/holdOut.ts";
import {holdOut, rolledHoldOut} from "../../src/fitting/holdOut.ts";
import type {Observation} from "../../src/laws/observation.ts";
import {exp, log, log10} from "../../src/numerics/exp.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";
import {plantedParameters, randomLadder} from "./randomLadder.ts";

const random = seededRandom(221);
const law = plantedParameters("chinchilla", random);
const runs = randomLadder("chinchilla", law, {count: 40, noise: 0.003, random});
const exact = randomLadder("chinchilla", law, {count: 40, noise: 0, random});
const median = [...runs].sort((a, b) => a.C - b.C)[25]!.C;

function held(list: readonly Observation[], isLeftOut: (run: Observation) => boolean): HoldOut {
  const result = holdOut(list, usualOptions, isLeftOut);
  if (!result.ok) throw new Error(result.message);
  return result.holdOut;
}

describe("a hold-out", () => {
  test("foretells the runs left out from the others alone", () => {
    const found = held(runs, ({C}) => C > median);
    const kept = fitLaw(runs.filter(({C}) => C <= median));
    if (!kept.ok) throw new Error(kept.message);
    expect(found.fitted).toBe(26);
    expect(found.forecasts.map(({run}) => run)).toEqual(runs.flatMap(({C}, i) => (C > median ? [i] : [])));
    for (const {run, actual, predicted, error} of found.forecasts) {
      expect(actual).toBe(runs[run]!.loss);
      expect(predicted).toBe(predict("chinchilla", kept.fit.parameters, runs[run]!));
      expect(Math.abs(error - log(predicted / actual))).toBeLessThan(1e-14);
      expect(error).toBe(missed("chinchilla", kept.fit.parameters, runs[run]!));
    }
    const sizes = found.forecasts.map(({error}) => Math.abs(error));
    expect(found.worstError).toBe(Math.max(...sizes));
    expect(relativeError(found.meanError, sizes.reduce((sum, size) => sum + size, 0) / 14)).toBeLessThan(1e-14);
    expect(found.decades).toBeCloseTo(log10(Math.max(...runs.map(({C}) => C)) / median), 12);
    expect(found.meanError).toBeLessThan(0.02);
  });

  test("of runs on a law makes no error, and one that is off is off by as much", () => {
    expect(held(exact, ({C}) => C > 1e21).worstError).toBeLessThan(1e-8);
    const largest = exact.reduce((one, other) => (other.C > one.C ? other : one));
    const off = exact.map((run) => (run === largest ? {...run, loss: run.loss * exp(-0.1)} : run));
    const [forecast] = held(off, (run) => run.C >= largest.C).forecasts;
    expect(forecast!.error).toBeCloseTo(0.1, 7);
  });

  test("may leave out the smallest too; the distance is then below nothing", () => {
    expect(held(runs, ({C}) => C < 1e19).decades).toBeLessThan(0);
  });

  test("of scores counts differences", () => {
    const scored = exact.map((run) => ({...run, score: 1 / (1 + exp(-(log10(run.C) - 20)))}));
    const result = holdOut(scored, {...usualOptions, form: "logistic"}, ({C}) => C > 1e21);
    expect(result.ok && result.holdOut.worstError).toBeLessThan(1e-7);
    expect(result.ok && result.holdOut.forecasts.every(({actual}) => actual > 0.7)).toBe(true);
  });

  test("says why it cannot be made", () => {
    expect(holdOut(runs, usualOptions, () => true)).toEqual({
      ok: false,
      message:
        "the runs that are kept: Chinchilla has 5 parameters and needs at least 6 runs with parameters, tokens and loss; there are 0"
    });
    const nobody = {ok: false, message: "no run is left out that the form could be asked about"};
    expect(holdOut(runs, usualOptions, () => false)).toEqual(nobody);
    const bare = {...runs[0]!, N: NaN, D: NaN};
    expect(holdOut([...runs.slice(1), bare], usualOptions, (run) => run === bare)).toEqual(nobody);
  });
});

describe("a rolled hold-out", () => {
  test("moves on over rising compute, from the smaller two fifths to all but the largest", () => {
    const rolled = rolledHoldOut(runs, usualOptions);
    expect(rolled).toHaveLength(8);
    const sorted = runs.map(({C}) => C).sort((a, b) => a - b);
    expect(rolled[0]!.upTo).toBe(sorted[16]);
    expect(rolled.map(({upTo}) => upTo)).toEqual(rolled.map(({upTo}) => upTo).sort((a, b) => a - b));
    for (const {upTo, fitted, forecasts} of rolled) {
      expect(fitted).toBe(sorted.filter((C) => C <= upTo).length);
      expect(forecasts).toHaveLength(40 - fitted);
      expect(forecasts.every(({run}) => runs[run]!.C > upTo)).toBe(true);
    }
  });

  test("is each of its hold-outs by itself", () => {
    for (const {upTo, ...own} of rolledHoldOut(runs, usualOptions)) expect(held(runs, ({C}) => C > upTo)).toEqual(own);
  });

  test("of runs at two computes, or too few, has no stops", () => {
    const two = runs.map((run, i) => ({...run, C: i % 2 === 0 ? 1e20 : 1e21}));
    expect(rolledHoldOut(two, usualOptions).length).toBeLessThanOrEqual(1);
    expect(rolledHoldOut(runs.slice(0, 4), usualOptions)).toEqual([]);
  });

  test("leaves out the stops whose runs cannot be fitted", () => {
    const few = runs.slice(0, 9);
    const rolled = rolledHoldOut(few, usualOptions);
    expect(rolled.length).toBeGreaterThan(0);
    for (const {fitted} of rolled) expect(fitted).toBeGreaterThanOrEqual(6);
  });
});
