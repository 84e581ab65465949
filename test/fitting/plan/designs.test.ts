import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {relaxedDesign} from "../../../src/fitting/plan/cappedDesign.ts";
import {cOptimalDesign} from "../../../src/fitting/plan/cOptimal.ts";
import {gainDeviation} from "../../../src/fitting/plan/gainDeviation.ts";
import {geometricDesigner, orGeometric} from "../../../src/fitting/plan/geometricLadder.ts";
import {ladderDesigner} from "../../../src/fitting/plan/ladderDesign.ts";
import {gainPlace, logLossGradient, planRecipes} from "../../../src/fitting/plan/planModel.ts";
import {geometricRungs, ladderCost} from "../../../src/fitting/plan/plannedLadder.ts";
import {wholeRuns} from "../../../src/fitting/plan/wholeRuns.ts";
import {threefold} from "./planCases.ts";

const noise = 0.003;
const limits = {smallest: 1e18, largest: 1e22};
const runs = planRecipes.flatMap((recipe) =>
  geometricRungs(1e18, 1e22, 25).map((cost) => ({recipe, cost, gradient: logLossGradient(threefold, recipe, cost)}))
);
const scaled = runs.map(({gradient, cost}) => gradient.map((value) => value / Math.sqrt(cost / 1e18)));

describe("the c-optimal design", () => {
  // scipy 1.17 linprog (HiGHS): least Σ|u| with Σ u h = c over the same 50 candidates.
  test("is that of a general linear programme", () => {
    const {support, deviation, gap} = cOptimalDesign(scaled, gainPlace)!;
    expect(Math.abs(deviation / 921.3024569932779 - 1)).toBeLessThan(1e-6);
    expect(gap).toBeLessThan(1e-9);
    const shares = support.map(({candidate, share}) => [runs[candidate]!.recipe, runs[candidate]!.cost, share]);
    const expected = [
      ["reference", 1e18, 0.04702021581],
      ["reference", 2.154434690031883e19, 0.0261925046],
      ["reference", 3.162277660168379e19, 0.4514351836],
      ["new", 1e18, 0.1241247263],
      ["new", 4.641588833612778e18, 0.3512273697]
    ];
    shares.forEach(([recipe, cost, share], i) => {
      expect(recipe).toBe(expected[i]![0]);
      expect(Number(cost) / Number(expected[i]![1])).toBeCloseTo(1, 10);
      expect(Number(share)).toBeCloseTo(Number(expected[i]![2]), 5);
    });
  });

  test("has the variance its shares have, and a candidate more or less of spending does not better it", () => {
    const {support, deviation} = cOptimalDesign(scaled, gainPlace)!;
    const of = (shares: readonly {readonly candidate: number; readonly share: number}[]) =>
      gainDeviation(
        threefold,
        shares.map(({candidate, share}) => {
          const {recipe, cost} = runs[candidate]!;
          return {recipe, compute: cost, seeds: (share * 1e18) / cost};
        }),
        1
      );
    expect(of(support) / deviation).toBeCloseTo(1, 8);
    for (let candidate = 0; candidate < runs.length; ++candidate) {
      const moved = [
        ...support.map(({candidate: own, share}) => ({candidate: own, share: 0.999 * share})),
        {candidate, share: 0.001}
      ];
      expect(of(moved)).toBeGreaterThanOrEqual(deviation * (1 - 1e-9));
    }
  });

  test("is none where the candidates do not determine the gain", () => {
    expect(cOptimalDesign(scaled.slice(0, 25), gainPlace)).toBeUndefined();
  });
});

describe("the design with seeds limited", () => {
  test("is the c-optimal one where the limit does not bind", () => {
    const {deviation, bound} = relaxedDesign(runs, gainPlace, 1e9, 1e21)!;
    const free = cOptimalDesign(scaled, gainPlace)!.deviation * Math.sqrt(1e18 / 1e21);
    expect(bound).toBeLessThanOrEqual(free);
    expect(deviation).toBeGreaterThanOrEqual(free * (1 - 1e-9));
    expect(deviation / bound).toBeLessThan(1.02);
  });

  test("keeps to its limit and its budget, and closes its optimality gap", () => {
    const {counts, deviation, bound} = relaxedDesign(runs, gainPlace, 5, 1e21)!;
    expect(Math.max(...counts)).toBeLessThanOrEqual(5 + 1e-9);
    expect(counts.reduce((sum, count, i) => sum + count * runs[i]!.cost, 0)).toBeLessThanOrEqual(1e21 * (1 + 1e-9));
    expect((deviation / bound) ** 2 - 1).toBeLessThan(2e-3);
  });
});

const forms = fc.record({
  gainForm: fc.constantFrom("constant" as const, "scale-dependent" as const),
  floor: fc.constantFrom("known" as const, "fitted" as const),
  seeds: fc.constantFrom(1, 3, 12, Infinity)
});

describe("ladders of whole runs", () => {
  test("tell more for more budget, never less, designed and geometric, and stay within both", () => {
    fc.assert(
      fc.property(
        forms,
        fc.array(fc.double({min: 18.5, max: 23.5, noNaN: true}), {minLength: 4, maxLength: 8}),
        (form, at) => {
          const {gainForm, floor, seeds} = form;
          const model = {...threefold, gainForm, floor};
          const shape = {...limits, ...(seeds === Infinity ? {} : {seeds})};
          for (const {within, leastBudget} of [
            ladderDesigner(model, shape, noise),
            geometricDesigner(model, {...shape, rungs: 6}, noise)
          ]) {
            let before = Infinity;
            for (const budget of at.map((log10C) => 10 ** log10C).sort((one, other) => one - other)) {
              const made = within(budget);
              expect(made === undefined).toBe(budget < leastBudget);
              if (made === undefined) continue;
              expect(made.cost).toBeLessThanOrEqual(budget * (1 + 1e-9));
              expect(ladderCost(made.rungs) / made.cost).toBeCloseTo(1, 10);
              for (const {seeds: own} of made.rungs)
                expect(Number.isInteger(own) && own >= 1 && own <= seeds).toBe(true);
              expect(made.deviation).toBeLessThanOrEqual(before * (1 + 1e-6));
              before = made.deviation;
            }
          }
        }
      ),
      {seed: 7, numRuns: 12}
    );
  });

  test("come near the bound of divided runs, and the geometric one falls behind", () => {
    for (const seeds of [{}, {seeds: 5}]) {
      const designer = ladderDesigner(threefold, {...limits, ...seeds}, noise);
      const [made, least] = [designer.within(1e21)!, designer.leastVariance(1e21)!];
      const simple = geometricDesigner(threefold, {...limits, ...seeds, rungs: 8}, noise).within(1e21)!;
      expect(made.deviation).toBeGreaterThanOrEqual(least.deviation * (1 - 1e-9));
      expect((least.deviation / made.deviation) ** 2).toBeGreaterThan(0.85);
      expect(least.gap).toBeLessThan(2e-3);
      expect(least.shares.reduce((sum, {share}) => sum + share, 0)).toBeCloseTo(1, 2);
      expect(simple.deviation).toBeGreaterThan(made.deviation);
    }
  });

  test("are never worse than the geometric one, whose own rungs may lie between the candidates", () => {
    const shape = {...limits, seeds: 1, rungs: 12};
    const model = {...threefold, gainForm: "constant" as const};
    const [plain, simple] = [ladderDesigner(model, shape, noise), geometricDesigner(model, shape, noise)];
    expect(plain.within(1e20)!.deviation).toBeGreaterThan(simple.within(1e20)!.deviation);
    const designer = orGeometric(plain, simple);
    expect(designer.within(1e20)).toEqual(simple.within(1e20));
    expect(designer.within(1e22)).toEqual(plain.within(1e22));
    expect(designer.within(1)).toBeUndefined();
    expect(designer.leastBudget).toBe(Math.min(plain.leastBudget, simple.leastBudget));
  });

  test("do not exist below the least budget", () => {
    const points = [
      {recipe: "new" as const, compute: 1e18, share: 0.5},
      {recipe: "reference" as const, compute: 2e18, share: 0.5}
    ];
    expect(wholeRuns(points, 2.9e18)).toBeUndefined();
    expect(wholeRuns(points, 3e18)!.map(({seeds}) => seeds)).toEqual([1, 1]);
    expect(wholeRuns(points, 8e18)!.map(({seeds}) => seeds)).toEqual([4, 2]);
  });
});
