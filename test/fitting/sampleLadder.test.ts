import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {readRuns} from "../../src/fitting/readRuns.ts";
import {lawWithGain, sampleDesign, sampleLadder} from "../../src/fitting/sampleLadder.ts";
import {computeToReach, loss, lossAtCompute, optimalAllocation} from "../../src/laws/chinchilla.ts";
import {besiroglu2024} from "../../src/laws/published.ts";
import {log} from "../../src/numerics/exp.ts";
import {relativeError} from "../numerics/relative.ts";

test.each([1e18, 1e21, 1e25])("the second recipe needs three times less compute for the loss at %s FLOP", (C) => {
  const law = lawWithGain(besiroglu2024, 3);
  const level = lossAtCompute(law, "compute-optimal", C);
  expect(relativeError(computeToReach(besiroglu2024, "compute-optimal", level), 3 * C)).toBeLessThan(1e-9);
  expect(relativeError(optimalAllocation(law, C).N, optimalAllocation(besiroglu2024, C).N)).toBeLessThan(1e-12);
  expect(lossAtCompute(lawWithGain(besiroglu2024, 1), "compute-optimal", C)).toBe(
    lossAtCompute(besiroglu2024, "compute-optimal", C)
  );
});

test("the sample has forty runs of two recipes at four budgets, whose compute is the budget", () => {
  const {runs, text} = sampleLadder();
  expect(runs).toHaveLength(40);
  const read = readRuns(text);
  expect(read).toMatchObject({ok: true, runs: {problems: [], warnings: [], questions: []}});
  for (const recipe of ["old", "new"]) {
    const own = runs.filter((run) => run.recipe === recipe);
    expect(sampleDesign.budgets.map((budget) => own.filter((run) => run.budget === budget).length)).toEqual([
      5, 5, 5, 5
    ]);
  }
  for (const {C, budget} of runs) expect(relativeError(C, budget)).toBeLessThan(1e-6);
});

test("losses scatter about the stated laws as stated", () => {
  const {runs, laws} = sampleLadder();
  const residuals = runs.map(
    (run) => log(run.loss / loss(laws[run.recipe as "old" | "new"], run)) / sampleDesign.noise
  );
  const mean = residuals.reduce((sum, z) => sum + z, 0) / residuals.length;
  const spread = Math.sqrt(residuals.reduce((sum, z) => sum + z * z, 0) / residuals.length);
  // Forty draws: the mean within 3 standard errors, the spread within 3 of its own.
  expect(Math.abs(mean)).toBeLessThan(3 / Math.sqrt(40));
  expect(Math.abs(spread - 1)).toBeLessThan(3 / Math.sqrt(80));
});

test("without noise the runs are the law, to five decimals", () => {
  const {runs, laws} = sampleLadder({...sampleDesign, noise: 0});
  for (const run of runs) {
    expect(Math.abs(run.loss - loss(laws[run.recipe as "old" | "new"], run))).toBeLessThan(5.1e-6);
  }
});

test("the same seed gives the same bytes, another one other losses", () => {
  expect(sampleLadder().text).toBe(sampleLadder().text);
  expect(sampleLadder({...sampleDesign, seed: 2}).text).not.toBe(sampleLadder().text);
});

test("how the runs were made travels with the file", () => {
  const {text, statement} = sampleLadder();
  const read = readRuns(text);
  expect(read.ok && read.runs.comments).toEqual(statement);
  expect(statement).toEqual([
    "A sample ladder of 40 made-up runs; nobody trained them.",
    "Recipe old: L(N, D) = 1.8172 + 482.01/N^0.3478 + 2085.43/D^0.3658, the law besiroglu2024 (Besiroglu et al. 2024, arXiv:2404.10102, table 1).",
    expect.stringMatching(
      /^Recipe new: the same law with 3x less compute for every loss, L\(C\) = 1\.8172 \+ [\d.]+ \(3 C\)\^-0\.1783 at the optimum\.$/
    ),
    "Budgets of 6ND = 1e18, 6e18, 4e19, 3e20 FLOP; at each, N is 0.25, 0.5, 1, 2, 4 times the compute-optimal N, to three digits.",
    "Noise: the log of the loss is normal about the law with a standard deviation of 0.003 (0.3 %), seed 1."
  ]);
});

test.each([
  [{law: "nobody2020"}, "invalid law; not a published L(N, D): nobody2020"],
  [{law: "toString"}, "invalid law; not a published L(N, D): toString"],
  [{law: "kaplan2020"}, "invalid law; not a published L(N, D): kaplan2020"],
  [{gain: 0}, "invalid gain; not positive: 0"],
  [{noise: -1}, "invalid noise; not in [0, 1): -1"],
  [{budgets: [1e18, NaN]}, "invalid budget or size; not positive: NaN"],
  [{sizes: [0]}, "invalid budget or size; not positive: 0"],
  [{seed: 0.5}, "invalid seed; not a whole number: 0.5"]
])("the design %j is refused", (part, message) => {
  expect(() => sampleLadder({...sampleDesign, ...part})).toThrow(new RangeError(message));
});

test("the table that is shipped is the sample ladder, to the byte", () => {
  expect(readFileSync("scenarios/sample-ladder.csv", "utf8")).toBe(sampleLadder().text);
});
