import type {Uncertainty, ViewName} from "../figures/view.ts";
import type {Coverage} from "../fitting/coverage.ts";
import type {Scenario} from "../scenario/schema.ts";

/** What the page wants to know: intervals of a view, how good those of a fit are, or nothing more. */
export type Request =
  | {
      readonly about: "intervals";
      readonly scenario: Scenario;
      readonly view: ViewName;
      readonly window?: readonly [number, number];
    }
  | {readonly about: "coverage"; readonly scenario: Scenario}
  | {readonly about: "nothing"};

/** What the worker is asked for; ids rise. */
export type Asked = Request & {readonly id: number};

/** What the worker says: how far it is, what came out, or what went wrong. */
export type Answered =
  | {readonly id: number; readonly progress: number}
  | {readonly id: number; readonly uncertainty: Uncertainty}
  | {readonly id: number; readonly coverage: Coverage | undefined}
  | {readonly id: number; readonly error: string};

/** What a worker is to its client; the page passes a real one. */
export interface Port {
  postMessage(asked: Asked): void;
  onmessage: ((event: {readonly data: Answered}) => void) | null;
}

/**
 * Asks a worker for intervals, one request at a time: while it works only the newest request waits, and an answer that
 * a newer request has overtaken still tells progress but is marked stale.
 *
 * A question that takes many steps, which the worker shows by saying how far it is, is dropped for a newer one.
 */
export function uncertaintyClient(port: Port, onAnswer: (answer: Answered, isNewest: boolean) => void) {
  let last = 0;
  let working = false;
  let isLong = false;
  let waiting: Asked | undefined;
  const send = (asked: Asked) => {
    // A wish for nothing more is not answered: the worker stops at its next step and is free.
    working = asked.about !== "nothing";
    isLong = false;
    port.postMessage(asked);
  };
  port.onmessage = ({data}) => {
    const isProgress = "progress" in data;
    // What a stopped question still says does not speak of the one under way.
    if (data.id === last || waiting !== undefined) {
      isLong = isProgress;
      working = isProgress;
    }
    const next = waiting;
    waiting = undefined;
    if (next !== undefined) send(next);
    onAnswer(data, data.id === last);
  };
  return {
    ask(request: Request): void {
      const asked: Asked = {...request, id: ++last};
      if (request.about === "nothing") waiting = undefined;
      if (working && !isLong && request.about !== "nothing") waiting = asked;
      else send(asked);
    }
  };
}
