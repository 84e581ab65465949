import {expect, test} from "vitest";
import {nextDrag} from "../../src/app/figure/drag.ts";
import type {Drag} from "../../src/app/figure/drag.ts";

const press: Drag = {state: "pressed", model: "a", origin: {x: 10, y: 10}};

test("a press that hardly moves stays a press", () => {
  expect(nextDrag(press, {type: "move", at: {x: 12, y: 12}})).toBe(press);
});

test("a hand that moves sideways drags along the rung, one that moves up or down along the curve", () => {
  expect(nextDrag(press, {type: "move", at: {x: 20, y: 13}})).toMatchObject({state: "dragging", along: "rung"});
  expect(nextDrag(press, {type: "move", at: {x: 12, y: 30}})).toMatchObject({state: "dragging", along: "curve"});
});

test("a drag keeps its direction whatever way the hand goes", () => {
  const dragging = nextDrag(press, {type: "move", at: {x: 20, y: 10}});
  expect(nextDrag(dragging, {type: "move", at: {x: 20, y: 90}})).toMatchObject({along: "rung", at: {x: 20, y: 90}});
});

test("letting go and Escape both end it", () => {
  expect(nextDrag(press, {type: "up"})).toEqual({state: "idle"});
  expect(nextDrag(press, {type: "cancel"})).toEqual({state: "idle"});
});

test("a move without a press is nothing", () => {
  expect(nextDrag({state: "idle"}, {type: "move", at: {x: 1, y: 1}})).toEqual({state: "idle"});
});
