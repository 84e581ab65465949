/** What a training gain is made of, and what stands in scores without being training. */
export const gainParts = ["architecture", "optimization", "data"] as const;
export const gainsApart = ["postTraining", "thinking"] as const;
export type GainPart = (typeof gainParts)[number];
export type GainApart = (typeof gainsApart)[number];

/** A part in words. */
export const partNames: Readonly<Record<GainPart | GainApart, string>> = {
  architecture: "architecture",
  optimization: "optimisation",
  data: "data",
  postTraining: "post-training",
  thinking: "thinking"
};
