import {
  besiroglu2024,
  besiroglu2024Huber,
  hoffmann2022,
  hoffmann2022Unrounded,
  muennighoff2023
} from "../laws/published.ts";
import type {ScalingLaw} from "../laws/trainingRun.ts";
import type {ChinchillaSet} from "./schema.ts";

/** The published parameters of a Chinchilla-form law by their name in a scenario. */
export const chinchillaLaws: Readonly<Record<ChinchillaSet, ScalingLaw>> = {
  hoffmann2022,
  "hoffmann2022-unrounded": hoffmann2022Unrounded,
  besiroglu2024,
  "besiroglu2024-huber": besiroglu2024Huber,
  muennighoff2023
};
