/** A document as JSON text holds it. */
export type Json = null | boolean | number | string | readonly Json[] | {readonly [key: string]: Json};
type JsonObject = Readonly<Record<string, Json>>;

/**
 * How one JSON document becomes another, itself JSON and short:
 *
 * - `[value]` puts a value in place of what is there;
 * - `{key: patch}` changes an object key by key, 0 takes the key away, and new keys come last;
 * - `[{key: patch}, [keys]]` does so and says the order of the keys, where it is another;
 * - `[0, steps]` makes a list, step by step: `[i, n]` takes n items of the old list from i on, `[i, patch]` takes item
 *   i changed, `[value]` is a new one.
 */
export type Patch = readonly Json[] | JsonObject;

const isObject = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === "object" && !Array.isArray(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
const isSame = (one: Json, other: Json): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What makes `target` of `base`, to the order of keys; undefined where they are the same. */
export function diff(base: Json, target: Json): Patch | undefined {
  if (isSame(base, target)) return undefined;
  const whole: Patch = [target];
  let patch: Patch = whole;
  if (isObject(base) && isObject(target)) patch = diffObjects(base, target);
  if (isList(base) && isList(target)) patch = [0, listSteps(base, target)];
  return JSON.stringify(patch).length < JSON.stringify(whole).length ? patch : whole;
}

function diffObjects(base: JsonObject, target: JsonObject): Patch {
  const changes: (readonly [string, Json])[] = [];
  for (const [key, before] of Object.entries(base)) {
    const after = Object.hasOwn(target, key) ? target[key] : undefined;
    const change = after === undefined ? 0 : diff(before, after);
    if (change !== undefined) changes.push([key, change]);
  }
  const added = Object.entries(target).filter(([key]) => !Object.hasOwn(base, key));
  const patch = Object.fromEntries([...changes, ...added.map(([key, value]) => [key, [value]] as const)]);
  const order = Object.keys(target);
  const given = [...Object.keys(base).filter((key) => Object.hasOwn(target, key)), ...added.map(([key]) => key)];
  return isSame(given, order) ? patch : [patch, order];
}

/** Items are the same one when they have the same id, or are equal; those left over are compared place by place. */
function listSteps(base: readonly Json[], target: readonly Json[]): Json[] {
  const name = (item: Json) =>
    isObject(item) && typeof item["id"] === "string" ? `id ${item["id"]}` : JSON.stringify(item);
  const places = new Map<string, number[]>();
  base.forEach((item, i) => places.set(name(item), [...(places.get(name(item)) ?? []), i]));
  const from = target.map((item) => places.get(name(item))?.shift());
  const taken = new Set(from);
  const steps: Json[] = [];
  target.forEach((item, j) => {
    const spare = taken.has(j) ? undefined : j;
    const i = from[j] ?? spare;
    const before = i === undefined ? undefined : base[i];
    if (i === undefined || before === undefined) {
      steps.push([item]);
      return;
    }
    const change = diff(before, item);
    const last = steps.at(-1);
    if (change !== undefined) {
      // A new item says as much as one that is replaced, in less.
      steps.push(isList(change) && change.length === 1 ? [item] : [i, change]);
    } else if (isList(last) && typeof last[0] === "number" && typeof last[1] === "number" && last[0] + last[1] === i) {
      steps[steps.length - 1] = [last[0], last[1] + 1];
    } else steps.push([i, 1]);
  });
  return steps;
}

/** A patch that does not fit the document it is put to. */
class Unfit extends Error {}

/**
 * The document that a patch makes of another; undefined where the patch is none, or is another document's.
 *
 * No item of a list is taken twice, so that what comes out is never larger than both together.
 */
export function applyPatch(base: Json, patch: Json): Json | undefined {
  try {
    return patched(base, patch);
  } catch (error) {
    if (error instanceof Unfit) return undefined;
    throw error;
  }
}

function patched(base: Json, patch: Json): Json {
  if (isObject(patch)) return patchedObject(base, patch);
  if (!isList(patch)) throw new Unfit();
  const [first, second] = patch;
  if (patch.length === 1 && first !== undefined) return first;
  if (patch.length !== 2 || !isList(second)) throw new Unfit();
  if (first === 0) return patchedList(base, second);
  if (!isObject(first)) throw new Unfit();
  const made = patchedObject(base, first);
  const keys = new Set(second);
  if (keys.size !== second.length || keys.size !== Object.keys(made).length) throw new Unfit();
  return Object.fromEntries(
    second.map((key) => {
      const value = typeof key === "string" && Object.hasOwn(made, key) ? made[key] : undefined;
      if (typeof key !== "string" || value === undefined) throw new Unfit();
      return [key, value] as const;
    })
  );
}

function patchedObject(base: Json, changes: JsonObject): JsonObject {
  if (!isObject(base)) throw new Unfit();
  const changeOf = (key: string) => (Object.hasOwn(changes, key) ? changes[key] : undefined);
  const kept = Object.entries(base).flatMap(([key, before]): (readonly [string, Json])[] => {
    const change = changeOf(key);
    if (change === 0) return [];
    return [[key, change === undefined ? before : patched(before, change)]];
  });
  const added = Object.entries(changes).flatMap(([key, change]): (readonly [string, Json])[] =>
    Object.hasOwn(base, key) ? [] : [[key, patched(null, change)]]
  );
  return Object.fromEntries([...kept, ...added]);
}

function patchedList(base: Json, steps: readonly Json[]): Json {
  if (!isList(base)) throw new Unfit();
  const taken = new Set<number>();
  const take = (i: number): Json => {
    const item = base[i];
    if (item === undefined || taken.has(i)) throw new Unfit();
    taken.add(i);
    return item;
  };
  return steps.flatMap((step): readonly Json[] => {
    if (!isList(step)) throw new Unfit();
    const [first, second] = step;
    if (step.length === 1 && first !== undefined) return [first];
    if (step.length !== 2 || typeof first !== "number" || second === undefined) throw new Unfit();
    if (typeof second !== "number") return [patched(take(first), second)];
    if (!(Number.isInteger(second) && second >= 0 && second <= base.length)) throw new Unfit();
    return Array.from({length: second}, (_, i) => take(first + i));
  });
}
