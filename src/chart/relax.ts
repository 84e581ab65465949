/** Something with a wish for a place on a line and a length along it. */
export interface Wish {
  readonly at: number;
  /** Distance from its centre line to where it begins and ends. */
  readonly before: number;
  readonly after: number;
}

/**
 * Places for wishes in their order, without overlap, between two ends, as close to the wishes as squares can tell.
 *
 * Wishes that push each other form a block whose place is the mean of what its members want (pool adjacent violators);
 * the order is kept, so lines from wish to place cannot cross. The wishes must fit between the ends.
 */
export function relax(wishes: readonly Wish[], low: number, high: number): readonly number[] {
  // A block’s members stand at fixed offsets from its first; `sum` adds up what each would have the first stand at.
  const blocks: {sum: number; count: number; offsets: number[]; tail: number; head: number}[] = [];
  const mean = ({sum, count}: {sum: number; count: number}) => sum / count;
  for (const {at, before, after} of wishes) {
    blocks.push({sum: at, count: 1, offsets: [0], tail: after, head: before});
    for (
      let last = blocks.at(-1), previous = blocks.at(-2);
      last && previous;
      last = blocks.at(-1), previous = blocks.at(-2)
    ) {
      const step = (previous.offsets.at(-1) ?? 0) + previous.tail + last.head;
      if (mean(previous) + step <= mean(last)) break;
      blocks.splice(-2, 2, {
        sum: previous.sum + last.sum - last.count * step,
        count: previous.count + last.count,
        offsets: [...previous.offsets, ...last.offsets.map((offset) => offset + step)],
        tail: last.tail,
        head: previous.head
      });
    }
  }
  const places = blocks.flatMap((block) => block.offsets.map((offset) => mean(block) + offset));
  // Push in from the two ends; between them the order and the gaps hold.
  let edge = low;
  const down = places.map((place, i) => {
    const {before = 0, after = 0} = wishes[i] ?? {};
    const moved = Math.max(place, edge + before);
    edge = moved + after;
    return moved;
  });
  edge = high;
  return down
    .map((_, i) => down.length - 1 - i)
    .map((i) => {
      const {before = 0, after = 0} = wishes[i] ?? {};
      const moved = Math.min(down[i] ?? 0, edge - after);
      edge = moved - before;
      return moved;
    })
    .reverse();
}
