import {usualRuns} from "./fitChoices.ts";
import type {Scenario, ScenarioInput} from "./schema.ts";

/** Keys a file leaves out when they say what is taken anyway; by the section they stand in. */
const defaults: Record<string, Record<string, unknown>> = {
  "metrics.*": {unit: "points", better: "higher", decimals: 2},
  "models.*": {basis: "known", scoreBasis: "measured", solve: "gain", score: {}},
  "recipes.*.curve.*": {policy: "compute-optimal", parameters: "kaplan2020"},
  uncertainty: {seed: 7, draws: 10_000},
  "uncertainty.joint.*": {of: "values"},
  view: {figure: "ladder"},
  runs: {...usualRuns, without: {}},
  "runs.without": usualRuns.without,
  "cost.setups.*": {priceBasis: "listed", bill: "price"},
  "cost.lifetime": {law: "besiroglu2024"},
  cost: {changes: []},
  baseline: {run: "as-trained", law: "besiroglu2024"},
  "": {baseline: {}, claims: [], thresholds: [], evidence: [], uncertainty: {}, view: {}}
};

function isDefault(section: string, key: string, value: unknown): boolean {
  const known = defaults[section];
  return known !== undefined && key in known && JSON.stringify(known[key]) === JSON.stringify(value);
}

function strip(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => strip(item, [...path, "*"]));
  if (value === null || typeof value !== "object") return value;
  if ("written" in value) return value.written;
  const section = path.join(".");
  const keyed =
    section === "metrics" || section.endsWith(".curve") || section.endsWith(".score") || section.endsWith(".limit");
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, strip(item, [...path, keyed ? "*" : key])] as const)
      .filter(([key, item]) => !isDefault(section, key, item))
  );
}

/** The scenario as a file writes it: quantities as they were written, defaults left out. */
export function toInput(scenario: Scenario): ScenarioInput {
  return strip(scenario, []) as ScenarioInput;
}

/**
 * A value as JSON text in which whatever fits on a line of `width` characters stands on one line.
 *
 * Scenario files are read and edited by people: a model is a line, not twelve.
 */
export function formatJson(value: unknown, width = 120, indent = ""): string {
  const inner = `${indent}  `;
  const line = oneLine(value);
  if (value === null || typeof value !== "object" || indent.length + line.length <= width - 20) {
    if (indent !== "" || line.length <= 1) return line;
  }
  if (value === null || typeof value !== "object") return line;
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    return `[\n${value.map((item) => inner + formatJson(item, width, inner)).join(",\n")}\n${indent}]`;
  }
  const rows = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${formatJson(item, width, inner)}`
  );
  return rows.length === 0 ? "{}" : `{\n${rows.join(",\n")}\n${indent}}`;
}

function oneLine(value: unknown): string {
  // 3e25, as people write it, rather than 3e+25.
  if (typeof value === "number") return JSON.stringify(value).replace("e+", "e");
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`)
    .join(", ")}}`;
}

/** The text of a scenario file. */
export function writeScenario(scenario: Scenario): string {
  return `${formatJson(toInput(scenario))}\n`;
}
