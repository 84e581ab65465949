import type {Coverage} from "../fitting/coverage.ts";
import {symbolOf} from "./fitParameters.ts";

/** How often intervals held the truth, in words. */
export interface CoverageWords {
  readonly sentence: string;
  /** A parameter or a forecast, and the share of ladders whose interval held it. */
  readonly rows: readonly {readonly what: string; readonly share: string; readonly isNarrow: boolean}[];
  readonly remark: string;
}

/** A share this far under 90 % is not chance: two standard errors of 200 ladders. */
const chance = 0.045;
const nominal = 0.9;

const percent = (share: number): string => (Number.isFinite(share) ? `${Math.round(100 * share)} %` : "no number");

const distance = (decades: number): string =>
  decades === 0 ? "loss at the largest run" : `loss ${decades} decade${decades === 1 ? "" : "s"} beyond it`;

/** What a check of the intervals found, as it is: the forecasts first, which are what a ladder is for. */
export function coverageWords({ladders, failed, draws, runs, seed, parameters, forecasts}: Coverage): CoverageWords {
  const row = (what: string, share: number) => ({what, share: percent(share), isNarrow: share < nominal - chance});
  const rows = [
    ...forecasts.map(({decades, share}) => row(distance(decades), share)),
    ...Object.entries(parameters).map(([name, share]) => row(symbolOf(name), share))
  ];
  const shares = forecasts.map(({share}) => share).filter(Number.isFinite);
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const range = percent(least) === percent(most) ? percent(least) : `${percent(least)} to ${percent(most)}`;
  const verdict =
    least < nominal - chance
      ? "they are too narrow, and what is not known is more than they say"
      : most > nominal + chance
        ? "they are wider than they say"
        : "they are as good as they say";
  return {
    sentence:
      shares.length === 0
        ? `None of ${ladders} simulated ladders could be fitted.`
        : `On ${ladders - failed} simulated ladders of ${runs} runs like these, the 90 % intervals of a forecast held the truth in ${range}: ${verdict}.`,
    rows,
    remark: `Ladders simulated from the fitted law with its own residuals, ${draws} draws each, seed ${seed}.${failed === 0 ? "" : ` ${failed} could not be fitted.`} A perfect method comes to 90 %; a few per cent either way are chance.`
  };
}
