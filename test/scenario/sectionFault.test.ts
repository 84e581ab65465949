import {expect, test} from "vitest";
import {writeInput} from "../../src/scenario/address.ts";
import {sectionFault} from "../../src/scenario/sectionFault.ts";
import {withOwnPasses} from "../simulation/ownPasses.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const shipped = withOwnPasses(await shippedScenario("rl-scaling.json"));
const number = (value: number) => ({value, written: value});

test.each([
  ["reinforcement.law.before", 0.7, "must have before no higher than ceiling, got 0.7 and 0.61"],
  ["reinforcement.success.mean", 1, /^must lie between 0 and 1, both excluded, got 1/],
  ["reinforcement.compute", 0, "must be greater than 0, got 0"]
])("%s at %d is refused in words", (address, value, message) => {
  expect(sectionFault(shipped, writeInput(shipped, address, number(value)))).toMatch(message);
});

const planned = await shippedScenario("plan-3x.json");

test.each([
  ["plan.largest", 1e26, "Target compute must lie above the ladder, which reaches 1.0×10^26 FLOP, got 1.0×10^25 FLOP"],
  ["plan.smallest", 1e22, "Largest rung must be above the smallest rung, 1.0×10^22 FLOP, got 1.0×10^21 FLOP"],
  ["plan.target", 1e20, "must lie above the ladder, which reaches 1.0×10^21 FLOP, got 1.0×10^20 FLOP"]
])("what %s at %d puts amiss is named where it is another input", (address, value, message) => {
  expect(sectionFault(planned, writeInput(planned, address, number(value)))).toBe(message);
});

test("what goes with all others, and every other address, is no fault", () => {
  expect(sectionFault(shipped, writeInput(shipped, "reinforcement.law.before", number(0.5)))).toBeUndefined();
  expect(sectionFault(shipped, writeInput(shipped, "models.muse-spark.compute", number(-1)))).toBeUndefined();
});

test("what was amiss before is no reason against another change", () => {
  const amiss = writeInput(shipped, "reinforcement.law.before", number(0.9));
  expect(sectionFault(amiss, writeInput(amiss, "reinforcement.compute", number(100)))).toBeUndefined();
});
