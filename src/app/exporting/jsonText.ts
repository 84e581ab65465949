import type {JsonAnswered, JsonAsked} from "./jsonWorker.ts";

/**
 * Every number of a view as JSON text, computed away from the page: sensitivities are seconds of work.
 *
 * Undefined where there is nothing to draw; rejected with a sentence where it cannot be computed.
 */
export function jsonText(asked: JsonAsked): Promise<string | undefined> {
  const worker = new Worker(new URL("./jsonWorker.ts", import.meta.url), {type: "module"});
  return new Promise<string | undefined>((resolve, reject) => {
    worker.onmessage = ({data}: MessageEvent<JsonAnswered>) => {
      if ("error" in data) reject(new Error(`The numbers could not be computed: ${data.error}.`));
      else resolve(data.text);
    };
    worker.onerror = () => reject(new Error("The numbers could not be computed: the worker did not start."));
    worker.postMessage(asked);
  }).finally(() => worker.terminate());
}
