import {expect, test} from "vitest";
import {aboveWords, agentsAnswer, doublingWords} from "../../src/figures/agentsAnswer.ts";
import {agentsFigure} from "../../src/figures/agentsFigure.ts";
import {fitFault, fittedRows, fitWords, numberWords, refitWords} from "../../src/figures/agentsFitWords.ts";
import {agentsFormulas} from "../../src/figures/agentsFormula.ts";
import {agentsPart} from "../../src/figures/agentsPart.ts";
import {confidenceWords} from "../../src/figures/agentsPoints.ts";
import {agentsTableRows} from "../../src/figures/agentsTable.ts";
import {timeMissing} from "../../src/figures/agentsTimeFigure.ts";
import {joiningFinding, timeText} from "../../src/figures/agentsWords.ts";
import {asString} from "../../src/figures/wording.ts";
import {writeInput} from "../../src/scenario/address.ts";
import {chooseJoining, setAgentsPoints, toggleFit} from "../../src/scenario/editAgents.ts";
import {evidenceIndex, loadLedger} from "../../src/scenario/ledger.ts";
import type {Scenario} from "../../src/scenario/schema.ts";
import {agentsAtHand} from "../../src/simulation/agents.ts";
import {fitOfPoints} from "../../src/simulation/agentsFits.ts";
import type {AgentsRefits} from "../../src/simulation/agentsRefits.ts";
import {agentsUncertainty} from "../../src/simulation/agentsUncertainty.ts";
import {shippedScenario} from "../simulation/shipped.ts";

const shipped = await shippedScenario("contemplating.json");
const find = evidenceIndex(shipped, await loadLedger());
const drawn = agentsUncertainty(shipped, {seed: 3, draws: 200});
const of = (scenario: Scenario) => {
  const numbers = agentsAtHand(scenario);
  if (numbers === undefined || scenario.agents === undefined) throw new Error("no agents");
  return {section: scenario.agents, numbers};
};
const set = (scenario: Scenario, address: string, value: number) =>
  writeInput(scenario, address, {value, written: value});
const {section, numbers} = of(shipped);
const vote = chooseJoining(shipped, "vote").scenario;

test("the answer says assumptions, score, interval, gain over one and over one that thinks for as many tokens, and the verdict", () => {
  const {title, body, verdict, condition} = agentsAnswer(section, numbers, drawn);
  expect(asString(body)).toMatch(
    /^As placed, 16 agents solve 58\.0 % of HLE with tools \(90 %: .*\), \+8\.0 points over one \(90 %: .*\)\. Over a single agent that thinks for as many tokens: −0\.5 points \(90 %: −.* to \+.*\), which $/
  );
  expect(title).toBe("16 agents solve 58.0 %; one with as many tokens 58.5 %");
  expect(verdict).toBe("cannot be told from no gain");
  expect(asString(condition)).toMatch(
    /^They write 16× as many tokens as one and take 1\.8× as long: side by side saves/
  );
});

test("a verdict says what it is of: a gain or a loss of the whole 90 % interval", () => {
  const overSingle = (low: number, high: number) =>
    drawn && {...drawn, overSingle: {low, median: low, high, above0: 1}};
  const verdict = (low: number, high: number) => agentsAnswer(section, numbers, overSingle(low, high)).verdict;
  expect(verdict(0.106, 0.3)).toBe("is a gain: the whole 90 % interval lies above 0");
  expect(verdict(-0.3, -0.1)).toBe("is a loss: the whole 90 % interval lies below 0");
});

test("a difference is that of the numbers beside it", () => {
  const tenths = (text: string) => Math.round(10 * parseFloat(text.replace("−", "-")));
  const scenarios = [1, 3, 16, 33].map((count) => of(set(shipped, "agents.count", count)));
  for (const row of scenarios.flatMap(({section: now, numbers: at}) => agentsTableRows(now, at, undefined))) {
    expect(tenths(row.over), `${row.agents} agents`).toBe(tenths(row.score) - tenths(row.single));
  }
});

test("nothing says of the single agent that it thinks as long: it has as many tokens, not as much time", () => {
  const {thinking: _, ...thoughtless} = shipped;
  for (const scenario of [shipped, thoughtless, set(shipped, "agents.count", 2)]) {
    const now = of(scenario);
    const said = [agentsAnswer(now.section, now.numbers, undefined), agentsFigure(now.section, now.numbers, undefined)];
    expect(JSON.stringify(said)).not.toMatch(/thinks? as long/);
  }
});

test("the key shows the law in its colour: slate dashes are the single agent", () => {
  const {key, marks} = agentsFigure(section, numbers, drawn, {find});
  expect(key.find(({text}) => text.startsWith("law of"))).toMatchObject({
    sample: "placed",
    role: marks.find(({id}) => id === "agents")?.role
  });
  expect(marks.find(({id}) => id === "single")?.role).toBe("context");
});

test.each([1, 2, 8, 16, 64])("at %d agents the axis holds every band whole", (count) => {
  const scenario = set(shipped, "agents.count", count);
  const now = of(scenario);
  const {marks, y} = agentsFigure(now.section, now.numbers, agentsUncertainty(scenario, {seed: 3, draws: 100}), {find});
  const ends = marks.flatMap((mark) => (mark.type === "band" ? mark.points.flatMap(({low, high}) => [low, high]) : []));
  expect(Math.min(...ends)).toBeGreaterThanOrEqual(y.domain[0]);
  expect(Math.max(...ends)).toBeLessThanOrEqual(y.domain[1]);
  expect(y.domain[0]).toBeGreaterThanOrEqual(0);
  expect(y.domain[1]).toBeLessThanOrEqual(100);
});

test("intervals of another number of agents are not said of this one", () => {
  const eight = of(set(shipped, "agents.count", 8));
  expect(asString(agentsAnswer(eight.section, eight.numbers, drawn).body)).not.toContain("90 %");
  expect(aboveWords(drawn, 8)).toBe("");
  expect(aboveWords(drawn, 16)).toMatch(/^above 0 in \d+ % of 200 draws$/);
});

test("one agent is answered with what a second would add", () => {
  const one = of(set(shipped, "agents.count", 1));
  expect(asString(agentsAnswer(one.section, one.numbers, undefined).body)).toMatch(
    /^As placed, 1 agent solves 50\.0 % .*; a second agent would add \+5\.7 points$/
  );
});

test("a majority of even chances adds nothing, and is said to", () => {
  const {numbers: voted} = of(vote);
  expect(doublingWords(voted)).toBe(
    "As measured, most of the gain is the first doubling: +6.0 of +8.5 points that 16 agents add, 71 %. The law as set says otherwise: 16 agents add nothing."
  );
  expect(voted.rows[1]?.score).toBeCloseTo(voted.rows[0]?.score ?? NaN, 12);
});

test("where law and points differ on the first doubling, the lead is of the one that says so", () => {
  const refined = of(chooseJoining(shipped, "refine").scenario).numbers;
  expect(doublingWords(refined)).toMatch(
    /^As measured, most of the gain is .*, 71 %\. The law as set says otherwise: \+\d+\.\d of \+\d+\.\d points that 16 agents add, 22 %\.$/
  );
  expect(doublingWords(numbers)).toMatch(
    /^Most of the gain is the first doubling: .* as measured, 71 %; .* by the law, 71 %\.$/
  );
  const late = {first: 0.01, all: 0.1, most: 16, share: 0.1};
  expect(doublingWords({...numbers, measuredDoubling: late})).toMatch(
    /^By the law as set, most of the gain is the first doubling: .* As measured it is not: \+1\.0 of \+10\.0 points that 16 agents add, 10 %\.$/
  );
  expect(doublingWords({...refined, measuredDoubling: late})).toMatch(/^The first doubling: /);
});

test("each way of joining is judged by its own fit: a vote and a joining step cannot, a verifier can", () => {
  const found = new Map(drawn?.joinings?.map((fit) => [fit.kind, fit]));
  expect(found.get("vote")?.largestResidual).toBeGreaterThan(0.03);
  expect(found.get("verifier")?.largestResidual).toBeLessThan(0.007);
  expect([...found.values()].map(({kind, meets}) => [kind, meets])).toEqual([
    ["vote", false],
    ["verifier", true],
    ["refine", false]
  ]);
  const words = [...found.values()].map(joiningFinding);
  expect(words[0]).toMatch(/^cannot explain the points: off by up to 3\.9 points, as two that vote score as one$/);
  expect(words[1]).toMatch(/^can explain the points: off by up to 0\.7 points, within their own uncertainty$/);
});

test("few draws, as while a hand moves, leave the fits out; few points leave nothing to fit", () => {
  expect(agentsUncertainty(shipped, {seed: 3, draws: 100})?.joinings).toBeUndefined();
  const bare = setAgentsPoints(shipped, []).scenario;
  expect(agentsUncertainty(bare, {seed: 3, draws: 120})?.joinings).toEqual([]);
});

test("the figure draws readings of a picture as estimates with whiskers, says that 8 has no value, and holds a handle", () => {
  const {marks, caption, footer} = agentsFigure(section, numbers, drawn, {find});
  const points = marks.flatMap((mark) => (mark.type === "point" ? [mark] : []));
  expect(points.map(({basis}) => basis)).toEqual(["estimate", "estimate", "estimate", "estimate"]);
  expect(points[0]?.detail).toMatch(
    /^1 agent: 50\.0 % of HLE with tools \(49\.0 % to 51\.0 %\); press only, low confidence/
  );
  expect(marks.filter(({type}) => type === "whisker")).toHaveLength(4);
  expect(marks.find(({id}) => id === "undisclosed-0")).toMatchObject({type: "note", title: [{text: "no value for 8"}]});
  expect(caption).toContain("no value for 8 is disclosed");
  expect(footer.join(" ")).toContain("200 draws, seed 3");
  expect(marks.find(({type}) => type === "handle")?.id).toBe("count");
  const law = marks.find(({id}) => id === "agents");
  expect(law?.type === "curve" && law.pieces.map(({trust}) => trust)).toEqual(["placed", "beyond"]);
});

test("where no single agent can be drawn, the figure and the table say why, and no time is drawn without a pace", () => {
  const {thinking: _, ...thoughtless} = shipped;
  const lone = of(thoughtless);
  const figure = agentsFigure(lone.section, lone.numbers, undefined);
  expect(figure.marks.find(({id}) => id === "single")).toBeUndefined();
  expect(figure.marks.find(({id}) => id === "single-missing")?.type).toBe("note");
  expect(figure.caption).toContain("No single agent is drawn beside: the scenario has no thinking section");
  expect(asString(agentsAnswer(lone.section, lone.numbers, undefined).body)).toContain("cannot be drawn");
  expect(agentsTableRows(lone.section, lone.numbers, undefined)[0]).toMatchObject({single: "", over: ""});
  const {pace: __, ...slow} = section;
  expect(timeMissing(slow)).toBe("no pace is disclosed and none is placed");
  const {work: ___, ...idle} = section;
  expect(timeMissing(idle)).toContain("tokens of one agent are not disclosed");
});

test("the table to save has every number of agents, and says what is not disclosed", () => {
  const table = agentsPart.table(shipped, {agents: drawn}) ?? [];
  expect(table).toHaveLength(65);
  expect(table[8]?.slice(0, 5)).toEqual([
    8,
    numbers.rows[7]?.score,
    expect.any(Number),
    expect.any(Number),
    "not disclosed"
  ]);
  expect(new Set(table.map((row) => row.length))).toEqual(new Set([19]));
  const {agents: _, ...without} = shipped;
  expect(agentsPart.table(without, undefined)).toBeUndefined();
  expect(agentsPart.picture(without, undefined, {})).toBeUndefined();
});

test("the formula is that of the way of joining, with today’s numbers and its paper", () => {
  const names = (scenario: Scenario) => {
    const now = of(scenario);
    return agentsFormulas(now.section, now.numbers).map(({name}) => name);
  };
  expect(names(shipped)).toContain("Joining: best of n by a verifier");
  expect(names(vote)).toContain("Joining: a vote");
  expect(names(chooseJoining(shipped, "refine").scenario)).toContain("Joining: refine and aggregate");
  const joined = agentsFormulas(section, numbers).find(({name}) => name.startsWith("Joining"));
  expect(asString(joined?.numbers ?? [])).toMatch(/^t = 0\.95, f = 0\.62: at most 60\.5 %/);
});

test("a fit says how near it comes, and when that says nothing for it", () => {
  const fit = fitOfPoints(section, numbers.law, ["mean", "concentration", "falsePositive"]);
  expect(fit && fitWords(section, fit, 3)).toBe(
    "The fitted law is within 0.7 points of each of the 4 measured scores."
  );
  expect(fit && fitWords(section, {...fit, converged: false}, 4)).toMatch(/says nothing for it\. The search did not/);
  expect(numberWords("concentration", 1e9)).toBe("without bound: all problems alike");
  const refits: AgentsRefits = {
    seed: 7,
    draws: 100,
    failed: 1,
    parameters: {concentration: {low: 0.4, median: 3, high: 1e9}},
    score: [{agents: 2, low: 0.545, median: 0.556, high: 0.563}]
  };
  const rows = fit && fittedRows(numbers.law, fit, ["concentration"], refits);
  expect(rows?.map(({label, interval}) => [label, interval])).toEqual([
    ["likeness of problems", "0.4 to no bound"],
    ["score of 2 agents", "54.5 % to 56.3 %"]
  ]);
  expect(refitWords(refits)).toMatch(/of 100 refits .* 1 of them did not converge and is left out\. .*not of the law/);
  expect(fitFault(section)).toBeUndefined();
  const none = section.fit?.reduce((now, name) => toggleFit(now, name, false).scenario, shipped);
  expect(none?.agents && fitFault(none.agents)).toBe("Choose at least one number that the fit may move.");
  expect(fitFault({...section, points: []})).toBe("There are no points with a score to fit to.");
  expect(fitFault({...section, points: section.points?.slice(0, 1)})).toBe(
    "3 numbers are free and only 1 point has a score: free fewer."
  );
  expect(confidenceWords(section, find)).toContain("low confidence: read off a chart by a third party");
});

test("times read as seconds, minutes and hours", () => {
  expect([2.5, 458, 1200, 9000, NaN].map(timeText)).toEqual(["2.5 s", "458 s", "20 min", "2.5 h", "no number"]);
});
