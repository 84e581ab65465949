import type {Text} from "../chart/figure.ts";
import {formatCount, formatFlop, formatMultiplier} from "../scenario/numberText.ts";
import {withPrices} from "../scenario/prices.ts";
import type {Scenario} from "../scenario/schema.ts";
import type {CostReport} from "../simulation/costNumbers.ts";
import {leadingSetup, setupLooks} from "./costMarks.ts";
import {formatDollars, formatRoughDollars, taskUnitOf} from "./costWords.ts";
import type {TaskUnit} from "./costWords.ts";
import {join, plain} from "./wording.ts";

/** A formula of the costs with today’s numbers in it. */
export interface CostFormula {
  readonly name: string;
  readonly law: Text;
  readonly numbers: Text;
  readonly source?: string;
}

type Setup = CostReport["setups"][number];

const dollars = (value: number | null): string => (value === null ? "no number" : formatRoughDollars(value));

/** The dollars of a task, or of a million. */
const ofTasks = (value: number | null, {tasks}: TaskUnit): string => dollars(value === null ? null : value * tasks);

/** A setup's name before its numbers, and of how many tasks they are. */
const named = (name: string, {behind}: TaskUnit): string => (behind === "" ? name : `${name},${behind}`);

function taskFormula({tasks, pipeline}: CostReport, own: Setup, name: string, unit: TaskUnit): CostFormula {
  const stated = pipeline?.to === own.id ? pipeline.factors.some((factor) => factor.name === "gain") : false;
  return {
    name: "A task",
    law: plain("dollars of a task = serving bill + effective compute / gain × dollars per FLOP / tasks served"),
    numbers: join(
      `${named(name, unit)}: ${ofTasks(own.dollars.value, unit)} = ${ofTasks(own.servingDollars.value, unit)} + ${dollars(own.trainingDollars.value)} / ${formatCount(tasks)}${unit.tasks === 1 ? "" : ` × ${formatCount(unit.tasks)}`}`,
      stated
        ? `; the gain of ${formatMultiplier(pipeline?.trainingGain.value ?? NaN)} stands in the second term alone`
        : ""
    )
  };
}

function billFormula(
  scenario: Scenario,
  {hardware}: CostReport,
  own: Setup,
  name: string,
  unit: TaskUnit
): CostFormula | undefined {
  const stated = scenario.cost?.setups.find(({id}) => id === own.id);
  const setup = stated && withPrices(scenario.cost, stated);
  const {input, output, agents, joiningInput, joiningOutput, servingDollars} = own;
  if (setup === undefined || input.value === null || output.value === null) return undefined;
  const [read, written] = [joiningInput.value ?? 0, joiningOutput.value ?? 0];
  const joins = read + written > 0;
  const many = agents.value === 1 ? "" : `${Number((agents.value ?? 1).toPrecision(3))} × `;
  const inTasks = unit.tasks === 1 ? "" : `${formatCount(unit.tasks)} × `;
  const times = `${inTasks}${many}`;
  if (own.billedBy === "hardware") {
    const {peak, mfu, chip, format} = hardware.serving;
    const N = setup.parameters?.value ?? scenario.models.find(({id}) => id === setup.model)?.parameters?.value ?? NaN;
    return {
      name: "Serving on hardware",
      law: plain(
        `serving bill = ${joins ? "(agents × tokens + joining tokens)" : "agents × tokens"} × 2N × price of a chip-hour / (3600 × peak × MFU)`
      ),
      numbers: join(
        `${named(name, unit)}: ${joins ? `${inTasks}(${many}${formatCount(input.value + output.value)} + ${formatCount(read + written)})` : `${times}${formatCount(input.value + output.value)}`} × 2 × ${formatCount(N)} × ${formatDollars(scenario.cost?.serving?.price.value ?? NaN)} / (3600 × `,
        formatFlop(peak).runs,
        ` × ${Number(mfu.toPrecision(3))}, ${chip} in ${format}) = ${ofTasks(servingDollars.value, unit)}`
      ),
      source: "Kaplan et al. 2020, arXiv:2001.08361, section 2.1"
    };
  }
  const prices = [setup.inputPrice, setup.outputPrice].map((price) => formatDollars(price?.value ?? NaN));
  const value = servingDollars.value === null ? "no number" : formatDollars(servingDollars.value * unit.tasks);
  return {
    name: "The bill of a task",
    law: plain(
      `serving bill = ${joins ? "(agents × input tokens + those to join) × price + (agents × output tokens + those to join) × price" : "agents × (input tokens × price + output tokens × price)"}`
    ),
    numbers: plain(
      joins
        ? `${named(name, unit)}: ${inTasks}((${many}${formatCount(input.value)} + ${formatCount(read)}) × ${prices[0]} + (${many}${formatCount(output.value)} + ${formatCount(written)}) × ${prices[1]} a million) = ${value}`
        : `${named(name, unit)}: ${times}(${formatCount(input.value)} × ${prices[0]} + ${formatCount(output.value)} × ${prices[1]} a million) = ${value}`
    )
  };
}

function trainingFormula(
  scenario: Scenario,
  {hardware}: CostReport,
  own: Setup,
  name: string
): CostFormula | undefined {
  const {compute, trainingDollars, trainingDays} = own;
  if (compute.value === null || trainingDollars.value === null) return undefined;
  const {peak, mfu, chip, format} = hardware.training;
  const chips = scenario.cost?.setups.find(({id}) => id === own.id)?.chips ?? scenario.cost?.training.chips;
  const days =
    trainingDays.value === null || chips === undefined
      ? ""
      : `; ${Number(trainingDays.value.toPrecision(3))} days on ${formatCount(chips.value)} chips`;
  return {
    name: "Training",
    law: plain(
      "dollars = compute / (3600 × peak × MFU) × price of a chip-hour; compute = 6ND, or chips × hours × 3600 × peak × MFU"
    ),
    numbers: join(
      `${name}: `,
      formatFlop(compute.value).runs,
      " / (3600 × ",
      formatFlop(peak).runs,
      ` × ${Number(mfu.toPrecision(3))}, ${chip} in ${format}) × ${formatDollars(scenario.cost?.training.price.value ?? NaN)} = ${dollars(trainingDollars.value)}${days}`
    ),
    source: "MFU: Chowdhery et al. 2022, arXiv:2204.02311, appendix B"
  };
}

function lifetimeFormula({lifetime}: CostReport): CostFormula | undefined {
  const {parameters, tokens, served, total} = lifetime ?? {};
  if (parameters?.value == null || tokens?.value == null || served?.value == null || total?.value == null)
    return undefined;
  return {
    name: "Over a life",
    law: plain("least 6ND + 2N × tokens served, among all N and D of one loss"),
    numbers: join(
      `6 × ${formatCount(parameters.value)} × ${formatCount(tokens.value)} + 2 × ${formatCount(parameters.value)} × `,
      served.value < 1e18 ? formatCount(served.value) : formatFlop(served.value).runs,
      " = ",
      formatFlop(total.value).runs,
      " FLOP"
    ),
    source: "Sardana et al. 2023, arXiv:2401.00448, equation 2"
  };
}

/** The formulas of the costs, with the numbers of the setup the answer is about. */
export function costFormulas(scenario: Scenario, report: CostReport): readonly CostFormula[] {
  const leading = leadingSetup(scenario);
  const own = report.setups.find(({id}) => id === leading?.id);
  if (own === undefined) return [];
  const name = setupLooks(scenario).get(own.id)?.shortName ?? own.name;
  const unit = taskUnitOf(scenario);
  const change = report.changes.find(({breakEven}) => breakEven.tasks !== null);
  const even: CostFormula | undefined =
    change === undefined
      ? undefined
      : {
          name: "When a change has paid",
          law: plain("tasks = (once after − once before) / (per task before − per task after)"),
          numbers: plain(
            `${change.name}: (${dollars(change.after.fixed.value)} − ${dollars(change.before.fixed.value)}) / (${ofTasks(change.before.perTask.value, unit)} − ${ofTasks(change.after.perTask.value, unit)}${unit.behind}) = ${formatCount(change.breakEven.tasks ?? NaN)} tasks`
          )
        };
  return [
    taskFormula(report, own, name, unit),
    billFormula(scenario, report, own, name, unit),
    trainingFormula(scenario, report, own, name),
    even,
    lifetimeFormula(report)
  ].filter((formula) => formula !== undefined);
}
