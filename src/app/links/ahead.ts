/** What was open in this tab when it was left before its address could say so. */
export interface Ahead {
  /** What stood behind the address then. */
  readonly hash: string;
  readonly title: string;
  /** The scenario as a file; left out where the page was as it opens. */
  readonly text?: string;
}

/** Of this tab alone: another that is opened by the same address means the address. */
const key = "scaling-ladder.ahead";

/** Keeps what is ahead of the address, or forgets it; where there is no room, the draft is offered instead. */
export function keepAhead(ahead: Ahead | undefined): void {
  try {
    sessionStorage.removeItem(key);
    if (ahead !== undefined) sessionStorage.setItem(key, JSON.stringify(ahead));
  } catch {
    // A browser that keeps nothing has no draft of it either, which has been said.
  }
}

/** What was ahead of the address as it is now; undefined where nothing was, or it cannot be read. */
function findAhead(): Ahead | undefined {
  try {
    const {hash, title, text} = JSON.parse(sessionStorage.getItem(key) ?? "{}") as Partial<Ahead>;
    if (hash !== location.hash || typeof title !== "string") return undefined;
    return {hash, title, ...(typeof text === "string" && {text})};
  } catch {
    return undefined;
  }
}

/** Whether the page was asked for by its address, rather than loaded again or come back to. */
const isVisit = (): boolean => {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return entry?.type === "navigate";
};

/**
 * What was ahead of the address when this page was last left, if it is loaded again or come back to; its address is
 * made bare, and written anew once the scenario is open.
 *
 * Who asks for an address means what it says: the draft of an edit is offered then.
 *
 * @param lasting the address of a place on the page, which stays
 */
export function takeAhead(lasting: string): Ahead | undefined {
  if (isVisit()) {
    keepAhead(undefined);
    return undefined;
  }
  const ahead = findAhead();
  if (ahead === undefined || ahead.hash === "" || ahead.hash === lasting) return ahead;
  history.replaceState(history.state, "", location.pathname + location.search);
  keepAhead({...ahead, hash: ""});
  return ahead;
}
