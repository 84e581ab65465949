import type {z} from "zod";
import {duplicates} from "./check.ts";
import {describe, nearestChoice} from "./messages.ts";
import type {Misfit} from "./misfit.ts";
import type {Path} from "./places.ts";
import {scenarioSchema} from "./schema.ts";
import type {Scenario} from "./schema.ts";

type Issue = z.core.$ZodIssue;
type Parse = (document: unknown) => Promise<ReturnType<typeof scenarioSchema.safeParse>>;
type Item = Readonly<Record<string, unknown>>;

/** So often a document is looked at again without what was wrong with it: as deep as its parts are nested, and more. */
const mostLooks = 12;

const isItem = (value: unknown): value is Item => value !== null && typeof value === "object" && !Array.isArray(value);

/** What is done with a part of a document, and with what is inside it. */
interface Mark {
  isLeftOut: boolean;
  /** What takes its place. */
  instead?: string;
  readonly inside: Map<string | number, Mark>;
}

const noMark = (): Mark => ({isLeftOut: false, inside: new Map()});

/** A document without some of its parts, and with others in their place; knows where each part stood. */
class Readable {
  private readonly mark = noMark();
  /** Which items of a list are still there. */
  private readonly places = new WeakMap<readonly unknown[], readonly number[]>();
  readonly document: unknown;
  part: unknown;

  constructor(document: unknown) {
    this.document = document;
    this.part = document;
  }

  private build(value: unknown, mark: Mark | undefined): unknown {
    if (mark === undefined) return value;
    const {instead, inside} = mark;
    if (instead !== undefined) return instead;
    if (Array.isArray(value)) {
      const places = value.map((_, i) => i).filter((i) => inside.get(i)?.isLeftOut !== true);
      const list = places.map((i) => this.build(value[i], inside.get(i)));
      this.places.set(list, places);
      return list;
    }
    if (!isItem(value)) return value;
    const entries = Object.entries(value).filter(([key]) => inside.get(key)?.isLeftOut !== true);
    return Object.fromEntries(entries.map(([key, item]) => [key, this.build(item, inside.get(key))]));
  }

  /** The mark at a path, or at what holds it where nothing stands there any more. */
  private markAt(path: Path): Mark {
    let [value, mark] = [this.document, this.mark];
    for (const key of path) {
      const holds = (isItem(value) || Array.isArray(value)) && Object.hasOwn(value, key);
      const next = mark.inside.get(key);
      if (!holds || next?.isLeftOut === true) break;
      value = (value as Record<PropertyKey, unknown>)[key];
      const inner = next ?? noMark();
      mark.inside.set(key, inner);
      mark = inner;
    }
    return mark;
  }

  /** Where a part of what is left stood in the document. */
  pathOf(path: readonly PropertyKey[]): Path {
    let at = this.part;
    return path.map((key) => {
      const place = Array.isArray(at) && typeof key === "number" ? (this.places.get(at)?.[key] ?? key) : key;
      at = isItem(at) || Array.isArray(at) ? (at as unknown as Record<PropertyKey, unknown>)[key] : undefined;
      return typeof place === "symbol" ? String(place) : place;
    });
  }

  /** Leaves out what an issue is of, or puts the choice in its place that was likely meant. */
  mend(issue: Issue): void {
    const near = nearestChoice(issue, scenarioSchema, this.part);
    if (near !== undefined) {
      this.markAt(this.pathOf(near.path)).instead = near.value;
      return;
    }
    const path = this.pathOf(issue.path);
    const paths = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
    for (const at of paths) this.markAt(at).isLeftOut = true;
  }

  /** What is left; false where nothing is. */
  rebuild(): boolean {
    if (this.mark.isLeftOut) return false;
    this.part = this.build(this.document, this.mark);
    return true;
  }
}

/** Every id in a value; as deep as there are any. */
function idsIn(value: unknown, depth = 8): readonly string[] {
  if (depth === 0 || value === null || typeof value !== "object") return [];
  const inside = Object.values(value).flatMap((item: unknown) => idsIn(item, depth - 1));
  return "id" in value && typeof value.id === "string" ? [value.id, ...inside] : inside;
}

/** What the parts of a document go by: their ids, and the keys of the metrics. */
function namesIn(document: unknown): ReadonlySet<string> {
  const metrics = isItem(document) && isItem(document["metrics"]) ? Object.keys(document["metrics"]) : [];
  return new Set([...idsIn(document), ...metrics]);
}

/**
 * What else is wrong with a document that the schema refuses, so that all of it can be put right at once: quantities
 * below a misspelt choice, ids that are taken twice, and references to nothing.
 *
 * It is looked at again without the parts that are wrong. What is missing only because of that is no fault of it.
 *
 * @param check every misfit of a document that the schema takes
 */
export async function checkFaulty(
  document: unknown,
  issues: readonly Issue[],
  parse: Parse,
  check: (scenario: Scenario) => Promise<readonly Misfit[]>
): Promise<readonly Misfit[]> {
  const found = ["recipes", "models", "claims", "thresholds", "evidence"].flatMap((section) => {
    const items = isItem(document) ? document[section] : undefined;
    return Array.isArray(items)
      ? duplicates(
          section,
          items.map((item: unknown) => (isItem(item) ? item : {}))
        )
      : [];
  });
  const readable = new Readable(document);
  let faults = issues;
  for (let look = 0; look < mostLooks; ++look) {
    for (const issue of faults) readable.mend(issue);
    if (!readable.rebuild()) return found;
    const parsed = await parse(readable.part);
    const at = (misfit: Misfit): Misfit => ({...misfit, path: readable.pathOf(misfit.path)});
    if (parsed.success) {
      const names = namesIn(document);
      const missing = (await check(parsed.data as Scenario)).filter(
        (misfit) => misfit.missing !== undefined && !names.has(misfit.missing)
      );
      return [...found, ...missing.map(at)];
    }
    faults = parsed.error.issues;
    const quantities = faults
      .filter(({code}) => code === "custom")
      .flatMap((issue) => describe(issue, scenarioSchema, readable.part));
    found.push(...quantities.filter(({message}) => message !== "is missing").map(at));
  }
  return found;
}
