import {describe, expect, test} from "vitest";
import {leastLifetimeCompute} from "../../src/laws/inferenceAware.ts";
import {besiroglu2024} from "../../src/laws/published.ts";
import {writeInput} from "../../src/scenario/address.ts";
import {loadLedger} from "../../src/scenario/ledger.ts";
import type {Quantity} from "../../src/scenario/quantity.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {costs, costUncertainty} from "../../src/simulation/cost.ts";
import {changesPay, changesUncertainty} from "../../src/simulation/costChanges.ts";
import {costLifetime, lifetimeUncertainty} from "../../src/simulation/costLifetime.ts";
import {costReport} from "../../src/simulation/costNumbers.ts";
import {relativeError} from "../numerics/relative.ts";
import {shippedScenario} from "./shipped.ts";

const perTask = await shippedScenario("cost-per-task.json");
const billion = await shippedScenario("serve-a-billion.json");
const few = {seed: 7, draws: 400};
const number = (value: number) => ({value, written: value});

const setupOf = (scenario: Scenario, id: string) => {
  const found = costs(scenario)?.setups.find(({setup}) => setup.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const withSetup = (scenario: Scenario, id: string, change: object): Scenario => ({
  ...scenario,
  cost: {
    ...scenario.cost!,
    setups: scenario.cost!.setups.map((setup) => (setup.id === id ? {...setup, ...change} : setup))
  }
});

describe("an index run", () => {
  test.each([
    ["gpt-5-4", 2851.01],
    ["claude-opus-4-6", 4969.68],
    ["gemini-3-1-pro", 892.28],
    ["llama-4-maverick", 56.45]
  ])("of %s costs its tokens times its prices, to the cent: %d dollars", async (id, dollars) => {
    const {figures} = await loadLedger();
    const {bill} = setupOf(perTask, id);
    expect(bill).toEqual({computed: dollars, measured: dollars, agrees: true});
    expect(figures.find((figure) => figure.id === `${id}-cost-to-run`)?.value).toBe(dollars);
  });

  test("of Muse Spark is a band around a later price, and nothing measured", () => {
    const {bill, setup} = setupOf(perTask, "muse-spark");
    expect(bill).toEqual({computed: 414.58});
    expect(setup.priceBasis).toBe("later");
    const {low = NaN, high = NaN} = costUncertainty(perTask, few)?.get("muse-spark")?.servingDollars ?? {};
    expect(low).toBeLessThan(414.58);
    expect(high).toBeGreaterThan(414.58);
  });

  test("that was measured a cent off is said to differ", () => {
    const {bill} = setupOf(withSetup(perTask, "gpt-5-4", {measured: 2851.02}), "gpt-5-4");
    expect(bill).toEqual({computed: 2851.01, measured: 2851.02, agrees: false});
  });
});

describe("training", () => {
  test("of Maverick at 39 % of BF16 peak takes 1.6 million H100-hours, 2.1 days of 32,000 chips and 4.8 million dollars", () => {
    const {numbers} = setupOf(perTask, "llama-4-maverick");
    const hours = 2.24e24 / (989.4e12 * 0.39 * 3600);
    expect(relativeError(numbers.trainingDays, hours / 32000 / 24)).toBeLessThan(1e-12);
    expect(relativeError(numbers.trainingDollars, hours * 2.95)).toBeLessThan(1e-12);
    expect(hours / 1e6).toBeCloseTo(1.61, 2);
  });

  test("from chips and hours is chips × hours × peak × MFU, and costs the hours whatever the MFU", () => {
    const run = withSetup(perTask, "muse-spark", {chips: number(1000), hours: number(240)});
    const {numbers, placed} = setupOf(run, "muse-spark");
    expect(relativeError(numbers.compute, 1000 * 240 * 3600 * 989.4e12 * 0.39)).toBeLessThan(1e-12);
    expect(numbers.trainingDays).toBe(10);
    expect(relativeError(numbers.trainingDollars, 1000 * 240 * 2.95)).toBeLessThan(1e-12);
    expect(placed).toBe(false);
    const slower = setupOf(writeInput(run, "cost.training.mfu", number(0.2)), "muse-spark").numbers;
    expect(relativeError(slower.trainingDollars, numbers.trainingDollars)).toBeLessThan(1e-12);
    expect(relativeError(slower.compute, (numbers.compute * 0.2) / 0.39)).toBeLessThan(1e-12);
  });

  test("of a model whose compute is placed is placed, and of one that solves for compute as solved", () => {
    expect(setupOf(perTask, "muse-spark").placed).toBe(true);
    expect(setupOf(perTask, "llama-4-maverick").placed).toBe(false);
    expect(relativeError(setupOf(billion, "claimed").numbers.compute, 2.244e23)).toBeLessThan(1e-3);
  });
});

describe("serving", () => {
  test("on hardware costs 2N FLOP a token", () => {
    const {numbers} = setupOf(billion, "maverick");
    const flop = 2 * 17e9 * 2000;
    expect(relativeError(numbers.servingDollars, (flop / (1978.9e12 * 0.1 * 3600)) * 2.95)).toBeLessThan(1e-12);
  });

  test("has hardware of its own: its price is no price of the training", () => {
    const before = setupOf(billion, "maverick").numbers;
    const dearer = setupOf(writeInput(billion, "cost.serving.price", number(5.9)), "maverick").numbers;
    expect(relativeError(dearer.servingDollars, 2 * before.servingDollars)).toBeLessThan(1e-12);
    expect(dearer.trainingDollars).toBe(before.trainingDollars);
  });

  test("takes the first token and the writing, and a billion users end a billion tasks a day", () => {
    const {numbers} = setupOf(billion, "maverick");
    expect(numbers.seconds).toBeCloseTo(0.5 + 500 / 60, 12);
    expect(numbers.tasksPerDay / 1e9).toBeCloseTo(86400 / (86400 + numbers.seconds), 12);
  });

  test("by four agents costs four times as much and takes no longer", () => {
    const one = setupOf(billion, "maverick").numbers;
    const four = setupOf(withSetup(billion, "maverick", {agents: number(4)}), "maverick").numbers;
    expect(relativeError(four.servingDollars, 4 * one.servingDollars)).toBeLessThan(1e-14);
    expect(four.seconds).toBe(one.seconds);
    expect(four.trainingShare).toBe(one.trainingShare);
  });

  test("of what is not told has no number, and takes none of the others with it", () => {
    const {model, id, name} = setupOf(billion, "maverick").setup;
    const bare = {
      ...billion,
      cost: {
        ...billion.cost!,
        setups: [{id, model, ...(name && {name}), priceBasis: "listed" as const, bill: "price" as const}],
        changes: []
      }
    };
    const {numbers, bill} = setupOf(bare, id);
    expect([numbers.servingDollars, numbers.dollars, numbers.seconds, numbers.tasksPerDay]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN
    ]);
    expect(numbers.trainingShare).toBeGreaterThan(0);
    expect(bill).toBeUndefined();
    const report = costReport({...bare, uncertainty: few});
    expect(report?.setups[0]?.dollars).toEqual({value: null, interval: null});
  });
});

describe("draws", () => {
  test("give the same intervals for the same seed, and others for others", () => {
    const once = costUncertainty(perTask, few);
    expect(costUncertainty(perTask, few)).toEqual(once);
    expect(costUncertainty(perTask, {...few, seed: 8})).not.toEqual(once);
  });

  test("put the central value within the interval of each number that is uncertain", () => {
    const intervals = costUncertainty(billion, few);
    for (const {setup, numbers} of costs(billion)?.setups ?? []) {
      for (const key of ["trainingDollars", "servingDollars", "dollars"] as const) {
        const {low = NaN, high = NaN} = intervals?.get(setup.id)?.[key] ?? {};
        expect(low, `${setup.id} ${key}`).toBeLessThan(numbers[key]);
        expect(high, `${setup.id} ${key}`).toBeGreaterThan(numbers[key]);
      }
    }
  });

  test("never let a chip do more than its peak", () => {
    const wild = writeInput(perTask, "cost.training.mfu", {value: 0.9, low: 0.8, high: 1, written: "0.9 (0.8 to 1)"});
    const days = costUncertainty(wild, few)?.get("gpt-5-4")?.trainingDays;
    expect(days?.low).toBeGreaterThan(0);
  });
});

describe("the size of least lifetime compute", () => {
  const {of: _of, ...lifetime} = billion.cost!.lifetime!;
  const withServed = (served: Quantity): Scenario => ({
    ...billion,
    cost: {...billion.cost!, lifetime: {...lifetime, served}}
  });

  test("is Sardana’s for the loss and the tokens served, beside the compute-optimal one", () => {
    const found = costLifetime(billion)!;
    const best = leastLifetimeCompute(besiroglu2024, 1.97797, 7.3e14);
    expect([found.parameters, found.tokens]).toEqual([best.N, best.D]);
    expect(relativeError(found.total, 6 * best.N * best.D + 2 * best.N * 7.3e14)).toBeLessThan(1e-12);
    expect(relativeError(found.optimalParameters, 67.8e9)).toBeLessThan(2e-3);
    expect(found.parameters).toBeLessThan(found.optimalParameters);
    expect(found.saving).toBeGreaterThan(1);
    expect(found.overtraining).toBeGreaterThan(10);
  });

  test("is the compute-optimal one where next to nothing is served", () => {
    const found = costLifetime(withServed(number(1)))!;
    expect(relativeError(found.parameters, found.optimalParameters)).toBeLessThan(1e-8);
    expect(relativeError(found.saving, 1)).toBeLessThan(1e-8);
  });

  test("has an interval where the tokens served have one", () => {
    const {parameters, loss} = lifetimeUncertainty(billion, few)!;
    expect(parameters!.low).toBeLessThan(costLifetime(billion)!.parameters);
    expect(loss!.low).toBe(loss!.high);
  });

  test("is left out where none is asked for", () => {
    expect(costLifetime(perTask)).toBeUndefined();
    expect(lifetimeUncertainty(perTask, few)).toBeUndefined();
  });
});

describe("a change", () => {
  const pays = (scenario: Scenario, id: string) => changesPay(scenario).find(({change}) => change.id === id);

  test("of recipe that changes nothing per task pays at once", () => {
    expect(pays(billion, "recipe")).toMatchObject({breakEven: {kind: "at-once"}, paysAtTasks: true});
  });

  test("to a smaller model pays after the tasks whose saving makes up for its longer training", () => {
    const [large, small] = ["optimal", "maverick"].map((id) => setupOf(billion, id).numbers);
    const {breakEven} = pays(billion, "smaller")!;
    const tasks = (small!.trainingDollars - large!.trainingDollars) / (large!.servingDollars - small!.servingDollars);
    expect(breakEven?.kind).toBe("after");
    expect(breakEven !== undefined && "tasks" in breakEven && relativeError(breakEven.tasks, tasks)).toBeLessThan(
      1e-12
    );
  });

  test("by a penalty costs no second training: only what it costs once", () => {
    expect(pays(billion, "penalty")).toMatchObject({before: {fixed: 0}, after: {fixed: 1e6}});
    const dear = pays(writeInput(billion, "cost.changes.penalty.once", number(1e12)), "penalty");
    expect(dear?.paysAtTasks).toBe(false);
  });

  test("of a model whose compute is not told has no break-even", () => {
    const models = perTask.models.map((model) => (model.id === "gpt-5-4" ? {...model, compute: undefined} : model));
    const changes = [{id: "c", name: "C", kind: "recipe" as const, from: "llama-4-maverick", to: "gpt-5-4"}];
    const scenario = {...perTask, models, cost: {...perTask.cost!, changes}} as Scenario;
    expect(pays(scenario, "c")?.breakEven).toBeUndefined();
    expect(changesUncertainty(scenario, few).size).toBe(0);
  });

  test("is sure to the share of draws in which it pays", () => {
    const drawn = changesUncertainty(billion, few);
    const {kinds, pays: share, tasks} = drawn.get("penalty")!;
    expect(kinds.after).toBe(1);
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(1);
    expect(tasks!.low).toBeLessThan(tasks!.high);
    expect(drawn.get("recipe")?.tasks).toBeUndefined();
  });
});

test("a loss that no compute reaches has no cost of training, and no error", () => {
  const scenario = writeInput(billion, "models.new-at-maverick-level.score.loss", number(1.5));
  const found = costs(scenario)?.setups.find(({setup: {model}}) => model === "new-at-maverick-level");
  expect(found?.numbers).toMatchObject({compute: NaN, trainingDollars: NaN, dollars: NaN});
  expect(costUncertainty(scenario, few)).toBeDefined();
});

test("a scenario without costs has none", async () => {
  const muse = await shippedScenario("muse-spark.json");
  expect(costs(muse)).toBeUndefined();
  expect(costUncertainty(muse, few)).toBeUndefined();
  expect(costReport(muse)).toBeUndefined();
  expect(changesPay(muse)).toEqual([]);
});
