import {z} from "zod";
import {bases} from "./agentsSchema.ts";
import {evidenceByPlace, evidenceHelp, id, ids, inputQuantity, name, prose, quantity} from "./schemaParts.ts";
import {aroraBounds, thinkingInputs as inputs} from "./thinkingInputs.ts";

const difficultySchema = z.strictObject({
  id,
  name,
  weight: inputQuantity(inputs.thinkingWeight),
  floor: inputQuantity(inputs.thinkingFloor),
  ceiling: inputQuantity(inputs.thinkingCeiling),
  find: inputQuantity(inputs.thinkingFind),
  lose: inputQuantity(inputs.thinkingLose).optional()
});

const alpha = inputQuantity(inputs.thinkingAlpha);
const target = inputQuantity(inputs.thinkingTarget);

const penaltySchema = z.discriminatedUnion("kind", [
  z.strictObject({id, name, kind: z.literal("linear"), perToken: inputQuantity(inputs.thinkingPerToken)}),
  z.strictObject({
    id,
    name,
    kind: z.literal("kimi").meta({description: "Kimi k1.5, arXiv:2501.12599."}),
    weight: inputQuantity(inputs.thinkingPenaltyWeight),
    shortest: inputQuantity(inputs.thinkingShortest),
    longest: inputQuantity(inputs.thinkingLongest)
  }),
  z.strictObject({
    id,
    name,
    kind: z.literal("arora").meta({description: "Arora and Zanette, arXiv:2502.04463."}),
    alpha: inputQuantity({...inputs.thinkingAlpha, bounds: aroraBounds}),
    mean: inputQuantity(inputs.thinkingMean),
    sd: inputQuantity(inputs.thinkingSd)
  }),
  z.strictObject({
    id,
    name,
    kind: z.literal("l1-exact").meta({description: "L1, arXiv:2503.04697."}),
    alpha,
    target
  }),
  z.strictObject({
    id,
    name,
    kind: z.literal("l1-max").meta({description: "L1, arXiv:2503.04697."}),
    alpha,
    target,
    delta: inputQuantity(inputs.thinkingDelta)
  })
]);

/** Accuracy against thinking tokens, penalties on their number, and what an index run takes. */
export const thinkingSchema = z.strictObject({
  measure: name.optional().meta({description: "What accuracy is of."}),
  basis: z.enum(bases).optional().meta({description: "Of the numbers below; left out: placed, nobody disclosed them."}),
  difficulties: z.array(difficultySchema).min(1).max(12),
  limit: inputQuantity(inputs.thinkingLimit),
  compressed: z
    .strictObject({
      name,
      factors: z
        .record(id, inputQuantity(inputs.thinkingFactor))
        .meta({description: "By difficulty; left out: as many tokens as before."})
    })
    .optional()
    .meta({description: "A recipe that says the same in fewer tokens."}),
  penalties: z.array(penaltySchema).max(12).optional(),
  focus: id.optional().meta({description: 'The penalty in focus, or "none"; left out: the first.'}),
  path: z
    .strictObject({
      start: inputQuantity(inputs.thinkingStart),
      longest: inputQuantity(inputs.thinkingPathLongest),
      compressed: inputQuantity(inputs.thinkingPathCompressed),
      end: inputQuantity(inputs.thinkingEnd),
      longestAt: inputQuantity(inputs.thinkingLongestAt),
      compressedAt: inputQuantity(inputs.thinkingCompressedAt),
      progress: inputQuantity(inputs.thinkingProgress)
    })
    .optional()
    .meta({description: "Length of thought over training: longer, compressed, longer again."}),
  series: z
    .array(
      z.strictObject({
        id,
        name,
        unit: z.enum(["times the first budget", "tokens"]),
        points: z
          .array(
            z.strictObject({
              length: z.number().positive(),
              accuracy: quantity("share", "Accuracy there."),
              evidence: ids.optional()
            })
          )
          .min(1)
          .max(100)
      })
    )
    .max(12)
    .optional()
    .meta({description: "What was measured; points of one series compare with each other alone."}),
  index: z
    .strictObject({
      metric: id,
      subject: id.meta({description: "The model that is compared."}),
      runs: z
        .array(
          z.strictObject({
            id: id.meta({description: "The model, whose score is the scenario’s."}),
            tokens: inputQuantity(inputs.thinkingIndexTokens),
            evidence: ids.optional()
          })
        )
        .min(1)
        .max(40),
      slope: inputQuantity(inputs.thinkingIndexSlope).optional()
    })
    .optional()
    .meta({description: "Output tokens of one run of an index, by model."}),
  evidence: evidenceByPlace.optional().meta({description: evidenceHelp}),
  note: prose.optional()
});
