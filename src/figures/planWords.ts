import type {Text} from "../chart/figure.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {PlanNumbers} from "../simulation/plan.ts";
import type {PlanUncertainty} from "../simulation/planUncertainty.ts";
import {lawNames} from "./lawNames.ts";
import {
  agreementText,
  askedText,
  chanceText,
  countText,
  decadesText,
  flopShort,
  flopText,
  gainsText,
  gainText,
  noiseText,
  rungsShort,
  rungsText,
  shareText
} from "./planTexts.ts";
import {claimWords, join} from "./wording.ts";

/** What a plan, or a ladder taken apart, comes to in words. */
export interface PlanSays {
  /** In a few words, for an exported picture. */
  readonly title: string;
  readonly body: Text;
  readonly verdict: string;
  readonly condition: Text;
}

/** The power that is said: simulated where the delta method is known to be off, and how it was found. */
export function powerOnShow({shown}: PlanNumbers, drawn: PlanUncertainty | undefined) {
  if (drawn === undefined || drawn.agrees) {
    const {power, low, high} = shown.answer;
    return {power, low, high, simulated: false};
  }
  const {uncalibrated, low, high} = drawn;
  return {power: uncalibrated.power, low, high, simulated: true};
}

const openings = {placed: "As placed", estimate: "As estimated", known: "As published"} as const;

/** The claim a ladder is taken apart for, in quotation marks: “over 10×”. */
export function claimOnShow({plan, claims}: Scenario): string | undefined {
  const claim = claims.find(({id}) => id === plan?.claim);
  return claim && `“${claimWords(claim)}”`;
}

/** What a law is called, as in a sentence. */
export const lawText = (name: string): string =>
  name === "fitted"
    ? "fitted to the scenario’s runs"
    : Object.hasOwn(lawNames, name)
      ? `that of ${lawNames[name as keyof typeof lawNames]}`
      : "a law of its own";

/** What a ladder is fitted by, in words. */
export const formText = ({gainForm, floor}: PlanNumbers["question"]["model"]): string =>
  `${gainForm === "constant" ? "the gain taken to be the same at every scale" : "each recipe with an exponent of its own"}, the floor ${floor === "known" ? "taken as known" : "fitted too"}`;

/** What would have to be true for the answer to hold. */
function conditionOf(scenario: Scenario, numbers: PlanNumbers, drawn: PlanUncertainty | undefined): Text {
  const {question, linearity} = numbers;
  const {model, noise, law} = question;
  const isMeasured = scenario.plan?.noise === undefined;
  const method =
    drawn === undefined
      ? linearity.holds
        ? ""
        : ` The delta method may be off here: ${linearity.reason}.`
      : ` ${agreementText(numbers, drawn)}.`;
  return join(
    `It needs losses that differ by ${noiseText(noise)} between seeds${isMeasured ? ", as the fitted runs do around their law" : ""}, the reference on ${law.name === "fitted" ? "the law" : "a law such as"} ${lawText(law.name)}, and laws that hold up to the target; ${formText(model)}.${method}`
  );
}

/** What a planned ladder can tell. */
function planSays(scenario: Scenario, numbers: PlanNumbers, drawn: PlanUncertainty | undefined): PlanSays {
  const {question, size} = numbers;
  const {model, demand} = question;
  const said = powerOnShow(numbers, drawn);
  const gain = gainText(model.gain);
  const enough = said.power >= demand.power;
  const verdict = enough ? "can be told from no gain" : "cannot be told from no gain";
  return {
    title: `${countText(size.runs, "run")} for ${flopShort(size.compute)}: a true ${gain} is told in ${chanceText(said.power)}`,
    body: join(
      `${openings[scenario.plan?.basis ?? "placed"]}, a ladder of ${countText(size.runs, "run")} on ${rungsShort(size.rungsOf)} tells a true ${gain} from 1× at `,
      flopText(model.target),
      `, ${decadesText(size.extrapolation)} above it, in ${chanceText(said.power)} of ${said.simulated ? "simulated cases" : "cases"} (90 %: ${gainsText(said)}), for ${shareText(size.shareOfBigRun)} of the big run’s compute; with the ${askedText(demand.power)} asked for, ${gain} `
    ),
    verdict,
    condition: conditionOf(scenario, numbers, drawn)
  };
}

/** What a published ladder could have told. */
function autopsySays(scenario: Scenario, numbers: PlanNumbers, drawn: PlanUncertainty | undefined): PlanSays {
  const {question, size, smallestGain} = numbers;
  const {model, demand} = question;
  const said = powerOnShow(numbers, drawn);
  const name = scenario.plan?.name ?? "The ladder";
  const claim = claimOnShow(scenario);
  const gain = gainText(model.gain);
  const least =
    smallestGain === Infinity
      ? "tells no gain from none"
      : smallestGain >= 1000
        ? "tells gains of over 1,000× alone from none"
        : `tells gains of ${gainText(smallestGain)} and more from none`;
  const told = said.power >= demand.power;
  return {
    title:
      smallestGain === Infinity ? `Tells no gain: ${name}` : `Tells gains from ${gainText(smallestGain)} on: ${name}`,
    body: join(
      `${openings[scenario.plan?.basis ?? "placed"]}, a ladder of ${rungsText(size.rungsOf)} ${least} at `,
      flopText(model.target),
      `, ${decadesText(size.extrapolation)} above it, in ${askedText(demand.power)} of cases; ${claim === undefined ? `a true ${gain}` : `the ${gain} of ${claim}, if true`} (90 %: ${gainsText(said)}) `
    ),
    verdict: told ? "can be told from no gain" : "cannot be told from no gain",
    condition: conditionOf(scenario, numbers, drawn)
  };
}

/** The answer of the view. */
export const planAnswerWords = (
  scenario: Scenario,
  numbers: PlanNumbers,
  drawn: PlanUncertainty | undefined
): PlanSays => (numbers.kind === "plan" ? planSays(scenario, numbers, drawn) : autopsySays(scenario, numbers, drawn));

/** What the design comes to: how near the best it is, and what the simple ladder loses. */
export function designWords({designed, geometric, least, geometricEfficiency, kind}: PlanNumbers): readonly string[] {
  const sentences: string[] = [];
  if (kind === "autopsy" && designed !== undefined) {
    sentences.push(
      `Designed for the gain at the target, the same compute would tell it in ${chanceText(designed.answer.power)} of cases (90 %: ${gainsText(designed.answer)}).`
    );
  }
  if (designed !== undefined && least !== undefined) {
    const part = least.deviation / designed.answer.deviation;
    sentences.push(
      `The design is at least ${shareText(Math.min(1, part * part))} as efficient as any of runs that could be divided (optimality gap of that bound: ${shareText(Math.max(0, least.gap))}).`
    );
  }
  if (geometric !== undefined && designed !== undefined && Number.isFinite(geometricEfficiency)) {
    const more = 1 / geometricEfficiency;
    sentences.push(
      more <= 1.005
        ? "The geometric ladder of the same budget loses nothing against it."
        : `A geometric ladder of the same budget gives the log of the gain ${gainText(more)} the variance: it tells the gain in ${chanceText(geometric.answer.power)} of cases (90 %: ${gainsText(geometric.answer)}).`
    );
  }
  return sentences;
}
