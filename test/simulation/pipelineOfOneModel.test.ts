import {expect, test} from "vitest";
import type {Scenario} from "../../src/scenario/schema.ts";
import {pipeline} from "../../src/simulation/pipeline.ts";
import {relativeError} from "../numerics/relative.ts";
import {shippedScenario} from "./shipped.ts";

const contemplating = await shippedScenario("contemplating.json");
const number = (value: number) => ({value, written: value});

/** Two setups of one model that state all of their own work, the second with a change. */
function pairWith(change: object, ofPipeline: object = {}): Scenario {
  const [first, second] = contemplating.cost!.setups.slice(0, 2).map(({takes: _, ...setup}) => ({
    ...setup,
    input: number(500),
    output: number(20_000),
    pace: number(80),
    firstToken: number(2)
  }));
  const setups = [first!, {...second!, ...change}];
  const pair = {from: first!.id, to: second!.id, ...ofPipeline};
  return {...contemplating, cost: {...contemplating.cost!, setups, pipeline: pair}};
}

const factorNames = (scenario: Scenario) => pipeline(scenario)!.factors.map(({name}) => name);

test("two setups of one model run one training, and none of its factors stands between them", () => {
  expect(pipeline(pairWith({}))!.isTrainedOnce).toBe(true);
  expect(factorNames(pairWith({}))).toEqual(["output", "input", "agents", "price"]);
});

test("a training of its own chips and hours, or a gain stated between the two, is another", () => {
  const run = pairWith({chips: number(1000), hours: number(240)});
  expect(pipeline(run)!.isTrainedOnce).toBe(false);
  expect(factorNames(run)).toContain("effectiveCompute");
  const gained = pairWith({}, {gain: number(3)});
  expect(pipeline(gained)!.isTrainedOnce).toBe(false);
  expect(factorNames(gained)).toContain("gain");
});

test("the factors of the seconds multiply to the whole where pace and first token differ", () => {
  const {secondsFactors, seconds} = pipeline(pairWith({pace: number(40), firstToken: number(9), output: number(3e4)}))!;
  expect(secondsFactors.map(({name}) => name)).toEqual(["output", "pace"]);
  const product = secondsFactors.reduce((whole, {value}) => whole * value, 1);
  expect(relativeError(product, seconds.after / seconds.before)).toBeLessThan(1e-12);
  expect([seconds.before, seconds.after]).toEqual([2 + 20_000 / 80, 9 + 30_000 / 40]);
});

test("the sources of a factor are those of its part, and those given for one number alone", () => {
  const ids = {
    output: ["of-output"],
    inputPrice: ["of-price"],
    pace: ["of-pace"],
    latency: ["of-latency"],
    hours: ["of-hours"]
  };
  const found = pipeline(pairWith({pace: number(40), chips: number(1000), hours: number(240), evidence: ids}))!;
  const factors = [...found.factors, ...found.secondsFactors];
  const of = (name: string) => factors.find((factor) => factor.name === name)?.evidence;
  expect(of("output")).toEqual(["of-output"]);
  expect(of("pace")).toEqual(["of-latency", "of-pace"]);
  expect(of("effectiveCompute")).toContain("of-hours");
  // Billed at the prices of the first, whose own these are.
  expect(of("price")).not.toContain("of-price");
});
