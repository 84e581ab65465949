import {uncertaintySteps} from "../figures/view.ts";
import {coverageSteps} from "../fitting/coverage.ts";
import type {Coverage} from "../fitting/coverage.ts";
import {isLossForm} from "../fitting/forms.ts";
import "../scenario/documentParts.ts";
import type {Scenario} from "../scenario/schema.ts";
import {ladderFit} from "../simulation/fits.ts";
import type {Answered, Asked} from "./uncertaintyClient.ts";

/** The newest question; one that a newer has overtaken stops at its next step and is not answered. */
let newest = 0;

const post = (answer: Answered) => self.postMessage(answer);

/** Lets messages in that wait at the door. */
const breath = () => new Promise((resume) => setTimeout(resume));

/** How good the intervals of the scenario’s fit are; undefined where there is no fit of losses. */
function* coverageOf(scenario: Scenario): Generator<number, Coverage | undefined> {
  const fit = ladderFit(scenario);
  if (fit?.result.ok !== true || scenario.runs === undefined || !isLossForm(fit.options.form)) return undefined;
  return yield* coverageSteps(fit.taken, fit.result.fit, {seed: scenario.runs.seed});
}

/** Takes steps until they end, unless a newer question comes; undefined then. */
async function walked<T>(id: number, steps: Generator<number, T>): Promise<{readonly value: T} | undefined> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return {value: step.value};
    post({id, progress: step.value});
    await breath();
    if (newest !== id) return undefined;
  }
}

/** Errors are data with the request's id: the page says them, nothing is swallowed. */
async function answer(asked: Asked): Promise<void> {
  const {id} = asked;
  try {
    if (asked.about === "intervals") {
      const {scenario, view, window} = asked;
      const found = await walked(id, uncertaintySteps(scenario, view, {window}));
      if (found !== undefined) post({id, uncertainty: found.value});
    } else if (asked.about === "coverage") {
      const found = await walked(id, coverageOf(asked.scenario));
      if (found !== undefined) post({id, coverage: found.value});
    }
  } catch (error) {
    post({id, error: error instanceof Error ? error.message : String(error)});
  }
}

self.onmessage = ({data}: MessageEvent<Asked>) => {
  newest = data.id;
  void answer(data);
};
