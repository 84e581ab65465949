/**
 * The number of single-letter edits (insert, delete, replace, swap of neighbours) that turn one word into the other.
 *
 * The optimal string alignment form of the Damerau-Levenshtein distance, O(length x length).
 */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({length: to.length + 1}, (_, j) => j);
  for (let i = 1; i <= from.length; ++i) {
    const row = [i];
    for (let j = 1; j <= to.length; ++j) {
      const same = from[i - 1] === to[j - 1];
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) edits = Math.min(edits, beforeLast[j - 2]! + 1);
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return last[to.length]!;
}

/** Words longer than this are not compared: no key of ours is, and a pasted page must not cost time. */
const longestWord = 60;

/**
 * The known key that a mistyped one most probably means, case aside; undefined when none is near.
 *
 * Near is a key that begins with the word or is within a third of its letters in edits, at least 1 and at most 3.
 * Of equally near keys the first wins.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length === 0 || word.length > longestWord) return undefined;
  const typed = word.toLowerCase();
  let best: string | undefined;
  let fewest = Math.min(3, Math.max(1, Math.floor(typed.length / 3))) + 1;
  for (const key of known) {
    if (Math.abs(key.length - typed.length) >= fewest) continue;
    const edits = editDistance(typed, key.toLowerCase());
    if (edits < fewest) [best, fewest] = [key, edits];
  }
  if (best !== undefined || typed.length < 2) return best;
  return known.find((key) => key.toLowerCase().startsWith(typed));
}
