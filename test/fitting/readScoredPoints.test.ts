import fc from "fast-check";
import {expect, test} from "vitest";
import {mostPoints, readScoredPoints} from "../../src/fitting/readScoredPoints.ts";

const two = [
  {compute: 1000, score: 0.22},
  {compute: 20_000, score: 0.5}
];

test.each([
  ["commas and a head", "GPU-hours, score\n1000, 0.22\n20000, 0.5"],
  ["commas without a head", "1000,0.22\n20000,0.5"],
  ["tabs", "steps\tscore\n1e3\t0.22\n2e4\t0.5"],
  ["semicolons and decimal commas", "Stunden;Wert\n1000;0,22\n20000;0,5"],
  ["decimal commas on the first line", "1000;0,22\n20000;0,5"],
  ["tabs and decimal commas on the first line", "1000\t0,22\n20000\t0,5"],
  ["spaces and decimal commas", "1000 0,22\n20000 0,5"],
  ["spaces", "1000 0.22\n20000   0.5"],
  ["a head, spaces between", "steps score\n1000 0.22\n20000 0.5"],
  ["percent with their sign", "1000, 22%\n20000, 50 %"],
  ["units behind the amount", "1000 GPU-hours, 0.22\n20000 GPU-hours, 0.5"],
  ["remarks and blank lines", "# a run\n\n1000, 0.22\n\n20000, 0.5\n"],
  ["amounts in thousands", "1K; 0.22\n20K; 0.5"]
])("reads points with %s", (_, text) => {
  expect(readScoredPoints(text)).toEqual({points: two, problems: [], isPercent: false});
});

test("scores above 1 make all without a sign percent, and that is said", () => {
  expect(readScoredPoints("1000, 22\n20000, 50")).toEqual({points: two, problems: [], isPercent: true});
  expect(readScoredPoints("1000, 0.5\n20000, 50").points[0]?.score).toBeCloseTo(0.005, 12);
});

test.each([
  ["1000, 0.2\n2000", 2, "has one cell where two are wanted: steps or GPU-hours, then the score"],
  ["1000, 0.2\n2000, 0.3, 0.4", 2, "has 3 cells where two are wanted: steps or GPU-hours, then the score"],
  ["1000, 0.2\n0, 0.3", 2, "amount of training: must be greater than 0, got 0"],
  ["1000, 0.2\n-5, 0.3", 2, "amount of training: must be greater than 0, got -5"],
  ["1000, 0.2\nmany, 0.3", 2, "amount of training: must be a number above 0, for example 20000 or 20K, got many"],
  ["1000, 0.2\n, 0.3", 2, "amount of training: is empty"],
  ["1000, 0.2\n2000, -0.3", 2, "score: must lie between 0 and 1 or 0 % and 100 %, got -0.3"],
  ["1000, 20\n2000, 130", 2, "score: must lie between 0 and 1 or 0 % and 100 %, got 130 %"],
  ["1000, 0.2\n2000, n/a", 2, 'score: is "n/a", which is no number']
])("says of %j at line %d: %s", (text, line, message) => {
  const {points, problems} = readScoredPoints(text);
  expect(problems).toEqual([{line, message}]);
  expect(points).toHaveLength(1);
});

test("words in place of a number are said with what is accepted", () => {
  expect(readScoredPoints("1000, 0.2\n2000, good").problems[0]).toMatchObject({
    line: 2,
    message: expect.stringMatching(/^score: .*a score is a number: for example 0\.61 or 61%$/) as string
  });
});

test("more points than a scenario holds are left out with their lines", () => {
  const text = Array.from({length: mostPoints + 2}, (_, i) => `${i + 1}, 0.5`).join("\n");
  const {points, problems} = readScoredPoints(text);
  expect(points).toHaveLength(mostPoints);
  expect(problems).toEqual([
    {line: 1001, message: "is beyond the 1000 points that a scenario holds"},
    {line: 1002, message: "is beyond the 1000 points that a scenario holds"}
  ]);
});

test("any text gives points in range or problems, and never throws", () => {
  fc.assert(
    fc.property(fc.string({unit: "grapheme-ascii", maxLength: 80}), (text) => {
      const {points} = readScoredPoints(text);
      return points.every(({compute, score}) => compute > 0 && score >= 0 && score <= 1);
    }),
    {numRuns: 500, seed: 5}
  );
});
