function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/**
 * The next value with every part that equals the previous one replaced by that very part.
 *
 * A component that compares by reference can then skip whatever did not change, however the value was made.
 */
export function share<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) return next;
  if (Array.isArray(next) && Array.isArray(previous)) {
    const shared: unknown[] = next.map((item, i) => share<unknown>(previous[i], item));
    return (
      shared.length === previous.length && shared.every((item, i) => item === previous[i]) ? previous : shared
    ) as T;
  }
  if (!isRecord(next) || !isRecord(previous)) return next;
  const names = Object.keys(next);
  const shared: Record<string, unknown> = {};
  let isSame = names.length === Object.keys(previous).length;
  for (const name of names) {
    shared[name] = share(previous[name], next[name]);
    if (shared[name] !== previous[name]) isSame = false;
  }
  return (isSame ? previous : shared) as T;
}
