import {expect, test} from "vitest";
import {allocate, chinchillaCurve, frontier, loss, optimalAllocation, type Policy} from "../../src/laws/chinchilla.ts";
import type {Curve} from "../../src/laws/curve.ts";
import {dataConstrainedCurve} from "../../src/laws/dataConstrained.ts";
import {gain, withGain, type Gain} from "../../src/laws/gain.ts";
import {kaplanAllocate, kaplanCurve, kaplanLoss, kaplanOptimalAllocation} from "../../src/laws/kaplan.ts";
import {withLimit} from "../../src/laws/limit.ts";
import {powerLawCurve} from "../../src/laws/powerLaw.ts";
import {log10, pow10} from "../../src/numerics/exp.ts";
import {seededRandom, type Random} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";
import {randomKaplanLaw, randomLaw, randomPowerLaw} from "./randomLaw.ts";

const cases = 300;

const valueOf = (result: Gain): number => (result.kind === "gain" ? result.gain : NaN);

/** Checks many cases, each with random numbers of its own and a label that leads back to it. */
function forCases(seed: number, check: (random: Random, label: string) => void): void {
  const random = seededRandom(seed);
  for (let i = 0; i < cases; ++i) check(random, `seed ${seed}, case ${i}`);
}

const randomRatio = (random: Random): Policy => ({tokensPerParameter: 10 ** (4 * random())});

/** A random loss curve of each kind, without a floor, so that its inverse loses no digits to one. */
const lossCurves: Record<string, (random: Random) => Curve> = {
  "power law": (random) => powerLawCurve({...randomPowerLaw(random), E: 0}),
  "compute-optimal law": (random) => chinchillaCurve({...randomLaw(random), E: 0}, "compute-optimal"),
  "law at a fixed D/N": (random) => chinchillaCurve({...randomLaw(random), E: 0}, randomRatio(random)),
  "compute-optimal law without a floor": (random) => kaplanCurve(randomKaplanLaw(random), "compute-optimal"),
  "law without a floor at a fixed D/N": (random) => kaplanCurve(randomKaplanLaw(random), randomRatio(random)),
  "law of repeated data": (random) => {
    // Laws and stocks of data of which repeats are still worth something at 1e27 FLOP: beyond, no score tells a compute.
    const policy = random() < 0.5 ? "compute-optimal" : {tokensPerParameter: 10 ** (2 * random())};
    const [A, B, alpha] = [300 + 700 * random(), 300 + 700 * random(), 0.3 + 0.1 * random()];
    const law = {E: 0, A, B, alpha, beta: alpha + 0.02 * random()};
    return dataConstrainedCurve(law, policy, 10 ** (13 + random()), {tokens: 15.39, parameters: 5.31});
  },
  "power law with another floor": (random) => withLimit(powerLawCurve(randomPowerLaw(random)), random())
};

test.each(Object.keys(lossCurves))("a %s falls from its start to its limit, and log10Compute undoes score", (kind) => {
  forCases(70, (random, label) => {
    const curve = lossCurves[kind]!(random);
    expect([curve.score(-Infinity), curve.start], label).toEqual([Infinity, Infinity]);
    expect(relativeError(curve.score(Infinity), curve.limit), label).toBeLessThan(1e-14);
    const log10C = 18 + 9 * random();
    const L = curve.score(log10C);
    expect(curve.score(log10C + 0.01), label).toBeLessThan(L);
    expect(L, label).toBeGreaterThan(curve.limit);
    expect(relativeError(curve.log10Compute(L), log10C), label).toBeLessThan(1e-9);
    expect(curve.log10Compute(curve.limit), label).toBe(Infinity);
    expect(curve.log10Compute(Infinity), label).toBe(-Infinity);
    expect(curve.log10Compute(NaN), label).toBeNaN();
  });
});

test.each(Object.keys(lossCurves))(
  "a %s has a gain of 1 over itself and keeps the gain it is given, at every level",
  (kind) => {
    forCases(71, (random, label) => {
      const reference = lossCurves[kind]!(random);
      const log10Gain = 3 * random() - 1;
      const recipe = withGain(reference, {log10Gain});
      for (const log10C of [19, 22, 25]) {
        const L = reference.score(log10C);
        expect(gain(reference, reference, L), label).toEqual({kind: "gain", log10Gain: 0, gain: 1});
        expect(Math.abs(log10(valueOf(gain(reference, recipe, L))) - log10Gain), label).toBeLessThan(1e-9);
      }
    });
  }
);

test("the gain grows as the recipe’s scale or floor goes down, or its exponent up", () => {
  forCases(72, (random, label) => {
    const law = randomPowerLaw(random);
    const reference = powerLawCurve(law);
    const L = reference.score(19 + 6 * random());
    const of = (recipe: Curve) => valueOf(gain(reference, recipe, L));
    const smaller = [1, 0.9, 0.5, 0.1].map((share) => of(powerLawCurve({...law, k: share * law.k})));
    const lower = [1, 0.9, 0.5, 0.1].map((share) => of(withLimit(reference, share * law.E)));
    const steeper = [1, 1.1, 1.5].map((factor) => of(powerLawCurve({...law, a: factor * law.a})));
    for (const gains of [smaller, lower, steeper]) {
      expect(gains[0], label).toBeCloseTo(1, 9);
      gains.slice(1).forEach((next, i) => expect(next, label).toBeGreaterThan(gains[i]!));
    }
  });
});

test("the gain of a lower floor grows without bound towards the reference’s floor, where the reference never gets", () => {
  forCases(73, (random, label) => {
    const law = {...randomPowerLaw(random), E: 1 + random()};
    const reference = powerLawCurve(law);
    const recipe = withLimit(reference, law.E - 0.01 - 0.5 * random());
    const gains = [1, 0.1, 1e-3, 1e-6].map((above) => valueOf(gain(reference, recipe, law.E + above)));
    expect(gains, label).toEqual(gains.toSorted((a, b) => a - b));
    expect(gains.at(-1), label).toBeGreaterThan(1e6);
    expect(gain(reference, recipe, law.E), label).toEqual({kind: "reference-never"});
    expect(gain(reference, recipe, (law.E + recipe.limit) / 2), label).toEqual({kind: "reference-never"});
    expect(gain(reference, recipe, recipe.limit), label).toEqual({kind: "neither"});
    expect(gain(recipe, reference, law.E), label).toEqual({kind: "recipe-never"});
  });
});

test("the compute-optimal policy is never worse than a fixed D/N, and as good where D/N is the best", () => {
  forCases(74, (random, label) => {
    const law = randomLaw(random);
    const kaplan = randomKaplanLaw(random);
    const log10C = 17 + 10 * random();
    const C = pow10(log10C);
    for (const [curve, best] of [
      [(policy: Policy) => chinchillaCurve(law, policy), optimalAllocation(law, C)],
      [(policy: Policy) => kaplanCurve(kaplan, policy), kaplanOptimalAllocation(kaplan, C)]
    ] as const) {
      const least = curve("compute-optimal").score(log10C);
      expect(curve(randomRatio(random)).score(log10C), label).toBeGreaterThanOrEqual(least * (1 - 1e-14));
      const bestRatio = {tokensPerParameter: best.D / best.N};
      expect(relativeError(curve(bestRatio).score(log10C), least), label).toBeLessThan(1e-12);
    }
  });
});

test("every policy of both forms spends the compute it is given, and its loss is the curve’s", () => {
  forCases(75, (random, label) => {
    const law = randomLaw(random);
    const kaplan = randomKaplanLaw(random);
    const log10C = 17 + 10 * random();
    const C = pow10(log10C);
    for (const policy of ["compute-optimal", randomRatio(random)] as const) {
      const run = allocate(law, policy, C);
      const other = kaplanAllocate(kaplan, policy, C);
      for (const {N, D} of [run, other]) expect(relativeError(6 * N * D, C), label).toBeLessThan(1e-13);
      expect(relativeError(loss(law, run), chinchillaCurve(law, policy).score(log10C)), label).toBeLessThan(1e-12);
      expect(relativeError(kaplanLoss(kaplan, other), kaplanCurve(kaplan, policy).score(log10C)), label).toBeLessThan(
        1e-12
      );
    }
  });
});

test("another floor leaves what is above it as it was", () => {
  forCases(76, (random, label) => {
    const law = randomLaw(random);
    const moved = withLimit(chinchillaCurve(law, "compute-optimal"), 0.5);
    const {k, a} = frontier(law);
    const log10C = 18 + 9 * random();
    expect(relativeError(moved.score(log10C), powerLawCurve({E: 0.5, k, a}).score(log10C)), label).toBeLessThan(1e-13);
    expect(moved.log10Compute(0.5), label).toBe(Infinity);
  });
});
