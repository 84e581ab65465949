import {pow} from "../numerics/exp.ts";
import type {Allocation} from "./chinchilla.ts";

/** Parameters of a loss without a floor. */
export interface KaplanLaw {
  /** Parameters, without embeddings, at which a model with data without end would reach 1 nat per token. */
  readonly Nc: number;
  /** Tokens at which a model without limit of size would reach 1 nat per token. */
  readonly Dc: number;
  readonly alphaN: number;
  readonly alphaD: number;
}

/**
 * Expected loss, nats per token, of N parameters (without embeddings) stopped early on D tokens:
 * ((Nc/N)^(alphaN/alphaD) + Dc/D)^alphaD.
 *
 * With D = Infinity it is (Nc/N)^alphaN, with N = Infinity (Dc/D)^alphaD; it falls to 0 with both.
 *
 * @see Kaplan et al. 2020, arXiv:2001.08361, equation 1.5
 */
export function kaplanLoss({Nc, Dc, alphaN, alphaD}: KaplanLaw, {N, D}: Allocation): number {
  return pow(pow(Nc / N, alphaN / alphaD) + Dc / D, alphaD);
}
