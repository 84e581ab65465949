import {expect, test} from "vitest";
import {planFormulas} from "../../src/figures/planFormulas.ts";
import {asString} from "../../src/figures/wording.ts";
import {normalCdf} from "../../src/numerics/normal.ts";
import {plan} from "../../src/simulation/plan.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const found = plan(await shippedScenario("plan-3x.json"));
if (found?.ok !== true) throw new Error("no plan");

test("the formulas of a plan come to its own numbers", () => {
  const [deviation, power] = planFormulas(found).map(({numbers}) => asString(numbers));
  expect(Number(/σ = ([\d.]+)$/.exec(deviation ?? "")?.[1]) / found.shown.answer.deviation).toBeCloseTo(1, 2);
  const [, effect = "", percent = ""] = /= Φ\(([\d.]+)\) = ([\d.]+) %$/.exec(power ?? "") ?? [];
  expect(100 * normalCdf(Number(effect))).toBeCloseTo(Number(percent), 0);
  expect(Number(percent) / (100 * found.shown.answer.power)).toBeCloseTo(1, 2);
  const sure = planFormulas({...found, shown: {...found.shown, answer: {...found.shown.answer, power: 0.99997}}});
  expect(asString(sure[1]!.numbers)).toMatch(/= Φ\([\d.]+\) is over 99\.9 %$/);
  // The quantile is named, never set as if z were raised to a power.
  const {law} = planFormulas(found)[1]!;
  expect(asString(law)).toBe("Φ(ln gain ÷ σ − z), z = Φ⁻¹((1 + confidence) ÷ 2)");
  expect(law.some(({sup}) => sup)).toBe(false);
});
