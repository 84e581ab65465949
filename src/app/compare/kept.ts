/** Where the browser keeps what is no part of a document. */
export const keptKeys = {pinned: "scaling-ladder.pinned", history: "scaling-ladder.history"} as const;
export type Kept = keyof typeof keptKeys;

/** What a tab says that has let go of what other tabs may still keep. */
const letGo = "";

/** What was kept; undefined where there is nothing, or the browser does not let us look. A tab's own goes first. */
export function findKept(name: Kept): string | undefined {
  try {
    const text = sessionStorage.getItem(keptKeys[name]) ?? localStorage.getItem(keptKeys[name]);
    return text === null || text === letGo ? undefined : text;
  } catch {
    return undefined;
  }
}

function isStored(storage: Storage, name: Kept, text: string | undefined): boolean {
  try {
    // What has no room leaves none of before, which would come up again.
    storage.removeItem(keptKeys[name]);
    if (text !== undefined) storage.setItem(keptKeys[name], text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Keeps a text, or forgets the one there is; false where the browser does not let us or has no room.
 *
 * It is kept twice: for this tab, so that a reload gives back what this tab had, and for the next one that is opened.
 */
export function keep(name: Kept, text: string | undefined): boolean {
  try {
    const own = isStored(sessionStorage, name, text ?? letGo);
    return isStored(localStorage, name, text) || (own && text !== undefined);
  } catch {
    return false;
  }
}
