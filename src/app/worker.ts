import {simulateUncertainty} from "../figures/view.ts";
import type {Answered, Asked} from "./uncertaintyClient.ts";

/** Errors are data with the request's id: the page says them, nothing is swallowed. */
function answer({id, scenario, view, window}: Asked): Answered {
  try {
    return {id, uncertainty: simulateUncertainty(scenario, view, {window})};
  } catch (error) {
    return {id, error: error instanceof Error ? error.message : String(error)};
  }
}

self.onmessage = ({data}: MessageEvent<Asked>) => self.postMessage(answer(data));
