import type {ClaimMark, SpanMark} from "../chart/figure.ts";
import type {Claim, Scenario} from "../scenario/schema.ts";
import {atBaseline} from "../simulation/ladder.ts";
import type {ClaimPlace, Ladder} from "../simulation/ladder.ts";
import {runCurve} from "../simulation/solve.ts";
import {claimWords, plain, possessive} from "./wording.ts";

/** What a source of a kind is worth, in words. */
const standing: Record<Claim["kind"], string> = {
  measured: "Measured",
  maker: "Stated by its maker",
  estimate: "An estimate",
  paper: "Published",
  derived: "Derived",
  press: "Press only",
  undisclosed: "No number given"
};

const readingWords: Record<Claim["reading"], string> = {
  "equal-score": "at equal score",
  "equal-loss": "at equal loss",
  pretraining: "pretraining",
  "all-training": "all training",
  "serving-cost": "serving cost"
};

/** A claim that is a bound, or is about another metric: a dashed bracket at the rung it is read at. */
function bracket({claim, from, to, score, open}: ClaimPlace, level: number, isOther: boolean): ClaimMark {
  const words = `${claimWords(claim)}, ${possessive(claim.by)} claim`;
  const reading = readingWords[claim.reading];
  return {
    type: "claim",
    id: `claim-${claim.id}`,
    role: "ink",
    x1: open ? to : from,
    x2: level,
    y: score,
    ...(open ? {open: "left" as const} : {}),
    title: plain(words),
    note: plain(isOther ? `${reading}, not this index` : `${reading}; ${standing[claim.kind].toLowerCase()}`),
    shortTitle: plain(`${claimWords(claim)}, ${claim.by}`),
    shortNote: plain(isOther ? "another metric" : reading)
  };
}

/** A claimed span as a target on the subject's own rung. */
function span({claim, from, to, score, met}: ClaimPlace, subject: string, rival: string): SpanMark {
  return {
    type: "span",
    id: `claim-${claim.id}`,
    role: "ink",
    x1: from,
    x2: to,
    y: score,
    title: plain(`“${claimWords(claim)}” less than ${rival}`),
    note: plain(`would put ${subject} here. ${standing[claim.kind]}`),
    shortTitle: plain(claimWords(claim).replace(/× to /, "–")),
    met: met === true
  };
}

/** The marks of a scenario's claims: a target where the claim is about this metric, a dashed bracket where it is not. */
export function claimMarks(
  scenario: Scenario,
  {claims, metric, rival, solution}: Ladder
): readonly (ClaimMark | SpanMark)[] {
  const name = (id: string) => scenario.models.find((model) => model.id === id)?.name ?? id;
  return claims.flatMap((place): readonly (ClaimMark | SpanMark)[] => {
    const {claim, against, open, score, met} = place;
    if (met !== undefined && !open) return against === rival ? [span(place, name(claim.subject), name(against))] : [];
    const rivalRun = solution.models.get(against);
    const level = rivalRun === undefined ? NaN : runCurve(solution, atBaseline(rivalRun)).log10Compute(score);
    return Number.isFinite(level) ? [bracket(place, level, claim.metric !== metric)] : [];
  });
}
