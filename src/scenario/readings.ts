/** What a claim compares. */
export const readings = ["equal-score", "equal-loss", "pretraining", "all-training", "serving-cost"] as const;
export type Reading = (typeof readings)[number];
