import type {Text} from "../chart/figure.ts";
import {inputAt} from "../scenario/inputList.ts";
import {formatFlopInterval} from "../scenario/numberText.ts";
import {pow10} from "../numerics/exp.ts";
import type {Claim, Reading, Scenario} from "../scenario/schema.ts";
import {readings} from "../scenario/readings.ts";
import type {ClaimCase, ClaimDraws, Flip} from "../simulation/claims.ts";
import {computedReadings, gainRead, ratioEnds} from "../simulation/claims.ts";
import type {Interval} from "../simulation/draws.ts";
import {kindNames} from "./evidenceKinds.ts";
import {inputText} from "./sensitivity.ts";
import {claimWords, flop, join, multiplier, multiplierInterval, plain, possessive} from "./wording.ts";

/** The readings of a claim in words, as the switch names them. */
export const readingNames: Readonly<Record<Reading, string>> = {
  "equal-score": "equal score",
  "equal-loss": "equal loss",
  pretraining: "pretraining FLOP",
  "all-training": "all training",
  "serving-cost": "serving cost"
};

/** A model's name; its id where it has gone. */
export const modelName = ({models}: Scenario, id: string): string =>
  models.find((model) => model.id === id)?.name ?? id;

/** Whether a reading is about what a scenario holds. */
export const isComputed = (reading: Reading): boolean => computedReadings.includes(reading);

/** Gains nearer to one another than this, log10, are one. */
const same = 1e-9;

/** The ratio of a claim with who says it: “over 10×”, Meta; its own words first where they say more than the ratio. */
export function claimTitle(claim: Claim): string {
  const ratio = claimWords(claim);
  const words = claim.words.replaceAll(/(\d)x\b/g, "$1×");
  return words === ratio ? `“${ratio}”, ${claim.by}` : `“${words}”, ${claim.by}, read as ${ratio}`;
}

/** Who says a claim and what kind of source it has: “Stated by Meta”. */
export function claimStanding({kind, by}: Claim): string {
  if (kind === "maker") return `Stated by ${by}`;
  const words = kind === "undisclosed" ? "no number given" : kindNames[kind];
  return `Said by ${by}: ${words}`;
}

/** What a claim leaves the subject at the level: `at most 2.2×10²³`, `5.0×10²⁴ to 1.7×10²⁵`; log10 FLOP in. */
function leaves({claim, atMost, atLeast}: ClaimCase): Text {
  if (!Number.isFinite(atMost)) return plain("no number of");
  if (atLeast !== undefined) return join(flop(atLeast), " to ", flop(atMost));
  const {bound} = claim.ratio;
  return join(bound === "over" ? "at most " : bound === "under" ? "at least " : "", flop(atMost));
}

/** What a claim would say under a reading. */
export interface ReadingLine {
  readonly reading: Reading;
  readonly name: string;
  readonly implies: Text;
}

/** What each reading of a claim would imply against one model. */
export function readingLines(scenario: Scenario, found: ClaimCase): readonly ReadingLine[] {
  const {claim, training, log10Gain} = found;
  const [subject, rival] = [modelName(scenario, claim.subject), modelName(scenario, found.against)];
  const level = possessive(modelName(scenario, claim.level ?? claim.subject));
  const isOwn = (claim.level ?? claim.subject) === claim.subject;
  const isApart = Math.abs(log10Gain - training) > same;
  const placed = isApart
    ? `the training gain is ${multiplier(training)} of ${multiplier(log10Gain)}, the rest being kept apart from training`
    : `the training gain is ${multiplier(training)}`;
  const implies: Record<Reading, Text> = {
    "equal-score": join(
      `At ${level} score, with all that is in it, ${subject} would need `,
      leaves(found),
      ` FLOP against ${rival}; as placed the gain is ${multiplier(log10Gain)}.`
    ),
    "equal-loss": join(
      `At the loss of ${level} level, training alone: a run of its recipe would cost `,
      leaves(found),
      ` FLOP against ${rival}; as placed ${placed}.`
    ),
    pretraining: join(
      `Pretraining FLOP at ${level} level and nowhere else: a run of its recipe there would cost `,
      leaves(found),
      ` FLOP against ${rival}; as placed ${placed}.`,
      isOwn ? "" : ` It does not say what ${subject} itself cost.`
    ),
    "all-training": plain(
      `Counts reinforcement learning and the runs before, of ${subject} and of ${rival}. This scenario holds no such compute: it has no number here.`
    ),
    "serving-cost": plain(
      "Is about tokens and prices, not about training: a training gain makes no answer cheaper. This scenario holds no such amounts: it has no number here."
    )
  };
  return readings.map((reading) => ({reading, name: readingNames[reading], implies: implies[reading]}));
}

/** What may be said of a case, each part one of five: holds or not as placed, cannot be told, another metric, no number. */
export function claimVerdict(found: ClaimCase, drawn: ClaimDraws | undefined): string {
  const read = gainRead(found);
  if (!isComputed(found.claim.reading) || Number.isNaN(read)) return "has no number";
  if (!found.isOnMetric) return "is about another metric";
  const {least, most} = ratioEnds(found.claim);
  const holds = read >= least - same && read <= most + same ? "holds as placed" : "does not hold as placed";
  const gain = drawn?.gain;
  return gain !== undefined && gain.low <= 0 && gain.high >= 0 ? `${holds}; cannot be told from no gain` : holds;
}

/** A claim against one model, as a row says it; empty where there is nothing to say. */
export interface CaseRow {
  readonly against: string;
  readonly gain: string;
  readonly range: string;
  readonly implied: Text;
  readonly impliedRange: Text;
  readonly share: string;
  readonly verdict: string;
}

/** A share in whole percent; what is nearly none or all says so. */
function percent(share: number): string {
  if (share > 0 && share < 0.005) return "under 1 %";
  if (share < 1 && share > 0.995) return "over 99 %";
  return `${(100 * share).toFixed(0)} %`;
}

/** Whether an interval is wider than its rounding. */
const isWide = (interval: Interval | undefined): interval is Interval =>
  interval !== undefined && interval.high - interval.low > 1e-3;

function shares({claim, isOnMetric}: ClaimCase, {holds, atLeast}: ClaimDraws): string {
  const {least, most} = ratioEnds(claim);
  const asked = isOnMetric ? "holds in" : "read on this one it would hold in";
  const more =
    Number.isFinite(least) && Number.isFinite(most) ? `, at least ${multiplier(least)} in ${percent(atLeast)}` : "";
  return `${asked} ${percent(holds)} of the draws${more}`;
}

/** A claim against one of its models in words: gain, what it leaves the subject, share of draws, verdict. */
export function caseRow(scenario: Scenario, found: ClaimCase, drawn: ClaimDraws | undefined): CaseRow {
  const against = modelName(scenario, found.against);
  const verdict = claimVerdict(found, drawn);
  if (verdict === "has no number") {
    return {against, gain: "no number", range: "", implied: [], impliedRange: [], share: "", verdict};
  }
  const [gain, atMost] = [drawn?.gain, drawn?.atMost];
  return {
    against,
    gain: multiplier(gainRead(found)),
    range: isWide(gain) ? multiplierInterval(gain) : "",
    implied: leaves(found),
    impliedRange: isWide(atMost)
      ? join(
          found.atLeast === undefined ? "90 %: " : "its upper end, 90 %: ",
          formatFlopInterval(pow10(atMost.low), pow10(atMost.high)).runs
        )
      : [],
    share: drawn === undefined ? "" : shares(found, drawn),
    verdict
  };
}

/** An input and the value at which a verdict turns. */
export interface FlipRow {
  readonly input: string;
  readonly now: Text;
  readonly at: Text;
}

/** A turn in words; an input that sits on its turn says so. */
export const flipRow = (scenario: Scenario, {address, now, at}: Flip): FlipRow => ({
  input: inputAt(scenario, address)?.label ?? address,
  now: inputText(scenario, address, now),
  at:
    at === undefined
      ? plain("no value turns it")
      : Math.abs(at - now) <= 1e-6 * Math.abs(now)
        ? plain("at its value now")
        : inputText(scenario, address, at)
});
