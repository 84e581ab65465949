import {expect, test} from "vitest";
import {ladder} from "../../src/simulation/ladder.ts";
import {alongCurve, alongRung, computeOnCurve, placeModel} from "../../src/simulation/place.ts";
import {shippedScenario} from "./shipped.ts";

const muse = await shippedScenario("muse-spark.json");
const solution = ladder(muse)?.solution;
const before = solution?.models.get("muse-spark");
if (solution === undefined || before === undefined) throw new Error("no solution");
const metric = "aa-index";

test("along the rung the score stays and compute times gain stays", () => {
  const place = alongRung(solution, before, 25);
  expect(place.score).toBe(before.score);
  expect(place.log10C + place.log10Gain).toBeCloseTo(before.log10C + before.log10Gain, 9);
});

test("along the curve the gain stays and the score follows the compute", () => {
  const place = alongCurve(solution, before, before.log10C + 1);
  expect(place.log10Gain).toBe(before.log10Gain);
  expect(place.score - before.score).toBeCloseTo(6, 9);
  expect(computeOnCurve(solution, before, place.score)).toBeCloseTo(place.log10C, 9);
});

test("a moved model is at its new place whichever quantity is solved for", () => {
  for (const solve of ["compute", "gain", "score"] as const) {
    const models = muse.models.map((model) =>
      model.id === "muse-spark" ? {...model, solve, gain: {value: 10 ** before.log10Gain, written: 1}} : model
    );
    const scenario = {
      ...muse,
      recipes: muse.recipes.map((recipe) => (recipe.id === "muse" ? {id: "muse", name: "Muse"} : recipe)),
      models
    };
    const moved = placeModel(scenario, metric, "muse-spark", alongRung(solution, before, 25), before);
    const run = ladder(moved)?.solution.models.get("muse-spark");
    expect(run?.log10C, solve).toBeCloseTo(25, 2);
    expect(run?.score, solve).toBeCloseTo(before.score, 1);
  }
});

test("a drag along the rung leaves the score as it was written and the interval as it was set", () => {
  const moved = placeModel(muse, metric, "muse-spark", alongRung(solution, before, 25.123456), before);
  const model = moved.models.find(({id}) => id === "muse-spark");
  expect(model?.score).toBe(muse.models[0]?.score);
  expect(model?.compute).toEqual({
    value: 1.33e25,
    low: 3e24,
    high: 3e26,
    written: {value: 1.33e25, low: 3e24, high: 3e26}
  });
});
