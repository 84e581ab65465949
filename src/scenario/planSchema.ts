import {z} from "zod";
import {bases} from "./agentsSchema.ts";
import {chinchillaSets} from "./chinchillaSets.ts";
import {formatSchema} from "./costSchema.ts";
import {limits} from "./limits.ts";
import {planInputs as inputs} from "./planInputs.ts";
import {evidenceByPlace, evidenceHelp, id, inputQuantity, name, prose, quantity} from "./schemaParts.ts";

export const planGainForms = ["constant", "scale-dependent"] as const;
export const planFloors = ["known", "fitted"] as const;
export const planLadders = ["designed", "geometric"] as const;

/** A run of a published ladder, by its compute or by its size and tokens. */
const publishedRunSchema = z.strictObject({
  name: name.optional(),
  recipe: z
    .enum(["both", "reference", "new"])
    .optional()
    .meta({description: "Which recipe made it; left out: both made such a run."}),
  compute: quantity("compute", "Training compute, FLOP; left out: 6 × parameters × tokens.").optional(),
  parameters: quantity("parameters", "Parameters of the run.").optional(),
  tokens: quantity("tokens", "Training tokens of the run.").optional(),
  seeds: z.int().min(1).max(1000).optional().meta({description: "Runs that differ in their seed alone; left out: 1."})
});

/** How many runs before a gain can be told: a question, and a ladder planned for it or taken apart. */
export const planSchema = z
  .strictObject({
    name: name.optional().meta({description: "What is planned, or whose ladder is taken apart."}),
    basis: z.enum(bases).optional().meta({description: "Of the numbers below; left out: placed."}),
    gain: inputQuantity(inputs.planGain),
    growth: inputQuantity(inputs.planGrowth).optional(),
    target: inputQuantity(inputs.planTarget).optional(),
    level: inputQuantity(inputs.planLevel).optional(),
    confidence: inputQuantity(inputs.planConfidence).optional(),
    power: inputQuantity(inputs.planPower).optional(),
    noise: inputQuantity(inputs.planNoise).optional(),
    law: z
      .union([
        z.enum(chinchillaSets),
        z.literal("fitted").meta({description: "That of the scenario’s fitted runs."}),
        z.strictObject({
          E: quantity("coefficient", "Irreducible loss; left out: none.").optional(),
          k: quantity("coefficient", "Reducible loss at one FLOP."),
          a: quantity("coefficient", "Exponent of compute.")
        })
      ])
      .optional()
      .meta({description: "The reference recipe’s loss law; left out: the law of the baseline."}),
    tokensPerParameter: inputQuantity(inputs.planTokensPerParameter).optional(),
    gainForm: z
      .enum(planGainForms)
      .optional()
      .meta({description: "What the new recipe’s law is allowed: a constant gain, or an exponent of its own (usual)."}),
    floor: z
      .enum(planFloors)
      .optional()
      .meta({description: "Whether the irreducible loss is known or fitted (usual); both recipes have the same."}),
    budget: inputQuantity(inputs.planBudget).optional(),
    gpuHours: inputQuantity(inputs.planGpuHours).optional(),
    dollars: inputQuantity(inputs.planDollars).optional(),
    smallest: inputQuantity(inputs.planSmallest).optional(),
    largest: inputQuantity(inputs.planLargest).optional(),
    rungs: inputQuantity(inputs.planRungs).optional(),
    seeds: inputQuantity(inputs.planSeeds).optional(),
    ladder: z
      .enum(planLadders)
      .optional()
      .meta({description: "The ladder that is shown and simulated: the designed one (usual) or the geometric one."}),
    published: z
      .union([
        z.literal("fitted").meta({description: "The scenario’s fitted runs, made by both recipes."}),
        z.array(publishedRunSchema).min(1).max(limits.runs)
      ])
      .optional()
      .meta({description: "A ladder to be taken apart in place of a plan: its runs."}),
    claim: id.optional().meta({description: "The claim whose multiplier is taken apart."}),
    hardware: z
      .strictObject({
        chip: name.meta({description: "The chip, such as H100; its peaks are on record."}),
        format: formatSchema,
        mfu: inputQuantity(inputs.planMfu),
        price: inputQuantity(inputs.planPrice)
      })
      .optional()
      .meta({
        description: "What the ladder is trained on; left out: the hardware of the costs, else an H100 as assumed."
      }),
    evidence: evidenceByPlace.optional().meta({description: evidenceHelp}),
    note: prose.optional()
  })
  .meta({
    description: "A ladder plan: how many runs before a gain can be told, or what a published ladder could tell."
  });
