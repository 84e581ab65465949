import {inputAt} from "./inputList.ts";
import type {Input} from "./inputList.ts";
import {limits} from "./limits.ts";
import type {Scenario} from "./schema.ts";
import type {ViewSection} from "./viewInputs.ts";

/** The inputs a section’s view begins with, the first that are there; `*` is any id. */
const begins: Readonly<Record<ViewSection, readonly string[]>> = {
  reinforcement: [
    "reinforcement.compute",
    "reinforcement.law.ceiling",
    "reinforcement.law.steepness",
    "reinforcement.law.middle",
    "reinforcement.sharpening.lift",
    "reinforcement.sharpening.sharpness"
  ],
  thinking: [
    "thinking.penalties.*.perToken",
    "thinking.path.progress",
    "thinking.compressed.factors.*",
    "thinking.difficulties.*.find",
    "thinking.difficulties.*.lose",
    "thinking.limit"
  ],
  agents: [
    "agents.count",
    "agents.repeat",
    "agents.success.mean",
    "agents.joining.falsePositive",
    "agents.joining.truePositive",
    "agents.work.tokens"
  ],
  cost: [
    "cost.tasks",
    "cost.pipeline.gain",
    "cost.setups.*.output",
    "cost.setups.*.outputPrice",
    "cost.training.price"
  ],
  plan: [
    "plan.gain",
    "plan.target",
    "plan.level",
    "plan.noise",
    "plan.budget",
    "plan.gpuHours",
    "plan.dollars",
    "plan.largest",
    "plan.seeds"
  ]
};

const budgets = ["plan.budget", "plan.gpuHours", "plan.dollars"];

/** A budget that stands in another unit than the one named; of all other addresses nothing. */
export function instead(scenario: Scenario, address: string): readonly Input[] {
  if (!budgets.includes(address)) return [];
  return budgets.flatMap((other) => inputAt(scenario, other) ?? []);
}

const fits = (pattern: string, address: string): boolean => {
  const [want, is] = [pattern.split("."), address.split(".")];
  return want.length === is.length && want.every((part, i) => part === "*" || part === is[i]);
};

/** The few inputs that a section’s view begins with, of those that move something in it. */
export function usual(section: ViewSection, inputs: readonly Input[]): readonly Input[] {
  return begins[section]
    .flatMap((pattern) => inputs.find(({address}) => fits(pattern, address)) ?? [])
    .slice(0, limits.headline);
}
