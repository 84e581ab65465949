import {partNames} from "../scenario/partNames.ts";
import type {Recipe} from "../scenario/schema.ts";
import {apartReaders, partReaders} from "./recipeGain.ts";
import type {Solution} from "./solve.ts";
import {central} from "./valuation.ts";

/** One factor of a recipe's gain over the reference, log10. */
export interface GainFactor {
  readonly name: string;
  /** `part`: of training. `rest`: of training, named by nobody. `apart`: in the scores and not training. */
  readonly kind: "part" | "rest" | "apart";
  readonly log10: number;
}

/** What a recipe's gain is made of; the factors multiply to the whole. */
export interface GainParts {
  readonly recipe: string;
  readonly factors: readonly GainFactor[];
  /** log10 of the training gain: the whole without what is kept apart. */
  readonly training: number;
  readonly whole: number;
}

/** A factor this near 1 is rounding. */
const nothing = 1e-9;

/** A recipe's gain taken apart; undefined where it is not one number or nobody says what it is made of. */
export function gainParts(solution: Solution, recipe: Recipe): GainParts | undefined {
  const whole = solution.recipes.get(recipe.id) ?? NaN;
  const parts = partReaders(recipe).map(([part, read]) => ({
    name: partNames[part],
    kind: "part" as const,
    log10: read(central)
  }));
  const apart = apartReaders(recipe).map(([part, read]) => ({
    name: partNames[part],
    kind: "apart" as const,
    log10: read(central)
  }));
  if (!Number.isFinite(whole) || parts.length + apart.length === 0) return undefined;
  const sum = (factors: readonly {readonly log10: number}[]) =>
    factors.reduce((total, factor) => total + factor.log10, 0);
  const training = whole - sum(apart);
  const rest = training - sum(parts);
  return {
    recipe: recipe.id,
    whole,
    training,
    factors: [
      ...parts,
      ...(Math.abs(rest) < nothing ? [] : [{name: "not said", kind: "rest" as const, log10: rest}]),
      ...apart
    ]
  };
}
