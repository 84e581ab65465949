import {expect, test} from "vitest";
import {lengthAt, phaseAt, type LengthPath} from "../../src/laws/lengthPath.ts";

const path: LengthPath = {start: 4000, longest: 16000, compressed: 6000, end: 9000, longestAt: 0.3, compressedAt: 0.7};

test("the length of thought passes through its four lengths", () => {
  expect([0, 0.3, 0.7, 1].map((x) => lengthAt(path, x))).toEqual([4000, 16000, 6000, 9000]);
  expect([0, 0.3, 0.31, 0.7, 0.71, 1].map((x) => phaseAt(path, x))).toEqual([
    ...["longer", "longer", "compressed", "compressed", "longer again", "longer again"]
  ]);
});

test("the length rises, falls and rises again, without a jump and level at both turns", () => {
  const steps = 1000;
  const lengths = Array.from({length: steps + 1}, (_, i) => lengthAt(path, i / steps));
  for (let i = 1; i <= steps; ++i) {
    const step = lengths[i]! - lengths[i - 1]!;
    if (i <= 300 || i > 700) expect(step, `at ${i / steps}`).toBeGreaterThan(0);
    else expect(step, `at ${i / steps}`).toBeLessThan(0);
    expect(Math.abs(step)).toBeLessThan(0.01 * 16000);
  }
  for (const turn of [0.3, 0.7]) {
    for (const h of [-1e-5, 1e-5])
      expect(Math.abs(lengthAt(path, turn + h) / lengthAt(path, turn) - 1)).toBeLessThan(1e-7);
  }
});

test("half of a phase is half of its ratio", () => {
  expect(lengthAt(path, 0.15)).toBeCloseTo(8000, 8);
});

test.each([
  [-0.1, path, "invalid progress of training; not in [0, 1]: -0.1"],
  [NaN, path, "invalid progress of training; not in [0, 1]: NaN"],
  [0.5, {...path, start: 0}, "invalid length of thought; not positive and finite: 0"],
  [
    0.5,
    {...path, longest: 3000},
    "invalid lengths of thought; they do not rise, fall and rise: 4000, 3000, 6000, 9000"
  ],
  [0.5, {...path, end: 5000}, "invalid lengths of thought; they do not rise, fall and rise: 4000, 16000, 6000, 5000"],
  [0.5, {...path, longestAt: 0.8}, "invalid turns of length; not in order within (0, 1): 0.8, 0.7"],
  [0.5, {...path, compressedAt: 1}, "invalid turns of length; not in order within (0, 1): 0.3, 1"]
])("a path refuses what is out of range, %#", (progress, given, message) => {
  expect(() => lengthAt(given, progress)).toThrow(new RangeError(message));
});
