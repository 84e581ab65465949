import type {DrawingOptions} from "../../export/drawing.ts";
import {figureJson} from "../../export/figureJson.ts";
import "../../scenario/documentParts.ts";
import type {Scenario} from "../../scenario/schema.ts";

/** The view whose numbers are wanted. */
export interface JsonAsked {
  readonly scenario: Scenario;
  readonly options: DrawingOptions;
}

export type JsonAnswered = {readonly text: string | undefined} | {readonly error: string};

self.onmessage = ({data: {scenario, options}}: MessageEvent<JsonAsked>) => {
  const post = (answer: JsonAnswered) => self.postMessage(answer);
  try {
    post({text: figureJson(scenario, options)});
  } catch (error) {
    post({error: error instanceof Error ? error.message : String(error)});
  }
};
