/** Published parameters of Chinchilla-form laws, by author and year. */
export const chinchillaSets = [
  "hoffmann2022",
  "hoffmann2022-unrounded",
  "besiroglu2024",
  "besiroglu2024-huber",
  "muennighoff2023"
] as const;
export type ChinchillaSet = (typeof chinchillaSets)[number];
