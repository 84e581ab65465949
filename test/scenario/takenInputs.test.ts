import {expect, test} from "vitest";
import {headlineOfView, inputsOfView, sectionEvidenceIds} from "../../src/scenario/viewInputs.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const contemplating = await shippedScenario("contemplating.json");
const compression = await shippedScenario("thought-compression.json");
const addresses = (inputs: readonly {readonly address: string}[]) => inputs.map(({address}) => address);

test("the sliders of the costs are those named, of their own section and of the one that is taken from", () => {
  expect(addresses(headlineOfView(contemplating, "cost"))).toEqual(contemplating.view.headline);
  expect(addresses(headlineOfView(contemplating, "agents"))).not.toContain("cost.tasks");
});

test("where all named are of the section that is taken from, the usual ones of the costs stand behind them", () => {
  const shown = addresses(headlineOfView(compression, "cost"));
  expect(shown).toHaveLength(6);
  expect(shown[0]).toBe("thinking.penalties.lambda.perToken");
  expect(shown.at(-1)).toBe("cost.tasks");
  // The path of training is no part of what a setup takes.
  expect(shown).not.toContain("thinking.path.progress");
});

test("what moves the work that is taken moves the costs, and stands in their list", () => {
  const all = addresses(inputsOfView(contemplating, "cost"));
  expect(all).toEqual(expect.arrayContaining(["agents.work.joining", "agents.pace.firstToken", "thinking.limit"]));
  expect(addresses(inputsOfView(compression, "cost"))).not.toContain("thinking.index.slope");
  const {cost: _, ...without} = contemplating;
  const own = {...contemplating, cost: {...contemplating.cost!, setups: contemplating.cost!.setups.slice(0, 1)}};
  expect(addresses(inputsOfView(own, "cost"))).not.toContain("thinking.limit");
  expect(addresses(inputsOfView(without, "cost"))).not.toContain("agents.count");
});

test("the sources of what is taken stand in the list of the costs", () => {
  expect(sectionEvidenceIds(contemplating, "cost")).toContain("contemplating-latency");
  expect(sectionEvidenceIds(contemplating, "cost")).toContain("muse-spark-1-1-price-output");
});
