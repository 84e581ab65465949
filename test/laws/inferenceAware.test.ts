import {expect, test} from "vitest";
import {loss, lossAtCompute, optimalAllocation, type ScalingLaw} from "../../src/laws/chinchilla.ts";
import {leastLifetimeCompute, leastLossOfLifetime, lifetimeCompute} from "../../src/laws/inferenceAware.ts";
import {besiroglu2024} from "../../src/laws/published.ts";
import type {Random} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";
import {between, forCases} from "./cases.ts";

/** A law near the published ones: far from them an optimum may have next to no tokens. */
function randomLaw(random: Random): ScalingLaw {
  const [alpha, beta] = [0.28 + 0.1 * random(), 0.28 + 0.1 * random()];
  return {E: 2 * random(), A: between(random, 200, 2000), B: between(random, 200, 2000), alpha, beta};
}

test("nothing served, and next to nothing, give the compute-optimal allocation", () => {
  forCases(190, 300, (random, label) => {
    const law = {...randomLaw(random), E: 0};
    const C = between(random, 1e18, 1e26);
    const best = optimalAllocation(law, C);
    const L = lossAtCompute(law, "compute-optimal", C);
    for (const served of [0, 1e-6]) {
      expect(relativeError(leastLifetimeCompute(law, L, served).N, best.N), label).toBeLessThan(1e-10);
      expect(relativeError(leastLifetimeCompute(law, L, served).D, best.D), label).toBeLessThan(1e-10);
      expect(relativeError(leastLossOfLifetime(law, C, served).D, best.D), label).toBeLessThan(1e-10);
    }
  });
});

test("the allocation reaches its loss, and no other that does costs less", () => {
  forCases(191, 500, (random, label) => {
    const law = randomLaw(random);
    const L = law.E + between(random, 0.1, 1);
    const served = between(random, 1e8, 1e16);
    const best = leastLifetimeCompute(law, L, served);
    expect(Math.abs(loss(law, best) - L), label).toBeLessThan(1e-13);
    // Another N, with the tokens that then reach the loss.
    const N = best.N * (1 + 0.2 * (random() - 0.5));
    const tokensPart = L - law.E - law.A * N ** -law.alpha;
    if (tokensPart <= 0) return;
    const other = {N, D: (law.B / tokensPart) ** (1 / law.beta)};
    expect(lifetimeCompute(other, served), label).toBeGreaterThanOrEqual(lifetimeCompute(best, served) * (1 - 1e-12));
  });
});

test("the more is served, the smaller the model and the longer its training", () => {
  forCases(192, 300, (random, label) => {
    const law = randomLaw(random);
    const L = law.E + between(random, 0.1, 1);
    const served = between(random, 1e9, 1e15);
    const [less, more] = [served, 2 * served].map((tokens) => leastLifetimeCompute(law, L, tokens));
    expect(more!.N, label).toBeLessThan(less!.N);
    expect(more!.D, label).toBeGreaterThan(less!.D);
    expect(lifetimeCompute(more!, 2 * served), label).toBeGreaterThan(lifetimeCompute(less!, served));
  });
});

test("a shared budget is spent whole, no other way to spend it has less loss, and serving more costs loss", () => {
  forCases(193, 500, (random, label) => {
    const law = randomLaw(random);
    const total = between(random, 1e20, 1e27);
    const served = between(random, 1e8, 1e15);
    const best = leastLossOfLifetime(law, total, served);
    expect(relativeError(lifetimeCompute(best, served), total), label).toBeLessThan(1e-13);
    const D = best.D * between(random, 0.5, 2);
    const other = {N: total / (6 * D + 2 * served), D};
    expect(loss(law, other), label).toBeGreaterThanOrEqual(best.loss * (1 - 1e-14));
    expect(leastLossOfLifetime(law, total, 2 * served).loss, label).toBeGreaterThan(best.loss);
    // Both questions have one answer.
    if (best.loss - law.E < 1e-6) return;
    const same = leastLifetimeCompute({...law, E: 0}, best.loss - law.E, served);
    expect(relativeError(same.N, best.N), label).toBeLessThan(1e-6);
  });
});

test.each([
  [
    () => leastLifetimeCompute(besiroglu2024, 1.8, 1e12),
    "invalid loss; not above the irreducible 1.8172 and finite: 1.8"
  ],
  [
    () => leastLifetimeCompute(besiroglu2024, NaN, 1e12),
    "invalid loss; not above the irreducible 1.8172 and finite: NaN"
  ],
  [() => leastLifetimeCompute(besiroglu2024, 2, -1), "invalid tokens served; not 0 or more and finite: -1"],
  [() => leastLossOfLifetime(besiroglu2024, 0, 1e12), "invalid total compute; not positive and finite: 0"],
  [() => leastLossOfLifetime(besiroglu2024, 1e24, NaN), "invalid tokens served; not 0 or more and finite: NaN"],
  [() => lifetimeCompute({N: 1e9, D: 1e9}, -1), "invalid number of tokens; not 0 or more and finite: -1"]
])("lifetime optima refuse what is out of range, %#", (call, message) => {
  expect(call).toThrow(new RangeError(message));
});
