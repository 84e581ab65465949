import type {Curve} from "./curve.ts";

/**
 * The same curve with another end: what its score comes to as compute grows without limit.
 *
 * A loss law keeps its reducible part and moves as a whole, L(C) − E + limit: another floor at equal k and exponent. A
 * sigmoid keeps its start, and the way from there is stretched to the new ceiling. A constant becomes another constant.
 *
 * @throws RangeError if the curve has no finite end, as a straight line, or a new end is not finite or is its start
 * @see Davidson et al. 2023, arXiv:2312.07413, for the gain that follows, which grows without limit near a floor
 */
export function withLimit(curve: Curve, limit: number): Curve {
  if (!Number.isFinite(curve.limit)) throw new RangeError(`invalid curve; it has no finite end: ${curve.limit}`);
  if (!Number.isFinite(limit)) throw new RangeError(`invalid limit; not finite: ${limit}`);
  const {start} = curve;
  if (limit === curve.limit) return curve;
  if (!Number.isFinite(start) || start === curve.limit) {
    // The part above the end first: so the end maps to the end, without an ulp between.
    return {
      start: limit + (start - curve.limit),
      limit,
      score: (log10C) => limit + (curve.score(log10C) - curve.limit),
      log10Compute: (score) => curve.log10Compute(curve.limit + (score - limit))
    };
  }
  if (limit === start) throw new RangeError(`invalid limit; it is where the curve starts: ${limit}`);
  const stretch = (limit - start) / (curve.limit - start);
  return {
    start,
    limit,
    score: (log10C) => start + stretch * (curve.score(log10C) - start),
    log10Compute: (score) => curve.log10Compute(score === limit ? curve.limit : start + (score - start) / stretch)
  };
}
