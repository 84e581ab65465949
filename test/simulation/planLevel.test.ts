import {describe, expect, test} from "vitest";
import {frontier} from "../../src/laws/chinchilla.ts";
import {powerLawCurve} from "../../src/laws/powerLaw.ts";
import {pow10} from "../../src/numerics/exp.ts";
import {chinchillaLaws} from "../../src/scenario/chinchillaLaws.ts";
import {withTargetAs} from "../../src/scenario/editPlan.ts";
import {checkPlan} from "../../src/scenario/checkPlan.ts";
import type {Plan, Scenario} from "../../src/scenario/schema.ts";
import {plan} from "../../src/simulation/plan.ts";
import {planQuestion} from "../../src/simulation/planQuestion.ts";
import {shippedScenario} from "./shipped.ts";

const shipped = await shippedScenario("plan-3x.json");
const stated = shipped.plan!;
const at = (level: number) => withTargetAs(shipped, "level", level);
const scenarioAt = (level: number): Scenario => {
  const edit = at(level);
  if (!edit.ok) throw new Error(edit.message);
  return edit.scenario;
};

describe("a target that is a level of loss", () => {
  test("is the compute that the reference’s law needs for it", () => {
    const found = planQuestion(scenarioAt(2));
    const law =
      chinchillaLaws[typeof stated.law === "string" && stated.law !== "fitted" ? stated.law : shipped.baseline.law];
    const needed = pow10(powerLawCurve(frontier(law)).log10Compute(2));
    expect(found?.ok === true ? found.question.model.target / needed : NaN).toBeCloseTo(1, 9);
  });

  test("and back is the same plan, to the digits a level has", () => {
    const before = plan(shipped);
    const after = plan(scenarioAt(planLevel()));
    if (before?.ok !== true || after?.ok !== true) throw new Error("no plan");
    expect(after.question.model.target / before.question.model.target).toBeCloseTo(1, 1);
  });

  test("below what the law ever reaches is refused at its field", () => {
    const found = planQuestion(scenarioAt(0.5));
    expect(found).toEqual({
      ok: false,
      field: "level",
      message: "must lie above the loss that the law never passes, 1.817, got 0.5"
    });
  });
});

/** The loss of the shipped target. */
function planLevel(): number {
  const found = planQuestion(shipped);
  if (found?.ok !== true) throw new Error("no question");
  const {law, target} = found.question.model;
  return powerLawCurve(law).score(Math.log10(target));
}

describe("a plan without one target", () => {
  const says = (change: Partial<Plan>) => {
    const {target: _, ...rest} = stated;
    return checkPlan({...shipped, plan: {...rest, ...change}}).map(({path, message}) => `${path.join(".")} ${message}`);
  };

  test("is told that it needs one", () => {
    expect(says({})).toContain("plan.target is missing: give target, a compute, or level, a loss");
  });

  test("is told that two are one too many", () => {
    const level = {value: 2, written: 2};
    expect(says({target: stated.target!, level})).toContain("plan.level is a second target beside target; give one");
  });
});
