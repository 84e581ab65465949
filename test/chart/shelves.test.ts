import {expect, test} from "vitest";
import {leansOf} from "../../src/chart/shelves.ts";

const rungs = (...ys: readonly number[]) => ys.map((y, i) => ({id: `s${i}`, y, x1: 0, x2: 100}));
const leans = (...ys: readonly number[]) => [...leansOf(rungs(...ys), 7).values()];

test("a shelf alone stands on its rung", () => {
  expect(leans(100)).toEqual(["up"]);
});

test("of two close shelves the upper stands and the lower hangs", () => {
  expect(leans(100, 103)).toEqual(["up", "down"]);
  expect(leansOf(rungs(103, 100), 7)).toEqual(
    new Map([
      ["s1", "up"],
      ["s0", "down"]
    ])
  );
});

test("shelves two heights apart, or side by side, let each other be", () => {
  expect(leans(100, 114)).toEqual(["up", "up"]);
  const beside = [
    {id: "a", y: 100, x1: 0, x2: 50},
    {id: "b", y: 103, x1: 60, x2: 90}
  ];
  expect([...leansOf(beside, 7).values()]).toEqual(["up", "up"]);
});

test("between two close shelves the middle one keeps only its line", () => {
  expect(leans(100, 103, 106)).toEqual(["up", "none", "down"]);
});

test("tints never overlap, whatever the distances", () => {
  for (let a = 1; a < 16; ++a) {
    for (let b = 1; b < 16; ++b) {
      const ys = [0, a, a + b];
      const tints = leans(...ys).flatMap((lean, i) => {
        const y = ys[i] ?? 0;
        return lean === "up" ? [[y - 7, y]] : lean === "down" ? [[y, y + 7]] : [];
      });
      const sorted = tints.sort((p, q) => (p[0] ?? 0) - (q[0] ?? 0));
      for (const [i, tint] of sorted.slice(1).entries()) {
        expect(tint[0], `gaps ${a}, ${b}`).toBeGreaterThanOrEqual(sorted[i]?.[1] ?? 0);
      }
    }
  }
});
