import {z} from "zod";
import {id} from "./schemaParts.ts";

/** Whose work of a task it is: all agents side by side, one of them, or one that writes as many tokens as all. */
export const agentsTaken = ["group", "one", "longer"] as const;

/** The penalty of reward for correctness alone, as `focus` of the section calls it. */
export const noPenalty = "none";

/** A setup’s work of a task as another section of the scenario has it, in place of numbers of its own. */
export const takesSchema = z.discriminatedUnion("section", [
  z.strictObject({
    section: z.literal("agents").meta({description: "Tokens, agents, joining step, pace and score of a task."}),
    as: z.enum(agentsTaken).meta({
      description: "All agents side by side, one of them, or the single agent that writes as many tokens as all."
    })
  }),
  z.strictObject({
    section: z.literal("thinking").meta({description: "Tokens written for a task, a mean over problems, and score."}),
    penalty: id.optional().meta({
      description:
        'The penalty that picks the length, or "none", reward for correctness alone; left out: the longest thought there may be.'
    }),
    compressed: z.literal(true).optional().meta({description: "By the recipe that says the same in fewer tokens."})
  })
]);

export type Takes = z.output<typeof takesSchema>;

/** Whether a setup is all agents of a section side by side, whose answers a step may join. */
export const isGroup = ({takes}: {readonly takes?: Takes | null | undefined}): boolean =>
  takes?.section === "agents" && takes.as === "group";

/** The numbers of a setup that a section states in its place. */
export const takenInputs = {
  agents: ["input", "output", "agents", "firstToken", "pace"],
  thinking: ["output", "agents"]
} as const satisfies Record<Takes["section"], readonly string[]>;

/** Whether a number of a setup is one that it takes from a section. */
export const isTaken = ({takes}: {readonly takes?: Takes | undefined}, key: string): boolean =>
  takes !== undefined && takenInputs[takes.section].some((taken) => taken === key);
