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

/** From one version to the next. */
interface Step {
  readonly change: (document: Document) => Document;
  /** What it did to the file and whether any result changes by it, for whoever opens the file. */
  readonly said: string;
}

/** One small pure step a version, under the version it starts from. */
const steps: Readonly<Record<number, Step>> = {
  0: {
    change: ({metric, ...document}) => ({
      ...document,
      version: 1,
      metrics: {metric},
      recipes: mapDocuments(document["recipes"], (recipe) => keyed(recipe, "curve")),
      models: mapDocuments(document["models"], (model) => keyed(model, "score"))
    }),
    said:
      "version 0 to 1: there can be several metrics since; the only one is now called “metric”, and scores and curves " +
      "name it. No number was changed: every result is as it was"
  }
};

export type Upgraded =
  | {
      readonly ok: true;
      readonly document: unknown;
      readonly from: number;
      /** What each step did, and whether results change by it; empty for a document of today. */
      readonly said: readonly string[];
    }
  | {
      readonly ok: false;
      readonly message: string;
      /** The version of a document that a newer program wrote. */
      readonly newer?: number;
    };

/** The document in the current version, step by step; a newer one, or none at all, is refused with a sentence. */
export function upgrade(document: unknown): Upgraded {
  if (!isDocument(document)) return {ok: false, message: "must be a scenario: an object in braces"};
  const {version} = document;
  if (version === undefined) {
    const isSchema = typeof document["$schema"] === "string" && document["$schema"].includes("://json-schema.org/");
    return {
      ok: false,
      message: isSchema
        ? "is a JSON Schema, which says how scenarios are written, and not a scenario"
        : `"version" is missing; this program writes version ${currentVersion}`
    };
  }
  if (typeof version !== "number" || !Number.isInteger(version) || version < 0) {
    return {
      ok: false,
      message: `version must be a whole number from 0 to ${currentVersion}, got ${JSON.stringify(version)}`
    };
  }
  if (version > currentVersion) {
    return {
      ok: false,
      message: `version ${version} is newer than this program reads (${currentVersion}): open it with a newer Scaling Ladder`,
      newer: version
    };
  }
  const taken = Object.entries(steps).filter(([from]) => Number(from) >= version);
  return {
    ok: true,
    document: taken.reduce((older, [, {change}]) => change(older), document),
    from: version,
    said: taken.map(([, {said}]) => said)
  };
}
