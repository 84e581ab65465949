import {isGroup} from "../scenario/takesSchema.ts";
import type {Setup, SetupNumbers} from "./costReaders.ts";
import {secondsOf} from "./setupWork.ts";
import type {SetupWork} from "./setupWork.ts";

/** What turns one setup's seconds of a task into the other's: waiting for the slowest of agents is theirs. */
export type SecondsFactorName = "output" | "agents" | "joining" | "pace";

/** One factor of the seconds; they multiply to the ratio of both. */
export interface SecondsFactor {
  readonly name: SecondsFactorName;
  /** NaN where no pace is set. */
  readonly value: number;
}

/** The keys that each step changes; a pace that both take from one section changes for neither. */
function stepsOf(from: Setup, to: Setup): readonly (readonly [SecondsFactorName, readonly (keyof SetupWork)[]])[] {
  const isOnePace = from.takes?.section === "agents" && to.takes?.section === "agents";
  return [
    ["output", ["output"]],
    ...([from, to].some(isGroup)
      ? ([
          ["agents", ["slowest"]],
          ["joining", ["joiningOutput"]]
        ] as const)
      : []),
    ...(isOnePace ? [] : ([["pace", ["pace", "firstToken"]]] as const))
  ];
}

/** The seconds of one setup taken apart into those of another, a step at a time. */
export function secondsFactors(
  [from, to]: readonly [Setup, Setup],
  [before, after]: readonly [SetupNumbers, SetupNumbers]
): readonly SecondsFactor[] {
  let work: SetupWork = before;
  return stepsOf(from, to).map(([name, keys]) => {
    const next = {...work, ...Object.fromEntries(keys.map((key) => [key, after[key]]))};
    const value = secondsOf(next) / secondsOf(work);
    work = next;
    return {name, value};
  });
}
