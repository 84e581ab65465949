import {binomialWeights} from "../numerics/binomial.ts";
import {pow} from "../numerics/exp.ts";

/**
 * What a vote counts, ties drawn, for the right answer with `right` votes, when so many fresh wrong votes fall evenly on
 * the wrong answers, of which one already has `repeats` votes.
 */
export type VoteCredit = (right: number, fresh: number, repeats: number) => number;

/** More equally likely wrong answers than this are no nearer to wrong attempts that never agree. */
export const mostWrongAnswers = 1000;

/**
 * The credit of votes of up to `most` in all, where wrong attempts fall evenly on so many wrong answers.
 *
 * Exact: the ways to spread r votes over q answers, none above j and t at j, are r! / q^r C(q, t) / j!^t times the
 * coefficient of x^(r − jt) in (1 + x + … + x^(j−1) / (j − 1)!)^(q − t).
 *
 * @param wrongAnswers from 1, where all wrong attempts agree, to 1000, or Infinity, where no two of them do
 */
export function voteCredit(wrongAnswers: number, most: number): VoteCredit {
  if (wrongAnswers === Infinity) return creditAmongSingles;
  if (latest?.wrongAnswers === wrongAnswers && latest.most === most) return latest.credit;
  const credit = creditByTables(wrongAnswers, most);
  latest = {wrongAnswers, most, credit};
  return credit;
}

/** The tables asked for last: thousands of draws of other numbers ask for the same. */
let latest: {readonly wrongAnswers: number; readonly most: number; readonly credit: VoteCredit} | undefined;

function creditByTables(wrongAnswers: number, most: number): VoteCredit {
  const all = winTables(wrongAnswers, most);
  const others = winTables(wrongAnswers - 1, most);
  const splits = Array.from({length: most + 1}, (_, fresh) => binomialWeights(fresh, 1 / wrongAnswers));
  return (right, fresh, repeats) => {
    if (right === 0) return 0;
    if (repeats === 0) return all.alone[right]![fresh]!;
    const split = splits[fresh]!;
    let sum = 0;
    for (let more = 0; more <= fresh && repeats + more <= right; ++more) {
      const table = repeats + more === right ? others.beside : others.alone;
      sum += split[more]! * table[right]![fresh - more]!;
    }
    return sum;
  };
}

/** Where every fresh wrong vote is for an answer of its own. */
function creditAmongSingles(right: number, fresh: number, repeats: number): number {
  if (right === 0 || repeats > right) return 0;
  return 1 / (1 + (repeats === right ? 1 : 0) + (right === 1 ? fresh : 0));
}

/** By right votes, then by wrong votes: the chance to win, alone in the lead or beside one other answer there. */
interface WinTables {
  readonly alone: readonly Float64Array[];
  readonly beside: readonly Float64Array[];
}

function winTables(rivals: number, most: number): WinTables {
  const factorial = factorials(most);
  const alone: Float64Array[] = [];
  const beside: Float64Array[] = [];
  for (let right = 0; right <= most; ++right) {
    const rows = [new Float64Array(most + 1), new Float64Array(most + 1)] as const;
    // Powers of the series cut below `right`, from the least exponent up: one rival less for each tie.
    const series = Float64Array.from({length: most + 1}, (_, i) => (i < right ? 1 / factorial[i]! : 0));
    const mostTies = right === 0 ? 0 : Math.min(rivals, Math.floor(most / right));
    let power = powerOf(series, rivals - mostTies);
    for (let ties = mostTies; ties >= 0; --ties) {
      const ways = chooseFew(rivals, ties) / pow(factorial[right]!, ties);
      for (let votes = right * ties; votes <= most; ++votes) {
        const spread = factorial[votes]! * pow(rivals, -votes);
        const chance = rivals === 0 ? (votes === 0 ? 1 : 0) : spread * ways * power[votes - right * ties]!;
        rows[0][votes]! += chance / (1 + ties);
        rows[1][votes]! += chance / (2 + ties);
      }
      power = product(power, series);
    }
    alone.push(rows[0]);
    beside.push(rows[1]);
  }
  return {alone, beside};
}

function factorials(most: number): Float64Array {
  const result = new Float64Array(most + 1).fill(1);
  for (let i = 1; i <= most; ++i) result[i] = result[i - 1]! * i;
  return result;
}

function chooseFew(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; ++i) ways *= (n - i) / (i + 1);
  return ways;
}

/** The product of two power series, cut at their length. */
function product(a: Float64Array, b: Float64Array): Float64Array {
  const result = new Float64Array(a.length);
  for (let i = 0; i < a.length; ++i) {
    if (a[i] === 0) continue;
    for (let j = 0; i + j < a.length && b[j] !== 0; ++j) result[i + j]! += a[i]! * b[j]!;
  }
  return result;
}

function powerOf(series: Float64Array, exponent: number): Float64Array {
  let result: Float64Array = new Float64Array(series.length);
  result[0] = 1;
  let square = series;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = product(result, square);
    square = product(square, square);
  }
  return result;
}
