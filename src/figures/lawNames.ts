import type {ChinchillaSet} from "../scenario/schema.ts";

/** Published sets of parameters of the loss law, by the papers they are from. */
export const lawNames: Readonly<Record<ChinchillaSet, string>> = {
  besiroglu2024: "Besiroglu et al. 2024",
  "besiroglu2024-huber": "Besiroglu et al. 2024, Huber optimum",
  hoffmann2022: "Hoffmann et al. 2022, rounded",
  "hoffmann2022-unrounded": "Hoffmann et al. 2022, unrounded",
  muennighoff2023: "Muennighoff et al. 2023"
};
