/** The version this program writes and reads without upgrading. */
export const currentVersion = 1;

type Document = Record<string, unknown>;

const isDocument = (value: unknown): value is Document =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const mapDocuments = (value: unknown, change: (item: Document) => Document): unknown =>
  Array.isArray(value) ? value.map((item: unknown) => (isDocument(item) ? change(item) : item)) : value;

/** Puts a bare value under the key of the only metric. */
function keyed(item: Document, key: "score" | "curve"): Document {
  return key in item && item[key] !== undefined ? {...item, [key]: {metric: item[key]}} : item;
}

/**
 * One small pure step a version, from the version it is listed under to the next.
 *
 * 0 → 1: a scenario had one unnamed `metric`; metrics are keyed since, and scores, curves and claims name theirs.
 */
const steps: Record<number, (document: Document) => Document> = {
  0: ({metric, ...document}) => ({
    ...document,
    version: 1,
    metrics: {metric},
    recipes: mapDocuments(document["recipes"], (recipe) => keyed(recipe, "curve")),
    models: mapDocuments(document["models"], (model) => keyed(model, "score"))
  })
};

export type Upgraded =
  | {readonly ok: true; readonly document: unknown; readonly from: number}
  | {readonly ok: false; readonly message: string};

/** The document in the current version; a newer one, or none at all, is refused with a sentence. */
export function upgrade(document: unknown): Upgraded {
  if (!isDocument(document)) return {ok: false, message: "must be a scenario: an object in braces"};
  const {version} = document;
  if (version === undefined)
    return {ok: false, message: `"version" is missing; this program writes version ${currentVersion}`};
  if (typeof version !== "number" || !Number.isInteger(version) || version < 0) {
    return {
      ok: false,
      message: `version must be a whole number from 0 to ${currentVersion}, got ${JSON.stringify(version)}`
    };
  }
  if (version > currentVersion) {
    return {
      ok: false,
      message: `version ${version} is newer than this program reads (${currentVersion}): open it with a newer Scaling Ladder`
    };
  }
  let upgraded = document;
  for (let from = version; from < currentVersion; ++from) upgraded = steps[from]?.(upgraded) ?? upgraded;
  return {ok: true, document: upgraded, from: version};
}
