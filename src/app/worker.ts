import {uncertaintySteps} from "../figures/view.ts";
import type {Answered, Asked} from "./uncertaintyClient.ts";

/** The newest question; one that a newer has overtaken stops at its next step and is not answered. */
let newest = 0;

const post = (answer: Answered) => self.postMessage(answer);

/** Lets messages in that wait at the door. */
const breath = () => new Promise((resume) => setTimeout(resume));

/** Errors are data with the request's id: the page says them, nothing is swallowed. */
async function answer({id, scenario, view, window}: Asked): Promise<void> {
  try {
    const steps = uncertaintySteps(scenario, view, {window});
    for (;;) {
      const step = steps.next();
      if (step.done === true) return post({id, uncertainty: step.value});
      post({id, progress: step.value});
      await breath();
      if (newest !== id) return;
    }
  } catch (error) {
    post({id, error: error instanceof Error ? error.message : String(error)});
  }
}

self.onmessage = ({data}: MessageEvent<Asked>) => {
  newest = data.id;
  void answer(data);
};
