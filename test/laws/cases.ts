import {seededRandom, type Random} from "../../src/numerics/random.ts";

/** Checks many cases, each with random numbers of its own and a label that leads back to it. */
export function forCases(seed: number, cases: number, check: (random: Random, label: string) => void): void {
  const random = seededRandom(seed);
  for (let i = 0; i < cases; ++i) check(random, `seed ${seed}, case ${i}`);
}

/** 10 to a random power between two. */
export function between(random: Random, low: number, high: number): number {
  return 10 ** (Math.log10(low) + random() * Math.log10(high / low));
}
