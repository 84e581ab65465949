import {expect, test} from "vitest";
import {playFrom} from "../../src/app/ladders/phasePlay.ts";

test.each([
  [0.5, undefined, 0],
  [0.5, 0.3, 0],
  [0.5, 0.5, 0.5],
  [1, 1, 0],
  [0, undefined, 0]
] as const)("at %d, paused at %s, a play begins at %d", (progress, pausedAt, from) => {
  expect(playFrom(progress, pausedAt)).toBe(from);
});
