/** How a change of an output is shared out among what was changed. */
export interface Attribution {
  /**
   * `shapley`: the mean over all orders in which the changes can be made, exact. `in-order`: each change made behind
   * those before it, in the order given, since there are too many for all orders. `none`: some of the mixtures has no
   * finite number, and there is nothing to share out.
   */
  readonly method: "shapley" | "in-order" | "none";
  readonly before: number;
  readonly after: number;
  /** In the order of the changes; they sum to `after − before`. Empty where the method is `none`. */
  readonly parts: readonly Part[];
  /** How many mixtures were evaluated. */
  readonly evaluations: number;
}

export interface Part {
  readonly change: string;
  /** In units of the output; 0 for a change that moves nothing in any mixture. */
  readonly part: number;
}

/** Beyond this many changes the mixtures are too many: 2¹² are 4096. */
export const mostShapley = 12;

/** The output of a mixture in which those changes are made and no others. */
export type Evaluate = (isMade: (change: string) => boolean) => number;

/** Shapley weights by how many changes are made already: 1 / (n choose(n − 1, made)). */
function weights(n: number): readonly number[] {
  const found = [1 / n];
  for (let made = 1; made < n; ++made) found.push((found[made - 1]! * made) / (n - made));
  return found;
}

/** Values of all mixtures; bit i of the place says that change i is made. */
function mixtures(changes: readonly string[], evaluate: Evaluate): Float64Array {
  const bits = new Map(changes.map((change, i) => [change, 1 << i]));
  const values = new Float64Array(1 << changes.length);
  for (let made = 0; made < values.length; ++made) {
    values[made] = evaluate((change) => (made & (bits.get(change) ?? 0)) !== 0);
  }
  return values;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) ++count;
  return count;
}

function shapley(changes: readonly string[], evaluate: Evaluate): Attribution {
  const n = changes.length;
  const values = mixtures(changes, evaluate);
  const before = values[0]!;
  const after = values[values.length - 1]!;
  const known = {before, after, evaluations: values.length};
  if (!values.every(Number.isFinite)) return {...known, method: "none", parts: []};
  const weight = weights(n);
  const parts = changes.map((change, i): Part => {
    const bit = 1 << i;
    let part = 0;
    for (let made = 0; made < values.length; ++made) {
      if ((made & bit) === 0) part += weight[countBits(made)]! * (values[made | bit]! - values[made]!);
    }
    return {change, part};
  });
  return {...known, method: "shapley", parts};
}

function inOrder(changes: readonly string[], evaluate: Evaluate): Attribution {
  const made = new Set<string>();
  const values = [evaluate(() => false)];
  for (const change of changes) {
    made.add(change);
    values.push(evaluate((other) => made.has(other)));
  }
  const [before = NaN] = values;
  const known = {before, after: values.at(-1) ?? NaN, evaluations: values.length};
  if (!values.every(Number.isFinite)) return {...known, method: "none", parts: []};
  return {
    ...known,
    method: "in-order",
    parts: changes.map((change, i) => ({change, part: values[i + 1]! - values[i]!}))
  };
}

/**
 * What each of several changes contributes to the change of an output.
 *
 * Up to `most` changes by the Shapley value, the only sharing in which the parts sum to the whole, changes that do the
 * same get the same and a change that does nothing gets 0; beyond that in the order given.
 *
 * @param changes names of the changes, each once
 * @param evaluate the output of a mixture; called 2ⁿ times for n ≤ most, else n + 1 times
 * @param most most changes that are taken in all orders; 0 to 20
 * @throws RangeError if a change is named twice or `most` is out of its range
 * @see Shapley 1953, A value for n-person games
 */
export function attribute(changes: readonly string[], evaluate: Evaluate, most: number = mostShapley): Attribution {
  if (!(most >= 0 && most <= 20)) throw new RangeError(`invalid number of changes; not in [0, 20]: ${most}`);
  const twice = changes.find((change, i) => changes.indexOf(change) !== i);
  if (twice !== undefined) throw new RangeError(`a change is named twice: ${twice}`);
  return changes.length <= most ? shapley(changes, evaluate) : inOrder(changes, evaluate);
}
