import {expect, test} from "vitest";
import {seededRandom} from "../../src/numerics/random.ts";
import {attribute} from "../../src/simulation/attribution.ts";
import type {Evaluate} from "../../src/simulation/attribution.ts";

/** A made-up output: a value for every mixture, from seeded draws. */
function game(n: number, seed: number): {readonly changes: readonly string[]; readonly evaluate: Evaluate} {
  const random = seededRandom(seed);
  const values = Float64Array.from({length: 1 << n}, () => 2 * random() - 1);
  const changes = Array.from({length: n}, (_, i) => `c${i}`);
  return {changes, evaluate: (isMade) => values[changes.reduce((bits, c, i) => bits | (isMade(c) ? 1 << i : 0), 0)]!};
}

const sum = (parts: readonly {readonly part: number}[]) => parts.reduce((total, {part}) => total + part, 0);

test("attribute gives parts that sum to the change, over random outputs of 1 to 12 changes", () => {
  for (let n = 0; n <= 12; ++n) {
    const {changes, evaluate} = game(n, 1700 + n);
    const {method, before, after, parts, evaluations} = attribute(changes, evaluate);
    expect({method, evaluations}, `n ${n}`).toEqual({method: "shapley", evaluations: 2 ** n});
    expect(Math.abs(sum(parts) - (after - before)), `n ${n}`).toBeLessThan(1e-12);
  }
});

test("attribute is the mean over all orders", () => {
  const {changes, evaluate} = game(4, 3);
  const orders = (rest: readonly string[]): string[][] =>
    rest.length === 0
      ? [[]]
      : rest.flatMap((first) => orders(rest.filter((c) => c !== first)).map((o) => [first, ...o]));
  const all = orders(changes);
  for (const {change, part} of attribute(changes, evaluate).parts) {
    const steps = all.map((order) => {
      const made = new Set(order.slice(0, order.indexOf(change)));
      return evaluate((c) => c === change || made.has(c)) - evaluate((c) => made.has(c));
    });
    expect(Math.abs(part - steps.reduce((a, b) => a + b) / all.length)).toBeLessThan(1e-13);
  }
});

test("attribute gives 0 to a change that does nothing and the same to changes that do the same", () => {
  const evaluate: Evaluate = (isMade) => (Number(isMade("a")) + Number(isMade("b"))) ** 2 + Number(isMade("c"));
  expect(attribute(["a", "idle", "b", "c"], evaluate).parts).toEqual([
    {change: "a", part: 2},
    {change: "idle", part: 0},
    {change: "b", part: 2},
    {change: "c", part: 1}
  ]);
});

test("attribute does not depend on the order the changes are named in", () => {
  const {changes, evaluate} = game(6, 11);
  const turned = [...changes].reverse();
  const back = new Map(attribute(turned, evaluate).parts.map(({change, part}) => [change, part]));
  for (const {change, part} of attribute(changes, evaluate).parts) {
    expect(Math.abs((back.get(change) ?? NaN) - part)).toBeLessThan(1e-13);
  }
});

test("attribute goes one behind the other beyond the most changes, and says so", () => {
  const {changes, evaluate} = game(13, 5);
  const found = attribute(changes, evaluate);
  expect({method: found.method, evaluations: found.evaluations}).toEqual({method: "in-order", evaluations: 14});
  expect(Math.abs(sum(found.parts) - (found.after - found.before))).toBeLessThan(1e-12);
  const only = (...made: readonly string[]) => evaluate((c) => made.includes(c));
  expect(found.parts[1]?.part).toBe(only("c0", "c1") - only("c0"));
});

test.each([12, 13])("attribute shares nothing out where a mixture of %i changes has no finite number", (n) => {
  const changes = Array.from({length: n}, (_, i) => `c${i}`);
  const found = attribute(changes, (isMade) => (isMade("c0") && !isMade("c12") ? Infinity : 0));
  expect(found).toMatchObject({method: "none", before: 0, parts: []});
});

test("attribute refuses a change named twice and a number of changes it cannot take", () => {
  expect(() => attribute(["a", "a"], () => 0)).toThrow(new RangeError("a change is named twice: a"));
  expect(() => attribute([], () => 0, 21)).toThrow(new RangeError("invalid number of changes; not in [0, 20]: 21"));
});
