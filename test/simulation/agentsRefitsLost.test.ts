import {expect, test, vi} from "vitest";
import {agentsText} from "../../src/cli/agentsText.ts";
import {refitWords} from "../../src/figures/agentsFitWords.ts";
import type * as agentsFit from "../../src/laws/agentsFit.ts";
import {agents} from "../../src/simulation/agents.ts";
import {agentsRefits} from "../../src/simulation/agentsRefits.ts";
import {shippedScenario} from "./shipped.ts";

vi.mock(import("../../src/laws/agentsFit.ts"), async (original) => {
  const loaded: typeof agentsFit = await original();
  return {...loaded, fitAgents: (...asked) => ({...loaded.fitAgents(...asked), converged: false})};
});

const shipped = await shippedScenario("contemplating.json");

test("where no refit converges no interval is told, and it is said", () => {
  const few = {seed: 7, draws: 3};
  const refits = agentsRefits(shipped.agents!, agents(shipped)!.fit!, ["mean"], few)!;
  expect(refits).toEqual({...few, failed: 3, parameters: {}, score: []});
  expect(refitWords(refits)).toBe("None of 3 refits converged: the fit has no interval.");
  const lines = agentsText({...shipped, uncertainty: few}, true)!.lines;
  expect(lines).toContain("None of 3 refits converged: the fit has no interval.");
  expect(lines.find((line) => line.startsWith("fitted "))).toMatch(/^fitted success of one agent: 0\.\d+$/);
});
