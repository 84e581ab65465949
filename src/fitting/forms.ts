import type {FitForm} from "../scenario/fitChoices.ts";
import {fitForms} from "../scenario/fitChoices.ts";
import type {Observation} from "../laws/observation.ts";

/** What a run spent, by the letter it has in a law. */
export type Spent = "N" | "D" | "C";

/** One power law of a sum: scale · spent^−exponent. */
export interface Term {
  readonly of: Spent;
  readonly scale: string;
  readonly exponent: string;
}

/** A loss law as a sum of power laws over a floor. */
export interface LossForm {
  readonly kind: "loss";
  readonly name: string;
  readonly formula: string;
  readonly source: string;
  readonly floor: boolean;
  readonly terms: readonly Term[];
}

/** A score as a sigmoid, of compute or in two steps. */
export interface ScoreForm {
  readonly kind: "score";
  readonly name: string;
  readonly formula: string;
  readonly source: string;
}

/** The forms a ladder can be fitted by. */
export const forms = {
  chinchilla: {
    kind: "loss",
    name: "Chinchilla",
    formula: "L = E + A N^−alpha + B D^−beta",
    source: "Hoffmann et al. 2022, arXiv:2203.15556, equation 2",
    floor: true,
    terms: [
      {of: "N", scale: "A", exponent: "alpha"},
      {of: "D", scale: "B", exponent: "beta"}
    ]
  },
  "chinchilla-tied": {
    kind: "loss",
    name: "Chinchilla, one exponent",
    formula: "L = E + A N^−alpha + B D^−alpha",
    source: "Muennighoff et al. 2023, arXiv:2305.16264, appendix A; Gadre et al. 2024, arXiv:2403.08540, equation 4",
    floor: true,
    terms: [
      {of: "N", scale: "A", exponent: "alpha"},
      {of: "D", scale: "B", exponent: "alpha"}
    ]
  },
  "power-law": {
    kind: "loss",
    name: "Power law with floor",
    formula: "L = E + k C^−a",
    source: "Henighan et al. 2020, arXiv:2010.14701, equation 1.1",
    floor: true,
    terms: [{of: "C", scale: "k", exponent: "a"}]
  },
  "power-law-no-floor": {
    kind: "loss",
    name: "Power law without floor",
    formula: "L = k C^−a",
    source: "Kaplan et al. 2020, arXiv:2001.08361, equation 1.3",
    floor: false,
    terms: [{of: "C", scale: "k", exponent: "a"}]
  },
  logistic: {
    kind: "score",
    name: "Logistic in log compute",
    formula: "score = floor + (ceiling − floor) / (1 + (Cmid / C)^steepness)",
    source: "Khatri et al. 2025, arXiv:2510.13786, equation 1, of training compute"
  },
  "two-step": {
    kind: "score",
    name: "Two steps: loss, then score",
    formula: "L = E + A N^−alpha + B D^−beta; score = a / (1 + exp(−k (L − L0))) + b",
    source: "Bhagia et al. 2024, arXiv:2412.04403, equations 1, 2"
  }
} as const satisfies Record<FitForm, LossForm | ScoreForm>;

export type FormName = FitForm;

export const formNames: readonly FormName[] = fitForms;

/** The names of forms that give a loss. */
export type LossFormName = {[K in FormName]: (typeof forms)[K]["kind"] extends "loss" ? K : never}[FormName];

export const isLossForm = (name: FormName): name is LossFormName => forms[name].kind === "loss";

/** What a form calls its parameters, in the order of its formula. */
export function parameterNames(name: FormName): readonly string[] {
  switch (name) {
    case "logistic":
      return ["floor", "ceiling", "log10CMid", "steepness"];
    case "two-step":
      return [...parameterNames("chinchilla"), "a", "L0", "k", "b"];
    default: {
      const {floor, terms}: LossForm = forms[name];
      const names = terms.flatMap(({scale}) => [scale]);
      const exponents = [...new Set(terms.map(({exponent}) => exponent))];
      return [...(floor ? ["E"] : []), ...names, ...exponents];
    }
  }
}

/** Whether a run has all that a loss law needs. */
export function isUsableFor(name: LossFormName, run: Observation): boolean {
  const {terms}: LossForm = forms[name];
  const isGiven = (value: number) => value > 0 && value < Infinity;
  return isGiven(run.loss) && terms.every(({of}) => isGiven(run[of]));
}
