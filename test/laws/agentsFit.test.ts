import {expect, test} from "vitest";
import {agentsScore, type AgentsLaw} from "../../src/laws/agents.ts";
import {fitAgents, type AgentsPoint} from "../../src/laws/agentsFit.ts";
import {meanSuccess} from "../../src/laws/sampling.ts";
import {relativeError} from "../numerics/relative.ts";

/** Read off the maker’s chart by a third party, give or take a point: HLE with tools, 1, 2, 4 and 16 agents; no 8. */
const contemplating: readonly AgentsPoint[] = [
  {n: 1, score: 0.5, error: 0.01},
  {n: 2, score: 0.56, error: 0.01},
  {n: 4, score: 0.57, error: 0.01},
  {n: 16, score: 0.585, error: 0.01}
];

const byVerifier: AgentsLaw = {
  success: {a: 0.5, b: 0.5},
  repeat: 0.3,
  joining: {kind: "verifier", truePositive: 0.95, falsePositive: 0.3}
};

test.each<AgentsLaw>([byVerifier, {success: {a: 0.4, b: 0.8}, repeat: 0.2, joining: {kind: "refine", insight: 0.5}}])(
  "fitAgents gives back the law that points came from, %#",
  (law) => {
    const points = [1, 2, 3, 6, 12, 30].map((n) => ({n, score: agentsScore(law, n)}));
    const start = {...law, success: {a: 1, b: 1}};
    const fit = fitAgents(points, start, ["mean", "concentration"]);
    expect(fit.converged).toBe(true);
    expect(relativeError(fit.law.success.a, law.success.a)).toBeLessThan(1e-4);
    expect(relativeError(fit.law.success.b, law.success.b)).toBeLessThan(1e-4);
    expect(fit.largestResidual).toBeLessThan(1e-6);
  }
);

test("a verifier with false positives says all that was read off the chart within the point it may be off", () => {
  const {law, largestResidual, converged} = fitAgents(contemplating, byVerifier, [
    "mean",
    "concentration",
    "falsePositive"
  ]);
  expect(converged).toBe(true);
  expect(largestResidual).toBeLessThan(0.01);
  expect(meanSuccess(law.success)).toBeCloseTo(0.5005, 3);
  expect(law.joining).toHaveProperty("falsePositive", expect.closeTo(0.621, 3));
  const [one, two, sixteen] = [1, 2, 16].map((n) => agentsScore(law, n)) as [number, number, number];
  expect((two - one) / (sixteen - one)).toBeGreaterThan(0.6);
});

test("a point read more surely is met more nearly", () => {
  const off = (error: number) =>
    Math.abs(
      fitAgents(
        contemplating.map((point) => (point.n === 16 ? {...point, error} : point)),
        byVerifier,
        ["mean", "concentration"]
      ).residuals[3] ?? NaN
    );
  expect(off(0.001)).toBeLessThan(0.2 * off(0.01));
  expect(off(0.1)).toBeGreaterThan(off(0.01));
});

test("no vote says it: two voters are as one, and the first doubling was the larger part", () => {
  const joining = {kind: "vote", wrongAnswers: 10} as const;
  const {residuals} = fitAgents(contemplating, {...byVerifier, joining}, ["mean", "concentration", "repeat"]);
  expect(residuals[0]).toBeCloseTo(0.03, 3);
  expect(residuals[1]).toBeCloseTo(-0.03, 3);
});

test("a fit without free numbers is the law given, with what it leaves over", () => {
  const fit = fitAgents(contemplating, byVerifier, []);
  expect(fit.law).toEqual(byVerifier);
  expect(fit.residuals[0]).toBeCloseTo(0, 12);
  expect(fit.residuals[3]).toBeCloseTo(agentsScore(byVerifier, 16) - 0.585, 12);
});

test.each([
  [() => fitAgents([], byVerifier, []), "invalid points; there are none"],
  [
    () => fitAgents([{n: 0, score: 0.5}], byVerifier, []),
    "invalid number of agents; not a whole number from 1 to 64: 0"
  ],
  [() => fitAgents([{n: 1, score: 50}], byVerifier, []), "invalid score; not in [0, 1]: 50"],
  [
    () => fitAgents([{n: 1, score: 0.5, error: 0}], byVerifier, []),
    "invalid error of a point; not positive and finite: 0"
  ],
  [
    () => fitAgents([{n: 1, score: 0.5}], byVerifier, ["mean", "repeat"]),
    "invalid fit; 2 free numbers and only 1 points"
  ],
  [() => fitAgents(contemplating, byVerifier, ["insight"]), "invalid free number; none of a verifier: insight"]
])("fitAgents refuses what it cannot fit, %#", (call, message) => {
  expect(call).toThrow(new RangeError(message));
});
