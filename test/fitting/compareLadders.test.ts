import {describe, expect, test} from "vitest";
import type {CompareOptions, LadderComparison, NamedLadder} from "../../src/fitting/compareLadders.ts";
import {allocationOf, compareLadders, compareLaddersSteps, lawCurveOf} from "../../src/fitting/compareLadders.ts";
import {fitLaw, usualOptions} from "../../src/fitting/fitLaw.ts";
import {usualObjective} from "../../src/fitting/objective.ts";
import {sampleLadder} from "../../src/fitting/sampleLadder.ts";
import type {Observation} from "../../src/laws/observation.ts";
import {log10, pow10} from "../../src/numerics/exp.ts";
import {seededRandom} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";
import {randomLadder} from "./randomLadder.ts";

const usual: CompareOptions = {
  form: "chinchilla",
  objective: usualObjective,
  sharing: "nothing",
  policy: "compute-optimal",
  seed: 42,
  draws: 200
};

function compared(ladders: readonly NamedLadder[], options: Partial<CompareOptions> = {}): LadderComparison {
  const result = compareLadders(ladders, {...usual, ...options});
  if (!result.ok) throw new Error(result.message);
  return result.comparison;
}

const {runs} = sampleLadder();
const sample = ["old", "new"].map((name) => ({name, runs: runs.filter(({recipe}) => recipe === name)}));

/** Runs on E + k C^−a with noise. */
const powerLadder = (name: string, law: {E: number; k: number; a: number}, noise: number, seed: number, count = 30): NamedLadder => ({name, runs: randomLadder("power-law", law, {count, noise, random: seededRandom(seed, name)})}); // prettier-ignore

describe("a planted gain of three", () => {
  test("is found by the sample ladder, with its interval and its probabilities", () => {
    const {gains, laws, reference, converged} = compared(sample, {sharing: "exponents-and-floor"});
    expect({reference, converged, of: gains.map(({name}) => name)}).toEqual({reference: "old", converged: true, of: ["new"]}); // prettier-ignore
    expect(laws.map(({name, runs: count}) => [name, count])).toEqual([["old", 20], ["new", 20]]); // prettier-ignore
    const inside = gains[0]!.levels.filter(({isInside}) => isInside);
    expect(inside.length).toBeGreaterThan(10);
    for (const {spread, above, log10Gain} of inside) {
      expect(Math.abs(log10Gain - log10(3))).toBeLessThan(log10(1.3));
      expect(spread!.low).toBeLessThan(log10(3));
      expect(spread!.high).toBeGreaterThan(log10(3));
      expect(above[0]).toBe(1);
      expect(above[1]).toBeGreaterThan(0.02);
      expect(above[2]).toBeLessThan(0.02);
    }
  });

  test("is exact without noise, at every level, inside the data and beyond", () => {
    const law = {E: 1.7, k: 400, a: 0.155};
    const better = {...law, k: law.k * Math.pow(3, -law.a)};
    const {gains} = compared([powerLadder("old", law, 0, 1), powerLadder("new", better, 0, 2)], {form: "power-law", draws: 20, at: [1.9]}); // prettier-ignore
    for (const {level, log10Gain, log10Reference, spread} of gains[0]!.levels) {
      expect(Math.abs(log10Gain - log10(3))).toBeLessThan(1e-6);
      expect(Math.abs(law.E + law.k * pow10(-law.a * log10Reference) - level)).toBeLessThan(1e-9);
      expect(Math.abs(spread!.high - spread!.low)).toBeLessThan(1e-6);
    }
    expect(gains[0]!.levels.some(({level}) => level === 1.9)).toBe(true);
    expect(Math.abs(gains[0]!.trend.central)).toBeLessThan(1e-6);
  });

  test("is read at levels that fall, a stretch beyond the runs among them", () => {
    const {gains} = compared(sample, {draws: 20, levels: 9, beyond: 3});
    const levels = gains[0]!.levels;
    expect(levels).toHaveLength(9);
    expect(levels.map(({level}) => level)).toEqual(levels.map(({level}) => level).sort((a, b) => b - a));
    const steps = levels.slice(1).map(({log10Reference}, i) => log10Reference - levels[i]!.log10Reference);
    steps.forEach((step) => expect(relativeError(step, steps[0]!)).toBeLessThan(1e-6));
    const lowest = Math.min(...runs.map(({loss}) => loss));
    expect(levels.filter(({level}) => level < lowest).every(({isInside}) => !isInside)).toBe(true);
    expect(levels[8]!.level).toBeLessThan(lowest);
  });
});

describe("no gain at all", () => {
  const law = {E: 1.8, k: 500, a: 0.16};

  test("two ladders of the same runs have a gain of one, to the last digits", () => {
    const one = powerLadder("one", law, 0.01, 3);
    for (const {log10Gain} of compared([one, {...one, name: "other"}], {form: "power-law", draws: 20}).gains[0]!.levels)
      expect(Math.abs(log10Gain)).toBeLessThan(1e-9);
  });

  test("two ladders of one law: the interval leaves out 1x about as often as it should", () => {
    let [below, above, total] = [0, 0, 0];
    for (let seed = 241; seed < 401; ++seed) {
      const ladders = [powerLadder("one", law, 0.01, seed), powerLadder("other", law, 0.01, seed)];
      const {gains} = compared(ladders, {form: "power-law", objective: {kind: "squares"}, draws: 100, seed, levels: 9, beyond: 0}); // prettier-ignore
      const {spread} = gains[0]!.levels[4]!;
      if (spread!.low > 0) ++above;
      if (spread!.high < 0) ++below;
      ++total;
    }
    // 5 % on each side at best; a bootstrap of 30 runs is somewhat too narrow. 160 ladders: three errors of 1.7 %.
    for (const share of [above / total, below / total]) {
      expect(share).toBeGreaterThan(0.005);
      expect(share).toBeLessThan(0.13);
    }
  });
});

describe("what ladders have in common", () => {
  const draws = 60;
  test.each([
    ["nothing", [false, false]],
    ["exponents", [false, true]],
    ["floor", [true, false]],
    ["exponents-and-floor", [true, true]]
  ] as const)("%s: is the same in both laws and in every draw, and nothing else is", (sharing, [floor, exponents]) => {
    const {laws, failed} = compared(sample, {sharing, draws});
    const [one, other] = laws as readonly [(typeof laws)[0], (typeof laws)[0]];
    for (const [name, isShared] of [
      ["E", floor],
      ["alpha", exponents],
      ["beta", exponents],
      ["A", false],
      ["B", false]
    ] as const) {
      // prettier-ignore
      expect(one.parameters[name] === other.parameters[name], name).toBe(isShared);
      expect(
        one.draws[name]!.every((value, i) => (value === other.draws[name]![i]) === isShared),
        name
      ).toBe(true);
    }
    expect(failed).toBeLessThan(draws / 10);
  });

  test("nothing: each law is that of its ladder alone", () => {
    const {laws, value} = compared(sample, {draws: 1});
    const alone = sample.map((ladder) => fitLaw(ladder.runs, usualOptions));
    const values = alone.map((result) => (result.ok ? result.fit.value : NaN));
    expect(relativeError(value, values[0]! + values[1]!)).toBeLessThan(1e-9);
    alone.forEach((result, g) => {
      for (const [name, parameter] of Object.entries(laws[g]!.parameters)) expect(relativeError(parameter, result.ok ? result.fit.parameters[name]! : NaN), name).toBeLessThan(1e-5); // prettier-ignore
    });
  });

  test("more in common never fits better", () => {
    const [nothing, floor, exponents, both] = (["nothing", "floor", "exponents", "exponents-and-floor"] as const).map(
      (sharing) => compared(sample, {sharing, draws: 1}).value
    );
    for (const value of [floor!, exponents!]) expect(value).toBeGreaterThanOrEqual(nothing! * (1 - 1e-9));
    expect(both).toBeGreaterThanOrEqual(Math.max(floor!, exponents!) * (1 - 1e-9));
  });
});

describe("a gain that changes", () => {
  test("with another exponent grows as the exponents say: 1 − a_old / a_new decades a decade", () => {
    const old = {E: 1.5, k: 400, a: 0.15};
    const faster = {E: 1.5, k: 400 * pow10(19 * (0.18 - 0.15)), a: 0.18};
    const ladders = [powerLadder("old", old, 0.001, 4, 60), powerLadder("new", faster, 0.001, 5, 60)];
    const {trend} = compared(ladders, {form: "power-law", sharing: "floor"}).gains[0]!;
    const planted = 1 - 0.15 / 0.18;
    expect(Math.abs(trend.central - planted)).toBeLessThan(0.05);
    expect(trend.low).toBeGreaterThan(0);
    expect(trend.low).toBeLessThan(planted);
    expect(trend.high).toBeGreaterThan(planted);
  });

  test("is infinite at levels below the reference's floor", () => {
    const stuck = {E: 2.4, k: 400, a: 0.16};
    const free = {E: 1.5, k: 400, a: 0.155};
    const {gains} = compared([powerLadder("stuck", stuck, 0.0005, 6), powerLadder("free", free, 0.0005, 7)], {form: "power-law", at: [2.2, 1.2]}); // prettier-ignore
    const at = (level: number) => gains[0]!.levels.find((row) => row.level === level)!;
    expect(at(2.2)).toMatchObject({log10Reference: Infinity, log10Gain: Infinity, above: [1, 1, 1]});
    expect(at(2.2).spread).toEqual({low: Infinity, median: Infinity, high: Infinity});
    // Neither gets there: nothing to divide.
    expect(at(1.2)).toMatchObject({log10Reference: Infinity, log10Gain: NaN, spread: undefined, above: [0, 0, 0]});
    const {gains: turned} = compared([powerLadder("free", free, 0.0005, 7), powerLadder("stuck", stuck, 0.0005, 6)], {form: "power-law", at: [2.2]}); // prettier-ignore
    expect(turned[0]!.levels.find(({level}) => level === 2.2)!.log10Gain).toBe(-Infinity);
  });
});

describe("a comparison", () => {
  test("of more than two holds each against the first", () => {
    const third = {name: "third", runs: sample[1]!.runs.map((run): Observation => ({...run, loss: run.loss * 0.99}))};
    const {gains} = compared([...sample, third], {draws: 20});
    expect(gains.map(({name}) => name)).toEqual(["new", "third"]);
    expect(gains[1]!.levels[9]!.log10Gain).toBeGreaterThan(gains[0]!.levels[9]!.log10Gain);
  });

  test("gives the same bits for the same seed, others for another, and tells its progress", () => {
    const one = compared(sample, {draws: 60});
    expect(compared(sample, {draws: 60})).toEqual(one);
    expect(compared(sample, {draws: 60, seed: 43}).gains[0]!.trend).not.toEqual(one.gains[0]!.trend);
    const told: number[] = [];
    const steps = compareLaddersSteps(sample, {...usual, draws: 60});
    for (let step = steps.next(); step.done !== true; step = steps.next()) told.push(step.value);
    expect(told).toEqual([25 / 60, 50 / 60]);
  });

  test("of more runs than one call takes arguments is made all the same", () => {
    const law = {E: 0, k: 90, a: 0.08};
    const many = ["one", "other"].map((name, i) => powerLadder(name, law, 0.01, 8 + i, 80_000));
    const {gains} = compared(many, {form: "power-law-no-floor", objective: {kind: "squares"}, draws: 1, levels: 3});
    expect(Math.abs(gains[0]!.levels[1]!.log10Gain)).toBeLessThan(0.01);
  });

  test("says what it lacks", () => {
    const alone = {ok: false, message: "a comparison takes two ladders at least; name the column that tells them apart"}; // prettier-ignore
    expect(compareLadders([], usual)).toEqual(alone);
    expect(compareLadders(sample.slice(0, 1), usual)).toEqual(alone);
    expect(compareLadders([sample[0]!, {name: "few", runs: runs.slice(0, 3)}], usual)).toEqual({
      ok: false,
      message:
        "few: Chinchilla has 5 parameters and needs at least 6 runs with parameters, tokens and loss; there are 3"
    });
  });

  test("reads a law of N and D along the policy, one of compute without", () => {
    const law = {E: 1.8, A: 480, B: 2000, alpha: 0.35};
    const split = {tokensPerParameter: 20};
    expect(allocationOf("chinchilla-tied", law, split, 1.2e22)).toEqual({N: 1e10, D: 2e11});
    expect(allocationOf("power-law", {E: 1, k: 1, a: 1}, split, 1e22)).toEqual({N: NaN, D: NaN});
    const expected = 1.8 + 480 * Math.pow(1e10, -0.35) + 2000 * Math.pow(2e11, -0.35);
    expect(relativeError(lawCurveOf("chinchilla-tied", law, split).score(log10(1.2e22)), expected)).toBeLessThan(1e-12);
    expect(lawCurveOf("power-law-no-floor", {k: 100, a: 0.1}, split).score(20)).toBeCloseTo(1, 12);
  });
});
