import {withCommas} from "../scenario/numberText.ts";
import type {Estimate, FittedLaw} from "../scenario/editReinforcement.ts";
import type {Reinforcement} from "../scenario/schema.ts";
import type {Interval} from "../simulation/draws.ts";
import type {ReinforcementNumbers} from "../simulation/reinforcement.ts";
import {isFitted} from "../simulation/reinforcementFit.ts";
import type {ReinforcementFit} from "../simulation/reinforcementFit.ts";
import type {ReinforcementUncertainty} from "../simulation/reinforcementUncertainty.ts";
import {amountText, percent, pointsOf, rangeOf} from "./reinforcementNumbers.ts";

/** Fewer points than this give intervals that are clearly too narrow. */
const fewPoints = 8;

const counted = (count: number): string => `${count} ${count === 1 ? "point" : "points"}`;

const fitOf = ({fit}: ReinforcementNumbers): ReinforcementFit | undefined =>
  fit === undefined || "missing" in fit ? undefined : fit;

/** Why a fit cannot stand for the law of a scenario; "" where it can. */
function unfit({A, R0, B, CMid}: ReinforcementFit): string {
  if (!(A > R0)) return "The score falls with training in these points: there is no rise to take over.";
  return Number.isFinite(B + CMid) && B > 0 && CMid > 0 ? "" : "The fit has no steepness or middle to take over.";
}

/** What the points tell, in sentences. */
export function fitWords(
  section: Reinforcement,
  numbers: ReinforcementNumbers,
  drawn: ReinforcementUncertainty | undefined
): string {
  const {points = []} = section;
  const {fit} = numbers;
  if (points.length === 0 || fit === undefined) {
    return `No points yet: all of this stands on what was placed. Paste ${section.unit} and scores of a run, four at least, to fit the sigmoid to them.`;
  }
  if ("missing" in fit) return `${counted(points.length)}, drawn and not fitted: ${fit.missing}.`;
  const off = pointsOf(fit.largestResidual).replace("+", "");
  const sure = fit.isExact
    ? "As many numbers as points: the fit goes through them and is sure of nothing."
    : drawn?.fit === undefined
      ? "Its intervals are on their way."
      : `90 % from ${withCommas(drawn.fit.draws)} bootstrap draws over points, seed ${drawn.fit.seed}${points.length < fewPoints ? "; of so few points they are too narrow" : ""}.`;
  return [
    `${counted(points.length)}, fitted by least squares: off by ${off} at most.`,
    sure,
    ...(fit.converged ? [] : ["The fit did not converge."]),
    ...(unfit(fit) === "" ? [] : [unfit(fit)]),
    ...(isFitted(section) ? ["The scenario stands on this fit."] : [])
  ].join(" ");
}

/** A number of the sigmoid as it is and as the points have it. */
export interface FitRow {
  readonly name: string;
  readonly now: string;
  readonly fitted: string;
  readonly range: string;
}

/** The four numbers of the sigmoid; none without a fit. */
export function fitRows(
  {law, unit}: Reinforcement,
  numbers: ReinforcementNumbers,
  drawn: ReinforcementUncertainty | undefined
): readonly FitRow[] {
  const fit = fitOf(numbers);
  if (fit === undefined) return [];
  const plain = (value: number) => String(Number(value.toPrecision(3)));
  const amount = (value: number) => amountText(value, 3);
  const row = (
    name: string,
    now: number,
    fitted: number,
    interval: Interval | undefined,
    word: (n: number) => string
  ) => ({
    name,
    now: word(now),
    fitted: word(fitted),
    range: rangeOf(interval, word)
  });
  return [
    row("Score before, R0", law.before.value, fit.R0, drawn?.fit?.R0, percent),
    row("Ceiling, A", law.ceiling.value, fit.A, drawn?.fit?.A, percent),
    row("Steepness, B", law.steepness.value, fit.B, drawn?.fit?.B, plain),
    row(`Middle, Cmid, ${unit}`, law.middle.value, fit.CMid, drawn?.fit?.CMid, amount)
  ];
}

/** The fit as a law that a scenario can take; undefined where there is none, it cannot, or its intervals are on their way. */
export function fitAsLaw(
  section: Reinforcement,
  numbers: ReinforcementNumbers,
  drawn: ReinforcementUncertainty | undefined
): FittedLaw | undefined {
  const fit = fitOf(numbers);
  if (fit === undefined || unfit(fit) !== "" || isFitted(section)) return undefined;
  if (!fit.isExact && drawn?.fit === undefined) return undefined;
  const estimate = (value: number, interval: Interval | undefined): Estimate => ({
    value,
    low: interval?.low ?? value,
    high: interval?.high ?? value
  });
  return {
    before: estimate(fit.R0, drawn?.fit?.R0),
    ceiling: estimate(fit.A, drawn?.fit?.A),
    steepness: estimate(fit.B, drawn?.fit?.B),
    middle: estimate(fit.CMid, drawn?.fit?.CMid)
  };
}
