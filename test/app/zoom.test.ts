import {expect, test} from "vitest";
import {panned, zoomed} from "../../src/app/figure/zoom.ts";

const window = {x: [23, 27], y: [0, 70]} as const;

test("zooming keeps the place under the pointer where it is", () => {
  const {x} = zoomed(window, 0.5, {x: 0.25, y: 0.5});
  expect(x[0] + 0.25 * (x[1] - x[0])).toBeCloseTo(24, 12);
  expect(x[1] - x[0]).toBe(2);
});

test("zooming in and out again leads back", () => {
  const {x, y} = zoomed(zoomed(window, 0.5, {x: 0.3, y: 0.7}), 2, {x: 0.3, y: 0.7});
  expect(x[0]).toBeCloseTo(23, 9);
  expect(y[1]).toBeCloseTo(70, 9);
});

test("zooming has an end both ways", () => {
  let near: ReturnType<typeof zoomed> = window;
  let far: ReturnType<typeof zoomed> = window;
  for (let i = 0; i < 200; ++i) {
    near = zoomed(near, 0.5, {x: 0.5, y: 0.5});
    far = zoomed(far, 2, {x: 0.5, y: 0.5});
  }
  expect(near.x[1] - near.x[0]).toBeCloseTo(0.05, 9);
  expect(far.x[1] - far.x[0]).toBeCloseTo(60, 9);
});

test("panning by a fraction moves by that part of the window", () => {
  expect(panned(window, 0.5, -0.1)).toEqual({x: [25, 29], y: [-7, 63]});
});
