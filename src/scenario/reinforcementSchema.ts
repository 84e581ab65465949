import {z} from "zod";
import {bases} from "./agentsSchema.ts";
import {reinforcementInputs as inputs} from "./reinforcementInputs.ts";
import {evidenceByPlace, evidenceHelp, ids, inputQuantity, name, prose, quantity} from "./schemaParts.ts";

/** Score against reinforcement learning, and what it does to pass@1 and pass@k. */
export const reinforcementSchema = z.strictObject({
  measure: name.optional().meta({description: "What is scored, on training problems."}),
  unit: z.enum(["steps", "GPU-hours"]).meta({description: "Of the axis; never training compute."}),
  basis: z.enum(bases).optional().meta({description: "Of the numbers below; left out: placed, nobody disclosed them."}),
  law: z
    .strictObject({
      before: inputQuantity(inputs.reinforcementBefore),
      ceiling: inputQuantity(inputs.reinforcementCeiling),
      steepness: inputQuantity(inputs.reinforcementSteepness),
      middle: inputQuantity(inputs.reinforcementMiddle)
    })
    .meta({description: "R = R0 + (A - R0) / (1 + (Cmid / C)^B), Khatri et al. 2025, arXiv:2510.13786."}),
  heldOut: z
    .strictObject({
      name: name.optional(),
      before: inputQuantity(inputs.heldOutBefore),
      ceiling: inputQuantity(inputs.heldOutCeiling),
      steepness: inputQuantity(inputs.heldOutSteepness),
      middle: inputQuantity(inputs.heldOutMiddle)
    })
    .optional()
    .meta({description: "The same of problems that were held out."}),
  compute: inputQuantity(inputs.reinforcementCompute),
  tolerance: inputQuantity(inputs.reinforcementTolerance).optional().meta({description: "Left out: 0.02."}),
  success: z
    .strictObject({
      mean: inputQuantity(inputs.reinforcementMean).optional(),
      concentration: inputQuantity(inputs.reinforcementConcentration)
    })
    .optional()
    .meta({description: "How success in one attempt spreads over problems before training."}),
  sharpening: z
    .strictObject({
      lift: inputQuantity(inputs.reinforcementLift).optional(),
      sharpness: inputQuantity(inputs.reinforcementSharpness)
    })
    .optional()
    .meta({description: "What training does to it."}),
  samples: z.int().min(2).max(1_000_000).optional().meta({description: "k of pass@k; left out: 16."}),
  points: z
    .array(
      z.strictObject({
        compute: z.number().positive(),
        score: quantity("share", "Score there."),
        evidence: ids.optional()
      })
    )
    .max(1000)
    .optional()
    .meta({description: "Measured points; four or more are fitted with a sigmoid."}),
  evidence: evidenceByPlace.optional().meta({description: evidenceHelp}),
  note: prose.optional()
});
