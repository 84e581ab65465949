import {readInput} from "./address.ts";
import {inputAt, inputsOf} from "./inputList.ts";
import type {InputKind} from "./inputs.ts";
import type {Quantity} from "./quantity.ts";
import type {Scenario} from "./schema.ts";

/** An input that is not the same in two scenarios. */
export interface InputDifference {
  readonly address: string;
  readonly kind: InputKind;
  /** "Muse Spark, compute"; as the later scenario calls it, where it has it. */
  readonly label: string;
  /** Absent where that scenario has nothing at the address. */
  readonly before?: Quantity;
  readonly after?: Quantity;
}

/** Something else that is not the same: a model, recipe or claim that only one has, a name, a choice. */
export interface StructuralDifference {
  /** Such as `models.muse-spark.basis`; a part of a keyed list goes by its id. */
  readonly path: string;
  readonly what: "added" | "removed" | "changed";
  /** What stands there, short: the name of what was added or removed, or the text of a choice. */
  readonly before?: string;
  readonly after?: string;
}

/** All that tells two scenarios apart, in the order of the document. */
export interface ScenarioComparison {
  readonly inputs: readonly InputDifference[];
  readonly structure: readonly StructuralDifference[];
}

type Item = Readonly<Record<string, unknown>>;

const isItem = (value: unknown): value is Item => value !== null && typeof value === "object" && !Array.isArray(value);
const isQuantity = (value: unknown): value is Quantity => isItem(value) && "written" in value && "value" in value;
const isKeyed = (value: unknown): value is readonly (Item & {readonly id: string})[] =>
  Array.isArray(value) && value.every((item: unknown) => isItem(item) && typeof item["id"] === "string");

/** Whether two quantities come to the same, however they are written. */
export function sameQuantity(one: Quantity, other: Quantity): boolean {
  return (["value", "low", "high", "bound", "shape"] as const).every((key) => one[key] === other[key]);
}

/** How much of a text a difference shows. */
const longest = 60;

/** What stands at a path, short enough for a line. */
function shortText(value: unknown): string {
  if (isQuantity(value)) return shortText(value.written);
  if (isItem(value)) {
    const name = value["name"] ?? value["title"] ?? value["words"] ?? value["id"];
    return typeof name === "string" ? shortText(name) : "as a whole";
  }
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/** What no reader would call a difference: which schema a file names, and how it was written. */
const passedOver = new Set(["$schema", "version"]);

/** Keyed records of whole things, which are added and removed as one. */
const recordsOfItems = new Set(["", "metrics"]);

const asRecord = (items: readonly (Item & {readonly id: string})[]): Item =>
  Object.fromEntries(items.map((item) => [item.id, item]));

/** The inputs in which two scenarios differ. */
function inputDifferences(before: Scenario, after: Scenario): readonly InputDifference[] {
  const [own, other] = [inputsOf(before), inputsOf(after)];
  const addresses = new Set([...other, ...own].map(({address}) => address));
  return [...addresses].flatMap((address): InputDifference[] => {
    const [was, is] = [readInput(before, address), readInput(after, address)];
    if (was !== undefined && is !== undefined && sameQuantity(was, is)) return [];
    const about = inputAt(after, address) ?? inputAt(before, address);
    if (about === undefined || isOfOneAlone(before, after, address)) return [];
    const {kind, label} = about;
    return [{address, kind, label, ...(was && {before: was}), ...(is && {after: is})}];
  });
}

/** Whether an input belongs to something that only one of the scenarios has: then that is the difference. */
function isOfOneAlone(before: Scenario, after: Scenario, address: string): boolean {
  const [section = "", id = ""] = address.split(".");
  const has = (scenario: Scenario): boolean => {
    const part = (scenario as unknown as Item)[section];
    return isKeyed(part) ? part.some((item) => item.id === id) : part !== undefined;
  };
  return has(before) !== has(after);
}

/**
 * How two scenarios differ: inputs by their addresses with both values, and all else by its path.
 *
 * A quantity written otherwise that comes to the same is no difference, nor is the order of models, recipes or claims.
 */
export function compareScenarios(before: Scenario, after: Scenario): ScenarioComparison {
  const inputs = inputDifferences(before, after);
  const structure: StructuralDifference[] = [];
  const known = new Set<unknown>([...inputsOf(before), ...inputsOf(after)].map(({quantity}) => quantity));
  const counts = new Set(["uncertainty.seed", "uncertainty.draws"]);
  const say = (path: string, was: unknown, is: unknown): void => {
    structure.push({
      path,
      what: was === undefined ? "added" : is === undefined ? "removed" : "changed",
      ...(was === undefined ? {} : {before: shortText(was)}),
      ...(is === undefined ? {} : {after: shortText(is)})
    });
  };
  const walk = (path: string, was: unknown, is: unknown): void => {
    if (was === is || counts.has(path)) return;
    if (isQuantity(was) || isQuantity(is)) {
      // What the list of inputs knows stands there already.
      const rest = [was, is].map((side) => (known.has(side) ? undefined : side));
      if (isQuantity(was) && isQuantity(is) && sameQuantity(was, is)) return;
      if (rest.some((side) => side !== undefined)) walkRest(path, rest[0], rest[1]);
      return;
    }
    walkRest(path, was, is);
  };
  const walkRest = (path: string, was: unknown, is: unknown): void => {
    if (isKeyed(was ?? []) && isKeyed(is ?? []) && (Array.isArray(was) || Array.isArray(is))) {
      const sides = [was, is].map((side) => asRecord((side ?? []) as readonly (Item & {readonly id: string})[]));
      eachKey(path, sides[0] ?? {}, sides[1] ?? {}, true);
    } else if (isItem(was ?? is) && isItem(is ?? was) && !isQuantity(was) && !isQuantity(is)) {
      eachKey(path, (was ?? {}) as Item, (is ?? {}) as Item, recordsOfItems.has(path));
    } else if (JSON.stringify(was) !== JSON.stringify(is)) say(path, was, is);
  };
  const eachKey = (path: string, was: Item, is: Item, whole: boolean): void => {
    for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
      if (path === "" && passedOver.has(key)) continue;
      const at = path === "" ? key : `${path}.${key}`;
      const isOne = was[key] === undefined || is[key] === undefined;
      if (whole && isOne && !isKeyed(was[key] ?? is[key])) {
        if (was[key] !== is[key]) say(at, was[key], is[key]);
      } else walk(at, was[key], is[key]);
    }
  };
  walk("", before, after);
  return {inputs, structure};
}
