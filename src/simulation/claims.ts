import {log10, pow10} from "../numerics/exp.ts";
import {findRoot} from "../numerics/root.ts";
import {inputAt, inputsOf} from "../scenario/inputList.ts";
import type {Input} from "../scenario/inputList.ts";
import type {Claim, Reading, Scenario} from "../scenario/schema.ts";
import type {Interval} from "./draws.ts";
import {drawer, interval} from "./draws.ts";
import {atBaseline, shownMetric} from "./ladder.ts";
import {apartReaders} from "./recipeGain.ts";
import type {Reader} from "./readers.ts";
import {reducedTo} from "./reduce.ts";
import type {Solution} from "./solve.ts";
import {runCurve, solver} from "./solve.ts";
import type {Valuation} from "./valuation.ts";
import {central} from "./valuation.ts";

/** A claim against one of the models it names, as the scenario's inputs have it. */
export interface ClaimCase {
  readonly claim: Claim;
  readonly against: string;
  /** The score it is read at. */
  readonly level: number;
  /** log10 of the gain at that level: the rival's compute there over the subject's; ±Infinity where one never gets there. */
  readonly log10Gain: number;
  /** The same without what the subject's recipe keeps apart from its training. */
  readonly training: number;
  /** log10 of the compute the claim leaves the subject at the level: at most, and at least where it names two ends. */
  readonly atMost: number;
  readonly atLeast: number | undefined;
  /** Whether the claim is about a level on the metric on show. */
  readonly isOnMetric: boolean;
}

/** A case with its intervals and the share of draws in which it holds. */
export interface ClaimDraws {
  readonly gain: Interval | undefined;
  /** log10 of the most compute the claim leaves the subject. */
  readonly atMost: Interval | undefined;
  /** Share of draws in which the gain is what the claim says, and in which it is at least its smaller end. */
  readonly holds: number;
  readonly atLeast: number;
}

/** The value of one input at which a claim's verdict turns, all others as they are. */
export interface Flip {
  readonly address: string;
  readonly now: number;
  /** Undefined where no value on its slider, and a thousandfold beyond, turns it. */
  readonly at: number | undefined;
}

/** Readings that the quantities of a scenario can answer; the others are about amounts it does not hold. */
export const computedReadings: readonly Reading[] = ["equal-score", "equal-loss", "pretraining"];

/** log10 of the ends of a claimed ratio; a bound has one. */
export function ratioEnds({ratio}: Claim): {readonly least: number; readonly most: number} {
  const {value, low, high, bound} = ratio;
  if (bound === "under") return {least: -Infinity, most: log10(value)};
  return {least: log10(low ?? value), most: bound === "over" ? Infinity : log10(high ?? value)};
}

/** What a case needs of a solution, looked up once. */
interface CaseReader {
  readonly claim: Claim;
  readonly against: string;
  readonly apart: readonly Reader[];
  readonly isOnMetric: boolean;
}

const readsTraining = ({reading}: Claim): boolean => reading === "pretraining" || reading === "equal-loss";

function caseReaders(scenario: Scenario): readonly CaseReader[] {
  const metric = shownMetric(scenario);
  return scenario.claims.flatMap((claim) => {
    const recipe = scenario.models.find(({id}) => id === claim.subject)?.recipe;
    const own = scenario.recipes.find(({id}) => id === recipe);
    const apart = own === undefined ? [] : apartReaders(own).map(([, read]) => read);
    return claim.against.map((against) => ({claim, against, apart, isOnMetric: claim.metric === metric}));
  });
}

function readCase(
  solution: Solution,
  {claim, against, apart, isOnMetric}: CaseReader,
  value: Valuation
): ClaimCase | undefined {
  const [subject, asTrained] = [solution.models.get(claim.subject), solution.models.get(against)];
  if (subject === undefined || asTrained === undefined) return undefined;
  const rival = atBaseline(asTrained);
  const level = (claim.level === undefined ? subject : solution.models.get(claim.level))?.score ?? subject.score;
  const ofRival = level === rival.score ? rival.log10C : runCurve(solution, rival).log10Compute(level);
  const ofSubject = level === subject.score ? subject.log10C : runCurve(solution, subject).log10Compute(level);
  const log10Gain = ofRival - ofSubject;
  const notTraining = apart.reduce((sum, read) => sum + read(value), 0);
  const {least, most} = ratioEnds(claim);
  return {
    claim,
    against,
    level,
    log10Gain,
    training: log10Gain - notTraining,
    atMost: ofRival - (least === -Infinity ? most : least),
    atLeast: Number.isFinite(most) && Number.isFinite(least) && most > least ? ofRival - most : undefined,
    isOnMetric
  };
}

/** The gain a claim's reading compares: of training alone, or with all that is in the score. */
export const gainRead = ({claim, training, log10Gain}: ClaimCase): number =>
  readsTraining(claim) ? training : log10Gain;

function holdsIn(found: ClaimCase): boolean {
  const {least, most} = ratioEnds(found.claim);
  const read = gainRead(found);
  return read >= least && read <= most;
}

/** Every claim against every model it names, at the central values. */
export function claimCases(scenario: Scenario): readonly ClaimCase[] {
  const solution = solver(scenario, shownMetric(scenario))?.(central);
  if (solution === undefined) return [];
  return caseReaders(scenario).flatMap((reader) => readCase(solution, reader, central) ?? []);
}

/** The intervals of every case and the share of draws in which each claim holds, in the order of `claimCases`. */
export function claimDraws(scenario: Scenario): readonly ClaimDraws[] {
  const readers = caseReaders(scenario);
  const ids = new Set(
    readers.flatMap(({claim, against}) => [claim.subject, against, ...(claim.level ?? "").split(" ")])
  );
  const solveDraw = solver(reducedTo(scenario, ids), shownMetric(scenario));
  const {draws} = scenario.uncertainty;
  const {valuation, select} = drawer(scenario, scenario.uncertainty);
  const columns = readers.map(() => ({
    gain: new Float64Array(draws),
    atMost: new Float64Array(draws),
    holds: 0,
    over: 0,
    isThere: true
  }));
  for (let draw = 0; draw < draws; ++draw) {
    select(draw);
    const solution = solveDraw?.(valuation);
    if (solution === undefined) return [];
    readers.forEach((reader, i) => {
      const found = readCase(solution, reader, valuation);
      const column = columns[i];
      if (column === undefined) return;
      if (found === undefined) column.isThere = false;
      else {
        column.gain[draw] = gainRead(found);
        column.atMost[draw] = found.atMost;
        column.holds += holdsIn(found) ? 1 : 0;
        column.over += gainRead(found) >= ratioEnds(found.claim).least ? 1 : 0;
      }
    });
  }
  const told = (values: Float64Array) => {
    const result = interval(values);
    return Number.isNaN(result.median) ? undefined : result;
  };
  return columns
    .filter(({isThere}) => isThere)
    .map(({gain, atMost, holds, over}) => ({
      gain: told(gain),
      atMost: told(atMost),
      holds: holds / draws,
      atLeast: over / draws
    }));
}

/** How finely an input's range is searched for a turn, and how far beyond its slider, in decades. */
const steps = 240;
const beyondDecades = 3;

/** A place on an input's scale between its ends, a little beyond the slider on a log scale. */
function along({kind}: Input, fraction: number): number {
  const [low, high] = kind.range;
  if (kind.scale === "linear") return low + fraction * (high - low);
  const [from, to] = [log10(low) - beyondDecades, log10(high) + beyondDecades];
  return pow10(from + fraction * (to - from));
}

/** For each input a case stands on, the value at which its verdict turns, nearest to where it is now. */
export function flipsOf(scenario: Scenario, {claim, against}: ClaimCase): readonly Flip[] {
  const reader = caseReaders(scenario).find((item) => item.claim.id === claim.id && item.against === against);
  const solveOne = solver(scenario, shownMetric(scenario));
  if (reader === undefined || solveOne === undefined) return [];
  const ends = Object.values(ratioEnds(claim)).filter(Number.isFinite);
  const gapAt = (address: string, end: number) => (x: number) => {
    const value: Valuation = (other, quantity) => (other === address ? x : quantity.value);
    const solution = solveOne(value);
    const found = solution && readCase(solution, reader, value);
    return found === undefined ? NaN : gainRead(found) - end;
  };
  const asked = new Set<string>();
  const note: Valuation = (address, {value}) => {
    asked.add(address);
    return value;
  };
  const solution = solveOne(note);
  if (solution === undefined || readCase(solution, reader, note) === undefined) return [];
  return inputsOf(scenario).flatMap(({address}): Flip[] => {
    const input = inputAt(scenario, address);
    if (input === undefined || !asked.has(address) || input.kind.quantity === "count") return [];
    const now = input.quantity.value;
    const turns = ends.flatMap((end) => turnsOf(input, gapAt(address, end)));
    const moves = gapAt(address, 0)(now) !== gapAt(address, 0)(along(input, 0.9));
    if (turns.length === 0 && !moves) return [];
    const distance = (x: number) => (input.kind.scale === "log" ? Math.abs(log10(x / now)) : Math.abs(x - now));
    const [at] = turns.sort((one, other) => distance(one) - distance(other));
    return [{address, now, at}];
  });
}

function turnsOf(input: Input, gap: (x: number) => number): readonly number[] {
  const xs = Array.from({length: steps + 1}, (_, i) => along(input, i / steps));
  const gaps = xs.map(gap);
  return xs.slice(1).flatMap((x, i) => {
    const [before, after, from] = [gaps[i] ?? NaN, gaps[i + 1] ?? NaN, xs[i] ?? NaN];
    if (!(before < 0 !== after < 0) || Number.isNaN(before) || Number.isNaN(after)) return [];
    const root = findRoot(gap, from, x, {relativeTolerance: 1e-12});
    return root.converged ? [root.x] : [];
  });
}
