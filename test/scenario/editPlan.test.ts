import {expect, test} from "vitest";
import {budgetUnitOf, withBudgetIn, withChoice, withMeasuredNoise, withOwn} from "../../src/scenario/editPlan.ts";
import type {PlanEdit} from "../../src/scenario/editPlan.ts";
import {isSamePlan} from "../../src/scenario/samePlan.ts";
import type {Plan, Scenario} from "../../src/scenario/schema.ts";
import {headlineOfView} from "../../src/scenario/viewInputs.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const shipped = await shippedScenario("plan-3x.json");
const olmo = await shippedScenario("autopsy-olmo.json");

const done = (edit: PlanEdit): Scenario => {
  if (!edit.ok) throw new Error(edit.message);
  return edit.scenario;
};
const planOf = ({plan}: Scenario): Plan => {
  if (plan === undefined) throw new Error("no plan");
  return plan;
};

test("a budget in another unit takes the place of the one there is, and its slider too", () => {
  const changed = done(withBudgetIn(shipped, "dollars", 601.34449));
  const {budget, gpuHours, dollars} = planOf(changed);
  expect([budget, gpuHours, dollars?.value]).toEqual([undefined, undefined, 601.3]);
  expect(budgetUnitOf(planOf(changed))).toBe("dollars");
  expect(headlineOfView(changed, "plan").map(({address}) => address)).toContain("plan.dollars");
});

test("a ladder taken apart has no budget", () => expect(budgetUnitOf(planOf(olmo))).toBeUndefined());

test("law, form, floor and ladder are chosen one at a time", () => {
  expect(planOf(done(withChoice(shipped, "law", "hoffmann2022"))).law).toBe("hoffmann2022");
  expect(planOf(done(withChoice(shipped, "floor", "known"))).floor).toBe("known");
  expect(planOf(done(withChoice(shipped, "ladder", "geometric"))).ladder).toBe("geometric");
});

test("a choice that does not fit is refused in a sentence", () => {
  const growing = {...shipped, plan: {...planOf(shipped), growth: {value: 1.1, written: 1.1}}};
  expect(withChoice(growing, "gainForm", "constant")).toEqual({
    ok: false,
    message:
      'Growth of the gain per tenfold needs a law that allows it; "gainForm": "scale-dependent" gives the new recipe an exponent of its own'
  });
  expect(withChoice(shipped, "law", "fitted")).toEqual({
    ok: false,
    message: "Is that of fitted runs, and the scenario has none"
  });
});

test("noise is set, or left to the fitted runs where there are some", () => {
  const own = done(withOwn(olmo, "noise", 0.0078123));
  expect(planOf(own).noise?.value).toBe(0.007812);
  expect(planOf(done(withMeasuredNoise(own))).noise).toBeUndefined();
  expect(withMeasuredNoise(shipped)).toMatchObject({ok: false, message: /^Is missing, and the scenario has no runs/});
});

test("a scenario without a plan has none to edit", () => {
  const {plan: _, ...without} = shipped;
  expect(withOwn(without, "power", 0.9)).toEqual({ok: false, message: "The scenario holds no ladder plan"});
});

test("a change elsewhere leaves a plan the same, one of its numbers or its draws does not", () => {
  expect(isSamePlan(shipped, {...shipped, title: "Another"})).toBe(true);
  expect(isSamePlan(shipped, done(withOwn(shipped, "power", 0.9)))).toBe(false);
  expect(isSamePlan(shipped, {...shipped, uncertainty: {seed: 8, draws: 100}})).toBe(false);
});
