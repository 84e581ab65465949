import {expect, test} from "vitest";
import {dropLargestLoss, excludeLines} from "../../src/fitting/exclude.ts";
import {readRuns} from "../../src/fitting/readRuns.ts";

const table = readRuns("C,loss,acc\n1e20,3,\n1e20,4,\n1e20,4,\n1e20,,0.5\n1e20,5,");
const runs = table.ok ? Object.freeze([...table.runs.runs]) : [];
const lines = (some: readonly {line: number}[]) => some.map(({line}) => line);

test.each([
  [0, [2, 3, 4, 5, 6], [], ""],
  [1, [2, 3, 4, 5], [6], "1 run of largest loss left out: line 6"],
  [2, [2, 4, 5], [3, 6], "2 runs of largest loss left out: lines 3, 6"],
  [3, [2, 5], [3, 4, 6], "3 runs of largest loss left out: lines 3, 4, 6"],
  [9, [5], [2, 3, 4, 6], "4 runs of largest loss left out: lines 2, 3, 4, 6"]
])(
  "of the %i largest losses the earlier line of equals goes first, and no run without a loss",
  (n, kept, excluded, words) => {
    const result = dropLargestLoss(runs, n);
    expect(lines(result.kept)).toEqual(kept);
    expect(lines(result.excluded)).toEqual(excluded);
    expect(result.words).toBe(words);
  }
);

test("the order of the runs does not decide which of equal losses goes", () => {
  expect(lines(dropLargestLoss([...runs].reverse(), 2).excluded)).toEqual([3, 6]);
});

test.each([-1, 1.5, NaN, Infinity])("%s runs cannot be dropped", (n) => {
  expect(() => dropLargestLoss(runs, n)).toThrow(new RangeError(`invalid number of runs; not a whole number: ${n}`));
});

test("runs are left out by line, and lines without a run change nothing", () => {
  const result = excludeLines(runs, new Set([6, 2, 99]));
  expect(lines(result.kept)).toEqual([3, 4, 5]);
  expect(result.words).toBe("2 runs left out: lines 2, 6");
  expect(excludeLines(runs, new Set([99]))).toEqual({kept: runs, excluded: [], words: ""});
});
