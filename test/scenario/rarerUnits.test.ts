import {beforeAll, expect, test} from "vitest";
import {loadRarerUnits, type RarerUnits} from "../../src/scenario/rarerUnits.ts";

let units: RarerUnits;
beforeAll(async () => {
  units = await loadRarerUnits();
});

const day = 86400;

test.each([
  ["week", 7 * day],
  ["weeks", 7 * day],
  ["fortnights", 14 * day],
  ["month", (365.25 / 12) * day],
  ["year", 365.25 * day],
  ["decades", 3652.5 * day],
  ["ms", 1e-3]
])("a %s has %d seconds", (unit, seconds) => {
  expect(units.seconds(unit)! / seconds).toBeCloseTo(1, 12);
});

test.each(["metre", "kg", "banana", "constructor", "toString", "__proto__", "2 weeks", "weeks^2", "week)", "", "wéek"])(
  "%j is no unit of time",
  (unit) => {
    expect(units.seconds(unit)).toBeUndefined();
  }
);
