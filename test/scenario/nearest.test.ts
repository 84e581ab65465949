import {expect, test} from "vitest";
import {editDistance, nearest} from "../../src/scenario/nearest.ts";

test.each([
  ["", "", 0],
  ["low", "", 3],
  ["low", "low", 0],
  ["hgih", "high", 1],
  ["kitten", "sitting", 3],
  ["compute", "comptue", 1],
  ["CA", "ABC", 3]
])("editDistance(%j, %j) is %d, either way round", (from, to, edits) => {
  expect(editDistance(from, to)).toBe(edits);
  expect(editDistance(to, from)).toBe(edits);
});

test.each([
  ["hgih", ["value", "low", "high"], "high"],
  ["hi", ["value", "low", "high"], "high"],
  ["HIGH", ["value", "low", "high"], "high"],
  ["Compute", ["compute", "score"], "compute"],
  ["compuet", ["compute", "score"], "compute"],
  ["parametres", ["parameters", "tokens"], "parameters"],
  ["banana", ["value", "low", "high"], undefined],
  ["", ["value"], undefined],
  ["v", ["value"], undefined],
  ["x".repeat(10_000), ["value"], undefined]
])("nearest(%j) of %j is %j", (word, known, key) => {
  expect(nearest(word, known)).toBe(key);
});

test("nearest takes the first of equally near keys", () => {
  expect(nearest("lobw", ["lobx", "loby"])).toBe("lobx");
});
