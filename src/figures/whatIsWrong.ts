/** Where on the page a point can be seen. */
export interface See {
  readonly view: "ladder" | "gain" | "thresholds" | "claims" | "evidence";
  /** What the button says. */
  readonly words: string;
  /** The slider it leads to, where the open scenario has it. */
  readonly slider?: "slope" | "subject" | "rival" | "anchor" | "draws";
  /** The rows of the evidence it leads to: words of the whole ledger, or the conflicts among the figures in use. */
  readonly search?: string;
  readonly conflictsOnly?: boolean;
}

/**
 * One thing that is wrong with the model.
 *
 * Numbers stand as ids of the ledger in braces, so that none is typed twice: `{id}` is the value with its unit,
 * `{id.value}`, `{id.low}` and `{id.high}` are numbers without it, `{id.subject}` and `{id.date}` are words.
 */
export interface Flaw {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
  readonly see: See;
}

export const flaws: readonly Flaw[] = [
  {
    id: "one-index",
    heading: "One index stands for capability",
    text: "The vertical axis is one weighted mean of tests. Other weights put the models in another order, and even one test depends on who runs it: {gpt-5-4-hle-no-tools-aa.subject} has {gpt-5-4-hle-no-tools-aa} on Humanity’s Last Exam when Artificial Analysis runs it, {gpt-5-4-hle-no-tools-meta} in the table Meta prints. No view here says what a model can do for you.",
    see: {view: "evidence", words: "tests that disagree", search: "hle without tools"}
  },
  {
    id: "index-version",
    heading: "An index value has a version and a date",
    text: "Every value is of version v4.0 as it stood on {muse-spark-aa-index.date}. Later versions have other tests and other weights, and none of their values may be set beside these. How far the index itself may be off for one model is {aa-index-v4-interval}.",
    see: {view: "evidence", words: "the index values", search: "aa-index-v4.0"}
  },
  {
    id: "compute-hardly-orders",
    heading: "Compute hardly orders the index",
    text: "Across makers the correlation of index and log compute is r = {index-compute-correlation.value}, and {index-compute-correlation.low} with estimated indices among them; the line through all of them rises {index-compute-slope.value} points per tenfold, not distinguishable from none. Llama 4 Scout took more compute than Maverick, {llama-4-scout-compute} against {llama-4-maverick-compute}, and scores {llama-4-scout-aa-index.value} against {llama-4-maverick-aa-index.value}. So a curve here belongs to one recipe, whose sizes rise {slope-llama-3-1.value} to {slope-qwen3-reasoning.value} points per tenfold; no line through all models is drawn.",
    see: {view: "ladder", words: "the slope’s slider", slider: "slope"}
  },
  {
    id: "undisclosed-compute",
    heading: "The compute that matters most is a guess",
    text: "Training compute of Muse Spark: {muse-spark-compute}. Of GPT-5.4: {gpt-5-4-compute}. Of Gemini 3.1 Pro: {gemini-3-1-pro-compute}. Of Claude Opus 4.6: {claude-opus-4-6-compute}. Where a point stands inside its band is the reader’s choice, and between near equal scores the gain is mostly the ratio of two such choices.",
    see: {view: "ladder", words: "the place of the model in question", slider: "subject"}
  },
  {
    id: "known-compute",
    heading: "Known compute is worked out, not read off a meter",
    text: "Maverick’s is {llama-4-maverick-compute} by parameters and tokens and {llama-4-maverick-compute-hours} by stated chip-hours at the throughput of another model. Estimates of closed models are wider still: GPT-5 is put between {gpt-5-compute.low} and {gpt-5-compute.high} FLOP. Arithmetic of this kind leaves out failed runs, experiments and most training after pretraining.",
    see: {view: "evidence", words: "figures that disagree, side by side", conflictsOnly: true}
  },
  {
    id: "one-shape",
    heading: "One shape of curve serves all recipes",
    text: "A recipe is the reference’s curve moved sideways, unless the scenario gives it a growth or a limit of its own. Measured recipes do differ in steepness: {kimi-linear-gain.subject} is {kimi-linear-gain.value} at the scale compared, with another exponent, so the gain drifts. A straight line in log compute also has no ceiling, which an index has.",
    see: {view: "ladder", words: "the curve, and the slope’s slider", slider: "slope"}
  },
  {
    id: "reasoning",
    heading: "Reasoning training lies outside the axis",
    text: "Letting the same model think moves the index more than a tenfold of compute does: GPT-5.4 goes from {gpt-5-4-non-reasoning-aa-index.value} to {gpt-5-4-aa-index.value}, Claude Opus 4.6 from {claude-opus-4-6-non-reasoning-aa-index.value} to {claude-opus-4-6-aa-index.value}, Kimi K2 from {kimi-k2-aa-index.value} to {kimi-k2-thinking-aa-index.value} as K2 Thinking. The horizontal axis counts little of what that takes, in training or in use. A gain read here mixes both.",
    see: {view: "evidence", words: "the same models with and without", search: "aa-index-v4.0"}
  },
  {
    id: "extrapolation",
    heading: "Curves are drawn far from their data",
    text: "With a slope such as families show, the Llama 4 curve meets Muse Spark’s score orders of magnitude beyond any run there has been; it is dotted there, and still drawn. Better ladders than this one miss by {olmo-ladder-error-best} ({olmo-ladder-error-best.subject}) and by {olmo-ladder-error-other} ({olmo-ladder-error-other.subject}).",
    see: {view: "ladder", words: "the dotted end of the curve"}
  },
  {
    id: "gain-not-one-number",
    heading: "A gain is not one number",
    text: "It depends on the scale, on the level it is read at and on whom it is held against. {gundlach-lstm-small.subject} is {gundlach-lstm-small.value}, {gundlach-lstm-large.subject} {gundlach-lstm-large.value}. One multiplier for a recipe holds at the place where it was read and nowhere else for certain.",
    see: {view: "gain", words: "gain by scale, level and reference"}
  },
  {
    id: "soft-baseline",
    heading: "Maverick is a soft baseline",
    text: "It saw far more tokens than the best mix for its compute: dense laws reach the same loss with {maverick-overtraining-penalty.low} to {maverick-overtraining-penalty.high} less. It was also co-distilled from Llama 4 Behemoth, whose {llama-4-behemoth-compute} its own {llama-4-maverick-compute} leaves out. Part of any multiplier against it is its own distance from the optimum.",
    see: {view: "evidence", words: "the over-training penalties", search: "over-training"}
  },
  {
    id: "pretraining-claim",
    heading: "“{muse-spark-multiplier-vs-maverick.value}” is about pretraining",
    text: "Meta’s claim is about training FLOP to reach one level of performance, read off a law fitted to small models. The metric is not named and the axes have no numbers. It is not about this index, not about what Muse Spark itself took ({muse-spark-compute}) and not about the price of using it.",
    see: {view: "claims", words: "what each claim compares"}
  },
  {
    id: "press-claim",
    heading: "“{muse-spark-multiplier-vs-rivals-article.value}” has no primary source",
    text: "It stands in the founding article alone. Against leading base models Meta says “significantly more efficient” and gives {muse-spark-multiplier-vs-base-models-meta} and no rival. The hatched span asks where Muse Spark would have to be for it to hold; it does not say that it does.",
    see: {view: "claims", words: "the claim and its source"}
  },
  {
    id: "loss-laws",
    heading: "Loss laws are for dense models, and their constants hang together",
    text: "Maverick and most rivals are mixtures of experts, for which the laws used here were not fitted. Two fits of the same runs put E at {hoffmann-rounded-e} and {besiroglu-e}, and B at {hoffmann-rounded-b.value} and {besiroglu-b.value}. The published errors of one fit, B {besiroglu-b.low} to {besiroglu-b.high}, are strongly correlated with those of the other constants: drawn one by one they would overstate what is not known, left out they understate it.",
    see: {view: "evidence", words: "the constants of the laws", search: "scaling-law-parameter 2024:"}
  },
  {
    id: "independence",
    heading: "Intervals are drawn apart from each other",
    text: "Each interval is drawn on its own unless the scenario says otherwise. Yet the same mistake about chips or tokens would move several makers’ compute together, and the ratio of two would then be surer than it looks. Differences that share a cause are drawn too wide, sums of them too narrow.",
    see: {view: "ladder", words: "what is drawn, and how often", slider: "draws"}
  },
  {
    id: "not-frequencies",
    heading: "The intervals are assumptions, not frequencies",
    text: "Medians and 90 % intervals of placed quantities are what the reader supposes. No one has counted how often such suppositions held, and “cannot be told from no gain” means only that the interval supposed spans no gain. Another reader may set other ends and read another verdict.",
    see: {view: "ladder", words: "an interval to set", slider: "rival"}
  }
];

/** A piece of prose: words as they are, or a figure of the ledger by its id and what of it is shown. */
export type Piece =
  | {readonly words: string}
  | {readonly id: string; readonly field: "all" | "value" | "low" | "high" | "subject" | "date"};

const citation = /\{([a-z0-9-]+)(?:\.(value|low|high|subject|date))?\}/g;

/** Prose cut at its figures, in reading order. */
export function piecesOf(prose: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const {0: whole, 1: id = "", 2: field = "all", index} of prose.matchAll(citation)) {
    if (index > end) pieces.push({words: prose.slice(end, index)});
    pieces.push({id, field: field as "all"});
    end = index + whole.length;
  }
  if (end < prose.length) pieces.push({words: prose.slice(end)});
  return pieces;
}

/** The ids a point cites, in order, without repeats. */
export function citedBy({heading, text}: Flaw): readonly string[] {
  return [...new Set([...piecesOf(heading), ...piecesOf(text)].flatMap((piece) => ("id" in piece ? [piece.id] : [])))];
}
