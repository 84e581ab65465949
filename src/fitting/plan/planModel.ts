import {exp, log, log10, pow10} from "../../numerics/exp.ts";
import type {PowerLaw} from "../../laws/powerLaw.ts";

/** What a ladder of each recipe is fitted by, and what is true. */
export interface PlanModel {
  /** Loss of the reference by compute, FLOP: E + k C^−a. */
  readonly law: PowerLaw;
  /** Compute of the reference whose level the gain is read at, FLOP. */
  readonly target: number;
  /** The true gain at that level, compute of the reference over that of the new recipe; > 0. */
  readonly gain: number;
  /** By how many powers of ten the true gain grows with a tenfold of compute; > −1. */
  readonly growth: number;
  /** Constant: both laws have one exponent. Scale-dependent: the new recipe's exponent is fitted too. */
  readonly gainForm: "constant" | "scale-dependent";
  /** Whether the floor E is known, or fitted; both recipes have the same. */
  readonly floor: "known" | "fitted";
}

export const planRecipes = ["reference", "new"] as const;
export type PlanRecipe = (typeof planRecipes)[number];

/** Runs of one recipe at one compute. */
export interface PlanRung {
  readonly recipe: PlanRecipe;
  /** Compute at which the law has the loss of the run, FLOP. */
  readonly compute: number;
  /** How many runs, each with a seed of its own; ≥ 1. */
  readonly seeds: number;
}

/** Where the log gain stands among the parameters; the scale of the reducible loss and its exponent come before. */
export const gainPlace = 2;

/** How many parameters the ladders are fitted by: scale, exponent and gain, and what else is free. */
export const planSize = ({gainForm, floor}: PlanModel): number =>
  3 + (gainForm === "scale-dependent" ? 1 : 0) + (floor === "fitted" ? 1 : 0);

/** Natural logarithm of compute over the target's. */
export const offTarget = ({target}: PlanModel, compute: number): number => log(compute / target);

/** The reducible loss of the reference at the target, nats per token. */
export const reducibleAtTarget = ({law: {k, a}, target}: PlanModel): number => k * pow10(-a * log10(target));

/** The exponent of the new recipe: that of the reference where the gain is the same at every scale. */
export const newExponent = ({law: {a}, growth}: PlanModel): number => a * (1 + growth);

/** The true loss of a recipe at a compute, nats per token. */
export function planLoss(model: PlanModel, recipe: PlanRecipe, compute: number): number {
  const x = offTarget(model, compute);
  const power = recipe === "reference" ? model.law.a * x : newExponent(model) * (x + log(model.gain));
  return model.law.E + reducibleAtTarget(model) * exp(-power);
}

/**
 * The derivatives of a recipe's log loss at a compute by the parameters: log of the reducible loss at the target,
 * exponent, natural log of the gain, and where they are free the new recipe's exponent and the floor.
 *
 * Counted from the target the loss of the new recipe is E + exp(c − a′ (x + γ)), so that the log gain γ at the target is
 * a parameter itself, whether or not the exponents are one.
 */
export function logLossGradient(model: PlanModel, recipe: PlanRecipe, compute: number): Float64Array {
  const {law, gain, gainForm, floor} = model;
  const gradient = new Float64Array(planSize(model));
  const x = offTarget(model, compute);
  const loss = planLoss(model, recipe, compute);
  const share = (loss - law.E) / loss;
  const isNew = recipe === "new";
  const away = isNew ? x + log(gain) : x;
  gradient[0] = share;
  gradient[isNew && gainForm === "scale-dependent" ? 3 : 1] = -away * share;
  if (isNew) gradient[gainPlace] = -newExponent(model) * share;
  if (floor === "fitted") gradient[planSize(model) - 1] = 1 / loss;
  return gradient;
}
