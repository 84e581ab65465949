import {z} from "zod";
import {agentsInputs as inputs} from "./agentsInputs.ts";
import {evidenceByPlace, evidenceHelp, ids, inputQuantity, name, prose, quantity} from "./schemaParts.ts";

/** What is known of numbers that nobody may have disclosed. */
export const bases = ["known", "estimate", "placed"] as const;

/** The numbers of the law that a fit to the points may move. */
export const fitted = ["mean", "concentration", "repeat", "truePositive", "falsePositive", "insight"] as const;

/** Agents that work side by side on each problem, and how one answer is made of theirs. */
export const agentsSchema = z.strictObject({
  name: name.optional().meta({description: "Whose agents: Muse Spark, contemplating."}),
  measure: name.optional().meta({description: "What is scored: HLE with tools."}),
  basis: z.enum(bases).optional().meta({description: "Of the numbers below; left out: placed, nobody disclosed them."}),
  count: inputQuantity(inputs.agentsCount),
  success: z.strictObject({
    mean: inputQuantity(inputs.agentsMean),
    concentration: inputQuantity(inputs.agentsConcentration)
  }),
  repeat: inputQuantity(inputs.agentsRepeat),
  joining: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("vote").meta({description: "The answer most agents give."}),
      wrongAnswers: z
        .union([z.int().min(1).max(1000), z.literal("never agree")])
        .optional()
        .meta({description: "Equally likely wrong answers; left out: 1, a majority of right or wrong."}),
      ties: z
        .literal("drawn")
        .optional()
        .meta({description: "Answers that share the lead are drawn among; needed where the agents may split evenly."})
    }),
    z.strictObject({
      kind: z.literal("verifier").meta({description: "Best of n: a verifier accepts or refuses each answer."}),
      truePositive: inputQuantity(inputs.agentsTruePositive),
      falsePositive: inputQuantity(inputs.agentsFalsePositive)
    }),
    z.strictObject({
      kind: z.literal("refine").meta({description: "A joining step reads all attempts and writes the answer."}),
      insight: inputQuantity(inputs.agentsInsight)
    })
  ]),
  work: z
    .strictObject({
      tokens: inputQuantity(inputs.agentsTokens),
      prompt: inputQuantity(inputs.agentsPrompt).optional(),
      handedOn: inputQuantity(inputs.agentsHandedOn).optional(),
      joining: inputQuantity(inputs.agentsJoiningTokens).optional(),
      evidence: ids.optional()
    })
    .optional()
    .meta({description: "Tokens of a task; left out: not disclosed, and told in multiples of one agent’s."}),
  pace: z
    .strictObject({
      tokensPerSecond: inputQuantity(inputs.agentsPace),
      firstToken: inputQuantity(inputs.agentsFirstToken).optional(),
      unevenness: inputQuantity(inputs.agentsUnevenness).optional(),
      evidence: ids.optional()
    })
    .optional()
    .meta({description: "How fast tokens come; left out: not disclosed, and no seconds are told."}),
  points: z
    .array(
      z.strictObject({
        agents: z.int().min(1).max(64),
        score: quantity(
          "share",
          "Share of problems solved; its interval is how far off the reading may be."
        ).optional(),
        evidence: ids.optional()
      })
    )
    .max(64)
    .optional()
    .meta({description: "What was measured; a point without a score is not disclosed."}),
  fit: z
    .array(z.enum(fitted))
    .min(1)
    .max(6)
    .optional()
    .meta({description: "The numbers of the law that a fit to the points may move; left out: no fit."}),
  evidence: evidenceByPlace.optional().meta({description: evidenceHelp}),
  note: prose.optional()
});
