import {expect, test} from "vitest";
import {cholesky} from "../../src/numerics/cholesky.ts";
import {correlatedNormals} from "../../src/numerics/correlatedNormals.ts";
import {latinHypercube} from "../../src/numerics/latinHypercube.ts";
import {normalQuantile} from "../../src/numerics/normal.ts";
import {seededRandom} from "../../src/numerics/random.ts";

const sources = (seed: number, count: number) =>
  Array.from({length: count}, (_, i) => seededRandom(seed, `variable ${i}`));

const covariance = (x: Float64Array, y: Float64Array) => {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  return x.reduce((sum, value, i) => sum + (value - meanX) * (y[i]! - meanY), 0) / x.length;
};

test("correlatedNormals have the covariance of the factor times itself", () => {
  const count = 20_000;
  const matrix = [[4, 1.5, -0.2], [1.5, 1, 0.1], [-0.2, 0.1, 0.25]]; // prettier-ignore
  const draws = correlatedNormals(count, cholesky(matrix)!, sources(31, 3));
  for (let i = 0; i < 3; ++i) {
    for (let j = 0; j < 3; ++j) {
      // Of independent draws; evenly spread ones stay well within.
      const error = Math.sqrt((matrix[i]![i]! * matrix[j]![j]! + matrix[i]![j]! ** 2) / count);
      expect(Math.abs(covariance(draws[i]!, draws[j]!) - matrix[i]![j]!), `seed 31, ${i} and ${j}`).toBeLessThan(
        4 * error
      );
    }
  }
});

test("correlatedNormals without covariance are the evenly spread draws of each source", () => {
  const identity = [0, 1].map((i) => Float64Array.from({length: 2}, (_, j) => (i === j ? 1 : 0)));
  const draws = correlatedNormals(500, identity, sources(32, 2));
  const expected = sources(32, 2).map((random) => {
    const uniform = latinHypercube(500, random);
    return Float64Array.from({length: 500}, () => normalQuantile(uniform()));
  });
  expect(draws).toEqual(expected);
});

test("correlatedNormals that go together perfectly are multiples of each other", () => {
  const [x, y] = correlatedNormals(100, cholesky([[4, -6], [-6, 9]])!, sources(33, 2)); // prettier-ignore
  expect(Math.max(...x!.map((value, i) => Math.abs(y![i]! + 1.5 * value)))).toBeLessThan(1e-14);
});

test("correlatedNormals give the same bits for the same seed, others for another", () => {
  const factor = cholesky([[1, 0.5], [0.5, 1]])!; // prettier-ignore
  expect(correlatedNormals(300, factor, sources(34, 2))).toEqual(correlatedNormals(300, factor, sources(34, 2)));
  expect(correlatedNormals(300, factor, sources(34, 2))).not.toEqual(correlatedNormals(300, factor, sources(35, 2)));
});

test("correlatedNormals refuse sources that are not one for each variable", () => {
  expect(() => correlatedNormals(10, cholesky([[1]])!, sources(1, 2))).toThrow(RangeError);
});
