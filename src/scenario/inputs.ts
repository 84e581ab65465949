import type {QuantityKind} from "./quantity.ts";
import type {Bounds} from "./quantityRange.ts";
import {sections} from "./sections.ts";

/**
 * Everything a person can set, one row a kind; those of the sections stand in `sectionKinds.ts`.
 *
 * The single table from which the schema takes its descriptions, the page its sliders (range, unit, step, help) and
 * the command its names: an input is addressed as `models.muse-spark.compute` in all three.
 */
export interface InputKind {
  /** Where it stands in a scenario; `*` is an id. */
  readonly path: string;
  readonly label: string;
  /** Unit as shown behind the field. */
  readonly unit: string;
  readonly quantity: QuantityKind | "count";
  readonly scale: "log" | "linear";
  /** Ends of the slider, in the unit; a field accepts values beyond them and says so. */
  readonly range: readonly [number, number];
  /** What an arrow key does: a ratio on a log scale, a difference on a linear one. */
  readonly step: number;
  /** Where its number must lie; left out: where numbers of its quantity lie. */
  readonly bounds?: Bounds;
  /** Whole numbers alone. */
  readonly whole?: true;
  /** Marks along the slider. */
  readonly ticks: readonly number[];
  readonly help: string;
  /** The help is a law of the model’s own, and stands beside the slider. */
  readonly stated?: true;
}

export const inputKinds = {
  modelCompute: {
    path: "models.*.compute",
    label: "compute",
    unit: "FLOP",
    quantity: "compute",
    scale: "log",
    range: [1e23, 1e28],
    step: 1.05,
    ticks: [1e23, 1e24, 1e25, 1e26, 1e27, 1e28],
    help: "Training compute, FLOP. An amount, or chip time with its chip, number format and utilisation."
  },
  modelScore: {
    path: "models.*.score.*",
    label: "score",
    unit: "points",
    quantity: "score",
    scale: "linear",
    range: [0, 100],
    step: 0.1,
    ticks: [0, 25, 50, 75, 100],
    help: "The model’s score on the metric."
  },
  modelGain: {
    path: "models.*.gain",
    label: "gain over the reference",
    unit: "×",
    quantity: "gain",
    scale: "log",
    range: [0.01, 1e6],
    step: 1.05,
    ticks: [0.01, 1, 100, 1e4, 1e6],
    help: "Compute-equivalent gain: how many times less compute than the reference recipe needs for the same score."
  },
  modelParameters: {
    path: "models.*.parameters",
    label: "parameters",
    unit: "active",
    quantity: "parameters",
    scale: "log",
    range: [1e8, 1e13],
    step: 1.05,
    ticks: [1e8, 1e9, 1e10, 1e11, 1e12, 1e13],
    help: "Parameters used for each token; the active ones of a mixture of experts."
  },
  modelTokens: {
    path: "models.*.tokens",
    label: "training tokens",
    unit: "tokens",
    quantity: "tokens",
    scale: "log",
    range: [1e9, 1e15],
    step: 1.05,
    ticks: [1e9, 1e11, 1e13, 1e15],
    help: "Tokens seen in training, repeats included."
  },
  recipeGain: {
    path: "recipes.*.gain",
    label: "recipe’s gain",
    unit: "×",
    quantity: "gain",
    scale: "log",
    range: [0.1, 1000],
    step: 1.05,
    ticks: [0.1, 1, 10, 100, 1000],
    help: "Gain shared by the recipe’s models: over the reference recipe, or over the model it names."
  },
  curveSlope: {
    path: "recipes.*.curve.*.slope",
    label: "points per tenfold compute",
    unit: "points",
    quantity: "slope",
    scale: "log",
    range: [1.5, 24],
    step: 1.05,
    ticks: [1.5, 3, 6, 12, 24],
    help: "How many points ten times the compute buys with one recipe: the steepness of its curve."
  },
  lawParameter: {
    path: "recipes.*.curve.*.*",
    label: "parameter of the law",
    unit: "",
    quantity: "coefficient",
    scale: "log",
    range: [0.01, 100],
    step: 1.01,
    ticks: [],
    help: "A parameter of a law, above 0."
  },
  recipeGrowth: {
    path: "recipes.*.growth",
    label: "growth of the gain per tenfold",
    unit: "× per tenfold",
    quantity: "gain",
    scale: "log",
    range: [0.5, 3],
    step: 1.01,
    ticks: [0.5, 1, 2, 3],
    help: "By how much the recipe’s gain grows with each tenfold of compute: 1 is the same gain at every scale, more is a steeper exponent than the reference’s."
  },
  recipeGrowthFrom: {
    path: "recipes.*.growthFrom",
    label: "compute at which the gain is as stated",
    unit: "FLOP",
    quantity: "compute",
    scale: "log",
    range: [1e15, 1e28],
    step: 1.05,
    ticks: [1e15, 1e18, 1e21, 1e24, 1e27],
    help: "Compute of the recipe at which its gain is as stated, FLOP; left out: that of the model it is read through, else 1e24."
  },
  recipeLimit: {
    path: "recipes.*.limit.*",
    label: "floor",
    unit: "points",
    quantity: "score",
    scale: "linear",
    range: [0, 100],
    step: 0.01,
    ticks: [0, 50, 100],
    help: "The loss (or score) this recipe would reach without limit of compute, where it differs from the reference’s."
  },
  recipePart: {
    path: "recipes.*.parts.*",
    label: "part of the gain",
    unit: "×",
    quantity: "gain",
    scale: "log",
    range: [0.1, 100],
    step: 1.05,
    ticks: [0.1, 1, 10, 100],
    help: "how many times less compute it alone saves; parts multiply."
  },
  recipeApart: {
    path: "recipes.*.apart.*",
    label: "gain kept apart",
    unit: "×",
    quantity: "gain",
    scale: "log",
    range: [0.1, 1000],
    step: 1.05,
    ticks: [0.1, 1, 10, 100, 1000],
    help: "A gain in the score that is not training: post-training or thinking."
  },
  claimRatio: {
    path: "claims.*.ratio",
    label: "claimed ratio",
    unit: "×",
    quantity: "gain",
    scale: "log",
    range: [1, 100],
    step: 1.05,
    ticks: [1, 3, 10, 30, 100],
    help: "How many times less compute the claim says; “over 10x” is a bound without an upper end."
  },
  thresholdCompute: {
    path: "thresholds.*.compute",
    label: "threshold",
    unit: "FLOP",
    quantity: "compute",
    scale: "log",
    range: [1e23, 1e28],
    step: 1.05,
    ticks: [1e23, 1e24, 1e25, 1e26, 1e27, 1e28],
    help: "Training compute at which a rule begins to apply, FLOP."
  },
  seed: {
    path: "uncertainty.seed",
    label: "seed",
    unit: "",
    quantity: "count",
    scale: "linear",
    range: [0, 100],
    step: 1,
    ticks: [0, 50, 100],
    help: "Start of the random draws: the same seed gives the same intervals everywhere."
  },
  draws: {
    path: "uncertainty.draws",
    label: "draws",
    unit: "draws",
    quantity: "count",
    scale: "log",
    range: [500, 50000],
    step: 1.1,
    ticks: [500, 5000, 50000],
    help: "How many times every interval is drawn; more draws, steadier intervals."
  }
} as const satisfies Record<string, InputKind>;

/** The row of a table whose path an address goes along; undefined where it goes along none. */
export function kindIn(kinds: Readonly<Record<string, InputKind>>, address: string): InputKind | undefined {
  const parts = address.split(".");
  return Object.values(kinds).find(({path}) => {
    const pattern = path.split(".");
    return pattern.length === parts.length && pattern.every((part, i) => part === "*" || part === parts[i]);
  });
}

/** The kind of input an address such as `models.muse-spark.compute` names; undefined where it names none. */
export const inputKindOf = (address: string): InputKind | undefined =>
  kindIn(inputKinds, address) ?? sections().kindOf(address);
