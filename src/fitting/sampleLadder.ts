import {frontier, loss, optimalAllocation, type ScalingLaw} from "../laws/chinchilla.ts";
import {publishedLaws} from "../laws/published.ts";
import {exp, pow} from "../numerics/exp.ts";
import {normalQuantile} from "../numerics/normal.ts";
import {seededRandom} from "../numerics/random.ts";
import type {Run} from "./run.ts";
import {readRuns} from "./readRuns.ts";

/** How a sample ladder is made. */
export interface SampleDesign {
  /** Name of a published law L(N, D), the first recipe’s. */
  readonly law: string;
  /** Compute of each isoFLOP group, FLOP. */
  readonly budgets: readonly number[];
  /** Sizes of a group, in multiples of the compute-optimal N. */
  readonly sizes: readonly number[];
  /** How many times less compute the second recipe needs for any loss; > 0. */
  readonly gain: number;
  /** Standard deviation of the log of the loss about the law; ≥ 0. */
  readonly noise: number;
  readonly seed: number;
}

/** Made-up runs with the statement of how they were made. */
export interface SampleLadder {
  readonly design: SampleDesign;
  /** How the runs were made, in a few sentences; the text carries it as comments. */
  readonly statement: readonly string[];
  /** The laws the runs scatter about, by recipe. */
  readonly laws: Readonly<Record<"old" | "new", ScalingLaw>>;
  /** As a CSV file. */
  readonly text: string;
  /** The same runs as reading the text gives them. */
  readonly runs: readonly Run[];
}

/** Forty runs: two recipes, four budgets, five sizes each. */
export const sampleDesign: SampleDesign = {
  law: "besiroglu2024",
  budgets: [1e18, 6e18, 4e19, 3e20],
  sizes: [0.25, 0.5, 1, 2, 4],
  gain: 3,
  noise: 0.003,
  seed: 1
};

/**
 * The law of a recipe that reaches every loss with so many times less compute.
 *
 * L(N, D) at gain^a N and gain^b D, where N grows as C^a and D as C^b along the optimum, a = beta / (alpha + beta),
 * b = 1 − a: the least loss of C is then that of gain × C under the law, at every C, and N and D of the optimum are the same.
 */
export function lawWithGain(law: ScalingLaw, gain: number): ScalingLaw {
  const {A, B, alpha, beta} = law;
  const both = pow(gain, -(alpha * beta) / (alpha + beta));
  return {...law, A: A * both, B: B * both};
}

/**
 * A ladder of made-up runs about a published law, the same for the same design to the last bit.
 *
 * @throws RangeError if the law is no published L(N, D), or the gain, noise, a budget or a size is out of range
 */
export function sampleLadder(design: SampleDesign = sampleDesign): SampleLadder {
  const {budgets, sizes, gain, noise, seed} = design;
  const published = Object.hasOwn(publishedLaws, design.law) ? publishedLaws[design.law] : undefined;
  if (published?.kind !== "chinchilla") throw new RangeError(`invalid law; not a published L(N, D): ${design.law}`);
  if (!(gain > 0 && gain < Infinity)) throw new RangeError(`invalid gain; not positive: ${gain}`);
  if (!(noise >= 0 && noise < 1)) throw new RangeError(`invalid noise; not in [0, 1): ${noise}`);
  const odd = [...budgets, ...sizes].find((value) => !(value > 0 && value < Infinity));
  if (odd !== undefined) throw new RangeError(`invalid budget or size; not positive: ${odd}`);
  const laws = {old: published.parameters, new: lawWithGain(published.parameters, gain)};
  const rows = (["old", "new"] as const).flatMap((recipe) => {
    const random = seededRandom(seed, `sample ladder/${recipe}`);
    return budgets.flatMap((budget) =>
      sizes.map((size, i) => {
        const N = Number((size * optimalAllocation(laws[recipe], budget).N).toPrecision(3));
        const D = Math.round(budget / (6 * N));
        const measured = loss(laws[recipe], {N, D}) * exp(noise * normalQuantile(random()));
        return [`${recipe}-${short(budget)}-${i + 1}`, recipe, short(budget), N, D, measured.toFixed(5)].join(",");
      })
    );
  });
  const statement = statementOf(design, published.source, laws);
  const comments = statement.map((sentence) => `# ${sentence}`);
  const text = [...comments, "run,recipe,budget,params,tokens,loss", ...rows, ""].join("\n");
  const read = readRuns(text);
  return {design, statement, laws, text, runs: read.ok ? read.runs.runs : []};
}

const short = (value: number): string => value.toExponential().replace("e+", "e");

function statementOf(
  {law, budgets, sizes, gain, noise, seed}: SampleDesign,
  source: string,
  laws: SampleLadder["laws"]
) {
  const {E, A, B, alpha, beta} = laws.old;
  const least = frontier(laws.old);
  return [
    `A sample ladder of ${2 * budgets.length * sizes.length} made-up runs; nobody trained them.`,
    `Recipe old: L(N, D) = ${E} + ${A}/N^${alpha} + ${B}/D^${beta}, the law ${law} (${source}).`,
    `Recipe new: the same law with ${gain}x less compute for every loss, L(C) = ${E} + ${Number(least.k.toPrecision(4))} (${gain} C)^-${Number(least.a.toPrecision(4))} at the optimum.`,
    `Budgets of 6ND = ${budgets.map(short).join(", ")} FLOP; at each, N is ${sizes.join(", ")} times the compute-optimal N, to three digits.`,
    `Noise: the log of the loss is normal about the law with a standard deviation of ${noise} (${Number((100 * noise).toPrecision(3))} %), seed ${seed}.`
  ];
}
