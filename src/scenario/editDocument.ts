import type {Edited} from "./edit.ts";
import {edited, nameFault, refused, without} from "./edit.ts";
import {limits} from "./limits.ts";
import type {Metric, Scenario} from "./schema.ts";

export function setTitle(scenario: Scenario, title: string): Edited {
  const fault = nameFault(title);
  return fault === undefined ? edited({...scenario, title: title.trim()}) : refused(fault.replace("A name", "A title"));
}

/** Describes the scenario; an empty text takes the description away. */
export function setDescription(scenario: Scenario, description: string): Edited {
  const {length} = description;
  if (length > limits.textLength) {
    return refused(`A description has ${limits.textLength} characters at most, got ${length}`);
  }
  return edited(description.trim() === "" ? without(scenario, "description") : {...scenario, description});
}

const withMetric = (scenario: Scenario, id: string, edit: (metric: Metric) => Metric): Scenario => {
  const metric = scenario.metrics[id];
  return metric === undefined ? scenario : {...scenario, metrics: {...scenario.metrics, [id]: edit(metric)}};
};

/** Sets one of a metric's texts; an empty one takes it away, but for the name and the unit. */
export function setMetricText(
  scenario: Scenario,
  id: string,
  key: "name" | "short" | "unit" | "version" | "date",
  text: string
): Edited {
  const trimmed = text.trim();
  if (trimmed === "" && key !== "name" && key !== "unit") {
    return edited(withMetric(scenario, id, (metric) => without(metric, key)));
  }
  const fault = nameFault(trimmed);
  return fault === undefined
    ? edited(withMetric(scenario, id, (metric) => ({...metric, [key]: trimmed})))
    : refused(fault);
}

/** Sets the ends a metric's axis has at first. */
export function setMetricRange(scenario: Scenario, id: string, range: readonly [number, number]): Edited {
  const [low, high] = range;
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    return refused(`An axis runs from a low to a high end: for example 0 to 70, got ${low} to ${high}`);
  }
  return edited(withMetric(scenario, id, (metric) => ({...metric, range})));
}
