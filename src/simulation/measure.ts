import type {Cost, Scenario} from "../scenario/schema.ts";
import {shownMetric} from "./ladder.ts";

/** What the score of a setup is of. */
export interface Measure {
  /** Two scores compare where this is the same: a metric by its id, a measure of a section by its name. */
  readonly id: string;
  readonly name: string;
  /** Points of a metric, or a share of 1 of the problems of a section. */
  readonly kind: "metric" | "share";
}

/** What a setup’s score is of: the metric on show, or where its work is taken from a section, the measure of that. */
export function measureOf(scenario: Scenario, {takes}: Pick<Cost["setups"][number], "takes">): Measure {
  if (takes === undefined) {
    const metric = shownMetric(scenario);
    const {name = metric, short = name} = scenario.metrics[metric] ?? {};
    return {id: `metrics.${metric}`, name: short, kind: "metric"};
  }
  const named = scenario[takes.section]?.measure;
  return {id: named ?? takes.section, name: named ?? `the problems of ${takes.section}`, kind: "share"};
}

/** The same of a setup by its id. */
export const measureAt = (scenario: Scenario, id: string): Measure =>
  measureOf(scenario, scenario.cost?.setups.find((setup) => setup.id === id) ?? {});
