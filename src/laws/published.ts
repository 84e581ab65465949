import type {ScalingLaw} from "./chinchilla.ts";
import type {Repetition} from "./dataConstrained.ts";
import type {KaplanLaw} from "./kaplan.ts";
import type {Law} from "./law.ts";
import type {PowerLaw} from "./powerLaw.ts";

/** Hoffmann et al. 2022, arXiv:2203.15556, equation 10, as printed; the paper gives no standard errors. */
export const hoffmann2022: ScalingLaw = {E: 1.69, A: 406.4, B: 410.7, alpha: 0.34, beta: 0.28};

/**
 * The same fit before rounding, read from the source of the paper by Besiroglu et al. 2024, arXiv:2404.10102,
 * appendix. The two digits printed for the exponents move the optimum: D/N at 5.76e23 FLOP from 59 to 93.
 */
export const hoffmann2022Unrounded: ScalingLaw = {
  E: 1.6933736809989528, // log E = 0.5267228
  A: 406.4010175194737, // log A = 6.0073404
  B: 410.7228269450398, // log B = 6.0179186
  alpha: 0.33917084,
  beta: 0.2849083
};

/** Besiroglu et al. 2024, arXiv:2404.10102, table 1: a fit of 240 of Hoffmann et al.’s runs. */
export const besiroglu2024: ScalingLaw = {E: 1.8172, A: 482.01, B: 2085.43, alpha: 0.3478, beta: 0.3658};

/** Standard errors of besiroglu2024, by bootstrap; same table. The errors of A and alpha, B and beta go together. */
export const besiroglu2024StandardErrors: ScalingLaw = {E: 0.03, A: 124.58, B: 1293.23, alpha: 0.02, beta: 0.02};

/**
 * The optimum of Besiroglu et al.’s stated objective on the same 240 runs: the sum of Huber losses (delta 1e-3) of
 * log residuals. Their printed row is a fit with a free scale instead, which comes to least absolute deviations.
 */
export const besiroglu2024Huber: ScalingLaw = {
  E: 1.81721809901,
  A: 477.82586823,
  B: 2143.41736336,
  alpha: 0.347310498882,
  beta: 0.367172432628
};

/** Muennighoff et al. 2023, arXiv:2305.16264, appendix A: the C4 runs, with alpha = beta by construction. */
export const muennighoff2023: ScalingLaw = {E: 1.87, A: 521, B: 1488, alpha: 0.35, beta: 0.35};

/** Muennighoff et al. 2023, arXiv:2305.16264, appendix A: what repetition is worth, on C4. */
export const muennighoff2023Repetition: Repetition = {tokens: 15.3878, parameters: 5.3097};

/** Kaplan et al. 2020, arXiv:2001.08361, equations 1.1, 1.2; N without embeddings. */
export const kaplan2020: KaplanLaw = {Nc: 8.8e13, Dc: 5.4e13, alphaN: 0.076, alphaD: 0.095};

/**
 * Gundlach et al. 2025, arXiv:2511.21622: the least loss of compute, FLOP, for LSTMs and for Transformers as of 2017.
 * Small runs, fitted without a floor: far beyond them the losses fall below any floor and only their ratio is meant.
 */
export const gundlach2025Lstm: PowerLaw = {E: 0, k: 36.3, a: 0.065};
export const gundlach2025Transformer: PowerLaw = {E: 0, k: 81.7, a: 0.091};

/** A law with its name and where it was published. */
export type PublishedLaw = Law & {
  readonly name: string;
  /** One standard error of each parameter, where the source gives them. */
  readonly standardErrors?: ScalingLaw;
  /** What repeated data are worth under this law, where the source says. */
  readonly repetition?: Repetition;
  readonly source: string;
};

/** Every published law by its name. */
export const publishedLaws: Readonly<Record<string, PublishedLaw>> = byName([
  {
    name: "hoffmann2022",
    kind: "chinchilla",
    parameters: hoffmann2022,
    source: "Hoffmann et al. 2022, arXiv:2203.15556, equation 10, as printed"
  },
  {
    name: "hoffmann2022-unrounded",
    kind: "chinchilla",
    parameters: hoffmann2022Unrounded,
    source: "Hoffmann et al. 2022 before rounding, by Besiroglu et al. 2024, arXiv:2404.10102, appendix"
  },
  {
    name: "besiroglu2024",
    kind: "chinchilla",
    parameters: besiroglu2024,
    standardErrors: besiroglu2024StandardErrors,
    source: "Besiroglu et al. 2024, arXiv:2404.10102, table 1"
  },
  {
    name: "besiroglu2024-huber",
    kind: "chinchilla",
    parameters: besiroglu2024Huber,
    source: "optimum of the objective stated by Besiroglu et al. 2024, arXiv:2404.10102, on the same runs"
  },
  {
    name: "muennighoff2023",
    kind: "chinchilla",
    parameters: muennighoff2023,
    repetition: muennighoff2023Repetition,
    source: "Muennighoff et al. 2023, arXiv:2305.16264, appendix A, C4"
  },
  {
    name: "kaplan2020",
    kind: "kaplan",
    parameters: kaplan2020,
    source: "Kaplan et al. 2020, arXiv:2001.08361, equations 1.1, 1.2 and 1.5; N without embeddings"
  },
  {
    name: "gundlach2025-lstm",
    kind: "power-law",
    parameters: gundlach2025Lstm,
    source: "Gundlach et al. 2025, arXiv:2511.21622, LSTM"
  },
  {
    name: "gundlach2025-transformer",
    kind: "power-law",
    parameters: gundlach2025Transformer,
    source: "Gundlach et al. 2025, arXiv:2511.21622, Transformer as of 2017"
  }
]);

function byName(laws: readonly PublishedLaw[]): Readonly<Record<string, PublishedLaw>> {
  return Object.fromEntries(laws.map((law) => [law.name, law]));
}
