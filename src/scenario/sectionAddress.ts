import {inputKindOf} from "./inputs.ts";
import {evidenceAt} from "./ownEvidence.ts";
import type {Quantity} from "./quantity.ts";
import type {Scenario} from "./schema.ts";

// Agents, thinking, reinforcement learning and a ladder plan stand in a scenario once each. An address leads into them key by key; an
// item of a list is named by its id, as in thinking.difficulties.hard.find.

export const ladderSections = ["agents", "thinking", "reinforcement", "plan"] as const;
export type LadderSection = (typeof ladderSections)[number];

export const isLadderSection = (section: string | undefined): section is LadderSection =>
  ladderSections.some((known) => known === section);

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;
const isQuantity = (value: unknown): value is Quantity => isTree(value) && "written" in value;
const idOf = (item: unknown): string | undefined => (isTree(item) ? (item["id"] as string | undefined) : undefined);

/** What a key leads to: an item by its id, or an own property. */
function step(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.find((item: unknown) => idOf(item) === key);
  return isTree(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The quantity at an address within one of the sections; undefined where nothing is set there. */
export function readSection(scenario: Scenario, address: string): Quantity | undefined {
  const found = address.split(".").reduce<unknown>(step, scenario);
  return isQuantity(found) && inputKindOf(address) !== undefined ? found : undefined;
}

function written(value: unknown, [key = "", ...rest]: readonly string[], quantity: Quantity): unknown {
  const next = (inside: unknown): unknown => (rest.length === 0 ? quantity : written(inside, rest, quantity));
  if (Array.isArray(value)) return value.map((item: unknown) => (idOf(item) === key ? next(item) : item));
  return isTree(value) ? {...value, [key]: next(value[key])} : value;
}

/** The scenario with another quantity at an address within one of the sections, where one is set already. */
export function writeSection(scenario: Scenario, address: string, quantity: Quantity): Scenario {
  return readSection(scenario, address) === undefined
    ? scenario
    : (written(scenario, address.split("."), quantity) as Scenario);
}

/** Every address of the sections at which something can be set, in the order of the document. */
export function sectionAddresses(scenario: Scenario): readonly string[] {
  return ladderSections.flatMap((section) => addressesIn(scenario[section], section));
}

function addressesIn(value: unknown, address: string): readonly string[] {
  if (isQuantity(value)) return inputKindOf(address) === undefined ? [] : [address];
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      const id = idOf(item);
      return id === undefined ? [] : addressesIn(item, `${address}.${id}`);
    });
  }
  return isTree(value) ? Object.entries(value).flatMap(([key, item]) => addressesIn(item, `${address}.${key}`)) : [];
}

/** What stands in a section without a name, and is called so. */
const unnamed: Readonly<Record<string, string>> = {"reinforcement.heldOut": "Held-out problems"};

/** Whose number it is: the difficulty that a factor of compression is of, the model that a run of an index is of. */
function otherOwner({thinking, models}: Scenario, address: string): string | undefined {
  const [, list, id] = /^thinking\.(compressed\.factors|index\.runs)\.([^.]+)/.exec(address) ?? [];
  if (list === "compressed.factors") return thinking?.difficulties.find((item) => item.id === id)?.name ?? id;
  return list === undefined ? undefined : (models.find((model) => model.id === id)?.name ?? id);
}

/** The name of the item that an address leads through: that of a difficulty, a penalty, the model of a run. */
export function itemName(scenario: Scenario, address: string): string | undefined {
  const keys = address.split(".");
  const names = keys.map((_, i) => {
    const path = keys.slice(0, i + 1);
    const inside = path.reduce<unknown>(step, scenario);
    return isTree(inside) && !isQuantity(inside)
      ? ((inside["name"] as string | undefined) ?? unnamed[path.join(".")])
      : undefined;
  });
  // The first is the section, whose name is whose agents they are.
  return otherOwner(scenario, address) ?? names.slice(1).findLast((name) => name !== undefined);
}

/**
 * The ledger ids given for one number of a section: those under its place, as in `law.ceiling`.
 *
 * The list of a run of an index is of its tokens, the only number it has.
 */
export function sectionEvidence(scenario: Scenario, address: string): readonly string[] {
  const [section, ...keys] = address.split(".");
  const run = /^thinking\.index\.runs\.([^.]+)\.tokens$/.exec(address)?.[1];
  if (run !== undefined) return scenario.thinking?.index?.runs.find(({id}) => id === run)?.evidence ?? [];
  return isLadderSection(section) ? evidenceAt(scenario[section]?.evidence, keys.join(".")) : [];
}

/** Every ledger id that the sections refer to, in the order of the document. */
export function sectionEvidenceIds(scenario: Scenario): readonly string[] {
  return ladderSections.flatMap((section) => evidenceIn(scenario[section]));
}

/** Every ledger id within a part of a document, in its order. */
export function evidenceIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(evidenceIn);
  if (!isTree(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key !== "evidence"
      ? evidenceIn(item)
      : Array.isArray(item)
        ? (item as string[])
        : Object.values(item as object).flat()
  );
}
