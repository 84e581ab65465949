import type {Text} from "../chart/figure.ts";
import type {Reinforcement, Scenario} from "../scenario/schema.ts";
import {reinforcement} from "../simulation/reinforcement.ts";
import type {ReinforcementNumbers} from "../simulation/reinforcement.ts";
import type {ReinforcementUncertainty} from "../simulation/reinforcementUncertainty.ts";
import {isFitted} from "../simulation/reinforcementFit.ts";
import {amountSet, amountText, inBrackets, percent, pointsOf} from "./reinforcementNumbers.ts";
import {plain} from "./wording.ts";

/** The answer of the view in words. */
export interface ReinforcementAnswer {
  readonly body: Text;
  /** The verdict on “log-linear” at the compute of now. */
  readonly verdict: string;
  readonly condition: Text;
  /** At most 64 characters. */
  readonly title: string;
}

/** “As placed” where nobody disclosed the numbers. */
export const asBasis: Readonly<Record<NonNullable<Reinforcement["basis"]>, string>> = {
  placed: "As placed",
  estimate: "As estimated",
  known: "As measured"
};

export const basisOf = ({basis = "placed"}: Reinforcement) => basis;

/** How sure the numbers of the law are, in the words of a sentence’s beginning: a fit is fitted, whatever it replaced. */
const asWords = (section: Reinforcement): string => (isFitted(section) ? "As fitted" : asBasis[basisOf(section)]);

/** What is scored, inside a sentence. */
export const measureOf = ({measure = "Score on training problems"}: Reinforcement): string =>
  measure.charAt(0).toLowerCase() + measure.slice(1);

type Place = "before" | "inside" | "beyond" | "nowhere";

/** Where the compute of now lies against the stretch on which sigmoid and line are as good as one. */
export function placeOf({parting, at}: ReinforcementNumbers): Place {
  if (parting === undefined) return "nowhere";
  if (at.compute < parting.low) return "before";
  return at.compute > parting.high ? "beyond" : "inside";
}

const verdicts: Readonly<Record<Place, string>> = {
  before: "does not hold yet",
  inside: "holds",
  beyond: "does not hold any more",
  nowhere: "has nothing to hold of: training adds nothing"
};

/** The answer: what so much training brings, and where “log-linear” ends. */
export function reinforcementAnswer(
  section: Reinforcement,
  numbers: ReinforcementNumbers,
  drawn: ReinforcementUncertainty | undefined
): ReinforcementAnswer {
  const {at, parting, tolerance, lineEnds} = numbers;
  const {unit} = section;
  const as = asWords(section);
  const verdict = `${verdicts[placeOf(numbers)]}${isFitted(section) ? " as fitted" : basisOf(section) === "placed" ? " as placed" : ""}`;
  const score = `${as}, ${amountSet(at.compute, unit)} bring a ${measureOf(section)} of ${percent(at.score)}${inBrackets(drawn?.at, percent)}`;
  if (parting === undefined || lineEnds === undefined) {
    return {
      body: plain(`${score}. A log-linear line `),
      verdict,
      condition: plain("Score before training and ceiling are one: there is no rise for a line to follow."),
      title: "Reinforcement learning that adds nothing"
    };
  }
  const points = `${Number((100 * tolerance).toPrecision(2))} ${tolerance === 0.01 ? "point" : "points"}`;
  const amount = (value: number) => amountText(value);
  const stretch = `${amount(parting.low)} to ${amount(parting.high)} ${unit}`;
  return {
    body: plain(`${score}. A log-linear line is within ${points} from ${stretch}: at ${amountText(at.compute, 3)} it `),
    verdict,
    condition: plain(
      `The line passes the ceiling of ${percent(section.law.ceiling.value)} at ${amount(lineEnds)} ${unit}${inBrackets(drawn?.lineEnds, amount)}: growth that is log-linear has to end before. For it to go on, the ceiling would have to be higher or the rise less steep.`
    ),
    title: `Log-linear from ${stretch}, a sigmoid in all`.slice(0, 64)
  };
}

/** What training does to reliability and diversity, in sentences; undefined where the section does not say. */
export function passWords(
  section: Reinforcement,
  numbers: ReinforcementNumbers,
  drawn: ReinforcementUncertainty | undefined
): readonly string[] | undefined {
  const {passes, at} = numbers;
  if (passes?.now === undefined) return undefined;
  const {k, before, now} = passes;
  const rise = (to: number, from: number) => (to > from ? "rises" : to < from ? "falls" : "stays");
  const fromTo = (from: number, to: number, word: (value: number) => string) => `from ${word(from)} to ${word(to)}`;
  const reliable =
    `At ${amountSet(at.compute, section.unit)} pass@1 ${rise(now.pass1, before.pass1)} ${fromTo(before.pass1, now.pass1, percent)}${inBrackets(drawn?.now?.pass1, percent)} ` +
    `and pass@${k} ${rise(now.passK, before.passK)} ${fromTo(before.passK, now.passK, percent)}${inBrackets(drawn?.now?.passK, percent)}.`;
  const diverse = `What ${k} samples add ${rise(now.advantage, before.advantage)} ${fromTo(before.advantage, now.advantage, pointsOf)}${inBrackets(drawn?.now?.advantage, pointsOf)}.`;
  return [`${passVerdict(numbers)} ${reliable}`, diverse, overtakenWords(section, numbers)];
}

/** What “more reliable without less diverse” comes to at the compute of now, in a sentence; "" where it is not asked. */
export function passVerdict({passes}: ReinforcementNumbers): string {
  if (passes?.now === undefined) return "";
  const {before, now, k, overtakenNow = Infinity} = passes;
  if (now.pass1 <= before.pass1) return "Training makes no problem more reliable here.";
  if (now.passK <= before.passK) return `More reliable, and less diverse: pass@${k} does not rise with it.`;
  if (overtakenNow < Infinity) {
    return `More reliable, and at ${k} samples not less diverse; at very many samples it is less diverse.`;
  }
  return "More reliable without less diverse, however many the samples.";
}

/** From how many samples on the model before training is ahead: of the one now and of the one trained without end. */
export function overtakenWords({unit}: Reinforcement, {passes, at}: ReinforcementNumbers): string {
  const {overtakenNow = Infinity, overtakenAt = Infinity} = passes ?? {};
  const never = "however many the samples";
  const sharpness = "sharpness of 1 or less";
  const now = amountSet(at.compute, unit);
  if (overtakenNow === Infinity && overtakenAt === Infinity) {
    return `The model before training is never ahead, ${never}: so it is at any ${sharpness}.`;
  }
  const from = (samples: number) =>
    samples === Infinity ? `never, ${never}` : `from ${amountText(samples)} samples on`;
  return `The model before training is ahead of that after ${now} ${from(overtakenNow)}, of that after training without end ${from(overtakenAt)}; at a ${sharpness} it never is.`;
}

/** What the second panel assumes, which nobody published. */
export const passAssumption =
  "Assumed: pass@1 makes its way as the sigmoid does, and sharpness grows with the sigmoid’s progress p as sharpness^p. Meta gives neither steps nor values.";

/** The numbers of the view and their words at once, for what shows both. */
export function reinforcementReport(scenario: Scenario, drawn: ReinforcementUncertainty | undefined) {
  const {reinforcement: section} = scenario;
  const numbers = reinforcement(scenario);
  if (section === undefined || numbers === undefined) return undefined;
  return {section, numbers, answer: reinforcementAnswer(section, numbers, drawn)};
}
