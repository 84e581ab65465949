/** Where the browser keeps what is no part of a document. */
export const keptKeys = {pinned: "scaling-ladder.pinned", history: "scaling-ladder.history"} as const;
export type Kept = keyof typeof keptKeys;

/** What was kept; undefined where there is nothing, or the browser does not let us look. */
export function findKept(name: Kept): string | undefined {
  try {
    return localStorage.getItem(keptKeys[name]) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a text, or forgets the one there is; false where the browser does not let us or has no room. */
export function keep(name: Kept, text: string | undefined): boolean {
  try {
    if (text === undefined) localStorage.removeItem(keptKeys[name]);
    else localStorage.setItem(keptKeys[name], text);
    return true;
  } catch {
    return false;
  }
}
