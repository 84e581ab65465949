import {withCommas} from "../scenario/numberText.ts";
import type {Scenario} from "../scenario/schema.ts";
import {evidenceIn} from "../scenario/sectionAddress.ts";
import type {PlanNumbers} from "../simulation/plan.ts";
import type {PlanDraws} from "../simulation/planDraws.ts";
import {limitsLine, publishersOf} from "./footer.ts";
import type {EvidenceLookup} from "./footer.ts";
import {formText, lawText} from "./planWords.ts";
import {askedText, noiseText} from "./planTexts.ts";

/** How many ladders were simulated, in words. */
export const simulatedWords = ({draws, seed}: Pick<PlanDraws, "draws" | "seed">): string =>
  `${withCommas(draws)} simulated ladders of each kind, every one fitted with a gain and without, seed ${seed}`;

/** Method, assumptions and sources under the figures. */
export function planFooter(
  scenario: Scenario,
  {question}: PlanNumbers,
  drawn: PlanDraws | undefined,
  find: EvidenceLookup | undefined
): readonly string[] {
  const entries = [...new Set(evidenceIn(scenario.plan))].flatMap((id) => find?.(id) ?? []);
  const {model, law, noise, demand} = question;
  const simulated = drawn === undefined ? "" : ` ${simulatedWords(drawn)}.`;
  return [
    `Law: ${lawText(law.name)}; ${formText(model)}. Noise ${noiseText(noise)} of the loss, confidence ${askedText(demand.confidence)}.`,
    `Delta method on the Fisher information of the fit; c-optimal design (Elfving 1952).${simulated}`,
    `${publishersOf("Sources", entries)} ${limitsLine}`.trim()
  ];
}
