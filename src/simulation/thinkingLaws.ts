import type {Difficulty, ThinkingLaw} from "../laws/thinking.ts";
import {benchmarkAccuracy, compressed} from "../laws/thinking.ts";
import type {LengthPenalty} from "../laws/lengthPenalty.ts";
import type {LengthPath} from "../laws/lengthPath.ts";
import {exp, log} from "../numerics/exp.ts";
import {findRoot} from "../numerics/root.ts";
import type {Thinking} from "../scenario/schema.ts";
import {central} from "./valuation.ts";
import type {Valuation} from "./valuation.ts";

/** The law and the weight of each difficulty, in the order of the section; a draw's ceiling is no lower than its floor. */
export function difficultiesOf({difficulties}: Thinking, value: Valuation): readonly Difficulty[] {
  return difficulties.map(({id, weight, floor, ceiling, find, lose}) => {
    const at = (key: string) => `thinking.difficulties.${id}.${key}`;
    const least = value(at("floor"), floor);
    const law: ThinkingLaw = {
      floor: least,
      ceiling: Math.max(least, value(at("ceiling"), ceiling)),
      tokensToFind: value(at("find"), find),
      tokensToLose: lose === undefined ? Infinity : value(at("lose"), lose)
    };
    return {law, weight: value(at("weight"), weight)};
  });
}

const centralOnes = new WeakMap<Thinking["difficulties"], readonly Difficulty[]>();

/** The central laws; the very ones of before while no difficulty has changed, of which much is worked out already. */
export function centralDifficulties(section: Thinking): readonly Difficulty[] {
  const before = centralOnes.get(section.difficulties);
  if (before !== undefined) return before;
  const made = difficultiesOf(section, central);
  centralOnes.set(section.difficulties, made);
  return made;
}

/** The same of the recipe that says the same in fewer tokens; undefined where the section has none. */
export function compressedOf(section: Thinking, value: Valuation): readonly Difficulty[] | undefined {
  const factors = section.compressed?.factors;
  if (factors === undefined) return undefined;
  return difficultiesOf(section, value).map(({law, weight}, i) => {
    const id = section.difficulties[i]?.id ?? "";
    const factor = Object.hasOwn(factors, id) ? factors[id] : undefined;
    if (factor === undefined) return {law, weight};
    return {law: compressed(law, value(`thinking.compressed.factors.${id}`, factor)), weight};
  });
}

export type Penalty = NonNullable<Thinking["penalties"]>[number];

/** A penalty with its numbers; where a draw turns an order round, the two are equal. */
export function penaltyOf(penalty: Penalty, value: Valuation): LengthPenalty {
  const at = (key: string) => `thinking.penalties.${penalty.id}.${key}`;
  switch (penalty.kind) {
    case "linear":
      return {kind: "linear", perToken: value(at("perToken"), penalty.perToken)};
    case "kimi": {
      const shortest = value(at("shortest"), penalty.shortest);
      return {
        kind: "kimi",
        weight: value(at("weight"), penalty.weight),
        shortest,
        longest: Math.max(shortest, value(at("longest"), penalty.longest))
      };
    }
    case "arora":
      return {
        kind: "arora",
        alpha: Math.min(1 - 1e-9, value(at("alpha"), penalty.alpha)),
        mean: value(at("mean"), penalty.mean),
        sd: value(at("sd"), penalty.sd)
      };
    case "l1-exact":
      return {
        kind: "l1-exact",
        alpha: value(at("alpha"), penalty.alpha),
        target: value(at("target"), penalty.target)
      };
    case "l1-max":
      return {
        kind: "l1-max",
        alpha: value(at("alpha"), penalty.alpha),
        target: value(at("target"), penalty.target),
        delta: value(at("delta"), penalty.delta)
      };
  }
}

/** The path of lengths and the progress on it; a draw that breaks its order is taken to the nearest that keeps it. */
export function pathOf(
  {start, longest, compressed: least, end, longestAt, compressedAt, progress}: NonNullable<Thinking["path"]>,
  value: Valuation
): {readonly path: LengthPath; readonly progress: number} {
  const at = (key: string) => `thinking.path.${key}`;
  const first = value(at("start"), start);
  const top = Math.max(first, value(at("longest"), longest));
  const low = Math.min(top, value(at("compressed"), least));
  const off = 1e-6;
  const turn = Math.min(1 - 2 * off, Math.max(off, value(at("longestAt"), longestAt)));
  return {
    path: {
      start: first,
      longest: top,
      compressed: low,
      end: Math.max(low, value(at("end"), end)),
      longestAt: turn,
      compressedAt: Math.min(1 - off, Math.max(turn + off, value(at("compressedAt"), compressedAt)))
    },
    progress: value(at("progress"), progress)
  };
}

const steps = 240;

/**
 * The fewest tokens with which problems of several difficulties reach each accuracy; NaN where they never do up to a
 * limit, 0 where they do at once.
 *
 * Bracketed on a grid even in log tokens, since the mean of several declines may rise twice; one grid for all accuracies.
 */
export function mixedTokens(
  difficulties: readonly Difficulty[],
  accuracies: readonly number[],
  limit: number
): readonly number[] {
  const atOnce = benchmarkAccuracy(difficulties, 0);
  const grid: {readonly T: number; readonly accuracy: number}[] = [];
  const place = (i: number) => {
    for (let next = grid.length; next <= i; ++next) {
      const T = exp(log(limit) * (next / steps));
      grid.push({T, accuracy: benchmarkAccuracy(difficulties, T)});
    }
    return grid[i];
  };
  return accuracies.map((accuracy) => {
    if (atOnce >= accuracy) return 0;
    for (let i = 0; i <= steps; ++i) {
      const at = place(i);
      if (at === undefined || !(at.accuracy >= accuracy)) continue;
      return findRoot((x) => benchmarkAccuracy(difficulties, x) - accuracy, place(i - 1)?.T ?? 0, at.T).x;
    }
    return NaN;
  });
}
