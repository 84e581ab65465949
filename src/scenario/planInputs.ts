import {inside} from "./inputRows.ts";
import type {InputKind} from "./inputs.ts";

const compute = (path: string, label: string, help: string): InputKind => ({
  path,
  label,
  unit: "FLOP",
  quantity: "compute",
  scale: "log",
  range: [1e17, 1e27],
  step: 1.05,
  ticks: [1e17, 1e19, 1e21, 1e23, 1e25, 1e27],
  help
});

const surety = (path: string, label: string, help: string): InputKind => ({
  path,
  label,
  unit: "of 1",
  quantity: "share",
  bounds: inside,
  scale: "linear",
  range: [0.5, 0.99],
  step: 0.01,
  ticks: [0.5, 0.8, 0.9, 0.95, 0.99],
  help
});

/** What can be set of a ladder plan. */
export const planInputs = {
  planGain: {
    path: "plan.gain",
    bounds: {above: 0, not: 1},
    label: "gain to tell from none",
    unit: "×",
    quantity: "gain",
    scale: "log",
    range: [1, 30],
    step: 1.02,
    ticks: [1, 3, 10, 30],
    help: "The true gain of the new recipe at the target: compute of the reference over its own at equal loss. In an autopsy the claimed one."
  },
  planGrowth: {
    path: "plan.growth",
    bounds: {above: 0.1},
    label: "growth of the gain per tenfold",
    unit: "× per tenfold",
    quantity: "gain",
    scale: "log",
    range: [0.5, 2],
    step: 1.01,
    ticks: [0.5, 1, 2],
    help: "By how much the true gain grows with each tenfold of compute; left out: 1, the same at every scale. Needs a scale-dependent law."
  },
  planTarget: compute(
    "plan.target",
    "target compute",
    "Compute of the reference recipe whose level the gain is read at, FLOP: the big run. It lies above every rung."
  ),
  planLevel: {
    path: "plan.level",
    label: "target level of loss",
    unit: "nats per token",
    quantity: "coefficient",
    scale: "linear",
    range: [1.7, 4],
    step: 0.005,
    ticks: [2, 2.5, 3, 3.5, 4],
    help: "The loss at which the gain is read, in place of a target compute: the target is then what the reference recipe’s law needs for it."
  },
  planConfidence: surety(
    "plan.confidence",
    "confidence",
    "One less the rate at which no gain is taken for one, in either direction; left out: 0.95."
  ),
  planPower: surety("plan.power", "power", "Chance to tell the true gain from none; left out: 0.8."),
  planNoise: {
    path: "plan.noise",
    bounds: {above: 0},
    label: "noise between seeds",
    unit: "of the loss",
    quantity: "share",
    scale: "log",
    range: [0.0003, 0.03],
    step: 1.02,
    ticks: [0.0003, 0.001, 0.003, 0.01, 0.03],
    help: "Standard deviation of log loss between runs that differ in their seed alone: 0.003, or 0.3%, is 0.3 % of the loss. Left out: that of the scenario’s fitted runs around their law."
  },
  planTokensPerParameter: {
    path: "plan.tokensPerParameter",
    label: "tokens per parameter",
    unit: "tokens",
    quantity: "gain",
    scale: "log",
    range: [1, 1000],
    step: 1.05,
    ticks: [1, 10, 100, 1000],
    help: "Tokens per parameter of every run; left out: the compute-optimal mix."
  },
  planBudget: compute(
    "plan.budget",
    "budget",
    "Compute of all runs of the ladders together, FLOP or chip time with its chip, number format and utilisation."
  ),
  planGpuHours: {
    path: "plan.gpuHours",
    label: "budget, GPU-hours",
    unit: "GPU-hours",
    quantity: "number",
    scale: "log",
    range: [10, 1e7],
    step: 1.05,
    ticks: [10, 1e3, 1e5, 1e7],
    help: "Hours of the plan’s hardware that all runs together may take, in place of a budget in FLOP."
  },
  planDollars: {
    path: "plan.dollars",
    label: "budget, dollars",
    unit: "$",
    quantity: "money",
    scale: "log",
    range: [100, 1e8],
    step: 1.05,
    ticks: [100, 1e4, 1e6, 1e8],
    help: "What all runs together may cost on the plan’s hardware, US dollars, in place of a budget in FLOP."
  },
  planSmallest: compute("plan.smallest", "smallest rung", "Compute of the smallest rung allowed, FLOP."),
  planLargest: compute("plan.largest", "largest rung", "Compute of the largest rung allowed, FLOP; below the target."),
  planRungs: {
    path: "plan.rungs",
    bounds: {from: 2, to: 60, whole: "rungs"},
    label: "rungs of the simple ladder",
    unit: "rungs",
    quantity: "number",
    scale: "linear",
    range: [2, 24],
    step: 1,
    ticks: [2, 8, 16, 24],
    help: "Rungs of each recipe of the geometric ladder that the design is held against: a whole number from 2; left out: 8."
  },
  planSeeds: {
    path: "plan.seeds",
    bounds: {from: 1, to: 1000, whole: "seeds"},
    label: "seeds per rung",
    unit: "seeds",
    quantity: "number",
    scale: "linear",
    range: [1, 20],
    step: 1,
    ticks: [1, 5, 10, 20],
    help: "The most runs of a rung that differ in their seed alone: a whole number from 1; left out: 5."
  },
  planMfu: {
    path: "plan.hardware.mfu",
    label: "MFU of the ladder",
    unit: "of peak",
    quantity: "utilization",
    scale: "linear",
    range: [0.05, 0.6],
    step: 0.005,
    ticks: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
    help: "The share of the named peak that the ladder’s training turns into model FLOP."
  },
  planPrice: {
    path: "plan.hardware.price",
    label: "price of a chip-hour",
    unit: "$ per hour",
    quantity: "money",
    scale: "log",
    range: [0.5, 20],
    step: 1.05,
    ticks: [0.5, 1, 2, 5, 10, 20],
    help: "What one chip costs for an hour of training, US dollars."
  }
} as const satisfies Record<string, InputKind>;
