import {describe, expect, test} from "vitest";
import {whatCameFromWhere} from "../../src/figures/pipelineWords.ts";
import {writeInput} from "../../src/scenario/address.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {costReport} from "../../src/simulation/costNumbers.ts";
import {pipeline} from "../../src/simulation/pipeline.ts";
import {pipelineUncertainty} from "../../src/simulation/pipelineUncertainty.ts";
import {relativeError} from "../numerics/relative.ts";
import {shippedScenario} from "./shipped.ts";

const perTask = await shippedScenario("cost-per-task.json");
const billion = await shippedScenario("serve-a-billion.json");
const few = {seed: 7, draws: 400};
const between = (from: string, to: string): Scenario => ({
  ...perTask,
  cost: {...perTask.cost!, pipeline: {from, to}}
});
const ids = perTask.cost!.setups.map(({id}) => id);
const pairs = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => [from, to] as const));

describe("the waterfall", () => {
  test.each(pairs)("from %s to %s multiplies to the whole, in both shares and in total", (from, to) => {
    const {before, after, factors} = pipeline(between(from, to))!;
    const product = (key: "ofServing" | "ofTraining" | "ofTotal") =>
      factors.reduce((whole, factor) => whole * factor[key], 1);
    expect(relativeError(product("ofServing"), after.serving / before.serving)).toBeLessThan(1e-12);
    expect(relativeError(product("ofTraining"), after.training / before.training)).toBeLessThan(1e-9);
    expect(relativeError(product("ofTotal"), after.total / before.total)).toBeLessThan(1e-9);
  });

  test("from Maverick to Muse Spark is 1.8× the tokens written, 0.92× of those read and 4.4× the price", () => {
    const {factors, before, after} = pipeline(perTask)!;
    const own = (name: string) => factors.find((factor) => factor.name === name)!.ofServing;
    const [read, written] = [158.145255 * 0.31, 8.154181 * 0.91];
    expect(relativeError(before.serving, read + written)).toBeLessThan(1e-12);
    expect(relativeError(own("output"), (read + 58.369032 * 0.91) / (read + written))).toBeLessThan(1e-12);
    expect(own("agents")).toBe(1);
    expect(after.serving).toBeCloseTo(414.58, 2);
    expect(relativeError(after.serving / before.serving, 414.58 / 56.45)).toBeLessThan(1e-4);
  });

  test("names the sources of each factor, of both models", () => {
    const evidence = Object.fromEntries(pipeline(perTask)!.factors.map((factor) => [factor.name, factor.evidence]));
    expect(evidence["output"]).toContain("llama-4-maverick-output-tokens");
    expect(evidence["output"]).toContain("muse-spark-output-tokens");
    expect(evidence["price"]).toContain("muse-spark-1-1-price-output");
    expect(evidence["effectiveCompute"]).toContain("muse-spark-compute");
    expect(evidence["gain"]).toEqual(["muse-spark-multiplier-vs-maverick"]);
  });

  test("names the active parameters where both are billed by the hardware", () => {
    expect(pipeline(billion)!.factors.map(({name}) => name)).toContain("parameters");
    expect(pipeline(perTask)!.factors.map(({name}) => name)).toContain("price");
    const price = (value: number) => ({value, written: value});
    const [first, ...others] = billion.cost!.setups;
    const priced = {...first!, bill: "price" as const, inputPrice: price(1), outputPrice: price(4)};
    const {from, to} = {...billion.cost!.pipeline!, from: first!.id};
    const mixed = {...billion, cost: {...billion.cost!, setups: [priced, ...others], pipeline: {from, to}}};
    expect(pipeline(mixed)!.factors.map(({name}) => name)).toContain("price");
  });

  test("is left out where no two setups are named", () => {
    const {pipeline: _, ...cost} = perTask.cost!;
    expect(pipeline({...perTask, cost})).toBeUndefined();
    expect(pipelineUncertainty({...perTask, cost}, few)).toBeUndefined();
  });
});

describe("the training gain", () => {
  const gainOf = (scenario: Scenario) => pipeline(scenario)!.factors.find(({name}) => name === "gain")!;

  test("is no factor of the serving bill, and one over itself of the training", () => {
    for (const gain of [2, 10, 100]) {
      const scenario = writeInput(perTask, "cost.pipeline.gain", {value: gain, written: gain});
      expect(gainOf(scenario).share).toBe("training");
      expect(gainOf(scenario).ofServing).toBe(1);
      expect(relativeError(gainOf(scenario).ofTraining, 1 / gain)).toBeLessThan(1e-12);
      expect(pipeline(scenario)!.after.serving).toBe(pipeline(perTask)!.after.serving);
    }
  });

  test("splits a compute that is given: what it saves, the effective compute asked more", () => {
    const compute = (scenario: Scenario) =>
      pipeline(scenario)!
        .factors.filter(({share}) => share === "training")
        .reduce((product, {ofTraining}) => product * ofTraining, 1);
    const other = writeInput(perTask, "cost.pipeline.gain", {value: 40, written: 40});
    expect(relativeError(compute(other), compute(perTask))).toBeLessThan(1e-12);
    expect(relativeError(compute(perTask), 3e25 / 2.24e24)).toBeLessThan(1e-12);
  });

  test("is the ladder’s where none is stated, and its factor leaves where the ladder has none", () => {
    expect(relativeError(pipeline(billion)!.gain, 10)).toBeLessThan(1e-6);
    const models = perTask.models.map((model) => (model.id === "gpt-5-4" ? {...model, score: {}} : model));
    const {factors, gain} = pipeline({...between("llama-4-maverick", "gpt-5-4"), models})!;
    expect(gain).toBeNaN();
    expect(factors.map(({name}) => name)).toEqual(["output", "input", "agents", "price", "compute"]);
  });

  test("matters less to a task the more tasks are served", () => {
    const at = (tasks: number) => gainOf(writeInput(perTask, "cost.tasks", {value: tasks, written: tasks})).ofTotal;
    expect(at(1e3)).toBeLessThan(at(1e6));
    expect(at(1e6)).toBeLessThan(at(1e9));
    expect(at(1e12)).toBeCloseTo(1, 4);
  });
});

describe("intervals of the waterfall", () => {
  test("are the same for the same seed, and hold the central factors", () => {
    const drawn = pipelineUncertainty(perTask, few)!;
    expect(pipelineUncertainty(perTask, few)).toEqual(drawn);
    const {ofServing} = pipeline(perTask)!.factors.find(({name}) => name === "price")!;
    const {own, ofTotal} = drawn.factors.price!;
    expect(own!.low).toBeLessThan(ofServing);
    expect(own!.high).toBeGreaterThan(ofServing);
    expect(ofTotal).toBeDefined();
    expect(drawn.factors.output!.own!.low).toBe(drawn.factors.output!.own!.high);
  });
});

describe("what came from where", () => {
  const words = (scenario: Scenario) => {
    const asked = {...scenario, uncertainty: few};
    return whatCameFromWhere(asked, costReport(asked)!);
  };

  test("is said for the serving bill, for the training, and of the training gain", () => {
    const {serving, training, gain} = words(perTask)!;
    expect(serving).toMatch(
      /^From Llama 4 Maverick to Muse Spark the serving bill of a task is 7\.3× \(90 %: .*\) as large: tokens written 1\.8×, tokens read 0\.92×, price per token 4\.4×/
    );
    expect(training).toMatch(
      /^Its share of the training is 13× .*, training gain 0\.1× or less\. Serving and training together are .*, the compute of Muse Spark as placed\.$/
    );
    expect(gain).toBe(
      "The training gain of over 10× stands in the training share alone, which is 13 % of the cost of a task of Muse Spark, and is no factor of the serving bill."
    );
  });

  test("puts a number on what the training would come to without the gain, at the compute that is set", () => {
    expect(words(perTask)!.without).toBe(
      "The compute of Muse Spark is held as set: without the gain, as much effective compute would put over $637.10 of training on a task, not $63.71."
    );
    expect(words(between("llama-4-maverick", "gpt-5-4"))!.without).toContain("without the gain");
  });

  test("tells how long a task takes where a pace is set, and of whom none is", () => {
    expect(words(perTask)!.seconds).toBe(
      "How long a task takes is not told: no pace is set for Llama 4 Maverick and Muse Spark."
    );
    const paced = ["llama-4-maverick", "muse-spark"].reduce(
      (scenario, id) => writeInput(scenario, `cost.setups.${id}.pace`, {value: 100, written: 100}),
      perTask
    );
    expect(words(paced)!.seconds).toBe("A task takes 584,000 s in place of 81,500 s, 7.2× as long.");
    expect(words(billion)!.seconds).toBe("A task takes as long: 8.83 s.");
  });

  test("says so where there is no gain to tell", () => {
    const models = perTask.models.map((model) => (model.id === "gpt-5-4" ? {...model, score: {}} : model));
    expect(words({...between("llama-4-maverick", "gpt-5-4"), models})?.gain).toMatch(
      /^The training gain has no number here; it would stand in the training share alone, which is .*, and is no factor of the serving bill\.$/
    );
  });

  test("says so where the training has no number", () => {
    const models = perTask.models.map((model) => (model.id === "gpt-5-4" ? {...model, compute: undefined} : model));
    const scenario = {...between("llama-4-maverick", "gpt-5-4"), models} as Scenario;
    expect(words(scenario)?.gain).toContain("what training adds to a task has no number");
  });

  test("is left out where no two setups are named", () => {
    const {pipeline: _, ...cost} = perTask.cost!;
    expect(words({...perTask, cost})).toBeUndefined();
  });
});
