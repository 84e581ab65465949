import {thresholdsAnswer, thresholdsCondition} from "../../figures/thresholds.ts";
import {AnswerText} from "./AnswerText.tsx";
import type {ViewProps} from "./LazyView.tsx";

/** The sentence above the thresholds’ figure; where no curve is to be drawn, that of the ladder says so. */
export function ThresholdsAnswer({model}: ViewProps) {
  const {thresholds} = model.simulation.value;
  if (thresholds === undefined) return <AnswerText model={model} />;
  return (
    <div class="answer-box">
      <p class="answer">{thresholdsAnswer(model.store.scenario.value, thresholds)}</p>
      <p class="condition">{thresholdsCondition}</p>
    </div>
  );
}
