/** The scenarios that come with the page, in the order of menu and gallery: file, and title as menus call it. */
export const shippedScenarios = [
  {file: "muse-spark.json", title: "Muse Spark and its rivals"},
  {file: "pretraining-claim.json", title: "Over 10x less pretraining compute than Maverick"},
  {file: "recipe-parts.json", title: "What a 10x could be made of"},
  {file: "kimi-linear.json", title: "A gain that changes with scale"},
  {file: "thresholds.json", title: "What compute thresholds still catch"},
  {file: "rl-scaling.json", title: "Reinforcement learning, a ladder of its own"},
  {file: "thought-compression.json", title: "Thought compression"},
  {file: "contemplating.json", title: "Contemplating: 1 to 64 agents"},
  {file: "cost-per-task.json", title: "What a task costs"},
  {file: "serve-a-billion.json", title: "Serving a billion people"},
  {file: "plan-3x.json", title: "Three times or once, at 1e25 FLOP"},
  {file: "autopsy-olmo.json", title: "What the OLMo ladder could have told apart"},
  {file: "autopsy-over-10x.json", title: "A ladder behind “over 10x”, taken apart"}
] as const;

export type ShippedFile = (typeof shippedScenarios)[number]["file"];
