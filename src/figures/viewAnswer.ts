import type {Scenario} from "../scenario/schema.ts";
import {answerOf} from "./answer.ts";
import {fitAnswer} from "./fitWords.ts";
import {gainAnswer} from "./gainWords.ts";
import {sensitivityAnswer} from "./sensitivity.ts";
import {thresholdsAnswer, thresholdsCondition} from "./thresholds.ts";
import {isSectionView, sectionViews} from "./view.ts";
import type {Simulation, Uncertainty, ViewName} from "./view.ts";
import type {ViewAnswer} from "./viewPart.ts";
import {plain} from "./wording.ts";

/**
 * What any view says first, in words for readers elsewhere: they placed nothing themselves.
 *
 * Views that are no figure stand with the ladder. Undefined where there is nothing to say.
 */
export function viewAnswer(
  scenario: Scenario,
  view: ViewName,
  {ladder, thresholds, gains, fit}: Simulation,
  drawn: Uncertainty
): ViewAnswer | undefined {
  if (isSectionView(view)) return sectionViews[view].answer(scenario, drawn);
  switch (view) {
    case "fit":
      return scenario.runs && fit && fitAnswer(scenario.runs, fit, drawn.fit);
    case "gain": {
      const answer = gains && gainAnswer(scenario, gains, drawn.gains);
      if (answer === undefined) return undefined;
      const {body, verdict, condition} = answer;
      return {body: plain(body), ...(verdict && {verdict: verdict.words}), condition};
    }
    case "thresholds":
      return (
        thresholds && {
          body: plain(thresholdsAnswer(scenario, thresholds).replace(/\.$/, "")),
          condition: plain(thresholdsCondition)
        }
      );
    case "sensitivity":
      return sensitivityAnswer(scenario, drawn.sensitivity);
    default: {
      const answer = ladder && answerOf(scenario, ladder, drawn.ladder);
      if (answer === undefined) return undefined;
      const {sharedLead, body, verdict, condition} = answer;
      return {body: plain(`${sharedLead} ${body}`), verdict: verdict.words, condition};
    }
  }
}
