import {expect, test} from "vitest";
import {
  allocate,
  chinchillaCurve,
  computeToReach,
  frontier,
  loss,
  lossAtCompute,
  optimalAllocation,
  overtrainingPenalty,
  trainingCompute,
  type Policy
} from "../../src/laws/chinchilla.ts";
import {isoFlop} from "../../src/laws/isoFlop.ts";
import {powerLawCurve} from "../../src/laws/powerLaw.ts";
import {hoffmann2022} from "../../src/laws/published.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";
import {randomLaw} from "./randomLaw.ts";

const cases = 1000;

test("optimalAllocation spends exactly the compute it is given", () => {
  const random = seededRandom(1);
  for (let i = 0; i < cases; ++i) {
    const C = 10 ** (17 + 10 * random());
    const spent = trainingCompute(optimalAllocation(randomLaw(random), C));
    expect(relativeError(spent, C), `seed 1, case ${i}`).toBeLessThan(1e-14);
  }
});

test("optimalAllocation beats every nearby allocation of equal compute", () => {
  const random = seededRandom(1729);
  for (let i = 0; i < cases; ++i) {
    const law = randomLaw(random);
    const C = 10 ** (17 + 10 * random());
    const best = optimalAllocation(law, C);
    const k = 10 ** (random() - 0.5);
    const other = {N: best.N * k, D: best.D / k};
    expect(loss(law, other), `seed 1729, case ${i}`).toBeGreaterThanOrEqual(loss(law, best) * (1 - 1e-15));
  }
});

test("loss is E without limits of size and data, infinite without parameters or tokens, and falls with both", () => {
  expect(loss(hoffmann2022, {N: Infinity, D: Infinity})).toBe(1.69);
  expect(loss(hoffmann2022, {N: 0, D: 1e12})).toBe(Infinity);
  expect(loss(hoffmann2022, {N: 1e9, D: 0})).toBe(Infinity);
  const random = seededRandom(2);
  for (let i = 0; i < cases; ++i) {
    const law = randomLaw(random);
    const run = {N: 10 ** (6 + 6 * random()), D: 10 ** (8 + 6 * random())};
    expect(loss(law, {...run, N: 2 * run.N}), `seed 2, case ${i}`).toBeLessThan(loss(law, run));
    expect(loss(law, {...run, D: 2 * run.D}), `seed 2, case ${i}`).toBeLessThan(loss(law, run));
  }
});

test("loss does not change the law or the run it is given", () => {
  expect(loss(Object.freeze({...hoffmann2022}), Object.freeze({N: 7e10, D: 1.4e12}))).toBeGreaterThan(1.69);
});

test("the frontier is the loss at the optimum, and isoFlop touches it from above", () => {
  const random = seededRandom(3);
  for (let i = 0; i < cases; ++i) {
    const law = randomLaw(random);
    const C = 10 ** (15 + 13 * random());
    const {N, D} = optimalAllocation(law, C);
    const least = powerLawCurve(frontier(law)).score(Math.log10(C));
    expect(relativeError(least, loss(law, {N, D})), `seed 3, case ${i}`).toBeLessThan(1e-13);
    expect(relativeError(isoFlop(law, C)(N), least), `seed 3, case ${i}`).toBeLessThan(1e-13);
    expect(isoFlop(law, C)(N * 2), `seed 3, case ${i}`).toBeGreaterThan(least);
  }
});

const randomPolicy = (random: () => number): Policy =>
  random() < 0.3 ? "compute-optimal" : {tokensPerParameter: 10 ** (4 * random())};

test("allocate spends the compute it is given at the ratio it is given", () => {
  const {N, D} = allocate(hoffmann2022, {tokensPerParameter: 20}, 5.88e23);
  expect(relativeError(D / N, 20)).toBeLessThan(1e-15);
  expect(relativeError(trainingCompute({N, D}), 5.88e23)).toBeLessThan(1e-15);
});

test("chinchillaCurve is lossAtCompute, and computeToReach its inverse, under every policy", () => {
  const random = seededRandom(4);
  for (let i = 0; i < cases; ++i) {
    const law = {...randomLaw(random), E: 0};
    const policy = randomPolicy(random);
    const log10C = 15 + 13 * random();
    const L = lossAtCompute(law, policy, 10 ** log10C);
    expect(relativeError(chinchillaCurve(law, policy).score(log10C), L), `seed 4, case ${i}`).toBeLessThan(1e-12);
    expect(relativeError(computeToReach(law, policy, L), 10 ** log10C), `seed 4, case ${i}`).toBeLessThan(1e-11);
  }
});

test("computeToReach has its limits at E and at infinite loss", () => {
  for (const policy of ["compute-optimal", {tokensPerParameter: 20}] as const) {
    expect(computeToReach(hoffmann2022, policy, 1.69)).toBe(Infinity);
    expect(computeToReach(hoffmann2022, policy, 1)).toBe(Infinity);
    expect(computeToReach(hoffmann2022, policy, Infinity)).toBe(0);
    expect(chinchillaCurve(hoffmann2022, policy).log10Compute(NaN)).toBeNaN();
  }
});

test("the over-training penalty is 1 at the optimum and more anywhere else", () => {
  const random = seededRandom(5);
  for (let i = 0; i < cases; ++i) {
    const law = {...randomLaw(random), E: 0};
    const {N, D} = optimalAllocation(law, 10 ** (17 + 10 * random()));
    expect(relativeError(overtrainingPenalty(law, {N, D}), 1), `seed 5, case ${i}`).toBeLessThan(1e-11);
    const penalties = [2, 4, 8].map((k) => overtrainingPenalty(law, {N: N / k, D: D * k}));
    expect(penalties, `seed 5, case ${i}`).toEqual(penalties.toSorted((a, b) => a - b));
    expect(penalties[0], `seed 5, case ${i}`).toBeGreaterThan(1);
    expect(overtrainingPenalty(law, {N: N * 3, D: D / 3}), `seed 5, case ${i}`).toBeGreaterThan(1);
  }
});

test("chinchillaCurve refuses a ratio that is not positive", () => {
  for (const tokensPerParameter of [0, -1, NaN, Infinity]) {
    expect(() => chinchillaCurve(hoffmann2022, {tokensPerParameter})).toThrow(RangeError);
  }
});
