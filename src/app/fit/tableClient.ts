import type {TableAnswered, TableAsked} from "./tableWorker.ts";

/** What a worker is to the client; the page passes a real one. */
export interface TablePort {
  postMessage(asked: TableAsked): void;
  terminate(): void;
  onmessage: ((event: {readonly data: TableAnswered}) => void) | null;
  onerror: (() => void) | null;
}

export interface TableClient {
  /** Reads a table, or the one there is by another mapping; only the newest answer comes. */
  ask(request: Omit<TableAsked, "id">): void;
  close(): void;
}

/** Reads tables away from the page, which a table of many megabytes would hold up. */
export function tableClient(
  port: TablePort,
  onAnswer: (answer: TableAnswered) => void,
  onFailure: () => void
): TableClient {
  let last = 0;
  port.onmessage = ({data}) => {
    if (data.id === last) onAnswer(data);
  };
  port.onerror = onFailure;
  return {
    ask: (request) => port.postMessage({...request, id: ++last}),
    close: () => port.terminate()
  };
}

/** A client with a worker of its own. */
export function startTableClient(onAnswer: (answer: TableAnswered) => void, onFailure: () => void): TableClient {
  const worker = new Worker(new URL("./tableWorker.ts", import.meta.url), {type: "module"});
  return tableClient(worker as unknown as TablePort, onAnswer, onFailure);
}
