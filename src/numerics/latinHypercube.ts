import type {Random} from "./random.ts";

/**
 * A source that gives `count` uniform numbers, one in each of as many equal parts of (0, 1), in random order.
 *
 * Inputs drawn so, each from a stream of its own, form a Latin hypercube: every marginal is spread evenly, and what
 * depends on the inputs nearly as a sum is known far better than from independent draws. After `count` numbers a new
 * round begins.
 *
 * @param count how many draws a round has; a whole number > 0
 * @throws RangeError if count is not a whole number above 0
 * @see McKay, Beckman and Conover 1979, Technometrics 21, 239–245
 */
export function latinHypercube(count: number, random: Random): Random {
  if (!(Number.isInteger(count) && count > 0))
    throw new RangeError(`invalid count; not a whole number above 0: ${count}`);
  const parts = Uint32Array.from({length: count}, (_, i) => i);
  let next = count;
  return () => {
    if (next === count) {
      shuffle(parts, random);
      next = 0;
    }
    return ((parts[next++] ?? 0) + random()) / count;
  };
}

/** Fisher and Yates: every order equally likely. */
function shuffle(items: Uint32Array, random: Random): void {
  for (let i = items.length - 1; i > 0; --i) {
    const j = Math.floor(random() * (i + 1));
    const kept = items[i] ?? 0;
    items[i] = items[j] ?? 0;
    items[j] = kept;
  }
}
