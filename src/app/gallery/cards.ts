import {shippedScenarios} from "../shipped.ts";
import type {ShippedFile} from "../shipped.ts";

/** What the gallery says of a scenario. */
interface Card {
  /** What it shows, one sentence. */
  readonly sentence: string;
  /** Words people look for that stand in neither title nor sentence. */
  readonly about: string;
}

/** What the gallery says of each scenario that comes with the page. */
export const cards: Readonly<Record<ShippedFile, Card>> = {
  "muse-spark.json": {
    sentence:
      "Llama 4 Maverick, Muse Spark and three rivals on one index, four of them with a compute nobody disclosed.",
    about: "ladder gain GPT-5.4 Gemini 3.1 Pro Claude Opus 4.6 DeepSeek Scout index"
  },
  "pretraining-claim.json": {
    sentence:
      "Meta’s claim on its nearest published footing, a loss law, against Maverick as trained and at its optimum.",
    about: "claim Chinchilla overtraining optimum 3x 10x compute-efficient"
  },
  "recipe-parts.json": {
    sentence:
      "Three gains measured elsewhere, in architecture, optimisation and data, multiplied as if they were independent.",
    about: "parts waterfall Muon mixture of experts data curation"
  },
  "kimi-linear.json": {
    sentence: "Two attention designs on one ladder whose exponents differ: the gain shrinks as compute grows.",
    about: "offset slope exponent Kimi Linear MLA"
  },
  "thresholds.json": {
    sentence: "As recipes improve, a run just under a line of regulation reaches higher scores.",
    about: "policy EU AI Act SB 53 1e25 1e26 regulation"
  },
  "rl-scaling.json": {
    sentence: "Score against reinforcement learning is a sigmoid, and the log-linear wording fits its middle.",
    about: "RL ScaleRL pass@1 pass@16 steps"
  },
  "thought-compression.json": {
    sentence: "What a penalty on thinking tokens picks, and what running an index took: fewer tokens than whom?",
    about: "thinking tokens penalty over-thinking length"
  },
  "contemplating.json": {
    sentence: "What parallel agents add beside one that thinks for as many tokens: most of it comes with the second.",
    about: "agents vote verifier best of n latency"
  },
  "cost-per-task.json": {
    sentence:
      "From Maverick’s dollars to Muse Spark’s, factor by factor; the training gain is none of the serving bill.",
    about: "cost price dollars waterfall pipeline index run"
  },
  "serve-a-billion.json": {
    sentence: "The more is served, the smaller and the longer trained the model should be.",
    about: "cost inference Sardana lifetime hardware H100 break-even"
  },
  "plan-3x.json": {
    sentence: "The cheapest ladder of small runs that tells a true gain of 3 from none at a target far above it.",
    about: "plan design power rungs seeds budget"
  },
  "autopsy-olmo.json": {
    sentence: "Given a published ladder’s rungs and noise: the smallest gain it could have told apart.",
    about: "plan autopsy power OLMo 190M 1B"
  },
  "autopsy-over-10x.json": {
    sentence: "What a ladder would have to be for “over 10×” to be told apart, its rungs and noise assumed.",
    about: "plan autopsy Meta claim pretraining"
  }
};

/** The scenarios in which every word of a search stands somewhere. */
export function searched(query: string): readonly (typeof shippedScenarios)[number][] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return shippedScenarios.filter(({file, title}) => {
    const {sentence, about} = cards[file];
    const text = `${file} ${title} ${sentence} ${about}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
