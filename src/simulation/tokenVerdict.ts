import type {Interval} from "./draws.ts";
import type {IndexRow} from "./thinking.ts";

/** Whether the subject of an index runs it with fewer tokens than a rival. */
export interface TokenVerdict {
  /** By the tokens of both runs, whatever they score. */
  readonly asRun: "fewer" | "not fewer";
  /** The rival read at the subject's score; "not read" where there is no slope to read it by, or no interval yet. */
  readonly atEqualScore: "fewer" | "not fewer" | "cannot be told" | "not read";
}

/**
 * What a run against a rival's tells, as run and at equal score.
 *
 * A subject that takes fewer tokens for no lower score, or no fewer for no higher one, needs no slope. Of the others the
 * 90 % interval decides, and one that holds 1 decides nothing.
 *
 * @param atEqual the interval of the rival's tokens over the subject's, at equal score
 */
export function tokenVerdict(
  {ratio, points}: Pick<IndexRow, "ratio" | "points">,
  atEqual: Pick<Interval, "low" | "high"> | undefined
): TokenVerdict {
  const asRun = ratio > 1 ? "fewer" : "not fewer";
  if (asRun === "fewer" && points <= 0) return {asRun, atEqualScore: "fewer"};
  if (asRun === "not fewer" && points >= 0) return {asRun, atEqualScore: "not fewer"};
  if (atEqual === undefined) return {asRun, atEqualScore: "not read"};
  if (atEqual.low > 1) return {asRun, atEqualScore: "fewer"};
  return {asRun, atEqualScore: atEqual.high < 1 ? "not fewer" : "cannot be told"};
}
