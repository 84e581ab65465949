import type {z} from "zod";
import type {Misfit} from "./misfit.ts";
import {nearest} from "./nearest.ts";

type Issue = z.core.$ZodIssue;
type Def = Record<string, unknown> & {readonly type: string};

const defOf = (schema: unknown): Def => (schema as {readonly _zod: {readonly def: Def}})._zod.def;

/** The schemas a wrapper (optional, default, transform, union) stands for. */
function unwrapped(schema: unknown): readonly unknown[] {
  const def = defOf(schema);
  if (def.type === "union") return (def["options"] as readonly unknown[]).flatMap(unwrapped);
  if (def.type === "pipe") return unwrapped(def["in"]);
  return "innerType" in def ? unwrapped(def["innerType"]) : [schema];
}

/** The schemas one step down a path. */
function stepInto(schema: unknown, key: PropertyKey): readonly unknown[] {
  const def = defOf(schema);
  if (def.type === "object") {
    const shape = def["shape"] as Readonly<Record<PropertyKey, unknown>>;
    return Object.hasOwn(shape, key) ? [shape[key]] : [];
  }
  if (def.type === "array") return [def["element"]];
  if (def.type === "record") return [def["valueType"]];
  return [];
}

/** The keys an object at a path of the schema may have. */
function knownKeys(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  let at = unwrapped(schema);
  for (const key of path) at = at.flatMap((item) => stepInto(item, key)).flatMap(unwrapped);
  return at.flatMap((item) => {
    const def = defOf(item);
    return def.type === "object" ? Object.keys(def["shape"] as object) : [];
  });
}

/** A value as a message shows it: short, and never as markup. */
export function shown(value: unknown): string {
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return "a list";
  if (value === null) return "null";
  if (typeof value === "object") return "an object";
  const text = value === undefined ? "nothing" : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 36)}…"` : text;
}

const names: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  array: "a list",
  tuple: "a list",
  object: "an object",
  record: "an object",
  boolean: "true or false"
};

function wrongType({expected, input}: {readonly expected: string; readonly input?: unknown}): string {
  if (input === undefined) return "is missing";
  return `must be ${names[expected] ?? expected}, got ${shown(input)}`;
}

/** The value a path leads to in a document as it was read. */
export function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const key of path) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

const steps = (path: readonly PropertyKey[]): readonly (string | number)[] =>
  path.map((key) => (typeof key === "number" ? key : String(key)));

function size({origin, minimum, maximum, inclusive}: Record<string, unknown>, input: unknown): string {
  const least = minimum !== undefined;
  const bound = String(least ? minimum : maximum);
  if (origin === "string") {
    return least ? "must not be empty" : `must be at most ${bound} characters, got ${String(input).length}`;
  }
  if (origin === "array") {
    const length = Array.isArray(input) ? input.length : 0;
    return `must hold at ${least ? "least" : "most"} ${bound}, got ${length}`;
  }
  const words = least
    ? inclusive === false
      ? "greater than"
      : "at least"
    : inclusive === false
      ? "less than"
      : "at most";
  return `must be ${words} ${bound}, got ${shown(input)}`;
}

/**
 * What a schema's issue says to the person who wrote the file: what is wrong, where, what is accepted.
 *
 * @param document the value the schema was asked to read
 */
export function describe(issue: Issue, schema: unknown, document: unknown): readonly Misfit[] {
  const path = steps(issue.path);
  const input = valueAt(document, issue.path);
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = knownKeys(schema, issue.path);
      return issue.keys.map((key): Misfit => {
        const message = `unknown key ${shown(key)}`;
        // Of several forms one may be written with the key of another.
        if (known.includes(key)) return {path: [...path, key], message, hint: "another form of this has it"};
        const near = nearest(key, known);
        const hint = near === undefined ? `known keys: ${known.join(", ")}` : `did you mean "${near}"?`;
        return {path: [...path, key], message, hint};
      });
    }
    case "invalid_type":
      return [{path, message: wrongType({expected: issue.expected, input})}];
    case "too_small":
    case "too_big":
      return [{path, message: size({...issue}, input)}];
    case "invalid_value": {
      const message = `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.map(shown).join(", ")}`;
      return [
        {
          path,
          message: input === undefined ? "is missing" : `${message}, got ${shown(input)}`,
          ...choiceHint(issue, schema, document)
        }
      ];
    }
    case "invalid_format":
      return [{path, message: `${issue.message}, got ${shown(input)}`}];
    case "invalid_key":
      return [{path, message: `key must be lower-case letters, digits and hyphens, got ${shown(path.at(-1))}`}];
    case "invalid_union":
      return describeUnion(issue, schema, document, path, input);
    case "custom": {
      const hint = issue.params?.["hint"] as string | undefined;
      return [
        {path, message: input === undefined ? "is missing" : issue.message, ...(hint === undefined ? {} : {hint})}
      ];
    }
    default:
      return [{path, message: issue.message}];
  }
}

/** The value of a choice that one was likely meant to be, and where it stands; undefined where none is near. */
export function nearestChoice(
  issue: Issue,
  schema: unknown,
  document: unknown
): {readonly path: readonly PropertyKey[]; readonly value: string} | undefined {
  const discriminator = issue.code === "invalid_union" ? issue.discriminator : undefined;
  if (discriminator === undefined && issue.code !== "invalid_value") return undefined;
  const path =
    discriminator === undefined || discriminator === issue.path.at(-1) ? issue.path : [...issue.path, discriminator];
  const got = valueAt(document, path);
  const known = issue.code === "invalid_value" ? issue.values : knownLaws(schema, issue.path, discriminator ?? "");
  const words = known.filter((item) => typeof item === "string");
  const value = typeof got === "string" ? nearest(got, words) : undefined;
  return value === undefined ? undefined : {path, value};
}

/** What was likely meant, as a hint. */
function choiceHint(...choice: Parameters<typeof nearestChoice>): {readonly hint?: string} {
  const near = nearestChoice(...choice);
  return near === undefined ? {} : {hint: `did you mean "${near.value}"?`};
}

/** The branch that came nearest speaks for a union: the one with the fewest issues, the deepest first. */
function describeUnion(
  issue: Extract<Issue, {code: "invalid_union"}>,
  schema: unknown,
  document: unknown,
  path: Misfit["path"],
  input: unknown
): readonly Misfit[] {
  const discriminator = (issue as {readonly discriminator?: string}).discriminator;
  if (discriminator !== undefined) {
    const options = unwrapped(schema).length === 0 ? [] : knownLaws(schema, issue.path, discriminator);
    const at = discriminator === path.at(-1) ? path : [...path, discriminator];
    const got = valueAt(document, at);
    const listed = options.map(shown).join(", ");
    return [
      {
        path: at,
        message: got === undefined ? `is missing; one of ${listed}` : `must be one of ${listed}, got ${shown(got)}`,
        ...choiceHint(issue, schema, document)
      }
    ];
  }
  const branches = issue.errors.map((issues) =>
    issues.flatMap((inner) => describe({...inner, path: [...issue.path, ...inner.path]}, schema, document))
  );
  const depth = (misfits: readonly Misfit[]) => Math.max(...misfits.map((misfit) => misfit.path.length));
  const [nearestBranch] = branches
    .filter((misfits) => misfits.length > 0)
    .sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  return nearestBranch ?? [{path, message: `is not of a known form: ${shown(input)}`}];
}

/** The values a discriminated union's key may take. */
function knownLaws(schema: unknown, path: readonly PropertyKey[], key: string): readonly unknown[] {
  let at = unwrapped(schema);
  const inside = path.at(-1) === key ? path.slice(0, -1) : path;
  for (const step of inside) at = at.flatMap((item) => stepInto(item, step)).flatMap(unwrapped);
  return at
    .flatMap((item) => stepInto(item, key))
    .flatMap(unwrapped)
    .flatMap((item) => (defOf(item)["values"] as readonly unknown[] | undefined) ?? []);
}
