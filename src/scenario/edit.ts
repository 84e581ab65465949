import {readInput} from "./address.ts";
import {inputKindOf} from "./inputs.ts";
import {limits} from "./limits.ts";
import type {Model, Recipe, Scenario, View} from "./schema.ts";

export {emptyScenario} from "./emptyScenario.ts";

/** What came of an edit: a scenario that fits together, or why there is none. */
export type Edited =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      /** What else changed, a sentence each. */
      readonly also: readonly string[];
      /** The item that was added. */
      readonly id?: string;
    }
  | {readonly ok: false; readonly reason: string};

export const refused = (reason: string): Edited => ({ok: false, reason});

export const edited = (scenario: Scenario, also: readonly string[] = []): Edited => ({
  ok: true,
  scenario: tidied(scenario),
  also
});

/** The object without some of its keys. */
export function without<T extends object, K extends keyof T>(item: T, ...keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(item).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>;
}

const longestId = 56;

/** A name as an id: "GPT-5.4" is "gpt-5-4"; where that is taken, "gpt-5-4-2". */
export function idFor(name: string, taken: readonly string[]): string {
  const slug = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longestId)
    .replace(/^-+|-+$/g, "");
  const base = slug === "" ? "item" : slug;
  const known = new Set(taken);
  let id = base;
  for (let n = 2; known.has(id); ++n) id = `${base}-${n}`;
  return id;
}

/** Why a text cannot be a name; undefined where it can. */
export function nameFault(name: string): string | undefined {
  const {length} = name.trim();
  if (length === 0) return "A name must not be empty";
  return length > limits.nameLength ? `A name has ${limits.nameLength} characters at most, got ${length}` : undefined;
}

/** The name of a copy, cut so that it stays a name. */
export const copyName = (name: string): string => `${name.slice(0, limits.nameLength - 6)}, copy`;

/** The items with one of them changed. */
export const changed = <T extends {readonly id: string}>(
  items: readonly T[],
  id: string,
  edit: (item: T) => T
): readonly T[] => items.map((item) => (item.id === id ? edit(item) : item));

/** The items with another one behind the one named, or at the end. */
export function inserted<T extends {readonly id: string}>(items: readonly T[], item: T, behind?: string): readonly T[] {
  const at = items.findIndex(({id}) => id === behind);
  return at < 0 ? [...items, item] : items.toSpliced(at + 1, 0, item);
}

/** Adds an item to a list of the scenario, unless the list is full. */
export function added<K extends "models" | "recipes" | "claims" | "thresholds">(
  scenario: Scenario,
  section: K,
  item: Scenario[K][number],
  behind?: string
): Edited {
  const most = limits[section];
  if (scenario[section].length >= most) return refused(`A scenario holds ${most} ${section} at most`);
  const items = inserted<{readonly id: string}>(scenario[section], item, behind);
  const result = edited({...scenario, [section]: items});
  return result.ok ? {...result, id: item.id} : result;
}

/** Whether a model's compute is given, or follows from its parameters and tokens. */
export const hasCompute = ({compute, parameters, tokens}: Model): boolean =>
  compute !== undefined || (parameters !== undefined && tokens !== undefined);

/** Whether a recipe's curve on a metric can go through a model. */
export const canAnchor = (model: Model, recipe: string, metric: string): boolean =>
  model.recipe === recipe && model.solve === "gain" && hasCompute(model) && metric in model.score;

/** The metrics on which a recipe's curve goes through a model. */
export const anchoredOn = ({curve}: Recipe, model: string): readonly string[] =>
  Object.entries(curve ?? {}).flatMap(([metric, spec]) =>
    "through" in spec && spec.through === model ? [metric] : []
  );

/** The view without what it names and is no longer there. */
function tidiedView(scenario: Scenario): View {
  const {view, models, metrics} = scenario;
  const ids = new Set(models.map(({id}) => id));
  const {subject, rival, rivals, headline, metric, ...rest} = view;
  const left = headline?.filter(
    (address) => inputKindOf(address) !== undefined && readInput(scenario, address) !== undefined
  );
  return {
    ...rest,
    ...(metric !== undefined && metric in metrics ? {metric} : {}),
    ...(subject !== undefined && ids.has(subject) ? {subject} : {}),
    ...(rivals === undefined ? {} : {rivals: rivals.filter((id) => ids.has(id))}),
    ...(rival !== undefined && ids.has(rival) ? {rival} : {}),
    ...(left === undefined || left.length === 0 ? {} : {headline: left})
  };
}

const tidied = (scenario: Scenario): Scenario => ({...scenario, view: tidiedView(scenario)});
