import {breakEven} from "../laws/breakEven.ts";
import type {BreakEven, CostLine} from "../laws/breakEven.ts";
import type {Cost, Scenario} from "../scenario/schema.ts";
import {drawPart} from "./costDraws.ts";
import type {DrawnPart} from "./costDraws.ts";
import {centralCosts, isSameTraining} from "./costReaders.ts";
import type {CostNumbers} from "./costReaders.ts";
import type {Interval} from "./draws.ts";
import {interval} from "./draws.ts";
import {reader} from "./readers.ts";
import {central} from "./valuation.ts";
import type {Valuation} from "./valuation.ts";
import {oncePerScenario} from "./oncePerScenario.ts";

export type Change = Cost["changes"][number];

/** A change and from, or up to, how many tasks it pays. */
export interface ChangePays {
  readonly change: Change;
  readonly before: CostLine;
  readonly after: CostLine;
  /** Undefined where a cost cannot be told. */
  readonly breakEven?: BreakEven;
  /** Whether it has paid by the tasks that the scenario serves. */
  readonly paysAtTasks?: boolean;
}

/** How sure a break-even is. */
export interface ChangeUncertainty {
  /** The share of draws of each kind of break-even. */
  readonly kinds: Readonly<Record<BreakEven["kind"], number>>;
  /** The tasks of the break-even in the draws of the central kind; undefined where that has no number of tasks. */
  readonly tasks?: Interval;
  /** The share of draws in which it has paid by the tasks that the scenario serves. */
  readonly pays: number;
}

interface Lines {
  readonly before: CostLine;
  readonly after: CostLine;
}

const isTold = ({before, after}: Lines): boolean =>
  [before, after].every(({fixed, perTask}) => fixed >= 0 && perTask >= 0);

/** Serving the same model again needs no second training: its cost then stands on neither side. */
function linesReader({cost}: Scenario, change: Change): (value: Valuation, numbers: CostNumbers) => Lines {
  const once = change.once === undefined ? () => 0 : reader(`cost.changes.${change.id}.once`, change.once);
  const [from, to] = [change.from, change.to].map((id) => cost?.setups.find((setup) => setup.id === id));
  const isTrainedOnce = isSameTraining(from, to);
  return (value, {setups}) => {
    const line = (id: string): CostLine => {
      const {trainingDollars = NaN, servingDollars = NaN} = setups.get(id) ?? {};
      return {fixed: isTrainedOnce ? 0 : trainingDollars, perTask: servingDollars};
    };
    const after = line(change.to);
    return {before: line(change.from), after: {...after, fixed: after.fixed + once(value)}};
  };
}

const totalAt = ({fixed, perTask}: CostLine, tasks: number): number => fixed + perTask * tasks;

/** The changes of a scenario's costs at the central values. */
export const changesPay = oncePerScenario((scenario): readonly ChangePays[] => {
  const numbers = centralCosts(scenario);
  if (numbers === undefined) return [];
  return (scenario.cost?.changes ?? []).map((change) => {
    const lines = linesReader(scenario, change)(central, numbers);
    if (!isTold(lines)) return {change, ...lines};
    const paysAtTasks = totalAt(lines.after, numbers.tasks) <= totalAt(lines.before, numbers.tasks);
    return {change, ...lines, breakEven: breakEven(lines.before, lines.after), paysAtTasks};
  });
});

const kinds = ["at-once", "after", "until", "never"] as const satisfies readonly BreakEven["kind"][];

/** The break-evens of the changes, to be drawn; undefined where there is none. */
export function changesPart(scenario: Scenario): DrawnPart<ReadonlyMap<string, ChangeUncertainty>> | undefined {
  const readers = (scenario.cost?.changes ?? []).map((change) => ({change, lines: linesReader(scenario, change)}));
  if (readers.length === 0) return undefined;
  return {
    read: (value, numbers) =>
      Object.fromEntries(
        readers.flatMap(({change: {id}, lines}) => {
          const found = lines(value, numbers);
          const even = isTold(found) ? breakEven(found.before, found.after) : undefined;
          const saved = totalAt(found.before, numbers.tasks) - totalAt(found.after, numbers.tasks);
          return [
            [`change ${id} kind`, even === undefined ? NaN : kinds.indexOf(even.kind)],
            [`change ${id} tasks`, even !== undefined && "tasks" in even ? even.tasks : NaN],
            [`change ${id} pays`, saved >= 0 ? 1 : 0]
          ];
        })
      ),
    gather: (drawn) => new Map(changesPay(scenario).flatMap((pays) => gathered(pays, drawn)))
  };
}

/** How sure one change is; nothing where some draw cannot tell. */
function gathered(
  {change, breakEven: even}: ChangePays,
  drawn: ReadonlyMap<string, Float64Array>
): readonly (readonly [string, ChangeUncertainty])[] {
  const [kind, tasks, pays] = ["kind", "tasks", "pays"].map((key) => drawn.get(`change ${change.id} ${key}`));
  if (even === undefined || kind === undefined || tasks === undefined || pays === undefined) return [];
  if (kind.some(Number.isNaN)) return [];
  const share = (of: number) => kind.reduce((sum, value) => sum + (value === of ? 1 : 0), 0) / kind.length;
  const own = tasks.filter((_, i) => kind[i] === kinds.indexOf(even.kind));
  const sure: ChangeUncertainty = {
    kinds: {"at-once": share(0), after: share(1), until: share(2), never: share(3)},
    ...("tasks" in even && own.length > 0 ? {tasks: interval(own)} : {}),
    pays: pays.reduce((sum, value) => sum + value, 0) / pays.length
  };
  return [[change.id, sure]];
}

/** How sure each break-even is, by the id of its change; a change that some draw cannot tell is left out. */
export function changesUncertainty(
  scenario: Scenario,
  uncertainty = scenario.uncertainty
): ReadonlyMap<string, ChangeUncertainty> {
  return drawPart(scenario, changesPart(scenario), uncertainty) ?? new Map();
}
