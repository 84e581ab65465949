import type {Difference} from "../../figures/differences.ts";
import {drawnDifferences} from "../../figures/drawnDifferences.ts";
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
  | {readonly id: number; readonly drawn: readonly Difference[]}
  | {readonly id: number; readonly error: string};

self.onmessage = ({data: {id, before, after, output}}: MessageEvent<CompareAsked>) => {
  const post = (answer: CompareAnswered) => self.postMessage(answer);
  try {
    if (output === undefined) post({id, drawn: drawnDifferences(before, after)});
    else post({id, change: outputChange(before, after, output)});
  } catch (error) {
    post({id, error: error instanceof Error ? error.message : String(error)});
  }
};
