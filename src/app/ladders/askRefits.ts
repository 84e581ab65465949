import type {AgentsRefits} from "../../simulation/agentsRefits.ts";
import type {RefitsAsked} from "./agentsRefitWorker.ts";

/**
 * Refits away from the page, which take some seconds.
 *
 * @returns what gives the question up
 */
export function askRefits(
  asked: RefitsAsked,
  onAnswer: (refits: AgentsRefits | undefined) => void,
  onFailure: () => void
): () => void {
  const worker = new Worker(new URL("./agentsRefitWorker.ts", import.meta.url), {type: "module"});
  worker.onmessage = ({data}: MessageEvent<AgentsRefits | undefined>) => {
    worker.terminate();
    onAnswer(data);
  };
  worker.onerror = () => {
    worker.terminate();
    onFailure();
  };
  worker.postMessage(asked);
  return () => worker.terminate();
}
