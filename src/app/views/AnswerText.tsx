import {noAnswerWords} from "../../figures/answer.ts";
import type {Model} from "../model.ts";
import {TextRuns} from "../TextRuns.tsx";

/** The sentence above the figure: assumptions, central value, interval, verdict, in that order. */
export function AnswerText({model}: {readonly model: Model}) {
  const answer = model.answer.value;
  if (answer === undefined) {
    return (
      <div class="answer-box">
        <p class="answer">{model.store.scenario.value.title}</p>
        <p class="condition">{noAnswerWords(model.store.scenario.value)}</p>
      </div>
    );
  }
  const {lead, shortLead, body, verdict, condition} = answer;
  return (
    <div class="answer-box" aria-live="polite" aria-atomic="true">
      <p class="answer">
        <span class="wide-only">{lead}</span>
        <span class="narrow-only">{shortLead}</span> {body}
        <u class="verdict">{verdict.words}</u>.
      </p>
      <p class="condition">
        <TextRuns text={condition} />
      </p>
    </div>
  );
}
