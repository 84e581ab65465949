import type {BreakEven} from "../laws/breakEven.ts";
import type {Scenario} from "../scenario/schema.ts";
import {setupName} from "../scenario/costInputList.ts";
import {everyEvidence} from "../scenario/ownEvidence.ts";
import {costs} from "./cost.ts";
import type {SetupCost, SetupIntervals} from "./cost.ts";
import {changesPay} from "./costChanges.ts";
import {costLifetime} from "./costLifetime.ts";
import type {SetupNumbers} from "./costReaders.ts";
import {drawCosts} from "./costUncertainty.ts";
import type {CostUncertainty} from "./costUncertainty.ts";
import type {Interval} from "./draws.ts";
import {shownMetric} from "./ladder.ts";
import {measureAt, measureOf} from "./measure.ts";
import {pipeline} from "./pipeline.ts";

/** A number of a report with its 90 % interval; null where it cannot be told. */
export interface Told {
  readonly value: number | null;
  readonly interval: Interval | null;
}

const told = (value: number, interval: Interval | undefined): Told =>
  Number.isFinite(value) ? {value, interval: interval ?? null} : {value: null, interval: null};

/** Every number of a record, each with its interval. */
function tellAll<T extends object>(
  numbers: T,
  intervals: Readonly<Partial<Record<keyof T, Interval>>> | undefined
): {readonly [K in keyof T]: Told} {
  return Object.fromEntries(
    Object.entries(numbers).map(([key, value]) => [key, told(value as number, intervals?.[key as keyof T])])
  ) as {readonly [K in keyof T]: Told};
}

const reported = [
  "score",
  "compute",
  "trainingDollars",
  "trainingDays",
  "input",
  "output",
  "agents",
  "joiningInput",
  "joiningOutput",
  "servingDollars",
  "trainingShare",
  "dollars",
  "seconds",
  "tasksPerDay"
] as const satisfies readonly (keyof SetupNumbers)[];

function setupReport(scenario: Scenario, {setup, numbers, bill, placed}: SetupCost, intervals: SetupIntervals = {}) {
  const rows = reported.map((key) => [key, told(numbers[key], intervals[key])] as const);
  return {
    id: setup.id,
    name: setupName(scenario, setup),
    model: setup.model,
    /** The section that its work of a task is taken from. */
    takes: setup.takes ?? null,
    /** What its score is of. */
    measure: measureOf(scenario, setup),
    /** Of the training compute, and of all that hangs on it. */
    basis: placed ? "placed" : (scenario.models.find(({id}) => id === setup.model)?.basis ?? "known"),
    billedBy: setup.bill,
    priceBasis: setup.bill === "hardware" || setup.inputPrice === undefined ? null : setup.priceBasis,
    ...(Object.fromEntries(rows) as Record<(typeof reported)[number], Told>),
    bill:
      bill === undefined
        ? null
        : {computed: bill.computed, measured: bill.measured ?? null, agrees: bill.agrees ?? null},
    evidence: setup.evidence ?? {}
  };
}

function breakEvenReport(even: BreakEven | undefined) {
  if (even === undefined) return {kind: null, tasks: null};
  return {kind: even.kind, tasks: "tasks" in even ? even.tasks : null};
}

function changesReport(scenario: Scenario, {changes: drawn}: CostUncertainty) {
  return changesPay(scenario).map(({change, before, after, breakEven, paysAtTasks}) => {
    const sure = drawn.get(change.id);
    return {
      id: change.id,
      name: change.name,
      kind: change.kind,
      from: change.from,
      to: change.to,
      before: tellAll(before, {}),
      after: tellAll(after, {}),
      breakEven: {...breakEvenReport(breakEven), interval: sure?.tasks ?? null, shares: sure?.kinds ?? null},
      paysAtTasks: paysAtTasks ?? null,
      probabilityPaysAtTasks: sure?.pays ?? null,
      evidence: everyEvidence(change.evidence)
    };
  });
}

function pipelineReport(scenario: Scenario, {pipeline: drawn, setups}: CostUncertainty) {
  const found = pipeline(scenario);
  if (found === undefined) return null;
  const {from, to, before, after, scores, seconds, factors, secondsFactors, gain, trainingPart, isTrainedOnce} = found;
  const measures = {from: measureAt(scenario, from), to: measureAt(scenario, to)};
  const gainFactor = factors.find(({name}) => name === "gain");
  return {
    from,
    to,
    scores: {from: told(scores.from, undefined).value, to: told(scores.to, undefined).value},
    measures,
    /** Only scores of one measure compare. */
    isOneMeasure: measures.from.id === measures.to.id,
    isTrainedOnce,
    before: {...before},
    after: {...after},
    ratios: tellAll(
      {
        serving: after.serving / before.serving,
        training: after.training / before.training,
        total: after.total / before.total,
        seconds: seconds.after / seconds.before
      },
      drawn?.ratios
    ),
    /** How long a task takes. */
    seconds: {
      from: told(seconds.before, setups.get(from)?.seconds),
      to: told(seconds.after, setups.get(to)?.seconds)
    },
    /** What one more task of `to` would take of the training, dollars, had the same effective compute no gain. */
    withoutGain: told(after.training * gain, undefined).value,
    factors: factors.map(({name, share, ofServing, ofTraining, ofTotal, evidence}) => ({
      name,
      share,
      ofServing,
      ofTraining,
      ofTotal: told(ofTotal, drawn?.factors[name]?.ofTotal),
      interval: drawn?.factors[name]?.own ?? null,
      evidence
    })),
    secondsFactors: secondsFactors.map(({name, value, evidence}) => ({
      name,
      ...told(value, drawn?.seconds[name]),
      evidence
    })),
    trainingPart: tellAll(trainingPart, drawn?.trainingPart),
    trainingGain: {
      value: told(gain, undefined).value,
      /** Only "over" or "under" this is stated. */
      bound: scenario.cost?.pipeline?.gain?.bound ?? null,
      isFactorOfServingBill: false,
      ofServing: gainFactor?.ofServing ?? 1,
      ofTraining: gainFactor?.ofTraining ?? null,
      ofTotal: told(gainFactor?.ofTotal ?? NaN, undefined).value
    }
  };
}

/**
 * Every number of a scenario's costs, with 90 % intervals; undefined where it holds none.
 *
 * @param drawn the intervals, where they are there already
 */
export function costReport(scenario: Scenario, drawn: CostUncertainty = drawCosts(scenario)) {
  const found = costs(scenario);
  const {cost} = scenario;
  if (found === undefined || cost === undefined) return undefined;
  const lifetime = costLifetime(scenario);
  const {draws} = drawn;
  const {seed} = scenario.uncertainty;
  const {training, serving, tasks} = found.numbers;
  return {
    title: scenario.title,
    metric: shownMetric(scenario),
    seed,
    draws,
    task: cost.task,
    tasks,
    hardware: {
      training: {chip: cost.training.chip, format: training.peak.format, peak: training.peak.rate, mfu: training.mfu},
      serving: {
        chip: (cost.serving ?? cost.training).chip,
        format: serving.peak.format,
        peak: serving.peak.rate,
        mfu: serving.mfu
      }
    },
    setups: found.setups.map((setup) => setupReport(scenario, setup, drawn.setups.get(setup.setup.id))),
    lifetime:
      lifetime === undefined
        ? null
        : {
            law: cost.lifetime?.law ?? null,
            /** The setup whose tasks’ tokens are served; null: as many as are stated. */
            of: cost.lifetime?.of ?? null,
            ...tellAll(lifetime, drawn.lifetime)
          },
    changes: changesReport(scenario, drawn),
    pipeline: pipelineReport(scenario, drawn)
  };
}

export type CostReport = NonNullable<ReturnType<typeof costReport>>;
