import {drawnComparison} from "../../figures/drawnComparison.ts";
import type {DrawnComparison} from "../../figures/drawnComparison.ts";
import {drawnWords} from "../../figures/drawnWords.ts";
import type {DrawnWords} from "../../figures/drawnWords.ts";
import "../../scenario/documentParts.ts";
import type {Scenario} from "../../scenario/schema.ts";
import {outputChange} from "../../simulation/outputChange.ts";
import type {OutputChange} from "../../simulation/outputChange.ts";

/** Which output’s change between two scenarios is to be shared out; left out: what differs of that which is drawn. */
export interface CompareAsked {
  readonly id: number;
  readonly before: Scenario;
  readonly after: Scenario;
  readonly output?: string;
}

export type CompareAnswered =
  | {readonly id: number; readonly change: OutputChange | undefined}
  | {readonly id: number; readonly drawn: DrawnComparison}
  | {readonly id: number; readonly error: string};

let known: {readonly of: string; readonly words: DrawnWords} | undefined;

/** As `drawnWords`, that of the baseline worked out once: it stays while the other moves. */
function baselineKnown(before: Scenario): typeof drawnWords {
  return (scenario, view, output) => {
    if (scenario !== before) return drawnWords(scenario, view, output);
    const of = JSON.stringify([before, view, output?.id]);
    if (known?.of !== of) known = {of, words: drawnWords(scenario, view, output)};
    return known.words;
  };
}

self.onmessage = ({data: {id, before, after, output}}: MessageEvent<CompareAsked>) => {
  const post = (answer: CompareAnswered) => self.postMessage(answer);
  try {
    if (output === undefined) post({id, drawn: drawnComparison(before, after, baselineKnown(before))});
    else post({id, change: outputChange(before, after, output)});
  } catch (error) {
    post({id, error: error instanceof Error ? error.message : String(error)});
  }
};
