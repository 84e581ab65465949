import {z} from "zod";
import {chinchillaSets} from "./chinchillaSets.ts";
import {costInputs} from "./costInputs.ts";
import {evidenceByPlace, id, ids, inputQuantity, name, prose} from "./schemaParts.ts";
import {takesSchema} from "./takesSchema.ts";

/** Number formats in which the peak of a chip is on record. */
export const peakFormats = ["BF16", "FP8"] as const;
export type PeakFormat = (typeof peakFormats)[number];

/** What a change of a way of serving is; none of the three is another. */
export const costChanges = ["recipe", "smaller-model", "penalty"] as const;
export type CostChange = (typeof costChanges)[number];

/** Where a price per token comes from. */
export const priceBases = ["listed", "later", "assumed"] as const;
export type PriceBasis = (typeof priceBases)[number];

/** A utilisation is of one peak: without its number format it means nothing. */
export const formatSchema = z
  .enum(peakFormats)
  .optional()
  .transform((format, context): PeakFormat => {
    if (format !== undefined) return format;
    context.issues.push({
      code: "custom",
      message: "is missing",
      input: format,
      params: {hint: `an MFU is of a named peak: ${peakFormats.join(" or ")}`}
    });
    return z.NEVER;
  })
  .meta({description: "Number format of the peak that the MFU is of."});

const chipSchema = name.meta({description: "The chip, such as H100; its peaks are on record."});

const trainingSchema = z.strictObject({
  chip: chipSchema,
  format: formatSchema,
  mfu: inputQuantity(costInputs.trainingMfu),
  price: inputQuantity(costInputs.trainingPrice),
  chips: inputQuantity(costInputs.trainingChips).optional(),
  evidence: z.strictObject({mfu: ids.optional(), price: ids.optional(), chips: ids.optional()}).optional(),
  note: prose.optional()
});

const servingSchema = z.strictObject({
  chip: chipSchema,
  format: formatSchema,
  mfu: inputQuantity(costInputs.servingMfu),
  price: inputQuantity(costInputs.servingPrice),
  evidence: z.strictObject({mfu: ids.optional(), price: ids.optional()}).optional(),
  note: prose.optional()
});

const setupSchema = z.strictObject({
  id,
  name: name.optional().meta({description: "Left out: its model’s."}),
  model: id.meta({description: "The model that is run: its compute, score and active parameters."}),
  chips: inputQuantity(costInputs.setupChips).optional(),
  hours: inputQuantity(costInputs.setupHours).optional(),
  input: inputQuantity(costInputs.setupInput).optional(),
  output: inputQuantity(costInputs.setupOutput).optional(),
  agents: inputQuantity(costInputs.setupAgents).optional(),
  takes: takesSchema.optional().meta({
    description: "The section that the work of a task is taken from, in place of tokens, agents and pace of its own."
  }),
  inputPrice: inputQuantity(costInputs.setupInputPrice).optional(),
  outputPrice: inputQuantity(costInputs.setupOutputPrice).optional(),
  priceBasis: z.enum(priceBases).default("listed").meta({
    description: "Of the prices: listed when it was run, those of a later version, or assumed."
  }),
  pricesOf: id.optional().meta({
    description: "The setup at whose prices it is billed, in place of its own: one price, moved and drawn once."
  }),
  bill: z.enum(["price", "hardware"]).default("price").meta({
    description: "What a token costs: its price, or 2N FLOP on the hardware of serving."
  }),
  parameters: inputQuantity(costInputs.setupParameters).optional(),
  firstToken: inputQuantity(costInputs.setupFirstToken).optional(),
  pace: inputQuantity(costInputs.setupPace).optional(),
  measured: z
    .number()
    .positive()
    .optional()
    .meta({description: "What the task was measured to cost, dollars to the cent; left out: not disclosed."}),
  evidence: z
    .strictObject({
      chips: ids.optional(),
      hours: ids.optional(),
      input: ids.optional(),
      output: ids.optional(),
      inputPrice: ids.optional(),
      outputPrice: ids.optional(),
      firstToken: ids.optional(),
      pace: ids.optional(),
      tokens: ids.optional(),
      price: ids.optional(),
      training: ids.optional(),
      parameters: ids.optional(),
      agents: ids.optional(),
      latency: ids.optional(),
      measured: ids.optional()
    })
    .optional()
    .meta({
      description:
        "Ledger ids of the sources: under the name of a number its own, under tokens, price, training and latency those of a part."
    }),
  note: prose.optional()
});

const ownIds = z.union([ids, evidenceByPlace]).meta({
  description: "Ledger ids of the whole, or by the name of the number they are of."
});

/** What training and serving cost, and what a task comes to. */
export const costSchema = z
  .strictObject({
    task: prose.meta({description: "What one task is: one run of an index, one answer of an assistant."}),
    tasks: inputQuantity(costInputs.costTasks),
    users: inputQuantity(costInputs.costUsers).optional(),
    pause: inputQuantity(costInputs.costPause).optional(),
    training: trainingSchema,
    serving: servingSchema.optional().meta({description: "Hardware that serves where a setup’s bill is the hardware."}),
    setups: z.array(setupSchema).min(1).max(40).meta({description: "Models, each with the way it is run."}),
    lifetime: z
      .strictObject({
        law: z.enum(chinchillaSets).default("besiroglu2024"),
        loss: inputQuantity(costInputs.lifetimeLoss),
        served: inputQuantity(costInputs.lifetimeServed).optional(),
        of: id.optional().meta({
          description:
            "The setup whose tasks are served, in place of served: tasks × all tokens of one, read and written, by its agents and the joining step."
        }),
        evidence: ownIds.optional(),
        note: prose.optional()
      })
      .optional()
      .meta({description: "The size of least compute over the life of a model (Sardana et al. 2023)."}),
    changes: z
      .array(
        z.strictObject({
          id,
          name,
          kind: z.enum(costChanges),
          from: id.meta({description: "The setup before."}),
          to: id.meta({description: "The setup after."}),
          once: inputQuantity(costInputs.changeOnce).optional(),
          evidence: ownIds.optional(),
          note: prose.optional()
        })
      )
      .max(20)
      .default([])
      .meta({description: "Changes, each with the number of tasks from which, or up to which, it pays."}),
    pipeline: z
      .strictObject({
        from: id,
        to: id,
        gain: inputQuantity(costInputs.pipelineGain).optional(),
        evidence: ids.optional(),
        note: prose.optional()
      })
      .optional()
      .meta({description: "Two setups whose costs per task are taken apart, factor by factor."})
  })
  .meta({description: "What training and serving cost, and what a task comes to."});
