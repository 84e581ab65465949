/** How runs can be fitted: the words of a scenario, of the page and of the command. */
export const fitForms = [
  "chinchilla",
  "chinchilla-tied",
  "power-law",
  "power-law-no-floor",
  "logistic",
  "two-step"
] as const;
export type FitForm = (typeof fitForms)[number];

/** What a fit makes small. */
export const fitObjectives = ["huber", "lad", "squares"] as const;
export type FitObjective = (typeof fitObjectives)[number];

/** What ladders fitted together have in common. */
export const fitSharings = ["nothing", "exponents", "floor", "exponents-and-floor"] as const;
export type FitSharing = (typeof fitSharings)[number];

/** What a table of runs tells of each. */
export const runFields = ["name", "recipe", "N", "D", "C", "loss", "score", "unique"] as const;
export type RunField = (typeof runFields)[number];

/** How tokens seen more than once count: by their worth (Muennighoff et al. 2023), or like fresh ones. */
export const repeatChoices = ["worth", "fresh"] as const;
export type RepeatChoice = (typeof repeatChoices)[number];
