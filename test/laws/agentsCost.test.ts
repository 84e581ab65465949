import {expect, test} from "vitest";
import {agentsSeconds, agentsTokens, type AgentsWork, type Pace} from "../../src/laws/agentsCost.ts";
import {seededRandom} from "../../src/numerics/random.ts";

const work: AgentsWork = {tokensPerAgent: 10000, promptTokens: 500, tokensHandedOn: 800, joiningTokens: 2000};
const pace: Pace = {tokensPerSecond: 100, secondsToFirstToken: 1, unevenness: 0};

test("agents use tokens in proportion to their number, and what the joining step reads and writes", () => {
  expect(agentsTokens(work, 1)).toEqual({input: 500, output: 10000});
  expect(agentsTokens(work, 4)).toEqual({input: 4 * 500 + 500 + 4 * 800, output: 42000});
  expect(agentsTokens({...work, joiningTokens: 0}, 4)).toEqual({input: 2000, output: 40000});
});

test("agents that take equally long take no longer than one, but for the joining step", () => {
  expect(agentsSeconds(work, pace, 1)).toBe(101);
  expect(agentsSeconds(work, pace, 2)).toBe(101 + 21);
  expect(agentsSeconds(work, pace, 64)).toBe(101 + 21);
  expect(agentsSeconds({...work, joiningTokens: 0}, pace, 64)).toBe(101);
});

test("the more uneven the agents and the more there are, the longer the slowest takes", () => {
  for (const unevenness of [0.1, 0.5, 1]) {
    for (let n = 2; n < 64; ++n) {
      const seconds = agentsSeconds(work, {...pace, unevenness}, n);
      expect(agentsSeconds(work, {...pace, unevenness}, n + 1)).toBeGreaterThan(seconds);
      expect(agentsSeconds(work, {...pace, unevenness: unevenness / 2}, n)).toBeLessThan(seconds);
    }
  }
});

test("the slowest of eight, timed in play, takes what the law says within five standard errors", () => {
  const random = seededRandom(160);
  const unevenness = 0.4;
  const plays = 40000;
  let [sum, squares] = [0, 0];
  for (let i = 0; i < plays; ++i) {
    const slowest = Math.max(...Array.from({length: 8}, () => 1 - unevenness - unevenness * Math.log(random())));
    sum += slowest;
    squares += slowest * slowest;
  }
  const mean = sum / plays;
  const standardError = Math.sqrt((squares / plays - mean * mean) / plays);
  const law = (agentsSeconds({...work, joiningTokens: 0}, {...pace, unevenness}, 8) - 1) / 100;
  expect(Math.abs(mean - law)).toBeLessThan(5 * standardError);
});

test.each([
  [() => agentsTokens(work, 0), "invalid number of agents; not a whole number of at least 1: 0"],
  [() => agentsTokens({...work, tokensPerAgent: -1}, 2), "invalid tokens per agent; not 0 or more and finite: -1"],
  [() => agentsTokens({...work, promptTokens: NaN}, 2), "invalid tokens of the prompt; not 0 or more and finite: NaN"],
  [() => agentsTokens({...work, tokensHandedOn: -2}, 2), "invalid tokens handed on; not 0 or more and finite: -2"],
  [
    () => agentsTokens({...work, joiningTokens: Infinity}, 2),
    "invalid tokens of the joining step; not 0 or more and finite: Infinity"
  ],
  [() => agentsSeconds(work, pace, 1.5), "invalid number of agents; not a whole number of at least 1: 1.5"],
  [
    () => agentsSeconds(work, {...pace, tokensPerSecond: 0}, 2),
    "invalid tokens per second; not positive and finite: 0"
  ],
  [
    () => agentsSeconds(work, {...pace, secondsToFirstToken: -1}, 2),
    "invalid seconds to first token; not 0 or more and finite: -1"
  ],
  [() => agentsSeconds(work, {...pace, unevenness: 1.1}, 2), "invalid unevenness; not in [0, 1]: 1.1"]
])("tokens and seconds of agents refuse what is out of range, %#", (call, message) => {
  expect(call).toThrow(new RangeError(message));
});
