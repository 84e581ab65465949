import {expect, test} from "vitest";
import {movedWith, oddsOf, offEnds} from "../../src/laws/odds.ts";
import {between, forCases} from "./cases.ts";

test("odds are finite at the ends, and p / (1 - p) between", () => {
  expect(oddsOf(0.2)).toBeCloseTo(0.25, 15);
  expect(oddsOf(0.8)).toBeCloseTo(4, 14);
  expect([offEnds(0), offEnds(1), offEnds(0.3)]).toEqual([1e-9, 1 - 1e-9, 0.3]);
  expect(Number.isFinite(oddsOf(1))).toBe(true);
});

test("a chance moves in log odds as two others part, stays where they are one, and comes back", () => {
  const logOdds = (p: number) => Math.log(p / (1 - p));
  forCases(160, 300, (random, label) => {
    const [chance, from, to] = [1, 2, 3].map(() => between(random, 0.01, 0.99)) as [number, number, number];
    const moved = movedWith(chance, from, to);
    expect(logOdds(moved) - logOdds(chance), label).toBeCloseTo(logOdds(to) - logOdds(from), 10);
    expect(movedWith(moved, to, from), label).toBeCloseTo(chance, 12);
    expect(movedWith(chance, from, from), label).toBe(chance);
  });
});
