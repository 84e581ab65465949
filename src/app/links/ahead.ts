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
export function findAhead(): Ahead | undefined {
  try {
    const {hash, title, text} = JSON.parse(sessionStorage.getItem(key) ?? "{}") as Partial<Ahead>;
    if (hash !== location.hash || typeof title !== "string") return undefined;
    return {hash, title, ...(typeof text === "string" && {text})};
  } catch {
    return undefined;
  }
}

/** As `findAhead`, with the address that was behind made bare: it is written anew once the scenario is open. */
export function takeAhead(lasting: string): Ahead | undefined {
  const ahead = findAhead();
  if (ahead === undefined || ahead.hash === "" || ahead.hash === lasting) return ahead;
  history.replaceState(history.state, "", location.pathname + location.search);
  keepAhead({...ahead, hash: ""});
  return ahead;
}
