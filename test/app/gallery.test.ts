import {readdirSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {searched} from "../../src/app/gallery/cards.ts";
import {shippedScenarios} from "../../src/app/shipped.ts";
import {storySteps} from "../../src/app/story/steps.ts";
import {views} from "../../src/scenario/schema.ts";
import {shippedScenario} from "../simulation/shipped.ts";

test("every scenario that is shipped stands in the one list of them, once", () => {
  const files = readdirSync("scenarios").filter((file) => file.endsWith(".json") && file !== "scenario.schema.json");
  expect(shippedScenarios.map(({file}) => file).sort()).toEqual(files.sort());
});

describe("a search of the gallery", () => {
  test("finds a scenario by every word, in any case and order", () => {
    expect(searched("AGENTS verifier").map(({file}) => file)).toEqual(["contemplating.json"]);
    expect(searched("sardana").map(({file}) => file)).toEqual(["serve-a-billion.json"]);
  });

  test("finds all for nothing, and none for what no scenario says", () => {
    expect(searched("  ")).toHaveLength(shippedScenarios.length);
    expect(searched("agents zebra")).toEqual([]);
  });
});

describe("the story", () => {
  test("has six steps, each with its title, what it tells and what to try", () => {
    expect(storySteps.map(({title}) => title)).toEqual([
      "Maverick’s rung",
      "The 10× claim",
      "Offset or slope",
      "Thinking is not training",
      "Sixteen agents",
      "Does it pay"
    ]);
    for (const {text, tries} of storySteps) {
      expect(text.length).toBeGreaterThan(80);
      expect(tries).toMatch(/\.$/);
      expect(`${text} ${tries}`).not.toMatch(/10x|3x|!| simply /);
    }
  });

  test.each(storySteps)("$title opens a scenario that holds what its view shows", async ({file, view}) => {
    expect(views).toContain(view);
    const scenario = await shippedScenario(file);
    if (view === "thinking" || view === "agents" || view === "cost") expect(scenario[view]).toBeDefined();
    if (view === "claims") expect(scenario.claims.length).toBeGreaterThan(0);
  });
});
