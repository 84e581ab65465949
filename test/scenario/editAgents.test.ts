import {expect, test} from "vitest";
import {writeInput} from "../../src/scenario/address.ts";
import {chooseJoining, chooseWrongAnswers, setAgentsPoints, toggleFit} from "../../src/scenario/editAgents.ts";
import {agentsPointsText, readAgentsPoints} from "../../src/scenario/readAgentsPoints.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {sectionFault} from "../../src/scenario/sectionFault.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const shipped = await shippedScenario("contemplating.json");
const set = (scenario: Scenario, address: string, value: number) =>
  writeInput(scenario, address, {value, written: value});
const messages = (text: string) => readAgentsPoints(text).problems.map(({line, message}) => `${line}: ${message}`);

test("another way of joining keeps all other numbers, draws among ties, and frees no number that it has not", () => {
  const {scenario} = chooseJoining(shipped, "vote");
  expect(scenario.agents).toEqual({
    ...shipped.agents,
    joining: {kind: "vote", ties: "drawn"},
    fit: ["mean", "concentration"]
  });
  expect(sectionFault(shipped, scenario)).toBeUndefined();
  const back = chooseJoining(scenario, "verifier", [shipped.agents!.joining]).scenario;
  expect(back.agents?.joining).toEqual(shipped.agents?.joining);
  expect(chooseWrongAnswers(scenario, "never agree").scenario.agents?.joining).toMatchObject({
    wrongAnswers: "never agree"
  });
  expect(toggleFit(scenario, "repeat", true).scenario.agents?.fit).toEqual(["mean", "concentration", "repeat"]);
});

test("points are read back as they are written, and keep their evidence", () => {
  const points = shipped.agents?.points ?? [];
  const read = readAgentsPoints(agentsPointsText(points));
  expect(read.problems).toEqual([]);
  expect(setAgentsPoints(shipped, read.points).scenario.agents?.points).toEqual(points);
});

test("points are read with heads, percent, blanks and decimal commas", () => {
  const values = (text: string) => readAgentsPoints(text).points.map(({agents, score}) => [agents, score?.value]);
  const seen = [
    [1, 0.505],
    [2, 0.56]
  ];
  for (const text of [
    "1, 0.505\n2, 0.56",
    "n, score\n1, 50.5 %\n2, 56%",
    "1 50,5\n2 56",
    "1\t0,505\n2\t0,56",
    "1;50,5\n2;56",
    "# mine\n1, 50.5\n\n2, 56"
  ]) {
    expect(values(text), text).toEqual(seen);
  }
  expect(readAgentsPoints("1 50\n2 56").isPercent).toBe(true);
});

test("a line that cannot be used is named, with what is accepted", () => {
  expect(messages("0, 0.3\n2.5, 0.3\n65, 0.3\n, 0.3")).toEqual([
    "1: Agents must be a whole number from 1 to 64, got 0",
    "2: Agents must be a whole number from 1 to 64, got 2.5",
    "3: Agents must be a whole number from 1 to 64, got 65",
    "4: Agents must be a whole number from 1 to 64, got nothing"
  ]);
  expect(messages("2, high\n2, 120%\n2, 0.5, 0.4\n2, 0.5, 0.6, 0.7\n2, .5, .4, .6, .7")).toEqual([
    "1: The score must be a share or in percent, got high",
    "2: The score must be from 0 to 1, or 0% to 100%, got 120%",
    "3: An interval has two ends: agents, score, low, high",
    "4: The score must lie within its interval, got 0.5, 0.6 to 0.7",
    "5: A line holds agents, score, low and high, got 5 numbers"
  ]);
  expect(messages("1, 0.5\n".repeat(65))).toEqual([
    "65: 64 points are read at most: this line and those below are left out"
  ]);
});

test("fewer points free fewer numbers, and none are removed", () => {
  const {scenario} = setAgentsPoints(shipped, readAgentsPoints("1, 0.5\n2, 0.56").points);
  expect(scenario.agents?.fit).toEqual(["mean", "concentration"]);
  expect(sectionFault(shipped, scenario)).toBeUndefined();
  const none = setAgentsPoints(shipped, []).scenario;
  expect(none.agents?.points).toBeUndefined();
  expect(none.agents?.fit).toBeUndefined();
});

test("a number that no longer fits the section is refused with its sentence", () => {
  expect(sectionFault(shipped, set(shipped, "agents.count", 2.5))).toBe(
    "must be a whole number of agents from 1 to 64, got 2.5"
  );
  expect(sectionFault(shipped, set(shipped, "agents.success.mean", 1))).toMatch(
    /^must lie between 0 and 1, both excluded/
  );
  expect(sectionFault(shipped, set(shipped, "agents.count", 15))).toBeUndefined();
  const untied: Scenario = {
    ...shipped,
    agents: {...shipped.agents!, count: {value: 15, written: 15}, joining: {kind: "vote"}, fit: ["mean"]}
  };
  expect(sectionFault(untied, set(untied, "agents.count", 16))).toMatch(/^lets 16 agents split evenly/);
});
