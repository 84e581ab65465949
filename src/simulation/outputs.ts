import type {Scenario} from "../scenario/schema.ts";
import {cast, compare, shownMetric} from "./ladder.ts";
import type {Solution} from "./solve.ts";

/** A number of the answer whose sensitivity can be asked for. */
export interface Output {
  /** Such as `gain.gpt-5-4`. */
  readonly id: string;
  /** What it is, in words. */
  readonly name: string;
  /** `gain` and `compute` are log10 of a factor and of FLOP; `points` is a difference on the metric. */
  readonly kind: "gain" | "points" | "compute" | "score";
  readonly read: (solution: Solution) => number;
}

/** The outputs of a scenario: the subject against each rival by both readings, and what each solves for. */
export function outputsOf(scenario: Scenario): readonly Output[] {
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
      read: against(id, "log10Gain")
    })),
    ...rivals.map((id): Output => ({
      id: `points.${id}`,
      name: `points over ${name(id)} at equal compute`,
      kind: "points",
      read: against(id, "points")
    })),
    ...solved.map(({id, solve}): Output =>
      solve === "compute"
        ? {
            id: `compute.${id}`,
            name: `compute of ${name(id)}`,
            kind: "compute",
            read: ({models}) => models.get(id)?.log10C ?? NaN
          }
        : {
            id: `score.${id}`,
            name: `score of ${name(id)}`,
            kind: "score",
            read: ({models}) => models.get(id)?.score ?? NaN
          }
    )
  ];
}

/** The output the scenario asks about: the one its view names, else the gain against the rival of the answer. */
export function outputShown(scenario: Scenario): Output | undefined {
  const outputs = outputsOf(scenario);
  const wanted = scenario.view.output ?? `gain.${cast(scenario).rival}`;
  return outputs.find(({id}) => id === wanted) ?? outputs[0];
}
