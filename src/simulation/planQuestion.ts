import type {Demand} from "../fitting/plan/planPower.ts";
import type {GeometricShape} from "../fitting/plan/geometricLadder.ts";
import type {PlanModel} from "../fitting/plan/planModel.ts";
import type {PlanHardware} from "../fitting/plan/runList.ts";
import {chipHours, dollarsPerFlop} from "../laws/trainingCost.ts";
import {findChip} from "../scenario/chips.ts";
import {formatFlop} from "../scenario/numberText.ts";
import type {Plan, Scenario} from "../scenario/schema.ts";
import {log10} from "../numerics/exp.ts";
import {planLawOf, measuredNoise} from "./planLaw.ts";
import type {PlanLaw} from "./planLaw.ts";

/** What a plan asks, every number settled. */
export interface PlanQuestion {
  readonly model: PlanModel;
  readonly law: PlanLaw;
  /** Standard deviation of log loss between seeds. */
  readonly noise: number;
  readonly demand: Demand;
  /** FLOP; undefined in an autopsy. */
  readonly budget: number | undefined;
  readonly shape: GeometricShape;
  readonly hardware: PlanHardware;
  readonly ladder: NonNullable<Plan["ladder"]>;
  /** Keys of the plan that the scenario leaves out, with what is taken for them. */
  readonly assumed: Readonly<Record<string, string>>;
}

/** Why a plan has no answer: the key it comes from, and a sentence. */
export interface PlanObstacle {
  readonly ok: false;
  readonly field: string;
  readonly message: string;
}

export const obstacle = (field: string, message: string): PlanObstacle => ({ok: false, field, message});

/** What a ladder is trained on where nothing says: one H100, 40 % of its BF16 peak, as priced in the ledger. */
const usualHardware: PlanHardware = {
  chip: "H100",
  peak: {format: "BF16", rate: findChip("H100")?.peaks["BF16"]?.rate ?? NaN},
  mfu: 0.4,
  price: 2.95
};

const usual = {confidence: 0.95, power: 0.8, rungs: 8, seeds: 5, smallest: 1e18} as const;

const wordsOf = (value: unknown): string =>
  typeof value === "number" && value > 1e6 ? `${formatFlop(value).text} FLOP` : String(value);

function hardwareOf({plan, cost}: Scenario): PlanHardware | undefined {
  const stated = plan?.hardware ?? cost?.training;
  if (stated === undefined) return undefined;
  const {chip, format, mfu, price} = stated;
  const rate = findChip(chip)?.peaks[format]?.rate ?? NaN;
  return {chip, peak: {format, rate}, mfu: mfu.value, price: price.value};
}

/** The budget in FLOP, whichever way it is given. */
export function budgetOf({budget, gpuHours, dollars}: Plan, hardware: PlanHardware): number | undefined {
  if (budget !== undefined) return budget.value;
  if (gpuHours !== undefined) return gpuHours.value / chipHours(1, hardware);
  return dollars === undefined ? undefined : dollars.value / dollarsPerFlop(hardware.price, hardware);
}

/** The loss that a law never passes, in words. */
const limitOf = (law: PlanLaw): string => String(Number(law.power(1e20, 1e24).E.toPrecision(4)));

/** What the plan of a scenario asks, or why it cannot be asked; undefined without a plan. */
export function planQuestion(
  scenario: Scenario
): {readonly ok: true; readonly question: PlanQuestion} | PlanObstacle | undefined {
  const {plan} = scenario;
  if (plan === undefined) return undefined;
  const law = planLawOf(scenario, plan);
  if (law === undefined) return obstacle("law", "is that of fitted runs, and the scenario’s runs have no fit");
  const noise = plan.noise === undefined ? measuredNoise(scenario) : plan.noise.value;
  if (noise === undefined) return obstacle("noise", "is missing, and the scenario’s runs have no fit to measure it by");
  if (!(noise > 0))
    return obstacle("noise", "is none: the scenario’s runs lie on their law, so that any ladder tells any gain");
  const assumed: Record<string, string> = {};
  const settled = <T>(key: string, value: T | undefined, otherwise: T, words = wordsOf(otherwise)): T => {
    if (value === undefined) assumed[key] = words;
    return value ?? otherwise;
  };
  const hardware = settled("hardware", hardwareOf(scenario), usualHardware, "H100 at 40 % of BF16 peak, $2.95 an hour");
  const budget = plan.published === undefined ? budgetOf(plan, hardware) : undefined;
  const target = plan.target?.value ?? law.atLoss(plan.level?.value ?? NaN);
  if (!(target < Infinity)) {
    return obstacle(
      "level",
      `must lie above the loss that the law never passes, ${limitOf(law)}, got ${plan.level?.value ?? "nothing"}`
    );
  }
  const smallest = settled("smallest", plan.smallest?.value, Math.min(usual.smallest, target / 1e4));
  const mostUsual = Math.min(target / 10, Math.max((budget ?? target) / 10, 100 * smallest));
  const gainForm = settled("gainForm", plan.gainForm, "scale-dependent");
  return {
    ok: true,
    question: {
      law,
      model: {
        law: law.power(smallest, target),
        target,
        gain: plan.gain.value,
        growth: log10(plan.growth?.value ?? 1),
        gainForm,
        floor: settled("floor", plan.floor, "fitted")
      },
      noise,
      demand: {
        confidence: settled("confidence", plan.confidence?.value, usual.confidence),
        power: settled("power", plan.power?.value, usual.power)
      },
      budget,
      shape: {
        smallest,
        largest: settled("largest", plan.largest?.value, mostUsual),
        rungs: settled("rungs", plan.rungs?.value, usual.rungs),
        seeds: settled("seeds", plan.seeds?.value, usual.seeds)
      },
      hardware,
      ladder: settled("ladder", plan.ladder, "designed"),
      assumed
    }
  };
}
