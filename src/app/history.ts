/** A document and the versions before and after it. */
export interface History<T> {
  readonly past: readonly Step<T>[];
  readonly present: T;
  readonly future: readonly Step<T>[];
  /** While a gesture is under way: the document at its start. */
  readonly mark?: T;
}

/** A version one can go back or forward to, and what the change between was called. */
export interface Step<T> {
  readonly document: T;
  readonly label: string;
}

/** As many steps as anyone goes back; older ones are forgotten. */
const mostSteps = 200;

export const begin = <T>(document: T): History<T> => ({past: [], present: document, future: []});

const unmarked = <T>({past, future}: History<T>, present: T): History<T> => ({past, present, future});

/** A change inside a gesture: shown at once, kept as one step when the gesture ends. */
export function preview<T>(history: History<T>, present: T): History<T> {
  return {...history, present, mark: history.mark ?? history.present};
}

/** The end of a gesture: one step back leads to where it began; nothing where nothing changed. */
export function settle<T>(history: History<T>, label: string): History<T> {
  const {mark, present} = history;
  if (mark === undefined) return history;
  return mark === present ? unmarked(history, present) : commit(unmarked(history, mark), present, label);
}

/** A gesture taken back, as with Escape. */
export function cancel<T>(history: History<T>): History<T> {
  return history.mark === undefined ? history : unmarked(history, history.mark);
}

/** A change that is a step of its own; a gesture under way is settled into it. */
export function commit<T>(history: History<T>, present: T, label: string): History<T> {
  const document = history.mark ?? history.present;
  if (document === present) return unmarked(history, present);
  return {past: [...history.past.slice(1 - mostSteps), {document, label}], present, future: []};
}

export function undo<T>(history: History<T>): History<T> {
  const {past, present, future} = cancel(history);
  const last = past.at(-1);
  if (last === undefined) return cancel(history);
  return {past: past.slice(0, -1), present: last.document, future: [{document: present, label: last.label}, ...future]};
}

export function redo<T>(history: History<T>): History<T> {
  const {past, present, future} = cancel(history);
  const [next, ...later] = future;
  if (next === undefined) return cancel(history);
  return {past: [...past, {document: present, label: next.label}], present: next.document, future: later};
}
