import type {Observation} from "../../src/laws/observation.ts";
import {loss} from "../../src/laws/chinchilla.ts";
import {besiroglu2024Huber} from "../../src/laws/published.ts";
import {exp, pow10} from "../../src/numerics/exp.ts";
import {normalQuantile} from "../../src/numerics/normal.ts";
import {seededRandom} from "../../src/numerics/random.ts";

/** How many runs a fit is timed on: as many as Besiroglu et al. took from Hoffmann et al. */
export const runCount = 240;

/** Runs about the law of Besiroglu et al. on nine budgets, with 1 % of noise, one in twenty of them five times as noisy. */
export function benchRuns(count = runCount, seed = 1): readonly Observation[] {
  const random = seededRandom(seed, "bench runs");
  const budgets = 9;
  return Array.from({length: count}, (_, i) => {
    const C = 6 * pow10(17.5 + (4 * (i % budgets)) / (budgets - 1));
    const N = Math.sqrt(C / 120) * pow10(1.6 * (random() - 0.5));
    const D = C / (6 * N);
    const noise = random() < 0.05 ? 0.05 : 0.01;
    return {N, D, C, loss: loss(besiroglu2024Huber, {N, D}) * exp(noise * normalQuantile(random())), score: NaN};
  });
}
