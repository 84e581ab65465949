import {expect, test} from "vitest";
import {begin, cancel, commit, preview, redo, settle, undo} from "../../src/app/history.ts";

test("a gesture of many moves is one step back", () => {
  let history = begin(0);
  for (const value of [1, 2, 3]) history = preview(history, value);
  history = settle(history, "slide");
  expect(history.present).toBe(3);
  expect(undo(history).present).toBe(0);
  expect(redo(undo(history)).present).toBe(3);
});

test("a gesture taken back leaves no step", () => {
  const history = cancel(preview(preview(begin(0), 1), 2));
  expect(history).toEqual(begin(0));
});

test("a gesture that ends where it began leaves no step", () => {
  const document = {};
  const history = settle(preview(preview(begin(document), {}), document), "nothing");
  expect(history.past).toEqual([]);
});

test("a change forgets what was undone", () => {
  const history = commit(undo(commit(begin("a"), "b", "b")), "c", "c");
  expect(history.future).toEqual([]);
  expect(undo(history).present).toBe("a");
});

test("undo in the midst of a gesture takes the gesture back first", () => {
  const history = preview(commit(begin("a"), "b", "b"), "c");
  expect(undo(history).present).toBe("a");
});

test("undo and redo with nothing there change nothing", () => {
  expect(undo(begin(1)).present).toBe(1);
  expect(redo(begin(1)).present).toBe(1);
});

test("two hundred steps are kept", () => {
  let history = begin(0);
  for (let i = 1; i <= 500; ++i) history = commit(history, i, String(i));
  expect(history.past).toHaveLength(200);
  expect(history.past[0]?.document).toBe(300);
});
