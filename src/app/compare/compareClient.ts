import type {CompareAnswered, CompareAsked} from "./compareWorker.ts";

/** What a worker is to the client; the page passes a real one. */
export interface ComparePort {
  postMessage(asked: CompareAsked): void;
  terminate(): void;
  onmessage: ((event: {readonly data: CompareAnswered}) => void) | null;
  onerror: (() => void) | null;
}

export interface CompareClient {
  /** Asks for an output’s change or for what is drawn; only the newest question is answered. */
  ask(request: Omit<CompareAsked, "id">): void;
  close(): void;
}

/**
 * Shares changes out away from the page: thousands of mixtures may take seconds.
 *
 * A worker still at an older question is given up for a new one.
 */
export function compareClient(
  start: () => ComparePort,
  onAnswer: (answer: CompareAnswered) => void,
  onFailure: () => void
): CompareClient {
  let last = 0;
  let isBusy = false;
  let port: ComparePort | undefined;
  const close = () => {
    port?.terminate();
    port = undefined;
    isBusy = false;
  };
  return {
    ask: (request) => {
      if (isBusy) close();
      if (port === undefined) {
        const started = start();
        started.onmessage = ({data}) => {
          if (port !== started || data.id !== last) return;
          isBusy = false;
          onAnswer(data);
        };
        started.onerror = onFailure;
        port = started;
      }
      isBusy = true;
      port.postMessage({...request, id: ++last});
    },
    close
  };
}

/** A client with workers of its own. */
export function startCompareClient(onAnswer: (answer: CompareAnswered) => void, onFailure: () => void): CompareClient {
  const start = () =>
    new Worker(new URL("./compareWorker.ts", import.meta.url), {type: "module"}) as unknown as ComparePort;
  return compareClient(start, onAnswer, onFailure);
}
