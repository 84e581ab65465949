import {inputKindOf} from "./inputs.ts";
import {evidenceAt, everyEvidence} from "./ownEvidence.ts";
import type {Cost, Scenario} from "./schema.ts";

type Setup = Cost["setups"][number];

/** What a setup is called: its own name, or its model's. */
export function setupName({models}: Pick<Scenario, "models">, {name, model}: Pick<Setup, "name" | "model">): string {
  return name ?? models.find(({id}) => id === model)?.name ?? model;
}

/** The evidence given for one quantity of the costs, by the rest of its address behind `cost`. */
export function costEvidenceAt(cost: Cost, [section = "", key = "", third = ""]: readonly string[]): readonly string[] {
  switch (section) {
    case "training":
    case "serving":
      return evidenceAt(cost[section]?.evidence, key);
    case "setups":
      return evidenceAt(cost.setups.find(({id}) => id === key)?.evidence, third);
    case "pipeline":
      // The gain is the only number there.
      return cost.pipeline?.evidence ?? [];
    case "changes":
      return evidenceAt(cost.changes.find(({id}) => id === key)?.evidence, third);
    case "lifetime":
      return evidenceAt(cost.lifetime?.evidence, key);
    default:
      return [];
  }
}

/** Every evidence id of the costs, in the order of the document. */
export function costEvidence(cost: Cost | undefined): readonly string[] {
  if (cost === undefined) return [];
  const {training, serving, setups, lifetime, changes, pipeline} = cost;
  return [
    ...[training, serving, ...setups].flatMap((part) => everyEvidence(part?.evidence)),
    ...everyEvidence(lifetime?.evidence),
    ...changes.flatMap(({evidence}) => everyEvidence(evidence)),
    ...(pipeline?.evidence ?? [])
  ];
}

/** Whose quantity it is: "GPT-5.4" of a setup, the name of a change. */
function ownerOf(scenario: Scenario, cost: Cost, [section, id]: readonly string[]): string | undefined {
  if (section === "changes") return cost.changes.find((change) => change.id === id)?.name;
  const setup = section === "setups" ? cost.setups.find((item) => item.id === id) : undefined;
  return setup && setupName(scenario, setup);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What an address of the costs says about its input, beside its number; undefined where it names none. */
export function aboutCost(scenario: Scenario, address: string) {
  const {cost} = scenario;
  const kind = inputKindOf(address);
  if (cost === undefined || kind === undefined) return undefined;
  const path = address.split(".").slice(1);
  const owner = ownerOf(scenario, cost, path);
  const evidence = costEvidenceAt(cost, path);
  const setup = path[0] === "setups" ? cost.setups.find(({id}) => id === path[1]) : undefined;
  const isPublished =
    evidence.length > 0 && !(setup !== undefined && setup.priceBasis !== "listed" && (path[2] ?? "").endsWith("Price"));
  return {
    label: owner === undefined ? capital(kind.label) : `${owner}, ${kind.label}`,
    step: owner === undefined ? kind.label : `${kind.label} of ${owner}`,
    group: isPublished ? ("Published values" as const) : ("Assumptions" as const),
    evidence,
    ...(setup === undefined ? {} : {model: setup.model})
  };
}
