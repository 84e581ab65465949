import {expect, test} from "vitest";
import {loss} from "../../src/laws/chinchilla.ts";
import {leastLifetimeCompute, servedForSize, tokensForLoss} from "../../src/laws/inferenceAware.ts";
import {outputPriceFor, tokenDollars} from "../../src/laws/serving.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {chinchillaLaws} from "../../src/scenario/chinchillaLaws.ts";

const law = chinchillaLaws.besiroglu2024;

test("servedForSize undoes leastLifetimeCompute", () => {
  const seed = 11;
  const random = seededRandom(seed);
  for (let i = 0; i < 200; ++i) {
    const target = law.E + 0.05 + 0.8 * random();
    const served = 10 ** (10 + 7 * random());
    const {N} = leastLifetimeCompute(law, target, served);
    expect(servedForSize(law, target, N) / served, `seed ${seed}, case ${i}`).toBeCloseTo(1, 5);
  }
});

test("servedForSize is 0 from the compute-optimal size on, and NaN below the smallest that reaches the loss", () => {
  const {N} = leastLifetimeCompute(law, 2.1, 0);
  expect(servedForSize(law, 2.1, 3 * N)).toBe(0);
  expect(servedForSize(law, 2.1, 1e6)).toBeNaN();
});

test("tokensForLoss reaches the loss exactly", () => {
  const D = tokensForLoss(law, 2.1, 3e10);
  expect(loss(law, {N: 3e10, D}) / 2.1).toBeCloseTo(1, 12);
});

test("outputPriceFor undoes tokenDollars, and is negative where the input alone costs more", () => {
  const tokens = {input: 133e6, output: 58e6};
  const dollars = tokenDollars(tokens, {input: 1.25, output: 4.25});
  expect(outputPriceFor(dollars, tokens, 1.25)).toBeCloseTo(4.25, 12);
  expect(outputPriceFor(1, tokens, 1.25)).toBeLessThan(0);
});
