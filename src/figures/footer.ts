import {withCommas} from "../scenario/numberText.ts";
import type {Evidence, Scenario} from "../scenario/schema.ts";

export type EvidenceLookup = (id: string) => Evidence | undefined;

/** Publishers of the evidence behind one quantity, most used first, with the licence where one is stated. */
function publishers(entries: readonly Evidence[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const {source} of entries) {
    const licence = source.licence?.match(/^CC[ -]BY(?:[ -]\d\.\d)?/)?.[0];
    const named = [source.publisher ?? source.title, licence].filter(Boolean).join(", ");
    counts.set(named, (counts.get(named) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** At most this many publishers are named; the scenario inside the file names all. */
const mostNamed = 4;

/** Who published the figures behind a quantity: "Score: Artificial Analysis."; empty where nobody did. */
export function publishersOf(what: string, entries: readonly Evidence[]): string {
  const names = publishers(entries.filter(({kind}) => kind !== "undisclosed"));
  if (names.length === 0) return "";
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : "";
  return `${what}: ${names.slice(0, mostNamed).join("; ")}${more}.`;
}

/** Where the page says what is wrong with the model. */
export const limitsLine = "What is wrong with this model: said on a page of Scaling Ladder.";

/** The sources and assumptions under an exported figure. */
export function footerOf(scenario: Scenario, metric: string, find: EvidenceLookup | undefined): readonly string[] {
  const {models, metrics, uncertainty} = scenario;
  const entries = (key: "compute" | "score"): readonly Evidence[] =>
    models.flatMap(({evidence}) => (evidence?.[key] ?? []).flatMap((id) => find?.(id) ?? []));
  const placed = models.some(({basis}) => basis === "placed") ? " Not disclosed, so placed: bands and handles." : "";
  const {name = metric} = metrics[metric] ?? {};
  const sources = [publishersOf("Score", entries("score")), publishersOf("Compute", entries("compute"))]
    .filter(Boolean)
    .join(" ");
  const method = `${name}. 90 % bands from ${withCommas(uncertainty.draws)} draws, seed ${uncertainty.seed}.${placed}`;
  return [sources, `${method} ${limitsLine}`].filter(Boolean);
}
