import type {Text} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {Ladder} from "../simulation/ladder.ts";
import type {LadderUncertainty} from "../simulation/uncertainty.ts";
import type {Verdict} from "./verdict.ts";
import {leadingTo, verdictOf} from "./verdict.ts";
import {
  claimWords,
  flop,
  join,
  multiplier,
  multiplierInterval,
  number,
  plain,
  possessive,
  undisclosed,
  inARow
} from "./wording.ts";

/** The sentence above the figure and the line under it. */
export interface Answer {
  /** What it assumes, in full and where space is short. */
  readonly lead: string;
  readonly shortLead: string;
  /** The full one where others read it, who placed nothing. */
  readonly sharedLead: string;
  /** From the subject to the interval: what was computed. */
  readonly body: string;
  readonly verdict: Verdict;
  /** What would have to be true for the claim. */
  readonly condition: Text;
  /** Title and second line of an exported figure. */
  readonly title: string;
  readonly subtitle: Text;
}

/** What was assumed: the slope, and the places where there are any, in the words given. */
function lead(scenario: Scenario, metric: string, places: string | undefined): string {
  const curve = scenario.recipes.find(({id}) => id === scenario.reference)?.curve?.[metric];
  const slope =
    curve !== undefined && "slope" in curve
      ? `With ${number(curve.slope.value)} ${scenario.metrics[metric]?.unit ?? "points"} per tenfold compute`
      : "By the law of the reference recipe";
  return places === undefined ? `${slope},` : `${slope} and ${places},`;
}

/** Where the subject would have to be for a claim of a ratio against the rival to hold. */
function condition(
  scenario: Scenario,
  {claims, rival, metric, subject}: Ladder,
  names: ReadonlyMap<string, string>
): Text {
  const models = [subject, rival].map((id) => scenario.models.find((model) => model.id === id));
  const note = undisclosed(models);
  const place = claims.find(({claim, against}) => claim.metric === metric && against === rival);
  if (place === undefined) {
    const other = claims.find(
      ({claim}) => claim.metric !== metric && rival !== undefined && claim.against.includes(rival)
    );
    return other === undefined
      ? plain(note)
      : plain(
          `“${claimWords(other.claim)}”, ${possessive(other.claim.by)} claim, is about another metric: pretraining compute at one level, not this index. ${note}`.trim()
        );
  }
  const {claim, from, to, open, met} = place;
  const subjectName = names.get(claim.subject) ?? "";
  const rivalName = names.get(claim.against.find((id) => id === rival) ?? "") ?? "";
  const quoted = `“${claimWords(claim)}”`;
  const where = open ? join("at or below ", flop(to)) : join("between ", flop(from), " and ", flop(to));
  return met === true
    ? join(`${quoted} against ${rivalName} holds as placed: it asks for ${subjectName} `, where, ` FLOP. ${note}`)
    : join(
        `For ${quoted} to hold against ${rivalName} as placed, ${subjectName} would have to sit `,
        where,
        ` FLOP. ${note}`
      );
}

/** Why there is no answer: what a scenario of one recipe holds, and what would make it one to compare. */
export function noAnswerWords({recipes, models, runs}: Scenario): string {
  const [only, second] = recipes;
  const [model] = models;
  if (only === undefined || second !== undefined || model === undefined) {
    return "An answer needs a subject and a rival, each with a score on the metric on show and a compute.";
  }
  const held = models.length > 3 ? `${models.length} models` : inARow(models.map(({name}) => `“${name}”`));
  const more =
    runs === undefined
      ? "add a second recipe with a model below"
      : "add a second recipe’s runs in the Fit view, or a second recipe with a model below";
  return `This scenario holds one recipe, “${only.name}”: its law, and on it ${held}. To compare, ${more}: the answer then says which of them needs less compute.`;
}

/**
 * The answer of the ladder view in words, central value first, then its interval, then the verdict.
 *
 * Undefined where there is nobody to compare: no subject or no rival with a score and a compute.
 */
export function answerOf(
  scenario: Scenario,
  ladder: Ladder,
  uncertainty: LadderUncertainty | undefined
): Answer | undefined {
  const {rival, subject, metric} = ladder;
  const comparison = ladder.comparisons.find((item) => item.rival === rival);
  const names = new Map(scenario.models.map(({id, name}) => [id, name]));
  if (comparison === undefined || rival === undefined || subject === undefined) return undefined;
  if (!Number.isFinite(comparison.log10Gain)) return undefined;
  const interval = uncertainty?.comparisons[rival]?.log10Gain;
  const verdict = verdictOf(interval);
  const subjectModel = scenario.models.find(({id}) => id === subject);
  const rivalModel = scenario.models.find(({id}) => id === rival);
  const placed = [subjectModel, rivalModel].some((model) => model?.basis === "placed" && model.solve !== "compute");
  const subjectName = subjectModel?.name ?? "";
  const rivalName = rivalModel?.name ?? "";
  const isSure = interval === undefined || interval.high - interval.low < 1e-3;
  const range = isSure ? "" : ` (90 %: ${multiplierInterval(interval)})`;
  const gain = multiplier(comparison.log10Gain);
  const level =
    scenario.metrics[metric]?.better === "lower" ? `the loss of ${rivalName}` : `${possessive(rivalName)} score`;
  const isSame = gain === "1×" || gain === "1.0×";
  const less = comparison.log10Gain >= 0 ? `with ${gain} less compute` : `with more compute, a gain of ${gain}`;
  const did = `reaches ${level} ${isSame ? `with the same compute, a gain of ${gain}` : less}${range}`;
  // A run that stands for a recipe is called so by its name.
  const who = /recipe/i.test(subjectName) ? subjectName : `${possessive(subjectName)} recipe`;
  return {
    lead: lead(scenario, metric, placed ? "the compute you placed" : undefined),
    shortLead: placed ? "As placed," : "As set,",
    sharedLead: lead(scenario, metric, placed ? "the compute as placed" : undefined),
    body: `${who} ${did}: ${leadingTo(verdict)}`,
    verdict,
    condition: condition(scenario, ladder, names),
    title: `${who} ${verdict.over(rivalName)}`,
    subtitle: plain(`${placed ? "As placed" : "As set"}, it ${did}. ${undisclosed([subjectModel, rivalModel])}`.trim())
  };
}
