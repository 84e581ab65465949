import type {InputKind} from "./inputs.ts";

/** What a person can set of the costs: the rows of the table of inputs that `cost` brings. */
export const costInputs = {
  costTasks: {
    path: "cost.tasks",
    label: "tasks served",
    unit: "tasks",
    quantity: "number",
    scale: "log",
    range: [1e3, 1e13],
    step: 1.05,
    ticks: [1e3, 1e5, 1e7, 1e9, 1e11, 1e13],
    help: "Tasks served over the life of a model: the training is spread over them."
  },
  costUsers: {
    path: "cost.users",
    label: "users",
    unit: "users",
    quantity: "number",
    scale: "log",
    range: [1, 1e10],
    step: 1.05,
    ticks: [1, 1e3, 1e6, 1e9],
    help: "Users at work at any one time, each waiting for one answer and then pausing."
  },
  costPause: {
    path: "cost.pause",
    label: "pause between tasks",
    unit: "s",
    quantity: "number",
    scale: "log",
    range: [1, 1e5],
    step: 1.05,
    ticks: [1, 60, 3600],
    help: "Seconds between an answer and the user’s next task; left out: none."
  },
  trainingMfu: {
    path: "cost.training.mfu",
    label: "MFU of training",
    unit: "of peak",
    quantity: "utilization",
    scale: "linear",
    range: [0.05, 0.6],
    step: 0.005,
    ticks: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
    help: "The share of the named peak that training turns into model FLOP."
  },
  trainingPrice: {
    path: "cost.training.price",
    label: "price of a chip-hour of training",
    unit: "$ per hour",
    quantity: "money",
    scale: "log",
    range: [0.5, 20],
    step: 1.05,
    ticks: [0.5, 1, 2, 5, 10, 20],
    help: "What one chip costs for an hour of training, US dollars."
  },
  trainingChips: {
    path: "cost.training.chips",
    label: "chips of the training cluster",
    unit: "chips",
    quantity: "number",
    scale: "log",
    range: [100, 1e6],
    step: 1.05,
    ticks: [100, 1e3, 1e4, 1e5, 1e6],
    help: "How many chips train at once; it says how many days, and is no part of the dollars."
  },
  servingMfu: {
    path: "cost.serving.mfu",
    label: "MFU of serving",
    unit: "of peak",
    quantity: "utilization",
    scale: "log",
    range: [0.005, 0.6],
    step: 1.05,
    ticks: [0.01, 0.03, 0.1, 0.3, 0.6],
    help: "The share of the named peak that serving turns into 2N FLOP per token; well below that of training."
  },
  servingPrice: {
    path: "cost.serving.price",
    label: "price of a chip-hour of serving",
    unit: "$ per hour",
    quantity: "money",
    scale: "log",
    range: [0.5, 20],
    step: 1.05,
    ticks: [0.5, 1, 2, 5, 10, 20],
    help: "What one chip costs for an hour of serving, US dollars."
  },
  setupChips: {
    path: "cost.setups.*.chips",
    label: "chips of its training",
    unit: "chips",
    quantity: "number",
    scale: "log",
    range: [100, 1e6],
    step: 1.05,
    ticks: [100, 1e3, 1e4, 1e5, 1e6],
    help: "Chips that trained it: with the hours, in place of its model’s compute."
  },
  setupHours: {
    path: "cost.setups.*.hours",
    label: "hours of its training",
    unit: "hours",
    quantity: "number",
    scale: "log",
    range: [1, 1e5],
    step: 1.05,
    ticks: [1, 10, 100, 1e3, 1e4, 1e5],
    help: "Hours that each of those chips worked."
  },
  setupInput: {
    path: "cost.setups.*.input",
    label: "tokens read for a task",
    unit: "tokens",
    quantity: "tokens",
    scale: "log",
    range: [10, 1e9],
    step: 1.05,
    ticks: [10, 1e3, 1e5, 1e7, 1e9],
    help: "Tokens that one agent reads for one task."
  },
  setupOutput: {
    path: "cost.setups.*.output",
    label: "tokens written for a task",
    unit: "tokens",
    quantity: "tokens",
    scale: "log",
    range: [10, 1e9],
    step: 1.05,
    ticks: [10, 1e3, 1e5, 1e7, 1e9],
    help: "Tokens that one agent writes for one task, its thinking included."
  },
  setupAgents: {
    path: "cost.setups.*.agents",
    bounds: {from: 1},
    label: "agents",
    unit: "agents",
    quantity: "number",
    scale: "log",
    range: [1, 64],
    step: 1.05,
    ticks: [1, 4, 16, 64],
    help: "Agents at work on one task, each reading and writing its tokens; a mean may be broken. Left out: 1."
  },
  setupInputPrice: {
    path: "cost.setups.*.inputPrice",
    label: "price of input",
    unit: "$ per million tokens",
    quantity: "money",
    scale: "log",
    range: [0.01, 100],
    step: 1.05,
    ticks: [0.01, 0.1, 1, 10, 100],
    help: "Price of a million tokens read, US dollars."
  },
  setupOutputPrice: {
    path: "cost.setups.*.outputPrice",
    label: "price of output",
    unit: "$ per million tokens",
    quantity: "money",
    scale: "log",
    range: [0.01, 200],
    step: 1.05,
    ticks: [0.01, 0.1, 1, 10, 100],
    help: "Price of a million tokens written, reasoning included, US dollars."
  },
  setupParameters: {
    path: "cost.setups.*.parameters",
    label: "active parameters served",
    unit: "active",
    quantity: "parameters",
    scale: "log",
    range: [1e8, 1e13],
    step: 1.05,
    ticks: [1e8, 1e9, 1e10, 1e11, 1e12, 1e13],
    help: "Active parameters: a token takes 2N FLOP to serve. Left out: those of its model."
  },
  setupFirstToken: {
    path: "cost.setups.*.firstToken",
    label: "time to first token",
    unit: "s",
    quantity: "number",
    scale: "log",
    range: [0.05, 100],
    step: 1.05,
    ticks: [0.1, 1, 10, 100],
    help: "Seconds from the task to the first token; left out: none."
  },
  setupPace: {
    path: "cost.setups.*.pace",
    label: "tokens per second",
    unit: "tokens per second",
    quantity: "number",
    scale: "log",
    range: [1, 1e4],
    step: 1.05,
    ticks: [1, 10, 100, 1e3, 1e4],
    help: "Tokens that one agent writes in a second; agents write side by side."
  },
  lifetimeLoss: {
    path: "cost.lifetime.loss",
    bounds: {},
    label: "loss to reach",
    unit: "nats per token",
    quantity: "coefficient",
    scale: "linear",
    range: [1.83, 3],
    step: 0.005,
    ticks: [1.83, 2, 2.5, 3],
    help: "The loss that the model of least lifetime compute reaches, above the law’s irreducible one."
  },
  lifetimeServed: {
    path: "cost.lifetime.served",
    label: "tokens served over the life",
    unit: "tokens",
    quantity: "tokens",
    scale: "log",
    range: [1e9, 1e18],
    step: 1.05,
    ticks: [1e9, 1e12, 1e15, 1e18],
    help: "Tokens read and written over the life of the model, 2N FLOP each."
  },
  changeOnce: {
    path: "cost.changes.*.once",
    label: "what the change costs once",
    unit: "$",
    quantity: "money",
    scale: "log",
    range: [1e3, 1e10],
    step: 1.05,
    ticks: [1e3, 1e5, 1e7, 1e9],
    help: "What the change costs once besides training, US dollars: the research behind a recipe, training under a penalty. Left out: nothing."
  },
  pipelineGain: {
    path: "cost.pipeline.gain",
    label: "training gain of the one over the other",
    unit: "×",
    quantity: "gain",
    scale: "log",
    range: [0.1, 1000],
    step: 1.05,
    ticks: [0.1, 1, 10, 100, 1000],
    help: "How many times less training compute; a factor of the training share alone. Left out: as the ladder has it."
  }
} as const satisfies Record<string, InputKind>;
