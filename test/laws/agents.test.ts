import {expect, test} from "vitest";
import {
  agentsCurve,
  agentsScore,
  effectiveAgents,
  refineScore,
  type AgentsLaw,
  type Joining
} from "../../src/laws/agents.ts";
import {voteCredit} from "../../src/laws/rivals.ts";
import {meanSuccess, passAtK, type Success} from "../../src/laws/sampling.ts";
import {verifierSelectOver} from "../../src/laws/verifier.ts";
import {majorityVoteOver, pluralityVoteOver} from "../../src/laws/vote.ts";
import {seededRandom, type Random} from "../../src/numerics/random.ts";
import {relativeError} from "../numerics/relative.ts";
import {between, forCases} from "./cases.ts";

const randomSuccess = (random: Random): Success => ({a: between(random, 0.1, 10), b: between(random, 0.1, 10)});

const joinings: readonly Joining[] = [
  {kind: "vote", wrongAnswers: 1},
  {kind: "vote", wrongAnswers: 4},
  {kind: "vote", wrongAnswers: Infinity},
  {kind: "verifier", truePositive: 0.9, falsePositive: 0.2},
  {kind: "refine", insight: 0.6}
];

test.each(joinings)("agents joined by %o score as one where there is one, and where all repeat", (joining) => {
  forCases(130, 30, (random, label) => {
    const success = randomSuccess(random);
    const one = meanSuccess(success);
    expect(relativeError(agentsScore({success, repeat: random(), joining}, 1), one), label).toBeLessThan(1e-12);
    for (const n of [2, 7, 64]) {
      expect(relativeError(agentsScore({success, repeat: 1, joining}, n), one), label).toBeLessThan(1e-12);
    }
  });
});

test.each(joinings)("agentsCurve of agents joined by %o is agentsScore of each number", (joining) => {
  const law = {success: {a: 0.7, b: 1.1}, repeat: 0.35, joining};
  const curve = agentsCurve(law);
  expect(curve).toHaveLength(64);
  for (const n of [1, 2, 5, 16, 33, 64]) {
    expect(relativeError(agentsScore(law, n), curve[n - 1]!)).toBeLessThan(1e-12);
  }
});

test("agents that never repeat score as independent samples do", () => {
  forCases(131, 40, (random, label) => {
    const success = randomSuccess(random);
    const n = 1 + Math.floor(24 * random());
    const score = (joining: Joining) => agentsScore({success, repeat: 0, joining}, n);
    const majority = majorityVoteOver(success, n);
    expect(relativeError(score({kind: "vote", wrongAnswers: 1}), majority), label).toBeLessThan(1e-11);
    for (const m of [2, 5]) {
      const plurality = pluralityVoteOver(success, new Array<number>(m).fill(1), n);
      expect(relativeError(score({kind: "vote", wrongAnswers: m}), plurality), label).toBeLessThan(1e-11);
    }
    const verifier = {truePositive: random(), falsePositive: random()};
    const selected = verifierSelectOver(success, n, verifier)[n - 1]!;
    expect(relativeError(score({kind: "verifier", ...verifier}), selected), label).toBeLessThan(1e-13);
    expect(relativeError(score({kind: "refine", insight: 1}), passAtK(success, n)), label).toBeLessThan(1e-11);
  });
});

test("two agents that vote are no better than one, however they repeat", () => {
  forCases(132, 60, (random, label) => {
    const success = randomSuccess(random);
    for (const wrongAnswers of [1, 3, 50, Infinity]) {
      const score = agentsScore({success, repeat: random(), joining: {kind: "vote", wrongAnswers}}, 2);
      expect(relativeError(score, meanSuccess(success)), label).toBeLessThan(1e-12);
    }
  });
});

test("the more agents repeat, the less a verifier or a joining step adds, and the less a vote of unlike wrong answers", () => {
  forCases(133, 40, (random, label) => {
    const success = randomSuccess(random);
    const n = 3 + Math.floor(20 * random());
    for (const joining of joinings.slice(2)) {
      const scores = [0, 0.25, 0.5, 0.75, 1].map((repeat) => agentsScore({success, repeat, joining}, n));
      for (let i = 1; i < scores.length; ++i) {
        expect(scores[i]! - scores[i - 1]!, `${label}, ${joining.kind}`).toBeLessThan(1e-12);
      }
    }
  });
});

test("more agents never do worse by a verifier that accepts right answers more often, or by insight, up to the sure bound", () => {
  forCases(134, 40, (random, label) => {
    const success = randomSuccess(random);
    const [falsePositive, truePositive] = [random(), random()].toSorted((a, b) => a - b) as [number, number];
    for (const joining of [
      {kind: "verifier", truePositive, falsePositive},
      {kind: "refine", insight: random()}
    ] as const) {
      const curve = agentsCurve({success, repeat: random(), joining});
      for (let n = 1; n < 64; ++n) {
        expect(curve[n]! - curve[n - 1]!, `${label}, ${joining.kind}, ${n + 1} agents`).toBeGreaterThan(-1e-12);
        expect(curve[n]!, label).toBeLessThanOrEqual(passAtK(success, n + 1) + 1e-12);
      }
    }
  });
});

test("many wrong answers near the vote where wrong attempts never agree", () => {
  const score = (wrongAnswers: number) =>
    agentsScore({success: {a: 0.5, b: 2}, repeat: 0.2, joining: {kind: "vote", wrongAnswers}}, 9);
  const gaps = [1, 10, 100, 1000].map((m) => score(Infinity) - score(m));
  expect(gaps).toEqual(gaps.toSorted((a, b) => b - a));
  expect(gaps.at(-1)).toBeLessThan(2e-3);
  expect(gaps.at(-1)).toBeGreaterThan(0);
});

test("a vote’s credits of the wrong answers and the right one sum to 1 over every split of fresh votes", () => {
  // With repeats on one of two wrong answers and fresh votes even: by symmetry of names, count all leads by hand.
  const credit = voteCredit(2, 20);
  for (let right = 0; right <= 8; ++right) {
    for (let fresh = 0; fresh <= 6; ++fresh) {
      for (let repeats = 0; repeats <= 6; ++repeats) {
        let expected = 0;
        for (let mask = 0; mask < 2 ** fresh; ++mask) {
          const first = repeats + mask.toString(2).replaceAll("0", "").length;
          const second = fresh + repeats - first;
          const most = Math.max(right, first, second);
          const leaders = [right, first, second].filter((votes) => votes === most).length;
          if (right === most && right > 0) expected += 1 / leaders / 2 ** fresh;
        }
        expect(Math.abs(credit(right, fresh, repeats) - expected), `${right}, ${fresh}, ${repeats}`).toBeLessThan(
          1e-13
        );
      }
    }
  }
});

test("refineScore is pass@1 without insight, pass@n with full insight, and rises with insight", () => {
  forCases(135, 100, (random, label) => {
    const success = randomSuccess(random);
    const n = 2 + Math.floor(30 * random());
    expect(relativeError(refineScore(success, n, 0), meanSuccess(success)), label).toBeLessThan(1e-12);
    expect(relativeError(refineScore(success, n, 1), passAtK(success, n)), label).toBeLessThan(1e-12);
    const insight = 0.9 * random();
    expect(refineScore(success, n, insight + 0.1), label).toBeGreaterThan(refineScore(success, n, insight));
  });
});

test("sixteen voters of correlation 0.3 are worth 2.90909, any number at most 1 / r, and independent ones themselves", () => {
  expect(effectiveAgents(16, 0.3)).toBeCloseTo(2.90909, 5);
  expect(effectiveAgents(1e9, 0.3)).toBeCloseTo(1 / 0.3, 6);
  expect([effectiveAgents(16, 0), effectiveAgents(16, 1), effectiveAgents(1, 0.7)]).toEqual([16, 1, 1]);
});

/** A draw from Beta(a, b) for a, b up to 1, after Jöhnk. */
function drawBeta(random: Random, {a, b}: Success): number {
  for (;;) {
    const [x, y] = [random() ** (1 / a), random() ** (1 / b)];
    if (x + y <= 1 && x + y > 0) return x / (x + y);
  }
}

/** Whether n agents get one problem right, played through; an attempt is −1 where right, else its wrong answer. */
function play(random: Random, {success, repeat, joining}: AgentsLaw, n: number): boolean {
  const p = drawBeta(random, success);
  let singles = 0;
  const attempt = () => {
    if (random() < p) return -1;
    if (joining.kind !== "vote" || joining.wrongAnswers === Infinity) return singles++;
    return Math.floor(joining.wrongAnswers * random());
  };
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const shared = attempt();
  const repeats = Array.from({length: n}, () => random() < repeat).filter(Boolean).length;
  const fresh = Array.from({length: n - repeats}, attempt);
  const different = repeats > 0 ? [shared, ...fresh] : fresh;
  switch (joining.kind) {
    case "vote": {
      const votes = new Map<number, number>();
      for (const answer of fresh) votes.set(answer, (votes.get(answer) ?? 0) + 1);
      if (repeats > 0) votes.set(shared, (votes.get(shared) ?? 0) + repeats);
      const most = Math.max(...votes.values());
      return any([...votes].filter(([, count]) => count === most))[0] === -1;
    }
    case "verifier": {
      const {truePositive, falsePositive} = joining;
      const accepted = different.filter((answer) => random() < (answer === -1 ? truePositive : falsePositive));
      return any(accepted.length > 0 ? accepted : different) === -1;
    }
    case "refine":
      return different.some((answer) => answer === -1 && random() < joining.insight) || any(different) === -1;
  }
}

test.each(joinings)(
  "agents joined by %o, played through, score as the law says within five standard errors",
  (joining) => {
    const random = seededRandom(20260408, joining.kind);
    const problems = 60000;
    for (const [law, n] of [
      [{success: {a: 0.6, b: 0.9}, repeat: 0.3, joining}, 5],
      [{success: {a: 0.3, b: 0.3}, repeat: 0.6, joining}, 16],
      [{success: {a: 1, b: 1}, repeat: 0.1, joining}, 4]
    ] as const) {
      let solved = 0;
      for (let i = 0; i < problems; ++i) if (play(random, law, n)) ++solved;
      const expected = agentsScore(law, n);
      const standardError = Math.sqrt((expected * (1 - expected)) / problems);
      expect(Math.abs(solved / problems - expected), `seed 20260408, ${n} agents`).toBeLessThan(5 * standardError);
    }
  }
);

const law: AgentsLaw = {success: {a: 1, b: 1}, repeat: 0.5, joining: {kind: "vote", wrongAnswers: 1}};

test.each([
  [() => agentsScore(law, 0), "invalid number of agents; not a whole number from 1 to 64: 0"],
  [() => agentsScore(law, 65), "invalid number of agents; not a whole number from 1 to 64: 65"],
  [() => agentsScore(law, 2.5), "invalid number of agents; not a whole number from 1 to 64: 2.5"],
  [() => agentsCurve(law, 100), "invalid number of agents; not a whole number from 1 to 64: 100"],
  [() => agentsScore({...law, repeat: 1.2}, 4), "invalid chance to repeat rho; not in [0, 1]: 1.2"],
  [() => agentsScore({...law, repeat: -0.2}, 4), "invalid chance to repeat rho; not in [0, 1]: -0.2"],
  [() => agentsScore({...law, success: {a: 0, b: 1}}, 4), "invalid parameter a; not positive and finite: 0"],
  [
    () => agentsScore({...law, joining: {kind: "vote", wrongAnswers: 0}}, 4),
    "invalid number of wrong answers; not a whole number from 1 to 1000: 0"
  ],
  [
    () => agentsScore({...law, joining: {kind: "verifier", truePositive: 2, falsePositive: 0}}, 4),
    "invalid true positive rate; not in [0, 1]: 2"
  ],
  [() => agentsScore({...law, joining: {kind: "refine", insight: NaN}}, 4), "invalid insight; not in [0, 1]: NaN"],
  [() => refineScore({a: 1, b: 1}, 0, 0.5), "invalid number of attempts; not a whole number of at least 1: 0"],
  [() => refineScore({a: 1, b: 1}, 1, 1.5), "invalid insight; not in [0, 1]: 1.5"],
  [() => effectiveAgents(0, 0.5), "invalid number of agents; not a whole number of at least 1: 0"],
  [() => effectiveAgents(2, -0.5), "invalid correlation; not in [0, 1]: -0.5"]
])("agents refuse what is out of range, %#", (call, message) => {
  expect(call).toThrow(new RangeError(message));
});
