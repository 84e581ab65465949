import {expect, test} from "vitest";
import {curveBands, curveBandSteps} from "../../src/numerics/bands.ts";
import {quantiles} from "../../src/numerics/quantiles.ts";
import {seededRandom} from "../../src/numerics/random.ts";

const random = seededRandom(51);
const lines = Array.from({length: 3000}, () => {
  const [height, slope] = [random(), 4 * random() - 2];
  return {score: (x: number) => height + slope * x};
});
const places = Array.from({length: 150}, (_, i) => -1 + i / 50);
const probabilities = [0.95, 0.05, 0.5];

test("curveBands are the quantiles of all curves at each place, to the bit", () => {
  const bands = curveBands(lines, places, probabilities);
  expect(bands.map(({length}) => length)).toEqual([150, 150, 150]);
  for (const [at, place] of places.entries()) {
    const scores = Float64Array.from(lines, ({score}) => score(place));
    expect(bands.map((band) => band[at])).toEqual(quantiles(scores, probabilities));
  }
});

test("curveBands are NaN at the places where a curve is", () => {
  const curves = [{score: (x: number) => x}, {score: (x: number) => (x > 1 ? NaN : x + 1)}];
  expect(curveBands(curves, [0, 1, 2], [0, 0.5]).map((band) => [...band])).toEqual([[0, 1, NaN], [0.5, 1.5, NaN]]); // prettier-ignore
});

test("curveBandSteps says how much is done, rising and short of all, and ends with the bands", () => {
  const steps = curveBandSteps(lines, places, probabilities);
  const done: number[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) done.push(step.value);
  expect(done.length).toBeGreaterThan(2);
  expect(done).toEqual([...new Set(done)].sort((one, other) => one - other));
  expect(done[0]).toBeGreaterThan(0);
  expect(done.at(-1)).toBeLessThan(1);
  expect(step.value).toEqual(curveBands(lines, places, probabilities));
});

test("curveBands refuse no curves, and give empty bands without places", () => {
  expect(() => curveBands([], [1], [0.5])).toThrow(RangeError);
  expect(() => curveBands(lines, [1], [2])).toThrow(RangeError);
  expect(curveBands(lines, [], [0.5])).toEqual([new Float64Array(0)]);
});
