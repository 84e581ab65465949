/** Where drafts are kept in the browser. */
const key = "scaling-ladder.draft";

/** A scenario that was being edited, as the text of a file. */
export interface Draft {
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

/** Keeps a draft; false where the browser does not let us. */
export function keepDraft(draft: Draft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** The draft of last time; undefined where there is none or it cannot be read. */
export function findDraft(): Draft | undefined {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? "null") as Partial<Draft> | null;
    if (typeof draft?.title !== "string" || typeof draft.text !== "string" || typeof draft.at !== "number")
      return undefined;
    return {title: draft.title, at: draft.at, text: draft.text};
  } catch {
    return undefined;
  }
}

/** Forgets the draft: it was offered and declined, or its document is as it was opened. */
export function dropDraft(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** How long ago, in words. */
export function ago(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60000);
  if (minutes < 1) return "a moment ago";
  if (minutes < 60) return `${minutes} minute${minutes === 1 ? "" : "s"} ago`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `${hours} hour${hours === 1 ? "" : "s"} ago`;
  return `${Math.round(hours / 24)} days ago`;
}
