import {pow10} from "../numerics/exp.ts";
import type {Gain} from "../laws/gain.ts";
import type {Scenario} from "../scenario/schema.ts";
import {claimCases, claimDraws, flipsOf, gainRead, ratioEnds} from "./claims.ts";
import type {ClaimCase} from "./claims.ts";
import type {Interval} from "./draws.ts";
import {gains, gainUncertainty} from "./gains.ts";
import type {Pair} from "./gains.ts";
import {ladder, shownMetric} from "./ladder.ts";
import {isLogOutput, outputsOf} from "./outputs.ts";
import {gainParts} from "./parts.ts";
import {sensitivity} from "./sensitivity.ts";
import {thresholds} from "./thresholds.ts";
import {ladderUncertainty} from "./uncertainty.ts";

/** A number as JSON has it: what is not finite is said in words, since JSON has no infinity. */
export type NumberText = number | "never" | "any" | null;

/** The way through a logarithm costs the last digits: without them 5e25 is 5e25 again, not 4.999999999999999e25. */
const fromLog10 = (value: number): number => Number(pow10(value).toPrecision(12));

/** A factor or an amount from its log10. */
function amount(log10Value: number): NumberText {
  if (Number.isNaN(log10Value)) return null;
  return log10Value === Infinity ? "never" : log10Value === -Infinity ? 0 : fromLog10(log10Value);
}

const plain = (value: number): NumberText => (Number.isFinite(value) ? value : null);

const band = (interval: Interval | undefined, of: (value: number) => NumberText = amount) =>
  interval === undefined ? null : {low: of(interval.low), median: of(interval.median), high: of(interval.high)};

function gainNumbers(result: Gain) {
  return result.kind === "gain" ? {kind: result.kind, gain: result.gain} : {kind: result.kind, gain: null};
}

/** How a run of the command was asked for: what makes its numbers again. */
const howAsked = ({title, uncertainty: {seed, draws}, baseline}: Scenario, metric: string) => ({
  title,
  metric,
  seed,
  draws,
  baseline
});

/** A pair's gain at a level and at the scenario's landmarks, with 90 % intervals; undefined where one has no curve. */
export function gainReport(scenario: Scenario, pair: Pair, level: number | undefined) {
  const read: Scenario = level === undefined ? scenario : {...scenario, view: {...scenario.view, level}};
  const found = gains(read, pair);
  if (found === undefined) return undefined;
  const drawn = gainUncertainty(read, pair);
  return {
    ...howAsked(scenario, found.metric),
    of: found.of,
    against: found.against,
    readings: found.landmarks.map(({kind, level: at, model, gain}, i) => ({
      at: kind,
      ...(model === undefined ? {} : {model}),
      level: at,
      ...gainNumbers(gain),
      interval: band(drawn?.landmarks[i])
    })),
    byLevel: found.byLevel.map(({level: at, log10Gain}) => ({level: at, gain: amount(log10Gain)})),
    byCompute: found.byCompute.map(({x, log10Gain}) => ({compute: fromLog10(x), gain: amount(log10Gain)})),
    atEqualCompute: found.points.map(({x, y}) => ({compute: fromLog10(x), points: plain(y)}))
  };
}

/** The claims of a scenario: what each implies, how likely it holds under the inputs, and what turns its verdict. */
export function claimReport(scenario: Scenario) {
  const drawn = claimDraws(scenario);
  const described = (found: ClaimCase, i: number) => {
    const {claim, against, level, log10Gain, training, atMost, atLeast, isOnMetric} = found;
    const {least, most} = ratioEnds(claim);
    return {
      id: claim.id,
      words: claim.words,
      by: claim.by,
      kind: claim.kind,
      reading: claim.reading,
      subject: claim.subject,
      against,
      onMetric: isOnMetric,
      level,
      /** A null is an end the claim leaves open. */
      ratio: {least: least === -Infinity ? null : amount(least), most: most === Infinity ? null : amount(most)},
      gain: amount(log10Gain),
      trainingGain: amount(training),
      /** The one the claim's reading compares, which the interval and the probabilities are of. */
      gainRead: amount(gainRead(found)),
      interval: band(drawn[i]?.gain),
      holdsAsPlaced: gainRead(found) >= least && gainRead(found) <= most,
      probability: drawn[i]?.holds ?? null,
      probabilityAtLeast: drawn[i]?.atLeast ?? null,
      impliedCompute: {
        atMost: amount(atMost),
        atLeast: atLeast === undefined ? null : amount(atLeast),
        interval: band(drawn[i]?.atMost)
      },
      flips: flipsOf(scenario, found).map(({address, now, at}) => ({input: address, now, at: at ?? null}))
    };
  };
  return {...howAsked(scenario, shownMetric(scenario)), claims: claimCases(scenario).map(described)};
}

/** A report has no axis to draw bands along. */
const noAxis = [24, 25] as const;

/** Every number the page shows of a scenario, amounts and factors as such; undefined without a reference curve. */
export function simulationReport(scenario: Scenario) {
  const central = ladder(scenario);
  if (central === undefined) return undefined;
  const {metric, solution, subject, rival, comparisons} = central;
  const drawn = ladderUncertainty(scenario, noAxis);
  const [of, against] = [subject, rival ?? scenario.reference];
  const swings = sensitivity(scenario);
  const shown = outputsOf(scenario).find(({id}) => id === swings?.output);
  const inUnits = shown !== undefined && isLogOutput(shown) ? amount : plain;
  return {
    ...howAsked(scenario, metric),
    subject: subject ?? null,
    rival: rival ?? null,
    models: scenario.models.map(({id, name, recipe, basis}) => {
      const run = solution.models.get(id);
      return {
        id,
        name,
        recipe,
        basis,
        compute: amount(run?.log10C ?? NaN),
        gain: amount(run?.log10Gain ?? NaN),
        gainInterval: band(drawn?.gains[id]),
        score: plain(run?.score ?? NaN),
        residual: amount(run?.residual ?? NaN),
        penalty: amount(run?.penalty ?? NaN)
      };
    }),
    recipes: scenario.recipes.map((recipe) => {
      const parts = gainParts(solution, recipe);
      return {
        id: recipe.id,
        gain: amount(solution.recipes.get(recipe.id) ?? NaN),
        ...(parts === undefined
          ? {}
          : {
              trainingGain: amount(parts.training),
              parts: parts.factors.map(({name, kind, log10}) => ({name, kind, gain: amount(log10)}))
            })
      };
    }),
    comparisons: comparisons.map(({rival: id, log10Gain, points, crossing, decadesAway}) => ({
      rival: id,
      gain: amount(log10Gain),
      gainInterval: band(drawn?.comparisons[id]?.log10Gain),
      probabilityAbove1: drawn?.comparisons[id]?.above1 ?? null,
      points: plain(points),
      pointsInterval: band(drawn?.comparisons[id]?.points, plain),
      computeAtEqualScore: amount(crossing),
      decadesOffTheRival: plain(decadesAway)
    })),
    thresholds: (thresholds(scenario)?.reach ?? []).map(({threshold, log10C, slips}) => ({
      id: threshold,
      compute: amount(log10C),
      slips: slips.map(({model, score, log10Gain}) => ({model, score, gain: amount(log10Gain)}))
    })),
    gain: of === undefined ? null : (gainReport(scenario, {of, against}, undefined)?.readings ?? null),
    claims: claimReport(scenario).claims,
    sensitivity:
      swings === undefined
        ? null
        : {
            output: swings.output,
            of: shown?.name ?? swings.output,
            central: inUnits(swings.central),
            swings: swings.swings.map(({atLow, atHigh, ...swing}) => ({
              ...swing,
              atLow: inUnits(atLow),
              atHigh: inUnits(atHigh)
            })),
            shares: swings.shares,
            draws: swings.draws
          }
  };
}
