import type {Quantity} from "./quantity.ts";
import type {Cost} from "./schema.ts";
import {isTaken} from "./takesSchema.ts";

/** The one quantity of a record with that key, own keys only: an address comes from a file. */
function quantityOf(record: object | undefined, key: string): Quantity | undefined {
  if (record === undefined || !Object.hasOwn(record, key)) return undefined;
  const value = (record as Readonly<Record<string, unknown>>)[key];
  return typeof value === "object" && value !== null && "written" in value ? (value as Quantity) : undefined;
}

/** A section that is an object of quantities. */
const sections = ["training", "serving", "lifetime", "pipeline"] as const;
type Section = (typeof sections)[number];
const isSection = (key: string): key is Section => sections.some((section) => section === key);

/** A list whose items have ids. */
const lists = ["setups", "changes"] as const;
type List = (typeof lists)[number];
const isList = (key: string): key is List => lists.some((list) => list === key);

/** What a setup may leave out and a person may add: agents that are not written are 1, the others are not told. */
export const addedInputs = ["agents", "pace", "firstToken", "parameters"] as const;
export type AddedInput = (typeof addedInputs)[number];

const one: Quantity = {value: 1, written: 1};

/** A setup with the agents that it may leave out, unless it takes them from a section. */
const withOne = (setup: Cost["setups"][number]): object =>
  isTaken(setup, "agents") ? setup : {...setup, agents: setup.agents ?? one};

/** The quantity at the rest of an address behind `cost`, such as `setups.muse.output`; undefined where nothing is set. */
export function readCost(cost: Cost | undefined, [key = "", second = "", third = ""]: readonly string[]) {
  if (cost === undefined) return undefined;
  if (isSection(key)) return quantityOf(cost[key], second);
  if (!isList(key)) return quantityOf(cost, key);
  if (key === "changes") {
    return quantityOf(
      cost.changes.find(({id}) => id === second),
      third
    );
  }
  const setup = cost.setups.find(({id}) => id === second);
  return quantityOf(setup && withOne(setup), third);
}

/** Whether an address behind `cost` names a quantity that is set, or that a setup may be given. */
export function canSetCost(cost: Cost | undefined, path: readonly string[]): boolean {
  const [key, id, input] = path;
  const isAdded = (setup: Cost["setups"][number]) =>
    key === "setups" && setup.id === id && addedInputs.some((added) => added === input && !isTaken(setup, added));
  return readCost(cost, path) !== undefined || cost?.setups.some(isAdded) === true;
}

const changed = <T extends {readonly id: string}>(items: readonly T[], id: string, change: object): readonly T[] =>
  items.map((item) => (item.id === id ? {...item, ...change} : item));

/** The costs with another quantity there; an address that names nothing changes nothing. */
export function writeCost(cost: Cost, path: readonly string[], quantity: Quantity): Cost {
  const [key = "", second = "", third = ""] = path;
  if (!canSetCost(cost, path)) return cost;
  if (key === "setups") return {...cost, setups: changed(cost.setups, second, {[third]: quantity})};
  if (key === "changes") return {...cost, changes: changed(cost.changes, second, {[third]: quantity})};
  return isSection(key) ? {...cost, [key]: {...cost[key], [second]: quantity}} : {...cost, [key]: quantity};
}

/** The addresses of all quantities of the costs, in the order of the document. */
export function costAddresses(cost: Cost | undefined): readonly string[] {
  if (cost === undefined) return [];
  const within = (record: object | undefined, at: string) =>
    Object.keys(record ?? {}).flatMap((key) => (quantityOf(record, key) === undefined ? [] : [`${at}.${key}`]));
  return [
    ...within(cost, "cost"),
    ...within(cost.training, "cost.training"),
    ...within(cost.serving, "cost.serving"),
    ...cost.setups.flatMap((setup) => within(withOne(setup), `cost.setups.${setup.id}`)),
    ...within(cost.lifetime, "cost.lifetime"),
    ...cost.changes.flatMap((change) => within(change, `cost.changes.${change.id}`)),
    ...within(cost.pipeline, "cost.pipeline")
  ];
}
