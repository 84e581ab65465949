import {loss, type ScalingLaw} from "./chinchilla.ts";

/**
 * The isoFLOP curve of a compute: loss, nats per token, against parameters N, the tokens being what C pays for.
 *
 * @param C training compute, FLOP
 * @see Hoffmann et al. 2022, arXiv:2203.15556, section 3.2
 */
export function isoFlop(law: ScalingLaw, C: number): (N: number) => number {
  return (N) => loss(law, {N, D: C / (6 * N)});
}
