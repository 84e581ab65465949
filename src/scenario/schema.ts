import {z} from "zod";
import type {Expression} from "../laws/expression.ts";
import {agentsSchema} from "./agentsSchema.ts";
import {chinchillaSets} from "./chinchillaSets.ts";
import {costSchema} from "./costSchema.ts";
import {inputKinds} from "./inputs.ts";
import {limits} from "./limits.ts";
import {fitForms, fitObjectives, fitSharings, repeatChoices, runFields} from "./fitChoices.ts";
import {gainParts, gainsApart, partNames} from "./partNames.ts";
import type {GainApart, GainPart} from "./partNames.ts";
import {planSchema} from "./planSchema.ts";
import {readings} from "./readings.ts";
import {reinforcementSchema} from "./reinforcementSchema.ts";
import "./documentParts.ts";
import {evidenceByPlace, id, ids, name, prose, quantity} from "./schemaParts.ts";
import {thinkingSchema} from "./thinkingSchema.ts";

export {quantityKinds, useRarerUnits} from "./schemaParts.ts";

/** What the ledger and a scenario's own evidence may say of a figure: see the README of the facts. */
export const evidenceKinds = ["measured", "maker", "estimate", "paper", "derived", "press", "undisclosed"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A curve's formula as a file writes it, and what it says once it has been read (see `readFormulas`). */
export interface Formula {
  readonly written: string;
  readonly expression?: Expression;
}

const metricSchema = z.strictObject({
  name: name.meta({description: "Full name, as printed above the axis."}),
  short: name.optional().meta({description: "Name where space is short."}),
  unit: name.default("points"),
  version: name.optional(),
  date: name.optional().meta({description: "Date of the values, as printed: 10 Apr 2026."}),
  better: z.enum(["higher", "lower"]).default("higher"),
  range: z.tuple([z.number(), z.number()]).optional().meta({description: "Ends of the axis at first."}),
  decimals: z.int().min(0).max(4).default(2).meta({description: "Decimals beside names."})
});

const formulaSchema = z
  .string()
  .max(limits.formulaLength)
  .transform((written): Formula => ({written}));

const policySchema = z
  .union([
    z.literal("compute-optimal"),
    z.strictObject({tokensPerParameter: quantity("gain", "Tokens per parameter of every run.")})
  ])
  .default("compute-optimal")
  .meta({description: "What makes a law of N and D a curve of compute."});

const coefficient = () => quantity("coefficient", inputKinds.lawParameter.help);

const chinchillaSchema = z.strictObject({
  law: z.literal("chinchilla").meta({description: "L(N, D) = E + A/N^alpha + B/D^beta of Hoffmann et al. 2022."}),
  parameters: z.union([
    z.enum(chinchillaSets),
    z.strictObject({
      E: coefficient().optional().meta({description: "Irreducible loss; left out: none."}),
      A: coefficient(),
      B: coefficient(),
      alpha: coefficient(),
      beta: coefficient()
    })
  ]),
  policy: policySchema,
  unique: quantity(
    "tokens",
    "Different tokens there are: beyond them runs repeat data (Muennighoff et al. 2023)."
  ).optional()
});

const powerLawSchema = z.strictObject({
  law: z.literal("power-law").meta({description: "L(C) = E + k C^-a."}),
  E: coefficient().optional().meta({description: "Irreducible loss; left out: none."}),
  a: coefficient().meta({description: "Exponent of compute."}),
  k: coefficient().optional().meta({description: "Reducible loss at one FLOP; or name a model in through."}),
  through: id.optional().meta({description: "The model of this recipe the curve goes through, in place of k."})
});

const curveSchema = z.discriminatedUnion("law", [
  z.strictObject({
    law: z.literal("log-linear").meta({description: "Straight in log10 compute through a model’s point."}),
    through: id.meta({description: "The model of this recipe the curve goes through."}),
    slope: quantity("slope", inputKinds.curveSlope.help)
  }),
  z.strictObject({
    law: z.literal("logistic").meta({description: "S-shaped in log10 compute between a floor and a ceiling."}),
    through: id,
    slope: quantity("slope", "Points per tenfold compute at the model the curve goes through."),
    floor: z.number(),
    ceiling: z.number()
  }),
  chinchillaSchema,
  powerLawSchema,
  z.strictObject({
    law: z
      .literal("kaplan")
      .meta({description: "L(N, D) = ((Nc/N)^(alphaN/alphaD) + Dc/D)^alphaD of Kaplan et al. 2020."}),
    parameters: z.literal("kaplan2020").default("kaplan2020"),
    policy: policySchema
  }),
  z.strictObject({
    law: z.literal("two-step").meta({description: "A loss law, and the score as a sigmoid of that loss."}),
    loss: z.discriminatedUnion("law", [chinchillaSchema, powerLawSchema]),
    link: z
      .strictObject({a: z.number(), L0: z.number(), k: z.number().positive(), b: z.number()})
      .meta({description: "score = a / (1 + exp(-k (L - L0))) + b; a has the sign of falling scores."})
  }),
  z.strictObject({
    law: z.literal("formula").meta({description: "A curve of your own."}),
    formula: formulaSchema.meta({
      description: "Of C, the training compute in FLOP, and the parameters: E + A * C^(-alpha)."
    }),
    parameters: z.record(z.string(), quantity("coefficient", inputKinds.lawParameter.help)).default({})
  })
]);

const partHelp = (part: GainPart | GainApart): string => `Gain of ${partNames[part]}: ${inputKinds.recipePart.help}`;

function partial<K extends string>(
  keys: readonly K[],
  of: (key: K) => ReturnType<typeof quantity>
): Record<K, z.ZodOptional<ReturnType<typeof quantity>>> {
  return Object.fromEntries(keys.map((key) => [key, of(key).optional()])) as Record<
    K,
    z.ZodOptional<ReturnType<typeof quantity>>
  >;
}

const recipeSchema = z.strictObject({
  id,
  name,
  maker: name.optional(),
  curve: z.record(id, curveSchema).optional().meta({description: "By metric; the reference recipe needs one."}),
  gain: z
    .union([
      z.strictObject({through: id.meta({description: "A model of this recipe whose gain the recipe takes."})}),
      z.strictObject({
        times: quantity("gain", inputKinds.recipeGain.help),
        over: id.meta({description: "The model the ratio is over; its own gain is multiplied in."})
      }),
      z.strictObject({
        of: z.literal("parts").meta({description: "The product of the recipe’s parts, and of what is kept apart."}),
        over: id.optional().meta({description: "The model the product is over; left out: the reference recipe."})
      }),
      quantity("gain", inputKinds.recipeGain.help)
    ])
    .optional()
    .meta({description: "Left out: the gain of the recipe’s first model that solves for gain."}),
  growth: z
    .strictObject({
      times: quantity("gain", inputKinds.recipeGrowth.help),
      from: quantity("compute", inputKinds.recipeGrowthFrom.help).optional()
    })
    .optional()
    .meta({description: "A gain that changes with scale: another exponent."}),
  limit: z
    .record(id, quantity("score", inputKinds.recipeLimit.help))
    .optional()
    .meta({description: "By metric: another floor (irreducible loss) or ceiling than the reference recipe’s."}),
  parts: z
    .strictObject(partial(gainParts, (part) => quantity("gain", partHelp(part))))
    .optional()
    .meta({description: "What the recipe’s training gain is made of; the parts multiply."}),
  apart: z
    .strictObject(partial(gainsApart, (part) => quantity("gain", partHelp(part))))
    .optional()
    .meta({description: "Gains in the scores that are not training: kept apart from the recipe’s training gain."}),
  evidence: z.union([ids, evidenceByPlace]).optional().meta({
    description:
      "Ledger ids: a list of the gain, or of the curve, or ids by the place of the number they are of, such as parts.data."
  })
});

const modelSchema = z.strictObject({
  id,
  name,
  short: name.optional().meta({description: "Name where space is short."}),
  recipe: id,
  compute: quantity("compute", inputKinds.modelCompute.help).optional(),
  parameters: quantity("parameters", inputKinds.modelParameters.help).optional(),
  tokens: quantity("tokens", inputKinds.modelTokens.help).optional(),
  basis: z.enum(["known", "estimate", "placed"]).default("known").meta({
    description: "Of the compute: size and tokens published, a third party’s estimate, or not disclosed and placed."
  }),
  score: z.record(id, quantity("score", inputKinds.modelScore.help)).default({}).meta({description: "By metric."}),
  scoreBasis: z.enum(["measured", "estimate"]).default("measured"),
  gain: quantity("gain", inputKinds.modelGain.help)
    .optional()
    .meta({description: `${inputKinds.modelGain.help} Left out: its recipe’s.`}),
  solve: z
    .enum(["compute", "gain", "score"])
    .default("gain")
    .meta({description: "Which of the three follows from the other two."}),
  evidence: z
    .strictObject({
      compute: ids.optional(),
      score: ids.optional(),
      gain: ids.optional(),
      parameters: ids.optional(),
      tokens: ids.optional(),
      run: ids.optional()
    })
    .optional()
    .meta({description: "Ledger ids of the sources, by quantity; run: of size and tokens together."}),
  note: prose.optional()
});

const claimSchema = z.strictObject({
  id,
  words: prose.meta({description: "The claim, short: “over 10x”."}),
  by: name.meta({description: "Who says it."}),
  kind: z.enum(evidenceKinds).meta({description: "What kind of source it has."}),
  subject: id.meta({description: "The model it is about."}),
  against: z.array(id).min(1).max(20).meta({description: "The models it compares with."}),
  ratio: quantity("gain", inputKinds.claimRatio.help),
  reading: z.enum(readings),
  metric: id.optional().meta({description: "Left out: the claim names none of this scenario’s metrics."}),
  level: id.optional().meta({description: "The model at whose level it is read; left out: the subject’s."}),
  evidence: ids.optional(),
  note: prose.optional()
});

const thresholdSchema = z.strictObject({
  id,
  name,
  short: name.optional(),
  compute: quantity("compute", inputKinds.thresholdCompute.help),
  evidence: ids.optional(),
  note: prose.optional()
});

const sourceSchema = z.strictObject({
  title: prose,
  publisher: prose.optional(),
  url: prose.optional(),
  date: prose.optional(),
  licence: prose.optional(),
  note: prose.optional()
});

/** A sourced figure that travels inside a scenario, its source written out. */
export const evidenceSchema = z.strictObject({
  id,
  subject: prose,
  quantity: prose,
  value: z.number().nullable(),
  low: z.number().optional(),
  high: z.number().optional(),
  unit: prose,
  kind: z.enum(evidenceKinds),
  confidence: prose,
  source: sourceSchema,
  date: prose,
  note: prose.optional(),
  conflictsWith: z.array(id).optional()
});

/** Training runs and how they are fitted. */
const runsSchema = z.strictObject({
  name: name.meta({description: "Where the runs come from: a file, a paper."}),
  note: prose.optional().meta({description: "Their source and licence, or how they were made."}),
  measure: name.default("loss").meta({description: "What was measured, as printed above the axis."}),
  unit: name.default("nats per token"),
  columns: z.array(z.enum(runFields)).min(1).meta({description: "What the cells of a row are, in their order."}),
  rows: z
    .array(z.array(z.union([z.number(), z.string().max(limits.nameLength), z.null()])))
    .max(limits.runs)
    .meta({description: "A run a row; null where nothing was recorded."}),
  without: z
    .strictObject({
      rows: z.array(z.int().min(1)).max(limits.runs).default([]).meta({description: "Rows switched off, from 1."}),
      largest: z.int().min(0).default(0).meta({description: "How many of the largest losses are left out."})
    })
    .default({rows: [], largest: 0}),
  recipe: name.optional().meta({description: "The recipe whose runs are fitted; left out: all of them."}),
  reference: name.optional().meta({description: "The recipe others are held against; left out: the first."}),
  form: z.enum(fitForms).default("chinchilla"),
  objective: z.enum(fitObjectives).default("huber"),
  delta: z.number().positive().default(1e-3).meta({description: "Where the Huber function turns, of log loss."}),
  anchor: z.boolean().default(true).meta({description: "Two steps: a perfect model counts as one more point."}),
  sharing: z.enum(fitSharings).default("nothing").meta({description: "What recipes have in common."}),
  policy: policySchema,
  repeats: z
    .enum(repeatChoices)
    .default("worth")
    .meta({description: "Tokens seen again, where unique tokens are given: by their worth, or like fresh ones."}),
  target: quantity("compute", "Compute that the law is extended to.").optional(),
  holdOut: quantity("compute", "Runs above this compute are left out, foretold and compared.").optional(),
  seed: z.int().min(0).max(4294967295).default(42),
  draws: z.int().min(1).max(limits.maxDraws).default(4000).meta({description: "Fits of the bootstrap."})
});

const axis = z.tuple([z.number(), z.number()]);

/** The views of the page that show a scenario. */
export const views = [
  "ladder",
  "gain",
  "rl",
  "thinking",
  "agents",
  "cost",
  "thresholds",
  "fit",
  "plan",
  "claims",
  "sensitivity",
  "evidence"
] as const;

/** Inputs whose errors go together. */
const jointSchema = z.strictObject({
  inputs: z.array(prose).min(1).max(40).meta({description: "Addresses, such as recipes.old.curve.loss.E."}),
  covariance: z
    .array(z.array(z.number()).max(40))
    .max(40)
    .optional()
    .meta({description: "Of the inputs in their order, or of their natural logarithms; or give draws."}),
  of: z.enum(["values", "logs"]).default("values").meta({description: "What the covariance is of."}),
  draws: z
    .array(z.array(z.number()).max(40))
    .max(limits.jointDraws)
    .optional()
    .meta({description: "Rows of values drawn together, as from a bootstrap; a row holds one value an input."}),
  note: prose.optional()
});

const viewSchema = z.strictObject({
  figure: z.enum(views).default("ladder"),
  metric: id.optional().meta({description: "Left out: the first."}),
  subject: id.optional().meta({description: "The model the answer is about."}),
  rivals: z.array(id).max(12).optional().meta({description: "Models it is held against; the first three in colour."}),
  rival: id.optional().meta({description: "The one in the answer; left out: the first rival."}),
  level: z.number().optional().meta({description: "The score at which a gain is read; left out: the subject’s."}),
  output: prose
    .optional()
    .meta({description: "What the sensitivity is of, such as gain.gpt-5-4; left out: the answer."}),
  x: axis.optional().meta({description: "Ends of the compute axis, FLOP."}),
  y: axis.optional().meta({description: "Ends of the score axis."}),
  headline: z
    .array(prose)
    .max(limits.headline)
    .optional()
    .meta({description: "Addresses of the sliders shown first, such as models.muse-spark.compute."})
});

export const scenarioSchema = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(1),
    title: name,
    description: prose.optional(),
    metrics: z.record(id, metricSchema),
    reference: id.meta({description: "The recipe every gain is measured against."}),
    recipes: z.array(recipeSchema).max(limits.recipes),
    models: z.array(modelSchema).max(limits.models),
    claims: z.array(claimSchema).max(limits.claims).default([]),
    thresholds: z.array(thresholdSchema).max(limits.thresholds).default([]),
    evidence: z.array(evidenceSchema).max(limits.evidence).default([]),
    runs: runsSchema
      .optional()
      .meta({description: "Training runs of one or several recipes, and how they are fitted."}),
    agents: agentsSchema.optional().meta({description: "Agents that work side by side on each problem."}),
    thinking: thinkingSchema.optional().meta({description: "Accuracy against thinking tokens, and penalties on them."}),
    reinforcement: reinforcementSchema.optional().meta({description: "Score against reinforcement learning."}),
    cost: costSchema.optional(),
    plan: planSchema.optional(),
    baseline: z
      .strictObject({
        run: z.enum(["as-trained", "compute-optimal"]).default("as-trained"),
        law: z.enum(chinchillaSets).default("besiroglu2024").meta({description: "The law that says what is optimal."})
      })
      .default({run: "as-trained", law: "besiroglu2024"})
      .meta({description: "What a gain is held against: rivals as trained, or the compute-optimal run of equal loss."}),
    uncertainty: z
      .strictObject({
        seed: z.int().min(0).max(4294967295).default(7).meta({description: inputKinds.seed.help}),
        draws: z
          .int()
          .min(limits.minDraws)
          .max(limits.maxDraws)
          .default(10_000)
          .meta({description: inputKinds.draws.help}),
        joint: z.array(jointSchema).max(50).optional().meta({description: "Inputs whose errors go together."})
      })
      .default({seed: 7, draws: 10_000}),
    view: viewSchema.default({figure: "ladder"})
  })
  .meta({title: "Scaling Ladder scenario, version 1"});

export type {ChinchillaSet} from "./chinchillaSets.ts";
export type {Reading} from "./readings.ts";

type Frozen<T> = T extends object ? {readonly [K in keyof T]: Frozen<T[K]>} : T;

/** The document: everything a person can set, quantities parsed. */
export type Scenario = Frozen<z.output<typeof scenarioSchema>>;
/** The document as files write it. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
export type Metric = Scenario["metrics"][string];
export type Recipe = Scenario["recipes"][number];
export type CurveSpec = NonNullable<Recipe["curve"]>[string];
export type RecipeGain = NonNullable<Recipe["gain"]>;
export type Model = Scenario["models"][number];
export type Claim = Scenario["claims"][number];
export type Threshold = Scenario["thresholds"][number];
export type Evidence = Scenario["evidence"][number];
export type View = Scenario["view"];
export type Joint = NonNullable<Scenario["uncertainty"]["joint"]>[number];
export type Runs = NonNullable<Scenario["runs"]>;
export type Agents = NonNullable<Scenario["agents"]>;
export type Thinking = NonNullable<Scenario["thinking"]>;
export type Reinforcement = NonNullable<Scenario["reinforcement"]>;
export type Plan = NonNullable<Scenario["plan"]>;
export type Cost = NonNullable<Scenario["cost"]>;
export type Baseline = Scenario["baseline"];
