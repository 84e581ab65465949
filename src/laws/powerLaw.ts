import {log10, pow10} from "../numerics/exp.ts";
import type {Curve} from "./curve.ts";

/** A loss that falls as a power of compute towards a floor. */
export interface PowerLaw {
  /** Irreducible loss, nats per token; E ≥ 0. */
  readonly E: number;
  /** Reducible loss at one FLOP, nats per token; k > 0. */
  readonly k: number;
  /** Exponent of compute; a > 0. */
  readonly a: number;
}

/**
 * The loss curve L(C) = E + k C^−a.
 *
 * @throws RangeError if k or a is not positive
 */
export function powerLawCurve({E, k, a}: PowerLaw): Curve {
  if (!(k > 0)) throw new RangeError(`invalid k; not positive: ${k}`);
  if (!(a > 0)) throw new RangeError(`invalid exponent a; not positive: ${a}`);
  const log10K = log10(k);
  return {
    score: (log10C) => E + k * pow10(-a * log10C),
    log10Compute: (loss) => (loss <= E ? Infinity : (log10K - log10(loss - E)) / a),
    limit: E,
    start: Infinity
  };
}
