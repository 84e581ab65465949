import type {CostReport, Told} from "../simulation/costNumbers.ts";

type Pipeline = NonNullable<CostReport["pipeline"]>;

/** Whether a factor is exactly 1, in every draw: both setups share what it is of, and a row of it would say nothing. */
export const isShared = ({value, interval}: Told): boolean =>
  value === 1 && (interval === null || (interval.low === 1 && interval.high === 1));

/** What a factor does to its own share of a task’s cost. */
export function ownFactor({share, ofServing, ofTraining, interval}: Pipeline["factors"][number]): Told {
  const value = share === "serving" ? ofServing : ofTraining;
  return {value: Number.isFinite(value) ? value : null, interval};
}

/** The factors in which two setups differ, or may; of the training all, since that nothing changes there is told by them. */
export const tellingFactors = ({factors, secondsFactors}: Pipeline): Pick<Pipeline, "factors" | "secondsFactors"> => ({
  factors: factors.filter((factor) => factor.share === "training" || !isShared(ownFactor(factor))),
  secondsFactors: secondsFactors.filter((factor) => !isShared(factor))
});
