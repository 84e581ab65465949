import {everyEvidence} from "./ownEvidence.ts";
import type {Evidence, EvidenceKind, Scenario} from "./schema.ts";
import {sections} from "./sections.ts";

export interface LedgerSource {
  readonly title: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly date?: string;
  readonly licence?: string;
  readonly note?: string;
}

/** One sourced figure of the ledger; `value` null means that nobody has published it. */
export interface LedgerFigure {
  readonly id: string;
  readonly subject: string;
  readonly quantity: string;
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly unit: string;
  readonly kind: EvidenceKind;
  readonly confidence: string;
  readonly source: string;
  readonly date: string;
  readonly note?: string;
  readonly conflictsWith?: readonly string[];
}

export interface Ledger {
  readonly asOf: string;
  readonly about: string;
  readonly sources: Readonly<Record<string, LedgerSource>>;
  readonly figures: readonly LedgerFigure[];
}

/** The ledger, loaded when first asked for: it is larger than everything else the page shows. */
export async function loadLedger(): Promise<Ledger> {
  const {default: ledger} = await import("./ledger.json");
  return ledger as unknown as Ledger;
}

/** The ledger's figure with its source written out, as a scenario carries it. */
function asEvidence(ledger: Ledger, {source, ...figure}: LedgerFigure): Evidence {
  return {...figure, source: ledger.sources[source] ?? {title: source}};
}

/** Looks an evidence id up in a scenario's own evidence first, then in the ledger. */
export function evidenceIndex(scenario: Scenario, ledger: Ledger | undefined): (id: string) => Evidence | undefined {
  const own = new Map(scenario.evidence.map((entry) => [entry.id, entry]));
  const listed = new Map(ledger?.figures.map((figure) => [figure.id, figure]));
  return (id) => {
    const figure = listed.get(id);
    return own.get(id) ?? (ledger && figure ? asEvidence(ledger, figure) : undefined);
  };
}

/** Every evidence id a scenario refers to, in order of appearance, without repeats. */
export function evidenceIds(scenario: Scenario): readonly string[] {
  const {recipes, models, claims, thresholds} = scenario;
  const lists = [
    ...claims.map(({evidence}) => evidence),
    ...recipes.map(({evidence}) => everyEvidence(evidence)),
    ...models.flatMap(({evidence}) => [
      evidence?.compute,
      evidence?.score,
      evidence?.gain,
      evidence?.parameters,
      evidence?.tokens,
      evidence?.run
    ]),
    ...thresholds.map(({evidence}) => evidence),
    sections().evidence(scenario)
  ];
  return [...new Set(lists.flatMap((list) => list ?? []))];
}

/**
 * The scenario with the evidence it refers to written into it, conflicts included, so that the file travels alone.
 *
 * What it already carries is kept as it is, even where the ledger says otherwise by now.
 */
export function embedEvidence(scenario: Scenario, ledger: Ledger): Scenario {
  const find = evidenceIndex(scenario, ledger);
  const used = evidenceIds(scenario).flatMap((id) => [id, ...(find(id)?.conflictsWith ?? [])]);
  const ids = new Set([...scenario.evidence.map(({id}) => id), ...used]);
  return {...scenario, evidence: [...ids].flatMap((id) => find(id) ?? [])};
}
