import {expect, test} from "vitest";
import {relax} from "../../src/chart/relax.ts";
import {seededRandom} from "./randomFigure.ts";

const wish = (at: number, lines = 0) => ({at, before: 9, after: 9 + 15 * lines});

test("wishes with room keep their places", () => {
  expect(relax([wish(20), wish(60), wish(100)], 0, 200)).toEqual([20, 60, 100]);
});

test("two wishes for one place part evenly", () => {
  expect(relax([wish(50), wish(50)], 0, 200)).toEqual([41, 59]);
});

test("places keep the order and the distances and stay between the ends", () => {
  const seed = 1729;
  const random = seededRandom(seed);
  for (let i = 0; i < 500; ++i) {
    const wishes = Array.from({length: 1 + Math.floor(random() * 9)}, () =>
      wish(random() * 400, Math.floor(random() * 3))
    );
    wishes.sort((a, b) => a.at - b.at);
    const places = relax(wishes, 0, 500);
    for (const [k, place] of places.entries()) {
      const {before = 0, after = 0} = wishes[k] ?? {};
      expect(place - before, `seed ${seed}, case ${i}`).toBeGreaterThanOrEqual(-1e-9);
      expect(place + after, `seed ${seed}, case ${i}`).toBeLessThanOrEqual(500 + 1e-9);
      const next = wishes[k + 1];
      if (next)
        expect((places[k + 1] ?? 0) - next.before - place - after, `seed ${seed}, case ${i}`).toBeGreaterThanOrEqual(
          -1e-9
        );
    }
  }
});
