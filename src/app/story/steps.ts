import type {ViewName} from "../../figures/view.ts";
import type {ShippedFile} from "../shipped.ts";

/** A step of the story: a shipped scenario in one of its views, what it tells, and what to try. */
export interface StoryStep {
  readonly title: string;
  readonly file: ShippedFile;
  readonly view: ViewName;
  readonly text: string;
  readonly tries: string;
}

/** From Maverick’s rung to what a task costs. */
export const storySteps: readonly StoryStep[] = [
  {
    title: "Maverick’s rung",
    file: "muse-spark.json",
    view: "ladder",
    text: "Llama 4 Maverick’s size and training tokens are published, so its compute is known and it stands as a filled point. A rung is the line of equal score through a model. Muse Spark stands on a much higher rung, but where along it nobody has disclosed: a band, and a handle you may place.",
    tries:
      "Drag Muse Spark’s handle along its rung. The multiplier against a rival follows the place you choose, not a measurement."
  },
  {
    title: "The 10× claim",
    file: "pretraining-claim.json",
    view: "claims",
    text: "Meta fitted a scaling law to small runs of its new recipe and read off how much pretraining compute reaches Maverick’s level: over ten times less than Maverick took. That is about pretraining at one level of an undisclosed metric. It does not say what Muse Spark itself took, nor what serving it costs. Maverick is a soft baseline besides: it was trained far past its compute-optimal mix.",
    tries:
      "Switch a claim’s reading, or hold it against Maverick’s compute-optimal run of equal loss: the multiplier changes and the words stay the same."
  },
  {
    title: "Offset or slope",
    file: "kimi-linear.json",
    view: "gain",
    text: "A gain is one number only where two recipes’ curves run side by side. Where their exponents differ it grows or shrinks with compute, so a ladder of small runs may promise more, or less, than the big run gives. Here it shrinks.",
    tries: "Read the gain at another level: type one in the field above the figures."
  },
  {
    title: "Thinking is not training",
    file: "thought-compression.json",
    view: "thinking",
    text: "Thought compression comes from reinforcement learning under a penalty on thinking time. It changes how many tokens an answer takes, not how much compute training took, and is often merged with the 10×. Running the index took Muse Spark half of GPT-5.4’s tokens for fewer points: at equal score it cannot be told. Gemini 3.1 Pro used fewer tokens and scored higher.",
    tries:
      "Move the training slider through the three phases: longer, compressed, longer again. No length or penalty is disclosed: these are assumptions."
  },
  {
    title: "Sixteen agents",
    file: "contemplating.json",
    view: "agents",
    text: "In contemplating mode several agents work on a problem side by side. By the points read off Meta’s chart most of what they add comes with the first doubling. Agents in parallel save time, not tokens: one agent that thinks for as many tokens is drawn beside them.",
    tries: "Move the number of agents, or let them repeat each other more: the two curves part or meet."
  },
  {
    title: "Does it pay",
    file: "cost-per-task.json",
    view: "cost",
    text: "Dollars per task are tokens times prices, plus a share of the training spread over all tasks. A training gain is a factor of that share alone and of no serving bill. Muse Spark had no price at launch: its dollars are a band.",
    tries: "Move the training gain, then the tokens: only one of the two changes the serving bill."
  }
];
