import type {Text} from "../chart/figure.ts";
import {inputAt} from "../scenario/inputList.ts";
import type {Claim, Model, Reading, Scenario} from "../scenario/schema.ts";
import {readings} from "../scenario/readings.ts";
import type {ClaimCase, ClaimDraws, Flip} from "../simulation/claims.ts";
import {computedReadings, gainRead, ratioEnds} from "../simulation/claims.ts";
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

const nameOf = ({models}: Scenario, id: string): string => models.find((model) => model.id === id)?.name ?? id;

/** Whether a reading is about what the scenario holds. */
const isComputed = (reading: Reading): boolean => computedReadings.includes(reading);

/** What a claim would say under a reading. */
export interface ReadingLine {
  readonly reading: Reading;
  readonly name: string;
  readonly implies: Text;
}

/** What each reading of a claim would imply against one model. */
export function readingLines(scenario: Scenario, found: ClaimCase): readonly ReadingLine[] {
  const {claim, against, atMost, training, log10Gain} = found;
  const [subject, rival] = [nameOf(scenario, claim.subject), nameOf(scenario, against)];
  const level =
    claim.level === undefined || claim.level === claim.subject
      ? possessive(subject)
      : possessive(nameOf(scenario, claim.level));
  const implies: Record<Reading, Text> = {
    "equal-score": join(
      `At ${level} score, with all that is in it, ${subject} would need at most `,
      flop(atMost),
      ` FLOP; as placed the gain is ${multiplier(log10Gain)}.`
    ),
    "equal-loss": join(
      `At equal loss, training alone: a run of its recipe at ${level} level would cost at most `,
      flop(atMost),
      ` FLOP; as placed the training gain is ${multiplier(training)}.`
    ),
    pretraining: join(
      `Pretraining FLOP at ${level} level and nowhere else: a run of its recipe there would cost at most `,
      flop(atMost),
      ` FLOP. It is no statement about what ${subject} itself cost, nor about serving it.`
    ),
    "all-training": plain(
      `Would count reinforcement learning and every earlier run of ${subject} and of ${rival}. Neither is given here: it has no number.`
    ),
    "serving-cost": plain(
      `Would be about tokens and prices, not about training: a training gain makes no answer cheaper. It has no number here.`
    )
  };
  return readings.map((reading) => ({reading, name: readingNames[reading], implies: implies[reading]}));
}

/** What may be said of a case; never true or false. */
export function claimVerdict(found: ClaimCase, drawn: ClaimDraws | undefined): string {
  const {claim, isOnMetric} = found;
  if (!isComputed(claim.reading)) return "has no number";
  if (!isOnMetric) return "is about another metric";
  const {least, most} = ratioEnds(claim);
  const read = gainRead(found);
  const holds = read >= least && read <= most ? "holds as placed" : "does not hold as placed";
  const gain = drawn?.gain;
  const spans = gain !== undefined && gain.low <= 0 && gain.high >= 0;
  return spans ? `${holds}; the gain cannot be told from no gain` : holds;
}

/** A claim against one model, as a row says it. */
export interface CaseRow {
  readonly against: string;
  readonly gain: string;
  readonly range: string;
  readonly implied: Text;
  readonly share: string;
  readonly verdict: string;
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

export function caseRow(scenario: Scenario, found: ClaimCase, drawn: ClaimDraws | undefined): CaseRow {
  const {claim, against, atMost, atLeast} = found;
  const {least, most} = ratioEnds(claim);
  const computed = isComputed(claim.reading);
  const asked = found.isOnMetric ? "holds in" : "read on this one it would hold in";
  const shares = drawn === undefined || !computed ? "" : `${asked} ${percent(drawn.holds)} of the draws`;
  const more =
    most < Infinity && drawn !== undefined && computed && least < most
      ? `, at least ${multiplier(least)} in ${percent(drawn.atLeast)}`
      : "";
  return {
    against: nameOf(scenario, against),
    gain: computed ? multiplier(gainRead(found)) : "no number",
    range:
      computed && drawn?.gain !== undefined && drawn.gain.high - drawn.gain.low > 1e-3
        ? multiplierInterval(drawn.gain)
        : "",
    implied: atLeast === undefined ? join("at most ", flop(atMost)) : join(flop(atLeast), " to ", flop(atMost)),
    share: `${shares}${more}`,
    verdict: claimVerdict(found, drawn)
  };
}

/** An input and the value at which a verdict turns. */
export interface FlipRow {
  readonly input: string;
  readonly now: Text;
  readonly at: Text;
}

export const flipRow = (scenario: Scenario, {address, now, at}: Flip): FlipRow => ({
  input: inputAt(scenario, address)?.label ?? address,
  now: inputText(scenario, address, now),
  at: at === undefined ? plain("no value turns it") : inputText(scenario, address, at)
});

const isUndisclosed = (model: Model | undefined): boolean =>
  model?.basis === "placed" && model.solve !== "compute" && model.solve !== "score";

/** What must not be got wrong about a claim, from what the scenario says of it. */
export function cautions(
  scenario: Scenario,
  {claim, against, level}: ClaimCase,
  isOnMetric: boolean
): readonly string[] {
  const subject = scenario.models.find(({id}) => id === claim.subject);
  const rivals = claim.against.map((id) => scenario.models.find((model) => model.id === id));
  const name = subject?.name ?? claim.subject;
  const levelName = claim.level === undefined ? undefined : nameOf(scenario, claim.level);
  const lines: string[] = [];
  if (claim.reading === "pretraining") {
    lines.push(
      `It is about pretraining FLOP${levelName === undefined ? "" : ` at ${possessive(levelName)} level`}, read off a law fitted to small models: not about the training bill of ${name} itself, and not about serving it.`
    );
  }
  if (claim.kind === "press") lines.push("It has no primary source: no maker's text gives this number.");
  if (!isOnMetric) lines.push("It is about another metric than the one on show; read on this one it is an exercise.");
  if (isUndisclosed(subject) && rivals.some(isUndisclosed)) {
    lines.push(
      `Near equal scores the gain is mostly the ratio of two computes that nobody disclosed: gain = C of ${nameOf(scenario, against)} / C of ${name} × 10^((difference in score) / points per tenfold).`
    );
  }
  if (!Number.isFinite(level)) lines.push("The level it is read at has no score here.");
  return lines;
}

/** What evidence would settle a claim. */
export function settling(scenario: Scenario, claim: Claim, isOnMetric: boolean): readonly string[] {
  const models = [claim.subject, ...claim.against].map((id) => scenario.models.find((model) => model.id === id));
  const hidden = [...new Set(models.filter(isUndisclosed).map((model) => model?.name ?? ""))];
  return [
    ...(claim.kind === "press" ? ["A primary text with the number, the rivals and the metric."] : []),
    ...(claim.reading === "pretraining"
      ? ["The runs behind the law: their sizes, tokens, losses, the fit and how far it was extended."]
      : []),
    ...(isOnMetric ? [] : ["The name of the metric the ratio was read on, and its axis."]),
    ...hidden.map((name) => `The training compute of ${name}, or its parameters and tokens.`),
    ...(claim.reading === "all-training" ? ["The compute of reinforcement learning and of the runs before."] : []),
    ...(claim.reading === "serving-cost" ? ["Tokens per task and the price or hardware behind them."] : [])
  ];
}

/** A claim's headline: “over 10×”, Meta. */
export const claimTitle = (claim: Claim): string => `“${claimWords(claim)}”, ${claim.by}`;
