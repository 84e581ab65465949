import {expect, test} from "vitest";
import {loss, optimalAllocation} from "../../src/laws/chinchilla.ts";
import {dataConstrainedLoss, effectiveAmount, optimalParameters} from "../../src/laws/dataConstrained.ts";
import {muennighoff2023, muennighoff2023Repetition} from "../../src/laws/published.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";
import {randomLaw} from "./randomLaw.ts";

const {tokens, parameters} = muennighoff2023Repetition;

test("tokens seen once are worth themselves, and repeated ones less and less, up to a cap", () => {
  expect(effectiveAmount(5e11, 1e12, tokens)).toBe(5e11);
  expect(effectiveAmount(1e12, 1e12, tokens)).toBe(1e12);
  const worth = [2, 3, 4, 10, 100].map((epochs) => effectiveAmount(epochs * 1e12, 1e12, tokens));
  worth.forEach((D, i) => expect(D).toBeGreaterThan(worth[i - 1] ?? 1e12));
  expect(relativeError(effectiveAmount(Infinity, 1e12, tokens), 16.3878e12)).toBeLessThan(1e-15);
});

test("optimalParameters are those of the optimum with so many tokens", () => {
  const random = seededRandom(61);
  for (let i = 0; i < 500; ++i) {
    const law = randomLaw(random);
    const {N, D} = optimalAllocation(law, 10 ** (17 + 10 * random()));
    expect(relativeError(optimalParameters(law, D), N), `seed 61, case ${i}`).toBeLessThan(1e-12);
  }
});

test("a run without repetition at its optimum has the loss of the law", () => {
  const run = optimalAllocation(muennighoff2023, 2.244e24);
  const constrained = dataConstrainedLoss(muennighoff2023, run, run.D, muennighoff2023Repetition);
  expect(relativeError(constrained, loss(muennighoff2023, run))).toBeLessThan(1e-14);
});

test("with data enough, only parameters beyond those the data call for lose worth", () => {
  const {N, D} = optimalAllocation(muennighoff2023, 1e22);
  const at = (k: number) => dataConstrainedLoss(muennighoff2023, {N: k * N, D}, 10 * D, muennighoff2023Repetition);
  expect(relativeError(at(0.5), loss(muennighoff2023, {N: N / 2, D}))).toBeLessThan(1e-14);
  const worth = N * (1 + parameters * (1 - Math.exp(-2 / parameters)));
  expect(relativeError(at(3), loss(muennighoff2023, {N: worth, D}))).toBeLessThan(1e-13);
});

test("fewer unique tokens never lower the loss", () => {
  const random = seededRandom(62);
  for (let i = 0; i < 500; ++i) {
    const run = {N: 10 ** (8 + 4 * random()), D: 10 ** (9 + 4 * random())};
    const at = (share: number) => dataConstrainedLoss(muennighoff2023, run, share * run.D, muennighoff2023Repetition);
    const losses = [1, 0.5, 0.1, 0.01].map(at);
    expect(losses, `seed 62, case ${i}`).toEqual(losses.toSorted((a, b) => a - b));
  }
});
