import {describe, expect, test} from "vitest";
import {layoutFigure} from "../../src/chart/layout.ts";
import {overlaps} from "../../src/chart/overlaps.ts";
import {planPart} from "../../src/figures/planPart.ts";
import {shareInterval, stretches} from "../../src/figures/planPowerFigure.ts";
import {runsTotal, toldRows} from "../../src/figures/planRows.ts";
import {
  chanceText,
  countText,
  rungsShort,
  rungsText,
  shareText,
  simulatedText,
  withoutPowers
} from "../../src/figures/planTexts.ts";
import {designWords, planAnswerWords} from "../../src/figures/planWords.ts";
import {asString} from "../../src/figures/wording.ts";
import {writeInput} from "../../src/scenario/address.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {knownPlan} from "../../src/simulation/knownPlan.ts";
import {planDrawsSteps} from "../../src/simulation/planDraws.ts";
import type {PlanDraws} from "../../src/simulation/planDraws.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const fewer = (scenario: Scenario): Scenario => ({...scenario, uncertainty: {seed: 7, draws: 400}});
const planned = fewer(await shippedScenario("plan-3x.json"));
const olmo = fewer(await shippedScenario("autopsy-olmo.json"));
const over10 = fewer(await shippedScenario("autopsy-over-10x.json"));

const numbersOf = (scenario: Scenario) => {
  const numbers = knownPlan(scenario);
  if (numbers?.ok !== true) throw new Error(numbers?.message ?? "no plan");
  return numbers;
};
function drawnOf(scenario: Scenario): PlanDraws {
  const steps = planDrawsSteps(scenario);
  const parts: number[] = [];
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) parts.push(step.value);
  expect(parts.every((part, i) => part >= (parts[i - 1] ?? 0) && part < 1)).toBe(true);
  if (step.value === undefined) throw new Error("not simulated");
  return step.value;
}
const drawn = {planned: drawnOf(planned), olmo: drawnOf(olmo), over10: drawnOf(over10)};
const at = (value: number) => ({value, written: value});

describe("the answer", () => {
  test("says rungs, runs, gain, target, power, interval and share of the big run, and says where the fast form is off", () => {
    const fast = planAnswerWords(planned, numbersOf(planned), undefined);
    expect(`${asString(fast.body)}${fast.verdict}`).toBe(
      "As placed, a ladder of 39 runs on 7 and 8 rungs tells a true 3× from 1× at 1.0×10^25 FLOP, 5.4 decades above it, in 88 % of cases (90 %: 1.7× to 5.3×), for 0.0029 % of the big run’s compute; with the 80 % asked for, 3× can be told from no gain"
    );
    expect(asString(fast.condition)).toMatch(/The delta method may be off here: the power is 86 % by the deviance/);
    const slow = planAnswerWords(planned, numbersOf(planned), {...drawn.planned, agrees: false});
    expect(asString(slow.body)).toMatch(/in 8\d % of simulated cases/);
  });

  test("of a budget too small for the gain says that it cannot be told from no gain", () => {
    const poor = writeInput(planned, "plan.budget", at(1e20));
    expect(planAnswerWords(poor, numbersOf(poor), undefined).verdict).toBe("cannot be told from no gain");
  });

  test("of a ladder taken apart says the smallest gain it tells, and the claim it is held against", () => {
    expect(asString(planAnswerWords(olmo, numbersOf(olmo), drawn.olmo).body)).toMatch(
      /^As estimated, a ladder of 16 rungs of each recipe tells gains of 1\.6× and more from none at 9\.5×10\^22 FLOP, 1\.8 decades above it, in 80 % of cases; a true 3× \(90 %: 2\.\d× to 4\.\d×\) $/
    );
    expect(asString(planAnswerWords(over10, numbersOf(over10), undefined).body)).toMatch(
      /tells gains of 2\.3× and more .*; the 10× of “over 10×”, if true \(90 %: 5\.4× to 19×\) $/
    );
  });

  test("the design is held against the best there could be and against a geometric ladder", () => {
    expect(designWords(numbersOf(planned)).join(" ")).toMatch(
      /^The design is at least 89 % as efficient .*optimality gap of that bound: 0\.055 %\)\. A geometric ladder of the same budget gives the log of the gain 2\.4× the variance/
    );
  });

  test("both rates at which no gain is taken for one are told", () => {
    const rows = toldRows(numbersOf(planned), drawn.planned);
    expect(
      rows.filter(({name}) => name.startsWith("Told though there is no gain")).map(({simulated}) => simulated)
    ).toEqual([expect.stringMatching(/^\d\.\d %$/), expect.stringMatching(/^\d\.\d %; with the gain \d\d %$/)]);
    expect(toldRows(numbersOf(planned), undefined)[0]?.simulated).toBe("on its way");
    expect(toldRows(numbersOf(planned), undefined, true)[0]?.simulated).toBe("stopped");
  });
});

test("none and all of the simulated ladders are counted, and not said as chances", () => {
  expect([0, 1, 0.5].map((share) => simulatedText(share, 2000))).toEqual(["none of 2,000", "all of 2,000", "50 %"]);
});

test("the rungs of both recipes are told where they are not as many", () => {
  const rungs = (reference: number, fresh: number) => [rungsText({reference, fresh}), rungsShort({reference, fresh})];
  expect(rungs(7, 8)).toEqual(["7 rungs of the reference and 8 of the new recipe", "7 and 8 rungs"]);
  expect(rungs(8, 8)).toEqual(["8 rungs of each recipe", "8 rungs"]);
  expect(countText(89400, "run")).toBe("89,400 runs");
});

test("the runs add up to the ladder", () => {
  const numbers = numbersOf(planned);
  const total = runsTotal(numbers);
  expect(total).toMatchObject({runs: "39", compute: expect.anything(), hours: "204", dollars: "$601"});
  expect(asString(total.compute)).toBe("2.9×10^20");
});

describe("the figures", () => {
  test.each([
    ["plan", planned, drawn.planned],
    ["autopsy", olmo, drawn.olmo],
    ["autopsy of a claim", over10, drawn.over10]
  ] as const)("have no label over another: %s", (_, scenario, simulated) => {
    const picture = planPart.picture(scenario, {plan: simulated}, {});
    if (picture === undefined || !("panels" in picture)) throw new Error("no panels");
    const found = picture.panels.flatMap(({figure}) =>
      [
        [904, 434],
        [1200, 760],
        [366, 400],
        [330, 380]
      ].flatMap(([width = 0, height = 0]) =>
        overlaps(layoutFigure(figure, {width, height, chrome: "page"})).map(
          ({a, b}) => `${figure.id} ${width}: ${a} on ${b}`
        )
      )
    );
    expect(found).toEqual([]);
  });

  test("the curve is dotted from or to a place where the delta method is not to be trusted", () => {
    const pieces = stretches([
      {x: 0, y: 1, holds: true},
      {x: 1, y: 2, holds: true},
      {x: 2, y: 3, holds: false},
      {x: 3, y: 4, holds: true},
      {x: 4, y: 5, holds: true}
    ]);
    expect(pieces.map(({trust, points}) => [trust, points.map(({x}) => x)])).toEqual([
      ["known", [0, 1]],
      ["beyond", [1, 2, 3]],
      ["known", [3, 4]]
    ]);
  });

  test("the 90 % error of a share ends where the normal test of a chance turns (Wilson 1927)", () => {
    for (const [share, draws] of [
      [0.75, 20],
      [0, 20],
      [0.842, 2000]
    ] as const) {
      const {low, high} = shareInterval(share, draws);
      for (const end of [low, high]) {
        const square = ((share - end) * (share - end) * draws) / 2.705543454095404;
        expect(Math.abs(square - end * (1 - end))).toBeLessThan(1e-12);
      }
      expect(low).toBeLessThan(high);
    }
  });

  test("simulated power beside the ladder on show lies near the line where that is solid", () => {
    const {curve} = numbersOf(planned);
    for (const {at: budget, power} of drawn.planned.beside) {
      const point = curve.find((one) => one.budget === budget);
      expect(point).toBeDefined();
      if (point?.holds === true) expect(Math.abs(power - (point.designed?.power ?? NaN))).toBeLessThan(0.15);
    }
    expect(drawn.planned.beside.length).toBeGreaterThan(2);
  });

  test("same plan, same seed: same simulation to the bit", () => expect(drawnOf(planned)).toEqual(drawn.planned));
});

test("the table holds the answer, both rejection rates, budgets, what rungs and decades buy, and every run", () => {
  const rows = planPart.table(planned, {plan: drawn.planned}) ?? [];
  const kinds = new Set(rows.slice(1).map(([kind]) => String(kind)));
  for (const kind of [
    "this ladder, delta method",
    "rejected at gain 1, uncalibrated",
    "budget",
    "what rungs buy",
    "what decades buy",
    "run"
  ])
    expect(kinds).toContain(kind);
  expect(new Set(rows.map(({length}) => length)).size).toBe(1);
});

test("a section that is missing, or has no answer, draws nothing", () => {
  const {plan: _, ...without} = planned;
  expect(planPart.picture(without, undefined, {})).toBeUndefined();
  const poor = writeInput(planned, "plan.budget", at(5e18));
  expect(planPart.picture(poor, undefined, {})).toBeUndefined();
  expect(planPart.table(poor, undefined)).toBeUndefined();
  expect(planDrawsSteps(poor).next()).toEqual({done: true, value: undefined});
});

test("a plan is worked out once for a section, and anew where the law it stands on changes", () => {
  expect(knownPlan({...planned, title: "Another"})).toBe(knownPlan(planned));
  expect(knownPlan({...planned, baseline: {...planned.baseline, law: "hoffmann2022"}})).not.toBe(knownPlan(planned));
});

test("chances are never rounded to certainty, shares keep two digits, powers of ten read as in a field", () => {
  expect([0.99995, 0.842, 0.031, 0.0001, NaN].map(chanceText)).toEqual([
    "over 99.9 %",
    "84 %",
    "3.1 %",
    "under 0.1 %",
    "no number"
  ]);
  expect([0.108, 0.000029, 1e-12, NaN].map(shareText)).toEqual([
    "11 %",
    "0.0029 %",
    "under a millionth of a percent",
    "no number"
  ]);
  expect(withoutPowers("1.0×10^18 FLOP")).toBe("1.0e18 FLOP");
});
