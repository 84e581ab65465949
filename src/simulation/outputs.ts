import {log10} from "../numerics/exp.ts";
import {setupName} from "../scenario/costInputList.ts";
import type {Scenario} from "../scenario/schema.ts";
import {agentsOutputs} from "./agentsOutputs.ts";
import {costReader} from "./costReaders.ts";
import {cast, compare, shownMetric} from "./ladder.ts";
import type {Reader} from "./readers.ts";
import {reducedTo} from "./reduce.ts";
import {reinforcementOutputs} from "./reinforcementOutputs.ts";
import {mostDraws} from "./setupWork.ts";
import {solver} from "./solve.ts";
import type {Solution} from "./solve.ts";
import {planOutputs} from "./planOutputs.ts";
import {penaltyRow} from "./thinking.ts";

/** A number of the answer whose sensitivity can be asked for. */
export interface Output {
  /** Such as `gain.gpt-5-4`. */
  readonly id: string;
  /** What it is, in words. */
  readonly name: string;
  /**
   * `gain`, `compute` and `dollars` are log10 of a factor, of FLOP and of dollars; `points` is a difference on the
   * metric, `share` a share of 1 and `difference` one of two such. `seconds`, `tokens` and `amount`, in the unit
   * that the name says, are log10 too.
   */
  readonly kind:
    "gain" | "points" | "compute" | "score" | "share" | "difference" | "dollars" | "seconds" | "tokens" | "amount";
  /** How to read it of a scenario that has it, in any valuation; undefined where it cannot be told. */
  readonly readerOf: (scenario: Scenario) => Reader | undefined;
  /** How Infinity is said where it is another thing than a level never reached. */
  readonly endless?: string;
  /** A reading takes about a millisecond instead of some microseconds: it is sampled less. */
  readonly isHeavy?: true;
  /**
   * How its interval is drawn, so that it is the one its view shows: of so many draws at most the first so many. Left
   * out: from all the scenario asks for; 0: it has none.
   */
  readonly draws?: {readonly most: number; readonly first?: number};
}

const logKinds: readonly Output["kind"][] = ["gain", "compute", "dollars", "seconds", "tokens", "amount"];

/** Whether an output is log10 of what it is. */
export const isLogOutput = ({kind}: Pick<Output, "kind">): boolean => logKinds.includes(kind);

/** Reads a number of the solved ladder about some models; those it does not stand on are left out of the solving. */
const ofLadder =
  (models: readonly string[], read: (solution: Solution) => number): Output["readerOf"] =>
  (scenario) => {
    const reduced = reducedTo(scenario, new Set(models));
    const solveOne = solver(reduced, shownMetric(scenario));
    return (
      solveOne &&
      ((value) => {
        const solution = solveOne(value);
        return solution === undefined ? NaN : read(solution);
      })
    );
  };

/** The subject against each rival by both readings, and what each model solves for. */
function ladderOutputs(scenario: Scenario): readonly Output[] {
  const {subject, rivals} = cast(scenario);
  const better = scenario.metrics[shownMetric(scenario)]?.better === "lower" ? -1 : 1;
  const name = (id: string) => scenario.models.find((model) => model.id === id)?.name ?? id;
  if (subject === undefined) return [];
  const against = (rival: string, pick: "log10Gain" | "points") => (solution: Solution) => {
    const [own, other] = [solution.models.get(subject), solution.models.get(rival)];
    return own === undefined || other === undefined ? NaN : compare(solution, own, other, better)[pick];
  };
  const solved = scenario.models.filter(({id, solve}) => (id === subject || rivals.includes(id)) && solve !== "gain");
  return [
    ...rivals.map((id): Output => ({
      id: `gain.${id}`,
      name: `gain against ${name(id)}`,
      kind: "gain",
      readerOf: ofLadder([subject, id], against(id, "log10Gain"))
    })),
    ...rivals.map((id): Output => ({
      id: `points.${id}`,
      name: `points over ${name(id)} at equal compute`,
      kind: "points",
      readerOf: ofLadder([subject, id], against(id, "points"))
    })),
    ...solved.map(({id, solve}): Output =>
      solve === "compute"
        ? {
            id: `compute.${id}`,
            name: `compute of ${name(id)}`,
            kind: "compute",
            readerOf: ofLadder([id], ({models}) => models.get(id)?.log10C ?? NaN)
          }
        : {
            id: `score.${id}`,
            name: `score of ${name(id)}`,
            kind: "score",
            readerOf: ofLadder([id], ({models}) => models.get(id)?.score ?? NaN)
          }
    )
  ];
}

function thinkingOutputs({thinking: section}: Scenario): readonly Output[] {
  return (section?.penalties ?? []).map(({id, name}): Output => ({
    id: `thinking.${id}`,
    name: `accuracy under the penalty “${name}”`,
    kind: "share",
    isHeavy: true,
    draws: {most: 1000, first: 400},
    readerOf: ({thinking}) => {
      const penalty = thinking?.penalties?.find((item) => item.id === id);
      return thinking && penalty && ((value) => penaltyRow(thinking, penalty, value).accuracy);
    }
  }));
}

function costOutputs(scenario: Scenario): readonly Output[] {
  const most = mostDraws(scenario);
  return (scenario.cost?.setups ?? []).map((setup): Output => ({
    id: `cost.${setup.id}`,
    name: `dollars a task of ${setupName(scenario, setup)}`,
    kind: "dollars",
    // All setups are reckoned together, those that take their work from a section too.
    ...(most === undefined ? {} : {isHeavy: true, draws: {most}}),
    readerOf: (of) => {
      const read = costReader(of);
      return read && ((value) => log10(read(value).setups.get(setup.id)?.dollars ?? NaN));
    }
  }));
}

/** log10 of the gain at which the score just under a threshold is read. */
const tenfold = 1;

function thresholdOutputs({thresholds}: Scenario): readonly Output[] {
  return thresholds.map(({id, name}): Output => ({
    id: `thresholds.${id}`,
    name: `score just under ${name} by a recipe ten times as efficient`,
    kind: "score",
    readerOf: (scenario) => {
      const solveOne = solver(reducedTo(scenario, new Set()), shownMetric(scenario));
      const compute = scenario.thresholds.find((item) => item.id === id)?.compute;
      return (
        solveOne &&
        compute &&
        ((value) => solveOne(value)?.curve.score(log10(value(`thresholds.${id}.compute`, compute)) + tenfold) ?? NaN)
      );
    }
  }));
}

/** The outputs of a scenario: those of the ladder, then those of its other sections. */
export const outputsOf = (scenario: Scenario): readonly Output[] => [
  ...ladderOutputs(scenario),
  ...thresholdOutputs(scenario),
  ...reinforcementOutputs(scenario),
  ...thinkingOutputs(scenario),
  ...agentsOutputs(scenario),
  ...costOutputs(scenario),
  ...planOutputs(scenario)
];

/** How the ids begin of the outputs that a view answers with; those of the others are gains. */
export const outputsOfView: Readonly<Partial<Record<Scenario["view"]["figure"], string>>> = {
  thresholds: "thresholds.",
  rl: "rl.",
  thinking: "thinking.",
  agents: "agents.",
  cost: "cost.",
  plan: "plan."
};

/** The output the scenario asks about: the one its view names, else the first of its view, else the gain of the answer. */
export function outputShown(scenario: Scenario): Output | undefined {
  const outputs = outputsOf(scenario);
  const {output, figure} = scenario.view;
  const first = outputsOfView[figure];
  const ofView = first === undefined ? undefined : outputs.find(({id}) => id.startsWith(first));
  const wanted = output ?? ofView?.id ?? `gain.${cast(scenario).rival}`;
  return outputs.find(({id}) => id === wanted) ?? outputs[0];
}
